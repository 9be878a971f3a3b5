#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/prose.h"
#include "content/markdown.h"

struct fixture {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_buf out;
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
    door_buf_release(&fixture->out);
    free(fixture);
    return 0;
}

static const struct door_place start = { "content/pages/x.md", 10, 1 };

static struct door_prose *
parse(struct fixture *fixture, const char *text)
{
    return door_markdown_parse(&fixture->arena, start, text, strlen(text), fixture->diag);
}

static struct door_prose *
parse_inline(struct fixture *fixture, const char *text)
{
    return door_markdown_inline(&fixture->arena, start, text, fixture->diag);
}

/* A tree in one line: body(h2('Bring') p('A ' link<place:x>('hub'))). */
static void
describe(struct door_buf *out, const struct door_prose *prose)
{
    static const char *const names[] = {
        "body", "h", "p", "list", "item", "quote", "rule", "", "em", "strong", "link", "br",
    };
    const struct door_prose *child;

    if (prose->type == DOOR_PROSE_TEXT) {
        door_buf_format(out, "'%s'", prose->text);
        return;
    }
    door_buf_text(out, names[prose->type]);
    if (prose->type == DOOR_PROSE_HEADING || prose->ordered)
        door_buf_format(out, "%d", prose->level);
    if (prose->type == DOOR_PROSE_LIST)
        door_buf_text(out, prose->tight ? " tight" : " loose");
    if (prose->url)
        door_buf_format(out, "<%s>", prose->url);
    if (!prose->children)
        return;
    door_buf_char(out, '(');
    for (child = prose->children; child; child = child->next) {
        describe(out, child);
        if (child->next)
            door_buf_char(out, ' ');
    }
    door_buf_char(out, ')');
}

static const struct {
    const char *text, *tree;
} bodies[] = {
    { "", "body" },
    { "One\nline.", "body(p('One line.'))" },
    { "## Bring\n\nA [hub](place:x)\nand *two* **three**.", "body(h2('Bring') p('A ' link<place:x>('hub') ' and ' "
        "em('two') "
        "' ' strong('three') '.'))" },
    { "- a\n- b\n\n3. c\n\n   d\n", "body(list tight(item(p('a')) item(p('b'))) list3 loose(item(p('c') p('d'))))" },
    { "> said\n> she\n\n---\n\nend\\\nhere", "body(quote(p('said she')) rule p('end' br 'here'))" },
    { "a  \nb", "body(p('a' br 'b'))" },
    { "Fish &amp; chips\\*", "body(p('Fish & chips*'))" },
    { "*a *b* c* and _d_**e**", "body(p(em('a b c') ' and ' em('d') strong('e')))" },
    { "*a*_b_", "body(p(em('ab')))" },
    { "<https://a.example/x>", "body(p(link<https://a.example/x>('https://a.example/x')))" },
    { "&#32;&#10; x\ty  z &#32;", "body(p('x y z'))" },
    { "&#32;", "body" },
    { "## a\n### b\n## c", "body(h2('a') h3('b') h2('c'))" },
    { "a | b\nc | d", "body(p('a | b c | d'))" },
};

static void
bodies_become_trees(void **state)
{
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct door_prose *body = parse(fixture, bodies[i].text);

        assert_non_null(body);
        door_buf_clear(&fixture->out);
        describe(&fixture->out, body);
        assert_string_equal(door_buf_string(&fixture->out), bodies[i].tree);
    }
}

