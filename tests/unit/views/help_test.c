/*
 * What a service's page says beyond its record: how to get it in one action, where, what comes next, what is related.
 */
#include "visit_fixture.h"

#include "model/contact.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/map.h"
#include "views/reach.h"
#include "views/related.h"
#include "views/service.h"
#include "views/where.h"

#define HEAD "name: Group\nsummary: A group.\ntopics: [infant-feeding]\nages: {from: birth, to: 12 months}\n" \
        "organisation: council\ncost: free\nchecked: {date: 2026-10-01}\n"
#define ONE_PLACE "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"

static const struct file library = { "places", "library",
    "name: Library\nkind: library\naddress: {lines: 1 High Street, town: Thornleigh, postcode: YO1 7HJ}\n"
    "location: {lat: 53.9583, long: -1.0803}\n", NULL };

/* The view of a service with this front matter. */
static struct door_service_view
see(struct reading *reading, const char *front, size_t language)
{
    const struct file files[] = { { "services", "group", front, NULL }, library };
    const struct door_visit *visit = begin_reading(reading, files, 2, language, NULL);
    struct door_service_view view = { 0 };

    door_service_view_fill(visit, (const struct door_service *)find(reading, "service", "group"), &view);
    return view;
}

static void
the_first_thing_to_do_follows_from_how_it_is_had_and_whom_one_can_reach(void **state)
{
    static const struct {
        const char *front;
        enum door_action action;
    } cases[] = {
        { HEAD "how_to_get: drop-in\n" ONE_PLACE "contacts: [{phone: 01632 960 123}]\n", DOOR_ACTION_TURN_UP },
        { HEAD "how_to_get: drop-in\nplaces: [hub]\n", DOOR_ACTION_TURN_UP },
        { HEAD "how_to_get: drop-in\nplaces: [online]\ncontacts: [{url: https://x.example/}]\n", DOOR_ACTION_WEB },
        { HEAD "how_to_get: drop-in\ncontacts: [{phone: 01632 960 123}]\n", DOOR_ACTION_CALL },
        { HEAD "how_to_get: drop-in\nplaces: [online, hub]\ncontacts: [{phone: 01632 960 123}]\n",
          DOOR_ACTION_TURN_UP },
        { HEAD "how_to_get: drop-in\n" ONE_PLACE "contacts: [{phone: 01632 960 123}]\nstatus: {is: full}\n",
          DOOR_ACTION_CALL },
        { HEAD "how_to_get: book\n" ONE_PLACE "contacts: [{phone: 01632 960 123, text: 07700 900 123}]\n",
          DOOR_ACTION_CALL },
        { HEAD "how_to_get: book\n" ONE_PLACE "contacts: [{text: 07700 900 123, url: https://x.example/}]\n",
          DOOR_ACTION_TEXT },
        { HEAD "how_to_get: book\n" ONE_PLACE "contacts: [{url: https://x.example/, email: a@b.example}]\n",
          DOOR_ACTION_WEB },
        { HEAD "how_to_get: self-refer\ncontacts: [{email: a@b.example}]\n", DOOR_ACTION_EMAIL },
        { HEAD "how_to_get: automatic\nplaces: [hub]\n", 0 },
        { HEAD "how_to_get: automatic\ncontacts: [{phone: 01632 960 123}]\n", DOOR_ACTION_WAIT },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading;
        struct door_service_view view = see(&reading, cases[i].front, 0);
        struct door_list where = door_where_build(&reading.visit, &view);

        assert_int_equal(door_reach_of(&reading.visit, &view, &where).action, cases[i].action);
        end_reading(&reading);
    }
}

static void
a_person_who_can_be_called_is_asked_before_a_desk(void **state)
{
    struct reading reading;
    struct door_service_view view = see(&reading, HEAD "how_to_get: book\n" ONE_PLACE "contacts:\n"
            "  - {email: desk@b.example}\n  - {phone: 01632 960 100}\n  - {name: Asha Rahman, text: 07700 900 123}\n", 0);
    struct door_list where = door_where_build(&reading.visit, &view);
    struct door_reach_view reach = door_reach_of(&reading.visit, &view, &where);
    const struct door_contact_view *others = reach.others.items;

    (void)state;
    assert_string_equal(reach.contact->contact->name, "Asha Rahman");
    assert_int_equal(reach.action, DOOR_ACTION_TEXT);
    assert_int_equal(reach.others.count, 2);
    assert_string_equal(others[0].contact->email, "desk@b.example");
    assert_string_equal(others[1].contact->phone, "01632 960 100");
    end_reading(&reading);
}

