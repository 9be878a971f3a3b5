/*
 * markup - a template file as a tree that remembers where each tag and attribute stood.
 *
 * Owns:   the tree, in the caller's arena.
 * Called: by template_compile.c.
 * Never:  knows what an element or an fd: attribute means.
 */
#ifndef DOOR_THEME_MARKUP_H
#define DOOR_THEME_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;

struct door_markup_attribute {
    const char *name, *value;
    struct door_place place;        /* of the name */
    struct door_place value_place;  /* of the value's first character */
};

struct door_markup {
    const char *name;               /* of an element, with its prefix; NULL for text */
    const char *text;               /* of text, entities resolved */
    struct door_place place;        /* of "<", or of the first character that is not white space */
    const struct door_markup_attribute *attributes;
    size_t attribute_count;
    struct door_markup *children, *next;
};

/*
 * Read a fragment of well-formed XML; the prefix fd: needs no declaration, comments are dropped. An element named
 * "fd:root" that holds it all, or NULL with the problem in diag.
 */
struct door_markup *door_markup_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size,
        struct door_diag *diag);

/* The attribute of that name, or NULL. */
const struct door_markup_attribute *door_markup_find(const struct door_markup *element, const char *name);

/* Is it text of nothing but white space? */
bool door_markup_is_blank(const struct door_markup *node);

#endif