static const struct {
    const char *text;
    int line, column;
    const char *id, *message, *hint;
} mistakes[] = {
    { "# Title", 10, 1, "markdown-heading-1", "a heading of level 1", "Begin with ##; the page's own heading is the "
        "name." },
    { "Title\n===", 10, 1, "markdown-heading-1", "a heading of level 1",
        "Begin with ##; the page's own heading is the name." },
    { "### Deep", 10, 1, "markdown-heading-skip", "the first heading is of level 3", "Begin it with ##." },
    { "## a\n\n#### b", 12, 1, "markdown-heading-skip", "a heading of level 4 below one of level 2", "Begin it with "
        "###." },
    { "##", 10, 1, "markdown-heading-empty", "a heading without words",
        "Write the heading behind the #, or take the line away." },
    { "x\n\n<div>y</div>", 12, 1, "markdown-html", "HTML in the text",
        "Write it in Markdown; put a backslash before a < that is meant as itself." },
    { "caf\xC3\xA9 <b>y", 10, 6, "markdown-html", "HTML in the text",
        "Write it in Markdown; put a backslash before a < that is meant as itself." },
    { "<!-- c -->", 10, 1, "markdown-html", "HTML in the text",
        "Write it in Markdown; put a backslash before a < that is meant as itself." },
    { "see ![x](media/x.svg)", 10, 5, "markdown-image", "a picture in the text",
        "Use the image field: image: {file: media/name.jpg, alt: What it shows}." },
    { "a `b`", 10, 4, "markdown-code", "text between backticks", "Take the backticks (`) away." },
    { "    b", 10, 5, "markdown-code", "a block of code",
        "Begin the line at the left: four spaces or ``` in front of text make it code." },
    { "```\nb\n```", 10, 1, "markdown-code", "a block of code",
        "Begin the line at the left: four spaces or ``` in front of text make it code." },
    { "| a | b |\n|---|:-:|\n| 1 | 2 |", 10, 1, "markdown-table", "a table",
        "Write a list instead: tables do not fit phones and are hard to hear read out." },
    { "a [](place:x)", 10, 3, "markdown-link-text", "a link has no text",
        "Write what the link leads to between [ and ]." },
    { "x\n  y [*Click here*.](place:x)", 11, 5, "markdown-link-text", "\"Click here\" does not say where the link "
        "leads",
        "Make the name of what it opens the link: [Baby massage](service:baby-massage)." },
    { "x [the hub <https://a.example>](place:x)", 10, 12, "markdown-link-text",
        "a link inside the words of another link", "Take one of them out of the other's [ ]." },
    { "x [b](page:**\\!)**\\!", 10, 17, "markdown-stars", "the stars or brackets among these words could be marks",
        "Say it without them." },
    { "a ****b***b**b***", 10, 3, "markdown-stars", "bold and italic words run into each other here",
        "Put the stars around whole words, with a space between bold and italic ones." },
    { "[hub](javascript:alert)", 10, 1, "link-scheme", "a link may not lead to \"javascript:\"",
        "Use https:, mailto:, tel:, or an entry such as service:baby-massage." },
    { "[hub](DATA:x)", 10, 1, "link-scheme", "a link may not lead to \"DATA:\"",
        "Use https:, mailto:, tel:, or an entry such as service:baby-massage." },
    { "[hub](plaice:x)", 10, 1, "link-scheme", "a link may not lead to \"plaice:\"", "did you mean \"place:\"?" },
    { "[hub](java&#9;script:x)", 10, 1, "link-url", "a link's address has a space in it",
        "Take the spaces out: [01632 960 100](tel:01632960100)." },
    { "[hub]()", 10, 1, "link-url", "a link leads nowhere",
        "Write an address or an entry between ( and ), such as service:baby-massage." },
    { "a &#x202E; b", 10, 1, "text-bidi", "an invisible mark that turns the direction of text",
        "Delete it, and type the words around it again." },
    { "a&#1;", 10, 1, "text-control", "an invisible control character (01)",
        "Delete it, and type the words around it again." },
};

static void
what_families_cannot_use_is_refused_with_its_place(void **state)
{
    struct fixture *fixture = *state;
    size_t i, count;

    for (i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct door_problem *problem;

        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
        assert_null(parse(fixture, mistakes[i].text));
        problem = door_diag_problems(fixture->diag, &count);
        if (count != 1)
            door_diag_print(fixture->diag, stderr, false);
        assert_int_equal(count, 1);
        assert_string_equal(problem->message, mistakes[i].message);
        assert_string_equal(problem->hint, mistakes[i].hint);
        assert_string_equal(problem->id, mistakes[i].id);
        assert_int_equal(problem->place.line, mistakes[i].line);
        if (strcmp(mistakes[i].id, "text-bidi") && strcmp(mistakes[i].id, "text-control"))
            assert_int_equal(problem->place.column, mistakes[i].column);
    }
}

static void
all_mistakes_are_told_at_once(void **state)
{
    struct fixture *fixture = *state;

    assert_null(parse(fixture, "# a\n\n`b` <i>\n\n[here](x:y)"));
    assert_int_equal(door_diag_errors(fixture->diag), 5);
}

static void
an_unsafe_address_is_a_warning(void **state)
{
    struct fixture *fixture = *state;

    assert_non_null(parse(fixture, "[hub](http://a.example) [t](tel:01632960100) [m](mailto:a@b.example) [p](page:x)"));
    assert_int_equal(door_diag_errors(fixture->diag), 0);
    assert_int_equal(door_diag_warnings(fixture->diag), 1);
}

