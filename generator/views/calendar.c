#include "views/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/venue.h"

/* What may be on, and the occasions of each day, while they are gathered. */
struct gathering {
    struct door_arena *arena, some; /* some: for what may be on */
    const struct door_offer *offer;
    struct door_date first;
    struct grown {
        struct door_occasion *items;
        size_t count, capacity;
    } all, days[DOOR_DAYS_AHEAD];
};

struct door_times
door_occasion_times(const struct door_occasion *occasion)
{
    return occasion->session ? occasion->session->time : occasion->stop->time;
}

static const struct door_entry *
subject(const struct door_occasion *occasion)
{
    return occasion->service ? &occasion->service->entry : &occasion->venue->entry;
}

/* By time, then by what it is; a service that is on twice at one time, in the order of its file. */
static int
compare(const void *a, const void *b)
{
    const struct door_occasion *p = a, *q = b;
    struct door_times x = door_occasion_times(p), y = door_occasion_times(q);
    int order = x.from != y.from ? x.from - y.from : x.to - y.to;

    if (!order)
        order = strcmp(subject(p)->id, subject(q)->id);
    if (!order && p->session && q->session)
        order = (p->session > q->session) - (p->session < q->session);
    if (!order && p->stop && q->stop)
        order = (p->stop > q->stop) - (p->stop < q->stop);
    return order;
}

static bool
goes_on(int state)
{
    return state == DOOR_SERVICE_LIVE || state == DOOR_SERVICE_FULL;
}

/* On a day on which it runs: live or full; 0 if the service (NULL: a stop) or the venue does not go on that day. */
static int
state_on(const struct door_service *service, const struct door_venue *venue, struct door_date day)
{
    int state = service ? door_status_on(service->status, day) : DOOR_SERVICE_LIVE;

    return goes_on(state) && (!venue || goes_on(door_status_on(venue->status, day))) ? state : 0;
}

/* On each day, whatever its dates? */
static bool
goes_on_always(const struct door_status *status)
{
    return !status || goes_on(status->is);
}

struct door_date
door_session_next_on(const struct door_offer *offer, const struct door_service *service,
        const struct door_session *session, struct door_date first)
{
    const struct door_venue *venue = (const struct door_venue *)session->place;
    bool always = (!service || goes_on_always(service->status)) && (!venue || goes_on_always(venue->status));
    struct door_date days[DOOR_DAYS_AHEAD];
    size_t i, count = door_session_next(session, offer, first, DOOR_DAYS_AHEAD, days, always ? 1 : DOOR_DAYS_AHEAD);

    for (i = 0; i < count; i++)
        if (state_on(service, venue, days[i]))
            return days[i];
    return (struct door_date){ 0 };
}

static void
add(struct door_arena *arena, struct grown *grown, const struct door_occasion *occasion)
{
    grown->items = door_arena_grow(arena, grown->items, grown->count, &grown->capacity, sizeof *grown->items);
    grown->items[grown->count++] = *occasion;
}

static void
gather_service(struct gathering *gathering, const struct door_service *service)
{
    const struct door_session *sessions = service->sessions.items;
    size_t i;

    for (i = 0; i < service->sessions.count; i++) {
        const struct door_venue *venue = (const struct door_venue *)sessions[i].place;

        if (!venue->hide_address)
            add(&gathering->some, &gathering->all,
                    &(struct door_occasion){ venue, service, &sessions[i], NULL, false });
    }
}

static void
gather_venue(struct gathering *gathering, const struct door_venue *venue)
{
    const struct door_stop *stops = venue->stops.items;
    size_t i;

    for (i = 0; i < venue->stops.count && !venue->hide_address && !venue->sensitive; i++)
        add(&gathering->some, &gathering->all, &(struct door_occasion){ venue, NULL, NULL, &stops[i], false });
}

/* The days on which it is on. */
static void
spread(struct gathering *gathering, struct door_occasion occasion)
{
    struct door_session session = occasion.session ? *occasion.session : door_stop_session(occasion.stop);
    struct door_date days[DOOR_DAYS_AHEAD];
    size_t i, count = door_session_next(&session, gathering->offer, gathering->first, DOOR_DAYS_AHEAD, days,
            DOOR_DAYS_AHEAD);

    for (i = 0; i < count; i++) {
        int state = state_on(occasion.service, occasion.venue, days[i]);

        occasion.full = state == DOOR_SERVICE_FULL;
        if (state)
            add(gathering->arena,
                    &gathering->days[door_date_number(days[i]) - door_date_number(gathering->first)], &occasion);
    }
}

static bool
is_paused(const struct door_service *service, struct door_date day)
{
    const struct door_session *sessions = service->sessions.items;
    size_t i;

    if (service->sensitive || door_status_on(service->status, day) != DOOR_SERVICE_PAUSED)
        return false;
    for (i = 0; i < service->sessions.count; i++)
        if (!door_session_is_over(&sessions[i], day) && !((const struct door_venue *)sessions[i].place)->hide_address)
            return true;
    return false;
}

static struct door_list
find_paused(struct door_arena *arena, const struct door_offer *offer, struct door_date day)
{
    const struct door_service *const *services = offer->services.items;
    const struct door_service **paused = NULL;
    size_t i, count = 0, capacity = 0;

    for (i = 0; i < offer->services.count; i++) {
        if (!is_paused(services[i], day))
            continue;
        paused = door_arena_grow(arena, paused, count, &capacity, sizeof *paused);
        paused[count++] = services[i];
    }
    return (struct door_list){ paused, count };
}

const struct door_calendar *
door_calendar_build(struct door_arena *arena, const struct door_offer *offer, struct door_date first)
{
    struct door_calendar *calendar = door_arena_alloc(arena, sizeof *calendar);
    struct gathering gathering = { .arena = arena, .offer = offer, .first = first };
    size_t i;

    for (i = 0; i < offer->services.count; i++) {
        const struct door_service *service = ((const struct door_service *const *)offer->services.items)[i];

        if (!service->sensitive)
            gather_service(&gathering, service);
    }
    for (i = 0; i < offer->places.count; i++)
        gather_venue(&gathering, ((const struct door_venue *const *)offer->places.items)[i]);
    /* Sorted once: each is on on several days. */
    if (gathering.all.count)
        qsort(gathering.all.items, gathering.all.count, sizeof *gathering.all.items, compare);
    for (i = 0; i < gathering.all.count; i++)
        spread(&gathering, gathering.all.items[i]);
    door_arena_release(&gathering.some);
    calendar->first = first;
    for (i = 0; i < DOOR_DAYS_AHEAD; i++)
        calendar->days[i] = (struct door_list){ gathering.days[i].items, gathering.days[i].count };
    calendar->paused = find_paused(arena, offer, first);
    return calendar;
}
