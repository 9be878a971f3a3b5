#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/prose.h"
#include "content/markdown.h"
#include "language/language.h"
#include "language/words.h"
#include "model/offer.h"

/* An offer of four pieces, in English, Polish and Urdu, whose catalogues each test writes into a folder of its own. */
enum { NAME = 1, SUMMARY, BODY, URGENT, PIECE_COUNT };
enum { HOME, CHECKED, WEEKS, MORE, WORD_COUNT };

struct fixture {
    struct door_arena arena;
    char folder[64], built_in[80];
    struct door_offer offer;
    struct door_piece pieces[PIECE_COUNT];
    struct door_words words;
    struct door_languages languages;
    struct door_diag *diag;
};

static const char *const codes[] = { "en-GB", "pl", "ur" };
static const char *const old_ids[] = { "rubbing" };
static const struct door_entry service = { .id = "massage", .was = { old_ids, 1 } };
static const struct door_entry *const services[] = { &service };
static const struct door_entry hub = { .id = "hub", .path = "places/hub/" };

static void
write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* What lies in translations/<name>. */
static void
write_catalogue(const struct fixture *f, const char *name, const char *text)
{
    write_file(f->folder, name, text);
}

static void
make_pieces(struct fixture *f)
{
    static const struct door_field name = { .name = "name", .limit = 20 }, other = { .name = "other" };
    struct door_place place = { "content/services/massage.md", 9, 1 };
    const char *body = "Ask at [a hub](place:hub) or *phone* us.";

    f->pieces[NAME] = (struct door_piece){ .context = "services/massage#name", .text = "Baby massage",
            .field = &name };
    f->pieces[SUMMARY] = (struct door_piece){ .context = "services/massage#summary", .text = "Gentle strokes.",
            .field = &other };
    f->pieces[BODY] = (struct door_piece){ .context = "services/massage#body", .text = body, .field = &other,
        .leaf = door_markdown_inline(&f->arena, place, body, f->diag) };
    f->pieces[URGENT] = (struct door_piece){ .context = "offer#urgent.when", .text = "Somebody's life is at risk",
            .field = &other };
    f->offer.pieces = (struct door_pieces){ f->pieces, PIECE_COUNT, PIECE_COUNT };
    assert_non_null(f->pieces[BODY].leaf);
}

static void
make_words(struct fixture *f)
{
    static const struct door_interface_word words[WORD_COUNT] = {
        [HOME] = { .text = "Home" },
        [CHECKED] = { .text = "Last checked on {date}" },
        [WEEKS] = { .context = "ages", .text = "{count} week", .plural = "{count} weeks" },
        [MORE] = { .text = "Read <1>more</1> or <2>phone <3>us</3></2>" },
    };
    size_t i;

    for (i = 0; i < WORD_COUNT; i++)
        door_words_add(&f->words, &f->arena, words[i]);
}

static int
set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    snprintf(f->folder, sizeof f->folder, "/tmp/door-language-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->built_in, sizeof f->built_in, "%s/built-in", f->folder);
    mkdir(f->built_in, 0700);
    mkdir(door_arena_format(&f->arena, "%s/ur", f->built_in), 0700);
    mkdir(door_arena_format(&f->arena, "%s/translations", f->folder), 0700);
    mkdir(door_arena_format(&f->arena, "%s/translations/pl", f->folder), 0700);
    mkdir(door_arena_format(&f->arena, "%s/translations/ur", f->folder), 0700);
    f->diag = door_diag_open();
    f->offer.languages = (struct door_list){ codes, 3 };
    f->offer.services = (struct door_list){ services, 1 };
    f->offer.stale_translations = DOOR_STALE_SHOW;
    door_map_put(&f->offer.index, &f->arena, "place:hub", &hub);
    make_pieces(f);
    make_words(f);
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    static const char *const names[] = { "built-in/ur/interface.po", "built-in/ur", "built-in",
        "translations/pl/offer.po", "translations/pl/interface.po", "translations/pl", "translations/ur/offer.po",
        "translations/ur/interface.po", "translations/ur", "translations", "" };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(names); i++)
        remove(door_arena_format(&f->arena, "%s/%s", f->folder, names[i]));
    door_diag_close(f->diag);
    door_arena_release(&f->arena);
    free(f);
    return 0;
}

static bool
load(struct fixture *f)
{
    return door_languages_load(&f->arena, &f->offer, &f->words, f->folder, f->built_in, &f->languages, f->diag);
}

static const struct door_said *
polish(const struct fixture *f, uint32_t piece)
{
    return door_language_piece(door_languages_find(&f->languages, "pl"), piece);
}

