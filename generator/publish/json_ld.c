#include "publish/json_ld.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/contact.h"
#include "model/offer.h"
#include "model/organisation.h"
#include "model/recurrence.h"
#include "model/sensitive.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/frame.h"
#include "views/visit.h"

#define DAYS_A_YEAR 365.25

/* One document being written. An object begins with its type, so each member after it begins with a comma. */
struct writer {
    const struct door_visit *visit;
    struct door_buf *out;
};

static void
open_object(struct writer *writer, const char *type)
{
    door_buf_text(writer->out, "{\"@type\":\"");
    door_buf_text(writer->out, type);
    door_buf_char(writer->out, '"');
}

static void
close_object(struct writer *writer)
{
    door_buf_char(writer->out, '}');
}

static void
member(struct writer *writer, const char *name)
{
    door_buf_text(writer->out, ",\"");
    door_buf_text(writer->out, name);
    door_buf_text(writer->out, "\":");
}

static void
text_member(struct writer *writer, const char *name, const char *text)
{
    if (!text)
        return;
    member(writer, name);
    door_json_text(writer->out, text);
}

static void
prose_member(struct writer *writer, const char *name, uint32_t piece)
{
    if (piece)
        text_member(writer, name, door_visit_piece(writer->visit, piece)->text);
}

static void
date_member(struct writer *writer, const char *name, struct door_date date)
{
    if (!date.year)
        return;
    member(writer, name);
    door_buf_format(writer->out, "\"%04d-%02d-%02d\"", date.year, date.month, date.day);
}

static void
time_member(struct writer *writer, const char *name, int minutes)
{
    if (minutes < 0)
        return;
    member(writer, name);
    door_buf_format(writer->out, "\"%02d:%02d\"", minutes / 60, minutes % 60);
}

/* The entry's page, by its whole address. */
static void
page_member(struct writer *writer, const struct door_entry *entry)
{
    const struct door_visit *visit = writer->visit;
    struct door_arena *scratch = &visit->worker->scratch;

    if (entry->path)
        text_member(writer, "url", door_arena_join(scratch,
                door_frame_root(scratch, visit->offer, visit->language), entry->path));
}

static void
languages_member(struct writer *writer, const struct door_list *codes)
{
    size_t i;

    if (!codes->count)
        return;
    member(writer, "availableLanguage");
    for (i = 0; i < codes->count; i++) {
        door_buf_char(writer->out, i ? ',' : '[');
        door_json_text(writer->out, ((const char *const *)codes->items)[i]);
    }
    door_buf_char(writer->out, ']');
}

/* Days as bits from Monday on. */
static void
days_member(struct writer *writer, unsigned days)
{
    bool first = true;
    int day;

    member(writer, "dayOfWeek");
    for (day = 1; day <= 7; day++) {
        if (!(days & 1u << (day - 1)))
            continue;
        door_buf_format(writer->out, "%c\"%s\"", first ? '[' : ',', door_weekday_name(day));
        first = false;
    }
    door_buf_char(writer->out, ']');
}

/* --- places --- */

static const char *
venue_type(const struct door_venue *venue)
{
    switch ((enum door_venue_kind)venue->kind) {
    case DOOR_VENUE_LIBRARY:
        return "Library";
    case DOOR_VENUE_SURGERY:
    case DOOR_VENUE_CLINIC:
        return "MedicalClinic";
    case DOOR_VENUE_NURSERY:
        return "Preschool";
    case DOOR_VENUE_SCHOOL:
        return "School";
    case DOOR_VENUE_FAMILY_HUB:
    case DOOR_VENUE_NETWORK_SITE:
    case DOOR_VENUE_COMMUNITY:
    case DOOR_VENUE_ONLINE:
    case DOOR_VENUE_MOBILE:
        return "Place";
    }
    return "Place";
}

static void
write_address(struct writer *writer, const struct door_address *address)
{
    struct door_buf lines = { 0 };
    size_t i;

    for (i = 0; i < address->lines.count; i++)
        door_buf_format(&lines, "%s%s", i ? ", " : "", ((const char *const *)address->lines.items)[i]);
    member(writer, "address");
    open_object(writer, "PostalAddress");
    text_member(writer, "streetAddress", lines.data);
    text_member(writer, "addressLocality", address->town);
    text_member(writer, "addressRegion", address->county);
    text_member(writer, "postalCode", address->postcode);
    text_member(writer, "addressCountry", "GB");
    close_object(writer);
    door_buf_release(&lines);
}

/* What both a place's own page and a service's say of it. Of a hidden one the name alone. */
static void
write_venue_members(struct writer *writer, const struct door_venue *venue)
{
    const struct door_location *location = venue->location;

    text_member(writer, "name", venue->name);
    page_member(writer, &venue->entry);
    if (venue->hide_address)
        return;
    if (venue->address)
        write_address(writer, venue->address);
    if (location && !isnan(location->lat) && !isnan(location->long_)) {
        member(writer, "geo");
        open_object(writer, "GeoCoordinates");
        door_buf_format(writer->out, ",\"latitude\":%.5f,\"longitude\":%.5f", location->lat, location->long_);
        close_object(writer);
    }
}