static void
pieces_remember_where_they_stand(void **state)
{
    struct fixture *fixture = *state;
    struct door_prose *body = parse(fixture, "one\n\n> caf\xC3\xA9 [a](place:x)\n> b [c](place:y)\n");
    struct door_prose *quoted = body->children->next->children, *first, *second;

    assert_int_equal(quoted->line, 12);
    assert_int_equal(quoted->column, 3);
    first = quoted->children->next;
    second = first->next->next;
    assert_int_equal(first->column, 8);
    assert_int_equal(second->line, 13);
    assert_int_equal(second->column, 5);
}

/* Counting columns from the start of the line for each link would take minutes. */
static void
a_line_of_20000_links_is_read_at_once(void **state)
{
    struct fixture *fixture = *state;
    const struct door_prose *node;
    struct door_buf text = { 0 };
    int i, column = 0;

    for (i = 0; i < 20000; i++)
        door_buf_text(&text, "\xC3\xA9 *[b](page:x)* ");
    for (node = parse(fixture, text.data)->children->children; node; node = node->next)
        column = node->column;
    assert_int_equal(column, 19999 * 16 + 3);
    door_buf_release(&text);
}

static void
nesting_has_an_end(void **state)
{
    struct fixture *fixture = *state;
    struct door_buf text = { 0 };
    int i;

    for (i = 0; i < 5000; i++)
        door_buf_text(&text, "> ");
    door_buf_text(&text, "x");
    assert_null(parse(fixture, text.data));
    door_buf_clear(&text);
    for (i = 0; i < 5000; i++)
        door_buf_text(&text, i % 2 ? "*a " : "**b ");
    for (i = 5000; i-- > 0; )
        door_buf_text(&text, i % 2 ? "c*" : "d**");
    assert_null(parse(fixture, text.data));
    door_buf_release(&text);
}

static const char *const not_inline[] = { "", " ", "a\n\nb", "# a", "- a", "> a", "---", "1. a", "[x]: y:z" };

static void
words_of_a_leaf_are_one_paragraph(void **state)
{
    struct fixture *fixture = *state;
    size_t i, count;

    assert_non_null(parse_inline(fixture, "a *b*\nc"));
    for (i = 0; i < sizeof not_inline / sizeof *not_inline; i++) {
        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
        assert_null(parse_inline(fixture, not_inline[i]));
        assert_string_equal(door_diag_problems(fixture->diag, &count)->id, "po-markdown");
        assert_int_equal(count, 1);
    }
    assert_null(parse_inline(fixture, "<script>x</script>"));
}

/* --- marks that do nothing --- */

static const struct {
    const char *text, *id, *hint;
    int line, column;
} marks[] = {
    { "A [x] (place:y) b", "markdown-link", "Write [x](place:y), without", 10, 5 },
    { "[x](place: y)", "markdown-link", "Write [x](place:y), without", 10, 3 },
    { "[a b](https://x.org/a b)", "markdown-link", "Write [a b](https://x.org/a%20b), without", 10, 5 },
    { "(our hub)[place:y]", "markdown-link", "Write [our hub](place:y), without", 10, 9 },
    { "See [a](https://x.org and more", "markdown-link", "Write [a](https://x.org), without", 10, 7 },
    { "[a hub][place-y]", "markdown-marks", "Write where", 10, 7 },
    { "a ** b", "markdown-marks", "Bold words", 10, 3 },
    { "> a\n> b\n> c ** d ** e", "markdown-marks", "Bold words", 12, 5 },
    { "\xC3\xA9 \\** **", "markdown-marks", "Bold words", 10, 7 },
    { "##Opening hours", "markdown-space", "Write \"## Opening hours\"", 10, 1 },
    { "#Opening", "markdown-space", "Write \"## Opening\"", 10, 1 },
    { "Bring\n-nappies", "markdown-space", "Write \"- nappies\"", 11, 1 },
    { "> a\n> 1.two", "markdown-space", "Write \"1. two\"", 11, 3 },
    { "- \xE2\x80\xA2 one", "markdown-bullet", "Begin each item with a hyphen and a space: \"- one\".", 10, 3 },
    { "&bull; one", "markdown-bullet", "Begin each item", 10, 1 },
    { "\xE2\x80\x93 one", "markdown-bullet", "Begin each item", 10, 1 },
    { "Some words\n---", "markdown-underline", "Leave an empty line", 10, 1 },
};

