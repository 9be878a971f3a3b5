#include "model/due.h"

#include "base/diag.h"
#include "base/yaml.h"
#include "model/offer.h"
#include "model/publication.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/venue.h"

#define SOON 28     /* days: as far ahead as pages look */

struct due {
    const struct door_offer *offer;
    struct door_date today;
    struct door_diag *diag;
};

/* Where a field of an entry is written, or the entry itself. */
static struct door_place
place_of(const struct door_entry *entry, const char *field)
{
    const struct door_node *node = entry->source ? door_node_find(entry->source, field) : NULL;

    return node ? node->place : entry->place;
}

static bool
is_soon(const struct due *due, struct door_date day)
{
    return door_date_number(day) < door_date_number(due->today) + SOON;
}

static bool
is_in_term_time(const struct door_offer *offer)
{
    const struct door_service *const *services = offer->services.items;
    const struct door_venue *const *places = offer->places.items;
    size_t i, j;

    for (i = 0; i < offer->services.count; i++)
        for (j = 0; j < services[i]->sessions.count; j++)
            if (((const struct door_session *)services[i]->sessions.items)[j].when == DOOR_WHEN_TERM_TIME)
                return true;
    for (i = 0; i < offer->places.count; i++)
        for (j = 0; j < places[i]->stops.count; j++)
            if (((const struct door_stop *)places[i]->stops.items)[j].when == DOOR_WHEN_TERM_TIME)
                return true;
    return false;
}

static void
tell_of_calendars(const struct due *due)
{
    const struct door_offer *offer = due->offer;
    const struct door_term *terms = offer->terms.items;
    struct door_date last = { 0 };
    size_t i;

    for (i = 0; i < offer->terms.count; i++)
        if (door_date_compare(last, terms[i].until) < 0)
            last = terms[i].until;
    if (last.year && is_soon(due, last) && is_in_term_time(offer))
        door_diag_warn(due->diag, place_of(&offer->entry, "terms"), "terms-end",
                "Add the next terms, or \"term time\" will mean no day at all.",
                "the last school term ends on %04d-%02d-%02d", last.year, last.month, last.day);
    if (!offer->bank_holidays.count)
        return;
    last = ((const struct door_date *)offer->bank_holidays.items)[offer->bank_holidays.count - 1];
    if (is_soon(due, last))
        door_diag_warn(due->diag, place_of(&offer->entry, "holidays"), "holidays-end",
                "Download the file again from https://www.gov.uk/bank-holidays.json.",
                "the last bank holiday in \"%s\" is on %04d-%02d-%02d", offer->holidays, last.year, last.month,
                last.day);
}

static void
tell_of_check(const struct due *due, const struct door_service *service)
{
    struct door_date day = service->checked->date;
    long age = door_date_number(due->today) - door_date_number(day);
    struct door_place place = place_of(&service->entry, "checked");

    if (age < 0)
        door_diag_warn(due->diag, place, "checked-ahead", "Write the day on which somebody made sure.",
                "%04d-%02d-%02d is still to come", day.year, day.month, day.day);
    else if (due->offer->review_every != DOOR_NO_NUMBER && age > due->offer->review_every)
        door_diag_warn(due->diag, place, "checked-old",
                "Make sure that all of it is still right, and write today's date.",
                "last checked on %04d-%02d-%02d, more than %d days ago", day.year, day.month, day.day,
                due->offer->review_every);
}

/* The first item of a list in an entry's file; NULL if it has none. */
static const struct door_node *
first_item(const struct door_entry *entry, const char *field)
{
    const struct door_node *list = door_node_find(entry->source, field);

    return list && list->type == DOOR_NODE_LIST ? list->children : list;
}

/*
 * Sessions that are over have left the page; their lines have only been forgotten. Terms are added year by year, so one
 * that lies outside them all is no mistake yet.
 */
