#include "model_test.h"

static const char *
read_times(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_times times;

    if (!door_times_parse(arena, text, &times, mistake))
        return NULL;
    return door_arena_format(arena, "%d %d", times.from, times.to);
}

static void
times_are_read_as_editors_write_them(void **state)
{
    static const struct right cases[] = {
        { "9:30am", "570 -1" },
        { "9.30am", "570 -1" },
        { "09:30", "570 -1" },
        { "9am", "540 -1" },
        { "9 am", "540 -1" },
        { "9 A.M.", "540 -1" },
        { "midday", "720 -1" },
        { "Noon", "720 -1" },
        { "12 noon", "720 -1" },
        { "midnight", "0 -1" },
        { "12:30pm", "750 -1" },
        { "12:30am", "30 -1" },
        { "9:30am to 11am", "570 660" },
        { "09:30-11:00", "570 660" },
        { "9.30am - 11am", "570 660" },
        { "9:30am \xE2\x80\x93 11am", "570 660" },
        { "9:30am\xE2\x80\x94" "11am", "570 660" },
        { "10am to midday", "600 720" },
        { "midday to midnight", "720 1440" },
        { "midnight to 6am", "0 360" },
        { "18:00 to 24:00", "1080 1440" },
        { "9:30 to 11:00", "570 660" },
        { "09:30 to 1pm", "570 780" },
        { "11am to 1pm", "660 780" },
        { "7:00 to 8:30", "420 510" },
        { "01:30 to 03:30", "90 210" },
    };

    (void)state;
    ASSERT_ALL_READ(read_times, cases);
}

static void
times_that_do_not_exist_are_refused(void **state)
{
    static const char hint[] = "Write hours and minutes between 00:00 and 23:59.";
    const struct wrong cases[] = {
        { "25:00", "time", "\"25:00\" is not a time of day", hint },
        { "9:60am", "time", "\"9:60\" is not a time of day", hint },
        { "9:5am", "time", "\"9:5\" is not a time of day", hint },
        { "24:30", "time", "\"24:30\" is not a time of day", hint },
        { "13:30pm", "time", "\"13:30pm\" is not a time of day", hint },
        { "0:30am", "time", "\"0:30am\" is not a time of day", hint },
        { "9am to 25:00", "time", "\"25:00\" is not a time of day", hint },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_times, cases);
}

static void
twelve_o_clock_must_say_which(void **state)
{
    static const struct wrong cases[] = {
        { "12am", "time", "\"12am\" can be midnight or midday", "Write midday or midnight." },
        { "12pm", "time", "\"12pm\" can be midnight or midday", "Write midday or midnight." },
        { "10am to 12:00 pm", "time", "\"12:00 pm\" can be midnight or midday", "Write midday or midnight." },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_times, cases);
}

static void
times_that_could_be_morning_or_afternoon_are_refused(void **state)
{
    static const struct wrong cases[] = {
        { "1:30 to 3pm", "time", "\"1:30 to 3pm\" says am or pm only once",
          "Write am or pm behind both times: 1:30pm to 3pm." },
        { "9:30-11am", "time", "\"9:30-11am\" says am or pm only once",
          "Write am or pm behind both times: 1:30pm to 3pm." },
        { "11am to 1:30", "time", "\"11am to 1:30\" says am or pm only once",
          "Write am or pm behind both times: 1:30pm to 3pm." },
        { "9 to 11am", "time", "\"9\" needs am or pm", "Write times as 9:30am to 11am, or 09:30 to 11:00." },
        { "9", "time", "\"9\" needs am or pm", "Write times as 9:30am to 11am, or 09:30 to 11:00." },
        { "1:30 to 3:30", "time", "\"1:30\" needs am or pm", "Write 1:30pm, or 01:30 if it is at night." },
        { "1.30", "time", "\"1:30\" needs am or pm", "Write 1:30pm, or 01:30 if it is at night." },
        { "9:30 to 3:30", "time", "\"3:30\" needs am or pm", "Write 3:30pm, or 03:30 if it is at night." },
        { "6:59 to 14:00", "time", "\"6:59\" needs am or pm", "Write 6:59pm, or 06:59 if it is at night." },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_times, cases);
}

static void
ranges_that_end_before_they_begin_are_refused(void **state)
{
    static const char hint[] = "Write am or pm behind both times; for hours past midnight write one line for each day.";
    const struct wrong cases[] = {
        { "11am to 9:30am", "time-order", "\"11am to 9:30am\" ends before it begins", hint },
        { "9:30 to 7:30", "time-order", "\"9:30 to 7:30\" ends before it begins", hint },
        { "9am to 9am", "time-order", "\"9am to 9am\" ends before it begins", hint },
        { "10pm to 2am", "time-order", "\"10pm to 2am\" ends before it begins", hint },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_times, cases);
}

static void
what_is_no_time_is_refused(void **state)
{
    static const char hint[] = "Write times as 9:30am to 11am, or 09:30 to 11:00.";
    const struct wrong cases[] = {
        { "morning", "time", "\"morning\" is not a time", hint },
        { "9am until 11am", "time", "\"9am until 11am\" is not a time", hint },
        { "9am to", "time", "\"9am to\" is not a time", hint },
        { "9am to 11am daily", "time", "\"9am to 11am daily\" is not a time", hint },
        { "noonish", "time", "\"noonish\" is not a time", hint },
        { "to 9am", "time", "\"to 9am\" is not a time", hint },
        { "123am", "time", "\"123am\" is not a time", hint },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_times, cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_read_as_editors_write_them),
        cmocka_unit_test(times_that_do_not_exist_are_refused),
        cmocka_unit_test(twelve_o_clock_must_say_which),
        cmocka_unit_test(times_that_could_be_morning_or_afternoon_are_refused),
        cmocka_unit_test(ranges_that_end_before_they_begin_are_refused),
        cmocka_unit_test(what_is_no_time_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
