#include "paper/layout.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "language/language.h"
#include "paper/code.h"

#define TOLERANCE 0.01          /* points: sums of heights are not exact */

struct paginator {              /* the page that is being filled */
    struct door_layout *layout;
    struct door_mark *marks;
    size_t count, capacity;
    double y;                   /* what is used of the content area's height */
    double after;               /* the white that the last strip wants below */
    bool filled;                /* something stands on it */
    bool unnumbered;            /* it is a cover */
};

/* Page 1 is a right-hand page where text runs to the right, a left-hand one where the binding is on the right. */
static bool
bound_left(const struct door_layout *layout, size_t page)
{
    return (page % 2 == 0) != layout->setup->language->right_to_left;
}

static double
left_margin(const struct door_layout *layout, size_t page)
{
    const struct door_page_style *style = door_sheet_page(layout->sheet);

    return bound_left(layout, page) ? style->inner : style->outer;
}

static void
add_mark(struct paginator *pages, const struct door_mark *mark)
{
    pages->marks = door_arena_grow(pages->layout->arena, pages->marks, pages->count, &pages->capacity, sizeof *mark);
    pages->marks[pages->count++] = *mark;
}

static void
note_heading(struct door_layout *layout, const struct door_mark *mark)
{
    int level = (int)layout->elements[mark->element].type - DOOR_STRUCTURE_H1 + 1;

    if (level < 1 || level > 4)
        return;
    if (layout->heading_count && layout->headings[layout->heading_count - 1].element == mark->element)
        return;
    layout->headings = door_arena_grow(layout->arena, layout->headings, layout->heading_count,
            &layout->heading_capacity, sizeof *layout->headings);
    layout->headings[layout->heading_count++] = (struct door_heading_mark){ .element = mark->element,
            .page = (int)layout->page_count, .level = level, .y = mark->y - mark->size };
}

static void
note_figure(struct door_layout *layout, const struct door_mark *mark)
{
    struct door_element *element = &layout->elements[mark->element];
    double quiet = mark->width / mark->code->modules * DOOR_CODE_QUIET_ZONE;

    element->x = mark->x - quiet;
    element->y = mark->y - quiet;
    element->width = mark->width + 2 * quiet;
    element->height = mark->height + 2 * quiet;
    element->page = (int)layout->page_count;
}

/* A ground that bleeds reaches over the sides, and over the page's head or foot if it touches the margin there. */
static void
bleed(const struct door_layout *layout, const struct door_ink *ink, struct door_mark *mark)
{
    const struct door_page_style *style = door_sheet_page(layout->sheet);
    double over = DOOR_BLEED_MM * DOOR_POINTS_IN_MM / layout->scale;
    double top = mark->y, bottom = mark->y + mark->height;

    if (ink->whole_page || top <= style->top + TOLERANCE)
        top = -over;
    if (ink->whole_page || bottom >= layout->height - style->bottom - TOLERANCE)
        bottom = layout->height + over;
    mark->x = -over;
    mark->width = layout->width + 2 * over;
    mark->y = top;
    mark->height = bottom - top;
}

static void
place(struct paginator *pages, const struct door_strip *strip)
{
    struct door_layout *layout = pages->layout;
    double x = left_margin(layout, layout->page_count), y = door_sheet_page(layout->sheet)->top + pages->y;
    size_t i;

    for (i = 0; i < strip->ink_count; i++) {
        const struct door_ink *ink = &strip->inks[i];
        struct door_mark mark = ink->mark;

        mark.x += x;
        mark.y += y;
        if (ink->bleed || ink->whole_page)
            bleed(layout, ink, &mark);
        if (mark.type == DOOR_MARK_RUN && mark.element != DOOR_ARTIFACT)
            note_heading(layout, &mark);
        if (mark.type == DOOR_MARK_CODE)
            note_figure(layout, &mark);
        add_mark(pages, &mark);
    }
    pages->y += strip->height;
    pages->after = strip->after;
    pages->filled = true;
}

static void
add_number(struct paginator *pages)
{
    struct door_layout *layout = pages->layout;
    const struct door_page_style *page = door_sheet_page(layout->sheet);
    const struct door_block block = { .kind = DOOR_BLOCK_PARAGRAPH, .name = "page-number" };
    const struct door_style *style = door_sheet_style(layout->sheet, layout->arena, &block, NULL);
    char *text = door_arena_format(layout->arena, "%zu", layout->page_count + 1);
    struct door_shape_span span = { .end = strlen(text), .size = style->size, .leading = style->size,
            .bold = style->bold, .colour = style->colour, .language = &layout->setup->languages->items[0],
            .element = DOOR_ARTIFACT };
    struct door_paragraph paragraph = { text, &span, 1, span.language };
    struct door_shaped shaped;
    double x;
    size_t i;

    door_shape(layout->shaper, layout->arena, &paragraph, 1000, &shaped);
    x = (layout->width - shaped.lines[0].width) / 2;
    if (page->number == DOOR_NUMBER_OUTER)
        x = bound_left(layout, layout->page_count) ? layout->width - page->outer - shaped.lines[0].width : page->outer;
    for (i = 0; i < shaped.lines[0].mark_count; i++) {
        struct door_mark *mark = &shaped.lines[0].marks[i];

        mark->x += x;
        mark->y += layout->height - page->foot;
        add_mark(pages, mark);
    }
}

