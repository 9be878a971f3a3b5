/*
 * gallery - every component of a theme in every state, for those who design it: a page with a contents list, and each
 * example as a page of its own, drawn by the templates and the stylesheet that families get.
 *
 *     index.html                  contents; what each component is for; its examples on light and on dark ground
 *     contact/1.html              one example, as wide as the window
 *     contact/1-dark.html         the same as a device shows it that asks for dark
 *     assets/style.css            the theme's stylesheet
 *     dark/assets/style.css       and that of dark ground, whatever the device asks for
 *     assets/picture.svg          stands where an example wants a picture; below dark/ too
 *     assets/gallery.css, .js     of the index alone
 *
 * Owns:   the compiled examples, in the build's arena.
 * Called: by commands/gallery.c; its words are compiled before the languages are loaded.
 */
#ifndef DOOR_PUBLISH_GALLERY_H
#define DOOR_PUBLISH_GALLERY_H

#include <stddef.h>

#include "theme/example.h"

struct door_arena;
struct door_buf;
struct door_diag;
struct door_gallery;
struct door_languages;
struct door_offer;
struct door_output;
struct door_theme;
struct door_words;
struct door_worker;

/* Read and compile the examples. NULL if anything was an error. */
struct door_gallery *door_gallery_compile(struct door_arena *arena, const struct door_theme *theme,
        const struct door_offer *offer, struct door_words *words, struct door_diag *diag);

struct door_gallery_counts {
    size_t components, examples;
    size_t passed_over;         /* examples in a language that the offer does not have */
};

/* Draw it, once the languages are loaded. */
struct door_gallery_counts door_gallery_publish(struct door_gallery *gallery, const struct door_languages *languages,
        struct door_worker *worker, struct door_output *output);

/* gallery_page.c: the page that shows them all. */
void door_gallery_page_write(struct door_buf *out, const struct door_theme *theme,
        const struct door_components *components);
extern const char door_gallery_style[], door_gallery_script[], door_gallery_picture[];

#endif
