/*
 * needle - many short texts, looked for in a long one in one pass, and found as whole words only.
 *
 * Words are runs of letters and digits; everything else stands between them, also the dashes, quotes and spaces of
 * Unicode. So "St John's House" is found in "st. john\u2019s\u00a0house", and "4 Mill Lane" not in "24 Mill Lane".
 *
 * Owns:   the needles, in the arena given.
 * Called: by publish/guard.c.
 * Never:  knows what markup is, nor why somebody looks.
 */
#ifndef DOOR_BASE_NEEDLE_H
#define DOOR_BASE_NEEDLE_H

#include <stddef.h>

struct door_arena;

enum door_needle_kind {
    DOOR_NEEDLE_WORDS,          /* its words in this order, whatever stands between them; case is ignored */
    DOOR_NEEDLE_CASED,          /* the same, but case counts: a name, not two common words */
    DOOR_NEEDLE_ADDRESS,        /* these characters, not as part of a longer e-mail address or path; case is ignored */
    DOOR_NEEDLE_DEGREES,        /* a number with four decimals or more that is the same in the first four */
};

struct door_needle;

struct door_needles {           /* starts as { 0 } */
    struct door_needle *items;
    size_t count, capacity;
    size_t heads[4096];         /* by the hash of its first word, the last needle added, counted from 1; 0 = none */
    size_t degrees;             /* the last of the numbers, counted from 1 */
};

/* Look for this text (of DEGREES: a number); `what` is what finding it means. A text without a word is never found. */
void door_needles_add(struct door_needles *needles, struct door_arena *arena, enum door_needle_kind kind,
        const char *text, size_t what);

typedef void door_needle_found(void *context, size_t what);

/* Call found for each needle in the text, each time it is there. */
void door_needles_search(const struct door_needles *needles, const char *text, size_t size, door_needle_found *found,
        void *context);

/* The words of a text in lower case with one space between them; *count is how many. */
char *door_needle_words(struct door_arena *arena, const char *text, size_t *count);

#endif
