#include "paper/layout.h"

#include <string.h>

#include "base/arena.h"
#include "language/language.h"

struct grid {               /* the columns of a table or of blocks side by side */
    double x[DOOR_COLUMNS_MOST], width[DOOR_COLUMNS_MOST];
    size_t count;
};

/* Lengths and percents take theirs; the shares divide what is left. */
static void
measure(const struct door_layout *layout, const struct door_columns *columns, double gap, double x, double width,
        struct grid *grid)
{
    double left = width - gap * (double)(columns->count - 1), shares = 0, at = x;
    size_t i;

    grid->count = columns->count;
    for (i = 0; i < columns->count; i++) {
        const struct door_extent *item = &columns->items[i];

        if (item->unit == DOOR_EXTENT_SHARE)
            shares += item->value;
        else
            grid->width[i] = item->unit == DOOR_EXTENT_PERCENT ? width * item->value / 100 : item->value;
    }
    for (i = 0; i < columns->count; i++)
        if (columns->items[i].unit != DOOR_EXTENT_SHARE)
            left -= grid->width[i];
    for (i = 0; i < columns->count; i++) {
        if (columns->items[i].unit == DOOR_EXTENT_SHARE)
            grid->width[i] = left > 0 ? left * columns->items[i].value / shares : 1;
        grid->x[i] = at;
        at += grid->width[i] + gap;
        if (layout->setup->language->right_to_left)
            grid->x[i] = x + width - (grid->x[i] - x) - grid->width[i];
    }
}

/* This cell, or the next one that is shown. */
static const struct door_block *
shown(const struct door_block *cell)
{
    while (cell && cell->style->hidden)
        cell = cell->next;
    return cell;
}

static size_t
count_cells(const struct door_block *row)
{
    const struct door_block *cell;
    size_t count = 0;

    for (cell = shown(row->first); cell; cell = shown(cell->next))
        count++;
    return count;
}

/* Without columns in its style: a third for the row headings, equal parts for the rest. */
static void
usual_columns(const struct door_block *row, struct door_columns *columns)
{
    size_t i;

    columns->count = count_cells(row);
    if (columns->count > DOOR_COLUMNS_MOST)
        columns->count = DOOR_COLUMNS_MOST;
    for (i = 0; i < columns->count; i++)
        columns->items[i] = (struct door_extent){ 1, DOOR_EXTENT_SHARE };
    if (columns->count > 1 && shown(row->first)->row_heading)
        columns->items[0] = (struct door_extent){ 30, DOOR_EXTENT_PERCENT };
}

/* What a cell holds, and how high it is. */
struct filled {
    struct door_strips strips;
    double height, baseline;
};

static void
fill(struct door_layout *layout, const struct door_block *cell, double x, double width, struct filled *filled)
{
    const struct door_edges *padding = &cell->style->padding;

    door_layout_inset(layout, padding->start, padding->end, &x, &width);
    door_layout_flow_inside(layout, cell, x, width, &filled->strips);
    filled->height = door_strips_height(&filled->strips) + padding->top + padding->bottom;
    if (filled->strips.first)
        filled->baseline = filled->strips.first->baseline + padding->top;
}

/* A row: the first lines of its cells stand on one baseline, whatever their script. */
static void
flow_row(struct door_layout *layout, const struct door_block *row, const struct grid *grid, double x, double width,
        struct door_strips *out)
{
    const struct door_style *style = row->style;
    struct filled filled[DOOR_COLUMNS_MOST] = { 0 };
    struct door_strip *strip = door_strips_add(layout, out, row);
    const struct door_colour *rule = style->rule_colour ? style->rule_colour : style->colour;
    const struct door_block *cell;
    double baseline = 0, height = 0;
    size_t i;

    for (i = 0, cell = shown(row->first); cell && i < grid->count; cell = shown(cell->next), i++) {
        fill(layout, cell, grid->x[i], grid->width[i], &filled[i]);
        if (filled[i].baseline > baseline)
            baseline = filled[i].baseline;
    }
    for (i = 0; i < grid->count; i++)
        if (filled[i].height + baseline - filled[i].baseline > height)
            height = filled[i].height + baseline - filled[i].baseline;
    strip->height = height + style->rule_above + style->rule_below;
    door_strip_ground(layout, strip, style->background, x, 0, width, strip->height);
    door_strip_ground(layout, strip, rule, x, 0, width, style->rule_above);
    door_strip_ground(layout, strip, rule, x, strip->height - style->rule_below, width, style->rule_below);
    for (i = 0, cell = shown(row->first); cell && i < grid->count; cell = shown(cell->next), i++)
        door_strips_stack(layout, &filled[i].strips, 0, DOOR_RISE_TOP, strip,
                style->rule_above + cell->style->padding.top + baseline - filled[i].baseline);
    strip->baseline = baseline + style->rule_above;
}

