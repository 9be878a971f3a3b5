#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/hash.h"
#include "paper/code.h"
#include "paper/code_family.h"

#define BEFORE "https://bfamilies.example/go/"
#define DIGITS 8

/* Every member must say its own text: libzbar reads it back. */
static void
every_member_reads(void **state)
{
    static const char levels[] = "LMQH";
    struct door_arena arena = { 0 };
    char digits[DIGITS + 1];
    size_t level, i;

    (void)state;
    for (level = 0; levels[level]; level++) {
        const struct door_code_family *family = door_code_family_make(&arena, BEFORE, DIGITS, "/", levels[level]);

        assert_non_null(family);
        for (i = 0; i < 40; i++) {
            const struct door_code *code;

            door_hash_digits(door_hash((const char *)&i, sizeof i), DIGITS, digits);
            code = door_code_family_member(family, &arena, digits);
            assert_string_equal(code->text, door_arena_format(&arena, "%s%s/", BEFORE, digits));
            assert_true(door_code_reads(code, 37));
        }
    }
    door_arena_release(&arena);
}

/* The first member is libqrencode's own; of others it is so where libqrencode takes the same mask, one in eight. */
static void
members_are_what_libqrencode_makes_of_them(void **state)
{
    struct door_arena arena = { 0 };
    const struct door_code_family *family = door_code_family_make(&arena, BEFORE, DIGITS, "/", 'M');
    const struct door_code *first = door_code_make(&arena, BEFORE "00000000/", 'M');
    char digits[DIGITS + 1];
    size_t i, same = 0, size = (size_t)first->modules * (size_t)first->modules;

    (void)state;
    assert_int_equal(memcmp(door_code_family_member(family, &arena, "00000000")->dark, first->dark, size), 0);
    for (i = 0; i < 200; i++) {
        const struct door_code *code;

        snprintf(digits, sizeof digits, "%08zx", i * 2654435761u % 0xffffffffu);
        code = door_code_make(&arena, door_arena_format(&arena, BEFORE "%s/", digits), 'M');
        same += memcmp(door_code_family_member(family, &arena, digits)->dark, code->dark, size) == 0;
    }
    assert_in_range(same, 5, 100);
    door_arena_release(&arena);
}

static void
a_family_of_texts_that_are_too_long_is_none(void **state)
{
    struct door_arena arena = { 0 };
    char *text = door_arena_alloc(&arena, 3001);

    (void)state;
    memset(text, 'x', 3000);
    assert_null(door_code_family_make(&arena, text, DIGITS, "/", 'M'));
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_member_reads),
        cmocka_unit_test(members_are_what_libqrencode_makes_of_them),
        cmocka_unit_test(a_family_of_texts_that_are_too_long_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
