/*
 * pdf_words - what a PDF that we wrote says: the words on its pages, and every other text in it (title, addresses,
 * alternatives of pictures).
 *
 * Owns:   nothing; it appends to a buf.
 * Called: where a file is kept that this build did not draw, so that the guard can look at it.
 * Never:  reads just any PDF: words must be shown by two-byte codes that a ToUnicode map explains, as pdf_content.c
 *         does it.
 */
#ifndef DOOR_PUBLISH_PDF_WORDS_H
#define DOOR_PUBLISH_PDF_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct door_buf;

/* False if the file is damaged, or no PDF. */
bool door_pdf_words_read(const char *bytes, size_t size, struct door_buf *out);

#endif
