#include "paper/layout.h"

#include <string.h>

#include "base/arena.h"
#include "language/language.h"

#define FEW_MISSING 3           /* texts of a language that are told one by one */

struct door_strip *
door_strips_add(struct door_layout *layout, struct door_strips *strips, const struct door_block *block)
{
    struct door_strip *strip = door_arena_alloc(layout->arena, sizeof *strip);

    strip->block = block;
    if (strips->last)
        strips->last->next = strip;
    else
        strips->first = strip;
    strips->last = strip;
    return strip;
}

/* Room for count more inks; the first of them. */
struct door_ink *
door_strip_ink(struct door_layout *layout, struct door_strip *strip, size_t count)
{
    struct door_ink *inks = door_arena_array(layout->arena, strip->ink_count + count, sizeof *inks);

    if (strip->ink_count)
        memcpy(inks, strip->inks, strip->ink_count * sizeof *inks);
    strip->inks = inks;
    inks += strip->ink_count;
    strip->ink_count += count;
    return inks;
}

/* Turn a shaped line into inks at this place. */
static void
place_line(const struct door_line *line, double x, double y, struct door_ink *inks)
{
    size_t i;

    for (i = 0; i < line->mark_count; i++) {
        inks[i].mark = line->marks[i];
        inks[i].mark.x += x;
        inks[i].mark.y += y;
    }
}

/*
 * Several lines begin where their own language begins. A single one, say an English name between Urdu paragraphs,
 * stands at the side where its neighbours begin.
 */
static double
line_start(const struct door_layout *layout, const struct door_block *block, double x, double width, double line_width,
        bool single)
{
    bool turned = single ? layout->setup->language->right_to_left : block->leaf_language->right_to_left;

    switch ((enum door_align)block->style->align) {
    case DOOR_ALIGN_START:
        return turned ? x + width - line_width : x;
    case DOOR_ALIGN_CENTRE:
        return x + (width - line_width) / 2;
    case DOOR_ALIGN_END:
        return turned ? x : x + width - line_width;
    }
    return x;
}

/* In this language one more text has a character that no font has; how many have now. */
static int
count_missing(struct door_layout *layout, const struct door_language *language)
{
    size_t i;

    for (i = 0; i < layout->missing_count; i++)
        if (layout->missing[i].language == language)
            return ++layout->missing[i].texts;
    layout->missing = door_arena_grow(layout->arena, layout->missing, layout->missing_count, &layout->missing_capacity,
            sizeof *layout->missing);
    layout->missing[layout->missing_count++] = (struct door_missing){ language, 1 };
    return 1;
}

void
door_layout_tell_missing(struct door_layout *layout)
{
    size_t i;

    for (i = 0; i < layout->missing_count; i++)
        if (layout->missing[i].texts > FEW_MISSING)
            door_layout_error(layout, "print-glyph", "If it is all of a language, this machine has no font for it: "
                    "install one, such as fonts-noto-core or fonts-noto-cjk.",
                    "no font has all characters of %d more texts (%s)", layout->missing[i].texts - FEW_MISSING,
                    layout->missing[i].language->code);
}

static void
report_shaping(struct door_layout *layout, const struct door_block *block, const struct door_shaped *shaped)
{
    const char *words = door_block_words(layout->arena, block);

    if (shaped->missing && count_missing(layout, block->leaf_language) <= FEW_MISSING)
        door_layout_error(layout, "print-glyph", "Write it another way, or take it out.",
                "no font has the character U+%04X of \"%s\" (%s)", (unsigned)shaped->missing, words,
                block->leaf_language->code);
    if (shaped->broken_word && block->kind == DOOR_BLOCK_HEADING)
        door_layout_error(layout, "print-word", "Use a shorter word, or a smaller size in print/style.yaml.",
                "a word of the heading \"%s\" is too wide for its line (%s)", words, block->leaf_language->code);
}

/* Shape it as narrow as its number of lines allows: "Having a baby? / Have a little one?", and no word left alone. */
static void
shape_balanced(struct door_layout *layout, const struct door_paragraph *paragraph, double width,
        struct door_shaped *shaped)
{
    struct door_shaped tried;
    double low = 0, high = width, middle;
    int step;

    for (step = 0; step < 7 && shaped->line_count > 1; step++) {
        middle = (low + high) / 2;
        door_shape(layout->shaper, layout->arena, paragraph, middle, &tried);
        if (tried.line_count > shaped->line_count || tried.broken_word) {
            low = middle;
        } else {
            high = middle;
            *shaped = tried;
        }
    }
}