/* The problem with this id, or NULL. */
static const struct door_problem *
find_problem(struct fixture *f, const char *id)
{
    size_t i, count;
    const struct door_problem *problems = door_diag_problems(f->diag, &count);

    for (i = 0; i < count; i++)
        if (strcmp(problems[i].id, id) == 0)
            return &problems[i];
    return NULL;
}

static void
assert_problem(struct fixture *f, enum door_severity severity, const char *id, int line, const char *message)
{
    const struct door_problem *problem = find_problem(f, id);

    if (!problem)
        fail_msg("no problem [%s]", id);
    assert_string_equal(problem->message, message);
    assert_int_equal(problem->severity, severity);
    assert_int_equal(problem->place.line, line);
}

static void
languages_say_their_name_direction_and_path(void **state)
{
    static const char *const many[] = { "en-GB", "pl", "ur", "pa", "ar", "en-US", "ckb", "rom" };
    struct fixture *f = *state;
    const struct door_language *items;

    f->offer.languages = (struct door_list){ many, 8 };
    assert_true(load(f));
    items = f->languages.items;
    assert_string_equal(items[0].path, "");
    assert_string_equal(items[1].path, "pl/");
    assert_string_equal(items[0].own_name, "British English");      /* there are two Englishes here */
    assert_string_equal(items[1].own_name, "Polski");
    assert_string_equal(items[2].own_name, "اردو");
    assert_string_equal(items[3].own_name, "ਪੰਜਾਬੀ");
    assert_true(items[2].right_to_left && items[4].right_to_left && items[6].right_to_left);
    assert_false(items[0].right_to_left || items[3].right_to_left);
    assert_problem(f, DOOR_SEVERITY_WARNING, "language-dates", 0,
            "dates and numbers in \"rom\" are written as in English: ICU does not know that language");
}

static void
one_english_is_just_english(void **state)
{
    struct fixture *f = *state;

    assert_true(load(f));
    assert_string_equal(f->languages.items[0].own_name, "English");
    assert_ptr_equal(door_languages_find(&f->languages, "UR"), &f->languages.items[2]);
    assert_null(door_languages_find(&f->languages, "fr"));
}

static void
without_a_catalogue_everything_is_english(void **state)
{
    struct fixture *f = *state;
    const struct door_language *language;

    assert_true(load(f));
    language = door_languages_find(&f->languages, "pl");
    assert_string_equal(polish(f, NAME)->text, "Baby massage");
    assert_int_equal(polish(f, NAME)->language, 0);
    assert_int_equal(polish(f, NAME)->state, DOOR_STATE_MISSING);
    assert_ptr_equal(polish(f, BODY)->leaf, f->pieces[BODY].leaf);
    assert_false(door_language_is_whole(language, NAME, PIECE_COUNT));
    assert_true(door_language_is_whole(&f->languages.items[0], NAME, PIECE_COUNT));
    assert_string_equal(door_language_word(language, HOME), "Home");
    assert_true(language->phrases[HOME].missing);
    assert_false(f->languages.items[0].phrases[HOME].missing);
}

static void
translated_pieces_are_fresh_and_know_their_language(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/massage#name\"\nmsgid \"Baby massage\"\nmsgstr \"Masaż niemowląt\"\n\n"
        "msgctxt \"services/massage#summary\"\nmsgid \"Gentle strokes.\"\nmsgstr \"\"\n\n"
        "msgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
        "msgstr \"Zapytaj w [centrum](place:hub) albo *zadzwoń*.\"\n");
    assert_true(load(f));
    assert_string_equal(polish(f, NAME)->text, "Masaż niemowląt");
    assert_int_equal(polish(f, NAME)->language, 1);
    assert_int_equal(polish(f, NAME)->state, DOOR_STATE_FRESH);
    assert_int_equal(polish(f, SUMMARY)->state, DOOR_STATE_MISSING);
    assert_true(door_language_is_whole(&f->languages.items[1], NAME, SUMMARY));
}

static void
a_translated_block_is_a_tree_of_the_english_block_s_kind(void **state)
{
    struct fixture *f = *state;
    struct door_prose heading = *f->pieces[BODY].leaf;
    const struct door_prose *leaf;

    heading.type = DOOR_PROSE_HEADING;
    heading.level = 3;
    heading.piece = BODY;
    f->pieces[BODY].leaf = &heading;
    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
        "msgstr \"Zapytaj w [centrum](place:hub).\"\n");
    assert_true(load(f));
    leaf = polish(f, BODY)->leaf;
    assert_int_equal(leaf->type, DOOR_PROSE_HEADING);
    assert_int_equal(leaf->level, 3);
    assert_int_equal(leaf->piece, BODY);
    assert_string_equal(leaf->children->text, "Zapytaj w ");
    assert_string_equal(leaf->children->next->url, "place:hub");
    assert_ptr_equal(leaf->children->next->entry, &hub);
}

