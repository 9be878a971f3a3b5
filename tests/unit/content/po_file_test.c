#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <unicode/uloc.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/buf.h"
#include "content/po.h"
#include "content/po_file.h"

#define HEADER \
    "msgid \"\"\nmsgstr \"\"\n\"Language: pl\\n\"\n\"MIME-Version: 1.0\\n\"\n" \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n" \
    "\"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 \"\n" \
    "\"|| n%100>14) ? 1 : 2);\\n\"\n"

struct fixture {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_buf out;
    char *path;
};

static int
open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    fixture->diag = door_diag_open();
    fixture->path = door_arena_text(&fixture->arena, "/tmp/po_file_test_XXXXXX");
    close(mkstemp(fixture->path));
    *state = fixture;
    return 0;
}

static int
close_fixture(void **state)
{
    struct fixture *fixture = *state;

    unlink(fixture->path);
    door_diag_close(fixture->diag);
    door_arena_release(&fixture->arena);
    door_buf_release(&fixture->out);
    free(fixture);
    return 0;
}

/* Update a file that holds old (NULL: there is none). */
static bool
update(struct fixture *fixture, const char *old, const struct door_po_wanted *wanted, size_t count)
{
    FILE *file;

    if (old) {
        file = fopen(fixture->path, "w");
        fputs(old, file);
        fclose(file);
    } else {
        unlink(fixture->path);
    }
    door_buf_clear(&fixture->out);
    return door_po_update(&fixture->arena, fixture->path, "pl/offer.po", "pl", wanted, count, NULL, &fixture->out,
            fixture->diag);
}

static void
assert_update(struct fixture *fixture, const char *old, const struct door_po_wanted *wanted, size_t count,
        const char *expected)
{
    char *first;

    assert_true(update(fixture, old, wanted, count));
    assert_string_equal(door_buf_string(&fixture->out), expected);
    /* A second update with the same messages changes nothing. */
    first = door_arena_text(&fixture->arena, expected);
    assert_true(update(fixture, first, wanted, count));
    assert_string_equal(door_buf_string(&fixture->out), first);
}

static const struct door_po_wanted massage = {
    .context = "services/x#name", .id = "Baby massage", .note = "What families call it.", .limit = 20,
    .place = { "content/services/x.md", 2, 7 },
};

static void
a_new_catalogue_has_a_header_and_empty_translations(void **state)
{
    const struct door_po_wanted wanted[] = {
        massage,
        { .id = "{count} day", .plural_id = "{count} days", .place = { "themes/default/p.html", 0, 0 } },
        { .context = "services/x#name", .id = "Baby massage", .place = { "content/services/y.md", 9, 1 } },
    };

    assert_update(*state, NULL, wanted, 3, HEADER "\n#. What families call it.\n#. At most 20 characters.\n"
            "#: content/services/x.md:2 content/services/y.md:9\nmsgctxt \"services/x#name\"\nmsgid \"Baby massage\"\n"
            "msgstr \"\"\n\n#: themes/default/p.html\nmsgid \"{count} day\"\nmsgid_plural \"{count} days\"\n"
            "msgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\n");
}

static void
translations_comments_and_flags_are_kept(void **state)
{
    assert_update(*state, "# Anna\n" HEADER "\"X-Generator: Weblate\\n\"\n\n# by Anna\n# twice\n#. old note\n#: old:1\n"
            "#, max-length:9, no-wrap, check-x\nmsgctxt \"services/x#name\"\nmsgid \"Baby massage\"\nmsgstr "
            "\"Masaz\"\n\n"
            "# the end\n", &massage, 1, "# Anna\n" HEADER "\"X-Generator: Weblate\\n\"\n\n# by Anna\n# twice\n"
            "#. What families call it.\n#. At most 20 characters.\n#: content/services/x.md:2\n"
            "#, max-length:9, no-wrap, check-x\nmsgctxt \"services/x#name\"\nmsgid \"Baby massage\"\nmsgstr "
            "\"Masaz\"\n\n"
            "# the end\n");
}

static void
changed_english_goes_fuzzy_with_the_earlier_text(void **state)
{
    assert_update(*state, HEADER "\n# ok\n#, x\nmsgctxt \"services/x#name\"\nmsgid \"Something else\"\nmsgstr "
        "\"Cos\"\n",
            &massage, 1, HEADER "\n# ok\n#. What families call it.\n#. At most 20 characters.\n"
            "#: content/services/x.md:2\n#, fuzzy, x\n#| msgid \"Something else\"\nmsgctxt \"services/x#name\"\n"
            "msgid \"Baby massage\"\nmsgstr \"Cos\"\n");
}

