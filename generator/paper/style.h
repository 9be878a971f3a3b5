/*
 * style - what the theme's print/style.yaml says about pages and blocks.
 *
 * The file is described in doc/print.md. Rules are tried from top to bottom, and the later one wins: there is no
 * other order of importance to know.
 *
 * Owns:   the rules, in the publication's arena.
 * Called: by press.c to read them, by structure.c for each block's style.
 * Never:  places anything.
 */
#ifndef DOOR_PAPER_STYLE_H
#define DOOR_PAPER_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_block;
struct door_colour;
struct door_language;
struct door_paper_setup;
struct door_sheet;

enum { DOOR_COLUMNS_MOST = 8 };

enum door_align {
    DOOR_ALIGN_START,
    DOOR_ALIGN_CENTRE,
    DOOR_ALIGN_END,
};

enum door_rise {            /* where the content of a high box stands */
    DOOR_RISE_TOP,
    DOOR_RISE_MIDDLE,
    DOOR_RISE_BOTTOM,
};

enum door_break {
    DOOR_BREAK_NONE,
    DOOR_BREAK_BEFORE,
    DOOR_BREAK_SPARE,       /* only where the page count, filled up for the binding, stays what it is */
};

struct door_extent {
    double value;           /* points, or percent of what there is, or a share of it */
    enum { DOOR_EXTENT_NONE, DOOR_EXTENT_POINTS, DOOR_EXTENT_PERCENT, DOOR_EXTENT_SHARE } unit;
};

struct door_edges {         /* points; start is left where text runs to the right */
    double top, end, bottom, start;
};

struct door_columns {
    struct door_extent items[DOOR_COLUMNS_MOST];
    size_t count;
};

struct door_style {
    /* handed down to what is inside */
    double size, leading;           /* points; leading is a factor of size */
    bool bold;
    const struct door_colour *colour;
    int align;                      /* enum door_align */
    bool balance;                   /* lines of about the same length */
    const char *marker;             /* of list items: a text, "number" or "none" */
    /* of the block alone */
    double space_before, space_after;
    bool keep_together, keep_with_next;
    int page_break;                 /* enum door_break */
    bool own_page;                  /* page: own */
    bool bottom;                    /* place: bottom */
    bool bleed;
    bool hidden;                    /* show: no */
    const struct door_colour *background, *border_colour, *rule_colour;
    double border_start, rule_above, rule_below, radius;
    struct door_edges padding;
    struct door_extent width;
    double min_height;
    int rise;                       /* enum door_rise */
    struct door_columns columns;
    double gap, indent;
    double code;                    /* width of a code with its quiet zone */
    double logo;                    /* height of a logo */
    char level;                     /* of its error correction: 'L', 'M', 'Q' or 'H' */
};

struct door_page_style {
    double top, bottom, inner, outer;       /* margins */
    double drawn_for;                       /* the width these styles suit; another is drawn to scale; 0 = any */
    double foot;                            /* from the page's lower edge to the page number's baseline */
    int number;                             /* enum door_number_place */
};

enum door_number_place {
    DOOR_NUMBER_NONE,
    DOOR_NUMBER_CENTRE,
    DOOR_NUMBER_OUTER,
};

/* Read the part for setup->style. NULL if anything was an error: an unknown token, a colour that the theme lacks. */
const struct door_sheet *door_sheet_load(struct door_arena *arena, const struct door_paper_setup *setup,
        struct door_diag *diag);

const struct door_page_style *door_sheet_page(const struct door_sheet *sheet);

/* The style of a block inside one of this style (NULL for the root). */
const struct door_style *door_sheet_style(const struct door_sheet *sheet, struct door_arena *arena,
        const struct door_block *block, const struct door_style *outer);

/* How much larger and farther apart than Latin this language is set. */
double door_sheet_size_factor(const struct door_sheet *sheet, const struct door_language *language);
double door_sheet_leading_factor(const struct door_sheet *sheet, const struct door_language *language);

/* A name in `class` that no rule knows, or NULL. */
const char *door_sheet_unknown_class(const struct door_sheet *sheet, struct door_arena *arena, const char *class,
        const char **hint);

#endif
