#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/diag.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/words.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/service.h"

enum { EN, PL, UR, AR, PA, BN, FA, FR, UK, PT, LANGUAGE_COUNT };

static const char *const codes[LANGUAGE_COUNT] = {
    "en-GB", "pl", "ur", "ar", "pa", "bn", "fa", "fr", "uk", "pt-BR",
};

struct fixture {
    struct door_arena arena;
    struct door_offer offer;
    struct door_words words;
    struct door_languages languages;
    struct door_worker worker;
    size_t places;      /* a word: "{count} place" */
};

/* Nothing is translated here, except what a test writes over the phrases. */
static int
set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct door_diag *diag = door_diag_open();

    assert_non_null(f);
    f->offer.languages = (struct door_list){ codes, LANGUAGE_COUNT };
    f->offer.pieces.count = 1;
    door_phrases_add(&f->words, &f->arena);
    f->places = door_words_add(&f->words, &f->arena, (struct door_interface_word){
            .text = "{count} place near {town}", .plural = "{count} places near {town}" });
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

static const struct door_language *
language(const struct fixture *f, int which)
{
    return &f->languages.items[which];
}

/* Let the language have this translation. */
static void
put_phrase(struct fixture *f, int which, size_t word, const char *const *forms, size_t count)
{
    struct door_phrase *phrases = door_arena_array(&f->arena, f->words.count, sizeof *phrases);

    memcpy(phrases, f->languages.items[which].phrases, f->words.count * sizeof *phrases);
    phrases[word] = (struct door_phrase){ .forms = forms, .form_count = count };
    f->languages.items[which].phrases = phrases;
}

