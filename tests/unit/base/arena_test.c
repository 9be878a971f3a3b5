#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

enum { PIECES = 400, PIECE = 20 * 1000 };     /* 8 MB: blocks of every size */

static void
fill_and_look(struct door_arena *arena)
{
    static char *pieces[PIECES];
    size_t i, j;

    for (i = 0; i < PIECES; i++) {
        pieces[i] = door_arena_alloc(arena, PIECE);
        for (j = 0; j < PIECE; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 100) + 1, PIECE);
    }
    for (i = 0; i < PIECES; i++)
        for (j = 0; j < PIECE; j += PIECE - 1)
            assert_int_equal(pieces[i][j], i % 100 + 1);
}

static void
pieces_of_a_long_arena_are_zero_and_apart(void **state)
{
    struct door_arena arena = { 0 };

    (void)state;
    fill_and_look(&arena);
    door_arena_release(&arena);
}

static void
an_emptied_arena_gives_zeros_again(void **state)
{
    struct door_arena arena = { 0 };

    (void)state;
    fill_and_look(&arena);
    door_arena_empty(&arena);
    fill_and_look(&arena);
    door_arena_release(&arena);
}

static void
a_long_arena_can_be_taken_over(void **state)
{
    struct door_arena arena = { 0 }, from = { 0 };
    char *kept;

    (void)state;
    fill_and_look(&arena);
    kept = door_arena_text(&from, "kept");
    fill_and_look(&from);
    door_arena_adopt(&arena, &from);
    fill_and_look(&arena);
    assert_string_equal(kept, "kept");
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_a_long_arena_are_zero_and_apart),
        cmocka_unit_test(an_emptied_arena_gives_zeros_again),
        cmocka_unit_test(a_long_arena_can_be_taken_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
