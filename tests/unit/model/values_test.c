#include "model_test.h"

static const char *
read_age(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    static const char *const units[] = { "none", "pregnancy", "birth", "weeks", "months", "years" };
    struct door_age age;

    if (!door_age_parse(arena, text, &age, mistake))
        return NULL;
    return door_arena_format(arena, "%d %s", age.count, units[age.unit]);
}

/* Every parser whose value is one number. */
#define NUMBER_READER(name, type, parse, format) \
    static const char * \
    name(struct door_arena *arena, const char *text, struct door_mistake *mistake) \
    { \
        type value; \
        return parse(arena, text, &value, mistake) ? door_arena_format(arena, format, value) : NULL; \
    }

NUMBER_READER(read_period, int, door_period_parse, "%d")
NUMBER_READER(read_money, int, door_money_parse, "%d")
NUMBER_READER(read_length, double, door_length_parse, "%g")
NUMBER_READER(read_number, int, door_number_parse, "%d")
NUMBER_READER(read_degrees, double, door_degrees_parse, "%g")
NUMBER_READER(read_yes, bool, door_yes_parse, "%d")

static void
ages_are_stages_or_counts(void **state)
{
    static const struct right right[] = {
        { "pregnancy", "0 pregnancy" }, { "Birth", "0 birth" }, { "6 weeks", "6 weeks" }, { "1 month", "1 months" },
        { "12 months", "12 months" }, { "18months", "18 months" }, { "2 Years", "2 years" },
    };
    static const char usual[] = "Write pregnancy, birth, or a number of weeks, months or years.";
    const struct wrong wrong[] = {
        { "18", "age", "\"18\" is not an age", "Write 18 months or 18 years." },
        { "0", "age", "\"0\" is not an age", "Write birth." },
        { "0 months", "age", "\"0 months\" is not an age", usual },
        { "toddler", "age", "\"toddler\" is not an age", usual },
        { "weeks", "age", "\"weeks\" is not an age", usual },
        { "12 moths", "age", "\"12 moths\" is not an age", usual },
        { "9999 years", "age", "\"9999 years\" is not an age", usual },
        { "123456789012 years", "age", "\"123456789012 years\" is not an age", usual },
        { "2-3 years", "age", "\"2-3 years\" is not an age", usual },
    };

    (void)state;
    ASSERT_ALL_READ(read_age, right);
    ASSERT_ALL_REFUSED(read_age, wrong);
}

static void
ages_lie_on_one_line(void **state)
{
    static const struct door_age order[] = {
        { DOOR_AGE_PREGNANCY, 0 }, { DOOR_AGE_BIRTH, 0 }, { DOOR_AGE_WEEKS, 4 }, { DOOR_AGE_MONTHS, 1 },
        { DOOR_AGE_WEEKS, 5 }, { DOOR_AGE_MONTHS, 11 }, { DOOR_AGE_YEARS, 1 }, { DOOR_AGE_MONTHS, 13 },
    };
    size_t i;

    (void)state;
    for (i = 1; i < sizeof order / sizeof *order; i++)
        assert_true(door_age_days(order[i - 1]) < door_age_days(order[i]));
    assert_int_equal(door_age_days((struct door_age){ DOOR_AGE_MONTHS, 24 }),
            door_age_days((struct door_age){ DOOR_AGE_YEARS, 2 }));
}

static void
periods_are_days_or_weeks(void **state)
{
    static const struct right right[] = {
        { "90 days", "90" }, { "1 day", "1" }, { "2 weeks", "14" }, { "1 week", "7" }, { "week", "7" },
    };
    static const char hint[] = "Write a number of days or weeks: 90 days, 2 weeks.";
    const struct wrong wrong[] = {
        { "2", "period", "\"2\" is not a length of time", hint },
        { "0 days", "period", "\"0 days\" is not a length of time", hint },
        { "3 months", "period", "\"3 months\" is not a length of time", hint },
        { "weeks", "period", "\"weeks\" is not a length of time", hint },
        { "2 weekss", "period", "\"2 weekss\" is not a length of time", hint },
        { "99999 days", "period", "\"99999 days\" is not a length of time", hint },
    };

    (void)state;
    ASSERT_ALL_READ(read_period, right);
    ASSERT_ALL_REFUSED(read_period, wrong);
}

