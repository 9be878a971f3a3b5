#include "model/venue.h"

#include <math.h>
#include <string.h>

#include "base/yaml.h"
#include "model/check.h"
#include "model/contact.h"
#include "model/image.h"
#include "model/organisation.h"
#include "model/service.h"

static const struct door_word kinds[] = {
    { "family-hub", "Family hub" },
    { "network-site", "Family hub network site" },
    { "library", "Library" },
    { "surgery", "GP surgery" },
    { "clinic", "Clinic" },
    { "nursery", "Nursery" },
    { "school", "School" },
    { "community", "Community venue" },
    { "online", "Online" },
    { "mobile", "Mobile" },
};

const struct door_enumeration door_venue_kind_words = { "place", kinds, DOOR_COUNT(kinds) };

static const struct door_word accesses[] = {
    [DOOR_ACCESS_STEP_FREE - 1] = { "step-free", "Step-free access" },
    { "accessible-toilet", "Accessible toilet" },
    { "changing-places", "Changing Places toilet" },
    { "hearing-loop", "Hearing loop" },
    { "baby-changing", "Baby changing" },
    { "breastfeeding-friendly", "Breastfeeding friendly" },
    { "quiet-room", "Quiet room" },
    { "parking", "Parking" },
    { "blue-badge-parking", "Blue Badge parking" },
    [DOOR_ACCESS_BUS_NEARBY - 1] = { "bus-nearby", "Bus stop nearby" },
    { "buggy-park", "Buggy park" },
};

const struct door_enumeration door_access_words = { "access", accesses, DOOR_COUNT(accesses) };

static const struct door_word preferences[] = {
    { "a4", "A4" },
    { "a3", "A3" },
    { "screen", "Screen" },
};

static const struct door_enumeration preference_words = { "display", preferences, DOOR_COUNT(preferences) };

static const struct door_field address_fields[] = {
    { "lines", DOOR_KIND_TEXT, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_address, lines), .limit = 150,
      .open_referral = "addresses.address_1",
      .help = "The building and the street, such as [Thornleigh Hub, 4 Mill Lane]." },
    { "town", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_address, town), .limit = 100,
      .open_referral = "addresses.city", .help = "The town or village." },
    { "county", DOOR_KIND_TEXT, 0, offsetof(struct door_address, county), .limit = 100,
      .open_referral = "addresses.state_province", .help = "The county." },
    { "postcode", DOOR_KIND_POSTCODE, DOOR_REQUIRED, offsetof(struct door_address, postcode),
      .open_referral = "addresses.postal_code", .help = "The postcode, such as YO1 7HH." },
};

static void
check_town(struct door_check *check, const struct door_node *node, const char *field, const char *name)
{
    if (name && strpbrk(name, "0123456789"))
        door_check_error(check, node, field, "town",
                "Write its name alone; the street goes under \"lines\", the postcode on a line of its own.",
                "\"%s\" is no name of a town or county", name);
}

static void
check_address(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_address *address = record;

    check_town(check, node, "town", address->town);
    check_town(check, node, "county", address->county);
}

static const struct door_record address_record = {
    .name = "address", .size = sizeof(struct door_address),
    .fields = address_fields, .field_count = DOOR_COUNT(address_fields), .check = check_address,
};

static const struct door_field location_fields[] = {
    { "lat", DOOR_KIND_DEGREES, 0, offsetof(struct door_location, lat), .open_referral = "latitude",
      .help = "The latitude in degrees, such as 53.9583." },
    { "long", DOOR_KIND_DEGREES, 0, offsetof(struct door_location, long_), .open_referral = "longitude",
      .help = "The longitude in degrees, such as -1.0803." },
    { "easting", DOOR_KIND_NUMBER, 0, offsetof(struct door_location, easting),
      .help = "The easting of the National Grid in metres." },
    { "northing", DOOR_KIND_NUMBER, 0, offsetof(struct door_location, northing),
      .help = "The northing of the National Grid in metres." },
};

/* The islands lie between these degrees; the other way round it is somewhere near Somalia. */
static bool
is_swapped(const struct door_location *location)
{
    return location->lat > -9 && location->lat < 3 && location->long_ > 49 && location->long_ < 61;
}

/* 0, 0 is in the Atlantic, and a forgotten minus sign in the North Sea. */
static bool
is_abroad(const struct door_location *location)
{
    return location->lat < 49 || location->lat > 61 || location->long_ < -9 || location->long_ > 2;
}

/* The National Grid holds Great Britain between these metres; 0, 0 is in the sea off Cornwall. */
static bool
is_off_grid(const struct door_location *location)
{
    return location->easting < 5000 || location->easting > 660000 || location->northing < 5000
            || location->northing > 1225000;
}

