#include "paper_test.h"

#include "paper/block.h"
#include "paper/style.h"

static void
slips_in_a_style_are_told_with_their_place(void **state)
{
    static const struct { const char *yaml, *said; } cases[] = {
        { "booklet: {styles: {p: {sise: 12}}}", "\"sise\" is not a token of print styles [print-token]" },
        { "booklet: {styles: {p: {size: big}}}", "\"big\" is not a value of \"size\" [print-value]" },
        { "booklet: {styles: {p: {size: 12 cm}}}", "\"12 cm\" is not a value of \"size\" [print-value]" },
        { "booklet: {styles: {p: {size: 40%}}}", "\"40%\" is not a value of \"size\" [print-value]" },
        { "booklet: {styles: {p: {colour: pink}}}", "\"pink\" is not a value of \"colour\" [print-value]" },
        { "booklet: {styles: {p: {weight: heavy}}}", "\"heavy\" is not a value of \"weight\" [print-value]" },
        { "booklet: {styles: {p: {keep_together: maybe}}}",
          "\"maybe\" is not a value of \"keep_together\" [print-value]" },
        { "booklet: {styles: {p: {padding: [1, 2, 3]}}}", "\"...\" is not a value of \"padding\" [print-value]" },
        { "booklet: {styles: {p: {columns: 20}}}", "\"20\" is not a value of \"columns\" [print-value]" },
        { "booklet: {styles: {p: {code_level: X}}}", "\"X\" is not a value of \"code_level\" [print-value]" },
        { "booklet: {styles: {p: 12}}", "\"p\" needs tokens [print-token]" },
        { "booklet: {styles: {video: {size: 12}}}", "\"video\" is not an element that print knows [print-selector]" },
        { "booklet: {styles: {a p b i em: {size: 12}}}", "\"a p b i em\" has more than 4 parts [print-selector]" },
        { "booklet: {page: {left: 12}}", "\"left\" is not a token of print styles [print-token]" },
        { "booklet: {pages: {top: 12}}", "\"pages\" is not a part of print styles [print-token]" },
        { "{booklet: {}, bookle: {}}", "\"bookle\" is not a part of print styles [print-token]" },
        { "{booklet: {}, scripts: {runic: {size: 2}}}", "\"runic\" is not a script that print knows [print-script]" },
        { "poster: {}", "the theme \"test\" has no print style \"booklet\" [print-style]" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = open_fixture(cases[i].yaml);

        assert_null(door_sheet_load(&f->arena, &f->setup, f->diag));
        assert_string_equal(problem(f), door_arena_format(&f->arena, "print/style.yaml:1: %s", cases[i].said));
        close_fixture(f);
    }
}

static const struct door_sheet *
load(struct fixture *f)
{
    const struct door_sheet *sheet = door_sheet_load(&f->arena, &f->setup, f->diag);

    assert_non_null(sheet);
    return sheet;
}

static void
the_later_rule_wins(void **state)
{
    struct fixture *f = open_fixture("{styles: {p: {size: 10}, .note: {size: 20}}, booklet: {styles: "
            "{p: {size: 15, leading: 2}}}}");
    const struct door_sheet *sheet = load(f);
    const struct door_block p = { .kind = DOOR_BLOCK_PARAGRAPH, .name = "p", .class = "note" };
    const struct door_style *style = door_sheet_style(sheet, &f->arena, &p, NULL);

    (void)state;
    assert_true(style->size == 15 && style->leading == 2);
    close_fixture(f);
}

static void
a_rule_may_name_what_is_around(void **state)
{
    struct fixture *f = open_fixture("booklet: {styles: {.cover div p: {size: 20}, .cover h1: {size: 30}}}");
    const struct door_sheet *sheet = load(f);
    struct door_block cover = { .kind = DOOR_BLOCK_SECTION, .name = "section", .class = "big cover" };
    struct door_block div = { .kind = DOOR_BLOCK_CONTAINER, .name = "div", .parent = &cover };
    struct door_block inner = { .kind = DOOR_BLOCK_CONTAINER, .name = "div", .parent = &div };
    struct door_block p = { .kind = DOOR_BLOCK_PARAGRAPH, .name = "p", .parent = &inner };
    struct door_block stray = { .kind = DOOR_BLOCK_PARAGRAPH, .name = "p", .parent = &cover };

    (void)state;
    assert_true(door_sheet_style(sheet, &f->arena, &p, NULL)->size == 20);
    assert_true(door_sheet_style(sheet, &f->arena, &stray, NULL)->size == 12);
    close_fixture(f);
}

static void
type_is_handed_down_and_space_is_not(void **state)
{
    struct fixture *f = open_fixture("booklet: {styles: {div: {size: 20, weight: bold, colour: accent, "
            "space_after: 9, background: accent}}}");
    const struct door_sheet *sheet = load(f);
    struct door_block div = { .kind = DOOR_BLOCK_CONTAINER, .name = "div" };
    struct door_block p = { .kind = DOOR_BLOCK_PARAGRAPH, .name = "p", .parent = &div };
    const struct door_style *outer = door_sheet_style(sheet, &f->arena, &div, NULL);
    const struct door_style *style = door_sheet_style(sheet, &f->arena, &p, outer);

    (void)state;
    assert_true(style->size == 20 && style->bold);
    assert_string_equal(style->colour->name, "accent");
    assert_true(style->space_after == 0 && !style->background);
    close_fixture(f);
}

static void
lengths_have_units(void **state)
{
    static const struct { const char *written; double points; } cases[] = {
        { "12", 12 }, { "12pt", 12 }, { "12 pt", 12 }, { "25.4 mm", 72 }, { "0.5", 0.5 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        char yaml[80];
        struct fixture *f;
        struct door_block p = { .kind = DOOR_BLOCK_PARAGRAPH, .name = "p" };
        double size;

        snprintf(yaml, sizeof yaml, "booklet: {styles: {p: {size: %s}}}", cases[i].written);
        f = open_fixture(yaml);
        size = door_sheet_style(load(f), &f->arena, &p, NULL)->size;
        assert_true(size > cases[i].points - 0.001 && size < cases[i].points + 0.001);
        close_fixture(f);
    }
}

static void
a_kind_s_script_factors_win(void **state)
{
    struct fixture *f = open_fixture("{scripts: {nastaliq: {size: 1.1, leading: 2}}, booklet: {scripts: "
            "{nastaliq: {size: 0.8}}}}");
    const struct door_sheet *sheet = load(f);

    (void)state;
    assert_true(door_sheet_size_factor(sheet, &f->tongues[1]) == 0.8);
    assert_true(door_sheet_leading_factor(sheet, &f->tongues[1]) == 1);
    assert_true(door_sheet_size_factor(sheet, &f->tongues[0]) == 1);
    close_fixture(f);
}

static void
an_unknown_class_is_found_among_known_ones(void **state)
{
    struct fixture *f = open_fixture("booklet: {styles: {.cover: {size: 20}, p.note: {size: 11}}}");
    const struct door_sheet *sheet = load(f);
    const char *hint = NULL;

    (void)state;
    assert_null(door_sheet_unknown_class(sheet, &f->arena, " note  cover ", &hint));
    assert_string_equal(door_sheet_unknown_class(sheet, &f->arena, "note covr", &hint), "covr");
    assert_string_equal(hint, "did you mean \"cover\"?");
    close_fixture(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_in_a_style_are_told_with_their_place),
        cmocka_unit_test(the_later_rule_wins),
        cmocka_unit_test(a_rule_may_name_what_is_around),
        cmocka_unit_test(type_is_handed_down_and_space_is_not),
        cmocka_unit_test(lengths_have_units),
        cmocka_unit_test(a_kind_s_script_factors_win),
        cmocka_unit_test(an_unknown_class_is_found_among_known_ones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
