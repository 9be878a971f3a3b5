#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <gettext-po.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/files.h"
#include "content/po.h"

#define HEADER "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

struct fixture {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_po po;
};

static int
open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    fixture->diag = door_diag_open();
    *state = fixture;
    return 0;
}

static int
close_fixture(void **state)
{
    struct fixture *fixture = *state;

    door_diag_close(fixture->diag);
    door_arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

static bool
parse(struct fixture *fixture, const char *text)
{
    return door_po_parse(&fixture->arena, "x.po", text, strlen(text), &fixture->po, fixture->diag);
}

/* --- equal to libgettextpo --- */

static void
on_error(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
        const char *text)
{
    (void)message, (void)column, (void)multiline;
    if (severity == PO_SEVERITY_WARNING)
        return;
    fprintf(stderr, "%s:%zu: %s\n", file ? file : "", line, text);
    abort();
}

static void
on_error2(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
        const char *text, po_message_t message2, const char *file2, size_t line2, size_t column2, int multiline2,
        const char *text2)
{
    (void)message2, (void)file2, (void)line2, (void)column2, (void)multiline2, (void)text2;
    on_error(severity, message, file, line, column, multiline, text);
}

static void
assert_same_text(const char *ours, const char *theirs)
{
    assert_true(!ours == !theirs);
    if (ours)
        assert_string_equal(ours, theirs);
}

static void
assert_same_message(const struct door_po_message *ours, po_message_t theirs)
{
    size_t i;

    assert_same_text(ours->context, po_message_msgctxt(theirs));
    assert_same_text(ours->id, po_message_msgid(theirs));
    assert_same_text(ours->plural_id, po_message_msgid_plural(theirs));
    assert_same_text(ours->previous_context, po_message_prev_msgctxt(theirs));
    assert_same_text(ours->previous_id, po_message_prev_msgid(theirs));
    assert_same_text(ours->previous_plural_id, po_message_prev_msgid_plural(theirs));
    assert_int_equal(ours->fuzzy, po_message_is_fuzzy(theirs));
    assert_int_equal(ours->obsolete, po_message_is_obsolete(theirs));
    assert_int_equal(ours->machine, strstr(po_message_comments(theirs), "frontdoor: machine\n") != NULL);
    for (i = 0; i < ours->text_count && ours->plural_id; i++)
        assert_same_text(ours->texts[i], po_message_msgstr_plural(theirs, (int)i));
    if (ours->plural_id)
        assert_null(po_message_msgstr_plural(theirs, (int)i));
    else
        assert_same_text(ours->texts[0], po_message_msgstr(theirs));
}

static void
assert_equal_to_gettext(struct fixture *fixture, const char *path)
{
    const struct po_xerror_handler handler = { on_error, on_error2 };
    po_file_t file = po_file_read(path, &handler);
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    po_message_t message;
    size_t size, i = 0;
    const char *bytes = door_file_read(&fixture->arena, path, &size), *header = po_file_domain_header(file, NULL);

    assert_non_null(bytes);
    assert_true(door_po_parse(&fixture->arena, path, bytes, size, &fixture->po, fixture->diag));
    assert_string_equal(fixture->po.header, header ? header : "");
    while ((message = po_next_message(iterator))) {
        if (!po_message_msgid(message)[0] && !po_message_msgctxt(message))
            continue;
        assert_true(i < fixture->po.count);
        assert_same_message(&fixture->po.messages[i++], message);
    }
    assert_int_equal(i, fixture->po.count);
    po_message_iterator_free(iterator);
    po_file_free(file);
}

static const char *const catalogues[] = {
    "",
    HEADER,
    HEADER "msgid \"a\"\nmsgstr \"b\"\n",
    HEADER "# note\n#. extracted\n#: a.c:1 b.c:2\n#, fuzzy, max-length:20\n#| msgid \"old\"\nmsgctxt \"c\"\nmsgid "
        "\"a\"\n"
        "msgstr \"b\"\n",
    HEADER "msgctxt \"\"\nmsgid \"a\"\nmsgstr \"empty context\"\n\nmsgid \"a\"\nmsgstr \"none\"\n",
    HEADER "msgid \"\"\n\"two \"\n\"lines\\n\"\nmsgstr \"\"\n\"za\\t\\\"\\\\\"\n\"\\303\\263 \\x41\"\n",
    HEADER "msgid \"%d day\"\nmsgid_plural \"%d days\"\nmsgstr[0] \"a\"\nmsgstr[1] \"\"\nmsgstr[2] \"c\"\n\"d\"\n",
    HEADER "#, fuzzy\n#| msgctxt \"pc\"\n#| msgid \"\"\n#| \"old \"\n#| \"one\"\n#| msgid_plural \"olds\"\nmsgid "
        "\"a\"\n"
        "msgid_plural \"b\"\nmsgstr[0] \"x\"\n",
    HEADER "#~ msgid \"gone\"\n#~ msgstr \"weg\"\n\n# kept\n#, fuzzy\n#~| msgid \"older\"\n#~ msgctxt \"c\"\n"
        "#~ msgid \"\"\n#~ \"gone\"\n#~ msgstr \"\"\n#~ \"weg\"\n",
    HEADER "msgid \"a\" \"b\"\n   msgstr\t\"c\"\n\"d\"msgid\"e\"msgstr\"f\"\n# tail\n",
    HEADER "# frontdoor: machine\n#, fuzzy\nmsgid \"a\"\nmsgstr \"\xD8\xA7\xD8\xB1\xD8\xAF\xD9\x88\"\n",
    HEADER "#,fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n#, c-format,fuzzy\nmsgid \"c\"\nmsgstr \"d\"\n#, notfuzzy\nmsgid "
        "\"e\"\n"
        "msgstr \"f\"\n",
    "# top\n#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"Language: pl\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
        "#  two spaces\n#nospace\n#\nmsgid \"a\"\nmsgstr \"\"",
    HEADER "msgid \"hex\"\nmsgstr \"\\x0041 \\x41 \\x41\" \"b\"\n",
    HEADER "#, fuzzy\n#, c-format\nmsgid \"the last line of flags counts\"\nmsgstr \"b\"\n",
    HEADER "msgid \"crlf\"\r\nmsgstr \"\"\r\n\"x\"\r\n\r\n# c\r\nmsgid \"b\"\r\nmsgstr \"y\"\r\n",
};

static void
made_up_catalogues_read_as_libgettextpo_reads_them(void **state)
{
    size_t i;

    for (i = 0; i < sizeof catalogues / sizeof *catalogues; i++) {
        char path[] = "/tmp/po_test_XXXXXX";
        int descriptor = mkstemp(path);
        FILE *file = fdopen(descriptor, "w");

        fputs(catalogues[i], file);
        fclose(file);
        assert_equal_to_gettext(*state, path);
        unlink(path);
    }
}

static void
the_catalogues_of_the_project_read_as_libgettextpo_reads_them(void **state)
{
    glob_t found;
    size_t i;

    if (glob("translations/*/*.po", 0, NULL, &found) == 0)
        for (i = 0; i < found.gl_pathc; i++)
            assert_equal_to_gettext(*state, found.gl_pathv[i]);
    globfree(&found);
}

/* --- places and what libgettextpo does not tell --- */

static void
messages_remember_where_they_stand(void **state)
{
    struct fixture *fixture = *state;
    const struct door_po_message *message;

    assert_true(parse(fixture, HEADER "# note\n#, fuzzy\nmsgctxt \"c\"\n  msgid \"a\"\nmsgstr \"b\"\n# tail\n"));
    message = &fixture->po.messages[0];
    assert_int_equal(message->place.line, 7);
    assert_int_equal(message->place.column, 3);
    assert_int_equal(message->text_place.line, 8);
    assert_int_equal(message->comments.size, strlen("# note\n#, fuzzy\n"));
    assert_memory_equal(message->comments.start, "# note\n#, fuzzy\n", message->comments.size);
    assert_memory_equal(fixture->po.tail.start, "# tail\n", fixture->po.tail.size);
}

static void
a_byte_order_mark_is_passed_over(void **state)
{
    struct fixture *fixture = *state;

    assert_true(parse(fixture, "\xEF\xBB\xBF" HEADER "msgid \"a\"\nmsgstr \"b\"\n"));
    assert_int_equal(fixture->po.count, 1);
}

/* --- mistakes --- */

static const struct {
    const char *text;
    int line, column;
    const char *id, *message;
    size_t kept;        /* messages that are read all the same */
} mistakes[] = {
    { "msgid \"a\"\nmsgstr \"b\n\nmsgid \"c\"\nmsgstr \"d\"\n", 2, 8, "po-syntax",
        "a quotation mark that is not closed on its line", 1 },
    { "msgid \"a\"\nmsgstr \"say \"hi\"\"\n", 2, 14, "po-syntax", "text outside the quotation marks", 1 },
    { "msgid \"say \"hi\"\"\nmsgstr \"b\"\n", 1, 13, "po-syntax", "text outside the quotation marks", 0 },
    { "msgid \"a\\q\"\nmsgstr \"b\"\n", 1, 10, "po-syntax", "a backslash before a character that it does not go "
        "with", 0 },
    { "msgid \"a\"\n\nmsgid \"c\"\nmsgstr \"d\"\n", 3, 1, "po-syntax", "no msgstr below msgid", 1 },
    { "msgid \"a\"\n# oh\nmsgstr \"d\"\n\nmsgid \"c\"\nmsgstr \"d\"\n", 2, 1, "po-syntax", "no msgstr below msgid", 1 },
    { "msgstr \"b\"\n", 1, 1, "po-syntax", "no msgid above this line", 0 },
    { "msgctxt \"b\"\nmsgstr \"b\"\n", 2, 1, "po-syntax", "no msgid below msgctxt", 0 },
    { "msgid\nmsgstr \"b\"\n", 1, 1, "po-syntax", "no text behind msgid", 0 },
    { "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", 3, 1, "po-syntax", "this is not msgstr[0]", 0 },
    { "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[2] \"d\"\n", 4, 1, "po-syntax", "this is not "
        "msgstr[1]", 0 },
    { "msgid \"a\"\nmsgstr[0] \"c\"\n", 2, 1, "po-syntax", "no text behind msgstr", 0 },
    { "domain \"a\"\n", 1, 1, "po-syntax", "text outside the quotation marks", 0 },
    { "#~ msgid \"a\"\nmsgstr \"b\"\n", 2, 1, "po-syntax", "no msgstr below msgid", 0 },
    { "#~ msgid \"a\"\n\"b\"\n#~ msgstr \"c\"\n", 2, 1, "po-syntax", "a line without the mark (#~ or #|) of the line "
        "above", 0 },
    { "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n", 3, 1, "po-twice", "this message is in the file "
        "twice", 1 },
    { "msgid \"\"\nmsgstr \"x\"\n\nmsgid \"\"\nmsgstr \"y\"\n", 4, 1, "po-twice", "this message is in the file "
        "twice", 0 },
    { "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-2\\n\"\n", 2, 1, "text-encoding",
        "the header says charset \"ISO-8859-2\"", 0 },
    { "msgid \"a\"\nmsgstr \"b\\0\"\n", 2, 1, "text-encoding", "a byte that is not UTF-8 text (00)", 0 },
    { "msgid \"a\"\nmsgstr \"\\377\"\n", 2, 1, "text-encoding", "a byte that is not UTF-8 text (FF)", 0 },
    { "msgid \"a\"\nmsgstr \"\xC4\xC4\"\n", 2, 9, "text-encoding", "a byte that is not UTF-8 text (C4)", 0 },
};

static void
mistakes_are_told_with_their_place_and_the_rest_is_read(void **state)
{
    struct fixture *fixture = *state;
    size_t i, count;

    for (i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct door_problem *problems;

        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
        assert_false(parse(fixture, mistakes[i].text));
        problems = door_diag_problems(fixture->diag, &count);
        if (count != 1)
            door_diag_print(fixture->diag, stderr, false);
        assert_int_equal(count, 1);
        assert_string_equal(problems[0].message, mistakes[i].message);
        assert_string_equal(problems[0].id, mistakes[i].id);
        assert_int_equal(problems[0].place.line, mistakes[i].line);
        assert_int_equal(problems[0].place.column, mistakes[i].column);
        assert_int_equal(fixture->po.count, mistakes[i].kept);
    }
}

/* Cut anywhere, a catalogue gives an error or fewer messages, never a crash. */
static void
broken_off_catalogues_do_no_harm(void **state)
{
    struct fixture *fixture = *state;
    size_t i, size;

    for (i = 0; i < sizeof catalogues / sizeof *catalogues; i++)
        for (size = 0; size < strlen(catalogues[i]); size++) {
            char *text = door_arena_copy(&fixture->arena, catalogues[i], size);

            door_po_parse(&fixture->arena, "x.po", text, size, &fixture->po, fixture->diag);
            assert_true(fixture->po.count <= 3);
        }
}

/* Counting columns from the start of the line for each string would take minutes. */
static void
a_line_of_300000_strings_is_read_at_once(void **state)
{
    struct fixture *fixture = *state;
    struct door_buf text = { 0 };
    size_t count;
    int i;

    door_buf_text(&text, "msgid \"a\"\nmsgstr ");
    for (i = 0; i < 300000; i++)
        door_buf_text(&text, "\"\xC3\xA9\"");
    door_buf_text(&text, "\"\\q\"");
    assert_false(parse(fixture, text.data));
    assert_int_equal(door_diag_problems(fixture->diag, &count)->place.column, 7 + 900000 + 3);
    door_buf_release(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(made_up_catalogues_read_as_libgettextpo_reads_them),
        TEST(the_catalogues_of_the_project_read_as_libgettextpo_reads_them),
        TEST(messages_remember_where_they_stand),
        TEST(a_byte_order_mark_is_passed_over),
        TEST(mistakes_are_told_with_their_place_and_the_rest_is_read),
        TEST(broken_off_catalogues_do_no_harm),
        TEST(a_line_of_300000_strings_is_read_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
