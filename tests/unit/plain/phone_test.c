#include "plain/phone.h"

#include "plain_test.h"

static const struct {
    const char *number;
    bool grouped;
    const char *better;     /* NULL: of no length that is known */
} numbers[] = {
    { "01632 960 123", true, "01632 960 123" },
    { "01632960123", false, "01632 960 123" },
    { "01632-960-123", false, "01632 960 123" },
    { "(01632) 960123", false, "01632 960 123" },
    { "07700900111", false, "07700 900 111" },
    { "02079460000", false, "020 7946 0000" },
    { "0113 4960000", false, "0113 496 0000" },
    { "0800 80 70 60", true, "0800 807 060" },
    { "08081570111", false, "0808 157 0111" },
    { "0300 1234567", false, "0300 123 4567" },
    { "+44 (0)1632 960 123", true, NULL },
    { "0169772345", false, "01697 72345" },
    { "999", true, NULL },
    { "116 123", true, NULL },
};

static void
numbers_are_written_in_groups(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(numbers); i++) {
        struct door_span number = { numbers[i].number, strlen(numbers[i].number) };
        char better[20];
        bool known = door_phone_group(number, better);

        if (door_phone_is_grouped(number) != numbers[i].grouped || known != (numbers[i].better != NULL)
                || (known && strcmp(better, numbers[i].better) != 0))
            fail_msg("%s: %d %s", numbers[i].number, door_phone_is_grouped(number), known ? better : "");
    }
}

static void
a_number_is_found_among_words(void **state)
{
    (void)state;
    assert_int_equal(door_phone_find("Call 01632960123 now").size, 11);
    assert_int_equal(door_phone_find("Call 999 or 111").size, 0);
    assert_int_equal(door_phone_find("Call +44 (0)1632 960 123.").size, 19);
    assert_int_equal(door_phone_find("").size, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_in_groups),
        cmocka_unit_test(a_number_is_found_among_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
