/*
 * What is on in the next weeks, and what is left out of it.
 */
#include "../model/offer_fixture.h"

#include "model/service.h"
#include "model/venue.h"
#include "views/calendar.h"

#define SERVICE(more) \
        "name: Weighing\n" \
        "summary: Have your baby weighed.\n" \
        "topics: [infant-feeding]\n" \
        "ages: {from: birth, to: 12 months}\n" \
        "how_to_get: drop-in\n" \
        "organisation: council\n" \
        "cost: free\n" \
        "checked: {date: 2026-10-01, by: families@brackenshire.example}\n" \
        "contacts: [{phone: 01632 960 123}]\n" more

static const struct door_date tuesday = { 2026, 11, 24 };

/* "0 weighing 600, 7 weighing 600": days from the first, ids, minutes. */
static const char *
all_of(struct built *built, const struct door_calendar *calendar)
{
    const char *text = "";
    size_t i, j;

    for (i = 0; i < DOOR_DAYS_AHEAD; i++)
        for (j = 0; j < calendar->days[i].count; j++) {
            const struct door_occasion *occasion = &((const struct door_occasion *)calendar->days[i].items)[j];
            const struct door_entry *what = occasion->service ? &occasion->service->entry : &occasion->venue->entry;

            text = door_arena_format(&built->arena, "%s%s%zu %s %d%s", text, *text ? ", " : "", i, what->id,
                    door_occasion_times(occasion).from, occasion->full ? " full" : "");
        }
    return text;
}

static void
expect(const struct file *files, size_t count, const char *on, size_t paused)
{
    struct built built = build(files, count, false);
    const struct door_calendar *calendar;

    assert_string_equal(built.told, "");
    calendar = door_calendar_build(&built.arena, built.offer, tuesday);
    assert_string_equal(all_of(&built, calendar), on);
    assert_int_equal(calendar->paused.count, paused);
    release(&built);
}

static void
expect_service(const char *front, const char *on, size_t paused)
{
    const struct file file = { "services", "weighing", front, NULL };

    expect(&file, 1, on, paused);
}

static void
four_weeks_are_told_and_no_more(void **state)
{
    (void)state;
    expect_service(SERVICE("sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"),
            "0 weighing 600, 7 weighing 600, 14 weighing 600, 21 weighing 600", 0);
    expect_service(SERVICE("sessions: [{place: hub, date: 2026-12-21, time: 10am to 11am}]\n"), "27 weighing 600", 0);
    expect_service(SERVICE("sessions: [{place: hub, date: 2026-12-22, time: 10am to 11am}]\n"), "", 0);
    expect_service(SERVICE("sessions: [{place: hub, date: 2026-11-23, time: 10am to 11am}]\n"), "", 0);
}

static void
a_day_is_told_by_time(void **state)
{
    (void)state;
    expect_service(SERVICE("sessions:\n"
            "  - {place: hub, date: 2026-11-25, time: 2pm to 3pm}\n"
            "  - {place: hub, date: 2026-11-25, time: 9am to 10am}\n"), "1 weighing 540, 1 weighing 840", 0);
}

