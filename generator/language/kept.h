/*
 * kept - what a worker has said before, by number: the same dates, times and ages stand on page after page, and ICU
 * takes a microsecond or two for each. Private to language/.
 *
 * Owns:   its table and the texts, in the arena it was made with.
 * Called: by the files of format.h.
 * Never:  shared between workers; never holds what depends on anything but the language and the number.
 */
#ifndef DOOR_LANGUAGE_KEPT_H
#define DOOR_LANGUAGE_KEPT_H

#include <stddef.h>
#include <stdint.h>

struct door_arena;
struct door_kept_slot;

/* What a number means; it stands in the highest bits of the key. */
enum door_kept_kind {
    DOOR_KEPT_MOMENT = 1,       /* in a pattern (enum door_pattern), minutes since 1970 */
    DOOR_KEPT_TIMES,            /* from, to */
    DOOR_KEPT_DAYS,             /* days of the week */
    DOOR_KEPT_EVERY,            /* the same, as days that come again */
    DOOR_KEPT_EVERY_TIMES,      /* and, with the days as part, from, to */
    DOOR_KEPT_AGES,
    DOOR_KEPT_MONEY,
    DOOR_KEPT_NUMBER,
    DOOR_KEPT_LANGUAGE,         /* a short code's letters */
};

struct door_kept {              /* starts as { 0 } */
    struct door_kept_slot *slots;
    size_t count, capacity;     /* capacity is a power of two */
};

/* One number of the kind, the part (at most 8 bits) and the rest (at most 48 bits). */
uint64_t door_kept_key(enum door_kept_kind kind, unsigned part, int64_t number);

/* The text under a key, or NULL. */
const char *door_kept_find(const struct door_kept *kept, uint64_t key);

/* Keep a copy of the text under a key that is not there yet. Returns the copy. */
const char *door_kept_put(struct door_kept *kept, struct door_arena *arena, uint64_t key, const char *text);

#endif