static void
money_is_pounds_and_pence(void **state)
{
    static const struct right right[] = {
        { "3.50", "350" }, { "\xC2\xA3" "3.50", "350" }, { "3", "300" }, { "\xC2\xA3 12", "1200" }, { "0", "0" },
        { "50p", "50" }, { "0.05", "5" }, { "1,200.50", "120050" },
    };
    static const char hint[] = "Write pounds and pence: 3.50, or 3 for three pounds.";
    const struct wrong wrong[] = {
        { "3.5", "money", "\"3.5\" is not a price", "Write 3.50." },
        { "3,50", "money", "\"3,50\" is not a price", "Write 3.50." },
        { "-3", "money", "\"-3\" is not a price", hint },
        { "3.50 each", "money", "\"3.50 each\" is not a price",
          "Write 3.50 alone; what else there is to say goes under per: or note:." },
        { "1,2000", "money", "\"1,2000\" is not a price", hint },
        { "1000000", "money", "\"1000000\" is not a price", hint },
        { "\xE2\x82\xAC" "3", "money", "\"\xE2\x82\xAC" "3\" is not a price", hint },
    };

    (void)state;
    ASSERT_ALL_READ(read_money, right);
    ASSERT_ALL_REFUSED(read_money, wrong);
}

static void
lengths_are_millimetres(void **state)
{
    static const struct right right[] = {
        { "140 mm", "140" }, { "140mm", "140" }, { "14 cm", "140" }, { "2.5 MM", "2.5" }, { "0 mm", "0" },
    };
    static const char hint[] = "Write millimetres: 140 mm.";
    const struct wrong wrong[] = {
        { "140", "length", "\"140\" is not a length", hint },
        { "-3 mm", "length", "\"-3 mm\" is not a length", hint },
        { "5 inches", "length", "\"5 inches\" is not a length", hint },
        { "3000 mm", "length", "\"3000 mm\" is not a length", hint },
        { "1.2.3 mm", "length", "\"1.2.3 mm\" is not a length", hint },
        { "inf mm", "length", "\"inf mm\" is not a length", hint },
    };

    (void)state;
    ASSERT_ALL_READ(read_length, right);
    ASSERT_ALL_REFUSED(read_length, wrong);
}

static void
numbers_and_degrees_are_digits(void **state)
{
    static const struct right numbers[] = { { "10", "10" }, { "0", "0" }, { "007", "7" } };
    static const struct right degrees[] = { { "53.9583", "53.9583" }, { "-1.08", "-1.08" }, { "0", "0" },
        { "53.95833199999999", "53.9583" }, { "-179.99999999999999999999", "-180" }, { ".5", "0.5" }, { "5.", "5" } };
    static const struct wrong no_numbers[] = {
        { "ten", "number", "\"ten\" is not a number", "Write a whole number in digits." },
        { "1.5", "number", "\"1.5\" is not a number", "Write a whole number in digits." },
        { "-1", "number", "\"-1\" is not a number", "Write a whole number in digits." },
        { "123456789", "number", "\"123456789\" is not a number", "Write a whole number in digits." },
    };
    static const char hint[] = "Write degrees with a decimal point: lat: 53.9583, long: -1.0803.";
    const struct wrong no_degrees[] = {
        { "190", "degrees", "\"190\" is not a latitude or longitude", hint },
        { "53,9", "degrees", "\"53,9\" is not a latitude or longitude", hint },
        { "-", "degrees", "\"-\" is not a latitude or longitude", hint },
        { ".", "degrees", "\".\" is not a latitude or longitude", hint },
        { "1e1", "degrees", "\"1e1\" is not a latitude or longitude", hint },
        { "10000000000000000", "degrees", "\"10000000000000000\" is not a latitude or longitude", hint },
        { "53N", "degrees", "\"53N\" is not a latitude or longitude", hint },
        { "nan", "degrees", "\"nan\" is not a latitude or longitude", hint },
        { "0x10", "degrees", "\"0x10\" is not a latitude or longitude", hint },
    };

    (void)state;
    ASSERT_ALL_READ(read_number, numbers);
    ASSERT_ALL_READ(read_degrees, degrees);
    ASSERT_ALL_REFUSED(read_number, no_numbers);
    ASSERT_ALL_REFUSED(read_degrees, no_degrees);
}

static void
only_yes_and_no_are_answers(void **state)
{
    static const struct right right[] = { { "yes", "1" }, { "Yes", "1" }, { "NO", "0" } };
    static const struct wrong wrong[] = {
        { "true", "yes", "\"true\" is neither yes nor no", "Write yes." },
        { "False", "yes", "\"False\" is neither yes nor no", "Write no." },
        { "maybe", "yes", "\"maybe\" is neither yes nor no", "Write yes or no." },
    };

    (void)state;
    ASSERT_ALL_READ(read_yes, right);
    ASSERT_ALL_REFUSED(read_yes, wrong);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ages_are_stages_or_counts),
        cmocka_unit_test(ages_lie_on_one_line),
        cmocka_unit_test(periods_are_days_or_weeks),
        cmocka_unit_test(money_is_pounds_and_pence),
        cmocka_unit_test(lengths_are_millimetres),
        cmocka_unit_test(numbers_and_degrees_are_digits),
        cmocka_unit_test(only_yes_and_no_are_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
