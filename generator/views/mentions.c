#include "views/mentions.h"

#include <stdio.h>

#include "base/arena.h"
#include "model/audience.h"
#include "model/offer.h"
#include "model/service.h"

struct mention {
    struct door_list list;          /* what callers see of items */
    const struct door_service **items;
    size_t capacity;
};

struct key {                        /* "place:thornleigh-hub": an id has 64 bytes at most */
    char text[96];
};

static struct key
key_of(const struct door_entry *entry)
{
    struct key key;

    snprintf(key.text, sizeof key.text, "%s:%s", entry->record->name, entry->id);
    return key;
}

/* Services come one after the other, so one that names an entry twice is the last in its list. */
static void
note(struct door_mentions *mentions, struct door_arena *arena, const struct door_entry *entry,
        const struct door_service *service)
{
    struct key key = key_of(entry);
    struct mention *mention = door_map_find(&mentions->lists, key.text);
    size_t count = mention ? mention->list.count : 0;

    if (!mention) {
        mention = door_arena_alloc(arena, sizeof *mention);
        door_map_put(&mentions->lists, arena, door_arena_text(arena, key.text), mention);
    }
    if (count && mention->items[count - 1] == service)
        return;
    mention->items = door_arena_grow(arena, mention->items, count, &mention->capacity, sizeof *mention->items);
    mention->items[count] = service;
    mention->list = (struct door_list){ mention->items, count + 1 };
}

static void
note_all(struct door_mentions *mentions, struct door_arena *arena, const struct door_list *refs,
        const struct door_service *service)
{
    size_t i;

    for (i = 0; i < refs->count; i++)
        note(mentions, arena, ((const struct door_entry *const *)refs->items)[i], service);
}

static void
note_audiences(struct door_mentions *mentions, struct door_arena *arena, const struct door_offer *offer,
        const struct door_service *service)
{
    size_t i;

    for (i = 0; i < service->audiences.count; i++)
        note(mentions, arena, &door_audience_find(offer, ((const char *const *)service->audiences.items)[i])->entry,
                service);
}

void
door_mentions_build(struct door_mentions *mentions, struct door_arena *arena, const struct door_offer *offer)
{
    size_t i, j;

    for (i = 0; i < offer->services.count; i++) {
        const struct door_service *service = ((const struct door_service *const *)offer->services.items)[i];
        const struct door_session *sessions = service->sessions.items;

        note_all(mentions, arena, &service->topics, service);
        note_audiences(mentions, arena, offer, service);
        note_all(mentions, arena, &service->places, service);
        note(mentions, arena, service->organisation, service);
        for (j = 0; j < service->sessions.count; j++)
            if (sessions[j].place)
                note(mentions, arena, sessions[j].place, service);
    }
}

const struct door_list *
door_mentions_find(const struct door_mentions *mentions, const struct door_entry *entry)
{
    static const struct door_list none;
    struct key key = key_of(entry);
    const struct mention *mention = door_map_find(&mentions->lists, key.text);

    return mention ? &mention->list : &none;
}
