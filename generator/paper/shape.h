/*
 * shape - a paragraph's text, broken into lines of glyphs by Pango.
 *
 *     spans of text --itemise, shape, break--> lines --visual order--> runs
 *
 * Owns:   Pango's font map and context, until door_shaper_close. GLib's types and globals stay in this file's .c.
 * Called: by layout's files, for every text on paper.
 * Never:  knows of pages.
 */
#ifndef DOOR_PAPER_SHAPE_H
#define DOOR_PAPER_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "paper/display.h"

struct door_arena;
struct door_brand;
struct door_language;
struct door_shaper;

struct door_shape_span {        /* a stretch of a paragraph that looks alike and belongs to one element */
    size_t start, end;          /* bytes of the paragraph's text */
    double size, leading;       /* of the font, and from baseline to baseline, in points */
    bool bold;
    const struct door_colour *colour;
    const struct door_language *language;
    int element;                /* or DOOR_ARTIFACT */
    bool link;                  /* element is a LINK, and each line of it an area to press */
    bool turns;                 /* set by door_shape: some of it runs from right to left */
};

struct door_paragraph {
    const char *text;           /* in logical order; U+2028 breaks a line */
    struct door_shape_span *spans;          /* in order, without gaps */
    size_t span_count;
    const struct door_language *language;   /* gives the base direction */
};

struct door_line {
    double ascent, descent;     /* from the baseline to the line's top and bottom: half the leading is on each side */
    double width;
    struct door_mark *marks;    /* x from the line's left end, y from its baseline */
    size_t mark_count;
};

struct door_shaped {
    struct door_line *lines;
    size_t line_count;
    uint32_t missing;           /* a code point that no font has, or 0 */
    bool broken_word;           /* a word wider than the measure was cut in two */
};

struct door_shaper *door_shaper_open(const struct door_brand *brand);
void door_shaper_close(struct door_shaper *shaper);

void door_shape(struct door_shaper *shaper, struct door_arena *arena, const struct door_paragraph *paragraph,
        double width, struct door_shaped *shaped);

/* Text as it is read: a line break is a space, and the marks that isolate a direction are gone. */
char *door_shape_plain(struct door_arena *arena, const char *text, size_t size);

#endif
