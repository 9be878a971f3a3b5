#include "model/former.h"

#include <string.h>

#include "base/arena.h"
#include "model/entry.h"
#include "model/offer.h"

struct formers {
    struct door_arena *arena;
    const struct door_entry **items;
    size_t count, capacity;
};

static void
add(struct formers *formers, const struct door_record *record, const char *id, const struct door_entry *now)
{
    struct door_entry *former;

    if (!record->has_page || !now->path)
        return;
    former = door_arena_alloc(formers->arena, sizeof *former);
    *former = (struct door_entry){
        .record = record, .id = id, .place = now->place, .now = now,
        .path = door_arena_format(formers->arena, "%s/%s/", record->folder, id),
    };
    formers->items = door_arena_grow(formers->arena, formers->items, formers->count, &formers->capacity,
            sizeof *formers->items);
    formers->items[formers->count++] = former;
}

static void
add_renamed(struct formers *formers, const struct door_list *entries)
{
    size_t i, j;

    for (i = 0; i < entries->count; i++) {
        const struct door_entry *entry = ((const struct door_entry *const *)entries->items)[i];

        for (j = 0; j < entry->was.count; j++)
            add(formers, entry->record, ((const char *const *)entry->was.items)[j], entry);
    }
}

static void
add_gone(struct formers *formers, const struct door_gone *gone)
{
    size_t size = strcspn(gone->was, ":");

    add(formers, door_offer_type_named(gone->was, size), gone->was + size + 1, gone->see);
}

struct door_list
door_formers_of(struct door_arena *arena, const struct door_offer *offer)
{
    struct formers formers = { .arena = arena };
    const struct door_record *record;
    size_t i;

    for (i = 0; (record = door_offer_type(i)); i++)
        add_renamed(&formers, door_offer_list(offer, record));
    for (i = 0; i < offer->gone.count; i++)
        add_gone(&formers, &((const struct door_gone *)offer->gone.items)[i]);
    return (struct door_list){ formers.items, formers.count };
}

struct door_map
door_former_contexts(struct door_arena *arena, const struct door_offer *offer)
{
    const struct door_record *record;
    struct door_map contexts = { 0 };
    size_t type, i, j;

    for (type = 0; (record = door_offer_type(type)); type++) {
        const struct door_list *list = door_offer_list(offer, record);

        for (i = 0; i < list->count; i++) {
            const struct door_entry *entry = ((const struct door_entry *const *)list->items)[i];

            for (j = 0; j < entry->was.count; j++)
                door_map_put(&contexts, arena,
                        door_arena_format(arena, "%s/%s", record->folder, ((const char *const *)entry->was.items)[j]),
                        door_arena_format(arena, "%s/%s", record->folder, entry->id));
        }
    }
    return contexts;
}
