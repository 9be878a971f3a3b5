/*
 * pdf_content - the marks of one page as a PDF content stream, each in its piece of marked content.
 *
 * Owns:   nothing.
 * Called: by pdf.c for each page in turn.
 * Never:  makes an object.
 */
#ifndef DOOR_PUBLISH_PDF_CONTENT_H
#define DOOR_PUBLISH_PDF_CONTENT_H

struct door_buf;
struct door_display;
struct door_pdf_fonts;
struct door_pdf_tags;

/* Append the stream of the page (from 0) to out; codes are taken from fonts, MCIDs from tags. */
void door_pdf_content_write(const struct door_display *display, int page, struct door_pdf_fonts *fonts,
        struct door_pdf_tags *tags, struct door_buf *out);

#endif