static void
tell_of_session(const struct due *due, const struct door_session *session, struct door_place place, const char *what)
{
    if (door_session_is_over(session, due->today))
        door_diag_warn(due->diag, place, "session-over", "Take it out, or write its new dates.",
                "this %s is over, and no page shows it", what);
    else if (door_session_ever_runs(session, due->offer))
        return;
    else if (session->when == DOOR_WHEN_TERM_TIME)
        door_diag_warn(due->diag, place, "session-idle",
                "Check its day and dates, or add the term that it falls in to \"terms\" in offer.yaml.",
                "no school term has a day for this %s, so no page shows a date for it", what);
    else
        door_diag_warn(due->diag, place, "session-idle",
                "Write \"holidays: yes\" if it is on all the same, or check its dates.",
                "each day of this %s is a bank holiday, so no page shows a date for it", what);
}

static void
tell_of_sessions(const struct due *due, const struct door_service *service)
{
    const struct door_session *sessions = service->sessions.items;
    const struct door_node *node = first_item(&service->entry, "sessions");
    size_t i;

    for (i = 0; node && i < service->sessions.count; i++, node = node->next)
        tell_of_session(due, &sessions[i], node->place, "session");
}

static void
tell_of_stops(const struct due *due, const struct door_venue *venue)
{
    const struct door_stop *stops = venue->stops.items;
    const struct door_node *node = first_item(&venue->entry, "stops");
    size_t i;

    for (i = 0; node && i < venue->stops.count; i++, node = node->next) {
        struct door_session session = door_stop_session(&stops[i]);

        tell_of_session(due, &session, node->place, "stop");
    }
}

/* A poster says nothing of how things stand; who sees it comes. */
static void
tell_of_posters(const struct due *due)
{
    const struct door_publication *const *prints = due->offer->prints.items;
    size_t i;

    for (i = 0; i < due->offer->prints.count; i++) {
        const struct door_entry *about = prints[i]->about;

        if (about && about->record == &door_service_record
                && door_status_on(((const struct door_service *)about)->status, due->today) == DOOR_SERVICE_ENDED)
            door_diag_warn(due->diag, place_of(&prints[i]->entry, "about"), "print-ended",
                    "Name another entry, or take the publication out with \"gone\" in offer.yaml.",
                    "\"%s\" has ended, and this invites families to it", about->id);
    }
}

/* Families would find a front door with nothing behind it. */
static void
tell_of_nothing(const struct due *due, size_t services)
{
    const struct door_left_out *drafts = due->offer->left_out.items;
    size_t count = 0, i;

    for (i = 0; i < due->offer->left_out.count; i++)
        count += drafts[i].record == &door_service_record;
    if (services)
        return;
    if (count)
        door_diag_warn(due->diag, due->offer->entry.place, "offer-empty",
                "Take \"draft: yes\" out of those that are ready.", "this offer shows no service: %zu %s", count,
                count == 1 ? "is a draft" : "are drafts");
    else
        door_diag_warn(due->diag, due->offer->entry.place, "offer-empty",
                "Begin one with: frontdoor new service baby-massage", "this offer shows no service");
}

void
door_due_tell(const struct door_offer *offer, struct door_date today, struct door_diag *diag)
{
    const struct due due = { offer, today, diag };
    const struct door_service *const *services = offer->services.items;
    const struct door_venue *const *places = offer->places.items;
    size_t shown = 0, i;

    tell_of_calendars(&due);
    door_accessibility_tell(offer, today, diag);
    for (i = 0; i < offer->services.count; i++) {
        if (door_status_on(services[i]->status, today) == DOOR_SERVICE_ENDED)
            continue;
        shown++;
        tell_of_check(&due, services[i]);
        tell_of_sessions(&due, services[i]);
    }
    for (i = 0; i < offer->places.count; i++)
        tell_of_stops(&due, places[i]);
    tell_of_posters(&due);
    tell_of_nothing(&due, shown);
}
