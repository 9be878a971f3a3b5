/*
 * former - addresses that are out in the world and lead on: old ids of entries (`was`), and entries that were taken out
 * (`gone` in offer.yaml).
 *
 * Owns:   nothing; the list lives in the caller's arena.
 * Called: by offer.c, when every entry is checked; where translations are read and written.
 * Never:  lists what never had a page.
 */
#ifndef DOOR_MODEL_FORMER_H
#define DOOR_MODEL_FORMER_H

#include "base/map.h"
#include "model/schema.h"

struct door_arena;
struct door_offer;

/*
 * All of them, pointers to struct door_entry: by type, entry and as written, then those that are gone. Each has only a
 * record, an id, a path, a place and what it leads to `now`.
 */
struct door_list door_formers_of(struct door_arena *arena, const struct door_offer *offer);

/* How contexts of translations begin: "services/old" to "services/new". */
struct door_map door_former_contexts(struct door_arena *arena, const struct door_offer *offer);

#endif