static void
write_opening(struct writer *writer, const struct door_list *opening)
{
    const struct door_opening *lines = opening->items;
    size_t i, count = 0;

    for (i = 0; i < opening->count; i++) {
        if (lines[i].times.from < 0)
            continue;
        if (count++)
            door_buf_char(writer->out, ',');
        else
            door_buf_text(writer->out, ",\"openingHoursSpecification\":[");
        open_object(writer, "OpeningHoursSpecification");
        days_member(writer, lines[i].days);
        time_member(writer, "opens", lines[i].times.from);
        time_member(writer, "closes", lines[i].times.to);
        close_object(writer);
    }
    if (count)
        door_buf_char(writer->out, ']');
}

/* In the words of the table: programs compare them, whatever the page's language. */
static void
write_access(struct writer *writer, const struct door_list *access)
{
    size_t i;

    for (i = 0; i < access->count; i++) {
        door_buf_text(writer->out, i ? "," : ",\"amenityFeature\":[");
        open_object(writer, "LocationFeatureSpecification");
        text_member(writer, "name", door_access_words.words[((const int *)access->items)[i] - 1].label);
        door_buf_text(writer->out, ",\"value\":true");
        close_object(writer);
    }
    if (access->count)
        door_buf_char(writer->out, ']');
}

static void
write_venue(struct writer *writer, const struct door_venue *venue)
{
    const struct door_contact *contact = venue->contacts.items;

    door_buf_format(writer->out, "{\"@context\":\"https://schema.org\",\"@type\":\"%s\"", venue_type(venue));
    write_venue_members(writer, venue);
    prose_member(writer, "description", venue->summary);
    if (venue->contacts.count && contact->phone)
        text_member(writer, "telephone", door_phone_dialled(&writer->visit->worker->scratch, contact->phone));
    write_opening(writer, &venue->opening);
    write_access(writer, &venue->access);
    close_object(writer);
}

/* --- services --- */

static void
contact_point(struct writer *writer, const char *name, const struct door_contact *contact, const char *phone)
{
    if (!phone)
        return;
    member(writer, name);
    open_object(writer, "ContactPoint");
    text_member(writer, "telephone", door_phone_dialled(&writer->visit->worker->scratch, phone));
    prose_member(writer, "contactType", contact->role);
    close_object(writer);
}

static void
write_contact(struct writer *writer, const struct door_service *service, const struct door_contact *contact)
{
    open_object(writer, "ServiceChannel");
    contact_point(writer, "servicePhone", contact, contact->phone);
    contact_point(writer, "serviceSmsNumber", contact, contact->text);
    text_member(writer, "serviceUrl", contact->url);
    languages_member(writer, &service->languages);
    close_object(writer);
}

static bool
can_be_visited(const struct door_venue *venue)
{
    return venue->kind != DOOR_VENUE_ONLINE;
}

static bool
is_over_there(const struct door_session *sessions, size_t i)
{
    size_t j;

    for (j = 0; j < i; j++)
        if (sessions[j].place == sessions[i].place)
            return true;
    return false;
}

/* A list of channels: `*count` is how many there are so far. */
static void
begin_channel(struct writer *writer, size_t *count)
{
    door_buf_text(writer->out, (*count)++ ? "," : ",\"availableChannel\":[");
}

static void
write_channel_place(struct writer *writer, const struct door_entry *place, size_t *count)
{
    const struct door_venue *venue = (const struct door_venue *)place;

    if (!place || !can_be_visited(venue))
        return;
    begin_channel(writer, count);
    open_object(writer, "ServiceChannel");
    member(writer, "serviceLocation");
    open_object(writer, venue_type(venue));
    write_venue_members(writer, venue);
    close_object(writer);
    close_object(writer);
}

static void
write_channels(struct writer *writer, const struct door_service *service)
{
    const struct door_contact *contacts = service->contacts.items;
    const struct door_session *sessions = service->sessions.items;
    const struct door_entry *const *places = service->places.items;
    size_t i, count = 0;

    for (i = 0; i < service->contacts.count; i++) {
        if (!contacts[i].phone && !contacts[i].text && !contacts[i].url)
            continue;
        begin_channel(writer, &count);
        write_contact(writer, service, &contacts[i]);
    }
    for (i = 0; i < service->sessions.count; i++)
        if (!door_session_is_over(&sessions[i], writer->visit->today) && !is_over_there(sessions, i))
            write_channel_place(writer, sessions[i].place, &count);
    for (i = 0; i < service->places.count; i++)
        write_channel_place(writer, places[i], &count);
    if (count)
        door_buf_char(writer->out, ']');
}

