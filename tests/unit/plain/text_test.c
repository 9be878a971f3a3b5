#include "plain/text.h"

#include "plain_test.h"

/* Words in brackets, a sentence's last one with a bar. */
static const struct {
    const char *text, *words;
} texts[] = {
    { "Come to us. We like that.", "[come][to][us|][we][like][that|]" },
    { "Don\xE2\x80\x99t wait, call!", "[don't][wait][call|]" },
    { "step-free, multi-agency", "[step-free][multi-agency|]" },
    { "GOV.UK, A&E and nhs.uk", "[gov.uk][a&e][and][nhs.uk|]" },
    { "At 9:30am, for \xC2\xA3" "3.50 or 1,000", "[at][9:30am][for][3.50][or][1,000|]" },
    { "toys, e.g. a ball. Yes", "[toys][e.g][a][ball|][yes|]" },
    { "(Is it?) \"Yes.\" No", "[is][it|][yes|][no|]" },
    { "a \xE2\x80\x93 b\xE2\x80\x94" "c \xE2\x80\x9C" "d\xE2\x80\x9D", "[a][b][c][d|]" },
    { "2\xE2\x80\x93" "4 caf\xC3\xA9s", "[2\xE2\x80\x93" "4][caf\xC3\xA9s|]" },
    { "and/or his/her", "[and/or][his/her|]" },
    { "--- & ' ...", "" },
    { "", "" },
    { "\xC2\xA0" "a\xC2\xA0" "b", "[a][b|]" },
    { "...a 'b' -c- d'", "[a][b][c][d|]" },
};

static void
texts_come_apart_into_words_and_sentences(void **state)
{
    size_t i, k;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        struct judge judge;
        struct door_piece piece = { .context = "x#y", .text = texts[i].text };
        struct door_buf words = { 0 };

        judge_open(&judge, NULL);
        door_plain_text_read(&judge.rules.text, &piece, &judge.lexicon);
        for (k = 0; k < judge.rules.text.count; k++)
            door_buf_format(&words, "[%s%s]", door_token_lower(&judge.rules.text, &judge.rules.text.tokens[k]),
                    judge.rules.text.tokens[k].ends ? "|" : "");
        if (strcmp(door_buf_string(&words), texts[i].words) != 0)
            fail_msg("%s: %s", texts[i].text, door_buf_string(&words));
        door_buf_release(&words);
        judge_close(&judge);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_apart_into_words_and_sentences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
