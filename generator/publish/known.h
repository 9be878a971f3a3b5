/*
 * known - which ids an offer has today, from the names of its files alone: a file with a mistake in it counts too.
 *
 * Owns:   nothing; what it finds lies in the caller's arena.
 * Called: by commands/ for scaffolds and schemas.
 * Never:  checks an entry.
 */
#ifndef DOOR_PUBLISH_KNOWN_H
#define DOOR_PUBLISH_KNOWN_H

#include <stddef.h>

struct door_arena;
struct door_content;
struct door_record;

struct door_ids {
    const char *const *items;
    size_t count;
};

struct door_known {
    struct door_ids *ids;           /* of the i-th door_offer_type */
    struct door_ids media;          /* "media/massage.svg" */
    struct door_ids languages;      /* as offer.yaml lists them */
};

/* content may hold nothing at all. */
void door_known_gather(struct door_known *known, struct door_arena *arena, const struct door_content *content);

/* The ids of one type; none for a record that is no type of entry. */
struct door_ids door_known_ids(const struct door_known *known, const struct door_record *record);

#endif
