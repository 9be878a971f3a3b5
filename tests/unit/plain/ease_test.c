#include "plain/ease.h"

#include <math.h>

#include "plain_test.h"

/*
 * Figures that others have published for the formula: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid,
 * Fishburne, Rogers and Chissom, Derivation of New Readability Formulas, 1975).
 */
static const struct {
    struct door_ease ease;
    double grade;
} published[] = {
    { { 13, 1, 24 }, 11.3 },        /* "The Australian platypus ...", Wikipedia on the formula: 24 syllables, 13 words */
    { { 13, 1, 26 }, 13.1 },        /* the same counted otherwise: the package flesch-kincaid says 13.08 */
    { { 5700, 1000, 5814 }, -1.3 }, /* Green Eggs and Ham: 5.7 words a sentence, 1.02 syllables a word (Wikipedia) */
    { { 1, 1, 1 }, -3.4 },          /* the lowest that there is (Wikipedia) */
};

static void
the_grade_is_that_of_published_examples(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(published); i++)
        if (fabs(door_ease_grade(&published[i].ease) - published[i].grade) > 0.05)
            fail_msg("%zu: %f", i, door_ease_grade(&published[i].ease));
}

static void
the_age_is_the_grade_and_five(void **state)
{
    struct door_ease ease = { 13, 1, 24 };

    (void)state;
    assert_true(fabs(door_ease_age(&ease) - door_ease_grade(&ease) - 5) < 1e-9);
}

static void
nothing_has_no_age(void **state)
{
    struct door_ease none = { 0 };

    (void)state;
    assert_true(door_ease_age(&none) == 0);
    assert_true(door_ease_grade(&none) == 0);
}

/*
 * Whole texts, counted with a dictionary, and the grades that their sources publish. The last but one is the example of
 * the package flesch-kincaid-calc; its figures (grade 4.948, reading ease 88.383) come of 97 words, 6 sentences and
 * 117 syllables, of which a dictionary has 116.
 */
static const struct {
    const char *text;
    struct door_ease ease;
    double grade;
} texts[] = {
    { "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", { 13, 1, 24 }, 11.3 },
    { "The cat sat on the mat.", { 6, 1, 6 }, -1.45 },
    { "Once upon a time there was an old mother pig who had three little pigs and not enough food to feed them. So when "
      "they were old enough, she sent them out into the world to seek their fortunes. The first little pig was very "
      "lazy. He didn't want to work at all and he built his house out of straw. The second little pig worked a little "
      "bit harder but he was somewhat lazy too and he built his house out of sticks. Then, they sang and danced and "
      "played together the rest of the day.", { 97, 6, 116 }, 4.948 },
    { "See the GP. Bring the red book at 9:30am, e.g. on Monday! Will you?", { 14, 3, 15 }, -1.13 },
};

static void
words_sentences_and_syllables_are_counted_as_by_hand_and_measured_as_published(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        struct judge judge;
        struct door_ease ease;

        judge_open(&judge, NULL);
        judge_text(&judge, texts[i].text);
        ease = judge.rules.entry.ease;
        if (ease.words != texts[i].ease.words || ease.sentences != texts[i].ease.sentences
                || ease.syllables != texts[i].ease.syllables)
            fail_msg("%s: %zu words, %zu sentences, %zu syllables", texts[i].text, ease.words, ease.sentences,
                    ease.syllables);
        if (fabs(door_ease_grade(&ease) - texts[i].grade) > 0.15)
            fail_msg("%s: %f", texts[i].text, door_ease_grade(&ease));
        judge_close(&judge);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_grade_is_that_of_published_examples),
        cmocka_unit_test(the_age_is_the_grade_and_five),
        cmocka_unit_test(nothing_has_no_age),
        cmocka_unit_test(words_sentences_and_syllables_are_counted_as_by_hand_and_measured_as_published),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
