/*
 * theme - a folder of templates, styles and tokens, loaded.
 *
 * Owns:   its tokens and the stylesheet's text, in the build's arena.
 * Called: by commands/ to load; by publish/ to compile its templates and write the stylesheet; by paper/ for colours
 *         and print styles.
 * Never:  writes a file.
 */
#ifndef DOOR_THEME_THEME_H
#define DOOR_THEME_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "theme/brand.h"
#include "theme/template.h"

struct door_arena;
struct door_node;

/* A colour role of theme.yaml: what screens show and what presses print. */
struct door_colour {
    const char *name;           /* "text", "accent" */
    unsigned char red, green, blue;
    unsigned char cyan, magenta, yellow, black;     /* percent; from RGB when not written, greys black ink alone */
};

struct door_theme {
    const char *name;
    struct door_template_source source;
    const struct door_colour *colours;
    size_t colour_count;
    const char *style;          /* the stylesheet: tokens, then each component's style.css by name */
    const char *icon;           /* icon.svg, what browsers show beside the title, or NULL */
    struct door_brand brand;    /* logo, fonts and corner */
    const char *exit;           /* exit.js, for pages that must be left at once, or NULL */
    const char *search;         /* search.js, for the search page, or NULL */
    const struct door_node *print;      /* print/style.yaml as read: paper/style.c gives it meaning */
};

/*
 * Find and read the theme `name`: <root>/themes/<name>, else <built_in>/<name>; `extends:` is followed. NULL if
 * anything was an error: a missing file, a colour that is none, a pair below WCAG 2.2's contrast (1.4.3: 4.5 to 1).
 */
const struct door_theme *door_theme_load(struct door_arena *arena, const char *root, const char *built_in,
        const char *name, struct door_diag *diag);

/* The names of all components of a theme and those it extends, sorted, each once. */
const char *const *door_theme_components(const struct door_template_source *source, struct door_arena *arena,
        size_t *count);

const struct door_colour *door_theme_colour(const struct door_theme *theme, const char *name);

#endif
