#include "model/audience.h"

#include <string.h>

#include "base/arena.h"
#include "model/offer.h"
#include "model/service.h"

static const struct door_field fields[] = {
    { "name", DOOR_KIND_PROSE, 0, offsetof(struct door_audience_entry, name),
      .help = "What these families call themselves, if the audience is one of the offer's own." },
    { "word", DOOR_KIND_WORD, 0, offsetof(struct door_audience_entry, word), .words = &door_audience_words,
      .help = "An audience that every offer has." },
};

const struct door_record door_audience_record = {
    .name = "audience", .folder = "for", .size = sizeof(struct door_audience_entry),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
};

/* Which of the audiences an id means, those that every offer has first; `all` of them if it is none. */
static size_t
index_of(const struct door_offer *offer, const char *id, size_t all)
{
    const struct door_audience *own = offer->audiences.items;
    size_t built_in = door_audience_words.count, i;
    int word = id ? door_enumeration_find(&door_audience_words, id) : 0;

    if (!id)                    /* an item of the list that is empty, which has been told */
        return all;
    if (word)
        return (size_t)word - 1;
    for (i = 0; i < offer->audiences.count; i++)
        if (own[i].id && strcmp(own[i].id, id) == 0)
            return built_in + i;
    return all;
}

/* The first service that is for each audience. One that could not be read is for none. */
static void
find_first(const struct door_offer *offer, const struct door_service **firsts, size_t all)
{
    const struct door_service *const *services = offer->services.items;
    size_t i, j;

    for (i = 0; i < offer->services.count; i++)
        for (j = 0; j < services[i]->audiences.count; j++) {
            size_t index = index_of(offer, ((const char *const *)services[i]->audiences.items)[j], all);

            if (index < all && !firsts[index])
                firsts[index] = services[i];
        }
}

struct door_list
door_audiences_of(struct door_arena *arena, const struct door_offer *offer)
{
    const struct door_audience *own = offer->audiences.items;
    size_t built_in = door_audience_words.count, all = built_in + offer->audiences.count, count = 0, i;
    const struct door_service **firsts = door_arena_array(arena, all, sizeof *firsts);
    const struct door_audience_entry **entries = door_arena_array(arena, all, sizeof *entries);

    find_first(offer, firsts, all);
    for (i = 0; i < all; i++) {
        struct door_audience_entry *audience;

        if (!firsts[i])
            continue;
        audience = door_arena_alloc(arena, sizeof *audience);
        audience->entry.record = &door_audience_record;
        audience->entry.id = i < built_in ? door_audience_words.words[i].word : own[i - built_in].id;
        audience->entry.path = door_arena_format(arena, "%s/%s/", door_audience_record.folder, audience->entry.id);
        audience->entry.place = firsts[i]->entry.place;
        audience->entry.number = (uint32_t)count;
        audience->word = i < built_in ? (int)i + 1 : 0;
        audience->name = i < built_in ? 0 : own[i - built_in].name;
        entries[count++] = audience;
    }
    return (struct door_list){ entries, count };
}

const struct door_audience_entry *
door_audience_find(const struct door_offer *offer, const char *id)
{
    return (const struct door_audience_entry *)door_offer_find(offer, door_audience_record.name, id);
}