static const char fuzzy_catalogue[] =
    "#, fuzzy\nmsgctxt \"services/massage#name\"\nmsgid \"Baby massage\"\nmsgstr \"Masaż\"\n\n"
    "# frontdoor: machine\n#, fuzzy\nmsgctxt \"services/massage#summary\"\nmsgid \"Gentle strokes.\"\n"
    "msgstr \"Delikatne.\"\n\n"
    "#, fuzzy\nmsgctxt \"offer#urgent.when\"\nmsgid \"Somebody's life is at risk\"\nmsgstr \"Zagrożenie\"\n\n"
    "#, fuzzy\nmsgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
    "msgstr \"Zadzwoń.\"\n";

static void
stale_words_are_shown_but_never_urgent_ones_nor_a_machine_s(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po", fuzzy_catalogue);
    assert_true(load(f));
    assert_int_equal(polish(f, NAME)->state, DOOR_STATE_STALE);
    assert_string_equal(polish(f, NAME)->text, "Masaż");
    assert_int_equal(polish(f, SUMMARY)->state, DOOR_STATE_MISSING);
    assert_string_equal(polish(f, SUMMARY)->text, "Gentle strokes.");
    assert_int_equal(polish(f, URGENT)->state, DOOR_STATE_MISSING);
    assert_int_equal(polish(f, URGENT)->language, 0);
    assert_int_equal(polish(f, BODY)->state, DOOR_STATE_STALE);     /* its links may differ: the English has changed */
}

/* They were right for the English of their day: an editor who changes a link must not be stopped by them. */
static void
stale_words_that_no_longer_hold_give_way_to_english_without_an_error(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "#, fuzzy\nmsgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
        "msgstr \"<b>Zadzwoń</b>\"\n\n"
        "#, fuzzy\nmsgctxt \"services/massage#name\"\nmsgid \"Baby massage\"\n"
        "msgstr \"Masaż dla niemowląt i rodziców\"\n");
    assert_true(load(f));
    assert_int_equal(polish(f, BODY)->state, DOOR_STATE_MISSING);
    assert_ptr_equal(polish(f, BODY)->leaf, f->pieces[BODY].leaf);
    assert_int_equal(polish(f, NAME)->state, DOOR_STATE_MISSING);
}

static void
broken_markdown_of_a_fresh_translation_is_an_error(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
        "msgstr \"<b>Zapytaj</b> w [centrum](place:hub).\"\n");
    assert_false(load(f));
    assert_non_null(find_problem(f, "markdown-html"));
    assert_string_equal(find_problem(f, "markdown-html")->place.file, "translations/pl/offer.po");
}

static void
an_offer_may_ask_for_english_instead_of_stale_words(void **state)
{
    struct fixture *f = *state;

    f->offer.stale_translations = DOOR_STALE_SOURCE;
    write_catalogue(f, "translations/pl/offer.po", fuzzy_catalogue);
    assert_true(load(f));
    assert_int_equal(polish(f, NAME)->state, DOOR_STATE_MISSING);
    assert_string_equal(polish(f, NAME)->text, "Baby massage");
}

static void
a_translation_must_keep_the_links_of_the_english(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
        "msgstr \"Zapytaj.\"\n");
    assert_false(load(f));
    assert_problem(f, DOOR_SEVERITY_ERROR, "po-links", 3,
            "the link to \"place:hub\" is missing from the translation");
}

static void
a_translation_must_not_link_elsewhere(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/massage#body\"\nmsgid \"Ask at [a hub](place:hub) or *phone* us.\"\n"
        "msgstr \"[Centrum](place:hub), [sklep](https://shop.example).\"\n");
    assert_false(load(f));
    assert_problem(f, DOOR_SEVERITY_ERROR, "po-links", 3,
            "the translation links to \"https://shop.example\", the English does not");
}

static void
a_translation_that_is_too_long_says_by_how_much(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/massage#name\"\nmsgid \"Baby massage\"\nmsgstr \"Masaż dla niemowląt i rodziców\"\n");
    assert_false(load(f));
    assert_problem(f, DOOR_SEVERITY_ERROR, "text-long", 3,
            "the translation has 30 characters, 10 too many (at most 20)");
}

