/*
 * What the tests of paper/ share: a small theme and three languages.
 */
#ifndef DOOR_TESTS_PAPER_TEST_H
#define DOOR_TESTS_PAPER_TEST_H

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
#include "base/diag.h"
#include "base/yaml.h"
#include "language/language.h"
#include "paper/display.h"
#include "paper/font.h"
#include "paper/press.h"
#include "theme/theme.h"

static const struct door_colour test_colours[] = {
    { "text", 29, 39, 51, 0, 0, 0, 100 },
    { "accent", 15, 90, 94, 84, 4, 0, 63 },
    { "on-accent", 255, 255, 255, 0, 0, 0, 0 },
};

struct fixture {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_press *press;
    struct door_theme theme;
    struct door_language tongues[3];
    struct door_languages languages;
    struct door_paper_setup setup;
};

static struct fixture *
open_fixture(const char *style)
{
    struct fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    f->diag = door_diag_open();
    f->tongues[0] = (struct door_language){ .code = "en-GB", .index = 0 };
    f->tongues[1] = (struct door_language){ .code = "ur", .index = 1, .right_to_left = true };
    f->tongues[2] = (struct door_language){ .code = "pl", .index = 2 };
    f->languages = (struct door_languages){ f->tongues, 3 };
    f->theme.name = "test";
    f->theme.colours = test_colours;
    f->theme.colour_count = sizeof test_colours / sizeof *test_colours;
    f->theme.print = door_yaml_parse(&f->arena, "print/style.yaml", style, strlen(style), 0, f->diag);
    f->setup = (struct door_paper_setup){ .theme = &f->theme, .style = "booklet", .languages = &f->languages,
            .language = &f->tongues[0], .title = "Help", .width_mm = 148, .height_mm = 210,
            .place = { "content/print/red-book.yaml", 1, 1 } };
    return f;
}

static void
close_fixture(struct fixture *f)
{
    door_press_close(f->press);
    door_diag_close(f->diag);
    door_arena_release(&f->arena);
    free(f);
}

/* The one problem that there is. */
static inline const char *
problem(struct fixture *f)
{
    const struct door_problem *problems;
    size_t count;

    problems = door_diag_problems(f->diag, &count);
    if (count != 1)
        door_diag_print(f->diag, stderr, false);
    assert_int_equal(count, 1);
    return door_arena_format(&f->arena, "%s:%d: %s [%s]", problems[0].place.file, problems[0].place.line,
            problems[0].message, problems[0].id);
}

#endif
