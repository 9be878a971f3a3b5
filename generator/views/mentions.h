/*
 * mentions - which services name an entry: as a topic, an audience, their organisation, a place of theirs or of a
 * session.
 *
 * They are found once a build, so that a page about one place looks at its own services and not at all of them.
 *
 * Owns:   the lists, in the build's arena.
 * Called: by commands/ to build them; by the views of topics, stages, audiences, places and organisations; by paper.
 * Never:  leaves a service out: which of them are shown is for each view to say.
 */
#ifndef DOOR_VIEWS_MENTIONS_H
#define DOOR_VIEWS_MENTIONS_H

#include "base/map.h"

struct door_arena;
struct door_entry;
struct door_list;
struct door_offer;

struct door_mentions {      /* starts as { 0 } */
    struct door_map lists;
};

void door_mentions_build(struct door_mentions *mentions, struct door_arena *arena, const struct door_offer *offer);

/* The services that name the entry, pointers to struct door_service in the order of ids, each once. */
const struct door_list *door_mentions_find(const struct door_mentions *mentions, const struct door_entry *entry);

#endif
