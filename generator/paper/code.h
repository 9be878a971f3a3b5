/*
 * code - a QR code (ISO/IEC 18004) by libqrencode, and the proof by libzbar that it reads.
 */
#ifndef DOOR_PAPER_CODE_H
#define DOOR_PAPER_CODE_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_buf;

#define DOOR_CODE_QUIET_ZONE 4  /* modules of light on each side (ISO/IEC 18004, 6.3.8) */

struct door_code {
    const char *text;               /* what it says: an address */
    int modules;                    /* on each side, without the quiet zone */
    const unsigned char *dark;      /* modules x modules, row by row: 1 = dark */
};

/* Encode text, correcting errors at level 'L', 'M', 'Q' or 'H', from least to most. NULL if it is empty or too long. */
const struct door_code *door_code_make(struct door_arena *arena, const char *text, char level);

/* Draw it at this width (modules and quiet zone, in mm, at 150 dpi) and read it back. True if that gives its text. */
bool door_code_reads(const struct door_code *code, double width_mm);

/* A 1-bit PNG with quiet zone, each module `scale` pixels wide; the same bytes every time. */
void door_code_write_png(const struct door_code *code, int scale, struct door_buf *out);

#endif
