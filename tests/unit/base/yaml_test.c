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
#include "base/yaml.h"

struct fixture {
    struct door_arena arena;
    struct door_diag *diag;
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

static const struct door_node *
parse(struct fixture *fixture, const char *text)
{
    return door_yaml_parse(&fixture->arena, "x.yaml", text, strlen(text), 0, fixture->diag);
}

static void
values_are_text_with_their_places(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "no: 09:30\nl:\n  - caf\xC3\xA9\n  - {a: b}\n";
    const struct door_node *map = door_yaml_parse(&fixture->arena, "x.md", text, strlen(text), 1, fixture->diag), *list;

    assert_non_null(map);
    assert_int_equal(map->type, DOOR_NODE_MAP);
    assert_string_equal(door_node_find(map, "no")->text, "09:30");
    assert_int_equal(door_node_find(map, "no")->place.line, 2);
    assert_int_equal(door_node_find(map, "no")->place.column, 5);
    list = door_node_find(map, "l");
    assert_int_equal(list->type, DOOR_NODE_LIST);
    assert_false(list->flow);
    assert_string_equal(list->children->text, "caf\xC3\xA9");
    assert_true(list->children->next->flow);
    assert_int_equal(list->children->next->children->key_line, 5);
    assert_int_equal(list->children->next->children->key_column, 6);
    assert_null(door_node_find(map, "yes"));
}

static void
a_short_text_that_several_files_say_is_kept_once(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "day: Tuesday\nnote: words that no other file is likely to say\n";
    struct door_yaml_known known = { 0 };
    const struct door_node *maps[2];
    size_t i;

    for (i = 0; i < 2; i++)
        maps[i] = door_yaml_parse_apart(&fixture->arena, &fixture->arena, &known, "x.yaml", text, strlen(text), 0,
                fixture->diag);
    door_arena_release(&known.arena);
    assert_string_equal(maps[1]->children->key, "day");
    assert_string_equal(maps[1]->children->text, "Tuesday");
    assert_ptr_equal(maps[0]->children->key, maps[1]->children->key);
    assert_ptr_equal(maps[0]->children->text, maps[1]->children->text);
    assert_string_equal(maps[1]->children->next->text, maps[0]->children->next->text);
    assert_ptr_not_equal(maps[0]->children->next->text, maps[1]->children->next->text);
}

static void
quotes_and_comments_are_remembered(void **state)
{
    struct fixture *fixture = *state;
    const struct door_node *map = parse(fixture, "a: Room #2\nb: 'Room #2' # c\nc: Room#2\nd: \"\"\ne: # c\nf: x\n# c\n"
            "g: \xC3\xA9\xC3\xA9 # c\nh: [x, y] # c\n");

    assert_non_null(map);
    assert_string_equal(door_node_find(map, "a")->text, "Room");
    assert_true(door_node_find(map, "a")->comment);
    assert_string_equal(door_node_find(map, "b")->text, "Room #2");
    assert_true(door_node_find(map, "b")->quoted);
    assert_false(door_node_find(map, "b")->comment);
    assert_false(door_node_find(map, "c")->comment);
    assert_true(door_node_find(map, "d")->quoted);
    assert_true(door_node_find(map, "e")->comment);
    assert_false(door_node_find(map, "f")->comment);
    assert_true(door_node_find(map, "g")->comment);
    assert_false(door_node_find(map, "h")->children->comment);
}

static void
an_empty_document_is_an_empty_map(void **state)
{
    struct fixture *fixture = *state;

    assert_int_equal(parse(fixture, "")->type, DOOR_NODE_MAP);
    assert_int_equal(parse(fixture, "# only a comment\n")->type, DOOR_NODE_MAP);
    assert_int_equal(door_diag_errors(fixture->diag), 0);
}

static const struct {
    const char *text, *problem;
} mistakes[] = {
    { "name: Play: stay and chat", "1:11 a second colon in the line [yaml-colon] "
        "Put the whole value in quotes: name: \"Play: stay and chat\"" },
    { "d: -\n", "1:4 a value that is only \"-\" [yaml-start] Write the value, or take the line out until it is known." },
    { "l:\n  - name: Play: now\n", "2:15 a second colon in the line [yaml-colon] "
        "Put the whole value in quotes: - name: \"Play: now\"" },
    { "name: @home", "1:7 a value may not begin with @ [yaml-start] Put the whole value in quotes: name: \"@home\"" },
    { "name: `x`", "1:7 a value may not begin with ` [yaml-start] Put the whole value in quotes: name: \"`x`\"" },
    { "name: %x", "1:7 a value may not begin with % [yaml-start] Put the whole value in quotes: name: \"%x\"" },
    { "name: *star", "1:7 a value may not begin with * [yaml-start] Put the whole value in quotes: name: \"*star\"" },
    { "name: &star x", "1:7 a value may not begin with & [yaml-start] Put the whole value in quotes: name: \"&star "
        "x\"" },
    { "name: !!str x", "1:7 a value may not begin with ! [yaml-start] Put the whole value in quotes: name: \"!!str "
        "x\"" },
    { "name: | x", "1:7 a value may not begin with | [yaml-start] Put the whole value in quotes: name: \"| x\"" },
    { "name: > x", "1:7 a value may not begin with > [yaml-start] Put the whole value in quotes: name: \"> x\"" },
    { "name: - x", "1:7 a value may not begin with a hyphen [yaml-start] Take the hyphen out: name: x" },
    { "name: - x: y", "1:7 a value may not begin with a hyphen [yaml-start] Take the hyphen out: name: \"x: y\"" },
    { "name: ?", "1:7 a value that is only \"?\" [yaml-start] Write the value, or take the line out until it is known." },
    { "name: [new] Play", "1:12 text behind the closing bracket [yaml-bracket] "
        "Put the whole value in quotes: name: \"[new] Play\"" },
    { "name: {new} Play", "1:12 text behind the closing bracket [yaml-bracket] "
        "Put the whole value in quotes: name: \"{new} Play\"" },
    { "a: [x, y\nb: 1", "1:4 a [ that is not closed [yaml-bracket] "
        "Close it: [x, y]" },
    { "a: [x,\n  y\nb: 1", "1:4 a [ that is not closed [yaml-bracket] "
        "Close it; and put values that hold a comma, a colon or a bracket in quotes." },
    { "a: {b: [x, y}\nb: 1", "1:4 a { that is not closed [yaml-bracket] "
        "Close it; and put values that hold a comma, a colon or a bracket in quotes." },
    { "a: {b: [x, y\nb: 1", "1:4 a { that is not closed [yaml-bracket] Close it: {b: [x, y]}" },
    { "name; Baby\nb: 1", "1:5 a \";\" where the colon belongs [yaml-key] Write: name: Baby" },
    { "a: 1\n\tb: 2", "2:1 a tab at the beginning of the line [yaml-tab] "
        "Use spaces, as many as the lines beside it have." },
    { "name: \xE2\x80\x9CPlay\xE2\x80\x9D", "1:7 curly quotes around a value [yaml-curly] "
        "Put the whole value in quotes: name: \"Play\"" },
    { "name: \xE2\x80\x98Play\xE2\x80\x99", "1:7 curly quotes around a value [yaml-curly] "
        "Put the whole value in quotes: name: \"Play\"" },
    { "name: 'Dad's group'", "1:11 an apostrophe inside '...' [yaml-quote] "
        "Put the whole value in quotes: name: \"Dad's group\"" },
    { "name: \"Say \"hi\"\"", "1:12 a quotation mark inside \"...\" [yaml-quote] "
        "Put the whole value in quotes: name: 'Say \"hi\"'" },
    { "name: \"Dads\" it's", "1:13 text behind the closing quotation mark [yaml-quote] "
        "Put the whole value in quotes: name: \"\\\"Dads\\\" it's\"" },
    { "name: \"Play\nb: 1\n", "1:7 a quotation mark that is not closed [yaml-quote] "
        "Put the whole value in quotes: name: \"Play\"" },
    { "name:Baby", "1:5 no space behind the colon [yaml-space] Write: name: Baby" },
    { "a: 1\nname:Baby\nb: 2", "2:5 no space behind the colon [yaml-space] Write: name: Baby" },
    { "a: 1\nHello\n", "2:1 a line without a field [yaml-key] "
        "Write \"field: value\"; a text that goes on from the line above is indented." },
    { "a:\n  - b: x\n  c: y\n", "3:1 this line does not fit the ones above it [yaml-key] "
        "Begin it with 4 spaces, so that it stands below \"b\"; a text that goes on from there needs quotes." },
    { "a: x\n  b: y\n", "2:1 this line does not fit the ones above it [yaml-key] "
        "Begin it without spaces, as the line above; a text that goes on from there needs quotes." },
    { "  a: x\nb: y\n", "2:1 this line does not fit the ones above it [yaml-key] "
        "Begin it with as many spaces as the lines that it belongs with." },
    { "name = Baby\nb: 1\n", "1:6 a \"=\" where the colon belongs [yaml-key] Write: name: Baby" },
    { "name: ? Play", "1:7 a value may not begin with ? [yaml-start] Put the whole value in quotes: name: \"? Play\"" },
    { "l:\n  -role: x\n    phone: 1\n", "2:3 no space behind the hyphen [yaml-dash] Write: - role: x" },
    { "l:\n  \xE2\x80\x93 role: x\n    phone: 1\n", "2:3 a long dash in front of an item of a list [yaml-dash] "
        "Write: - role: x" },
    { "a: \"C:\\Users\"", "1:7 a backslash inside \"...\" [yaml-quote] "
        "Put the whole value in quotes: a: 'C:\\Users'" },
    { "a: {b: 1}}", "1:10 a bracket more than was opened [yaml-bracket] Take the last one out." },
    { "a: {b: 1 c: 2}", "1:11 a comma is missing before this [yaml-comma] "
        "Write: a: {b: 1, c: 2}" },
    { "a: {lat: 54.25; long: -1.25}", "1:21 a comma is missing before this [yaml-comma] "
        "Write: a: {lat: 54.25, long: -1.25}" },
    { "a: {b: 1 2: 3}", "1:11 a comma is missing before this [yaml-comma] "
        "Write {from: birth, to: 5 years}; a value that holds a comma, a colon or a bracket goes in quotes." },
    { "a: {b:1, c:2}", "1:5 no space behind the colon of \"b:1\" [yaml-space] "
        "Inside { } write field: value, with commas between them." },
    { "a: {name: Play, stay and chat, b: 1}", "1:17 a comma ends a value here [yaml-comma] "
        "Put the whole value in quotes: name: \"Play, stay and chat\"" },
    { "a: {x, b: 1}", "1:5 \"x\" has no colon behind it [yaml-comma] "
        "Inside { } write field: value, with commas between them." },
    { "a: [Play: stay, b]", "1:5 a colon inside [ ] [yaml-colon] "
        "Fields stand in { }; a text that holds a colon goes in quotes: [\"Play: stay\", chat]." },
    { "a: 1\nb: 2\na: 3\n", "3:1 \"a\" is written twice [key-twice] It is already on line 1; keep one of them." },
    { "a: 1\n---\nb: 2\n", "3:1 a second document in one file [yaml] "
        "Only one \"---\" may begin and one may end the front matter." },
    { "a: \"\\u202E\"", "1:4 an invisible mark that turns the direction of text [text-bidi] "
        "Delete it, and type the words around it again." },
    { "\"a\\e\": x", "1:1 an invisible control character (1B) [text-control] "
        "Delete it, and type the words around it again." },
    { "a: \"x\\0y\"", "1:4 a byte that is not UTF-8 text (00) [text-encoding] "
        "Save the file as UTF-8 (in Word: \"Plain text\", then UTF-8)." },
};

static void
mistakes_are_told_in_the_editors_words(void **state)
{
    struct fixture *fixture = *state;
    size_t i, count;

    for (i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct door_problem *problem;

        door_diag_close(fixture->diag);
        fixture->diag = door_diag_open();
        parse(fixture, mistakes[i].text);
        problem = door_diag_problems(fixture->diag, &count);
        if (count != 1)
            door_diag_print(fixture->diag, stderr, false);
        assert_int_equal(count, 1);
        assert_string_equal(door_arena_format(&fixture->arena, "%d:%d %s [%s] %s", problem->place.line,
                problem->place.column, problem->message, problem->id, problem->hint), mistakes[i].problem);
    }
}

/* A line whose meaning is clear is read as it was meant, so that what stands below it is judged too. */
static void
what_else_is_wrong_in_a_file_is_told_at_once(void **state)
{
    static const char text[] = "name: Play: stay\nsummary:Chat\nlist:\n-a\n- name: b\n   role: c\nlast: *star\n";
    static const int lines[] = { 1, 2, 4, 6, 7 };
    struct fixture *fixture = *state;
    const struct door_node *map = parse(fixture, text);
    size_t count, i;
    const struct door_problem *problems = door_diag_problems(fixture->diag, &count);

    assert_non_null(map);
    assert_string_equal(door_node_find(map, "name")->text, "Play: stay");
    assert_string_equal(door_node_find(map, "summary")->text, "Chat");
    assert_string_equal(door_node_find(map, "list")->children->text, "a");
    assert_string_equal(door_node_find(door_node_find(map, "list")->children->next, "role")->text, "c");
    assert_string_equal(door_node_find(map, "last")->text, "*star");
    assert_int_equal(count, 5);
    for (i = 0; i < count; i++)
        assert_int_equal(problems[i].place.line, lines[i]);
}

static void
brackets_commas_and_tabs_hide_no_later_mistake(void **state)
{
    static const char text[] = "a: {b: [x, y\nc: {lat: 1 long: 2}\nl:\n\t- m: 1\n\t  n: 2\no; p\nlast: *star\n";
    static const int lines[] = { 1, 2, 4, 5, 6, 7 };
    struct fixture *fixture = *state;
    const struct door_node *map = parse(fixture, text), *item;
    size_t count, i;
    const struct door_problem *problems = door_diag_problems(fixture->diag, &count);

    assert_non_null(map);
    assert_int_equal(count, sizeof lines / sizeof *lines);
    for (i = 0; i < count; i++)
        assert_int_equal(problems[i].place.line, lines[i]);
    assert_string_equal(door_node_find(door_node_find(map, "a"), "b")->children->next->text, "y");
    assert_string_equal(door_node_find(door_node_find(map, "c"), "long")->text, "2");
    item = door_node_find(map, "l")->children;
    assert_string_equal(door_node_find(item, "n")->text, "2");
    assert_string_equal(door_node_find(map, "o")->text, "p");
}

static void
where_the_meaning_is_a_guess_nothing_more_is_read(void **state)
{
    static const char *const texts[] = { "a: [b,\nc: d: e\n", "a: b\nHello\nc: d: e\n" };
    struct fixture *fixture = *state;
    struct door_buf many = { 0 };
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(parse(fixture, texts[i]));
    for (i = 0; i < 30; i++)
        door_buf_format(&many, "a%zu: b: c\n", i);
    door_diag_close(fixture->diag);
    fixture->diag = door_diag_open();
    assert_null(parse(fixture, many.data));
    assert_int_equal(door_diag_errors(fixture->diag), 21);
    door_buf_release(&many);
}

static const char *const fine[] = {
    "a: |\n  Play: stay: chat\n  # not a heading\nb: >-\n  x\n", "a: https://a.example/b#c\nb: place:x\nc: 9:30am\n",
    "a: 'it''s'\nb: \"say \\\"hi\\\"\" # c\n", "a: {b: [c, d], e: {f: g}}\n", "- a\n- b: c\n  d: e\n", "a: [\n  b,\n "
        " c\n]\n",
    "a: It's \"fine\", (really) & all!\n", "a:\n  - b\nc: -5\n", "a: \xE2\x80\x9CYes\xE2\x80\x9D, she said\n",
    "---\na: b\n", "a: {b: }\nc: {d: , e: f}\n",
};

static void
what_only_looks_odd_is_fine(void **state)
{
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < sizeof fine / sizeof *fine; i++) {
        if (!parse(fixture, fine[i])) {
            door_diag_print(fixture->diag, stderr, false);
            fail_msg("refused: %s", fine[i]);
        }
    }
    assert_int_equal(door_diag_errors(fixture->diag), 0);
}

