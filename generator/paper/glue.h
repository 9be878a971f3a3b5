/*
 * glue - what a line must not end inside: telephone numbers, postcodes, "8 December".
 *
 * Called: by shape.c, for each paragraph.
 * Never:  knows of widths; what no line can hold is cut all the same.
 */
#ifndef DOOR_PAPER_GLUE_H
#define DOOR_PAPER_GLUE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The first stretch of text at or behind byte *end that stays on one line: false if there is none. Begin with both
 * at 0. The language's code tells whether words of one letter go with the next word, as Polish wants it.
 */
bool door_glue_next(const char *text, const char *language_code, size_t *start, size_t *end);

#endif
