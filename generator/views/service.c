#include "views/service.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/contact.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"
#include "views/audience.h"
#include "views/calendar.h"
#include "views/frame.h"
#include "views/order.h"
#include "views/standing.h"
#include "views/visit.h"

static const struct door_field session_fields[] = {
    { .name = "session", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_session_view, session), .record = &door_session_record,
      .help = "The session as the editor wrote it." },
    { .name = "service", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_session_view, service), .record = &door_service_record,
      .help = "The service it belongs to." },
    { .name = "when", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_session_view, when), .help = "Days and times in words." },
    { .name = "times", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_session_view, times), .help = "Only the times." },
    { .name = "next", .kind = DOOR_KIND_DATE, .offset = offsetof(struct door_session_view, next),
      .help = "The next day it runs, within four weeks." },
    { .name = "next_day", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_session_view, next_day),
      .help = "The same in words, with the day of the week." },
    { .name = "days", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_session_view, days), .help = "Only the days: Every Tuesday." },
    { .name = "limits", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_session_view, limits),
      .help = "What more there is to say of when: In term time, until a date." },
    { .name = "evening", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_session_view, evening),
      .help = "Does it begin at 5pm or later?" },
    { .name = "weekend", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_session_view, weekend),
      .help = "Is it on a Saturday or a Sunday?" },
};

const struct door_record door_session_view_record = {
    .name = "session", .size = sizeof(struct door_session_view),
    .fields = session_fields, .field_count = DOOR_COUNT(session_fields),
};

static const struct door_field contact_fields[] = {
    { .name = "contact", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_contact_view, contact), .record = &door_contact_record,
      .help = "The contact as the editor wrote it." },
    { .name = "opening", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_contact_view, opening), .record = &door_opening_view_record,
      .help = "When somebody answers, line by line." },
};

const struct door_record door_contact_view_record = {
    .name = "contact", .size = sizeof(struct door_contact_view),
    .fields = contact_fields, .field_count = DOOR_COUNT(contact_fields),
};

static const struct door_field service_fields[] = {
    { .name = "service", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_service_view, service), .record = &door_service_record,
      .help = "The service as the editor wrote it." },
    { .name = "topic", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_service_view, topic), .record = &door_topic_record,
      .help = "Its home: the first of its topics." },
    { .name = "ages", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_service_view, ages), .help = "Birth to 12 months." },
    { .name = "price", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_service_view, price), .help = "Free, or what it costs." },
    { .name = "sessions", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_service_view, sessions), .record = &door_session_view_record,
      .help = "The sessions that are not over." },
    { .name = "next", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct door_service_view, next),
      .record = &door_session_view_record, .help = "The session that is on first, within four weeks." },
    { .name = "contacts", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_service_view, contacts), .record = &door_contact_view_record,
      .help = "Whom to ask." },
    { .name = "first_phone", .kind = DOOR_KIND_PHONE, .offset = offsetof(struct door_service_view, first_phone),
      .help = "The first contact's phone." },
    { .name = "waiting", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_service_view, waiting),
      .help = "How long families wait, in words." },
    { .name = "spoken", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_service_view, spoken),
      .help = "Languages that staff speak, in words." },
    { .name = "state", .kind = DOOR_KIND_WORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_service_view, state), .words = &door_service_state_words,
      .help = "Live, planned, full, paused or ended on this day." },
    { .name = "open", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_service_view, open),
      .help = "Is it live?" },
    { .name = "standing", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_service_view, standing), .record = &door_standing_view_record,
      .help = "How things stand, and all there is to say of it." },
    { .name = "audiences", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_service_view, audiences), .record = &door_audience_view_record,
      .help = "Whom it is for above all." },
};

const struct door_record door_service_view_record = {
    .name = "service", .size = sizeof(struct door_service_view),
    .fields = service_fields, .field_count = DOOR_COUNT(service_fields),
};

static const char *
say_limit(const struct door_visit *visit, enum door_phrase_id phrase, struct door_date date)
{
    return door_say_phrase(visit->worker, visit->language, phrase,
            &(struct door_hole){ "date", door_say_date(visit->worker, visit->language, date, DOOR_DATE_LONG) }, 1);
}

