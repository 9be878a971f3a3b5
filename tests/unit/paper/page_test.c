/*
 * What stands on which page, and where on it.
 */
#include "laid_out.h"

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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_goes_with_what_follows),
        cmocka_unit_test(no_single_line_is_left_at_a_page_end),
        cmocka_unit_test(a_table_s_first_two_rows_and_last_two_stay_together),
        cmocka_unit_test(pages_are_filled_up_before_the_back),
        cmocka_unit_test(topics_begin_pages_only_where_paper_is_spare),
        cmocka_unit_test(a_cover_s_ground_reaches_beyond_the_trim),
        cmocka_unit_test(a_band_bleeds_where_it_touches_the_margin),
        cmocka_unit_test(margins_and_numbers_change_sides),
        cmocka_unit_test(headings_are_marked_once_with_their_page),
        cmocka_unit_test(another_size_is_drawn_to_scale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
