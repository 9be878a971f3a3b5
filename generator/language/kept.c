#include "language/kept.h"

#include "base/arena.h"

struct door_kept_slot {
    uint64_t key;       /* 0: free */
    const char *text;
};

uint64_t
door_kept_key(enum door_kept_kind kind, unsigned part, int64_t number)
{
    return (uint64_t)kind << 56 | (uint64_t)(part & 0xFF) << 48 | ((uint64_t)number & 0xFFFFFFFFFFFF);
}

/* Linear probing; never more than half full. Keys that follow one another are spread by a multiplication. */
static struct door_kept_slot *
slot_of(const struct door_kept *kept, uint64_t key)
{
    size_t i = (size_t)((key * 0x9E3779B97F4A7C15) >> 32) & (kept->capacity - 1);

    while (kept->slots[i].key && kept->slots[i].key != key)
        i = (i + 1) & (kept->capacity - 1);
    return &kept->slots[i];
}

static void
grow(struct door_kept *kept, struct door_arena *arena)
{
    struct door_kept larger = { .count = kept->count, .capacity = kept->capacity ? kept->capacity * 2 : 64 };
    size_t i;

    larger.slots = door_arena_array(arena, larger.capacity, sizeof *larger.slots);
    for (i = 0; i < kept->capacity; i++)
        if (kept->slots[i].key)
            *slot_of(&larger, kept->slots[i].key) = kept->slots[i];
    *kept = larger;
}

const char *
door_kept_find(const struct door_kept *kept, uint64_t key)
{
    return kept->count ? slot_of(kept, key)->text : NULL;
}

const char *
door_kept_put(struct door_kept *kept, struct door_arena *arena, uint64_t key, const char *text)
{
    struct door_kept_slot *slot;

    if (kept->count * 2 >= kept->capacity)
        grow(kept, arena);
    slot = slot_of(kept, key);
    *slot = (struct door_kept_slot){ key, door_arena_text(arena, text) };
    kept->count++;
    return slot->text;
}
