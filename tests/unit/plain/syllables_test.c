#include "plain/syllables.h"

#include "plain_test.h"

/*
 * Counted as the CMU Pronouncing Dictionary has them (the shorter where it has two), but for words that are British.
 * All of these are told by their spelling; words that are not stand in english.yaml.
 */
static const struct {
    const char *word;
    int count;
} words[] = {
    { "a", 1 }, { "the", 1 }, { "i", 1 }, { "you", 1 }, { "eye", 1 }, { "yes", 1 }, { "year", 1 }, { "tsk", 1 },
    /* e that is only written */
    { "care", 1 }, { "cares", 1 }, { "cared", 1 }, { "wanted", 2 }, { "needed", 2 }, { "places", 2 }, { "changes", 2 },
    { "watches", 2 }, { "wishes", 2 }, { "boxes", 2 }, { "makes", 1 }, { "helped", 1 }, { "be", 1 }, { "she", 1 },
    { "table", 2 }, { "tables", 2 }, { "settled", 2 }, { "called", 1 }, { "people", 2 }, { "whole", 1 }, { "world", 1 },
    { "careful", 2 }, { "safely", 2 }, { "movement", 2 }, { "homeless", 2 }, { "safety", 2 }, { "agreement", 3 },
    { "childcare", 2 }, { "something", 2 }, { "someone", 2 }, { "sometimes", 2 }, { "homework", 2 },
    { "timetable", 3 }, { "lifetime", 2 }, { "wherever", 3 }, { "carer", 2 }, { "coming", 2 }, { "homes", 1 },
    /* vowels that are spoken apart */
    { "being", 2 }, { "going", 2 }, { "playing", 2 }, { "carrying", 3 }, { "diet", 2 }, { "client", 2 },
    { "patient", 2 }, { "experience", 4 }, { "radio", 3 }, { "station", 2 }, { "special", 2 }, { "video", 3 },
    { "language", 2 }, { "usual", 3 }, { "easier", 3 }, { "anxiety", 4 }, { "question", 2 }, { "material", 4 },
    /* syllables without a vowel */
    { "autism", 3 }, { "rhythm", 2 }, { "doesn't", 2 }, { "couldn't", 2 }, { "don't", 1 }, { "can't", 1 },
    { "we'll", 1 }, { "baby's", 2 }, { "children's", 2 },
    /* parts */
    { "multi-agency", 5 }, { "drop-in", 2 }, { "step-free", 2 },
    /* the field */
    { "pregnancy", 3 }, { "midwife", 2 }, { "breastfeeding", 3 }, { "vaccination", 4 }, { "immunisation", 5 },
    { "perinatal", 4 }, { "appointment", 3 }, { "nursery", 3 }, { "toddler", 2 }, { "disability", 5 },
    /* no words */
    { "", 1 }, { "9:30am", 1 }, { "999", 1 },
};

static void
syllables_are_those_of_a_dictionary(void **state)
{
    size_t i, wrong = 0;

    (void)state;
    for (i = 0; i < COUNT(words); i++) {
        int count = door_syllables(words[i].word, strlen(words[i].word));

        if (count != words[i].count)
            print_error("%s: %d, not %d\n", words[i].word, count, words[i].count), wrong++;
    }
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables_are_those_of_a_dictionary),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
