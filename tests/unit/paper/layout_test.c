#include "laid_out.h"

#include "paper/code.h"

static void
parts_become_a_structure_tree(void **state)
{
    static const struct { const char *xml, *tree; } cases[] = {
        { "<article> <h1>Help</h1>\n<p>For  <strong>all</strong>\nfamilies. </p> </article>",
          "Document\n  Sect\n    H1 \"Help\"\n    P \"For all families.\"\n" },
        { "<div>stray <em>words</em><p>a block</p> <p/></div>", "Document\n  P \"stray words\"\n  P \"a block\"\n" },
        { "<p>See <a href=\"https://x.example/\">all <strong>hubs</strong></a>.</p>",
          "Document\n  P\n    Span \"See \"\n    Link \"all hubs\" to https://x.example/\n    Span \".\"\n" },
        { "<h2>See <a href=\"https://x.example/\">all hubs</a></h2>", "Document\n  H2 \"See all hubs\"\n" },
        { "<ol><li>one</li><li><p>two</p><p>more</p></li></ol>",
          "Document\n  L\n    LI\n      Lbl \"1.\"\n      LBody \"one\"\n    LI\n      Lbl \"2.\"\n      LBody\n"
          "        P \"two\"\n        P \"more\"\n" },
        { "<table class=\"facts\"><tr><th>Cost</th><td>Free</td></tr></table>",
          "Document\n  Table\n    TR\n      TH row \"Cost\"\n      TD \"Free\"\n" },
        { "<table><thead><tr><th>Day</th><th>Time</th></tr></thead><tr><td>Monday</td><td/></tr></table>",
          "Document\n  Table\n    TR\n      TH \"Day\"\n      TH \"Time\"\n    TR\n      TD \"Monday\"\n      TD\n" },
        { "<dl><dt>When</dt><dd>Monday</dd><dd>Friday</dd><div><dt>Cost</dt><dd>Free</dd></div></dl>",
          "Document\n  Table\n    TR\n      TH row \"When\"\n      TD\n        P \"Monday\"\n        P \"Friday\"\n"
          "    TR\n      TH row \"Cost\"\n      TD \"Free\"\n" },
        { "<p>a<br/>b</p>", "Document\n  P \"a b\"\n" },
        { "<p lang=\"pl\">Pomoc</p>", "Document\n  P \"Pomoc\" in pl\n" },
        { "<p>Say <span lang=\"pl\">tak</span></p>", "Document\n  P\n    Span \"Say \"\n    Span \"tak\" in pl\n" },
        { "<code href=\"https://b.example/go/1\" alt=\"Code: b.example/go/1\"/>",
          "Document\n  Figure alt \"Code: b.example/go/1\"\n" },
        { "<code href=\"https://b.example/go/1\"/>", "Document\n  Figure alt \"https://b.example/go/1\"\n" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = open_fixture(style);

        assert_string_equal(structure_of(f, lay_out(f, cases[i].xml)), cases[i].tree);
        close_fixture(f);
    }
}

static void
glyphs_say_what_their_element_says(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div>"
            "<p>Learn gentle strokes that help your baby settle, and meet other parents with small babies "
            "in the affine office of the hub.</p><p>Zdrowie: "
            "<a href=\"https://x.example/\">za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87 g\xc4\x99\xc5\x9bl\xc4\x85</a>"
            " teraz</p></div>");
    size_t i, compared = 0;

    (void)state;
    assert_non_null(display);
    for (i = 0; i < display->element_count; i++)
        if (display->elements[i].text) {
            assert_string_equal(said_by(f, display, (int)i), display->elements[i].text);
            compared++;
        }
    assert_int_equal(compared, 4);
    close_fixture(f);
}

static void
no_glyph_is_the_missing_one(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<p>one word and the next, far enough to end the line here</p>");
    size_t i, k;

    (void)state;
    for (i = 0; i < display->pages[0].count; i++)
        for (k = 0; k < display->pages[0].marks[i].glyph_count; k++)
            assert_int_not_equal(display->pages[0].marks[i].glyphs[k].id, 0);
    close_fixture(f);
}

static void
urdu_stands_at_the_right_and_turns(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display;
    const struct door_mark *run;
    const struct door_glyph *last;

    (void)state;
    f->setup.language = &f->tongues[1];
    display = lay_out(f, "<p>\xd9\x85\xd8\xaf\xd8\xaf</p>");
    assert_string_equal(structure_of(f, display), "Document\n  P \"\xd9\x85\xd8\xaf\xd8\xaf\" turns\n");
    run = first_mark(display, 0, DOOR_MARK_RUN);
    last = &run->glyphs[run->glyph_count - 1];
    assert_string_equal(run->face->name, "NotoNastaliqUrdu-Regular");
    /* The first page is bound on its right side, where the margin is 20 mm. */
    assert_true(run->x + last->x + last->advance > display->width - 20 * 72 / 25.4 - 1);
    close_fixture(f);
}

