#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "content/po.h"
#include "content/po_file.h"
#include "content/po_match.h"

#define MOST 1000

struct fixture {
    struct door_arena arena;
    struct door_po_message messages[MOST];
    struct door_po_wanted wanted[MOST];
    struct door_po_match matches[MOST];
    bool used[MOST];
    struct door_po po;
};

static int
open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    fixture->po.messages = fixture->messages;
    *state = fixture;
    return 0;
}

static int
close_fixture(void **state)
{
    struct fixture *fixture = *state;

    door_arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

/* Texts of one context, as they were and as they are wanted. */
static size_t
match(struct fixture *fixture, const char *const *old, size_t old_count, const char *const *wanted, size_t count)
{
    size_t i;

    for (i = 0; i < old_count; i++)
        fixture->messages[i] = (struct door_po_message){ .context = "pages/a#body", .id = old[i] };
    for (i = 0; i < count; i++)
        fixture->wanted[i] = (struct door_po_wanted){ .context = "pages/a#body", .id = wanted[i],
                .place = { "content/pages/a.md", (int)i + 1, 1 } };
    fixture->po.count = old_count;
    return door_po_match(&fixture->arena, &fixture->po, fixture->wanted, count, fixture->matches, fixture->used);
}

static void
the_most_alike_find_each_other_first(void **state)
{
    static const char *const old[] = { "Bring a warm towel", "Bring a towel and a hat", "The hub is open" };
    static const char *const wanted[] = { "Bring a towel", "Bring a towel and hat", "Nothing like it", "The hub is open" };
    struct fixture *fixture = *state;

    assert_int_equal(match(fixture, old, 3, wanted, 4), 4);
    assert_ptr_equal(fixture->matches[0].from, &fixture->messages[0]);
    assert_true(fixture->matches[0].changed);
    assert_ptr_equal(fixture->matches[1].from, &fixture->messages[1]);
    assert_null(fixture->matches[2].from);
    assert_ptr_equal(fixture->matches[3].from, &fixture->messages[2]);
    assert_false(fixture->matches[3].changed);
}

static void
of_those_that_are_as_near_the_first_is_taken(void **state)
{
    static const char *const old[] = { "Call us on Monday", "Call us on Friday" };
    static const char *const wanted[] = { "Call us on Tuesday", "Call us on Sunday", "Call us on Saturday" };
    struct fixture *fixture = *state;

    match(fixture, old, 2, wanted, 3);
    assert_ptr_equal(fixture->matches[0].from, &fixture->messages[0]);
    assert_ptr_equal(fixture->matches[1].from, &fixture->messages[1]);
    assert_null(fixture->matches[2].from);
}

static void
a_text_that_stands_in_many_places_is_one_message(void **state)
{
    struct fixture *fixture = *state;
    const char *wanted[MOST];
    size_t i;

    for (i = 0; i < MOST; i++)
        wanted[i] = "Call us";
    assert_int_equal(match(fixture, NULL, 0, wanted, MOST), 1);
    assert_int_equal(fixture->matches[0].place_count, MOST);
    assert_int_equal(fixture->matches[0].places[MOST - 1].line, MOST);
}

/* Looking through all pairs for each that is found would take minutes. */
static void
a_long_page_that_was_rewritten_keeps_its_translations(void **state)
{
    struct fixture *fixture = *state;
    const char *old[MOST], *wanted[MOST];
    size_t i;

    for (i = 0; i < MOST; i++) {
        old[i] = door_arena_format(&fixture->arena, "Paragraph %zu of the page tells %zu things", i, i);
        wanted[i] = door_arena_format(&fixture->arena, "Paragraph %zu of this page tells %zu things", i, i);
    }
    assert_int_equal(match(fixture, old, MOST, wanted, MOST), MOST);
    for (i = 0; i < MOST; i++)
        assert_ptr_equal(fixture->matches[i].from, &fixture->messages[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_most_alike_find_each_other_first),
        TEST(of_those_that_are_as_near_the_first_is_taken),
        TEST(a_text_that_stands_in_many_places_is_one_message),
        TEST(a_long_page_that_was_rewritten_keeps_its_translations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
