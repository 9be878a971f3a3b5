#include "model_test.h"

static const char *
read_language(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *value = NULL;

    return door_language_parse(arena, text, &value, mistake) ? value : NULL;
}

static void
codes_are_brought_into_the_case_of_the_standard(void **state)
{
    static const struct right cases[] = {
        { "pl", "pl" }, { "UR", "ur" }, { "en-gb", "en-GB" }, { "EN_GB", "en-GB" }, { "zh-hant", "zh-Hant" },
        { "zh-hans-cn", "zh-Hans-CN" }, { "es-419", "es-419" }, { "syl", "syl" }, { "no", "no" },
        { "pa-arab", "pa-Arab" },
    };

    (void)state;
    ASSERT_ALL_READ(read_language, cases);
}

static void
names_of_languages_get_their_code_as_a_hint(void **state)
{
    static const char usual[] =
            "Write the code of the language: pl for Polish, ur for Urdu, en-GB for British English.";
    const struct wrong cases[] = {
        { "Urdu", "language", "\"Urdu\" is not the code of a language", "Write \"ur\" for Urdu." },
        { "polish", "language", "\"polish\" is not the code of a language", "Write \"pl\" for Polish." },
        { "Panjabi", "language", "\"Panjabi\" is not the code of a language", "Write \"pa\" for Panjabi." },
        { "Romainian", "language", "\"Romainian\" is not the code of a language", "Write \"ro\" for Romanian." },
        { "en-", "language", "\"en-\" is not the code of a language", usual },
        { "e", "language", "\"e\" is not the code of a language", usual },
        { "en-GB-x", "language", "\"en-GB-x\" is not the code of a language", usual },
        { "12", "language", "\"12\" is not the code of a language", usual },
        { "xx", "language", "no language has the code \"xx\"", usual },
        { "en-XX-1", "language", "\"en-XX-1\" is not the code of a language", usual },
        { "gr", "language", "\"gr\" is not the code of a language", "did you mean \"el\"?" },
        { "urd", "language", "\"urd\" is not the code of a language", "did you mean \"ur\"?" },
        { "pol-PL", "language", "\"pol-PL\" is not the code of a language", "did you mean \"pl\"?" },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_language, cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_brought_into_the_case_of_the_standard),
        cmocka_unit_test(names_of_languages_get_their_code_as_a_hint),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