static void
places_begin_with_that_of_the_next_session_and_none_comes_twice(void **state)
{
    struct reading reading;
    struct door_service_view view = see(&reading, HEAD "how_to_get: drop-in\nplaces: [hub, library]\nsessions:\n"
            "  - {place: hub, day: Friday, time: 10am to 11am}\n"
            "  - {place: library, day: Wednesday, time: 6pm to 7pm}\n"
            "  - {place: library, day: Wednesday, time: 1pm to 2pm, until: 2026-12-09}\n"
            "  - {place: hub, date: 2026-11-03, time: 1pm to 2pm}\n", 0);
    struct door_list where = door_where_build(&reading.visit, &view);
    const struct door_where_view *places = where.items;
    const struct door_session_view *next = door_where_next(&view);

    (void)state;
    assert_int_equal(where.count, 2);
    assert_string_equal(places[0].place->id, "library");
    assert_int_equal(places[0].sessions.count, 2);
    assert_string_equal(places[1].place->id, "hub");
    assert_int_equal(places[1].sessions.count, 1);
    assert_string_equal(next->next_day, "Wednesday 25 November");
    assert_string_equal(next->times, "1pm to 2pm");
    end_reading(&reading);
}

static void
a_service_without_a_date_ahead_has_no_next_session(void **state)
{
    struct reading reading;
    struct door_service_view view = see(&reading, HEAD "how_to_get: drop-in\nsessions:\n"
            "  - {place: hub, day: Friday, time: 10am to 11am, from: 2027-03-01}\n", 0);

    (void)state;
    assert_null(door_where_next(&view));
    assert_int_equal(door_where_build(&reading.visit, &view).count, 1);
    end_reading(&reading);
}

static void
a_session_says_its_days_times_and_limits_one_by_one(void **state)
{
    struct reading reading;
    struct door_service_view view = see(&reading, HEAD "how_to_get: drop-in\nsessions:\n"
            "  - {place: hub, day: Friday, time: 10am to 11am}\n"
            "  - {place: hub, day: Saturday, time: 5pm to 6pm, every: 2 weeks, from: 2026-11-07, until: 2026-12-19}\n"
            "  - {place: hub, date: 2026-12-06, time: 4:59pm}\n", 0);
    const struct door_session_view *sessions = view.sessions.items;

    (void)state;
    assert_string_equal(sessions[0].days, "Every Friday");
    assert_null(sessions[0].limits);
    assert_false(sessions[0].evening || sessions[0].weekend);
    assert_string_equal(sessions[1].days, "Every Saturday");
    assert_string_equal(sessions[1].limits, "Every 2 weeks, until 19 December 2026");
    assert_string_equal(sessions[1].when, "Every Saturday, 5pm to 6pm, every 2 weeks, until 19 December 2026");
    assert_true(sessions[1].evening && sessions[1].weekend);
    assert_true(sessions[2].weekend);
    assert_false(sessions[2].evening);
    end_reading(&reading);
}

/* --- maps --- */

static const char *
map_of(struct reading *reading, const char *map, const char *place)
{
    char *offer = NULL;
    const struct door_visit *visit;

    assert_true(asprintf(&offer, "%s%s%s%s", usual_offer, map ? "map: " : "", map ? map : "", map ? "\n" : "") > 0);
    visit = begin_reading(reading, (struct file[]){ { "", "offer", offer, NULL },
            { "places", "library", place, NULL } }, 2, 0, NULL);
    free(offer);
    return door_map_of_venue(visit, (const struct door_venue *)find(reading, "place", "library"));
}