/* What limits days and times, in the order a family asks; returns how many parts that is. */
static size_t
limits_of(const struct door_visit *visit, const struct door_session *session, const char *parts[4])
{
    size_t count = 0;

    if (session->every != DOOR_NO_NUMBER && session->every > 7)
        parts[count++] = door_say_plural(visit->worker, visit->language, DOOR_PHRASE_EVERY_WEEKS, session->every / 7,
                NULL, 0);
    if (session->when == DOOR_WHEN_TERM_TIME)
        parts[count++] = door_language_word(visit->language, DOOR_PHRASE_TERM_TIME);
    if (session->from.year && door_date_compare(visit->today, session->from) < 0)
        parts[count++] = say_limit(visit, DOOR_PHRASE_FROM_DATE, session->from);
    if (session->until.year)
        parts[count++] = say_limit(visit, DOOR_PHRASE_UNTIL_DATE, session->until);
    return count;
}

static bool
is_at_weekend(const struct door_session *session)
{
    const struct door_day *days = session->day.items;
    size_t i;

    for (i = 0; i < session->day.count; i++)
        if (days[i].weekday >= 6)
            return true;
    return session->date.year && door_date_weekday(session->date) >= 6;
}

/* "Every Tuesday, 9:30am to 11am", "Saturday 5 December 2026, 9:30am to 11am". */
static void
say_days(const struct door_visit *visit, const struct door_session *session, struct door_session_view *view)
{
    view->times = door_say_times(visit->worker, visit->language, session->time);
    if (session->date.year) {
        view->days = door_say_capital(visit->worker, visit->language,
                door_say_date(visit->worker, visit->language, session->date, DOOR_DATE_WEEKDAY));
        view->when = door_say_days_times(visit->worker, visit->language, view->days, view->times);
    } else {
        view->days = door_say_every(visit->worker, visit->language, &session->day);
        view->when = door_say_every_times(visit->worker, visit->language, &session->day, session->time);
    }
}

/* What limits days and times, side by side behind them, and alone. */
static void
say_limits(const struct door_visit *visit, const struct door_session *session, struct door_session_view *view)
{
    const char *parts[4], *limits;
    size_t i, count = limits_of(visit, session, parts);

    if (!count)
        return;
    limits = parts[0];
    for (i = 1; i < count; i++)
        limits = door_say_days_times(visit->worker, visit->language, limits, parts[i]);
    view->limits = door_say_capital(visit->worker, visit->language, limits);
    for (i = 0; i < count; i++)
        view->when = door_say_days_times(visit->worker, visit->language, view->when, parts[i]);
}

void
door_session_view_fill(const struct door_visit *visit, const struct door_service *service,
        const struct door_session *session, struct door_session_view *view)
{
    view->session = session;
    view->service = service;
    say_days(visit, session, view);
    say_limits(visit, session, view);
    view->evening = session->time.from >= DOOR_AFTER_WORK;
    view->weekend = is_at_weekend(session);
    view->next = door_session_next_on(visit->offer, service, session, visit->today);
    if (view->next.year)
        view->next_day = door_say_date(visit->worker, visit->language, view->next, DOOR_DATE_DAY);
}

static struct door_list
session_views(const struct door_visit *visit, const struct door_service *service)
{
    const struct door_session *sessions = service->sessions.items;
    struct door_session_view *views = door_arena_array(&visit->worker->scratch, service->sessions.count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < service->sessions.count; i++)
        if (!door_session_is_over(&sessions[i], visit->today))
            door_session_view_fill(visit, service, &sessions[i], &views[count++]);
    return (struct door_list){ views, count };
}

/* By day and time; NULL if none is on within four weeks. */
static const struct door_session_view *
first_of(const struct door_list *sessions)
{
    const struct door_session_view *views = sessions->items, *first = NULL;
    size_t i;

    for (i = 0; i < sessions->count; i++) {
        int order = first && views[i].next.year ? door_date_compare(views[i].next, first->next) : -1;

        if (views[i].next.year && (order < 0 || (!order && views[i].session->time.from < first->session->time.from)))
            first = &views[i];
    }
    return first;
}

struct door_list
door_contact_views(const struct door_visit *visit, const struct door_list *contacts)
{
    struct door_contact_view *views = door_arena_array(&visit->worker->scratch, contacts->count, sizeof *views);
    size_t i;

    for (i = 0; i < contacts->count; i++) {
        views[i].contact = &((const struct door_contact *)contacts->items)[i];
        views[i].opening = door_opening_build(visit, &views[i].contact->hours);
    }
    return (struct door_list){ views, contacts->count };
}

