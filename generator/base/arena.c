#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

#define ALIGNMENT alignof(union { void *pointer; double number; int64_t integer; })
#define BLOCK_SIZE ((size_t)256 * 1024)

struct door_arena_block {
    struct door_arena_block *older;
    size_t size;            /* bytes behind this header */
    max_align_t bytes[];
};

static char *
add_block(struct door_arena *arena, size_t size)
{
    struct door_arena_block *block = calloc(1, sizeof *block + size);

    if (!block)
        door_fail("out of memory");
    block->size = size;
    if (size > BLOCK_SIZE && arena->blocks) {       /* behind the newest, which goes on being filled */
        block->older = arena->blocks->older;
        arena->blocks->older = block;
        return (char *)block->bytes;
    }
    block->older = arena->blocks;
    arena->blocks = block;
    arena->end = (char *)block->bytes + size;
    return arena->next = (char *)block->bytes;
}

void *
door_arena_alloc(struct door_arena *arena, size_t size)
{
    char *piece;

    if (size > SIZE_MAX / 2)
        door_fail("out of memory");
    size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
#ifdef DOOR_ARENA_SPREAD
    piece = add_block(arena, size);
#else
    piece = arena->next;
    if (size > (size_t)(arena->end - arena->next))
        piece = add_block(arena, size > BLOCK_SIZE ? size : BLOCK_SIZE);
#endif
    if (piece == arena->next)
        arena->next += size;
    return piece;
}

void *
door_arena_array(struct door_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        door_fail("out of memory");
    return door_arena_alloc(arena, count * size);
}

/* A piece larger than a block has a block to itself, which can be given back. It is a recent one. */
static void
give_back(struct door_arena *arena, const void *piece)
{
    struct door_arena_block **link = &arena->blocks, *block;

    for (; (block = *link); link = &block->older) {
        if ((void *)block->bytes != piece)
            continue;
        *link = block->older;
        free(block);
        return;
    }
}

void *
door_arena_grow(struct door_arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    size_t before = *capacity * size;
    void *larger;

    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 16;
    larger = door_arena_array(arena, *capacity, size);
    if (items)
        memcpy(larger, items, count * size);
    if (before > BLOCK_SIZE)
        give_back(arena, items);        /* a list of many doubles often enough for its old rooms to weigh */
    return larger;
}

char *
door_arena_copy(struct door_arena *arena, const char *bytes, size_t size)
{
    char *copy = door_arena_alloc(arena, size + 1);

    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *
door_arena_text(struct door_arena *arena, const char *text)
{
    return door_arena_copy(arena, text, strlen(text));
}

char *
door_arena_join(struct door_arena *arena, const char *before, const char *after)
{
    size_t first = strlen(before), second = strlen(after);
    char *joined = door_arena_alloc(arena, first + second + 1);

    memcpy(joined, before, first);
    memcpy(joined + first, after, second);
    return joined;
}

char *
door_arena_format(struct door_arena *arena, const char *format, ...)
{
    va_list arguments;
    char *text;

    va_start(arguments, format);
    text = door_arena_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

char *
door_arena_format_list(struct door_arena *arena, const char *format, va_list arguments)
{
    va_list again;
    char *text;
    int size;

    char brief[256];

    va_copy(again, arguments);
    size = vsnprintf(brief, sizeof brief, format, again);
    va_end(again);
    if (size < 0)
        door_fail("out of memory");
    text = door_arena_alloc(arena, (size_t)size + 1);
    if ((size_t)size < sizeof brief)
        memcpy(text, brief, (size_t)size);
    else
        vsnprintf(text, (size_t)size + 1, format, arguments);
    return text;
}

void
door_arena_empty(struct door_arena *arena)
{
    struct door_arena_block *kept = arena->blocks, *block, *older;

    if (!kept)
        return;
    for (block = arena->blocks; block; block = block->older)
        if (block->size > kept->size)
            kept = block;
    for (block = arena->blocks; block; block = older) {
        older = block->older;
        if (block != kept)
            free(block);
    }
    /* Pieces are promised to be zero; only what was used of the kept block can have changed. */
    memset(kept->bytes, 0, kept == arena->blocks
            ? (size_t)(arena->next - (char *)kept->bytes) : kept->size);
    kept->older = NULL;
    arena->blocks = kept;
    arena->next = (char *)kept->bytes;
    arena->end = arena->next + kept->size;
}

void
door_arena_adopt(struct door_arena *arena, struct door_arena *from)
{
    struct door_arena_block *oldest = from->blocks;

    if (!oldest)
        return;
    while (oldest->older)
        oldest = oldest->older;
    if (arena->blocks) {        /* behind the newest block, which goes on being filled */
        oldest->older = arena->blocks->older;
        arena->blocks->older = from->blocks;
    } else {
        *arena = *from;
    }
    *from = (struct door_arena){ 0 };
}

void
door_arena_release(struct door_arena *arena)
{
    struct door_arena_block *block, *older;

    for (block = arena->blocks; block; block = older) {
        older = block->older;
        free(block);
    }
    *arena = (struct door_arena){ 0 };
}
