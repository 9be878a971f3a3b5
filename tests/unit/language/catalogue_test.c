/*
 * What a catalogue's header says of who has read it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "language/catalogue.h"

static bool
was_read(const char *header)
{
    const struct door_catalogue catalogue = { .po = { .header = header } };

    return door_catalogue_was_read(&catalogue);
}

static void
a_reader_counts_who_is_named(void **state)
{
    (void)state;
    assert_true(was_read("Language: ur\nX-Native-Reader: Amina, 2026-10-01\n"));
    assert_true(was_read("X-Native-Reader: yes"));
}

static void
no_name_and_no_line_are_no_reader(void **state)
{
    (void)state;
    assert_false(was_read(NULL));
    assert_false(was_read(""));
    assert_false(was_read("Language: ur\n"));
    assert_false(was_read("X-Native-Reader:\nLanguage: ur\n"));
    assert_false(was_read("X-Native-Reader:   \n"));
    assert_false(was_read("Language-Team: X-Native-Reader: me\n"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_counts_who_is_named),
        cmocka_unit_test(no_name_and_no_line_are_no_reader),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
