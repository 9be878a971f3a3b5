#include "base/needle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static void
count_one(void *context, size_t what)
{
    size_t *found = context;

    assert_int_equal(what, 7);
    (*found)++;
}

static size_t
times_found(enum door_needle_kind kind, const char *needle, const char *text)
{
    struct door_arena arena = { 0 };
    struct door_needles *needles = door_arena_alloc(&arena, sizeof *needles);
    size_t found = 0;

    door_needles_add(needles, &arena, kind, needle, 7);
    door_needles_search(needles, text, strlen(text), count_one, &found);
    door_arena_release(&arena);
    return found;
}

struct row {
    enum door_needle_kind kind;
    const char *needle, *text;
    size_t times;
};

static void
check_rows(const struct row *rows, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        size_t times = times_found(rows[i].kind, rows[i].needle, rows[i].text);

        if (times != rows[i].times)
            fail_msg("\"%s\" in \"%s\": %zu times", rows[i].needle, rows[i].text, times);
    }
}

static void
words_are_found_whatever_stands_between_them(void **state)
{
    static const struct row rows[] = {
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "at 4 Mill Lane, Thornleigh", 1 },
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "4 MILL LANE and 4-mill-lane", 2 },
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "4\u00a0Mill\u2009Lane", 1 },
        { DOOR_NEEDLE_WORDS, "St John's House", "in st. john\u2019s house.", 1 },
        { DOOR_NEEDLE_WORDS, "YO1 7HH", "\u2066YO1 7HH\u2069", 1 },
        { DOOR_NEEDLE_WORDS, "Caf\u00e9 Zo\u00eb", "the caf\u00e9 zo\u00eb", 1 },
    };

    (void)state;
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void
parts_of_longer_words_are_not_found(void **state)
{
    static const struct row rows[] = {
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "24 Mill Lane", 0 },
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "4 Mill Lanes", 0 },
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "4 Mill", 0 },
        { DOOR_NEEDLE_WORDS, "100012345678", "1000123456789", 0 },
        { DOOR_NEEDLE_WORDS, "Caf", "Caf\u00e9", 0 },
        { DOOR_NEEDLE_WORDS, "...", "Wait...", 0 },
        { DOOR_NEEDLE_WORDS, "4 Mill Lane", "", 0 },
    };

    (void)state;
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void
a_name_is_no_two_common_words(void **state)
{
    static const struct row rows[] = {
        { DOOR_NEEDLE_CASED, "Baby Yoga", "our Baby Yoga", 1 },
        { DOOR_NEEDLE_CASED, "Baby Yoga", "our baby yoga", 0 },
    };

    (void)state;
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void
an_address_is_not_found_in_a_longer_one(void **state)
{
    static const struct row rows[] = {
        { DOOR_NEEDLE_ADDRESS, "a.b@c.example", "Write to A.B@c.example.", 1 },
        { DOOR_NEEDLE_ADDRESS, "a.b@c.example", "mailto:a.b@c.example?subject=x", 1 },
        { DOOR_NEEDLE_ADDRESS, "b@c.example", "a.b@c.example", 0 },
        { DOOR_NEEDLE_ADDRESS, "a.b@c.example", "a.b@c.example.org", 0 },
        { DOOR_NEEDLE_ADDRESS, "services/pilot", "../../services/pilot/", 1 },
        { DOOR_NEEDLE_ADDRESS, "services/pilot", "../services/pilot-two/", 0 },
    };

    (void)state;
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void
a_point_is_found_to_four_decimals(void **state)
{
    static const struct row rows[] = {
        { DOOR_NEEDLE_DEGREES, "53.958312", "{\"lat\": 53.9583}", 1 },
        { DOOR_NEEDLE_DEGREES, "53.9583", "?q=53.958349,-1.08", 1 },
        { DOOR_NEEDLE_DEGREES, "-1.0803", "1.08031 W", 1 },
        { DOOR_NEEDLE_DEGREES, "53.9583", "53.958 and 53.9585 and 539583", 0 },
        { DOOR_NEEDLE_DEGREES, "53.9583", "153.9583", 0 },
    };

    (void)state;
    check_rows(rows, sizeof rows / sizeof *rows);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_whatever_stands_between_them),
        cmocka_unit_test(parts_of_longer_words_are_not_found),
        cmocka_unit_test(a_name_is_no_two_common_words),
        cmocka_unit_test(an_address_is_not_found_in_a_longer_one),
        cmocka_unit_test(a_point_is_found_to_four_decimals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
