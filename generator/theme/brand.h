/*
 * brand - what a theme brings along beside colours: a logo, fonts of its own, how round corners are.
 *
 *     logo: logo.svg
 *     fonts: {body: "'Council Sans', sans-serif"}
 *     faces:
 *       - {family: Council Sans, file: fonts/council.woff2, paper: fonts/council.ttf}
 *       - {family: Council Sans, weight: bold, file: fonts/council-bold.woff2, paper: fonts/council-bold.ttf}
 *     corner: 0.5rem
 *
 * Owns:   nothing; it lies in the build's arena.
 * Called: by theme.c to load; by publish/ to hand its files over, by paper/ to print with them.
 * Never:  draws.
 */
#ifndef DOOR_THEME_BRAND_H
#define DOOR_THEME_BRAND_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_buf;
struct door_diag;
struct door_node;
struct door_template_source;

enum {
    DOOR_LOGO_HEIGHT = 44       /* CSS pixels in the head of a page: a thumb high */
};

/* A file that pages load: its name changes with its bytes, so that browsers may keep it for ever. */
struct door_brand_file {
    const char *name;           /* below the site's root: "assets/logo.1a2b3c4d.svg" */
    const char *bytes;
    size_t size;
};

struct door_brand_face {        /* one font of paper */
    const char *family;
    bool bold;
    const char *file;           /* a path to open */
    const char *bytes;          /* what is in it */
    size_t size;
};

struct door_brand {
    const struct door_brand_file *files;
    size_t file_count;
    bool fonts;                 /* some of them are fonts */
    const char *logo;           /* from the site's root, "/assets/logo.1a2b3c4d.svg"; or NULL */
    int logo_width;             /* at its height */
    const struct door_emblem *emblem;       /* the logo for paper */
    const struct door_brand_face *faces;
    size_t face_count;
    double corner;              /* points */
};

/*
 * Read what the theme or the nearest one that it extends says; nodes are their theme.yaml, in the order of source. The
 * rules for fonts go to style. Mistakes are told: files that are not there or none of those that can be used.
 */
void door_brand_load(struct door_brand *brand, struct door_arena *arena, const struct door_template_source *source,
        const struct door_node *const *nodes, struct door_buf *style, struct door_diag *diag);

#endif