/* A paragraph, a line a strip. Neither its first nor its last line stands alone on a page. */
static void
flow_leaf(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    struct door_paragraph *paragraph = block->paragraph;
    struct door_shaped shaped;
    size_t i;

    if (!paragraph)
        return;
    door_shape(layout->shaper, layout->arena, paragraph, width, &shaped);
    report_shaping(layout, block, &shaped);
    if (block->style->balance && !shaped.broken_word)
        shape_balanced(layout, paragraph, width, &shaped);
    for (i = 0; i < paragraph->span_count; i++)
        if (paragraph->spans[i].turns)
            layout->elements[paragraph->spans[i].element].right_to_left = true;
    for (i = 0; i < shaped.line_count; i++) {
        const struct door_line *line = &shaped.lines[i];
        struct door_strip *strip = door_strips_add(layout, out, block);
        double start = line_start(layout, block, x, width, line->width, shaped.line_count == 1);

        strip->height = line->ascent + line->descent;
        strip->baseline = line->ascent;
        strip->with_next = i + 1 < shaped.line_count && (i == 0 || i + 2 == shaped.line_count);
        place_line(line, start, line->ascent, door_strip_ink(layout, strip, line->mark_count));
    }
}

/* The bullet or number, on the first line's baseline, at the start of the item. */
static void
add_marker(struct door_layout *layout, const struct door_block *item, double x, double width,
        struct door_strip *strip)
{
    const struct door_language *language = layout->setup->language;
    const char *text = layout->elements[item->label_element].text;
    double size = item->style->size * door_sheet_size_factor(layout->sheet, language);
    struct door_shape_span span = { .end = strlen(text), .size = size, .leading = size, .bold = item->style->bold,
            .colour = item->style->border_colour ? item->style->border_colour : item->style->colour,
            .language = language, .element = item->label_element };
    struct door_paragraph paragraph = { text, &span, 1, language };
    struct door_shaped shaped;

    door_shape(layout->shaper, layout->arena, &paragraph, 1000, &shaped);
    layout->elements[item->label_element].right_to_left = span.turns;
    if (language->right_to_left)
        x += width - shaped.lines[0].width;
    place_line(&shaped.lines[0], x, strip->baseline ? strip->baseline : size,
            door_strip_ink(layout, strip, shaped.lines[0].mark_count));
}

static void flow_content(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);

static void
flow_item(struct door_layout *layout, const struct door_block *item, double x, double width,
        struct door_strips *out)
{
    struct door_strips inside = { 0 };
    double inner_x = x, inner_width = width;

    door_layout_inset(layout, item->parent->style->indent, 0, &inner_x, &inner_width);
    flow_content(layout, item, inner_x, inner_width, &inside);
    if (!inside.first)
        door_strips_add(layout, &inside, item)->height = item->style->size;
    add_marker(layout, item, x, width, inside.first);
    if (out->last)
        out->last->next = inside.first;
    else
        out->first = inside.first;
    out->last = inside.last;
}

static void
flow_content(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    const struct door_block *child;

    if (block->kind == DOOR_BLOCK_CODE) {
        door_layout_code(layout, block, x, width, out);
    } else if (block->kind == DOOR_BLOCK_LOGO) {
        door_layout_logo(layout, block, x, width, out);
    } else if (block->kind == DOOR_BLOCK_TABLE) {
        door_layout_table(layout, block, x, width, out);
    } else if (block->leaf) {
        flow_leaf(layout, block, x, width, out);
    } else if (block->style->columns.count) {
        door_layout_columns(layout, block, x, width, out);
    } else {
        for (child = block->first; child; child = child->next)
            door_layout_flow(layout, child, x, width, out);
    }
}

void
door_layout_flow_inside(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    if (block->kind == DOOR_BLOCK_ITEM && block->label_element != DOOR_ARTIFACT)
        flow_item(layout, block, x, width, out);
    else
        flow_content(layout, block, x, width, out);
}

/* What a block says of breaks and white, told to the strips that it became. */
static void
mark_ends(const struct door_block *block, struct door_strip *first, struct door_strip *last)
{
    const struct door_style *style = block->style;
    struct door_strip *strip;

    if (first->before < style->space_before)
        first->before = style->space_before;
    if (last->after < style->space_after)
        last->after = style->space_after;
    first->last_page = first->last_page || door_block_has_class(block, "back");
    first->page_before = first->page_before || style->page_break == DOOR_BREAK_BEFORE || first->last_page;
    first->page_if_spare = first->page_if_spare || style->page_break == DOOR_BREAK_SPARE;
    if (style->keep_together)
        for (strip = first; strip != last; strip = strip->next)
            strip->with_next = true;
    last->with_next = last->with_next || style->keep_with_next;
}

void
door_layout_flow(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    struct door_strip *before = out->last, *first;
    const struct door_style *style = block->style;

    if (style->hidden)
        return;
    if (door_layout_is_box(block)) {
        door_layout_box(layout, block, x, width, out);
    } else {
        door_layout_inset(layout, style->padding.start, style->padding.end, &x, &width);
        door_layout_flow_inside(layout, block, x, width, out);
    }
    first = before ? before->next : out->first;
    if (first)
        mark_ends(block, first, out->last);
}