static void
marks_that_do_nothing_are_told_with_what_was_meant(void **state)
{
    struct fixture *fixture = *state;
    size_t i, count;

    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        const struct door_problem *problem;

        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
        assert_null(parse(fixture, marks[i].text));
        problem = door_diag_problems(fixture->diag, &count);
        assert_int_equal(count, 1);
        assert_string_equal(problem->id, marks[i].id);
        assert_ptr_equal(strstr(problem->hint, marks[i].hint), problem->hint);
        assert_int_equal(problem->place.line, marks[i].line);
        assert_int_equal(problem->place.column, marks[i].column);
    }
}

/* Where each of them is told: "line:column line:column". */
static const struct {
    const char *text, *places;
} several[] = {
    { "[a](place: a) and [b](place: b)", "10:3 10:21" },
    { "[a](place: a)\nand [a](place: a)", "10:3 11:7" },
    { "[a] (place:a), [b] (place:b) and [c](place: c)", "10:3 10:18 10:36" },
    { "(a)[place:a] or (b)[place:b]", "10:3 10:19" },
    { "[a][b] [c][d]", "10:3 10:10" },
    { "see [^1] and\n[^2]", "10:5 11:1" },
    { "a ** b ** c ** d", "10:3 10:13" },
    { "It is ** free\nand ** open ~~ all day ~~", "10:7 11:13" },
    { "a ** b *c* ** d", "10:3" },
    { "##One\n##Two\n-three", "10:1 11:1 12:1" },
    { "\xE2\x80\xA2 one\n\xE2\x80\xA2 two\n\xE2\x80\xA2 three [a](place: b)", "10:1 11:1 12:1 12:11" },
    { "&bull; one\\\n&bull; two", "10:1 10:1" },
    { "\\*\\* and [a](place\\: b) ** c", "10:25" },
};

static void
each_mark_that_does_nothing_is_told_where_it_stands(void **state)
{
    struct fixture *fixture = *state;
    struct door_buf places = { 0 };
    size_t i, j, count;

    for (i = 0; i < sizeof several / sizeof *several; i++) {
        const struct door_problem *problems;

        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
        assert_null(parse(fixture, several[i].text));
        problems = door_diag_problems(fixture->diag, &count);
        door_buf_clear(&places);
        for (j = 0; j < count; j++)
            door_buf_format(&places, "%s%d:%d", j ? " " : "", problems[j].place.line, problems[j].place.column);
        assert_string_equal(door_buf_string(&places), several[i].places);
    }
    door_buf_release(&places);
}

static void
among_very_many_marks_the_first_ten_are_told(void **state)
{
    struct fixture *fixture = *state;
    struct door_buf text = { 0 };
    size_t i, count;

    for (i = 0; i < 1000; i++)
        door_buf_text(&text, "[a](place: b) ** ");
    assert_null(parse(fixture, text.data));
    door_diag_problems(fixture->diag, &count);
    assert_int_equal(count, 10);
    door_buf_release(&text);
}

static void
marks_that_are_meant_as_they_stand_are_left_alone(void **state)
{
    static const char *const texts[] = {
        "\\[x\\](a b) and [a hub](place:x)", "\\*\\*", "Tea #free", "\\#Free", "\\-one", "-5 degrees", "2.30pm or later",
        "It was wet\n\xE2\x80\x93 all day", "[sic] (see below)", "a\n\n---\n\nb", "~\\~",
    };
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_non_null(parse(fixture, texts[i]));
}

/* --- addresses --- */

static void
addresses_that_cannot_lead_anywhere_are_refused(void **state)
{
    static const char *const addresses[] = {
        "tel:call", "tel:", "sms:now", "mailto:families", "mailto:@x.org", "https:x.org", "https://", "https://x",
        "http:/x.org",
    };
    static const char *const good[] = {
        "tel:+44-1632-960100", "tel:999", "sms:07700900123", "mailto:a@x.org?subject=b", "https://x.org?a", "https://x.org:8/a",
    };
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < sizeof addresses / sizeof *addresses; i++)
        assert_null(parse(fixture, door_arena_format(&fixture->arena, "[a hub](%s)", addresses[i])));
    for (i = 0; i < sizeof good / sizeof *good; i++)
        assert_non_null(parse(fixture, door_arena_format(&fixture->arena, "[a hub](%s)", good[i])));
}

