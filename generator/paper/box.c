#include "paper/layout.h"

#include <string.h>

#include "base/arena.h"
#include "language/language.h"
#include "paper/code.h"
#include "theme/emblem.h"
#include "theme/theme.h"

#define SMALLEST_MODULE 0.4     /* mm; below it phones in hand fail (doc/print.md, "Codes") */

static double
gap_between(const struct door_strip *upper, const struct door_strip *lower)
{
    return upper->after > lower->before ? upper->after : lower->before;
}

double
door_strips_height(const struct door_strips *strips)
{
    const struct door_strip *strip;
    double height = 0;

    for (strip = strips->first; strip; strip = strip->next) {
        height += strip->height;
        if (strip->next)
            height += gap_between(strip, strip->next);
    }
    return height;
}

/* Where the white of a box that is higher than its content goes: above what stands at its foot, else by `rise`. */
static double
first_offset(double spare, int rise)
{
    switch ((enum door_rise)rise) {
    case DOOR_RISE_TOP:
        return 0;
    case DOOR_RISE_MIDDLE:
        return spare / 2;
    case DOOR_RISE_BOTTOM:
        return spare;
    }
    return 0;
}

void
door_strips_stack(struct door_layout *layout, const struct door_strips *strips, double height, int rise,
        struct door_strip *into, double y)
{
    double spare = height - door_strips_height(strips);
    const struct door_strip *strip;
    bool pushed = false;
    size_t i;

    for (strip = strips->first; strip; strip = strip->next)
        pushed = pushed || strip->bottom;
    if (spare > 0 && !pushed)
        y += first_offset(spare, rise);
    for (strip = strips->first; strip; strip = strip->next) {
        struct door_ink *inks;

        if (spare > 0 && strip->bottom) {
            y += spare;
            spare = 0;
        }
        if (into->baseline == 0 && strip->baseline > 0)
            into->baseline = y + strip->baseline;
        inks = door_strip_ink(layout, into, strip->ink_count);
        if (strip->ink_count)
            memcpy(inks, strip->inks, strip->ink_count * sizeof *inks);
        for (i = 0; i < strip->ink_count; i++)
            inks[i].mark.y += y;
        y += strip->height;
        if (strip->next)
            y += gap_between(strip, strip->next);
    }
}

void
door_layout_inset(const struct door_layout *layout, double start, double end, double *x, double *width)
{
    *x += layout->setup->language->right_to_left ? end : start;
    *width -= start + end;
    if (*width < 1)
        *width = 1;
}

bool
door_layout_is_box(const struct door_block *block)
{
    const struct door_style *style = block->style;

    if (block->kind == DOOR_BLOCK_CODE || block->kind == DOOR_BLOCK_LOGO)
        return false;
    return style->background || style->border_start > 0 || style->rule_above > 0 || style->rule_below > 0
            || style->padding.top > 0 || style->padding.bottom > 0 || style->width.unit != DOOR_EXTENT_NONE
            || style->min_height > 0 || style->own_page || style->bottom || block->kind == DOOR_BLOCK_RULE;
}

/* Where something narrower than its column stands. */
static double
narrow_start(const struct door_layout *layout, const struct door_block *block, double x, double width, double narrow)
{
    bool turned = layout->setup->language->right_to_left;

    switch ((enum door_align)block->style->align) {
    case DOOR_ALIGN_START:
        return turned ? x + width - narrow : x;
    case DOOR_ALIGN_CENTRE:
        return x + (width - narrow) / 2;
    case DOOR_ALIGN_END:
        return turned ? x : x + width - narrow;
    }
    return x;
}

static void
narrow(const struct door_layout *layout, const struct door_block *block, double *x, double *width)
{
    const struct door_extent *extent = &block->style->width;
    double wanted = *width;

    if (extent->unit == DOOR_EXTENT_PERCENT)
        wanted = *width * extent->value / 100;
    else if (extent->unit == DOOR_EXTENT_POINTS && extent->value < *width)
        wanted = extent->value;
    *x = narrow_start(layout, block, *x, *width, wanted);
    *width = wanted;
}

void
door_strip_ground(struct door_layout *layout, struct door_strip *strip, const struct door_colour *colour, double x,
        double y, double width, double height)
{
    struct door_ink *ink;

    if (!colour || width <= 0 || height <= 0)
        return;
    ink = door_strip_ink(layout, strip, 1);
    ink->mark = (struct door_mark){ .type = DOOR_MARK_BOX, .element = DOOR_ARTIFACT, .colour = colour, .x = x, .y = y,
            .width = width, .height = height };
}

