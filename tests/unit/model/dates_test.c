#include "model_test.h"

static const char *
read_date(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_date date;

    if (!door_date_parse(arena, text, &date, mistake))
        return NULL;
    return door_arena_format(arena, "%d-%d-%d", date.year, date.month, date.day);
}

static const char *
read_dates(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_dates dates;

    if (!door_dates_parse(arena, text, &dates, mistake))
        return NULL;
    return door_arena_format(arena, "%d-%d-%d %d-%d-%d", dates.from.year, dates.from.month, dates.from.day,
            dates.until.year, dates.until.month, dates.until.day);
}

static void
dates_are_read_as_numbers_and_in_words(void **state)
{
    static const struct right cases[] = {
        { "2026-10-01", "2026-10-1" },
        { "2026-1-9", "2026-1-9" },
        { "1 October 2026", "2026-10-1" },
        { "1 Oct 2026", "2026-10-1" },
        { "01 oct. 2026", "2026-10-1" },
        { "3 Sept 2026", "2026-9-3" },
        { "1st October 2026", "2026-10-1" },
        { "22nd may 2027", "2027-5-22" },
        { "29 February 2028", "2028-2-29" },
        { "2000-02-29", "2000-2-29" },
    };

    (void)state;
    ASSERT_ALL_READ(read_date, cases);
}

static void
dates_that_do_not_exist_are_refused(void **state)
{
    static const struct wrong cases[] = {
        { "2026-02-29", "date", "\"2026-02-29\" is a date that does not exist", "February 2026 has 28 days." },
        { "1900-02-29", "date", "\"1900-02-29\" is a date that does not exist", "February 1900 has 28 days." },
        { "31 June 2026", "date", "\"31 June 2026\" is a date that does not exist", "June 2026 has 30 days." },
        { "2026-00-10", "date", "\"2026-00-10\" is a date that does not exist",
          "The months are 01 to 12: write the year, the month and the day, 2026-10-01." },
        { "2026-13-01", "date", "\"2026-13-01\" is a date that does not exist",
          "The months are 01 to 12: write the year, the month and the day, 2026-10-01." },
        { "0026-10-01", "date", "\"0026-10-01\" is a date that does not exist",
          "Write the year with four digits, between 1900 and 2199." },
        { "2026-10-00", "date", "\"2026-10-00\" is a date that does not exist", "October 2026 has 31 days." },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_date, cases);
}

static void
dates_with_slashes_show_how_they_can_be_read(void **state)
{
    static const struct wrong cases[] = {
        { "01/10/2026", "date", "\"01/10/2026\" can be read in two ways",
          "Write 2026-10-01 for 1 October 2026, or 2026-01-10 for 10 January 2026." },
        { "1.10.26", "date", "\"1.10.26\" can be read in two ways",
          "Write 2026-10-01 for 1 October 2026, or 2026-01-10 for 10 January 2026." },
        { "25/12/2026", "date", "\"25/12/2026\" is not written as a date here",
          "Write 2026-12-25 for 25 December 2026." },
        { "12/25/2026", "date", "\"12/25/2026\" is not written as a date here",
          "Write 2026-12-25 for 25 December 2026." },
        { "05/05/2026", "date", "\"05/05/2026\" is not written as a date here", "Write 2026-05-05 for 5 May 2026." },
        { "45/45/2026", "date", "\"45/45/2026\" is not written as a date here",
          "Write a date as 2026-10-01 or 1 October 2026." },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_date, cases);
}

static void
what_is_no_date_is_refused(void **state)
{
    static const char form[] = "Write a date as 2026-10-01 or 1 October 2026.";
    const struct wrong cases[] = {
        { "1 October", "date", "\"1 October\" has no year", "Write the year with four digits: 1 October 2026." },
        { "1 Oct 26", "date", "\"1 Oct 26\" has no year", "Write the year with four digits: 1 October 2026." },
        { "October 2026", "date", "\"October 2026\" is not a date", form },
        { "1 Octember 2026", "date", "\"1 Octember 2026\" is not a date", form },
        { "1 Octo 2026", "date", "\"1 Octo 2026\" is not a date", form },
        { "2026-10-01x", "date", "\"2026-10-01x\" is not a date", form },
        { "2026-10", "date", "\"2026-10\" is not a date", form },
        { "soon", "date", "\"soon\" is not a date", form },
        { "20261001", "date", "\"20261001\" is not a date", form },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_date, cases);
}

static void
ranges_of_dates_include_both_ends(void **state)
{
    static const struct right right[] = {
        { "2026-10-26 to 2026-10-30", "2026-10-26 2026-10-30" },
        { "2026-10-26 - 2026-10-30", "2026-10-26 2026-10-30" },
        { "2026-10-26\xE2\x80\x93" "2026-10-30", "2026-10-26 2026-10-30" },
        { "26 October 2026 to 3 November 2026", "2026-10-26 2026-11-3" },
        { "2026-10-26", "2026-10-26 2026-10-26" },
    };
    static const struct wrong wrong[] = {
        { "2026-10-30 to 2026-10-26", "date-order", "\"2026-10-30 to 2026-10-26\" ends before it begins",
          "Write the first day, \"to\" and the last day." },
        { "2026-10-30 to Friday", "date", "\"Friday\" is not a date", "Write a date as 2026-10-01 or 1 October 2026." },
    };

    (void)state;
    ASSERT_ALL_READ(read_dates, right);
    ASSERT_ALL_REFUSED(read_dates, wrong);
}

static void
days_are_numbered_without_gaps(void **state)
{
    struct door_date before = door_date_of(-40000);
    long number;

    (void)state;
    assert_int_equal(door_date_number((struct door_date){ 1970, 1, 1 }), 0);
    assert_int_equal(door_date_number((struct door_date){ 2026, 10, 6 }), 20732);
    for (number = -39999; number < 80000; number++) {
        struct door_date date = door_date_of(number);

        assert_int_equal(door_date_number(date), number);
        assert_true(door_date_compare(before, date) < 0);
        before = date;
    }
}

static void
weekdays_are_those_of_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(door_date_weekday((struct door_date){ 2026, 10, 6 }), 2);
    assert_int_equal(door_date_weekday((struct door_date){ 2000, 2, 29 }), 2);
    assert_int_equal(door_date_weekday((struct door_date){ 1970, 1, 1 }), 4);
    assert_int_equal(door_date_weekday((struct door_date){ 1969, 12, 28 }), 7);
    assert_int_equal(door_date_weekday((struct door_date){ 1900, 1, 1 }), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_as_numbers_and_in_words),
        cmocka_unit_test(dates_that_do_not_exist_are_refused),
        cmocka_unit_test(dates_with_slashes_show_how_they_can_be_read),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(ranges_of_dates_include_both_ends),
        cmocka_unit_test(days_are_numbered_without_gaps),
        cmocka_unit_test(weekdays_are_those_of_the_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
