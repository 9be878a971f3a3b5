#include "paper/press.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/fail.h"
#include "paper/layout.h"

struct door_press {
    struct door_shaper *shaper;
};

struct door_press *
door_press_open(const struct door_brand *brand)
{
    struct door_press *press = calloc(1, sizeof *press);

    if (!press)
        door_fail("out of memory");
    press->shaper = door_shaper_open(brand);
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
    const char *message;

    va_start(arguments, format);
    message = door_arena_format_list(layout->arena, format, arguments);
    va_end(arguments);
    door_diag_error(layout->diag, layout->setup->place, id, hint, "%s", message);
    layout->failed = true;
}

static void
scale_mark(const struct door_layout *layout, struct door_mark *mark)
{
    struct door_glyph *glyphs = door_arena_array(layout->arena, mark->glyph_count, sizeof *glyphs);
    size_t i;

    mark->x *= layout->scale;
    mark->y *= layout->scale;
    mark->width *= layout->scale;
    mark->height *= layout->scale;
    mark->radius *= layout->scale;
    mark->size *= layout->scale;
    for (i = 0; i < mark->glyph_count; i++) {
        glyphs[i] = mark->glyphs[i];
        glyphs[i].x *= layout->scale;
        glyphs[i].y *= layout->scale;
        glyphs[i].advance *= layout->scale;
    }
    mark->glyphs = glyphs;
}

/* From the page that the styles are drawn for to the paper's size. */
static void
scale(struct door_layout *layout)
{
    size_t page, i;

    for (page = 0; page < layout->page_count; page++) {
        struct door_display_page *from = &layout->pages[page];
        struct door_mark *marks = door_arena_array(layout->arena, from->count, sizeof *marks);

        for (i = 0; i < from->count; i++) {
            marks[i] = from->marks[i];
            scale_mark(layout, &marks[i]);
        }
        from->marks = marks;
    }
    for (i = 0; i < layout->element_count; i++) {
        layout->elements[i].x *= layout->scale;
        layout->elements[i].y *= layout->scale;
        layout->elements[i].width *= layout->scale;
        layout->elements[i].height *= layout->scale;
    }
    for (i = 0; i < layout->heading_count; i++)
        layout->headings[i].y *= layout->scale;
}

static const struct door_display *
display_of(struct door_layout *layout)
{
    struct door_display *display = door_arena_alloc(layout->arena, sizeof *display);

    if (layout->scale < 1 || layout->scale > 1)
        scale(layout);
    *display = (struct door_display){ .title = layout->setup->title, .language = layout->setup->language,
            .width = layout->setup->width_mm * DOOR_POINTS_IN_MM,
            .height = layout->setup->height_mm * DOOR_POINTS_IN_MM, .pages = layout->pages,
            .page_count = layout->page_count, .elements = layout->elements, .element_count = layout->element_count,
            .headings = layout->headings, .heading_count = layout->heading_count };
    return display;
}

static void
measure_page(struct door_layout *layout)
{
    const struct door_page_style *page = door_sheet_page(layout->sheet);
    double width = layout->setup->width_mm * DOOR_POINTS_IN_MM;

    layout->scale = page->drawn_for > 0 ? width / page->drawn_for : 1;
    layout->width = width / layout->scale;
    layout->height = layout->setup->height_mm * DOOR_POINTS_IN_MM / layout->scale;
    layout->content_width = layout->width - page->inner - page->outer;
    layout->content_height = layout->height - page->top - page->bottom;
}

const struct door_display *
door_press_lay_out(struct door_press *press, struct door_arena *arena, struct door_paper *paper,
        struct door_diag *diag)
{
    struct door_layout layout = { .arena = arena, .shaper = press->shaper, .diag = diag, .setup = &paper->setup };
    struct door_strips strips = { 0 };

    layout.sheet = door_sheet_load(arena, &paper->setup, diag);
    if (!layout.sheet)
        return NULL;
    measure_page(&layout);
    door_paper_end(paper);
    door_layout_structure(&layout, paper->root);
    door_layout_flow(&layout, paper->root, 0, layout.content_width, &strips);
    door_layout_pages(&layout, &strips);
    door_layout_tell_missing(&layout);
    return layout.failed ? NULL : display_of(&layout);
}
