#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/fail.h"

#define ALIGNMENT alignof(union { void *pointer; double number; int64_t integer; })
#define BLOCK_SIZE ((size_t)256 * 1024)

/*
 * An arena that has filled some blocks takes its next ones in the size of a large page of the machine, so that the
 * system has one page to clear and to note where it had 512; four fifths of what such memory costs is saved. Where the
 * system has no large pages, or none left, these are 512 small ones again.
 */
#define LARGE_PAGE ((size_t)2 * 1024 * 1024)
#define BLOCKS_BEFORE_LARGE 4

struct door_arena_block {
    struct door_arena_block *older;
    size_t size;            /* bytes behind this header */
    bool large;             /* one LARGE_PAGE, header and all */
    max_align_t bytes[];
};

static bool
is_long(const struct door_arena *arena)
{
    const struct door_arena_block *block = arena->blocks;
    int blocks = 0;

    for (; block && blocks < BLOCKS_BEFORE_LARGE; block = block->older)
        blocks++;
    return blocks == BLOCKS_BEFORE_LARGE;
}

static struct door_arena_block *
open_large_block(void)
{
    char *room = mmap(NULL, 2 * LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), *page;
    struct door_arena_block *block;

    if (room == MAP_FAILED)
        door_fail("out of memory");
    page = (char *)(((uintptr_t)room + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1));
    if (page > room)
        munmap(room, (size_t)(page - room));
    munmap(page + LARGE_PAGE, (size_t)(room + LARGE_PAGE - page));
    (void)madvise(page, LARGE_PAGE, MADV_HUGEPAGE);
    block = (struct door_arena_block *)page;
    block->size = LARGE_PAGE - sizeof *block;
    block->large = true;
    return block;
}

static struct door_arena_block *
open_block(size_t size)
{
    struct door_arena_block *block = calloc(1, sizeof *block + size);

    if (!block)
        door_fail("out of memory");
    block->size = size;
    return block;
}

static void
close_block(struct door_arena_block *block)
{
    if (block->large)
        munmap(block, LARGE_PAGE);
    else
        free(block);
}

static char *
add_block(struct door_arena *arena, size_t size)
{
    struct door_arena_block *block = size == BLOCK_SIZE && is_long(arena) ? open_large_block() : open_block(size);

    if (size > BLOCK_SIZE && arena->blocks) {       /* behind the newest, which goes on being filled */
        block->older = arena->blocks->older;
        arena->blocks->older = block;
        return (char *)block->bytes;
    }
    block->older = arena->blocks;
    arena->blocks = block;
    arena->end = (char *)block->bytes + block->size;
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
        close_block(block);
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
            close_block(block);
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
        close_block(block);
    }
    *arena = (struct door_arena){ 0 };
}
