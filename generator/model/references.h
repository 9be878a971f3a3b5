/*
 * references - from what an editor wrote ("thornleigh-hub", "place:thornleigh-hub") to the entry it means.
 *
 * Owns:   nothing.
 * Called: by check.c for fields, by door_offer_resolve_links for the links of a body.
 * Never:  finds a draft that was left out, but says so.
 */
#ifndef DOOR_MODEL_REFERENCES_H
#define DOOR_MODEL_REFERENCES_H

#include "base/diag.h"

struct door_arena;
struct door_entry;
struct door_offer;
struct door_record;

/*
 * The entry that text names: of this type, or of any type if record is NULL (an id that is an entry of two types must
 * then name one). NULL if there is none: reported at place.
 */
const struct door_entry *door_reference_find(const struct door_offer *offer, const struct door_record *record,
        const char *text, struct door_place place, struct door_arena *arena, struct door_diag *diag);

#endif
