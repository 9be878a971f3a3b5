/*
 * pdf - a display list as a PDF for readers: tagged (PDF/UA-1) and archivable (PDF/A-2u), the same bytes each time.
 *
 * Owns:   nothing after it returns.
 * Called: by publish/print.c.
 * Never:  lays out or words anything.
 */
#ifndef DOOR_PUBLISH_PDF_H
#define DOOR_PUBLISH_PDF_H

#include "model/values.h"

struct door_buf;
struct door_display;

/* Append the file. `date` (the newest check among what it shows) dates it: the clock is never asked. */
void door_pdf_write(const struct door_display *display, struct door_date date, struct door_buf *out);

#endif