/* --- reading back what base/prose.c writes --- */

static const struct {
    const char *text, *written;
} written[] = {
    { "One\nline *with* __words__.", "One line *with* **words**." },
    { "a [hub](place:x) <https://a.example/b_c>", "a [hub](place:x) [https://a.example/b\\_c](https://a.example/b_c)" },
    { "1\\. a - b # c 2*3_4", "1\\. a - b # c 2\\*3\\_4" },
    { "\\- a\\\n\\# b", "\\- a\\\n\\# b" },
    { "5 &lt; 6 &amp;amp; &lt;b>", "5 < 6 \\&amp; \\<b>" },
    { "Yes\\![hub](place:x)!", "Yes\\![hub](place:x)!" },
    { "**_a_** ***b***", "**_a_** ***b***" },
    { "[a](https://x.example/\\)b\\\\)", "[a](https://x.example/\\)b\\\\)" },
    { "[a](page:a&\\#9;b)", "[a](page:a&amp;#9;b)" },
    { "&eacute;*\"a\"*&eacute;", "&#233;*\"a\"*&#233;" },
    { "*&nbsp;a*", "*&#160;a*" },
};

static void
leaf_blocks_are_written_as_one_line_of_markdown(void **state)
{
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < sizeof written / sizeof *written; i++) {
        struct door_prose *leaf = parse_inline(fixture, written[i].text);

        assert_non_null(leaf);
        door_buf_clear(&fixture->out);
        door_prose_write_markdown(&fixture->out, leaf);
        assert_string_equal(door_buf_string(&fixture->out), written[i].written);
    }
}

static const char *const bits[] = {
    " ", "*", "**", "_", "a", "b", "[", "](x:y)", "](place:x)", "](https://a.example/\\()", "!", "<", "&#32;",
        "&amp;", "#",
    "1.", "-", "\\", "`", "\n", "\"", "(", ")", "~", "\xC3\xA9", "&eacute;", "&nbsp;", "  \n", ".", "+", "=", "|",
        ">", "&",
};

static void
assert_reads_back(struct fixture *fixture, const char *text)
{
    struct door_prose *leaf = parse_inline(fixture, text), *again;
    char *first;

    if (!leaf)
        return;
    door_buf_clear(&fixture->out);
    describe(&fixture->out, leaf);
    first = door_arena_text(&fixture->arena, door_buf_string(&fixture->out));
    door_buf_clear(&fixture->out);
    door_prose_write_markdown(&fixture->out, leaf);
    again = parse_inline(fixture, door_buf_string(&fixture->out));
    if (!again)
        fail_msg("not read back: %s, written as %s", text, door_buf_string(&fixture->out));
    door_buf_clear(&fixture->out);
    describe(&fixture->out, again);
    assert_string_equal(door_buf_string(&fixture->out), first);
}

static void
made_up_lines_read_back_as_they_were(void **state)
{
    struct fixture *fixture = *state;
    uint32_t random = 1;
    struct door_buf text = { 0 };
    int i, j;

    for (i = 0; i < 8000; i++) {
        door_buf_clear(&text);
        for (j = 0; j < 1 + i % 14; j++) {
            random = random * 1664525 + 1013904223;
            door_buf_text(&text, bits[(random >> 16) % (sizeof bits / sizeof *bits)]);
        }
        assert_reads_back(fixture, text.data);
        door_arena_empty(&fixture->arena);
        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
    }
    door_buf_release(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(bodies_become_trees),
        TEST(what_families_cannot_use_is_refused_with_its_place),
        TEST(all_mistakes_are_told_at_once),
        TEST(an_unsafe_address_is_a_warning),
        TEST(pieces_remember_where_they_stand),
        TEST(a_line_of_20000_links_is_read_at_once),
        TEST(nesting_has_an_end),
        TEST(words_of_a_leaf_are_one_paragraph),
        TEST(marks_that_do_nothing_are_told_with_what_was_meant),
        TEST(each_mark_that_does_nothing_is_told_where_it_stands),
        TEST(among_very_many_marks_the_first_ten_are_told),
        TEST(marks_that_are_meant_as_they_stand_are_left_alone),
        TEST(addresses_that_cannot_lead_anywhere_are_refused),
        TEST(leaf_blocks_are_written_as_one_line_of_markdown),
        TEST(made_up_lines_read_back_as_they_were),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
