#include "paper/glue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The stretches that door_glue_next finds, each in square brackets. */
static void
glued(const char *text, const char *code, char *out)
{
    size_t start = 0, end = 0, done = 0;

    while (door_glue_next(text, code, &start, &end)) {
        assert_true(start >= done && end > start && end <= strlen(text));
        memcpy(out, text + done, start - done);
        out += start - done;
        *out++ = '[';
        memcpy(out, text + start, end - start);
        out += end - start;
        *out++ = ']';
        done = end;
    }
    strcpy(out, text + done);
}

static void
check(const char *text, const char *code, const char *expected)
{
    char out[200];

    glued(text, code, out);
    assert_string_equal(out, expected);
}

static void
numbers_and_postcodes_stay_on_one_line(void **state)
{
    static const char *const cases[][2] = {
        { "Call 01632 960 100 now", "Call [01632 960 100] now" },
        { "01632 960 100", "[01632 960 100]" },
        { "(0808 157 0111)", "([0808 157 0111])" },
        { "\xe2\x81\xa6" "01632 960 110\xe2\x81\xa9 \xd9\xbe\xd8\xb1", "\xe2\x81\xa6[01632 960 110]\xe2\x81\xa9 \xd9\xbe\xd8\xb1" },
        { "Saltmere, ZB5 1SD", "Saltmere, [ZB5 1SD]" },
        { "SW1A 1AA, W1A 0AX.", "[SW1A 1AA], [W1A 0AX]." },
        { "from 8 December 2026", "from [8 D]ecember 2026" },
        { "6 to 12 months", "[6 t]o [12 m]onths" },
        { "8 \xd8\xaf\xd8\xb3\xd9\x85\xd8\xa8\xd8\xb1", "[8 \xd8]\xaf\xd8\xb3\xd9\x85\xd8\xa8\xd8\xb1" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i][0], "en-GB", cases[i][1]);
}

static void
other_text_may_be_parted_anywhere(void **state)
{
    static const char *const cases[] = {
        "", "a", "1", "12", "In 2026 we", "10:30 to 12", "\xc2\xa3" "2.50 for each", "ZB5", "ZB5 ", "ZB5 1S", "ZB5 1SDE",
        "AZB5 1SD", "i Ty",
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i], "en-GB", cases[i]);
}

static void
polish_words_of_one_letter_go_with_the_next(void **state)
{
    (void)state;
    check("Ty i dziecko w domu", "pl", "Ty [i d]ziecko [w d]omu");
    check("hali a", "pl", "hali a");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_postcodes_stay_on_one_line),
        cmocka_unit_test(other_text_may_be_parted_anywhere),
        cmocka_unit_test(polish_words_of_one_letter_go_with_the_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
