/*
 * png - a PNG picture without what was written into it beside its pixels: names, places, dates, programs.
 *
 * Owns:   nothing.
 * Called: by pictures.c.
 * Never:  decodes it: chunks are taken over or left out as they are (content/media.c has seen that they are whole).
 */
#ifndef DOOR_PUBLISH_PNG_H
#define DOOR_PUBLISH_PNG_H

#include <stddef.h>

struct door_buf;

/* Append the picture; width and height are told. */
void door_png_write_bare(struct door_buf *out, const char *bytes, size_t size, int *width, int *height);

#endif