static void
english_that_changes_again_keeps_the_text_that_was_translated(void **state)
{
    struct fixture *fixture = *state;

    assert_true(update(fixture, HEADER "\n#, fuzzy\n#| msgid \"First\"\nmsgctxt \"services/x#name\"\nmsgid \"Second\"\n"
            "msgstr \"Cos\"\n", &massage, 1));
    assert_non_null(strstr(door_buf_string(&fixture->out), "#, fuzzy\n#| msgid \"First\"\n"));
}

static void
a_changed_block_takes_the_nearest_that_vanished_and_another_none(void **state)
{
    const struct door_po_wanted wanted[] = {
        { .context = "services/x#body", .id = "Tea is free." },
        { .context = "services/x#body", .id = "Bring a soft towel and oil." },
        { .context = "services/x#body", .id = "Wholly unlike any other." },
    };

    assert_update(*state, HEADER "\nmsgctxt \"services/x#body\"\nmsgid \"Bring a towel and oil.\"\nmsgstr "
        "\"Recznik\"\n\n"
            "msgctxt \"services/x#body\"\nmsgid \"Tea is free.\"\nmsgstr \"Herbata\"\n\n"
            "msgctxt \"services/x#body\"\nmsgid \"Parking costs money here\"\nmsgstr \"Parking\"\n", wanted, 3, HEADER
            "\nmsgctxt \"services/x#body\"\nmsgid \"Tea is free.\"\nmsgstr \"Herbata\"\n\n#, fuzzy\n"
            "#| msgid \"Bring a towel and oil.\"\nmsgctxt \"services/x#body\"\nmsgid \"Bring a soft towel and oil.\"\n"
            "msgstr \"Recznik\"\n\nmsgctxt \"services/x#body\"\nmsgid \"Wholly unlike any other.\"\nmsgstr \"\"\n\n"
            "#~ msgctxt \"services/x#body\"\n#~ msgid \"Parking costs money here\"\n#~ msgstr \"Parking\"\n");
}

static void
other_fields_lend_nothing(void **state)
{
    struct fixture *fixture = *state;

    assert_true(update(fixture, HEADER "\nmsgctxt \"services/y#name\"\nmsgid \"Baby massages\"\nmsgstr \"Masaze\"\n",
            &massage, 1));
    assert_null(strstr(door_buf_string(&fixture->out), "fuzzy"));
    assert_non_null(strstr(door_buf_string(&fixture->out), "#~ msgstr \"Masaze\""));
}

static void
a_header_that_does_not_say_utf_8_says_it_now(void **state)
{
    assert_update(*state, "msgid \"\"\nmsgstr \"Language: pl\\nContent-Type: text/plain\\n\"\n\nmsgid \"a\"\n"
            "msgstr \"\xC5\xBC\"\n", NULL, 0, "msgid \"\"\nmsgstr \"\"\n\"Language: pl\\n\"\n"
            "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"MIME-Version: 1.0\\n\"\n"
            "\"Content-Transfer-Encoding: 8bit\\n\"\n\"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && "
            "n%10<=4 && (n%100<12 \"\n\"|| n%100>14) ? 1 : 2);\\n\"\n\n#~ msgid \"a\"\n#~ msgstr \"\xC5\xBC\"\n");
}

static void
a_comment_behind_the_last_text_is_a_comment(void **state)
{
    struct fixture *fixture = *state;

    assert_true(update(fixture, HEADER "\nmsgid \"a\"\nmsgstr \"b\"# end\n", NULL, 0));
    assert_string_equal(door_buf_string(&fixture->out), HEADER "\n#~ msgid \"a\"\n#~ msgstr \"b\"\n\n# end\n");
}

static void
of_a_message_that_vanished_any_words_stay_and_comments_alone_do_not(void **state)
{
    assert_update(*state, HEADER "\n# a comment alone\nmsgid \"a\"\nmsgstr \"\"\n\n"
            "msgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"x\"\n", NULL, 0,
            HEADER "\n#~ msgid \"b\"\n#~ msgid_plural \"bs\"\n#~ msgstr[0] \"x\"\n#~ msgstr[1] \"\"\n"
            "#~ msgstr[2] \"x\"\n");
}

