/*
 * audience - families that some services are for above all (`for: [dads]`), as entries: each that a service names has
 * a page, a code and a name to link to, audience:dads, though no file is about it.
 *
 * Owns:   nothing.
 * Called: by offer.c, when the services are loaded and references wait to be resolved; by views/.
 */
#ifndef DOOR_MODEL_AUDIENCE_H
#define DOOR_MODEL_AUDIENCE_H

#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"

struct door_arena;
struct door_offer;

struct door_audience_entry {    /* one of word and name is set */
    struct door_entry entry;
    int word;                   /* of door_audience_words */
    uint32_t name;              /* prose: an audience of the offer's own */
};

extern const struct door_record door_audience_record;

/* Those that services name, pointers: first the ones every offer has, in their order, then the offer's own. */
struct door_list door_audiences_of(struct door_arena *arena, const struct door_offer *offer);

/* The entry of an id that a service names; NULL if it is none. */
const struct door_audience_entry *door_audience_find(const struct door_offer *offer, const char *id);

#endif
