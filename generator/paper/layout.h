/*
 * layout - from blocks to pages, in three steps that share one struct.
 *
 *     blocks --structure.c--> elements and paragraphs --flow.c, box.c, table.c--> strips --page.c--> pages
 *
 * A strip is what stands on a page as one: a line of text, a row of a table, a box with a ground. Breaking a booklet
 * into pages is choosing between which strips a page ends.
 *
 * Owns:   what one publication's layout gathers, in its arena.
 * Called: by press.c.
 */
#ifndef DOOR_PAPER_LAYOUT_H
#define DOOR_PAPER_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/block.h"
#include "paper/display.h"
#include "paper/shape.h"
#include "paper/style.h"

#define DOOR_BLEED_MM 3.0       /* how far grounds reach beyond the trim */

struct door_diag;

struct door_ink {               /* a mark, before its page is known */
    struct door_mark mark;      /* x from the content area's left edge, y from the strip's top */
    bool bleed;                 /* a ground that reaches over the page's sides, and its ends where it touches them */
    bool whole_page;            /* a ground that fills the page */
};

struct door_strip {
    double height, baseline;    /* baseline: of its first line of text, from the top */
    double before, after;       /* white around; of two neighbours the larger counts */
    bool with_next;             /* no page ends behind it */
    bool page_before;           /* a page begins with it */
    bool page_if_spare;         /* where that costs no sheet, and the page before is half full */
    bool own_page;              /* and ends with it: a cover */
    bool last_page;             /* it is the last page: blanks go before it */
    bool bottom;                /* it stands at the foot of its page or box */
    struct door_ink *inks;
    size_t ink_count;
    const struct door_block *block;
    struct door_strip *next;
};

struct door_strips {
    struct door_strip *first, *last;
};

/* Texts with a character that no font has: a language without a font has hundreds, and some are told. */
struct door_missing {
    const struct door_language *language;
    int texts;
};

struct door_layout {
    struct door_arena *arena;
    struct door_shaper *shaper;
    struct door_diag *diag;
    const struct door_paper_setup *setup;
    const struct door_sheet *sheet;
    double scale;               /* how much larger the paper is than the page that is laid out */
    double width, height;       /* of the page, before that scale */
    double content_width, content_height;
    bool failed;
    struct door_missing *missing;   /* a language each */
    size_t missing_count, missing_capacity;

    struct door_element *elements;
    size_t element_count, element_capacity;
    struct door_heading_mark *headings;
    size_t heading_count, heading_capacity;
    struct door_display_page *pages;
    size_t page_count, page_capacity;
};

/* Report a problem of this publication. */
void door_layout_error(struct door_layout *layout, const char *id, const char *hint, const char *format, ...)
        __attribute__((format(printf, 4, 5)));

/* structure.c: give each block its style and its element, and each leaf its paragraph. */
void door_layout_structure(struct door_layout *layout, struct door_block *root);

/* flow.c: a block as strips in a column that begins at x, or only what is inside it; a text as lines. */
void door_layout_flow(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);
void door_layout_flow_inside(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);
/* Tell how many more texts had a character without a font than were told one by one. */
void door_layout_tell_missing(struct door_layout *layout);
struct door_strip *door_strips_add(struct door_layout *layout, struct door_strips *strips,
        const struct door_block *block);
struct door_ink *door_strip_ink(struct door_layout *layout, struct door_strip *strip, size_t count);

/* box.c: strips stacked into one; a block with a ground, a border or a fixed place as one strip. */
void door_strip_ground(struct door_layout *layout, struct door_strip *strip, const struct door_colour *colour, double x,
        double y, double width, double height);
double door_strips_height(const struct door_strips *strips);
void door_strips_stack(struct door_layout *layout, const struct door_strips *strips, double height, int rise,
        struct door_strip *into, double y);
bool door_layout_is_box(const struct door_block *block);
void door_layout_box(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);
void door_layout_code(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);
void door_layout_logo(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);
/* Take the edges off a column, on the sides that this document's direction gives them. */
void door_layout_inset(const struct door_layout *layout, double start, double end, double *x, double *width);

/* table.c: rows of cells, and blocks side by side. */
void door_layout_table(struct door_layout *layout, const struct door_block *table, double x, double width,
        struct door_strips *out);
void door_layout_columns(struct door_layout *layout, const struct door_block *block, double x, double width,
        struct door_strips *out);

/* page.c: the strips on pages. */
void door_layout_pages(struct door_layout *layout, const struct door_strips *strips);

#endif