static void
nesting_has_an_end(void **state)
{
    struct fixture *fixture = *state;
    struct door_buf text = { 0 };
    size_t count;
    int i;

    for (i = 0; i < 500; i++)
        door_buf_char(&text, '[');
    assert_null(parse(fixture, text.data));
    assert_string_equal(door_diag_problems(fixture->diag, &count)->id, "yaml-deep");
    assert_int_equal(count, 1);
    door_buf_release(&text);
}

/* The last of many keys stands for one in front of it; *line is that of the message. */
static void
parse_many(struct fixture *fixture, int many, int again, int *line)
{
    struct door_buf text = { 0 };
    char expected[80];
    size_t count;
    int i;

    for (i = 1; i < many; i++)
        door_buf_format(&text, "k%d: v # c\n", i);
    door_buf_format(&text, "k%d: v\n", again);
    assert_non_null(parse(fixture, text.data));
    snprintf(expected, sizeof expected, "It is already on line %d; keep one of them.", again);
    assert_string_equal(door_diag_problems(fixture->diag, &count)->hint, expected);
    assert_int_equal(count, 1);
    *line = door_diag_problems(fixture->diag, &count)->place.line;
    door_buf_release(&text);
}

static void
a_key_that_is_written_twice_is_told_among_100000(void **state)
{
    int line;

    parse_many(*state, 100000, 50, &line);
    assert_int_equal(line, 100000);
}

