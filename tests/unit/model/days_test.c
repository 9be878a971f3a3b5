#include "model_test.h"

static const char *
read_day(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_day day;

    if (!door_day_parse(arena, text, &day, mistake))
        return NULL;
    return door_arena_format(arena, "%d %d", day.weekday, day.nth);
}

/* Monday first: "1111100". */
static const char *
read_days(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    unsigned char days;
    char *shown;
    int i;

    if (!door_days_parse(arena, text, &days, mistake))
        return NULL;
    shown = door_arena_alloc(arena, 8);
    for (i = 0; i < 7; i++)
        shown[i] = days >> i & 1 ? '1' : '0';
    return shown;
}

static void
days_are_read_as_editors_write_them(void **state)
{
    static const struct right cases[] = {
        { "Monday", "1 0" }, { "sunday", "7 0" }, { "TUESDAY", "2 0" },
        { "Tuesdays", "2 0" }, { "Tue", "2 0" }, { "tues", "2 0" }, { "Weds", "3 0" }, { "Thurs", "4 0" },
        { "first Tuesday", "2 1" }, { "2nd wed", "3 2" }, { "Third Thursdays", "4 3" }, { "fourth Sat", "6 4" },
        { "last Friday", "5 -1" }, { "Last Friday of the month", "5 -1" },
    };

    (void)state;
    ASSERT_ALL_READ(read_day, cases);
}

static void
what_is_no_day_is_refused(void **state)
{
    static const char usual[] = "Write a day like Tuesday, first Tuesday or last Friday.";
    const struct wrong cases[] = {
        { "Teusday", "day", "\"Teusday\" is not a day of the week", "did you mean \"Tuesday\"?" },
        { "fifth Monday", "day", "\"fifth Monday\" is not a day of the week", usual },
        { "first", "day", "\"first\" is not a day of the week", usual },
        { "6 October", "day", "\"6 October\" is not a day of the week", usual },
        { "Tuesday of the month", "day", "\"Tuesday of the month\" is not a day of the week", usual },
        { "Tuesday morning", "day", "\"Tuesday morning\" is not a day of the week", usual },
        { "daily", "day", "\"daily\" is not a day of the week",
          "Write [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]." },
        { "weekdays", "day", "\"weekdays\" is not a day of the week",
          "Write [Monday, Tuesday, Wednesday, Thursday, Friday]." },
        { "Mon-Wed", "day", "\"Mon-Wed\" is not a day of the week", "Write [Monday, Tuesday, Wednesday]." },
        { "Tuesday and Thursday", "day", "\"Tuesday and Thursday\" is not a day of the week",
          "Write [Tuesday, Thursday]." },
        { "every Tuesday", "day", "\"every Tuesday\" is not a day of the week",
          "Write the day alone; for every second week add every: 2 weeks." },
        { "alternate Mondays", "day", "\"alternate Mondays\" is not a day of the week",
          "Write the day alone, and every: 2 weeks." },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_day, cases);
}

static void
the_days_of_opening_hours_are_read(void **state)
{
    static const struct right cases[] = {
        { "Monday", "1000000" },
        { "Monday to Friday", "1111100" },
        { "Mon-Fri", "1111100" },
        { "Mon \xE2\x80\x93 Fri", "1111100" },
        { "Saturday to Sunday", "0000011" },
        { "Friday to Monday", "1000111" },
        { "Monday, Wednesday", "1010000" },
        { "Monday, Wednesday and Friday", "1010100" },
        { "Monday & Tuesday to Thursday, Sunday", "1111001" },
        { "every day", "1111111" },
        { "Saturdays and Sundays", "0000011" },
    };

    (void)state;
    ASSERT_ALL_READ(read_days, cases);
}

static void
opening_days_that_are_none_are_refused(void **state)
{
    static const char usual[] = "Write days like Monday, Monday to Friday, or every day.";
    const struct wrong cases[] = {
        { "weekdays", "day", "\"weekdays\" is not a day of the week", "Write Monday to Friday." },
        { "daily", "day", "\"daily\" is not a day of the week", "Write every day." },
        { "Monday to", "day", "\"Monday to\" is not a day of the week", "did you mean \"Monday\"?" },
        { "Monday to Freitag", "day", "\"Monday to Freitag\" is not a day of the week", usual },
        { "Monday,", "day", "\"Monday,\" is not a day of the week", "did you mean \"Monday\"?" },
        { "first Tuesday", "day", "\"first Tuesday\" is not a day of the week", usual },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_days, cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_read_as_editors_write_them),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(the_days_of_opening_hours_are_read),
        cmocka_unit_test(opening_days_that_are_none_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
