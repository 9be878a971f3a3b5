/*
 * arena - memory that is given back all at once.
 *
 * Owns:   the blocks that its pieces are cut from.
 * Called: by every room; a build has one arena, a page being drawn has a scratch arena.
 * Never:  returns NULL: a machine without memory ends the program in door_fail, in one place.
 *
 * Sanitised builds (DOOR_ARENA_SPREAD) give each piece a block of its own, so that an overrun shows.
 */
#ifndef DOOR_BASE_ARENA_H
#define DOOR_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct door_arena_block;

struct door_arena {     /* starts as { 0 } */
    struct door_arena_block *blocks;    /* newest first */
    char *next, *end;                   /* what is left of the newest */
};

/* A piece of this many bytes, all zero, aligned for any type. It lives as long as the arena. */
void *door_arena_alloc(struct door_arena *arena, size_t size);

/* Room for count items of size bytes each; a product too large for memory ends the program. */
void *door_arena_array(struct door_arena *arena, size_t count, size_t size);

/*
 * Room for one more item behind count of them: the items where they lie, or a larger copy. *capacity starts as 0, items
 * as NULL.
 */
void *door_arena_grow(struct door_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* A copy of the bytes, with a NUL behind them. */
char *door_arena_copy(struct door_arena *arena, const char *bytes, size_t size);
char *door_arena_text(struct door_arena *arena, const char *text);
/* Two texts in one: what a format of "%s%s" gives, at a quarter of its cost. */
char *door_arena_join(struct door_arena *arena, const char *before, const char *after);
char *door_arena_format(struct door_arena *arena, const char *format, ...)
        __attribute__((format(printf, 2, 3)));
char *door_arena_format_list(struct door_arena *arena, const char *format, va_list arguments)
        __attribute__((format(printf, 2, 0)));

/* Forget all pieces but keep the largest block for the next page. */
void door_arena_empty(struct door_arena *arena);

/* Take over all pieces of another arena, which is empty then: they live as long as this one. */
void door_arena_adopt(struct door_arena *arena, struct door_arena *from);

void door_arena_release(struct door_arena *arena);

#endif