/* Days that come each week, as bits; 0 where the rhythm is another, which schema.org's opening hours can't say. */
static unsigned
weekly_days(const struct door_session *session)
{
    const struct door_day *days = session->day.items;
    unsigned bits = 0;
    size_t i;

    if (session->every != DOOR_NO_NUMBER && session->every > 7)
        return 0;
    if (session->date.year)
        return 1u << (door_date_weekday(session->date) - 1);
    for (i = 0; i < session->day.count; i++) {
        if (days[i].nth)
            return 0;
        bits |= 1u << (days[i].weekday - 1);
    }
    return bits;
}

static void
write_session(struct writer *writer, const struct door_session *session, unsigned days)
{
    open_object(writer, "OpeningHoursSpecification");
    days_member(writer, days);
    time_member(writer, "opens", session->time.from);
    time_member(writer, "closes", session->time.to);
    date_member(writer, "validFrom", session->date.year ? session->date : session->from);
    date_member(writer, "validThrough", session->date.year ? session->date : session->until);
    close_object(writer);
}

static void
write_hours(struct writer *writer, const struct door_service *service)
{
    const struct door_session *sessions = service->sessions.items;
    size_t i, count = 0;

    for (i = 0; i < service->sessions.count; i++) {
        unsigned days = weekly_days(&sessions[i]);

        if (!days || door_session_is_over(&sessions[i], writer->visit->today))
            continue;
        door_buf_text(writer->out, count++ ? "," : ",\"hoursAvailable\":[");
        write_session(writer, &sessions[i], days);
    }
    if (count)
        door_buf_char(writer->out, ']');
}

static void
write_cost(struct writer *writer, const struct door_cost *cost)
{
    int amount = cost->free ? 0 : cost->amount;

    if (amount == DOOR_NO_NUMBER || (!cost->free && cost->words))
        return;
    member(writer, "offers");
    open_object(writer, "Offer");
    door_buf_format(writer->out, ",\"price\":\"%d.%02d\",\"priceCurrency\":\"GBP\"", amount / 100, amount % 100);
    close_object(writer);
}

/* The child's ages in years. Help that begins in pregnancy has no youngest age. */
static void
write_ages(struct writer *writer, const struct door_ages *ages)
{
    member(writer, "audience");
    open_object(writer, "ParentAudience");
    if (ages->from.unit != DOOR_AGE_PREGNANCY)
        door_buf_format(writer->out, ",\"childMinAge\":%.3g", (double)door_age_days(ages->from) / DAYS_A_YEAR);
    if (ages->to.unit != DOOR_AGE_NONE && ages->to.unit != DOOR_AGE_BIRTH)
        door_buf_format(writer->out, ",\"childMaxAge\":%.3g", (double)door_age_days(ages->to) / DAYS_A_YEAR);
    close_object(writer);
}

static void
write_service(struct writer *writer, const struct door_service *service, int state)
{
    const struct door_offer *offer = writer->visit->offer;
    const struct door_organisation *provider = (const struct door_organisation *)service->organisation;
    bool council = strcmp(provider->name, offer->publisher->name) == 0;

    door_buf_format(writer->out, "{\"@context\":\"https://schema.org\",\"@type\":\"%s\"",
            council ? "GovernmentService" : "Service");
    prose_member(writer, "name", service->name);
    prose_member(writer, "description", service->summary);
    page_member(writer, &service->entry);
    member(writer, "provider");
    open_object(writer, council ? "GovernmentOrganization" : "Organization");
    text_member(writer, "name", provider->name);
    page_member(writer, &provider->entry);
    close_object(writer);
    member(writer, "areaServed");
    open_object(writer, "AdministrativeArea");
    text_member(writer, "name", offer->area);
    close_object(writer);
    write_ages(writer, service->ages);
    write_cost(writer, service->cost);
    write_channels(writer, service);
    if (state == DOOR_SERVICE_LIVE || state == DOOR_SERVICE_FULL)
        write_hours(writer, service);
    close_object(writer);
}

void
door_json_ld_write(const struct door_visit *visit, const struct door_entry *entry, struct door_buf *out)
{
    struct writer writer = { visit, out };

    if (!entry || entry->draft || entry->now || door_sensitive_is(entry))
        return;
    if (entry->record == &door_service_record) {
        const struct door_service *service = (const struct door_service *)entry;
        int state = door_status_on(service->status, visit->today);

        if (state != DOOR_SERVICE_ENDED)
            write_service(&writer, service, state);
    } else if (entry->record == &door_venue_record) {
        const struct door_venue *venue = (const struct door_venue *)entry;

        if (can_be_visited(venue) && !venue->hide_address
                && door_status_on(venue->status, visit->today) != DOOR_SERVICE_ENDED)
            write_venue(&writer, venue);
    }
}

void
door_json_ld_embed(const char *json, struct door_buf *out)
{
    door_buf_text(out, "<script type=\"application/ld+json\">");
    while (*json) {
        size_t size = strcspn(json, "<>&");

        door_buf_add(out, json, size);
        json += size;
        if (*json)
            door_buf_format(out, "\\u%04x", (unsigned)*json++);
    }
    door_buf_text(out, "</script>");
}
