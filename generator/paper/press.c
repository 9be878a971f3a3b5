#include "paper/press.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/fail.h"
#include "paper/layout.h"

struct door_press {
    struct door_shaper *shaper;
};

struct door_press *
door_press_open(void)
{
    struct door_press *press = calloc(1, sizeof *press);

    if (!press)
        door_fail("out of memory");
    press->shaper = door_shaper_open();
    return press;
}

void
door_press_close(struct door_press *press)
{
    if (!press)
        return;
    door_shaper_close(press->shaper);
    free(press);
}

void
door_layout_error(struct door_layout *layout, const char *id, const char *hint, const char *format, ...)
{
    va_list arguments;
    char message[512];

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    door_diag_error(layout->diag, layout->setup->place, id, hint, "%s", message);
    layout->failed = true;
}

static const struct door_display *
display_of(const struct door_layout *layout)
{
    struct door_display *display = door_arena_alloc(layout->arena, sizeof *display);

    *display = (struct door_display){ .title = layout->setup->title, .language = layout->setup->language,
            .width = layout->width, .height = layout->height, .pages = layout->pages,
            .page_count = layout->page_count, .elements = layout->elements, .element_count = layout->element_count,
            .headings = layout->headings, .heading_count = layout->heading_count };
    return display;
}

const struct door_display *
door_press_lay_out(struct door_press *press, struct door_arena *arena, struct door_paper *paper,
        struct door_diag *diag)
{
    const struct door_paper_setup *setup = &paper->setup;
    struct door_layout layout = { .arena = arena, .shaper = press->shaper, .diag = diag, .setup = setup,
            .width = setup->width_mm * DOOR_POINTS_IN_MM, .height = setup->height_mm * DOOR_POINTS_IN_MM };
    struct door_strips strips = { 0 };
    const struct door_page_style *page;

    layout.sheet = door_sheet_load(arena, setup, diag);
    if (!layout.sheet)
        return NULL;
    page = door_sheet_page(layout.sheet);
    layout.content_width = layout.width - page->inner - page->outer;
    layout.content_height = layout.height - page->top - page->bottom;
    door_paper_end(paper);
    door_layout_structure(&layout, paper->root);
    door_layout_flow(&layout, paper->root, 0, layout.content_width, &strips);
    door_layout_pages(&layout, &strips);
    return layout.failed ? NULL : display_of(&layout);
}
