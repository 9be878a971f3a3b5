#include "paper_test.h"

#include <math.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "paper/code.h"

static const char style[] =
    "scripts:\n"
    "  nastaliq: {size: 1.1, leading: 1.5}\n"
    "booklet:\n"
    "  page: {top: 15 mm, bottom: 20 mm, inner: 20 mm, outer: 10 mm, foot: 10 mm, number: outer}\n"
    "  styles:\n"
    "    p: {space_after: 6}\n"
    "    h1: {size: 30}\n"
    "    h2: {size: 17, weight: bold, keep_with_next: yes}\n"
    "    strong: {weight: bold}\n"
    "    a: {colour: accent}\n"
    "    .topic: {page_break: if-spare}\n"
    "    .cover: {page: own, background: accent}\n"
    "    .back: {page: own}\n"
    "    .narrow: {width: 100}\n"
    "    .even: {balance: yes}\n"
    "    .band: {bleed: yes, background: accent, padding: 10}\n"
    "    .tall: {min_height: 100 mm}\n"
    "    .small: {code: 12 mm}\n"
    "    .pair: {columns: [30 mm, 1], gap: 10}\n"
    "    .facts: {columns: [30%, 1]}\n"
    "    .unseen: {show: no}\n"
    "    .huge: {size: 700}\n";

/* Parts are written as XML; an element's lang attribute says which language its text is in. */
static void
emit(struct fixture *f, struct door_paper *paper, const xmlNode *node, const struct door_language *language)
{
    struct door_attribute attributes[8];
    const xmlAttr *attribute;
    const xmlNode *child;
    size_t count = 0;

    if (node->type == XML_TEXT_NODE) {
        door_paper_sink.text(paper, (const char *)node->content, language);
        return;
    }
    for (attribute = node->properties; attribute; attribute = attribute->next) {
        attributes[count++] = (struct door_attribute){ (const char *)attribute->name,
                (const char *)attribute->children->content };
        if (strcmp((const char *)attribute->name, "lang") == 0)
            language = door_languages_find(&f->languages, attributes[count - 1].value);
    }
    /* <code> stands for <fd:code>, whose prefix would need declaring. */
    door_paper_sink.open(paper, strcmp((const char *)node->name, "code") ? (const char *)node->name : "fd:code",
            attributes, count);
    for (child = node->children; child; child = child->next)
        emit(f, paper, child, language);
    door_paper_sink.close(paper, strcmp((const char *)node->name, "code") ? (const char *)node->name : "fd:code");
}

static struct door_paper *
gather(struct fixture *f, const char *xml)
{
    struct door_paper *paper = door_paper_begin(&f->arena, &f->setup);
    xmlDoc *document = xmlReadMemory(xml, (int)strlen(xml), "parts", NULL, 0);

    assert_non_null(document);
    emit(f, paper, xmlDocGetRootElement(document), f->setup.language);
    xmlFreeDoc(document);
    return paper;
}

static const struct door_display *
lay_out(struct fixture *f, const char *xml)
{
    if (!f->press)
        f->press = door_press_open();
    return door_press_lay_out(f->press, &f->arena, gather(f, xml), f->diag);
}

static const char *const names[] = {
    [DOOR_STRUCTURE_DOCUMENT] = "Document", [DOOR_STRUCTURE_SECT] = "Sect", [DOOR_STRUCTURE_H1] = "H1",
    [DOOR_STRUCTURE_H2] = "H2", [DOOR_STRUCTURE_H3] = "H3", [DOOR_STRUCTURE_H4] = "H4", [DOOR_STRUCTURE_P] = "P",
    [DOOR_STRUCTURE_BLOCKQUOTE] = "BlockQuote", [DOOR_STRUCTURE_L] = "L", [DOOR_STRUCTURE_LI] = "LI",
    [DOOR_STRUCTURE_LBL] = "Lbl", [DOOR_STRUCTURE_LBODY] = "LBody", [DOOR_STRUCTURE_TABLE] = "Table",
    [DOOR_STRUCTURE_TR] = "TR", [DOOR_STRUCTURE_TH] = "TH", [DOOR_STRUCTURE_TD] = "TD",
    [DOOR_STRUCTURE_SPAN] = "Span", [DOOR_STRUCTURE_LINK] = "Link", [DOOR_STRUCTURE_FIGURE] = "Figure",
};

