/*
 * pdf_srgb - the colour profile that says what red, green and blue mean in a reader file.
 *
 * Owns:   nothing.
 * Called: by pdf.c, for the output intent.
 */
#ifndef DOOR_PUBLISH_PDF_SRGB_H
#define DOOR_PUBLISH_PDF_SRGB_H

#define DOOR_PDF_SRGB_SIZE 988

extern const unsigned char door_pdf_srgb[DOOR_PDF_SRGB_SIZE];   /* made by tests/pdf/srgb.py */

#endif
