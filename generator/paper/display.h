/*
 * display - a printed thing, laid out: what stands where on which page, and what it means.
 *
 * One display list feeds every painter (the reader PDF, later the press PDF and pictures). It carries source text,
 * structure, glyphs and colour roles; it knows nothing of PDF.
 *
 * Units are points (1/72 inch). The origin is the top left corner of the trimmed page, y grows downwards.
 *
 * Owns:   nothing; it lies in the arena of whoever laid it out.
 * Called: by paper/layout.c to make it, by publish/ to paint it.
 */
#ifndef DOOR_PAPER_DISPLAY_H
#define DOOR_PAPER_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DOOR_POINTS_IN_MM (72 / 25.4)

struct door_buf;
struct door_colour;
struct door_face;           /* of paper/font.h */
struct door_language;

/* Structure types of ISO 32000-1, 14.8.4, as PDF/UA-1 wants them. */
enum door_structure {
    DOOR_STRUCTURE_DOCUMENT,
    DOOR_STRUCTURE_SECT,
    DOOR_STRUCTURE_H1,
    DOOR_STRUCTURE_H2,
    DOOR_STRUCTURE_H3,
    DOOR_STRUCTURE_H4,
    DOOR_STRUCTURE_P,
    DOOR_STRUCTURE_BLOCKQUOTE,
    DOOR_STRUCTURE_L,
    DOOR_STRUCTURE_LI,
    DOOR_STRUCTURE_LBL,
    DOOR_STRUCTURE_LBODY,
    DOOR_STRUCTURE_TABLE,
    DOOR_STRUCTURE_TR,
    DOOR_STRUCTURE_TH,
    DOOR_STRUCTURE_TD,
    DOOR_STRUCTURE_SPAN,
    DOOR_STRUCTURE_LINK,
    DOOR_STRUCTURE_FIGURE,
};

enum { DOOR_ARTIFACT = -1 };    /* not an element: page numbers, rules, backgrounds */

struct door_element {           /* elements are numbered in reading order; a parent comes before its children */
    enum door_structure type;
    int parent;                 /* -1 for the one document element, number 0 */
    const struct door_language *language;
    const char *text;           /* of a leaf with content: its whole source text, in logical order; else NULL */
    bool right_to_left;         /* the leaf holds a right-to-left run: it needs ActualText */
    bool ordered;               /* of L */
    bool row_heading;           /* of TH: its scope is the row, not the column */
    const char *alt;            /* of FIGURE */
    const char *href;           /* of LINK: an absolute address */
    double x, y, width, height; /* of FIGURE: its box, on `page` */
    int page;                   /* of FIGURE */
};

struct door_glyph {
    uint32_t id;                /* in the face; never 0 (.notdef) */
    double x, y;                /* where its origin stands, from the run's origin (y down) */
    double advance;             /* how far the pen goes on */
    /* The source text of its cluster: on the cluster's first glyph (in visual order), else NULL. */
    const char *text;
};

enum door_mark_type {
    DOOR_MARK_RUN,              /* glyphs of one face and size on one line, in visual order, left to right */
    DOOR_MARK_BOX,              /* a filled rectangle, perhaps with round corners */
    DOOR_MARK_CODE,             /* a QR code: dark modules on a light ground */
    DOOR_MARK_EMBLEM,           /* a theme's logo */
    DOOR_MARK_LINK,             /* the area of a LINK element that opens its address */
};

struct door_code;               /* of paper/code.h */
struct door_emblem;             /* of theme/emblem.h */

struct door_mark {
    enum door_mark_type type;
    int element;                /* what it belongs to, or DOOR_ARTIFACT */
    const struct door_colour *colour;   /* of RUN, BOX, CODE; of EMBLEM that of the text around it */
    double x, y;                /* of RUN: the origin on the baseline; else the top left corner */
    double width, height;       /* of BOX, CODE, EMBLEM, LINK */
    double radius;              /* of BOX */
    const struct door_face *face;       /* of RUN */
    double size;                /* of RUN: font size */
    const struct door_glyph *glyphs;    /* of RUN */
    size_t glyph_count;
    const struct door_code *code;       /* of CODE: the area given is that of the modules, without quiet zone */
    const struct door_emblem *emblem;   /* of EMBLEM */
};

struct door_display_page {
    const struct door_mark *marks;
    size_t count;
};

struct door_display {
    const char *title;
    const struct door_language *language;
    double width, height;       /* of the trimmed page */
    const struct door_display_page *pages;
    size_t page_count;
    const struct door_element *elements;
    size_t element_count;
    struct door_heading_mark {  /* headings in order, for bookmarks: text is elements[element].text */
        int element, page;      /* page counts from 0 */
        int level;              /* 1 to 4 */
        double y;
    } const *headings;
    size_t heading_count;
};

/* The name that ISO 32000-1 gives the type: "H1", "LBody". */
const char *door_structure_name(enum door_structure type);

/* The language of an element: its own, else that of the nearest one above that has one, else the document's. */
const struct door_language *door_display_language(const struct door_display *display, int element);

/*
 * What it says, for tests and for the search for what must not be printed: a line for each element with text (of a
 * figure its alt), in reading order: type, tab, language, tab, text.
 */
void door_display_write_text(const struct door_display *display, struct door_buf *out);

#endif
