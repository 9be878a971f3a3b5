/*
 * press - from the parts that a print template emits to a finished layout.
 *
 *     template --sink--> blocks --layout--> display list --publish/pdf.c--> file
 *
 * A door_paper is a sink (theme/template.h): it gathers a tree of blocks. door_press_lay_out shapes and breaks their
 * text with Pango, places them on pages by the theme's print styles, and returns the display list.
 *
 * Owns:   (the press) Pango's and fontconfig's handles, per worker.
 * Called: by commands/ to open it; by publish/print.c for each publication.
 * Never:  knows the order of a booklet's sections, nor what a service is: only HTML's words and classes.
 */
#ifndef DOOR_PAPER_PRESS_H
#define DOOR_PAPER_PRESS_H

#include "base/diag.h"
#include "theme/template.h"

struct door_arena;
struct door_brand;
struct door_display;
struct door_paper;
struct door_press;
struct door_theme;

/*
 * Open the fonts that print uses, by exact file, and those that a theme brings (brand may be NULL). A font that is not
 * there ends the program, naming its package.
 */
struct door_press *door_press_open(const struct door_brand *brand);
void door_press_close(struct door_press *press);

struct door_paper_setup {
    const struct door_theme *theme;
    const char *style;                  /* which part of print/style.yaml: "booklet", "poster" */
    const struct door_languages *languages;
    const struct door_language *language;
    const char *title;                  /* of the document */
    double width_mm, height_mm;         /* of the trimmed page */
    int pages;                          /* a multiple that the page count is filled up to with blanks before the last
                                           page; 0 = as many as needed */
    struct door_place place;            /* of the publication's file, for problems */
};

/* Where a template's parts are gathered, in the arena. */
struct door_paper *door_paper_begin(struct door_arena *arena, const struct door_paper_setup *setup);
extern const struct door_sink door_paper_sink;      /* its `to` is a struct door_paper */

/*
 * Lay the parts out. NULL if anything was an error: a character that no font has, a box that no page can hold, a code
 * that does not read, a class or token that the style lacks.
 */
const struct door_display *door_press_lay_out(struct door_press *press, struct door_arena *arena,
        struct door_paper *paper, struct door_diag *diag);

#endif
