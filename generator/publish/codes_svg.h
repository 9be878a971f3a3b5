/*
 * codes_svg - the codes of one entry as a picture: one below the other, each a view that an address can name.
 *
 *     <img src="codes.svg#ur">     shows the code of the view "ur" alone
 *
 * One file an entry, since a site of twelve languages would have twelve times as many.
 *
 * Owns:   nothing.
 * Called: by publish/site.c.
 */
#ifndef DOOR_PUBLISH_CODES_SVG_H
#define DOOR_PUBLISH_CODES_SVG_H

#include <stddef.h>

struct door_buf;
struct door_code;

/* Codes of one size, each with the id of its view; dark on white whatever the page's colours are. */
void door_codes_svg_write(const struct door_code *const *codes, const char *const *ids, size_t count,
        struct door_buf *out);

#endif
