#include "base/map.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"

struct door_map_slot {
    const char *key;
    void *value;
    uint64_t hash;
};

/* Linear probing; the table is never more than half full, so a free slot always ends the walk. */
static struct door_map_slot *
slot_of(const struct door_map *map, const char *key, uint64_t hash)
{
    size_t i = (size_t)hash & (map->capacity - 1);

    while (map->slots[i].key && (map->slots[i].hash != hash || strcmp(map->slots[i].key, key) != 0))
        i = (i + 1) & (map->capacity - 1);
    return &map->slots[i];
}

static void
grow(struct door_map *map, struct door_arena *arena)
{
    struct door_map larger = { 0 };
    size_t i;

    larger.capacity = map->capacity ? map->capacity * 2 : 16;
    larger.slots = door_arena_array(arena, larger.capacity, sizeof *larger.slots);
    for (i = 0; i < map->capacity; i++)
        if (map->slots[i].key)
            *slot_of(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    larger.count = map->count;
    *map = larger;
}

void
door_map_put(struct door_map *map, struct door_arena *arena, const char *key, const void *value)
{
    struct door_map_slot *slot;
    uint64_t hash = door_hash(key, strlen(key));

    if (map->count * 2 >= map->capacity)
        grow(map, arena);
    slot = slot_of(map, key, hash);
    if (!slot->key)
        map->count++;
    *slot = (struct door_map_slot){ key, (void *)(uintptr_t)value, hash };
}

void *
door_map_find(const struct door_map *map, const char *key)
{
    if (!map->count)
        return NULL;
    return slot_of(map, key, door_hash(key, strlen(key)))->value;
}
