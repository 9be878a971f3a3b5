#include "views/where.h"

#include "base/arena.h"
#include "language/worker.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/map.h"
#include "views/notice.h"
#include "views/service.h"
#include "views/venue.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "place", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_where_view, place),
      .record = &door_venue_record, .help = "The place." },
    { .name = "address_line", .kind = DOOR_KIND_TEXT, .offset = offsetof(struct door_where_view, address_line),
      .help = "Its address on one line; of a hidden place the town." },
    { .name = "map", .kind = DOOR_KIND_URL, .offset = offsetof(struct door_where_view, map),
      .help = "The place on the offer's map; of a hidden place there is none." },
    { .name = "sessions", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_where_view, sessions), .record = &door_session_view_record,
      .help = "What the service does there." },
    { .name = "notices", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_where_view, notices), .record = &door_notice_view_record,
      .help = "What will be different there." },
};

const struct door_record door_where_view_record = {
    .name = "where", .size = sizeof(struct door_where_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

/* The place among those so far; a new one behind them if it is not there. */
static struct door_where_view *
find_place(const struct door_visit *visit, const struct door_entry *place, struct door_where_view *views, size_t *count)
{
    const struct door_venue *venue = (const struct door_venue *)place;
    size_t i;

    for (i = 0; i < *count; i++)
        if (views[i].place == place)
            return &views[i];
    views[*count] = (struct door_where_view){ .place = place, .address_line = door_venue_address_line(visit, venue),
        .map = door_map_of_venue(visit, venue), .notices = door_notice_views(visit, place, false) };
    return &views[(*count)++];
}

/* A service has a handful of sessions and places, so each place looks through them all. */
static struct door_list
sessions_at(const struct door_visit *visit, const struct door_service_view *service, const struct door_entry *place)
{
    const struct door_session_view *all = service->sessions.items;
    struct door_session_view *views = door_arena_array(&visit->worker->scratch, service->sessions.count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < service->sessions.count; i++)
        if (all[i].session->place == place)
            views[count++] = all[i];
    return (struct door_list){ views, count };
}

/* The place of the next session comes first; the others keep the editor's order. */
static void
begin_with(struct door_where_view *views, size_t count, const struct door_entry *place)
{
    struct door_where_view first;
    size_t i;

    for (i = 0; i < count && views[i].place != place; i++)
        ;
    if (i == count)
        return;
    first = views[i];
    for (; i > 0; i--)
        views[i] = views[i - 1];
    views[0] = first;
}

struct door_list
door_where_build(const struct door_visit *visit, const struct door_service_view *service)
{
    const struct door_session_view *sessions = service->sessions.items, *next = door_where_next(service);
    const struct door_entry *const *places = service->service->places.items;
    struct door_where_view *views = door_arena_array(&visit->worker->scratch,
            service->sessions.count + service->service->places.count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < service->sessions.count; i++)
        if (sessions[i].session->place)
            find_place(visit, sessions[i].session->place, views, &count);
    for (i = 0; i < count; i++)
        views[i].sessions = sessions_at(visit, service, views[i].place);
    if (next)
        begin_with(views, count, next->session->place);
    for (i = 0; i < service->service->places.count; i++)
        if (((const struct door_venue *)places[i])->kind != DOOR_VENUE_ONLINE)
            find_place(visit, places[i], views, &count);
    return (struct door_list){ views, count };
}

static bool
is_online(const struct door_session_view *session)
{
    return session->session->place && ((const struct door_venue *)session->session->place)->kind == DOOR_VENUE_ONLINE;
}

/* Does it come before the other (NULL: none)? Where one meets people comes before what is online. */
static bool
comes_before(const struct door_session_view *session, const struct door_session_view *other)
{
    int order;

    if (!other || is_online(session) != is_online(other))
        return !other || is_online(other);
    order = door_date_compare(session->next, other->next);
    return order < 0 || (order == 0 && session->session->time.from < other->session->time.from);
}

const struct door_session_view *
door_where_next(const struct door_service_view *service)
{
    const struct door_session_view *sessions = service->sessions.items, *next = NULL;
    size_t i;

    for (i = 0; i < service->sessions.count; i++)
        if (sessions[i].next.year && comes_before(&sessions[i], next))
            next = &sessions[i];
    return next;
}
