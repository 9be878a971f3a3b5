#include "views/venue.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/format.h"
#include "language/worker.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/frame.h"
#include "views/map.h"
#include "views/mentions.h"
#include "views/service.h"
#include "views/standing.h"
#include "views/visit.h"

#define DAYS_AHEAD 28
#define NEXT_DATES 3

static const struct door_field day_fields[] = {
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_day_view, name), .help = "Tuesday." },
    { .name = "sessions", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_day_view, sessions), .record = &door_session_view_record,
      .help = "What happens that day, by time." },
};

static const struct door_record day_record = {
    .name = "day", .size = sizeof(struct door_day_view), .fields = day_fields, .field_count = DOOR_COUNT(day_fields),
};

static const struct door_field stop_fields[] = {
    { .name = "stop", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_stop_view, stop), .record = &door_stop_record,
      .help = "The stop as the editor wrote it." },
    { .name = "when", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_stop_view, when), .help = "Days and times in words." },
    { .name = "days", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_stop_view, days), .help = "Only the days." },
    { .name = "times", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_stop_view, times), .help = "Only the times." },
    { .name = "limits", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_stop_view, limits),
      .help = "What more there is to say of when." },
    { .name = "next", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_stop_view, next),
      .help = "The next dates, within four weeks." },
    { .name = "map", .kind = DOOR_KIND_URL, .offset = offsetof(struct door_stop_view, map),
      .help = "Where it stops, on the offer's map." },
};

static const struct door_record stop_record = {
    .name = "stop", .size = sizeof(struct door_stop_view),
    .fields = stop_fields, .field_count = DOOR_COUNT(stop_fields),
};

static const struct door_field venue_fields[] = {
    { .name = "venue", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_venue_view, venue), .record = &door_venue_record,
      .help = "The place as the editor wrote it." },
    { .name = "standing", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_venue_view, standing), .record = &door_standing_view_record,
      .help = "How things stand, and all there is to say of it." },
    { .name = "stops", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct door_venue_view, stops),
      .record = &stop_record, .help = "Where a mobile place comes to, and when." },
    { .name = "opening", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_venue_view, opening), .record = &door_opening_view_record,
      .help = "Opening hours, line by line." },
    { .name = "contacts", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_venue_view, contacts), .record = &door_contact_view_record,
      .help = "Whom to ask." },
    { .name = "days", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct door_venue_view, days),
      .record = &day_record, .help = "The days on which something happens here." },
    { .name = "once", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct door_venue_view, once),
      .record = &door_session_view_record, .help = "What happens on one date only." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_venue_view, services), .record = &door_service_view_record,
      .help = "What can be had here without fixed sessions." },
    { .name = "address_line", .kind = DOOR_KIND_TEXT, .offset = offsetof(struct door_venue_view, address_line),
      .help = "The address on one line." },
    { .name = "map", .kind = DOOR_KIND_URL, .offset = offsetof(struct door_venue_view, map),
      .help = "Its place on the offer's map; of a hidden place there is none." },
};

const struct door_record door_venue_view_record = {
    .name = "place", .size = sizeof(struct door_venue_view),
    .fields = venue_fields, .field_count = DOOR_COUNT(venue_fields),
};

static void
add_to_line(struct door_buf *line, const char *part)
{
    if (!part)
        return;
    if (line->size)
        door_buf_text(line, ", ");
    door_buf_text(line, part);
}

const char *
door_venue_address_line(const struct door_visit *visit, const struct door_venue *venue)
{
    const struct door_address *address = venue->address;
    struct door_buf line = { 0 };
    const char *text;
    size_t i;

    if (!address)
        return NULL;
    if (venue->hide_address)
        return address->town;
    for (i = 0; i < address->lines.count; i++)
        add_to_line(&line, ((const char *const *)address->lines.items)[i]);
    add_to_line(&line, address->town);
    add_to_line(&line, address->postcode);
    text = door_arena_text(&visit->worker->scratch, door_buf_string(&line));
    door_buf_release(&line);
    return text;
}

struct door_list
door_venues_in_order(const struct door_visit *visit, const struct door_list *places)
{
    const struct door_venue *const *all = places->items;
    const struct door_venue **ordered = door_arena_array(&visit->worker->scratch, places->count, sizeof *ordered);
    size_t i, count = 0;

    for (i = 0; i < places->count; i++)
        if (!all[i]->hide_address)
            ordered[count++] = all[i];
    for (i = 0; i < places->count; i++)
        if (all[i]->hide_address)
            ordered[count++] = all[i];
    return (struct door_list){ ordered, count };
}

/* One-off sessions by their dates; the others have none, so that their times decide. */
static int
by_time(const void *a, const void *b)
{
    const struct door_session_view *p = a, *q = b;
    int order = door_date_compare(p->session->date, q->session->date);

    if (!order)
        order = p->session->time.from - q->session->time.from;
    if (!order)
        order = strcmp(p->service->entry.id, q->service->entry.id);
    return order ? order : (p->session > q->session) - (p->session < q->session);
}

static size_t
add_sessions(const struct door_visit *visit, const struct door_venue *venue, const struct door_service *service,
        struct door_session_view *views)
{
    const struct door_session *sessions = service->sessions.items;
    int state = door_status_on(service->status, visit->today);
    size_t i, count = 0;

