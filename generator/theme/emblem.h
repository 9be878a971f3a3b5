/*
 * emblem - a theme's logo as outlines, so that paper prints it as sharp as its type: a stated part of SVG.
 *
 * Elements: svg, g, path, rect, circle, ellipse, polygon; title, desc, metadata and empty defs are passed over.
 * Attributes: their geometry; fill (#rgb, #rrggbb, black, white, currentColor, none); fill-rule; transform with
 * translate, scale and matrix. All else, strokes and gradients above all, is an error with a place: drawing programs
 * turn strokes to paths.
 *
 * Owns:   nothing; it lies in the arena.
 * Called: by brand.c to read a logo; by paper/ and publish/ to print it.
 * Never:  paints.
 */
#ifndef DOOR_THEME_EMBLEM_H
#define DOOR_THEME_EMBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "theme/theme.h"

struct door_arena;
struct door_diag;

enum door_stroke_type {
    DOOR_STROKE_MOVE,           /* to x, y */
    DOOR_STROKE_LINE,           /* to x, y */
    DOOR_STROKE_CURVE,          /* by two control points, to x, y */
    DOOR_STROKE_CLOSE,
};

struct door_stroke {
    enum door_stroke_type type;
    double at[6];
};

struct door_outline {           /* what one fill covers */
    struct door_colour colour;
    bool inherits;              /* currentColor: that of the text around it */
    bool even_odd;
    const struct door_stroke *strokes;
    size_t count;
};

struct door_emblem {            /* y grows downwards, from 0 to height */
    double width, height;
    const struct door_outline *outlines;
    size_t count;
};

/* NULL after a report. */
const struct door_emblem *door_emblem_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size,
        struct door_diag *diag);

/* emblem_path.c: the strokes of an SVG path ("M2 28V11a10 10 0 0 1 20 0v17z"). */
struct door_strokes {
    struct door_stroke *items;
    size_t count, capacity;
};

void door_strokes_add(struct door_strokes *strokes, struct door_arena *arena, enum door_stroke_type type,
        const double *at);
/* False if the text is no path. */
bool door_strokes_read(struct door_strokes *strokes, struct door_arena *arena, const char *path);
/* A number at *text, and step over it and what parts it from the next. */
bool door_strokes_number(const char **text, double *number);

#endif