static void
a_pause_leaves_out_its_days_alone(void **state)
{
    (void)state;
    expect_service(SERVICE("status: {is: paused, from: 2026-12-01, until: 2026-12-05}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"),
            "0 weighing 600, 14 weighing 600, 21 weighing 600", 0);
    expect_service(SERVICE("status: {is: paused, until: 2026-12-05}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "14 weighing 600, 21 weighing 600", 1);
}

static void
what_is_full_is_told_and_says_so(void **state)
{
    (void)state;
    expect_service(SERVICE("status: {is: full, until: 2026-12-01}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"),
            "0 weighing 600 full, 7 weighing 600 full, 14 weighing 600, 21 weighing 600", 0);
}

static void
what_has_ended_or_is_yet_to_start_is_left_out(void **state)
{
    (void)state;
    expect_service(SERVICE("status: {is: ended, why: It closed.}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "", 0);
    expect_service(SERVICE("status: {is: planned, from: 2026-12-08}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "14 weighing 600, 21 weighing 600", 0);
}

static void
sensitive_services_and_hidden_places_are_left_out(void **state)
{
    static const struct file hidden[] = {
        { "places", "house", "name: The house\nkind: community\nhide_address: yes\n"
          "address: {lines: 9 Mill Lane, town: Thornleigh, postcode: yo17hj}\n", NULL },
        { "services", "weighing", SERVICE("sessions: [{place: house, day: Tuesday, time: 10am to 11am}]\n"), NULL },
    };

    static const struct file mobile[] = {
        { "places", "van", "name: A van\nkind: mobile\n"
          "stops: [{name: The green, postcode: yo17hj, day: Saturday, time: 10am to 11am}]\n", NULL },
        { "services", "weighing", SERVICE("sensitive: yes\nplaces: [van]\n"), NULL },
    };

    (void)state;
    expect(mobile, 2, "", 0);
    expect_service(SERVICE("sensitive: yes\nsessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "", 0);
    expect_service(SERVICE("sensitive: yes\nstatus: {is: paused}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "", 0);
    expect(hidden, 2, "", 0);
}

static void
a_place_that_is_paused_has_nothing_on(void **state)
{
    static const struct file files[] = {
        { "places", "barn", "name: The barn\nkind: community\nstatus: {is: paused, until: 2026-12-05}\n"
          "address: {lines: 9 Mill Lane, town: Thornleigh, postcode: yo17hj}\n", NULL },
        { "services", "weighing", SERVICE("sessions: [{place: barn, day: Tuesday, time: 10am to 11am}]\n"), NULL },
    };

    (void)state;
    expect(files, 2, "14 weighing 600, 21 weighing 600", 0);
}

static void
expect_next(const char *front, const char *on)
{
    const struct file file = { "services", "weighing", front, NULL };
    struct built built = build(&file, 1, false);
    const struct door_service *service = (const struct door_service *)door_offer_find(built.offer, "service", "weighing");
    struct door_date next = door_session_next_on(built.offer, service, service->sessions.items, tuesday);

    assert_string_equal(door_arena_format(&built.arena, "%d-%02d-%02d", next.year, next.month, next.day), on);
    release(&built);
}

static void
the_next_day_of_a_session_is_none_on_which_its_service_is_paused(void **state)
{
    (void)state;
    expect_next(SERVICE("sessions: [{place: hub, day: [Monday, Friday], time: 10am to 11am}]\n"), "2026-11-27");
    expect_next(SERVICE("status: {is: paused, until: 2026-12-05}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "2026-12-08");
    expect_next(SERVICE("status: {is: full, until: 2026-12-05}\n"
            "sessions: [{place: hub, day: Tuesday, time: 10am to 11am}]\n"), "2026-11-24");
    expect_next(SERVICE("sessions: [{place: hub, date: 2026-12-22, time: 10am to 11am}]\n"), "0-00-00");
}

static void
stops_of_a_mobile_place_are_told(void **state)
{
    static const struct file bus = { "places", "bus", "name: Play bus\nkind: mobile\n"
        "stops: [{name: The green, postcode: yo17hj, day: first Saturday, time: 10am to 11am}]\n", NULL };

    (void)state;
    expect(&bus, 1, "11 bus 600", 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_weeks_are_told_and_no_more),
        cmocka_unit_test(a_day_is_told_by_time),
        cmocka_unit_test(a_pause_leaves_out_its_days_alone),
        cmocka_unit_test(what_is_full_is_told_and_says_so),
        cmocka_unit_test(what_has_ended_or_is_yet_to_start_is_left_out),
        cmocka_unit_test(sensitive_services_and_hidden_places_are_left_out),
        cmocka_unit_test(a_place_that_is_paused_has_nothing_on),
        cmocka_unit_test(the_next_day_of_a_session_is_none_on_which_its_service_is_paused),
        cmocka_unit_test(stops_of_a_mobile_place_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