static void
check_location(struct door_check *check, void *record, const struct door_node *node)
{
    static const char hint[] = "Write {lat: 53.9583, long: -1.0803} or {easting: 460300, northing: 451800}.";
    const struct door_location *location = record;
    bool lat = !isnan(location->lat), degrees = lat && !isnan(location->long_);
    bool east = location->easting != DOOR_NO_NUMBER, grid = east && location->northing != DOOR_NO_NUMBER;

    if (lat != !isnan(location->long_) || east != (location->northing != DOOR_NO_NUMBER) || (!degrees && !grid))
        door_check_error(check, node, NULL, "location", hint, "a location needs two numbers");
    else if (degrees && grid)
        door_check_error(check, node, NULL, "location", hint, "this location is given twice; keep one pair");
    else if (degrees && is_swapped(location))
        door_check_error(check, node, NULL, "location", "Swap them: in Britain, lat is about 50 to 60.",
                "\"lat\" and \"long\" are the wrong way round");
    else if (degrees && is_abroad(location))
        door_check_error(check, node, NULL, "location", "In Britain, lat is about 50 to 60, and long from -8 to 2.",
                "this location is not in Britain");
    else if (grid && is_off_grid(location))
        door_check_error(check, node, NULL, "location",
                "In England, easting and northing are whole metres of six digits: {easting: 460300, northing: 451800}.",
                "this location is not in Britain");
    else if (degrees && location->lat == floor(location->lat) && location->long_ == floor(location->long_))
        door_check_warn(check, node, NULL, "location-far", "Write four digits behind the point: 53.9583.",
                "whole degrees can be 30 miles off");
}

static const struct door_record location_record = {
    .name = "location", .size = sizeof(struct door_location),
    .fields = location_fields, .field_count = DOOR_COUNT(location_fields), .check = check_location,
};

static const struct door_field stop_fields[] = {
    { "name", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_stop, name), .limit = 255, .open_referral = "name",
      .help = "Where it stops, such as Hollin village hall." },
    { "location", DOOR_KIND_RECORD, 0, offsetof(struct door_stop, location), .record = &location_record,
      .open_referral = "latitude", .help = "Where the stop is, such as {lat: 53.9583, long: -1.0803}." },
    { "postcode", DOOR_KIND_POSTCODE, 0, offsetof(struct door_stop, postcode), .open_referral = "addresses.postal_code",
      .help = "The postcode nearest to the stop." },
    { "day", DOOR_KIND_DAY, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_stop, day), .open_referral = "byday",
      .help = "The day of the week, such as Tuesday or first Tuesday, or a list of days." },
    { "time", DOOR_KIND_TIMES, DOOR_REQUIRED, offsetof(struct door_stop, time), .open_referral = "opens_at",
      .help = "When it comes and goes, such as 10am to 11am." },
    { "when", DOOR_KIND_WORD, 0, offsetof(struct door_stop, when), .words = &door_when_words, .fallback = "all year",
      .help = "Write term time if it stops in the school holidays." },
    { "every", DOOR_KIND_PERIOD, 0, offsetof(struct door_stop, every), .open_referral = "interval",
      .help = "Write 2 weeks if it is not every week." },
    { "from", DOOR_KIND_DATE, 0, offsetof(struct door_stop, from), .open_referral = "valid_from",
      .help = "The first day on which it may come." },
    { "until", DOOR_KIND_DATE, 0, offsetof(struct door_stop, until), .open_referral = "valid_to",
      .help = "The last day on which it may come." },
    { "except", DOOR_KIND_DATE, DOOR_LIST, offsetof(struct door_stop, except),
      .help = "Dates on which it does not come." },
};

struct door_session
door_stop_session(const struct door_stop *stop)
{
    return (struct door_session){
        .day = stop->day, .time = stop->time, .when = stop->when, .every = stop->every, .from = stop->from,
        .until = stop->until, .except = stop->except,
    };
}

static void
check_stop(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_session session = door_stop_session(record);

    door_session_check_rhythm(check, node, &session);
}

const struct door_record door_stop_record = {
    .name = "stop", .size = sizeof(struct door_stop),
    .fields = stop_fields, .field_count = DOOR_COUNT(stop_fields), .check = check_stop,
};

static const struct door_field display_fields[] = {
    { "languages", DOOR_KIND_LANGUAGE, DOOR_LIST, offsetof(struct door_screen, languages),
      .help = "The codes of the languages that this venue shows posters in." },
    { "prefers", DOOR_KIND_WORD, 0, offsetof(struct door_screen, prefers), .words = &preference_words,
      .help = "What fits best on its wall: a4, a3 or screen." },
};

