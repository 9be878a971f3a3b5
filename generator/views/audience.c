#include "views/audience.h"

#include "base/arena.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/audience.h"
#include "model/offer.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_audience_view, name), .help = "What these families are called." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_audience_view, href), .help = "The page for them." },
};

const struct door_record door_audience_view_record = {
    .name = "audience", .size = sizeof(struct door_audience_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

const struct door_said *
door_audience_name(const struct door_visit *visit, const struct door_audience_entry *audience)
{
    if (audience->word)
        return door_visit_phrase(visit, (size_t)DOOR_PHRASE_AUDIENCE_DADS + (size_t)audience->word - 1);
    return door_visit_piece(visit, audience->name);
}

static struct door_audience_view
view_of(const struct door_visit *visit, const struct door_audience_entry *audience)
{
    return (struct door_audience_view){ door_audience_name(visit, audience), audience->entry.path };
}

struct door_list
door_audience_views(const struct door_visit *visit, const struct door_list *ids)
{
    struct door_audience_view *views = door_arena_array(&visit->worker->scratch, ids->count, sizeof *views);
    size_t i;

    for (i = 0; i < ids->count; i++)
        views[i] = view_of(visit, door_audience_find(visit->offer, ((const char *const *)ids->items)[i]));
    return (struct door_list){ views, ids->count };
}

struct door_list
door_audience_views_all(const struct door_visit *visit)
{
    const struct door_list *all = &visit->offer->groups;
    struct door_audience_view *views = door_arena_array(&visit->worker->scratch, all->count, sizeof *views);
    size_t i;

    for (i = 0; i < all->count; i++)
        views[i] = view_of(visit, ((const struct door_audience_entry *const *)all->items)[i]);
    return (struct door_list){ views, all->count };
}
