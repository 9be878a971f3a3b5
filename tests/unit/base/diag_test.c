#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

static const struct door_place place = { "content/x.md", 3, 1 };

static void
a_message_is_one_line_whatever_was_typed(void **state)
{
    struct door_diag *diag = door_diag_open();
    size_t count;

    (void)state;
    door_diag_error(diag, place, "x", NULL, "\"%s\" is nothing", "two\nlines\tand\r\na tab");
    assert_string_equal(door_diag_problems(diag, &count)->message, "\"two lines and  a tab\" is nothing");
    door_diag_close(diag);
}

static void
letters_that_were_cut_in_two_and_controls_are_left_out(void **state)
{
    struct door_diag *diag = door_diag_open();
    size_t count;

    (void)state;
    door_diag_error(diag, place, "x", NULL, "\"%.4s\" and %s", "caf\xC3\xA9", "\xE2\x82\xE2\x82\xAC\x1B\xE2\x80\xAE\xE2");
    assert_string_equal(door_diag_problems(diag, &count)->message, "\"caf\" and \xE2\x82\xAC");
    door_diag_close(diag);
}

static void
of_a_long_value_the_beginning_and_the_end_are_told(void **state)
{
    struct door_diag *diag = door_diag_open();
    char value[3001];
    const char *message;
    size_t count, i;

    (void)state;
    for (i = 0; i < 3000; i += 3)
        memcpy(value + i, "\xE2\x82\xAC", 3);
    value[3000] = '\0';
    door_diag_error(diag, place, "x", NULL, "\"%s\" is nothing", value);
    message = door_diag_problems(diag, &count)->message;
    assert_true(strlen(message) < 420);
    assert_memory_equal(message, "\"\xE2\x82\xAC", 4);
    assert_non_null(strstr(message, "\xE2\x82\xAC ... \xE2\x82\xAC"));
    assert_non_null(strstr(message, "\" is nothing"));
    door_diag_close(diag);
}

#define TEST(name) cmocka_unit_test(name)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_message_is_one_line_whatever_was_typed),
        TEST(letters_that_were_cut_in_two_and_controls_are_left_out),
        TEST(of_a_long_value_the_beginning_and_the_end_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
