#include "views/pages.h"

#include <string.h>

#include "base/arena.h"
#include "model/offer.h"
#include "model/page.h"

const struct door_page_kind *const door_page_kinds[] = {
    &door_home_page,
    &door_service_page,
    &door_place_page,
    &door_places_page,
    &door_topic_page,
    &door_stage_page,
    &door_organisation_page,
    &door_question_page,
    &door_audience_page,
    &door_on_page,
    &door_az_page,
    &door_search_page,
    &door_notice_page,
    &door_notices_page,
    &door_statement_page,
    &door_privacy_page,
    &door_written_page,
    &door_paper_page,
    &door_lost_page,
    &door_former_page,
};

const size_t door_page_kind_count = DOOR_COUNT(door_page_kinds);

static size_t
count_parts(const struct door_page_kind *kind, const struct door_offer *offer)
{
    return kind->parts ? kind->parts(offer) : 1;
}

static size_t
count_pages(const struct door_offer *offer)
{
    size_t kind, count = 0;

    for (kind = 0; kind < door_page_kind_count; kind++) {
        const struct door_page_kind *row = door_page_kinds[kind];

        count += row->entries ? row->entries(offer)->count : count_parts(row, offer);
    }
    return count;
}

/* A page that is there whatever an editor wrote is drawn once, by its own kind. */
static bool
is_single(const char *path)
{
    size_t kind;

    for (kind = 0; kind < door_page_kind_count; kind++)
        if (door_page_kinds[kind]->written && strcmp(door_page_kinds[kind]->path, path) == 0)
            return true;
    return false;
}

static const struct door_entry *
written(const struct door_offer *offer, const struct door_page_kind *kind)
{
    return kind->written ? door_offer_find(offer, door_page_record.name, kind->written) : NULL;
}

struct door_list
door_pages_of(struct door_arena *arena, const struct door_offer *offer)
{
    struct door_page_at *pages = door_arena_array(arena, count_pages(offer), sizeof *pages);
    size_t kind, i, count = 0;

    for (kind = 0; kind < door_page_kind_count; kind++) {
        const struct door_page_kind *row = door_page_kinds[kind];
        const struct door_list *list = row->entries ? row->entries(offer) : NULL;
        const struct door_entry *const *entries = list ? list->items : NULL;

        for (i = 0; !list && i < count_parts(row, offer); i++)
            pages[count++] = (struct door_page_at){ kind, i ? row->part_path(arena, i) : row->path, written(offer, row),
                i };
        for (i = 0; list && i < list->count; i++)
            if (entries[i]->path && !is_single(entries[i]->path))
                pages[count++] = (struct door_page_at){ kind, entries[i]->path, entries[i], 0 };
    }
    return (struct door_list){ pages, count };
}
