#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "language/phrases.h"
#include "language/words.h"
#include "model/schema.h"

static const struct door_word level_words[] = {
    { "universal", "For everyone" },
    { "targeted", "For some families" },
    { "specialist", NULL },
};
static const struct door_enumeration levels = { "level", level_words, DOOR_COUNT(level_words) };

static void
a_word_has_one_number_for_each_context_and_text(void **state)
{
    struct door_arena arena = { 0 };
    struct door_words words = { 0 };
    size_t open = door_words_add(&words, &arena, (struct door_interface_word){ .text = "Open" });
    size_t verb = door_words_add(&words, &arena, (struct door_interface_word){ .context = "verb", .text = "Open" });

    (void)state;
    assert_int_equal(open, 0);
    assert_int_equal(verb, 1);
    assert_int_equal(door_words_add(&words, &arena, (struct door_interface_word){ .text = "Open" }), open);
    assert_int_equal(words.count, 2);
    door_arena_release(&arena);
}

static void
a_later_use_adds_the_plural_and_the_note(void **state)
{
    struct door_arena arena = { 0 };
    struct door_words words = { 0 };
    struct door_interface_word plural = { .text = "{count} place", .plural = "{count} places", .note = "Places." };

    (void)state;
    door_words_add(&words, &arena, (struct door_interface_word){ .text = "{count} place" });
    door_words_add(&words, &arena, plural);
    assert_int_equal(words.count, 1);
    assert_string_equal(words.items[0].plural, "{count} places");
    assert_string_equal(words.items[0].note, "Places.");
    door_arena_release(&arena);
}

static void
labels_of_an_enumeration_lie_side_by_side(void **state)
{
    struct door_arena arena = { 0 };
    struct door_words words = { 0 };
    size_t first;

    (void)state;
    door_words_add(&words, &arena, (struct door_interface_word){ .text = "Home" });
    first = door_words_add_enumeration(&words, &arena, &levels);
    assert_int_equal(first, 1);
    assert_int_equal(door_words_add_enumeration(&words, &arena, &levels), first);
    assert_int_equal(words.count, 4);
    assert_string_equal(words.items[first + 1].text, "For some families");
    assert_string_equal(words.items[first + 1].context, "level");
    assert_string_equal(words.items[first + 2].text, "specialist");
    door_arena_release(&arena);
}

static void
a_label_that_was_a_word_before_stays_in_its_row_and_says_so(void **state)
{
    struct door_arena arena = { 0 };
    struct door_words words = { 0 };
    struct door_interface_word label = { .context = "level", .text = "For some families" };
    size_t before = door_words_add(&words, &arena, label), first = door_words_add_enumeration(&words, &arena, &levels);

    (void)state;
    assert_string_equal(words.items[first + 1].text, label.text);
    assert_true(words.items[first + 1].again);
    assert_false(words.items[first].again);
    assert_int_equal(door_words_add(&words, &arena, label), before);
    door_arena_release(&arena);
}

static void
many_words_keep_their_numbers(void **state)
{
    struct door_arena arena = { 0 };
    struct door_words words = { 0 };
    int i;

    (void)state;
    for (i = 0; i < 1000; i++)
        door_words_add(&words, &arena,
                (struct door_interface_word){ .text = door_arena_format(&arena, "word %d", i) });
    assert_int_equal(door_words_add(&words, &arena, (struct door_interface_word){ .text = "word 777" }), 777);
    assert_int_equal(words.count, 1000);
    door_arena_release(&arena);
}

static void
phrases_have_the_numbers_of_their_enum(void **state)
{
    struct door_arena arena = { 0 };
    struct door_words words = { 0 };

    (void)state;
    door_phrases_add(&words, &arena);
    assert_int_equal(words.count, DOOR_PHRASE_COUNT);
    assert_string_equal(words.items[DOOR_PHRASE_MIDDAY].text, "midday");
    assert_string_equal(words.items[DOOR_PHRASE_DAYS_RANGE].context, "days");
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_one_number_for_each_context_and_text),
        cmocka_unit_test(a_later_use_adds_the_plural_and_the_note),
        cmocka_unit_test(labels_of_an_enumeration_lie_side_by_side),
        cmocka_unit_test(a_label_that_was_a_word_before_stays_in_its_row_and_says_so),
        cmocka_unit_test(many_words_keep_their_numbers),
        cmocka_unit_test(phrases_have_the_numbers_of_their_enum),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