static void
dates_are_written_as_the_language_does_in_western_digits(void **state)
{
    static const struct {
        int language;
        enum door_date_style style;
        const char *text;
    } rows[] = {
        { EN, DOOR_DATE_LONG, "6 October 2026" },
        { EN, DOOR_DATE_WEEKDAY, "Tuesday 6 October 2026" },
        { EN, DOOR_DATE_DAY, "Tuesday 6 October" },
        { PL, DOOR_DATE_LONG, "6 października 2026" },
        { PL, DOOR_DATE_WEEKDAY, "wtorek, 6 października 2026" },
        { UR, DOOR_DATE_LONG, "6 اکتوبر، 2026" },
        { AR, DOOR_DATE_LONG, "6 أكتوبر 2026" },
        { PA, DOOR_DATE_LONG, "6 ਅਕਤੂਬਰ 2026" },
        { BN, DOOR_DATE_LONG, "6 অক্টোবর, 2026" },
        { FA, DOOR_DATE_LONG, "6 اکتبر 2026" },     /* not the Persian calendar */
        { FR, DOOR_DATE_DAY, "mardi 6 octobre" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_date(&f->worker, language(f, rows[i].language),
                (struct door_date){ 2026, 10, 6 }, rows[i].style), rows[i].text);
}

static void
dates_long_ago_and_far_ahead_keep_their_day(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(door_say_date(&f->worker, language(f, EN), (struct door_date){ 1969, 12, 31 },
            DOOR_DATE_WEEKDAY), "Wednesday 31 December 1969");
    assert_string_equal(door_say_date(&f->worker, language(f, EN), (struct door_date){ 2028, 2, 29 },
            DOOR_DATE_WEEKDAY), "Tuesday 29 February 2028");
}

static void
times_in_english_are_in_the_style_of_the_nhs(void **state)
{
    static const struct {
        int minutes;
        const char *text;
    } rows[] = {
        { 0, "midnight" }, { 15, "12:15am" }, { 540, "9am" }, { 570, "9:30am" }, { 719, "11:59am" },
        { 720, "midday" }, { 725, "12:05pm" }, { 780, "1pm" }, { 1439, "11:59pm" }, { 1440, "midnight" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_time(&f->worker, language(f, EN), rows[i].minutes), rows[i].text);
}

static void
times_elsewhere_are_those_of_cldr_in_western_digits_and_the_script_of_the_language(void **state)
{
    static const struct {
        int language, minutes;
        const char *text;
    } rows[] = {
        { PL, 570, "09:30" }, { PL, 720, "12:00" }, { PL, 1110, "18:30" }, { UR, 570, "صبح 9:30" },
        { AR, 570, "9:30 ص" }, { BN, 1110, "সন্ধ্যা 6:30" }, { FA, 570, "9:30" }, { PA, 570, "9:30 ਪੂ.ਦੁ." },
        { PL, 0, "00:00" }, { UR, 720, "دوپہر 12:00" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_time(&f->worker, language(f, rows[i].language), rows[i].minutes), rows[i].text);
}

static void
midday_has_its_name_where_clocks_count_to_twelve_and_it_is_translated(void **state)
{
    static const char *const urdu[] = { "دوپہر 12 بجے" }, *const polish[] = { "południe" };
    struct fixture *f = *state;

    put_phrase(f, UR, DOOR_PHRASE_MIDDAY, urdu, 1);
    put_phrase(f, PL, DOOR_PHRASE_MIDDAY, polish, 1);
    assert_string_equal(door_say_time(&f->worker, language(f, UR), 720), urdu[0]);
    assert_string_equal(door_say_time(&f->worker, language(f, PL), 720), "12:00");
}

static void
ranges_of_times_name_what_is_open_closed_and_endless(void **state)
{
    static const struct {
        struct door_times times;
        const char *text;
    } rows[] = {
        { { 570, 660 }, "9:30am to 11am" }, { { 600, 720 }, "10am to midday" }, { { 540, -1 }, "9am" },
        { { -1, -1 }, "closed" }, { { 0, 1440 }, "day and night" }, { { 1200, 1440 }, "8pm to midnight" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_times(&f->worker, language(f, EN), rows[i].times), rows[i].text);
}

static void
weekdays_begin_with_monday(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(door_say_weekday(&f->worker, language(f, EN), 1), "Monday");
    assert_string_equal(door_say_weekday(&f->worker, language(f, EN), 7), "Sunday");
    assert_string_equal(door_say_weekday(&f->worker, language(f, PL), 2), "wtorek");
    assert_string_equal(door_say_weekday(&f->worker, language(f, UR), 5), "جمعہ");
}

static void
days_in_a_row_are_a_range_and_others_a_list(void **state)
{
    static const struct {
        unsigned char days;
        const char *text;
    } rows[] = {
        { 0x1f, "Monday to Friday" }, { 0x0a, "Tuesday and Thursday" }, { 0x03, "Monday and Tuesday" },
        { 0x7f, "Monday to Sunday" }, { 0x27, "Monday to Wednesday and Saturday" }, { 0x40, "Sunday" },
        { 0x15, "Monday, Wednesday and Friday" }, { 0x61, "Monday, Saturday and Sunday" }, { 0, "" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_days(&f->worker, language(f, EN), rows[i].days), rows[i].text);
    assert_string_equal(door_say_days(&f->worker, language(f, PL), 0x0a), "Wtorek i czwartek");
}

static void
days_of_sessions_may_be_of_the_week_or_of_the_month(void **state)
{
    static const struct door_day weekly[] = { { 4, 0 }, { 2, 0 } }, mixed[] = { { 1, 1 }, { 5, -1 }, { 3, 0 } };
    static const struct door_day row[] = { { 1, 0 }, { 2, 0 }, { 3, 0 } };
    struct fixture *f = *state;

    assert_string_equal(door_say_day_list(&f->worker, language(f, EN), &(struct door_list){ weekly, 2 }),
            "Tuesday and Thursday");
    assert_string_equal(door_say_day_list(&f->worker, language(f, EN), &(struct door_list){ row, 3 }),
            "Monday to Wednesday");
    assert_string_equal(door_say_day_list(&f->worker, language(f, EN), &(struct door_list){ mixed, 1 }),
            "first Monday of the month");
    assert_string_equal(door_say_day_list(&f->worker, language(f, EN), &(struct door_list){ mixed, 3 }),
            "Wednesday, first Monday of the month and last Friday of the month");
}

static void
days_that_come_again_are_said_with_and_without_times_and_as_often_as_asked(void **state)
{
    static const struct door_day weekly[] = { { 4, 0 }, { 2, 0 } }, monthly[] = { { 2, 1 } };
    static const struct door_times morning = { 570, 660 }, noon = { 720, -1 };
    struct fixture *f = *state;
    int again;

    for (again = 0; again < 2; again++) {
        struct door_list days = { weekly, 2 }, tuesday = { weekly + 1, 1 }, first = { monthly, 1 };

        assert_string_equal(door_say_every(&f->worker, language(f, EN), &days), "Every Tuesday and Thursday");
        assert_string_equal(door_say_every(&f->worker, language(f, EN), &tuesday), "Every Tuesday");
        assert_string_equal(door_say_every(&f->worker, language(f, EN), &first), "Every first Tuesday of the month");
        assert_string_equal(door_say_every_times(&f->worker, language(f, EN), &days, morning),
                "Every Tuesday and Thursday, 9:30am to 11am");
        assert_string_equal(door_say_every_times(&f->worker, language(f, EN), &days, noon),
                "Every Tuesday and Thursday, midday");
        assert_string_equal(door_say_every_times(&f->worker, language(f, EN), &first, morning),
                "Every first Tuesday of the month, 9:30am to 11am");
    }
}

static void
ages_begin_a_line(void **state)
{
    static const struct {
        struct door_ages ages;
        const char *text;
    } rows[] = {
        { { { DOOR_AGE_BIRTH, 0 }, { DOOR_AGE_MONTHS, 12 } }, "Birth to 12 months" },
        { { { DOOR_AGE_PREGNANCY, 0 }, { DOOR_AGE_WEEKS, 6 } }, "Pregnancy to 6 weeks" },
        { { { DOOR_AGE_PREGNANCY, 0 }, { DOOR_AGE_BIRTH, 0 } }, "Pregnancy" },
        { { { DOOR_AGE_MONTHS, 6 }, { DOOR_AGE_NONE, 0 } }, "From 6 months" },
        { { { DOOR_AGE_BIRTH, 0 }, { DOOR_AGE_NONE, 0 } }, "From birth" },
        { { { DOOR_AGE_PREGNANCY, 0 }, { DOOR_AGE_NONE, 0 } }, "From pregnancy" },
        { { { DOOR_AGE_MONTHS, 1 }, { DOOR_AGE_YEARS, 1 } }, "1 month to 1 year" },
        { { { DOOR_AGE_YEARS, 2 }, { DOOR_AGE_YEARS, 5 } }, "2 years to 5 years" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_ages(&f->worker, language(f, EN), &rows[i].ages), rows[i].text);
    assert_string_equal(door_say_age(&f->worker, language(f, EN), (struct door_age){ DOOR_AGE_BIRTH, 0 }), "Birth");
    assert_string_equal(door_say_age(&f->worker, language(f, EN), (struct door_age){ DOOR_AGE_WEEKS, 1 }), "1 week");
}

static void
money_has_pence_only_when_there_are_any(void **state)
{
    static const struct {
        int language, pence;
        const char *text;
    } rows[] = {
        { EN, 350, "£3.50" }, { EN, 300, "£3" }, { EN, 5, "£0.05" }, { EN, 123450, "£1,234.50" }, { EN, 0, "£0" },
        { PL, 350, "3,50\u00a0£" }, { UR, 350, "£3.50" }, { BN, 300, "3£" },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_string_equal(door_say_money(&f->worker, language(f, rows[i].language), rows[i].pence), rows[i].text);
}

static void
numbers_are_grouped_and_have_western_digits(void **state)
{
    struct fixture *f = *state;
    int i;

    assert_string_equal(door_say_number(&f->worker, language(f, EN), 12345), "12,345");
    for (i = 0; i < LANGUAGE_COUNT; i++)
        assert_string_equal(door_say_number(&f->worker, language(f, i), 907), "907");
}

static void
lists_end_with_the_word_of_the_language(void **state)
{
    static const char *const items[] = { "a", "b", "c" };
    struct fixture *f = *state;

    assert_string_equal(door_say_list(&f->worker, language(f, EN), items, 3), "a, b and c");
    assert_string_equal(door_say_list(&f->worker, language(f, EN), items, 2), "a and b");
    assert_string_equal(door_say_list(&f->worker, language(f, EN), items, 1), "a");
    assert_string_equal(door_say_list(&f->worker, language(f, EN), items, 0), "");
    assert_string_equal(door_say_list(&f->worker, language(f, UR), items, 3), "a، b، اور c");
    assert_string_equal(door_say_list(&f->worker, language(f, EN), items + 1, 2), "b and c");
    assert_string_equal(door_say_list(&f->worker, language(f, EN), items, 3), "a, b and c");
}

static void
languages_are_named_without_their_region_unless_it_tells_them_apart(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(door_say_language(&f->worker, language(f, EN), "ur"), "Urdu");
    assert_string_equal(door_say_language(&f->worker, language(f, EN), "en-GB"), "English");
    assert_string_equal(door_say_language(&f->worker, language(f, EN), "pt-BR"), "Portuguese");
    assert_string_equal(door_say_language(&f->worker, language(f, EN), "zh-Hant"), "Traditional Chinese");
    assert_string_equal(door_say_language(&f->worker, language(f, EN), "so"), "Somali");
    assert_string_equal(door_say_language(&f->worker, language(f, PL), "ur"), "urdu");
    assert_string_equal(door_say_language(&f->worker, language(f, EN), "bfi"), "bfi");
}

static void
holes_are_filled_and_unknown_ones_stay(void **state)
{
    static const char *const odd[] = { "{to} {from} {other} { {from" };
    struct fixture *f = *state;
    struct door_hole holes[] = { { "from", "A" }, { "to", "{from}" } };

    assert_string_equal(door_say_phrase(&f->worker, language(f, EN), DOOR_PHRASE_RANGE, holes, 2), "A to {from}");
    put_phrase(f, PL, DOOR_PHRASE_RANGE, odd, 1);
    assert_string_equal(door_say_phrase(&f->worker, language(f, PL), DOOR_PHRASE_RANGE, holes, 2),
            "{from} A {other} { {from");
}

static void
plurals_choose_their_form_and_fill_the_count(void **state)
{
    static const char *const polish[] = { "{count} miejsce: {town}", "{count} miejsca: {town}",
        "{count} miejsc: {town}" };
    struct fixture *f = *state;
    struct door_hole town = { "town", "Askerby" };

    assert_string_equal(door_say_plural(&f->worker, language(f, EN), f->places, 1, &town, 1), "1 place near Askerby");
    assert_string_equal(door_say_plural(&f->worker, language(f, EN), f->places, 0, &town, 1),
            "0 places near Askerby");
    put_phrase(f, PL, f->places, polish, 3);
    assert_string_equal(door_say_plural(&f->worker, language(f, PL), f->places, 22, &town, 1), "22 miejsca: Askerby");
    assert_string_equal(door_say_plural(&f->worker, language(f, PL), f->places, 5, &town, 1), "5 miejsc: Askerby");
    assert_string_equal(door_say_plural(&f->worker, language(f, EN), DOOR_PHRASE_EVERY_WEEKS, 2, NULL, 0),
            "every 2 weeks");
}

/* In Ukrainian 21 takes the form of 1; the English that stands in must not. */
static void
a_plural_that_is_missing_is_english_in_its_forms_too(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(door_say_plural(&f->worker, language(f, UK), DOOR_PHRASE_DAYS, 21, NULL, 0), "21 days");
    assert_string_equal(door_say_plural(&f->worker, language(f, AR), DOOR_PHRASE_DAYS, 100, NULL, 0), "100 days");
    assert_int_equal(door_plural_form(&f->worker, language(f, AR), DOOR_PHRASE_DAYS, 5), 1);
    assert_int_equal(door_plural_form(&f->worker, language(f, AR), DOOR_PHRASE_MIDDAY, 5), 0);
}

static void
capitals_are_given_to_the_first_letter_alone(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(door_say_capital(&f->worker, language(f, EN), "every NHS week"), "Every NHS week");
    assert_string_equal(door_say_capital(&f->worker, language(f, EN), "12 months"), "12 months");
    assert_string_equal(door_say_capital(&f->worker, language(f, PL), "środa"), "Środa");
    assert_string_equal(door_say_capital(&f->worker, language(f, UR), "منگل"), "منگل");
    assert_string_equal(door_say_capital(&f->worker, language(f, EN), ""), "");
}

static int
sign(int order)
{
    return (order > 0) - (order < 0);
}

static void
texts_sort_as_readers_of_the_language_expect(void **state)
{
    static const struct {
        int language;
        const char *a, *b;
        int order;
    } rows[] = {
        { EN, "apple", "Banana", -1 }, { EN, "Group 2", "Group 10", -1 }, { EN, "a", "a", 0 },
        { PL, "łódź", "mama", -1 }, { PL, "lód", "łódź", -1 }, { PL, "łódź", "lz", 1 }, { EN, "łódź", "lz", -1 },
        { UR, "اب", "بب", -1 },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++)
        assert_int_equal(sign(door_collate(&f->worker, language(f, rows[i].language), rows[i].a, rows[i].b)),
                rows[i].order);
    assert_int_not_equal(door_collate(&f->worker, language(f, EN), "caf\u00e9", "cafe\u0301"), 0);
}

static void
the_machine_s_locale_and_time_zone_change_nothing(void **state)
{
    struct fixture *f = *state;
    struct door_worker other = { 0 };

    setenv("LANG", "de_DE.UTF-8", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("TZ", "Pacific/Kiritimati", 1);
    tzset();
    other.speech = door_speech_open(&f->languages);
    assert_string_equal(door_say_date(&other, language(f, EN), (struct door_date){ 2026, 10, 6 }, DOOR_DATE_WEEKDAY),
            "Tuesday 6 October 2026");
    assert_string_equal(door_say_time(&other, language(f, FA), 1), "0:01");
    door_speech_close(other.speech);
    door_arena_release(&other.scratch);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(dates_are_written_as_the_language_does_in_western_digits),
        TEST(dates_long_ago_and_far_ahead_keep_their_day),
        TEST(times_in_english_are_in_the_style_of_the_nhs),
        TEST(times_elsewhere_are_those_of_cldr_in_western_digits_and_the_script_of_the_language),
        TEST(midday_has_its_name_where_clocks_count_to_twelve_and_it_is_translated),
        TEST(ranges_of_times_name_what_is_open_closed_and_endless),
        TEST(weekdays_begin_with_monday),
        TEST(days_in_a_row_are_a_range_and_others_a_list),
        TEST(days_of_sessions_may_be_of_the_week_or_of_the_month),
        TEST(days_that_come_again_are_said_with_and_without_times_and_as_often_as_asked),
        TEST(ages_begin_a_line),
        TEST(money_has_pence_only_when_there_are_any),
        TEST(numbers_are_grouped_and_have_western_digits),
        TEST(lists_end_with_the_word_of_the_language),
        TEST(languages_are_named_without_their_region_unless_it_tells_them_apart),
        TEST(holes_are_filled_and_unknown_ones_stay),
        TEST(plurals_choose_their_form_and_fill_the_count),
        TEST(a_plural_that_is_missing_is_english_in_its_forms_too),
        TEST(capitals_are_given_to_the_first_letter_alone),
        TEST(texts_sort_as_readers_of_the_language_expect),
        TEST(the_machine_s_locale_and_time_zone_change_nothing),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
