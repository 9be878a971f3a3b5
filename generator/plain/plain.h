/*
 * plain - is the offer's English plain? Warnings with the better word, and the reading age of it all.
 *
 * Owns:   nothing that outlives the call but the figures.
 * Called: by commands/edition.c when the offer is checked, unless it says `plain: off`; by commands/report.c.
 * Never:  looks at a translation, or at names of places and people: they are facts.
 *
 * generator/doc/plain.md says what is looked for, and why so.
 */
#ifndef DOOR_PLAIN_PLAIN_H
#define DOOR_PLAIN_PLAIN_H

#include <stddef.h>

#include "plain/ease.h"

struct door_arena;
struct door_content;
struct door_diag;
struct door_offer;

struct door_measured {
    const char *name;           /* of an entry: "services/baby-massage" */
    struct door_ease ease;
};

struct door_plain {             /* starts as { 0 } */
    struct door_ease whole;
    struct door_measured *entries;      /* those with enough words to be measured, in the order of the offer */
    size_t count, capacity;
};

/*
 * Measure the offer. words is the path of english.yaml. Where content is not NULL, tell of what is not plain too:
 * errors for an offer that says `plain: error`, else warnings. An offer in another language than English has neither.
 */
void door_plain_read(struct door_plain *plain, struct door_arena *arena, const struct door_offer *offer,
        const struct door_content *content, const char *words, struct door_diag *diag);

#endif