static void
a_place_has_a_map_where_the_offer_has_one_and_the_place_is_no_secret(void **state)
{
#define PLACE "name: Library\nkind: library\n"
#define ADDRESS "address: {lines: 1 High Street, town: Thornleigh, postcode: YO1 7HJ}\n"
#define POINT "location: {lat: 53.9583, long: -1.0803}\n"
    static const struct {
        const char *map, *place, *address;
    } cases[] = {
        { "openstreetmap", PLACE ADDRESS POINT,
          "https://www.openstreetmap.org/?mlat=53.95830&mlon=-1.08030#map=17/53.95830/-1.08030" },
        { "openstreetmap", PLACE ADDRESS, "https://www.openstreetmap.org/search?query=YO1%207HJ" },
        { "openstreetmap", PLACE ADDRESS POINT "hide_address: yes\n", NULL },
        { "none", PLACE ADDRESS POINT, NULL },
        { NULL, PLACE ADDRESS POINT, NULL },
        { "https://maps.example/{lat},{long}/at/{lat}", PLACE ADDRESS POINT,
          "https://maps.example/53.95830,-1.08030/at/53.95830" },
        { "https://maps.example/{lat},{long}", PLACE ADDRESS, NULL },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading = { 0 };
        const char *address = map_of(&reading, cases[i].map, cases[i].place);

        if (cases[i].address)
            assert_string_equal(address, cases[i].address);
        else
            assert_null(address);
        end_reading(&reading);
    }
}

/* --- related help --- */

#define OTHER(name, ages, more) { "services", name, "name: " name "\nsummary: Help.\norganisation: council\ncost: free\n" \
        "checked: {date: 2026-10-01}\nhow_to_get: drop-in\nplaces: [hub]\nages: " ages "\n" more, NULL }

static const struct file others[] = {
    { "topics", "sleep", "name: Sleep\nsummary: Help with sleep.\n", NULL },
    OTHER("aa-far", "{from: 5 years}", "topics: [infant-feeding]\n"),
    OTHER("bb-paused", "{from: birth}", "topics: [infant-feeding]\nstatus: {is: paused}\n"),
    OTHER("cc-quiet", "{from: birth}", "topics: [infant-feeding]\nsensitive: yes\n"),
    OTHER("dd-second", "{from: birth}", "topics: [sleep, infant-feeding]\n"),
    OTHER("ee-home", "{from: birth}", "topics: [infant-feeding]\n"),
    OTHER("ff-special", "{from: birth}", "topics: [infant-feeding]\nlevel: specialist\n"),
    OTHER("gg-sleep", "{from: birth}", "topics: [sleep]\n"),
    OTHER("hh-home", "{from: birth}", "topics: [infant-feeding]\n"),
    OTHER("ii-home", "{from: birth}", "topics: [infant-feeding]\n"),
};

static void
related_help_shares_topics_and_ages_can_be_had_and_tells_nothing_in_confidence(void **state)
{
    static const char *const expected[] = { "ee-home", "hh-home", "ii-home", "ff-special" };
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, others, sizeof others / sizeof *others, 0, NULL);
    struct door_list related = door_related_to(visit,
            (const struct door_service *)find(&reading, "service", "massage"));
    size_t i;

    (void)state;
    assert_int_equal(related.count, DOOR_RELATED_MOST);
    for (i = 0; i < related.count; i++)
        assert_string_equal(((const struct door_service *const *)related.items)[i]->entry.id, expected[i]);
    end_reading(&reading);
}

static void
a_service_alone_in_its_topic_has_no_related_help(void **state)
{
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, NULL, 0, 0, NULL);

    (void)state;
    assert_int_equal(door_related_to(visit,
            (const struct door_service *)find(&reading, "service", "massage")).count, 0);
    end_reading(&reading);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_thing_to_do_follows_from_how_it_is_had_and_whom_one_can_reach),
        cmocka_unit_test(a_person_who_can_be_called_is_asked_before_a_desk),
        cmocka_unit_test(places_begin_with_that_of_the_next_session_and_none_comes_twice),
        cmocka_unit_test(a_service_without_a_date_ahead_has_no_next_session),
        cmocka_unit_test(a_session_says_its_days_times_and_limits_one_by_one),
        cmocka_unit_test(a_place_has_a_map_where_the_offer_has_one_and_the_place_is_no_secret),
        cmocka_unit_test(related_help_shares_topics_and_ages_can_be_had_and_tells_nothing_in_confidence),
        cmocka_unit_test(a_service_alone_in_its_topic_has_no_related_help),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
