#include "workshop.h"

#include "theme/emblem.h"

static const struct door_emblem *
parse(struct workshop *workshop, const char *svg)
{
    door_diag_close(workshop->diag);
    workshop->diag = door_diag_open();
    return door_emblem_parse(&workshop->arena, "logo.svg", svg, strlen(svg), workshop->diag);
}

/* "m0,0 l10,0 c1,2,3,4,5,6 z", numbers rounded to tenths. */
static void
write_strokes(const struct door_outline *outline, struct door_buf *out)
{
    static const char letters[] = { 'm', 'l', 'c', 'z' };
    static const size_t numbers[] = { 2, 2, 6, 0 };
    size_t i, j;

    for (i = 0; i < outline->count; i++) {
        const struct door_stroke *stroke = &outline->strokes[i];

        door_buf_format(out, "%s%c", i ? " " : "", letters[stroke->type]);
        for (j = 0; j < numbers[stroke->type]; j++)
            door_buf_format(out, "%s%.4g", j ? "," : "", (double)(long)(stroke->at[j] * 10 + (stroke->at[j] < 0 ? -0.5
                    : 0.5)) / 10);
    }
}

static void
shapes_become_outlines(void **state)
{
    static const struct {
        const char *shape, *strokes;
    } cases[] = {
        { "<path d='M1 2L3 4h5v6H1V2z'/>", "m1,2 l3,4 l8,4 l8,10 l1,10 l1,2 z" },
        { "<path d='m1 2 3 4-1-1z m1 1 l1 1'/>", "m1,2 l4,6 l3,5 z m2,3 l3,4" },
        { "<path d='M0 0C1 2 3 4 5 6s2 1 4 4S9 9 8 8'/>", "m0,0 c1,2,3,4,5,6 c7,8,7,7,9,10 c11,13,9,9,8,8" },
        { "<path d='M0 0Q3 3 6 0t6 0'/>", "m0,0 c2,2,4,2,6,0 c8,-2,10,-2,12,0" },
        { "<path d='M0 10A10 10 0 0 1 10 0'/>", "m0,10 c0,4.5,4.5,0,10,0" },
        { "<path d='M0 10a10 10 0 0110-10'/>", "m0,10 c0,4.5,4.5,0,10,0" },
        { "<path d='M.5.5-1e1 2'/>", "m0.5,0.5 l-10,2" },
        { "<rect x='1' y='2' width='3' height='4'/>", "m1,2 l4,2 c4,2,4,2,4,2 l4,6 c4,6,4,6,4,6 l1,6 c1,6,1,6,1,6 l1,2 "
          "c1,2,1,2,1,2 z" },
        { "<polygon points='0,0 4,0 4,4'/>", "m0,0 l4,0 l4,4 z" },
        { "<g transform='translate(10 20) scale(2)'><path d='M1 1L2 2' transform='matrix(0 1 1 0 0 0)'/></g>",
          "m12,22 l14,24" },
        { "<title>x</title><defs/><metadata><a/></metadata><path style='fill:#fff;stroke:none' d='M0 0h1'/>",
          "m0,0 l1,0" },
    };
    struct workshop workshop;
    size_t i;

    (void)state;
    workshop_open(&workshop);
    for (i = 0; i < DOOR_COUNT(cases); i++) {
        const struct door_emblem *emblem = parse(&workshop, door_arena_format(&workshop.arena,
                "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>%s</svg>",
                cases[i].shape));
        struct door_buf strokes = { 0 };

        assert_non_null(emblem);
        assert_int_equal(emblem->count, 1);
        write_strokes(&emblem->outlines[0], &strokes);
        assert_string_equal(door_buf_string(&strokes), cases[i].strokes);
        assert_true(emblem->width > 39 && emblem->width < 41 && emblem->height > 19 && emblem->height < 21);
        door_buf_release(&strokes);
    }
    workshop_close(&workshop);
}

static void
colours_are_handed_down(void **state)
{
    struct workshop workshop;
    const struct door_emblem *emblem;

    (void)state;
    workshop_open(&workshop);
    emblem = parse(&workshop, "<svg width='4' height='4'><path d='M0 0h1'/><g fill='#0a5' fill-rule='evenodd'>"
            "<path d='M0 0h1'/><path fill='currentColor' d='M0 0h1'/><path fill='none' d='M0 0h1'/></g></svg>");
    assert_non_null(emblem);
    assert_int_equal(emblem->count, 3);
    assert_int_equal(emblem->outlines[0].colour.black, 100);
    assert_int_equal(emblem->outlines[1].colour.red, 0x00);
    assert_int_equal(emblem->outlines[1].colour.green, 0xaa);
    assert_int_equal(emblem->outlines[1].colour.blue, 0x55);
    assert_true(emblem->outlines[1].even_odd);
    assert_true(emblem->outlines[2].inherits);
    workshop_close(&workshop);
}

static void
what_paper_cannot_print_is_refused_with_a_place(void **state)
{
    static const struct {
        const char *svg, *complaint;
    } cases[] = {
        { "<svg viewBox='0 0 4 4'><path stroke='#000' d='M0 0h1'/></svg>", "1:30 paper cannot print stroke=\"#000\"" },
        { "<svg viewBox='0 0 4 4'>\n<text>Hi</text></svg>", "2:1 paper cannot print this <text>" },
        { "<svg viewBox='0 0 4 4'><path fill='url(#a)' d='M0 0h1'/></svg>", "1:30 paper cannot print fill=\"url(#a)\"" },
        { "<svg viewBox='0 0 4 4'><path transform='rotate(4)' d='M0 0h1'/></svg>",
          "1:30 paper cannot print transform=\"rotate(4)\"" },
        { "<svg viewBox='0 0 4 4'><path d='L1 1'/></svg>", "1:24 paper cannot print this <path>" },
        { "<svg viewBox='0 0 4 4'><path d='M1'/></svg>", "1:24 paper cannot print this <path>" },
        { "<svg viewBox='0 0 4 4'><path d='M1 1 X'/></svg>", "1:24 paper cannot print this <path>" },
        { "<svg viewBox='0 0 4 4'><path d='M9999999 1'/></svg>", "1:24 paper cannot print this <path>" },
        { "<svg viewBox='0 0 4 4'><path opacity='.5' d='M0 0h1'/></svg>", "1:30 paper cannot print opacity=\".5\"" },
        { "<svg viewBox='0 0 4 4'><path style='fill:red' d='M0 0h1'/></svg>",
          "1:30 paper cannot print style=\"fill:red\"" },
        { "<svg viewBox='0 0 4 4'></svg>", "1:1 nothing is drawn here" },
        { "<svg viewBox='0 0 4'><path d='M0 0h1'/></svg>", "1:1 this is no <svg> with a size" },
        { "<svg><path d='M0 0h1'/></svg>", "1:1 this is no <svg> with a size" },
    };
    struct workshop workshop;
    const struct door_problem *problems;
    char told[256];
    size_t i, count;

    (void)state;
    workshop_open(&workshop);
    for (i = 0; i < DOOR_COUNT(cases); i++) {
        assert_null(parse(&workshop, cases[i].svg));
        problems = door_diag_problems(workshop.diag, &count);
        assert_int_equal(count, 1);
        snprintf(told, sizeof told, "%d:%d %s", problems[0].place.line, problems[0].place.column, problems[0].message);
        assert_string_equal(told, cases[i].complaint);
        assert_string_equal(problems[0].id, "theme-logo");
    }
    workshop_close(&workshop);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_become_outlines),
        cmocka_unit_test(colours_are_handed_down),
        cmocka_unit_test(what_paper_cannot_print_is_refused_with_a_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
