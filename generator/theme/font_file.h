/*
 * font_file - can the bytes of a font be used? Asked before anything is drawn with it.
 *
 * Owns:   nothing; it is the one file of the room that knows FreeType.
 * Called: by brand.c, for each font that a theme names.
 * Never:  keeps a font open: paper/ maps its own.
 */
#ifndef DOOR_THEME_FONT_FILE_H
#define DOOR_THEME_FONT_FILE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * NULL if pages, or paper, can use it; otherwise what is wrong, as the end of "x.woff2 ...". *hint says what to do.
 * Paper takes TrueType outlines only; pages take WOFF2 and OpenType as well.
 */
const char *door_font_file_fault(const char *bytes, size_t size, bool paper, const char **hint);

#endif