const struct door_said *
door_service_price(const struct door_visit *visit, const struct door_cost *cost)
{
    static const enum door_phrase_id per[] = {
        DOOR_PHRASE_COST_PER_SESSION, DOOR_PHRASE_COST_PER_MONTH, DOOR_PHRASE_COST_PER_COURSE,
        DOOR_PHRASE_COST_PER_FAMILY,
    };
    const char *amount;

    if (cost->free)
        return door_visit_phrase(visit, DOOR_PHRASE_FREE);
    if (cost->words)
        return door_visit_piece(visit, cost->words);
    amount = door_say_money(visit->worker, visit->language, cost->amount);
    if (!cost->per)
        return door_visit_said(visit, amount, visit->language->index);
    return door_visit_said(visit, door_say_phrase(visit->worker, visit->language, per[cost->per - 1],
            &(struct door_hole){ "amount", amount }, 1), door_visit_phrase(visit, per[cost->per - 1])->language);
}

const char *
door_service_phone(const struct door_service *service)
{
    const struct door_contact *contacts = service->contacts.items;
    size_t i;

    for (i = 0; i < service->contacts.count; i++)
        if (contacts[i].phone)
            return contacts[i].phone;
    return NULL;
}

void
door_service_view_fill(const struct door_visit *visit, const struct door_service *service,
        struct door_service_view *view)
{
    struct door_standing_view *standing = door_arena_alloc(&visit->worker->scratch, sizeof *standing);

    view->service = service;
    view->topic = ((const struct door_entry *const *)service->topics.items)[0];
    view->ages = door_say_ages(visit->worker, visit->language, service->ages);
    view->price = door_service_price(visit, service->cost);
    *standing = door_standing_of(visit, service->status);
    view->standing = standing;
    view->state = standing->state;
    view->open = standing->open;
    view->audiences = door_audience_views(visit, &service->audiences);
    if (view->open || view->state == DOOR_SERVICE_FULL)
        view->sessions = session_views(visit, service);
    view->next = first_of(&view->sessions);
    view->contacts = door_contact_views(visit, &service->contacts);
    view->first_phone = door_service_phone(service);
    if (service->wait)
        view->waiting = door_say_plural(visit->worker, visit->language, DOOR_PHRASE_DAYS, service->wait->days, NULL, 0);
    view->spoken = door_language_names(visit, &service->languages);
}

static int
order_of(const struct door_service *service)
{
    return service->print && service->print->order != DOOR_NO_NUMBER ? service->print->order : INT_MAX;
}

/* What is open first, then the editor's order, then names as the language sorts them. */
static int
compare(const void *a, const void *b, void *context)
{
    const struct door_service_view *p = a, *q = b;
    const struct door_visit *visit = context;
    int x = order_of(p->service), y = order_of(q->service);

    if (p->open != q->open)
        return p->open ? -1 : 1;
    if (x != y)
        return x < y ? -1 : 1;
    return door_order_compare(visit->order, p->service, q->service);
}

static bool
is_listed(const struct door_visit *visit, const struct door_service *service,
        bool (*chosen)(const struct door_service *, const void *), const void *what)
{
    return door_status_on(service->status, visit->today) != DOOR_SERVICE_ENDED && (!chosen || chosen(service, what));
}

struct door_list
door_service_views(const struct door_visit *visit, const struct door_list *among,
        bool (*chosen)(const struct door_service *, const void *), const void *what)
{
    const struct door_service *const *services = among->items;
    struct door_service_view *views;
    size_t i, count = 0, filled = 0;

    for (i = 0; i < among->count; i++)
        count += is_listed(visit, services[i], chosen, what);
    views = door_arena_array(&visit->worker->scratch, count, sizeof *views);
    for (i = 0; filled < count; i++)
        if (is_listed(visit, services[i], chosen, what))
            door_service_view_fill(visit, services[i], &views[filled++]);
    if (count)
        qsort_r(views, count, sizeof *views, compare, (void *)(uintptr_t)visit);
    return (struct door_list){ views, count };
}

void
door_services_free(const struct door_visit *visit, bool *all_free, bool *most_free)
{
    const struct door_service *const *services = visit->offer->services.items;
    size_t i, all = 0, free = 0;

    for (i = 0; i < visit->offer->services.count; i++) {
        if (door_standing_of(visit, services[i]->status).state == DOOR_SERVICE_ENDED)
            continue;
        all++;
        free += services[i]->cost->free;
    }
    *all_free = all && free == all;
    *most_free = all && !*all_free && free * 3 >= all * 2;
}
