/*
 * font - the font files that print uses, which of them suit a language, and what a painter must know of a face.
 *
 * Only the files of one Debian package (fonts-noto-core) are used, and those that a theme brings for Latin letters,
 * each by its exact path: what else a machine has installed can then neither change a page nor hide that a letter is
 * missing.
 *
 * Owns:   fontconfig's private configuration and the mapped font files, until door_fonts_close.
 * Called: by shape.c; painters read struct door_face.
 */
#ifndef DOOR_PAPER_FONT_H
#define DOOR_PAPER_FONT_H

#include <stdbool.h>
#include <stddef.h>

struct _FcConfig;
struct door_brand;

struct door_face {          /* one font file at any size; lives as long as its press */
    const char *name;       /* PostScript name, "NotoSans-Regular" */
    const char *file;
    int number;             /* its rank among the press's faces: the order in which painters write them */
    void *hb_face;          /* hb_face_t *: only paper/ and publish/pdf_font.c look inside */
};

struct door_script {        /* how a language is written on paper */
    const char *name;       /* as print/style.yaml names it: "latin", "nastaliq" */
    const char *families;   /* for Pango, nearest first; of Latin, behind the theme's own */
};

/* The script of a language code ("ur", "pa-Arab", "en-GB"); Latin for what the table does not name. */
const struct door_script *door_script_of(const char *language_code);
bool door_script_exists(const char *name);

/* The path of the nth of the font files; NULL behind the last. */
const char *door_fonts_file(size_t n);

struct door_fonts;

/* brand may be NULL. */
struct door_fonts *door_fonts_open(const struct door_brand *brand);
void door_fonts_close(struct door_fonts *fonts);
struct _FcConfig *door_fonts_config(const struct door_fonts *fonts);

/* For Pango, nearest first: the families for a language. */
const char *door_fonts_families(const struct door_fonts *fonts, const char *language_code);

/* The face of one of the files, mapped when first asked for. */
const struct door_face *door_fonts_face(struct door_fonts *fonts, const char *file);

/* How far the face reaches above and below the baseline, for a size of 1. */
double door_fonts_ascent(const struct door_fonts *fonts, const struct door_face *face);
double door_fonts_descent(const struct door_fonts *fonts, const struct door_face *face);

#endif
