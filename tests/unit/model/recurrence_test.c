/*
 * When sessions run: each rule alone, and what stops it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"

static const struct door_day tuesday = { 2, 0 }, first_tuesday = { 2, 1 }, last_tuesday = { 2, -1 };
static const struct door_term terms[] = {
    { 0, { 2026, 9, 3 }, { 2026, 12, 18 }, { { 2026, 10, 26 }, { 2026, 10, 30 } } },
};
static const struct door_date holidays[] = { { 2026, 12, 29 } };
static const struct door_offer offer = {
    .terms = { terms, 1 }, .bank_holidays = { holidays, 1 },
};

static struct door_session
on(const struct door_day *day)
{
    return (struct door_session){ .day = { day, 1 }, .every = DOOR_NO_NUMBER, .when = DOOR_WHEN_ALL_YEAR };
}

static bool
runs(const struct door_session *session, int month, int day)
{
    return door_session_runs(session, &offer, (struct door_date){ 2026, (signed char)month, (signed char)day });
}

static void
a_weekly_session_runs_on_its_day_alone(void **state)
{
    struct door_session session = on(&tuesday);

    (void)state;
    assert_true(runs(&session, 12, 1));
    assert_true(runs(&session, 12, 8));
    assert_false(runs(&session, 12, 2));
}

static void
a_one_off_runs_once(void **state)
{
    struct door_session session = { .date = { 2026, 12, 5 }, .every = DOOR_NO_NUMBER };

    (void)state;
    assert_true(runs(&session, 12, 5));
    assert_false(runs(&session, 12, 12));
}

static void
from_and_until_include_their_days(void **state)
{
    struct door_session session = on(&tuesday);

    (void)state;
    session.from = (struct door_date){ 2026, 12, 1 };
    session.until = (struct door_date){ 2026, 12, 8 };
    assert_false(runs(&session, 11, 24));
    assert_true(runs(&session, 12, 1));
    assert_true(runs(&session, 12, 8));
    assert_false(runs(&session, 12, 15));
}

static void
exceptions_and_bank_holidays_are_left_out(void **state)
{
    static const struct door_date except[] = { { 2026, 12, 8 } };
    struct door_session session = on(&tuesday);

    (void)state;
    session.except = (struct door_list){ except, 1 };
    assert_false(runs(&session, 12, 8));
    assert_false(runs(&session, 12, 29));
    session.holidays = true;
    assert_true(runs(&session, 12, 29));
}

static void
term_time_stops_for_half_term_and_the_holidays(void **state)
{
    struct door_session session = on(&tuesday);

    (void)state;
    session.when = DOOR_WHEN_TERM_TIME;
    assert_true(runs(&session, 10, 20));
    assert_false(runs(&session, 10, 27));
    assert_true(runs(&session, 12, 15));
    assert_false(runs(&session, 12, 22));
}

static void
days_of_the_month_count_from_either_end(void **state)
{
    struct door_session first = on(&first_tuesday), last = on(&last_tuesday);

    (void)state;
    assert_true(runs(&first, 12, 1));
    assert_false(runs(&first, 12, 8));
    assert_true(runs(&last, 11, 24));
    assert_false(runs(&last, 11, 17));
    last.holidays = true;
    assert_true(runs(&last, 12, 29));
}

static void
every_second_week_counts_from_the_first_day_on_or_after_from(void **state)
{
    struct door_session session = on(&tuesday);

    (void)state;
    session.every = 14;
    session.from = (struct door_date){ 2026, 11, 6 };   /* a Friday: the first Tuesday is the 10th */
    assert_false(runs(&session, 11, 3));
    assert_true(runs(&session, 11, 10));
    assert_false(runs(&session, 11, 17));
    assert_true(runs(&session, 11, 24));
}

static void
the_next_days_are_found_within_the_days_asked_for(void **state)
{
    struct door_session session = on(&tuesday);
    struct door_date found[3];

    (void)state;
    assert_int_equal(door_session_next(&session, &offer, (struct door_date){ 2026, 11, 24 }, 28, found, 3), 3);
    assert_int_equal(found[0].day, 24);
    assert_int_equal(found[2].day, 8);
    session.until = (struct door_date){ 2026, 11, 23 };
    assert_int_equal(door_session_next(&session, &offer, (struct door_date){ 2026, 11, 24 }, 28, found, 3), 0);
    assert_true(door_session_is_over(&session, (struct door_date){ 2026, 11, 24 }));
    assert_false(door_session_is_over(&session, (struct door_date){ 2026, 11, 23 }));
}

static void
what_terms_and_holidays_leave_no_day_to_never_runs(void **state)
{
    struct door_session session = on(&tuesday);

    (void)state;
    assert_true(door_session_ever_runs(&session, &offer));
    session.when = DOOR_WHEN_TERM_TIME;
    assert_true(door_session_ever_runs(&session, &offer));
    session.from = (struct door_date){ 2026, 12, 16 };
    assert_false(door_session_ever_runs(&session, &offer));     /* the term's last days, none of them a Tuesday */
    session.from = (struct door_date){ 2026, 12, 15 };
    assert_true(door_session_ever_runs(&session, &offer));
    session.until = session.from;
    session.except = (struct door_list){ &session.from, 1 };
    assert_false(door_session_ever_runs(&session, &offer));
    session = on(&tuesday);
    session.from = session.until = (struct door_date){ 2026, 12, 29 };
    assert_false(door_session_ever_runs(&session, &offer));
    session.holidays = true;
    assert_true(door_session_ever_runs(&session, &offer));
    session = (struct door_session){ .date = { 2026, 12, 29 } };
    assert_true(door_session_ever_runs(&session, &offer));
}

static void
a_status_holds_between_its_days_only(void **state)
{
    struct door_status planned = { DOOR_SERVICE_PLANNED, { 2027, 1, 1 }, { 0 }, 0 };
    struct door_status paused = { DOOR_SERVICE_PAUSED, { 2026, 12, 1 }, { 2026, 12, 31 }, 0 };

    (void)state;
    assert_int_equal(door_status_on(&paused, (struct door_date){ 2026, 11, 30 }), DOOR_SERVICE_LIVE);
    assert_int_equal(door_status_on(&paused, (struct door_date){ 2026, 12, 1 }), DOOR_SERVICE_PAUSED);
    assert_int_equal(door_status_on(&paused, (struct door_date){ 2027, 1, 1 }), DOOR_SERVICE_LIVE);
    assert_int_equal(door_status_on(&planned, (struct door_date){ 2026, 12, 31 }), DOOR_SERVICE_PLANNED);
    assert_int_equal(door_status_on(&planned, (struct door_date){ 2027, 1, 1 }), DOOR_SERVICE_LIVE);
    assert_int_equal(door_status_on(NULL, (struct door_date){ 2026, 12, 1 }), DOOR_SERVICE_LIVE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_weekly_session_runs_on_its_day_alone),
        cmocka_unit_test(a_one_off_runs_once),
        cmocka_unit_test(from_and_until_include_their_days),
        cmocka_unit_test(exceptions_and_bank_holidays_are_left_out),
        cmocka_unit_test(term_time_stops_for_half_term_and_the_holidays),
        cmocka_unit_test(days_of_the_month_count_from_either_end),
        cmocka_unit_test(every_second_week_counts_from_the_first_day_on_or_after_from),
        cmocka_unit_test(the_next_days_are_found_within_the_days_asked_for),
        cmocka_unit_test(what_terms_and_holidays_leave_no_day_to_never_runs),
        cmocka_unit_test(a_status_holds_between_its_days_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