static const struct door_record display_record = {
    .name = "display", .size = sizeof(struct door_screen),
    .fields = display_fields, .field_count = DOOR_COUNT(display_fields),
};

static const struct door_field fields[] = {
    { "name", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_venue, name), .limit = 255, .open_referral = "name",
      .help = "The place's name as its sign says it, such as Thornleigh Family Hub." },
    { "kind", DOOR_KIND_WORD, DOOR_REQUIRED, offsetof(struct door_venue, kind), .words = &door_venue_kind_words,
      .open_referral = "location_type",
      .help = "What the place is: family-hub, network-site, library, surgery, clinic, nursery, school, community, "
        "online or mobile." },
    { "summary", DOOR_KIND_PROSE, 0, offsetof(struct door_venue, summary), .limit = 200,
      .open_referral = "description", .help = "What families find there, in one short sentence." },
    { "address", DOOR_KIND_RECORD, DOOR_ASKED, offsetof(struct door_venue, address), .record = &address_record,
      .open_referral = "addresses",
      .help = "The address: {lines: [4 Mill Lane], town: Thornleigh, postcode: YO1 7HH}." },
    { "location", DOOR_KIND_RECORD, 0, offsetof(struct door_venue, location), .record = &location_record,
      .open_referral = "latitude", .help = "Where it is, such as {lat: 53.9583, long: -1.0803}." },
    { "uprn", DOOR_KIND_TEXT, 0, offsetof(struct door_venue, uprn), .limit = 12,
      .open_referral = "external_identifier", .help = "Its Unique Property Reference Number." },
    { "opening", DOOR_KIND_OPENING, 0, offsetof(struct door_venue, opening), .record = &door_opening_record,
      .open_referral = "schedules", .help = "When it is open, such as {Monday to Friday: 9am to 5pm}." },
    { "contacts", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_venue, contacts), .record = &door_contact_record,
      .open_referral = "contacts", .help = "How to reach the people there." },
    { "access", DOOR_KIND_WORD, DOOR_LIST, offsetof(struct door_venue, access), .words = &door_access_words,
      .open_referral = "accessibility", .help = "What makes it easy to use, such as [step-free, baby-changing]." },
    { "getting_here", DOOR_KIND_PROSE, 0, offsetof(struct door_venue, getting_here), .limit = 500,
      .open_referral = "transportation", .help = "How to get there by bus, on foot or by car." },
    { "organisation", DOOR_KIND_REF, 0, offsetof(struct door_venue, organisation),
      .record = &door_organisation_record, .open_referral = "organization_id",
      .help = "The id of the organisation that runs the place." },
    { "status", DOOR_KIND_RECORD, 0, offsetof(struct door_venue, status), .record = &door_status_record,
      .fallback = "live", .help = "How things stand: live, or {is: paused, until: 2026-10-31, why: ...}." },
    { "stops", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_venue, stops), .record = &door_stop_record,
      .help = "Where and when a mobile place stops." },
    { "display", DOOR_KIND_RECORD, 0, offsetof(struct door_venue, display), .record = &display_record,
      .help = "What posters the venue shows, such as {languages: [ur, pl], prefers: a3}." },
    { "hide_address", DOOR_KIND_YES, 0, offsetof(struct door_venue, hide_address),
      .help = "Write yes where it would be dangerous if someone knew the exact place." },
    DOOR_IMAGE_ROW(struct door_venue),
    { "body", DOOR_KIND_BODY, 0, offsetof(struct door_venue, body),
      .help = "More about the place." },
};

static void
check_venue(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_venue *venue = record;
    bool nowhere = venue->kind == DOOR_VENUE_ONLINE || venue->kind == DOOR_VENUE_MOBILE;

    if (!venue->address && !nowhere && !venue->hide_address)
        door_check_error(check, node, NULL, "field-missing",
                "Write its lines, town and postcode; only online and mobile places have none.",
                "\"address\" is missing");
    if (venue->stops.count && venue->kind != DOOR_VENUE_MOBILE)
        door_check_error(check, node, "stops", "place-stops", "Write kind: mobile.", "only a mobile place has stops");
    if (venue->uprn && strspn(venue->uprn, "0123456789") != strlen(venue->uprn))
        door_check_error(check, node, "uprn", "uprn", "Write its digits only.", "\"%s\" is not a UPRN", venue->uprn);
}

const struct door_record door_venue_record = {
    .name = "place", .folder = "places", .size = sizeof(struct door_venue),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
    .check = check_venue,
};