static void
numbers_and_addresses_keep_their_order_in_urdu(void **state)
{
    static const struct { const char *xml, *kept; } cases[] = {
        { "<p>\xd9\x81\xd9\x88\xd9\x86 01632 960 110 \xd9\xbe\xd8\xb1</p>", "01632 960 110" },
        { "<p>\xd9\x81\xd9\x88\xd9\x86 <span lang=\"en-GB\">01632 960 110</span> \xd9\xbe\xd8\xb1</p>",
          "01632 960 110" },
        { "<p>\xd9\x81\xd9\x88\xd9\x86 <bdi>01632 960 110</bdi></p>", "01632 960 110" },
        { "<p>01632 960 110</p>", "01632 960 110" },
        { "<p>\xd9\x81\xd9\x88\xd9\x86 \xc2\xa3" "2.50 \xd9\xbe\xd8\xb1</p>", "\xc2\xa3" "2.50" },
        { "<p>\xd9\x81\xd9\x88\xd9\x86 x.example/go/c5w8 (NHS 111)</p>", "x.example/go/c5w8 (NHS 111" },
    };
    size_t i, k, m;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = open_fixture(style);
        const struct door_display *display;
        struct door_buf out = { 0 };

        f->setup.language = &f->tongues[1];
        display = lay_out(f, cases[i].xml);
        for (m = 0; m < display->pages[0].count; m++)
            for (k = 0; k < display->pages[0].marks[m].glyph_count; k++)
                if (display->pages[0].marks[m].glyphs[k].text)
                    door_buf_text(&out, display->pages[0].marks[m].glyphs[k].text);
        assert_non_null(strstr(door_buf_string(&out), cases[i].kept));
        door_buf_release(&out);
        close_fixture(f);
    }
}

static void
each_line_of_a_link_is_an_area(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<p>See <a href=\"https://x.example/\">this link whose words "
            "are so many that they need to be set on two lines of the page, or on three</a></p>");
    const struct door_mark *mark;
    size_t i, areas = 0;

    (void)state;
    for (i = 0; i < display->pages[0].count; i++) {
        mark = &display->pages[0].marks[i];
        if (mark->type != DOOR_MARK_LINK)
            continue;
        assert_int_equal(display->elements[mark->element].type, DOOR_STRUCTURE_LINK);
        assert_true(mark->width > 10 && mark->x + mark->width < display->width);
        areas++;
    }
    assert_in_range(areas, 2, 3);
    close_fixture(f);
}

static void
a_telephone_number_stays_on_one_line(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div><p class=\"narrow\">Or call us on 01632 960 100 now</p></div>");
    size_t i, k, spaces;

    (void)state;
    for (i = 0; i < display->pages[0].count; i++) {
        const struct door_mark *mark = &display->pages[0].marks[i];

        for (k = 0, spaces = 0; k < mark->glyph_count; k++)
            spaces += mark->element != DOOR_ARTIFACT && strcmp(mark->glyphs[k].text, " ") == 0;
        if (mark->element != DOOR_ARTIFACT && strcmp(mark->glyphs[0].text, "0") == 0)
            assert_int_equal(spaces, 3);
    }
    assert_int_equal(lines_on(display, 0), 3);
    close_fixture(f);
}

static void
columns_share_the_baseline_of_their_first_lines(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div class=\"pair\"><h1>Big</h1><p>small</p></div>");

    (void)state;
    assert_true(baseline_of(display, "Big") > 0);
    assert_true(fabs(baseline_of(display, "Big") - baseline_of(display, "small")) < 0.01);
    close_fixture(f);
}

static void
a_telephone_number_wider_than_its_column_is_parted(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div><h1 class=\"narrow\">0808 157 0111</h1></div>");
    size_t i, k;

    (void)state;
    assert_true(lines_on(display, 0) > 1);
    for (i = 0; i < display->pages[0].count; i++) {
        const struct door_mark *mark = &display->pages[0].marks[i];
        double width = 0;

        for (k = 0; k < mark->glyph_count; k++)
            width += mark->glyphs[k].advance;
        assert_true(width <= 101);
    }
    close_fixture(f);
}

static void
a_range_of_times_stays_on_one_line(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div><p class=\"narrow\">Sobota, hala 18:30\xe2\x80\x93" "20:00</p></div>");
    size_t i;

    (void)state;
    assert_int_equal(lines_on(display, 0), 2);
    assert_string_equal(display->elements[1].text, "Sobota, hala 18:30\xe2\x80\x93" "20:00");
    for (i = 0; i < display->pages[0].count; i++)
        if (display->pages[0].marks[i].element != DOOR_ARTIFACT)
            assert_string_not_equal(display->pages[0].marks[i].glyphs[0].text, "2");
    assert_string_equal(said_by(f, display, 1), display->elements[1].text);
    close_fixture(f);
}

