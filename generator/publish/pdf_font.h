/*
 * pdf_font - the fonts of one file: which glyphs were shown for which text, and the subset that holds them.
 *
 * A code (CID) stands for one glyph together with one text, not for a glyph alone: two letters may share a shape
 * (Arabic letters without their dots do), and a reader who copies or hears the page must get the right one.
 *
 * Owns:   HarfBuzz's handles, until door_pdf_fonts_release.
 * Called: by pdf_content.c for codes while it shows text, then by pdf.c to write the fonts.
 * Never:  shapes text.
 */
#ifndef DOOR_PUBLISH_PDF_FONT_H
#define DOOR_PUBLISH_PDF_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct door_arena;
struct door_buf;
struct door_face;
struct door_pdf_file;
struct door_pdf_font;

struct door_pdf_fonts {     /* starts as { .arena = ... } */
    struct door_arena *arena;
    struct door_pdf_font **items;   /* by the number of the face; NULL where a face is not used */
    int count;
};

struct door_pdf_code {
    int code;               /* from 1, in the order of first use */
    double width;           /* in ems: how far a reader's pen moves, from the font's hmtx table */
};

void door_pdf_fonts_release(struct door_pdf_fonts *fonts);

struct door_pdf_font *door_pdf_fonts_get(struct door_pdf_fonts *fonts, const struct door_face *face);

/* The code that shows this glyph and means this text. "" means nothing: the text is said by the glyph before. */
const struct door_pdf_code *door_pdf_font_code(struct door_pdf_font *font, uint32_t glyph, const char *text);

/* Does the glyph show anything? A space does not. */
bool door_pdf_font_has_ink(const struct door_pdf_font *font, uint32_t glyph);

/* Write all fonts, and add what a page's /Font dictionary holds to resources: "/F0 5 0 R/F2 9 0 R". */
void door_pdf_fonts_write(struct door_pdf_fonts *fonts, struct door_pdf_file *file, struct door_buf *resources);

#endif
