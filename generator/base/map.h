/*
 * map - texts to pointers. Keys are kept by reference, so they must live as long as the map.
 *
 * Owns:   its table, in the arena it was made with.
 * Called: by every room that looks something up by name.
 * Never:  walked: the order of a hash table must not reach any output.
 */
#ifndef DOOR_BASE_MAP_H
#define DOOR_BASE_MAP_H

#include <stddef.h>

struct door_arena;
struct door_map_slot;

struct door_map {       /* starts as { 0 } */
    struct door_map_slot *slots;
    size_t count, capacity;     /* capacity is a power of two */
};

/* Put value under key, in place of what was there. The value must not be NULL. */
void door_map_put(struct door_map *map, struct door_arena *arena, const char *key, const void *value);

/* What lies under key, or NULL. */
void *door_map_find(const struct door_map *map, const char *key);

#endif
