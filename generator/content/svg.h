/*
 * svg - a drawing that shows and does nothing else.
 *
 * An SVG file can run scripts, load files and swell through entities. As <img> it may not, but the same file opened by
 * itself, or printed, may; so what is not plain drawing is refused.
 *
 * Owns:   libxml2's parser, in one function.
 * Called: by content/media.c, and by publish/ for the form of a drawing.
 * Never:  loads a DTD or an entity.
 */
#ifndef DOOR_CONTENT_SVG_H
#define DOOR_CONTENT_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* False if anything was an error. */
bool door_svg_check(const char *file, const char *bytes, size_t size, struct door_diag *diag);

/* How wide and high a drawing that was checked is; only their ratio means something. 4 to 3 where it does not say. */
void door_svg_measure(const char *bytes, size_t size, double *width, double *height);

#endif