static void
obsolete_messages_stay_and_come_back(void **state)
{
    struct fixture *fixture = *state;
    const char *obsolete = HEADER "\n# Anna\n#, fuzzy, x\n#~| msgid \"older\"\n#~ msgctxt \"services/x#name\"\n"
            "#~ msgid \"Baby massage\"\n#~ msgstr \"Masaz\"\n";

    assert_update(fixture, obsolete, NULL, 0, obsolete);
    assert_true(update(fixture, obsolete, &massage, 1));
    assert_non_null(strstr(door_buf_string(&fixture->out), "#, fuzzy, x\n#| msgid \"older\"\n"
            "msgctxt \"services/x#name\"\nmsgid \"Baby massage\"\nmsgstr \"Masaz\"\n"));
    assert_null(strstr(door_buf_string(&fixture->out), "#~"));
}

static void
what_nobody_translated_leaves_no_trace(void **state)
{
    assert_update(*state, HEADER "\nmsgid \"a\"\nmsgstr \"\"\n", NULL, 0, HEADER);
}

static void
machine_drafts_stay_marked(void **state)
{
    struct fixture *fixture = *state;

    assert_true(update(fixture, HEADER "\n# frontdoor: machine\n#, fuzzy\nmsgctxt \"services/x#name\"\n"
            "msgid \"Baby massage\"\nmsgstr \"Masaz\"\n", &massage, 1));
    assert_non_null(strstr(door_buf_string(&fixture->out), "\n# frontdoor: machine\n#. What"));
    assert_non_null(strstr(door_buf_string(&fixture->out), "#, fuzzy\nmsgctxt"));
}

static void
a_text_that_loses_its_plural_keeps_every_form(void **state)
{
    struct fixture *fixture = *state;
    const struct door_po_wanted wanted = { .id = "day" };

    assert_true(update(fixture, HEADER "\nmsgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"dzien\"\nmsgstr[1] "
        "\"dni\"\n"
            "msgstr[2] \"dnia\"\n", &wanted, 1));
    assert_string_equal(door_buf_string(&fixture->out), HEADER "\n# msgstr[1] was: dni\n# msgstr[2] was: dnia\n#, "
        "fuzzy\n"
            "#| msgid \"day\"\n#| msgid_plural \"days\"\nmsgid \"day\"\nmsgstr \"dzien\"\n");
}

static void
a_text_that_gains_a_plural_keeps_its_translation(void **state)
{
    struct fixture *fixture = *state;
    const struct door_po_wanted wanted = { .id = "day", .plural_id = "days" };

    assert_true(update(fixture, HEADER "\nmsgid \"day\"\nmsgstr \"dzien\"\n", &wanted, 1));
    assert_string_equal(door_buf_string(&fixture->out), HEADER "\n#, fuzzy\n#| msgid \"day\"\nmsgid \"day\"\n"
            "msgid_plural \"days\"\nmsgstr[0] \"dzien\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\n");
}

static void
a_catalogue_with_mistakes_is_left_alone(void **state)
{
    struct fixture *fixture = *state;
    const struct door_problem *problems;
    size_t count;

    assert_false(update(fixture, HEADER "\nmsgid \"a\nmsgstr \"\"\n", &massage, 1));
    assert_int_equal(fixture->out.size, 0);
    problems = door_diag_problems(fixture->diag, &count);
    assert_int_equal(count, 1);
    assert_string_equal(problems[0].place.file, "pl/offer.po");
}

/* --- plural forms --- */

struct expression {     /* a reader of gettext's plural expressions */
    const char *p;
    unsigned long n;
};

static unsigned long choice(struct expression *expression);

static bool
accept(struct expression *expression, const char *word)
{
    expression->p += strspn(expression->p, " ");
    if (strncmp(expression->p, word, strlen(word)) != 0)
        return false;
    expression->p += strlen(word);
    return true;
}

static unsigned long
primary(struct expression *expression)
{
    unsigned long value;
    char *end;

    if (accept(expression, "(")) {
        value = choice(expression);
        assert_true(accept(expression, ")"));
        return value;
    }
    if (accept(expression, "n"))
        return expression->n;
    value = strtoul(expression->p, &end, 10);
    assert_true(end > expression->p);
    expression->p = end;
    return value;
}