static void
add_page(struct door_layout *layout, const struct door_mark *marks, size_t count)
{
    layout->pages = door_arena_grow(layout->arena, layout->pages, layout->page_count, &layout->page_capacity,
            sizeof *layout->pages);
    layout->pages[layout->page_count++] = (struct door_display_page){ marks, count };
}

static void
finish_page(struct paginator *pages)
{
    struct door_layout *layout = pages->layout;

    if (!pages->filled)
        return;
    if (!pages->unnumbered && door_sheet_page(layout->sheet)->number != DOOR_NUMBER_NONE)
        add_number(pages);
    add_page(layout, pages->marks, pages->count);
    *pages = (struct paginator){ .layout = layout };
}

/* Blanks, so that with `more` pages to come the count is what the binding needs. */
static void
add_blanks(struct door_layout *layout, size_t more)
{
    size_t multiple = layout->setup->pages > 0 ? (size_t)layout->setup->pages : 1;

    while ((layout->page_count + more) % multiple)
        add_page(layout, NULL, 0);
}

static double
gap_above(const struct paginator *pages, const struct door_strip *strip)
{
    if (!pages->filled)
        return 0;
    return pages->after > strip->before ? pages->after : strip->before;
}

/* What must stay on one page: the strips from this one to the returned one, and the height they take together. */
static const struct door_strip *
group_end(const struct door_strip *first, bool spare, double *height)
{
    const struct door_strip *strip = first, *next;

    *height = first->height;
    for (next = strip->next; next; strip = next, next = next->next) {
        if (next->page_before || next->own_page || (spare && next->page_if_spare) || (next->bottom != first->bottom))
            break;
        if (!strip->with_next && !first->bottom)
            break;
        *height += (strip->after > next->before ? strip->after : next->before) + next->height;
    }
    return strip;
}

static void
place_group(struct paginator *pages, const struct door_strip *first, const struct door_strip *last, double height)
{
    const struct door_layout *layout = pages->layout;
    const struct door_strip *strip;
    bool too_high = height > layout->content_height + TOLERANCE;

    if (!too_high && pages->y + gap_above(pages, first) + height > layout->content_height + TOLERANCE)
        finish_page(pages);
    if (first->bottom && !too_high) {
        pages->y = layout->content_height - height;
        pages->after = 0;
        if (pages->filled)
            pages->y -= first->before;
    }
    for (strip = first;; strip = strip->next) {
        if (pages->y + gap_above(pages, strip) + strip->height > layout->content_height + TOLERANCE && too_high)
            finish_page(pages);
        pages->y += gap_above(pages, strip);
        place(pages, strip);
        if (strip == last)
            break;
    }
    if (first->bottom)
        finish_page(pages);
}

static void
fill_pages(struct door_layout *layout, const struct door_strips *strips, bool spare)
{
    struct paginator pages = { .layout = layout };
    const struct door_strip *strip, *last;
    double height;

    layout->page_count = layout->heading_count = 0;
    for (strip = strips->first; strip; strip = last->next) {
        last = group_end(strip, spare, &height);
        if (strip->page_before || strip->own_page
                || (spare && strip->page_if_spare && pages.y > layout->content_height / 2))
            finish_page(&pages);
        if (strip->last_page)
            add_blanks(layout, 1);
        pages.unnumbered = pages.unnumbered || strip->own_page;
        place_group(&pages, strip, last, height);
        if (strip->own_page)
            finish_page(&pages);
    }
    finish_page(&pages);
    add_blanks(layout, 0);
}

/* A strip is never cut in two, so what is higher than a page would run over its edge. */
static void
check_height(struct door_layout *layout, const struct door_strip *strip)
{
    if (strip->height <= layout->content_height + TOLERANCE)
        return;
    door_layout_error(layout, "print-overflow",
            "Say less, show fewer entries, or give the publication more room.",
            "\"%s\" is %.0f mm too high for its page (%s)", door_block_words(layout->arena, strip->block),
            ceil((strip->height - layout->content_height) * layout->scale / DOOR_POINTS_IN_MM),
            layout->setup->language->code);
}

/*
 * A booklet that must be filled up with blanks anyway may spend those pages: it is tried with the breaks that
 * page_break: if-spare asks for (but for those that would leave a page half empty), and kept so if it takes no more
 * paper.
 */
void
door_layout_pages(struct door_layout *layout, const struct door_strips *strips)
{
    const struct door_strip *strip;
    bool wishes = false;
    size_t needed;

    fill_pages(layout, strips, false);
    for (strip = strips->first; strip; strip = strip->next) {
        check_height(layout, strip);
        wishes = wishes || strip->page_if_spare;
    }
    if (!wishes || layout->setup->pages < 2)
        return;
    needed = layout->page_count;
    fill_pages(layout, strips, true);
    if (layout->page_count > needed)
        fill_pages(layout, strips, false);
}
