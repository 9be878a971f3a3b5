#include "plain/rules.h"

#include "plain_test.h"

/* What the program's own list says of a text; "" nothing. */
static const struct {
    const char *text, *told;
} texts[] = {
    /* hard words: forms, phrases, capitals that matter */
    { "We utilise toys.", "\"utilise\" is a hard word [plain-word]" },
    { "Utilising toys.", "\"Utilising\" is a hard word [plain-word]" },
    { "In order to play, come.", "\"In order to\" is a hard word [plain-word]" },
    { "In order, to play.", "" },
    { "Our referral  pathway is short.", "\"referral  pathway\" is a hard word [plain-word]" },
    { "Perinatal mental health", "\"Perinatal mental health\" is a hard word [plain-word]" },
    { "A multi-agency team", "\"multi-agency\" is a hard word [plain-word]" },
    { "Toys etc. are here.", "\"etc\" is a hard word [plain-word]" },
    { "We send a letter.", "" },
    { "Help with SEND.", "\"SEND\" is a hard word [plain-word]" },
    { "Extra needs and disabilities (SEND). SEND help is here.", "" },
    { "Ask about Universal Credit. It is universal.", "\"universal\" is a hard word [plain-word]" },
    /* the style of the NHS and GOV.UK */
    { "Bring the Red Book.", "\"Red Book\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Bring the red book.", "" },
    { "Midwives help you. Your Midwife calls.", "\"Midwife\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Come at noon.", "\"noon\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Come at 12 noon.", "\"12 noon\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "From 9 a.m. on Monday", "\"a.m\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Ages 2-4", "\"2-4\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "9:30\xE2\x80\x93" "11am", "\"9:30\xE2\x80\x93" "11am\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Help that is 1-1, on 2026-10-01", "" },
    { "Stay & play", "\"&\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Go to A&E.", "" },
    { "Our Children\xE2\x80\x99s Centre",
      "\"Children\xE2\x80\x99s Centre\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "Free wifi, free WiFi", "\"WiFi\" is not the style of the NHS and GOV.UK [plain-style]" },
    { "E-mail us", "\"E-mail\" is not the style of the NHS and GOV.UK [plain-style]" },
    /* capitals */
    { "Come and JOIN US today", "\"JOIN US\" is in capitals [plain-capitals]" },
    { "COME TO A HUB", "\"COME TO A HUB\" is in capitals [plain-capitals]" },
    { "Ask your GP or NHS 111. I can. Two GPs, the GP\xE2\x80\x99s room, GOV.UK.", "" },
    { "The Baby Friends Club (BFC) is free. Join BFC.", "" },
    { "Join BFC.", "\"BFC\" is in capitals [plain-capitals]" },
    /* the passive */
    { "Your baby is weighed.", "\"is weighed\" does not say who does it [plain-passive]" },
    { "You will be asked and told.", "\"be asked\" does not say who does it [plain-passive]" },
    { "It was not always given.", "\"was not always given\" does not say who does it [plain-passive]" },
    { "The room is being painted.", "\"is being painted\" does not say who does it [plain-passive]" },
    { "The course isn\xE2\x80\x99t run by us.", "\"isn\xE2\x80\x99t run\" does not say who does it [plain-passive]" },
    { "Are you worried? You are tired, and it is open. We are based here.", "" },
    { "It is a planned visit. We have weighed her. She is red. That is speed.", "" },
    { "If it is, asked people come.", "" },
    { "This is uninvited.", "" },
    /* mums */
    { "A group for mums.", "\"mums\" leaves out dads and others who bring up a child [plain-mums]" },
    { "A group for mums and dads.", "" },
    { "Mums who are pregnant can come.", "" },
    { "A mum holds her baby. Two mums hold theirs.", "" },
    { "Every mum can come.", "\"Every mum\" is a hard word [plain-word]" },
    { "Mums come. Dads come.", "\"Mums\" leaves out dads and others who bring up a child [plain-mums]" },
    /* sentences */
    { "One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three "
      "four five.", "" },
    { "One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three "
      "four five six.", "the sentence that begins \"One two three four\" has 26 words [plain-sentence]" },
    { "", "" },
    { "--- & ---", "" },
};

static void
texts_are_told_of_as_they_should_be(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        struct judge judge;

        judge_open(&judge, NULL);
        judge_text(&judge, texts[i].text);
        if (strcmp(judge_told(&judge), texts[i].told) != 0)
            fail_msg("%s: %s", texts[i].text, judge_told(&judge));
        judge_close(&judge);
    }
}

static void
told_with(const char *own, const char *text, const char *told)
{
    struct judge judge;

    judge_open(&judge, own);
    judge_text(&judge, text);
    assert_string_equal(judge_told(&judge), told);
    judge_close(&judge);
}

static void
an_offer_adds_words_and_changes_what_is_said_instead(void **state)
{
    (void)state;
    told_with("words:\n  hublet, hublets: small hub\n", "Two hublets", "\"hublets\" is a hard word [plain-word]");
    told_with("style:\n  Hublet: hublet\n", "My Hublet, a hublet",
            "\"Hublet\" is not the style of the NHS and GOV.UK [plain-style]");
}

static void
an_offer_allows_words_in_all_their_forms(void **state)
{
    (void)state;
    told_with("allow: utilise\n", "We utilise and utilised it.", "");
    told_with("allow: [SEND, BFC]\n", "SEND help, BFC", "");
    told_with("allow: [universal credits]\n", "Our universal credits", "");
}

static void
an_offer_silences_a_message(void **state)
{
    (void)state;
    told_with("silence: plain-passive\n", "It is weighed. We utilise it.", "\"utilise\" is a hard word [plain-word]");
}

static void
an_offer_sets_limits(void **state)
{
    (void)state;
    told_with("limits: {sentence_words: 3}\n", "One two three four.",
            "the sentence that begins \"One two three four\" has 4 words [plain-sentence]");
}

static const struct {
    const char *list, *told;
} mistakes[] = {
    { "word: {a: b}\n", "a list of plain words has no part \"word\" [field-unknown]" },
    { "words: [a]\n", "this is no list of words with what to say instead [plain-list]" },
    { "words:\n  a: {b: c}\n", "this is no list of words [plain-list]" },
    { "- a\n", "this is no list of words [plain-list]" },
    { "allow: easy\n", "\"easy\" is not a word that would be warned of [plain-list]" },
    { "silence: plain-nothing\n", "no message and no entry is called \"plain-nothing\" [plain-list]" },
    { "silence: plain-word pages/gone\n", "no message and no entry is called \"plain-word pages/gone\" [plain-list]" },
    { "limits: {reading_age: old}\n", "this limit is none [plain-list]" },
    { "limits: {age: 9}\n", "this limit is none [plain-list]" },
    { "syllables: {baby: many}\n", "this is no number of syllables [plain-list]" },
    { "mums: {words: {a: b}}\n", "this is no list of words [plain-list]" },
};

static void
mistakes_in_a_list_are_errors(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(mistakes); i++)
        told_with(mistakes[i].list, "", mistakes[i].told);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_told_of_as_they_should_be),
        cmocka_unit_test(an_offer_adds_words_and_changes_what_is_said_instead),
        cmocka_unit_test(an_offer_allows_words_in_all_their_forms),
        cmocka_unit_test(an_offer_silences_a_message),
        cmocka_unit_test(an_offer_sets_limits),
        cmocka_unit_test(mistakes_in_a_list_are_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