static void
flow_rows(struct door_layout *layout, const struct door_block *parent, const struct door_block *table, double x,
        double width, struct door_strips *out)
{
    const struct door_block *row;
    struct door_columns columns;
    struct grid grid;

    for (row = parent->first; row; row = row->next) {
        if (row->style->hidden)
            continue;
        if (row->kind != DOOR_BLOCK_ROW) {
            flow_rows(layout, row, table, x, width, out);
            continue;
        }
        columns = table->style->columns;
        if (!columns.count)
            usual_columns(row, &columns);
        if (count_cells(row) > columns.count)
            door_layout_error(layout, "print-columns", "Give the table as many columns in print/style.yaml.",
                    "\"%s\" has %zu cells in a row of %zu columns", door_block_words(layout->arena, row),
                    count_cells(row), columns.count);
        measure(layout, &columns, table->style->gap, x, width, &grid);
        flow_row(layout, row, &grid, x, width, out);
        if (row->first && row->first->kind == DOOR_BLOCK_HEADING_CELL && !row->first->row_heading)
            out->last->with_next = true;
    }
}

/* As with lines of a paragraph: a page ends neither behind a table's first row nor before its last one. */
static void
tie_ends(struct door_strip *first)
{
    struct door_strip *strip;

    for (strip = first; strip; strip = strip->next)
        if (strip->next && (strip == first || !strip->next->next))
            strip->with_next = true;
}

void
door_layout_table(struct door_layout *layout, const struct door_block *table, double x, double width,
        struct door_strips *out)
{
    const struct door_strip *before = out->last;

    flow_rows(layout, table, table, x, width, out);
    tie_ends(before ? before->next : out->first);
}

/* How far a column's first line hangs; 0 if it does not begin with one at its top. */
static double
first_baseline(const struct door_strips *column, const struct door_block *item)
{
    return column->first && item->style->rise == DOOR_RISE_TOP ? column->first->baseline : 0;
}

/*
 * One row of blocks side by side, as one strip; each column's content stands by its own `rise`, those at the top with
 * their first lines on one baseline.
 */
static const struct door_block *
flow_band(struct door_layout *layout, const struct door_block *block, const struct grid *grid,
        struct door_strips *out)
{
    struct door_strips columns[DOOR_COLUMNS_MOST] = { 0 };
    const struct door_block *items[DOOR_COLUMNS_MOST] = { 0 };
    struct door_strip *strip;
    double height = 0, baseline = 0, shift[DOOR_COLUMNS_MOST] = { 0 };
    size_t count = 0, i;

    for (; block && count < grid->count; block = block->next) {
        if (block->style->hidden)
            continue;
        items[count] = block;
        door_layout_flow(layout, block, grid->x[count], grid->width[count], &columns[count]);
        if (first_baseline(&columns[count], block) > baseline)
            baseline = first_baseline(&columns[count], block);
        count++;
    }
    if (!count)
        return block;
    for (i = 0; i < count; i++) {
        if (first_baseline(&columns[i], items[i]) > 0)
            shift[i] = baseline - first_baseline(&columns[i], items[i]);
        if (door_strips_height(&columns[i]) + shift[i] > height)
            height = door_strips_height(&columns[i]) + shift[i];
    }
    strip = door_strips_add(layout, out, items[0]);
    strip->height = height;
    for (i = 0; i < count; i++)
        door_strips_stack(layout, &columns[i], height - shift[i], items[i]->style->rise, strip, shift[i]);
    return block;
}

void
door_layout_columns(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out)
{
    const struct door_block *child = block->first;
    struct door_strip *before = out->last, *strip;
    struct grid grid;

    measure(layout, &block->style->columns, block->style->gap, x, width, &grid);
    while (child)
        child = flow_band(layout, child, &grid, out);
    for (strip = before ? before->next : out->first; strip && strip->next; strip = strip->next)
        strip->after = block->style->gap;
}