static void
a_number_alone_is_set_in_the_first_language_s_font(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_mark *run;

    (void)state;
    f->setup.language = &f->tongues[1];
    run = first_mark(lay_out(f, "<p><strong>\xe2\x81\xa6" "999\xe2\x81\xa9</strong></p>"), 0, DOOR_MARK_RUN);
    assert_string_equal(run->face->name, "NotoSans-Bold");
    close_fixture(f);
}

static void
a_balanced_title_leaves_no_word_alone(void **state)
{
    static const char *const parts[] = { "<h1>Having a baby? Have a little one?</h1>",
            "<h1 class=\"even\">Having a baby? Have a little one?</h1>" };
    double length[2];
    size_t i;

    (void)state;
    for (i = 0; i < 2; i++) {
        struct fixture *f = open_fixture(style);
        const struct door_display *display = lay_out(f, parts[i]);
        const struct door_mark *run = first_mark(display, 0, DOOR_MARK_RUN);

        assert_int_equal(lines_on(display, 0), 2);
        length[i] = run->glyphs[run->glyph_count - 1].x;
        close_fixture(f);
    }
    assert_true(length[1] < length[0] - 20);
}

static void
a_code_has_its_quiet_zone_inside_its_box(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<code href=\"https://b.example/go/1\" alt=\"a\"/>");
    const struct door_mark *mark = first_mark(display, 0, DOOR_MARK_CODE);
    const struct door_element *figure = &display->elements[mark->element];

    (void)state;
    assert_true(figure->width > 84.9 && figure->width < 85.1);
    assert_true(mark->x - figure->x > figure->width / (mark->code->modules + 8) * 3.99);
    assert_int_equal(figure->page, 0);
    close_fixture(f);
}

static void
the_first_column_is_at_the_right_in_urdu(void **state)
{
    static const char parts[] = "<table class=\"facts\"><tr lang=\"en-GB\"><th>a</th><td>b</td></tr></table>";
    struct fixture *f = open_fixture(style);
    const struct door_display *display;

    (void)state;
    display = lay_out(f, parts);
    assert_true(display->pages[0].marks[0].x < display->pages[0].marks[1].x);
    f->setup.language = &f->tongues[1];
    display = lay_out(f, parts);
    assert_true(display->pages[0].marks[0].x > display->pages[0].marks[1].x);
    close_fixture(f);
}

static void
the_same_parts_give_the_same_layout(void **state)
{
    static const char parts[] = "<div><h1>Help</h1><p>For all families.</p></div>";
    struct fixture *f = open_fixture(style);
    const struct door_display *a = lay_out(f, parts), *b;
    size_t i;

    (void)state;
    lay_out(f, "<p lang=\"ur\">\xd9\x85\xd8\xaf\xd8\xaf</p>");
    b = lay_out(f, parts);
    assert_int_equal(a->pages[0].count, b->pages[0].count);
    for (i = 0; i < a->pages[0].count; i++) {
        assert_true(a->pages[0].marks[i].x == b->pages[0].marks[i].x);
        assert_true(a->pages[0].marks[i].y == b->pages[0].marks[i].y);
        assert_ptr_equal(a->pages[0].marks[i].face, b->pages[0].marks[i].face);
    }
    close_fixture(f);
}

static void
a_hidden_cell_takes_no_column(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<table class=\"facts\">"
            "<tr><td class=\"unseen\">a</td><td>b</td><td>c</td></tr></table>");
    struct door_buf text = { 0 };

    (void)state;
    assert_non_null(display);
    door_display_write_text(display, &text);
    assert_string_equal(text.data, "TD\ten-GB\tb\nTD\ten-GB\tc\n");
    assert_int_equal(display->pages[0].count, 3);       /* two texts and the page's number */
    assert_string_equal(said_by(f, display, display->pages[0].marks[0].element), "b");
    assert_string_equal(said_by(f, display, display->pages[0].marks[1].element), "c");
    door_buf_release(&text);
    close_fixture(f);
}

static void
an_ordered_list_counts_from_its_start(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<ol start=\"9\"><li>x</li><li>y</li></ol>");

    (void)state;
    assert_string_equal(structure_of(f, display), "Document\n  L\n    LI\n      Lbl \"9.\"\n      LBody \"x\"\n"
            "    LI\n      Lbl \"10.\"\n      LBody \"y\"\n");
    close_fixture(f);
}

