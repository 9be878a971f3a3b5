/*
 * example - a component's examples.yaml: its parameters, and values to see it with.
 *
 * A parameter says which value of which page it is like ("service service.contacts[]"), so its type is known, and an
 * example is read by the same tables as the page's view: a name that no table has is an error with a place.
 *
 * Owns:   the components, their examples and values, in the build's arena.
 * Called: by publish/gallery.c.
 * Never:  draws.
 */
#ifndef DOOR_THEME_EXAMPLE_H
#define DOOR_THEME_EXAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "model/schema.h"

struct door_arena;
struct door_diag;
struct door_node;
struct door_offer;
struct door_pieces;
struct door_theme;

struct door_parameter {
    const char *name, *help;
    bool plain;                     /* plain text, to compare with; it has no type */
    struct door_field row;          /* else: its row in the view of an example */
};

struct door_example {
    const char *name;
    const char *code;               /* its language */
    int language;                   /* its number in the offer's languages; -1: the offer has no such language */
    struct door_place place;
    const struct door_record *view; /* rows: the parameters with a type, and `say` */
    void *values;                   /* a struct of that view */
    const char *use;                /* the component's use, as a template */
};

struct door_component {
    const char *name;
    const char *file;               /* "themes/default/components/contact/examples.yaml"; NULL: it has no examples */
    const char *readme;             /* or NULL */
    const struct door_parameter *parameters;
    size_t parameter_count;
    const struct door_example *examples;
    size_t example_count;
};

struct door_components {
    const struct door_component *items;
    size_t count;
    /* The words of all examples, behind the offer's own pieces; a piece's context is the language it is in. */
    const struct door_pieces *pieces;
};

/*
 * Read the examples of every component of the theme and of those it extends, sorted by name; a nearer examples.yaml
 * takes the place of a farther one. style is the address of the stylesheet. Mistakes are told, all of them.
 */
struct door_components door_components_load(struct door_arena *arena, const struct door_theme *theme,
        const struct door_offer *offer, const char *style, struct door_diag *diag);

/* example_value.c: the reading of values. */
struct door_filler;

struct door_filler *door_filler_new(struct door_arena *arena, const struct door_offer *offer, const char *style,
        struct door_diag *diag);
const struct door_pieces *door_filler_pieces(const struct door_filler *filler);

/* Fill one row of the struct at base, in the language of that code. */
void door_filler_row(struct door_filler *filler, const struct door_field *row, void *base, const char *code,
        const struct door_node *node);

/* What nobody wrote and must be there gets a stand-in that shows it: "[summary]". */
void door_filler_absent(struct door_filler *filler, const struct door_record *record, void *base, const char *code);

#endif