static unsigned long
comparison(struct expression *expression)
{
    unsigned long left = primary(expression);

    while (accept(expression, "%"))
        left %= primary(expression);
    if (accept(expression, "=="))
        return left == primary(expression);
    if (accept(expression, "!="))
        return left != primary(expression);
    if (accept(expression, "<="))
        return left <= primary(expression);
    if (accept(expression, ">="))
        return left >= primary(expression);
    if (accept(expression, "<"))
        return left < primary(expression);
    return accept(expression, ">") ? left > primary(expression) : left;
}

static unsigned long
conjunction(struct expression *expression)
{
    unsigned long value = comparison(expression), next;

    while (accept(expression, "&&")) {
        next = comparison(expression);
        value = value && next;
    }
    return value;
}

static unsigned long
choice(struct expression *expression)
{
    unsigned long value = conjunction(expression), next, yes;

    while (accept(expression, "||")) {
        next = conjunction(expression);
        value = value || next;
    }
    if (!accept(expression, "?"))
        return value;
    yes = choice(expression);
    assert_true(accept(expression, ":"));
    next = choice(expression);
    return value ? yes : next;
}

static const char *const categories[] = { "zero", "one", "two", "few", "many", "other" };
static const unsigned long large[] = { 1000, 1001, 1002, 2000, 10000, 40000, 100000, 1000001 };

static int
category_of(const UPluralRules *rules, unsigned long n)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar word[16];
    char text[16];
    int i;

    uplrules_select(rules, (double)n, word, 16, &error);
    assert_true(U_SUCCESS(error));
    u_UCharsToChars(word, text, 16);
    for (i = 0; strcmp(categories[i], text) != 0; i++)
        ;
    return i;
}

static unsigned long
number(size_t i)
{
    return i <= 200 ? i : large[i - 201];
}

static void
assert_forms_are_icus(const char *language)
{
    UErrorCode error = U_ZERO_ERROR;
    UPluralRules *rules = uplrules_open(language, &error);
    const char *forms = door_po_plural_forms(language);
    size_t last = 201 + sizeof large / sizeof *large, i;
    unsigned long rank[6] = { 0 }, count = 0;
    int c;

    for (i = 0; i < last; i++)
        rank[category_of(rules, number(i))] = 1;
    for (c = 0; c < 6; c++) {
        unsigned long used = rank[c];

        rank[c] = count;
        count += used;
    }
    assert_int_equal(strtoul(forms + strlen("nplurals="), NULL, 10), count);
    for (i = 0; i < last; i++) {
        struct expression expression = { strstr(forms, "plural=") + strlen("plural="), number(i) };

        if (expression.p[-8] == 'n')
            expression.p = strstr(expression.p, "plural=") + strlen("plural=");
        if (choice(&expression) != rank[category_of(rules, number(i))])
            fail_msg("%s: %lu", language, number(i));
        assert_string_equal(expression.p, ";");
    }
    uplrules_close(rules);
}

static void
plural_forms_are_those_of_icu_in_every_language(void **state)
{
    static const char *const variants[] = { "en-GB", "pt-BR", "pt-PT", "zh-Hant", "sr-Latn", "mo" };
    const char *const *languages = uloc_getISOLanguages();
    size_t i;

    (void)state;
    for (i = 0; languages[i]; i++)
        assert_forms_are_icus(languages[i]);
    for (i = 0; i < sizeof variants / sizeof *variants; i++)
        assert_forms_are_icus(variants[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_catalogue_has_a_header_and_empty_translations),
        TEST(translations_comments_and_flags_are_kept),
        TEST(changed_english_goes_fuzzy_with_the_earlier_text),
        TEST(english_that_changes_again_keeps_the_text_that_was_translated),
        TEST(a_changed_block_takes_the_nearest_that_vanished_and_another_none),
        TEST(other_fields_lend_nothing),
        TEST(a_header_that_does_not_say_utf_8_says_it_now),
        TEST(a_comment_behind_the_last_text_is_a_comment),
        TEST(of_a_message_that_vanished_any_words_stay_and_comments_alone_do_not),
        TEST(obsolete_messages_stay_and_come_back),
        TEST(what_nobody_translated_leaves_no_trace),
        TEST(machine_drafts_stay_marked),
        TEST(a_text_that_loses_its_plural_keeps_every_form),
        TEST(a_text_that_gains_a_plural_keeps_its_translation),
        TEST(a_catalogue_with_mistakes_is_left_alone),
        cmocka_unit_test(plural_forms_are_those_of_icu_in_every_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