static void
a_key_that_is_written_twice_is_told_among_few(void **state)
{
    int line;

    parse_many(*state, 32, 1, &line);
    assert_int_equal(line, 32);
}

/* Walks that begin at the start of the line for each value would take minutes. */
static void
a_line_of_100000_values_is_read_at_once(void **state)
{
    struct fixture *fixture = *state;
    struct door_buf text = { 0 };
    const struct door_node *node;
    int i, comments = 0;

    door_buf_text(&text, "l: [");
    for (i = 0; i < 100000; i++)
        door_buf_text(&text, "{a: b}, \xC3\xA9, ");
    door_buf_text(&text, "]\nm: x # c\n");
    node = parse(fixture, text.data);
    assert_non_null(node);
    assert_true(door_node_find(node, "m")->comment);
    for (node = door_node_find(node, "l")->children; node; node = node->next)
        comments += node->comment;
    assert_int_equal(comments, 0);
    door_buf_release(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(values_are_text_with_their_places),
        TEST(a_short_text_that_several_files_say_is_kept_once),
        TEST(quotes_and_comments_are_remembered),
        TEST(an_empty_document_is_an_empty_map),
        TEST(mistakes_are_told_in_the_editors_words),
        TEST(what_else_is_wrong_in_a_file_is_told_at_once),
        TEST(brackets_commas_and_tabs_hide_no_later_mistake),
        TEST(where_the_meaning_is_a_guess_nothing_more_is_read),
        TEST(what_only_looks_odd_is_fine),
        TEST(nesting_has_an_end),
        TEST(a_key_that_is_written_twice_is_told_among_100000),
        TEST(a_key_that_is_written_twice_is_told_among_few),
        TEST(a_line_of_100000_values_is_read_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