static void
words_of_a_renamed_entry_are_found_under_its_old_id(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/rubbing#name\"\nmsgid \"Baby massage\"\nmsgstr \"Stare\"\n\n"
        "msgctxt \"services/rubbing#summary\"\nmsgid \"Gentle strokes.\"\nmsgstr \"Delikatne.\"\n\n"
        "msgctxt \"services/massage#name\"\nmsgid \"Baby massage\"\nmsgstr \"Nowe\"\n");
    assert_true(load(f));
    assert_string_equal(polish(f, NAME)->text, "Nowe");
    assert_string_equal(polish(f, SUMMARY)->text, "Delikatne.");
    assert_null(find_problem(f, "po-context"));
}

static void
words_that_belong_to_nothing_are_a_warning(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgctxt \"services/gone#name\"\nmsgid \"Gone\"\nmsgstr \"Nie ma\"\n\n"
        "#~ msgctxt \"services/older#name\"\n#~ msgid \"Older\"\n#~ msgstr \"Starsze\"\n");
    assert_true(load(f));
    assert_problem(f, DOOR_SEVERITY_WARNING, "po-context", 2,
            "nothing in content/ is called \"services/gone#name\" any more");
    assert_int_equal(door_diag_warnings(f->diag), 3);       /* this, and two languages without interface words */
}

static void
a_file_in_another_encoding_is_an_error_with_its_place(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/offer.po",
        "msgid \"\"\nmsgstr \"\"\n\nmsgid \"x\"\nmsgstr \"za\xbf\xf3\xb3\xe6\"\n");
    assert_false(load(f));
    assert_problem(f, DOOR_SEVERITY_ERROR, "text-encoding", 5, "a byte that is not UTF-8 text (BF)");
    assert_int_equal(find_problem(f, "text-encoding")->place.column, 11);
}

static const char urdu_words[] =
    "msgid \"Home\"\nmsgstr \"ہوم\"\n\n"
    "msgid \"Last checked on {date}\"\nmsgstr \"آخری جانچ {date} کو ہوئی\"\n\n"
    "msgctxt \"ages\"\nmsgid \"{count} week\"\nmsgid_plural \"{count} weeks\"\nmsgstr[0] \"ایک ہفتہ\"\n"
    "msgstr[1] \"{count} ہفتے\"\n\n"
    "msgid \"Read <1>more</1> or <2>phone <3>us</3></2>\"\nmsgstr \"<2><3>ہمیں</3> فون</2> یا <1>مزید</1>\"\n";

static void
the_offer_s_interface_words_lie_on_the_built_in_ones(void **state)
{
    struct fixture *f = *state;
    const struct door_phrase *phrases;

    write_catalogue(f, "built-in/ur/interface.po", urdu_words);
    write_catalogue(f, "translations/ur/interface.po", "msgid \"Home\"\nmsgstr \"گھر\"\n");
    assert_true(load(f));
    phrases = door_languages_find(&f->languages, "ur")->phrases;
    assert_string_equal(phrases[HOME].forms[0], "گھر");
    assert_string_equal(phrases[CHECKED].forms[0], "آخری جانچ {date} کو ہوئی");
    assert_int_equal(phrases[WEEKS].form_count, 2);
    assert_string_equal(phrases[WEEKS].forms[1], "{count} ہفتے");
    assert_false(phrases[MORE].missing);
    assert_string_equal(find_problem(f, "interface-missing")->place.file, "translations/pl/interface.po");
}

static void
missing_interface_words_are_counted_in_one_warning(void **state)
{
    static const char *const two[] = { "en-GB", "ur" };
    struct fixture *f = *state;

    f->offer.languages = (struct door_list){ two, 2 };
    write_catalogue(f, "translations/ur/interface.po",
        "msgid \"Home\"\nmsgstr \"ہوم\"\n\n#, fuzzy\nmsgid \"Last checked on {date}\"\nmsgstr \"{date}\"\n");
    assert_true(load(f));
    assert_int_equal(door_diag_warnings(f->diag), 1);
    assert_problem(f, DOOR_SEVERITY_WARNING, "interface-missing", 0,
            "3 of the 4 words of buttons, headings and labels have no translation into \"ur\"");
    assert_int_equal(f->languages.items[1].phrases[WEEKS].form_count, 2);
    assert_true(f->languages.items[1].phrases[CHECKED].missing);
}

