#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "language/kept.h"

static void
what_was_never_said_is_not_found(void **state)
{
    struct door_kept kept = { 0 };
    struct door_arena arena = { 0 };

    (void)state;
    assert_null(door_kept_find(&kept, door_kept_key(DOOR_KEPT_MONEY, 0, 350)));
    door_kept_put(&kept, &arena, door_kept_key(DOOR_KEPT_MONEY, 0, 350), "£3.50");
    assert_null(door_kept_find(&kept, door_kept_key(DOOR_KEPT_MONEY, 0, 351)));
    door_arena_release(&arena);
}

static void
a_number_means_another_thing_in_each_kind_and_part(void **state)
{
    static const uint64_t parts[][3] = { { DOOR_KEPT_MOMENT, 0, 7 }, { DOOR_KEPT_MOMENT, 1, 7 },
        { DOOR_KEPT_MONEY, 0, 7 }, { DOOR_KEPT_NUMBER, 0, 7 }, { DOOR_KEPT_NUMBER, 0, 0 } };
    uint64_t keys[5];
    size_t i, j;

    (void)state;
    for (i = 0; i < 5; i++)
        keys[i] = door_kept_key((enum door_kept_kind)parts[i][0], (unsigned)parts[i][1], (int64_t)parts[i][2]);
    for (i = 0; i < 5; i++)
        for (j = 0; j < i; j++)
            assert_true(keys[i] != keys[j]);
    assert_true(door_kept_key(DOOR_KEPT_NUMBER, 0, -1) != door_kept_key(DOOR_KEPT_NUMBER, 0, 1));
}

static void
thousands_of_texts_are_found_again(void **state)
{
    struct door_kept kept = { 0 };
    struct door_arena arena = { 0 };
    char text[32];
    int i;

    (void)state;
    for (i = -5000; i < 5000; i++) {
        snprintf(text, sizeof text, "said of %d", i);
        door_kept_put(&kept, &arena, door_kept_key(DOOR_KEPT_MOMENT, 3, (int64_t)i * 1440), text);
    }
    for (i = -5000; i < 5000; i++) {
        snprintf(text, sizeof text, "said of %d", i);
        assert_string_equal(door_kept_find(&kept, door_kept_key(DOOR_KEPT_MOMENT, 3, (int64_t)i * 1440)), text);
    }
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_never_said_is_not_found),
        cmocka_unit_test(a_number_means_another_thing_in_each_kind_and_part),
        cmocka_unit_test(thousands_of_texts_are_found_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
