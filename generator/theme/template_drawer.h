/*
 * template_drawer - one drawing under way: where its HTML or its parts go.
 *
 * Owns:   nothing.
 * Called: by template_draw.c, which runs programs, and template_prose.c, which draws bodies.
 */
#ifndef DOOR_THEME_TEMPLATE_DRAWER_H
#define DOOR_THEME_TEMPLATE_DRAWER_H

#include <stddef.h>

#include "theme/path.h"
#include "theme/template.h"
#include "theme/template_program.h"

struct door_buf;
struct door_language;

enum {
    DOOR_DRAWER_ATTRIBUTES = 32     /* most attributes of one element that a sink is told of */
};

struct door_loop {
    size_t left, stride;
};

struct door_drawer {
    const struct door_drawing *drawing;
    const struct door_program *program;
    struct door_buf *out;           /* for bytes, or */
    const struct door_sink *sink;   /* for parts */
    void *to;
    const void *slots[DOOR_SLOTS];
    struct door_loop loops[DOOR_SLOTS];
    struct door_value value;        /* of value_path: an element's language is told before its text */
    const struct door_path *value_path;
    const char *element;            /* whose start tag is being written */
    struct door_attribute attributes[DOOR_DRAWER_ATTRIBUTES];
    size_t attribute_count;
};

/* A start tag is a start, attributes, and the end of the start. */
void door_drawer_start(struct door_drawer *drawer, const char *name);
void door_drawer_attribute(struct door_drawer *drawer, const char *name, const char *value);
void door_drawer_language(struct door_drawer *drawer, const struct door_language *language);
void door_drawer_start_end(struct door_drawer *drawer);
void door_drawer_end(struct door_drawer *drawer, const char *name);
void door_drawer_text(struct door_drawer *drawer, const char *text, const struct door_language *language);

/* The body that path leads to, its headings `shift` levels deeper. template_prose.c */
void door_drawer_prose(struct door_drawer *drawer, const struct door_path *path, int shift);

#endif
