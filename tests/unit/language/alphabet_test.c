/*
 * Under which letter a name stands, and in which order names come.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "language/alphabet.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/words.h"
#include "language/worker.h"
#include "model/offer.h"

enum { EN, PL, UR, PA, CY, CKB, LANGUAGE_COUNT };

static const char *const codes[LANGUAGE_COUNT] = { "en-GB", "pl", "ur", "pa", "cy", "ckb" };

struct fixture {
    struct door_arena arena;
    struct door_offer offer;
    struct door_words words;
    struct door_languages languages;
    struct door_worker worker;
};

static int
set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct door_diag *diag = door_diag_open();

    assert_non_null(f);
    f->offer.languages = (struct door_list){ codes, LANGUAGE_COUNT };
    f->offer.pieces.count = 1;
    door_phrases_add(&f->words, &f->arena);
    assert_true(door_languages_load(&f->arena, &f->offer, &f->words, "/nowhere", "/nowhere/built-in", &f->languages,
            diag));
    door_diag_close(diag);
    f->worker.speech = door_speech_open(&f->languages);
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;

    door_speech_close(f->worker.speech);
    door_arena_release(&f->worker.scratch);
    door_arena_release(&f->arena);
    free(f);
    return 0;
}

static const char *
letter(struct fixture *f, int language, const char *name)
{
    const struct door_language *said = &f->languages.items[language];
    const char *key = door_sort_key(&f->arena, &f->worker, said, name);

    return door_letter_name(&f->worker, said, door_letter_of(&f->worker, said, key, name));
}

static int
order(struct fixture *f, int language, const char *a, const char *b)
{
    const struct door_language *said = &f->languages.items[language];

    return strcmp(door_sort_key(&f->arena, &f->worker, said, a), door_sort_key(&f->arena, &f->worker, said, b));
}

static void
names_stand_under_the_letters_of_their_language(void **state)
{
    static const struct {
        int language;
        const char *name, *letter;
    } names[] = {
        { EN, "Baby massage", "B" },
        { EN, "zumba", "Z" },
        { EN, "Élan for dads", "E" },
        { PL, "Śpiew dla dzieci", "Ś" },
        { PL, "Spotkanie", "S" },
        { PL, "Łagodny start", "Ł" },
        { PL, "Ąnd", "A" },         /* no Polish word begins with it, so CLDR's index has none */
        { UR, "بچے کا مساج", "ب" },
        { UR, "ہیلتھ وزیٹر", "ہ" },
        { UR, "آئیں اور کھیلیں", "ا" },
        { PA, "ਕਹਾਣੀਆਂ", "ਕ" },
        { CY, "Chwarae", "CH" },
        { CY, "Cwtsh", "C" },
        { CY, "Llyfrgell", "LL" },
        { CKB, "Kurdish", "K" },    /* CLDR knows no letters of it */
    };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(letter(*state, names[i].language, names[i].name), names[i].letter);
}

static void
english_names_on_other_pages_stand_under_english_letters(void **state)
{
    assert_string_equal(letter(*state, UR, "Baby massage"), "B");
    assert_string_equal(letter(*state, PA, "Twins"), "T");
    assert_true(order(*state, UR, "یقین", "Baby massage") < 0);
}

static void
what_begins_with_a_digit_or_a_sign_stands_first(void **state)
{
    assert_string_equal(letter(*state, EN, "\"Quiet\" hour"), "0–9");
    assert_string_equal(letter(*state, EN, "2 year review"), "0–9");
    assert_string_equal(letter(*state, EN, "..."), "0–9");
    assert_string_equal(letter(*state, EN, ""), "0–9");
}

static void
scripts_without_a_letter_here_stand_together(void **state)
{
    assert_string_equal(letter(*state, EN, "اردو"), "…");
    assert_string_equal(letter(*state, CKB, "بەخێربێن"), "…");
}

static void
keys_put_names_in_the_order_of_the_language(void **state)
{
    assert_true(order(*state, EN, "apple", "Banana") < 0);
    assert_true(order(*state, EN, "Group 2", "Group 10") < 0);
    assert_true(order(*state, PL, "Sz", "Śa") < 0);
    assert_true(order(*state, EN, "Śa", "Sz") < 0);
    assert_true(order(*state, CY, "Cz", "Cha") < 0);
    assert_int_equal(order(*state, EN, "Same", "Same"), 0);
}

static void
a_long_name_has_a_whole_key(void **state)
{
    char a[1001], b[1001];

    memset(a, 'n', sizeof a - 1);
    a[sizeof a - 1] = '\0';
    memcpy(b, a, sizeof b);
    b[999] = 'o';
    assert_true(order(*state, EN, a, b) < 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stand_under_the_letters_of_their_language),
        cmocka_unit_test(english_names_on_other_pages_stand_under_english_letters),
        cmocka_unit_test(what_begins_with_a_digit_or_a_sign_stands_first),
        cmocka_unit_test(scripts_without_a_letter_here_stand_together),
        cmocka_unit_test(keys_put_names_in_the_order_of_the_language),
        cmocka_unit_test(a_long_name_has_a_whole_key),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