static void
what_cannot_be_printed_is_refused(void **state)
{
    static const struct { const char *xml, *said; } cases[] = {
        { "<video/>", "<video> cannot be printed [print-element]" },
        { "<p class=\"bnad\">x</p>", "no print style knows the class \"bnad\" [print-class]" },
        { "<p>x <span class=\"y\">z</span></p>", "no print style knows the class \"y\" [print-class]" },
        { "<p>A smile \xf0\x9f\x98\x80</p>",
          "no font has the character U+1F600 of \"A smile \xf0\x9f\x98\x80\" (en-GB) [print-glyph]" },
        { "<h1>Kindertagesbetreuungseinrichtung</h1>", "a word of the heading \"Kindertagesbetreuungseinrichtung\" "
          "is too wide for its line (en-GB) [print-word]" },
        { "<section class=\"cover\"><p class=\"tall\">A</p><p class=\"tall\">B</p></section>",
          "\"A B\" is 28 mm too high for its page (en-GB) [print-overflow]" },
        { "<div class=\"small\"><code class=\"small\" href=\"https://b.example/go/1\"/></div>",
          "a code of 12 mm is too small for \"https://b.example/go/1\" [code-small]" },
        { "<table class=\"facts\"><tr><td>a</td><td>b</td><td>c</td></tr></table>",
          "\"a b c\" has 3 cells in a row of 2 columns [print-columns]" },
        { "<table class=\"facts\"><tr><td>a</td><td class=\"huge\">b</td></tr></table>",
          "\"a b\" is 159 mm too high for its page (en-GB) [print-overflow]" },
        { "<p class=\"huge\">I</p>", "\"I\" is 159 mm too high for its page (en-GB) [print-overflow]" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = open_fixture(style);

        assert_null(lay_out(f, cases[i].xml));
        assert_string_equal(problem(f), door_arena_format(&f->arena, "content/print/red-book.yaml:1: %s",
                cases[i].said));
        close_fixture(f);
    }
}

static void
characters_without_a_font_are_told_for_each_language_and_not_one_by_one(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_problem *problems;
    struct door_buf told = { 0 };
    size_t count, i;

    (void)state;
    assert_null(lay_out(f, "<div><p>\xf0\x9f\x98\x81</p><p>\xf0\x9f\x98\x82</p><p>\xf0\x9f\x98\x83</p>"
            "<p>\xf0\x9f\x98\x84</p><p>\xf0\x9f\x98\x85</p><p lang=\"ur\">\xf0\x9f\x98\x86</p></div>"));
    problems = door_diag_problems(f->diag, &count);
    assert_int_equal(count, 5);
    for (i = 0; i < count; i++)
        door_buf_format(&told, "%s\n", problems[i].message);
    assert_string_equal(door_buf_string(&told), "no font has all characters of 2 more texts (en-GB)\n"
            "no font has the character U+1F601 of \"\xf0\x9f\x98\x81\" (en-GB)\n"
            "no font has the character U+1F602 of \"\xf0\x9f\x98\x82\" (en-GB)\n"
            "no font has the character U+1F603 of \"\xf0\x9f\x98\x83\" (en-GB)\n"
            "no font has the character U+1F606 of \"\xf0\x9f\x98\x86\" (ur)\n");
    door_buf_release(&told);
    close_fixture(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_become_a_structure_tree),
        cmocka_unit_test(glyphs_say_what_their_element_says),
        cmocka_unit_test(no_glyph_is_the_missing_one),
        cmocka_unit_test(urdu_stands_at_the_right_and_turns),
        cmocka_unit_test(numbers_and_addresses_keep_their_order_in_urdu),
        cmocka_unit_test(each_line_of_a_link_is_an_area),
        cmocka_unit_test(a_telephone_number_stays_on_one_line),
        cmocka_unit_test(a_telephone_number_wider_than_its_column_is_parted),
        cmocka_unit_test(a_range_of_times_stays_on_one_line),
        cmocka_unit_test(columns_share_the_baseline_of_their_first_lines),
        cmocka_unit_test(a_number_alone_is_set_in_the_first_language_s_font),
        cmocka_unit_test(a_balanced_title_leaves_no_word_alone),
        cmocka_unit_test(a_code_has_its_quiet_zone_inside_its_box),
        cmocka_unit_test(the_first_column_is_at_the_right_in_urdu),
        cmocka_unit_test(the_same_parts_give_the_same_layout),
        cmocka_unit_test(a_hidden_cell_takes_no_column),
        cmocka_unit_test(an_ordered_list_counts_from_its_start),
        cmocka_unit_test(what_cannot_be_printed_is_refused),
        cmocka_unit_test(characters_without_a_font_are_told_for_each_language_and_not_one_by_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