static void
holes_codes_and_plural_forms_must_match_the_english(void **state)
{
    static const struct {
        const char *catalogue, *id, *message;
        int line;
    } rows[] = {
        { "msgid \"Last checked on {date}\"\nmsgstr \"{datum}\"\n", "po-placeholder",
          "\"{date}\" is missing from the translation of \"Last checked on {date}\"", 2 },
        { "msgid \"Last checked on {date}\"\nmsgstr \"{date} {who}\"\n", "po-placeholder",
          "\"{who}\" is not in the English, \"Last checked on {date}\"", 2 },
        { "msgctxt \"ages\"\nmsgid \"{count} week\"\nmsgid_plural \"{count} weeks\"\nmsgstr[0] \"a\"\n", "po-plural",
          "\"{count} week\" has 1 msgstr, this language takes 2", 4 },
        { "msgctxt \"ages\"\nmsgid \"{count} week\"\nmsgid_plural \"{count} weeks\"\nmsgstr[0] \"a\"\nmsgstr[1] \"b\"\n",
          "po-placeholder", "\"{count}\" is missing from the translation of \"{count} weeks\"", 4 },
        { "msgid \"Read <1>more</1> or <2>phone <3>us</3></2>\"\nmsgstr \"<1>a</1> <2>b</2>\"\n", "po-markup",
          "\"<3>\" is missing from the translation of \"Read <1>more</1> or <2>phone <3>us</3></2>\"", 2 },
        { "msgid \"Read <1>more</1> or <2>phone <3>us</3></2>\"\nmsgstr \"<1>a</1> <2><3>b</2></3>\"\n", "po-markup",
          "the codes in < > do not open and close as in the English, "
          "\"Read <1>more</1> or <2>phone <3>us</3></2>\"", 2 },
        { "msgid \"Read <1>more</1> or <2>phone <3>us</3></2>\"\nmsgstr \"<1>a</1><1>c</1><2><3>b</3></2>\"\n",
          "po-markup", "the codes in < > do not open and close as in the English, "
          "\"Read <1>more</1> or <2>phone <3>us</3></2>\"", 2 },
        { "msgid \"Home\"\nmsgstr \"<1>a</1>\"\n", "po-markup", "\"<1>\" is not in the English, \"Home\"", 2 },
    };
    struct fixture *f = *state;
    size_t i;

    for (i = 0; i < DOOR_COUNT(rows); i++) {
        door_diag_close(f->diag);
        f->diag = door_diag_open();
        write_catalogue(f, "translations/ur/interface.po", rows[i].catalogue);
        assert_false(load(f));
        assert_problem(f, DOOR_SEVERITY_ERROR, rows[i].id, rows[i].line, rows[i].message);
    }
}

static void
a_plural_error_says_which_numbers_take_which_form(void **state)
{
    struct fixture *f = *state;

    write_catalogue(f, "translations/pl/interface.po", "msgctxt \"ages\"\nmsgid \"{count} week\"\n"
            "msgid_plural \"{count} weeks\"\nmsgstr[0] \"tydzień\"\nmsgstr[1] \"{count} tygodnie\"\n");
    assert_false(load(f));
    assert_string_equal(find_problem(f, "po-plural")->hint, "Write msgstr[0] for numbers like 1; "
            "msgstr[1] for numbers like 2, 3, 4, 22; msgstr[2] for numbers like 0, 5, 6, 7.");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(languages_say_their_name_direction_and_path),
        TEST(one_english_is_just_english),
        TEST(without_a_catalogue_everything_is_english),
        TEST(translated_pieces_are_fresh_and_know_their_language),
        TEST(a_translated_block_is_a_tree_of_the_english_block_s_kind),
        TEST(stale_words_are_shown_but_never_urgent_ones_nor_a_machine_s),
        TEST(stale_words_that_no_longer_hold_give_way_to_english_without_an_error),
        TEST(broken_markdown_of_a_fresh_translation_is_an_error),
        TEST(an_offer_may_ask_for_english_instead_of_stale_words),
        TEST(a_translation_must_keep_the_links_of_the_english),
        TEST(a_translation_must_not_link_elsewhere),
        TEST(a_translation_that_is_too_long_says_by_how_much),
        TEST(words_of_a_renamed_entry_are_found_under_its_old_id),
        TEST(words_that_belong_to_nothing_are_a_warning),
        TEST(a_file_in_another_encoding_is_an_error_with_its_place),
        TEST(the_offer_s_interface_words_lie_on_the_built_in_ones),
        TEST(missing_interface_words_are_counted_in_one_warning),
        TEST(holes_codes_and_plural_forms_must_match_the_english),
        TEST(a_plural_error_says_which_numbers_take_which_form),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
