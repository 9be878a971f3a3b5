/*
 * recipe - all that a printed thing is drawn from, written out as bytes: the same recipe gives the same PDF.
 *
 *     the program and its libraries, font files, theme | the paper's setup, date | what the template emitted
 *     ------------- once a build -------------------     ------------------ for each publication -----------
 *
 * A program and a library are named by their build ids, which the linker makes from their contents. Texts end in NUL,
 * which none of them holds, so two recipes are equal only if all their parts are.
 *
 * Owns:   nothing; it appends to a buf.
 * Called: by print.c, which keeps finished PDFs under their recipes (shelf.h); by pictures.c for the program's part.
 * Never:  holds a time of day, a thread, or a path of the offer: none of them changes what is drawn.
 */
#ifndef DOOR_PUBLISH_RECIPE_H
#define DOOR_PUBLISH_RECIPE_H

#include "model/values.h"
#include "theme/template.h"

struct door_buf;
struct door_paper_setup;
struct door_theme;

/* The program and its libraries; with the fonts as well. */
void door_recipe_write_program(struct door_buf *out);
void door_recipe_write_machine(struct door_buf *out);
void door_recipe_write_theme(struct door_buf *out, const struct door_theme *theme);
void door_recipe_write_setup(struct door_buf *out, const struct door_paper_setup *setup, struct door_date date);

/* Appends what a print template emits; its `to` is a struct door_buf. */
extern const struct door_sink door_recipe_sink;

#endif