static void
write_element(const struct door_display *display, int element, int depth, struct door_buf *out)
{
    const struct door_element *e = &display->elements[element];
    size_t i;

    door_buf_format(out, "%*s%s", depth * 2, "", names[e->type]);
    if (e->row_heading)
        door_buf_text(out, " row");
    if (e->text)
        door_buf_format(out, " \"%s\"", e->text);
    if (e->alt)
        door_buf_format(out, " alt \"%s\"", e->alt);
    if (e->href)
        door_buf_format(out, " to %s", e->href);
    if (e->language != display->language)
        door_buf_format(out, " in %s", e->language->code);
    if (e->right_to_left)
        door_buf_text(out, " turns");
    door_buf_char(out, '\n');
    for (i = 0; i < display->element_count; i++)
        if (display->elements[i].parent == element)
            write_element(display, (int)i, depth + 1, out);
}

/* The structure tree, an element a line. */
static const char *
structure_of(struct fixture *f, const struct door_display *display)
{
    struct door_buf out = { 0 };
    const char *text;

    assert_non_null(display);
    write_element(display, 0, 0, &out);
    text = door_arena_text(&f->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

/* What the glyphs of an element say, in the order in which they stand on the pages. */
static const char *
said_by(struct fixture *f, const struct door_display *display, int element)
{
    struct door_buf out = { 0 };
    const char *text;
    size_t page, i, k;

    for (page = 0; page < display->page_count; page++)
        for (i = 0; i < display->pages[page].count; i++) {
            const struct door_mark *mark = &display->pages[page].marks[i];

            if (mark->type != DOOR_MARK_RUN || mark->element != element)
                continue;
            for (k = 0; k < mark->glyph_count; k++)
                if (mark->glyphs[k].text)
                    door_buf_text(&out, mark->glyphs[k].text);
        }
    text = door_arena_text(&f->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

/* The page on which an element's text begins, from 1; 0 if nowhere. */
static size_t
page_of(const struct door_display *display, const char *text)
{
    size_t page, i;

    for (page = 0; page < display->page_count; page++)
        for (i = 0; i < display->pages[page].count; i++) {
            const struct door_mark *mark = &display->pages[page].marks[i];
            const char *said = mark->element >= 0 ? display->elements[mark->element].text : NULL;

            if (said && strncmp(said, text, strlen(text)) == 0)
                return page + 1;
        }
    return 0;
}

static const struct door_mark *
first_mark(const struct door_display *display, size_t page, enum door_mark_type type)
{
    size_t i;

    for (i = 0; i < display->pages[page].count; i++)
        if (display->pages[page].marks[i].type == type)
            return &display->pages[page].marks[i];
    return NULL;
}

/* "<p>word word ...</p>" with this many words of one line each: narrow enough that Pango cannot join two. */
static const char *
paragraph_of_lines(struct fixture *f, size_t lines)
{
    struct door_buf out = { 0 };
    const char *text;

    door_buf_text(&out, "<p>");
    while (lines--)
        door_buf_text(&out, lines ? "line<br/>" : "line");
    door_buf_text(&out, "</p>");
    text = door_arena_text(&f->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

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
a_heading_goes_with_what_follows(void **state)
{
    struct fixture *f = open_fixture(style);
    size_t lines, page;

    (void)state;
    for (lines = 24; lines < 34; lines++) {
        const struct door_display *display = lay_out(f, door_arena_format(&f->arena,
                "<div>%s<h2>Heading</h2><p>After</p></div>", paragraph_of_lines(f, lines)));

        page = page_of(display, "Heading");
        assert_int_equal(page, page_of(display, "After"));
    }
    close_fixture(f);
}

/* How many lines of text stand on a page. */
static size_t
lines_on(const struct door_display *display, size_t page)
{
    double before = -1;
    size_t i, lines = 0;

    for (i = 0; i < display->pages[page].count; i++) {
        const struct door_mark *mark = &display->pages[page].marks[i];

        if (mark->type != DOOR_MARK_RUN || mark->element == DOOR_ARTIFACT)
            continue;
        lines += mark->y > before + 0.1;
        before = mark->y;
    }
    return lines;
}

static void
no_single_line_is_left_at_a_page_end(void **state)
{
    struct fixture *f = open_fixture(style);
    size_t first, lines, fits;

    (void)state;
    fits = lines_on(lay_out(f, paragraph_of_lines(f, 60)), 0);
    for (first = fits - 4; first < fits; first++) {
        const struct door_display *display = lay_out(f, door_arena_format(&f->arena, "<div>%s%s</div>",
                paragraph_of_lines(f, first), paragraph_of_lines(f, 5)));

        lines = lines_on(display, 0) - first;
        assert_true(lines == 0 || (lines >= 2 && lines <= 3) || lines == 5);
    }
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

/* How far down the page the element's first line stands. */
static double
baseline_of(const struct door_display *display, const char *text)
{
    size_t i;

    for (i = 0; i < display->pages[0].count; i++) {
        const struct door_mark *mark = &display->pages[0].marks[i];

        if (mark->type == DOOR_MARK_RUN && mark->element >= 0
                && strcmp(display->elements[mark->element].text, text) == 0)
            return mark->y;
    }
    return -1;
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
a_table_s_first_two_rows_and_last_two_stay_together(void **state)
{
    static const char table[] = "<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr>"
            "<tr><th>C</th><td>3</td></tr><tr><th>D</th><td>4</td></tr></table>";
    struct fixture *f = open_fixture(style);
    size_t lines, parted = 0;

    (void)state;
    for (lines = 24; lines < 36; lines++) {
        const struct door_display *display = lay_out(f, door_arena_format(&f->arena, "<div>%s%s</div>",
                paragraph_of_lines(f, lines), table));

        assert_int_equal(page_of(display, "A"), page_of(display, "B"));
        assert_int_equal(page_of(display, "C"), page_of(display, "D"));
        parted += page_of(display, "B") != page_of(display, "C");
    }
    assert_true(parted > 0);
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
pages_are_filled_up_before_the_back(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display;

    (void)state;
    f->setup.pages = 4;
    display = lay_out(f, "<div><section class=\"cover\"><h1>Cover</h1></section><p>Inside</p>"
            "<section class=\"back\"><p>Back</p></section></div>");
    assert_int_equal(display->page_count, 4);
    assert_int_equal(page_of(display, "Inside"), 2);
    assert_int_equal(display->pages[2].count, 0);
    assert_int_equal(page_of(display, "Back"), 4);
    close_fixture(f);
}

static void
topics_begin_pages_only_where_paper_is_spare(void **state)
{
    /* A topic of 20 lines fills more than half of a page, one of 5 does not. */
    static const struct { int multiple; size_t lines, pages, second; } cases[] = {
        { 0, 20, 1, 1 }, { 4, 20, 4, 2 }, { 2, 20, 2, 2 }, { 4, 5, 4, 1 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = open_fixture(style);
        const struct door_display *display;

        f->setup.pages = cases[i].multiple;
        display = lay_out(f, door_arena_format(&f->arena, "<div><section class=\"topic\">%s</section>"
                "<section class=\"topic\"><p>Second</p></section></div>", paragraph_of_lines(f, cases[i].lines)));
        assert_int_equal(display->page_count, cases[i].pages);
        assert_int_equal(page_of(display, "Second"), cases[i].second);
        close_fixture(f);
    }
}

static void
a_cover_s_ground_reaches_beyond_the_trim(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<section class=\"cover\"><h1>Cover</h1></section>");
    const struct door_mark *box = first_mark(display, 0, DOOR_MARK_BOX);

    (void)state;
    assert_int_equal(box->element, DOOR_ARTIFACT);
    assert_true(box->x < -8 && box->y < -8);
    assert_true(box->x + box->width > display->width + 8 && box->y + box->height > display->height + 8);
    close_fixture(f);
}

static void
a_band_bleeds_where_it_touches_the_margin(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div><div class=\"band\"><p>Band</p></div><p>Text</p></div>");
    const struct door_mark *box = first_mark(display, 0, DOOR_MARK_BOX);

    (void)state;
    assert_true(box->x < -8 && box->y < -8 && box->x + box->width > display->width + 8);
    assert_true(box->y + box->height < 150);
    close_fixture(f);
}

static void
margins_and_numbers_change_sides(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, paragraph_of_lines(f, 50));
    const struct door_mark *number;

    (void)state;
    assert_int_equal(display->page_count, 2);
    assert_true(first_mark(display, 0, DOOR_MARK_RUN)->x > 56);     /* inner: 20 mm */
    assert_true(first_mark(display, 1, DOOR_MARK_RUN)->x < 30);     /* outer: 10 mm */
    number = &display->pages[0].marks[display->pages[0].count - 1];
    assert_int_equal(number->element, DOOR_ARTIFACT);
    assert_true(number->x > display->width / 2);
    number = &display->pages[1].marks[display->pages[1].count - 1];
    assert_true(number->x < display->width / 2);
    close_fixture(f);
}

static void
headings_are_marked_once_with_their_page(void **state)
{
    struct fixture *f = open_fixture(style);
    const struct door_display *display = lay_out(f, "<div><h1>A title of many words that takes two lines</h1>"
            "<section class=\"back\"><h2>Back</h2></section></div>");

    (void)state;
    assert_int_equal(display->heading_count, 2);
    assert_int_equal(display->headings[0].level, 1);
    assert_int_equal(display->headings[0].page, 0);
    assert_int_equal(display->headings[1].level, 2);
    assert_int_equal(display->headings[1].page, 1);
    assert_string_equal(display->elements[display->headings[1].element].text, "Back");
    close_fixture(f);
}

static void
another_size_is_drawn_to_scale(void **state)
{
    static const char poster[] = "booklet: {page: {drawn_for: 210 mm, top: 30, bottom: 30, inner: 30, outer: 30}, "
            "styles: {.all: {page: own, background: accent}}}";
    struct fixture *f = open_fixture(poster);
    const struct door_mark *small, *large;
    const struct door_display *display;

    (void)state;
    f->setup.width_mm = 210;
    f->setup.height_mm = 297;
    small = first_mark(lay_out(f, "<div class=\"all\"><p>Words</p></div>"), 0, DOOR_MARK_RUN);
    f->setup.width_mm = 420;
    f->setup.height_mm = 594;
    display = lay_out(f, "<div class=\"all\"><p>Words</p></div>");
    large = first_mark(display, 0, DOOR_MARK_RUN);
    assert_true(large->size == 2 * small->size && large->x == 2 * small->x && large->y == 2 * small->y);
    assert_true(large->glyphs[1].x == 2 * small->glyphs[1].x);
    assert_true(display->width > 1190 && display->width < 1191);
    assert_true(first_mark(display, 0, DOOR_MARK_BOX)->x < -8 && first_mark(display, 0, DOOR_MARK_BOX)->x > -9);
    close_fixture(f);
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
        cmocka_unit_test(a_heading_goes_with_what_follows),
        cmocka_unit_test(no_single_line_is_left_at_a_page_end),
        cmocka_unit_test(a_telephone_number_stays_on_one_line),
        cmocka_unit_test(a_telephone_number_wider_than_its_column_is_parted),
        cmocka_unit_test(a_range_of_times_stays_on_one_line),
        cmocka_unit_test(columns_share_the_baseline_of_their_first_lines),
        cmocka_unit_test(a_table_s_first_two_rows_and_last_two_stay_together),
        cmocka_unit_test(a_number_alone_is_set_in_the_first_language_s_font),
        cmocka_unit_test(a_balanced_title_leaves_no_word_alone),
        cmocka_unit_test(pages_are_filled_up_before_the_back),
        cmocka_unit_test(topics_begin_pages_only_where_paper_is_spare),
        cmocka_unit_test(a_cover_s_ground_reaches_beyond_the_trim),
        cmocka_unit_test(a_band_bleeds_where_it_touches_the_margin),
        cmocka_unit_test(margins_and_numbers_change_sides),
        cmocka_unit_test(headings_are_marked_once_with_their_page),
        cmocka_unit_test(another_size_is_drawn_to_scale),
        cmocka_unit_test(a_code_has_its_quiet_zone_inside_its_box),
        cmocka_unit_test(the_first_column_is_at_the_right_in_urdu),
        cmocka_unit_test(the_same_parts_give_the_same_layout),
        cmocka_unit_test(a_hidden_cell_takes_no_column),
        cmocka_unit_test(an_ordered_list_counts_from_its_start),
        cmocka_unit_test(what_cannot_be_printed_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
