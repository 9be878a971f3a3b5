#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "language/plural.h"
#include "model/schema.h"

/* The Plural-Forms that gettext's manual and translators' tools use, as they stand in headers. */
static size_t none(long n) { return n * 0; }
static size_t one_other(long n) { return n != 1; }
static size_t up_to_one(long n) { return n > 1; }
static size_t polish(long n)
{
    return n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
}
static size_t romanian(long n) { return n == 1 ? 0 : n == 0 || (n % 100 > 0 && n % 100 < 20) ? 1 : 2; }
static size_t arabic(long n)
{
    return n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5;
}
static size_t czech(long n) { return n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2; }
static size_t lithuanian(long n)
{
    return n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
}
static size_t ukrainian(long n)
{
    return n % 10 == 1 && n % 100 != 11 ? 0
        : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
}

static size_t welsh(long n) { return n <= 3 ? (size_t)n : n == 6 ? 4 : 5; }
static size_t irish(long n) { return n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4; }
static size_t gaelic(long n)
{
    return n == 1 || n == 11 ? 0 : n == 2 || n == 12 ? 1 : n >= 3 && n <= 19 ? 2 : 3;
}
static size_t latvian(long n) { return n % 10 == 0 || (n % 100 > 10 && n % 100 < 20) ? 0 : n % 10 == 1 ? 1 : 2; }
static size_t slovenian(long n)
{
    return n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3;
}
static size_t hebrew(long n) { return n == 1 ? 0 : n == 2 ? 1 : 2; }
static size_t maltese(long n)
{
    return n == 1 ? 0 : n == 2 ? 1 : n == 0 || (n % 100 >= 3 && n % 100 <= 10) ? 2 : n % 100 > 10 && n % 100 < 20 ? 3 : 4;
}

static const struct {
    const char *code;
    size_t count;
    size_t (*form)(long n);
} rows[] = {
    { "en-GB", 2, one_other }, { "en", 2, one_other }, { "ur", 2, one_other }, { "so", 2, one_other },
    { "pl", 3, polish }, { "ro", 3, romanian }, { "ar", 6, arabic }, { "pa", 2, up_to_one }, { "bn", 2, up_to_one },
    { "cs", 3, czech }, { "lt", 3, lithuanian }, { "uk", 3, ukrainian }, { "fr", 2, up_to_one },
    { "es", 2, one_other }, { "it", 2, one_other }, { "fa", 2, up_to_one }, { "tr", 2, one_other },
    { "cy", 6, welsh }, { "ga", 5, irish }, { "gd", 4, gaelic }, { "lv", 3, latvian }, { "sl", 4, slovenian },
    { "hr", 3, ukrainian }, { "bs", 3, ukrainian }, { "sr", 3, ukrainian }, { "sk", 3, czech }, { "he", 3, hebrew },
    { "mt", 5, maltese }, { "zh-Hant", 1, none }, { "vi", 1, none },
};

static void
forms_are_those_of_gettext(void **state)
{
    size_t i;
    long n;

    (void)state;
    for (i = 0; i < DOOR_COUNT(rows); i++) {
        struct door_plural *plural = door_plural_open(rows[i].code);

        if (door_plural_count(plural) != rows[i].count)
            fail_msg("%s has %zu forms", rows[i].code, door_plural_count(plural));
        for (n = 0; n <= 1000; n++)
            if (door_plural_choose(plural, n) != rows[i].form(n))
                fail_msg("%s: %ld takes form %zu", rows[i].code, n, door_plural_choose(plural, n));
        door_plural_close(plural);
    }
}

/* French has a category for whole millions that gettext does not know. */
static void
a_category_without_a_form_of_its_own_takes_the_last(void **state)
{
    struct door_plural *plural = door_plural_open("fr");

    (void)state;
    assert_int_equal(door_plural_choose(plural, 1000000), 1);
    door_plural_close(plural);
}

/* Some tools write a form for whole millions in French, before the last one. */
static void
a_form_for_millions_is_accepted_and_passed_over(void **state)
{
    struct door_plural *french = door_plural_open("fr"), *polish_rules = door_plural_open("pl");

    (void)state;
    assert_true(door_plural_accepts(french, 2));
    assert_true(door_plural_accepts(french, 3));
    assert_false(door_plural_accepts(french, 1));
    assert_false(door_plural_accepts(french, 4));
    assert_false(door_plural_accepts(polish_rules, 4));
    assert_int_equal(door_plural_written(french, 3, 0), 0);
    assert_int_equal(door_plural_written(french, 3, 1), 2);
    assert_int_equal(door_plural_written(french, 2, 1), 1);
    door_plural_close(french);
    door_plural_close(polish_rules);
}

static void
a_form_for_a_number_or_two_is_narrow(void **state)
{
    struct door_plural *polish_rules = door_plural_open("pl"), *ukrainian_rules = door_plural_open("uk");

    (void)state;
    assert_true(door_plural_is_narrow(polish_rules, 0));
    assert_false(door_plural_is_narrow(polish_rules, 1));
    assert_false(door_plural_is_narrow(ukrainian_rules, 0));
    door_plural_close(polish_rules);
    door_plural_close(ukrainian_rules);
}

static void
examples_tell_a_translator_which_form_is_which(void **state)
{
    struct door_arena arena = { 0 };
    struct door_plural *plural = door_plural_open("pl");

    (void)state;
    assert_string_equal(door_plural_examples(plural, &arena, 0), "1");
    assert_string_equal(door_plural_examples(plural, &arena, 1), "2, 3, 4, 22");
    assert_string_equal(door_plural_examples(plural, &arena, 2), "0, 5, 6, 7");
    door_plural_close(plural);
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_those_of_gettext),
        cmocka_unit_test(a_category_without_a_form_of_its_own_takes_the_last),
        cmocka_unit_test(a_form_for_millions_is_accepted_and_passed_over),
        cmocka_unit_test(a_form_for_a_number_or_two_is_narrow),
        cmocka_unit_test(examples_tell_a_translator_which_form_is_which),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