    if (state != DOOR_SERVICE_LIVE && state != DOOR_SERVICE_FULL)
        return 0;
    for (i = 0; i < service->sessions.count; i++)
        if (sessions[i].place == &venue->entry && !door_session_is_over(&sessions[i], visit->today))
            door_session_view_fill(visit, service, &sessions[i], &views[count++]);
    return count;
}

/* All that is yet to happen here, by time. */
static struct door_list
sessions_here(const struct door_visit *visit, const struct door_venue *venue, door_venue_filter *shown)
{
    const struct door_list *here = door_mentions_find(visit->mentions, &venue->entry);
    const struct door_service *const *services = here->items;
    struct door_session_view *views;
    size_t i, count = 0;

    for (i = 0; i < here->count; i++)
        count += services[i]->sessions.count;
    views = door_arena_array(&visit->worker->scratch, count, sizeof *views);
    for (i = count = 0; i < here->count; i++)
        if (shown(services[i]))
            count += add_sessions(visit, venue, services[i], views + count);
    if (count)
        qsort(views, count, sizeof *views, by_time);
    return (struct door_list){ views, count };
}

static bool
is_on(const struct door_session *session, int weekday)
{
    const struct door_day *days = session->day.items;
    size_t i;

    for (i = 0; i < session->day.count; i++)
        if (days[i].weekday == weekday)
            return true;
    return weekday == 0 && session->date.year;
}

/* Those among the sessions that are on a weekday (1 to 7), or with 0 those on one date only. */
static struct door_list
sessions_on(const struct door_visit *visit, const struct door_list *sessions, int weekday)
{
    const struct door_session_view *all = sessions->items;
    struct door_session_view *views = door_arena_array(&visit->worker->scratch, sessions->count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < sessions->count; i++)
        if (is_on(all[i].session, weekday))
            views[count++] = all[i];
    return (struct door_list){ views, count };
}

struct place_and_filter {
    const struct door_venue *venue;
    door_venue_filter *shown;
};

static bool
can_be_had_at(const struct door_service *service, const void *what)
{
    const struct place_and_filter *wanted = what;

    return door_entry_is_among(&wanted->venue->entry, &service->places) && wanted->shown(service);
}

/* The days on which it comes, at most NEXT_DATES of them, as one sentence; NULL for none. */
static const char *
say_next(const struct door_visit *visit, const struct door_session *session)
{
    struct door_date days[NEXT_DATES];
    const char *words[NEXT_DATES];
    size_t i, count = door_session_next(session, visit->offer, visit->today, DAYS_AHEAD, days, NEXT_DATES);

    for (i = 0; i < count; i++)
        words[i] = door_say_date(visit->worker, visit->language, days[i], DOOR_DATE_DAY);
    return count ? door_say_list(visit->worker, visit->language, words, count) : NULL;
}

static struct door_list
stop_views(const struct door_visit *visit, const struct door_venue *venue)
{
    const struct door_stop *stops = venue->stops.items;
    struct door_stop_view *views = door_arena_array(&visit->worker->scratch, venue->stops.count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < venue->stops.count; i++) {
        struct door_session session = door_stop_session(&stops[i]);
        struct door_session_view said = { 0 };

        if (door_session_is_over(&session, visit->today))
            continue;
        door_session_view_fill(visit, NULL, &session, &said);
        views[count++] = (struct door_stop_view){ .stop = &stops[i], .when = said.when,
            .days = said.days, .times = said.times, .limits = said.limits,
            .next = say_next(visit, &session),
            .map = venue->hide_address ? NULL : door_map_of_point(visit, stops[i].location, stops[i].postcode) };
    }
    return (struct door_list){ views, count };
}

void
door_venue_view_fill(const struct door_visit *visit, const struct door_venue *venue, door_venue_filter *shown,
        struct door_venue_view *view)
{
    struct door_list sessions = sessions_here(visit, venue, shown);
    struct door_day_view *days = door_arena_array(&visit->worker->scratch, 7, sizeof *days);
    struct door_standing_view *standing = door_arena_alloc(&visit->worker->scratch, sizeof *standing);
    size_t count = 0;
    int weekday;

    *standing = door_standing_of(visit, venue->status);
    view->venue = venue;
    view->standing = standing;
    view->stops = stop_views(visit, venue);
    view->opening = door_opening_build(visit, &venue->opening);
    view->contacts = door_contact_views(visit, &venue->contacts);
    for (weekday = 1; weekday <= 7; weekday++) {
        days[count].sessions = sessions_on(visit, &sessions, weekday);
        if (days[count].sessions.count)
            days[count++].name = door_say_capital(visit->worker, visit->language,
                    door_say_weekday(visit->worker, visit->language, weekday));
    }
    view->days = (struct door_list){ days, count };
    view->once = sessions_on(visit, &sessions, 0);
    view->services = door_service_views(visit, door_mentions_find(visit->mentions, &venue->entry), can_be_had_at,
            &(struct place_and_filter){ venue, shown });
    view->address_line = door_venue_address_line(visit, venue);
    view->map = door_map_of_venue(visit, venue);
}