/* Ground, border and rules, before what stands on them. */
static void
decorate(struct door_layout *layout, const struct door_style *style, struct door_strip *strip, double x, double width)
{
    bool turned = layout->setup->language->right_to_left;
    const struct door_colour *rule = style->rule_colour ? style->rule_colour : style->colour;
    size_t before = strip->ink_count;

    door_strip_ground(layout, strip, style->background, x, 0, width, strip->height);
    if (strip->ink_count > before) {
        strip->inks[before].mark.radius = style->radius;
        strip->inks[before].bleed = style->bleed;
        strip->inks[before].whole_page = style->own_page;
    }
    door_strip_ground(layout, strip, style->border_colour ? style->border_colour : style->colour,
            turned ? x + width - style->border_start : x, 0, style->border_start, strip->height);
    door_strip_ground(layout, strip, rule, x, 0, width, style->rule_above);
    door_strip_ground(layout, strip, rule, x, strip->height - style->rule_below, width, style->rule_below);
}

void
door_layout_box(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    const struct door_style *style = block->style;
    double top = style->padding.top + style->rule_above, bottom = style->padding.bottom + style->rule_below, height;
    struct door_strips inside = { 0 };
    struct door_strip *strip;
    double inner_x, inner_width;

    narrow(layout, block, &x, &width);
    inner_x = x;
    inner_width = width;
    door_layout_inset(layout, style->padding.start + style->border_start, style->padding.end, &inner_x, &inner_width);
    door_layout_flow_inside(layout, block, inner_x, inner_width, &inside);
    if (!inside.first && block->kind != DOOR_BLOCK_RULE && style->min_height <= 0)
        return;
    height = door_strips_height(&inside) + top + bottom;
    strip = door_strips_add(layout, out, block);
    strip->height = height > style->min_height ? height : style->min_height;
    strip->own_page = style->own_page;
    strip->bottom = style->bottom;
    if (style->own_page && strip->height < layout->content_height)
        strip->height = layout->content_height;
    decorate(layout, style, strip, x, width);
    door_strips_stack(layout, &inside, strip->height - top - bottom, style->rise, strip, top);
}

static const struct door_code *
make_code(struct door_layout *layout, const struct door_block *block)
{
    const struct door_style *style = block->style;
    const struct door_code *code = door_code_make(layout->arena, block->href, style->level);
    double width_mm = style->code * layout->scale / DOOR_POINTS_IN_MM;

    if (!code) {
        door_layout_error(layout, "code-long", "Choose a shorter address for \"codes\" in offer.yaml.",
                "the address \"%s\" is too long for a code", block->href);
        return NULL;
    }
    if (width_mm / (code->modules + 2 * DOOR_CODE_QUIET_ZONE) < SMALLEST_MODULE) {
        door_layout_error(layout, "code-small", "Give it more width in print/style.yaml, or choose a shorter address.",
                "a code of %.0f mm is too small for \"%s\"", width_mm, block->href);
        return NULL;
    }
    if (!door_code_reads(code, width_mm)) {
        door_layout_error(layout, "code-unreadable", "Give it more width in print/style.yaml.",
                "the code for \"%s\" cannot be read at %.0f mm", block->href, width_mm);
        return NULL;
    }
    return code;
}

void
door_layout_code(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    const struct door_code *code = block->href ? make_code(layout, block) : NULL;
    double side = block->style->code, quiet;
    struct door_strip *strip;
    struct door_ink *ink;

    if (!code)
        return;
    x = narrow_start(layout, block, x, width, side);
    quiet = side / (code->modules + 2 * DOOR_CODE_QUIET_ZONE) * DOOR_CODE_QUIET_ZONE;
    strip = door_strips_add(layout, out, block);
    strip->height = side;
    door_strip_ground(layout, strip, block->style->background, x, 0, side, side);
    if (strip->ink_count)
        strip->inks[0].mark.radius = block->style->radius;
    ink = door_strip_ink(layout, strip, 1);
    ink->mark = (struct door_mark){ .type = DOOR_MARK_CODE, .element = block->element,
            .colour = door_theme_colour(layout->setup->theme, "text"), .x = x + quiet, .y = quiet,
            .width = side - 2 * quiet, .height = side - 2 * quiet, .code = code };
}

/*
 * As wide as its height makes it, but no wider than its column. At the end side it takes no height, but stands beside
 * what follows, and no wider than a third. A theme without one prints nothing.
 */
void
door_layout_logo(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    const struct door_emblem *emblem = layout->setup->theme->brand.emblem;
    double height = block->style->logo, wide = emblem ? height * emblem->width / emblem->height : 0;
    bool beside = block->style->align == DOOR_ALIGN_END;
    double most = beside ? width / 3 : width;
    struct door_strip *strip;

    if (!emblem || height <= 0)
        return;
    if (wide > most) {
        height *= most / wide;
        wide = most;
    }
    strip = door_strips_add(layout, out, block);
    strip->height = beside ? 0 : height;
    strip->with_next = beside;
    door_strip_ink(layout, strip, 1)->mark = (struct door_mark){ .type = DOOR_MARK_EMBLEM, .element = DOOR_ARTIFACT,
            .colour = block->style->colour, .x = narrow_start(layout, block, x, width, wide), .width = wide,
            .height = height, .emblem = emblem };
}
