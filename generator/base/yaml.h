/*
 * yaml - a YAML document as a tree that remembers where each value stood.
 *
 * Owns:   the tree, in the caller's arena.
 * Called: by content/ for front matter and data files, by theme/ for theme.yaml.
 * Never:  decides a value's type: every scalar is text until a schema says what it is.
 */
#ifndef DOOR_BASE_YAML_H
#define DOOR_BASE_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"

enum door_node_type {
    DOOR_NODE_SCALAR,
    DOOR_NODE_LIST,
    DOOR_NODE_MAP,
};

struct door_node {                  /* packed: a large offer has a million of them */
    enum door_node_type type : 8;
    bool quoted : 1;                /* a scalar in quotes: never empty by accident */
    bool flow : 1;                  /* a list or map in brackets */
    bool comment : 1;               /* a scalar without quotes, a comment behind it: "Room #2" is "Room", "#2" empty */
    unsigned key_column : 21;       /* in a map: where this child's key stands */
    int key_line;
    struct door_place place;
    const char *text;               /* a scalar's text, else NULL */
    const char *key;                /* in a map: this child's key */
    const struct door_node *children, *next;
};

/* Short texts that many files say, kept once: keys, days, ids. */
struct door_yaml_known {            /* starts as { 0 } */
    struct door_map texts;
    struct door_arena arena;        /* its table; to be released */
};

/*
 * Read a document of size bytes. line_offset is added to each line (front matter begins behind "---").
 * NULL with the problems in diag; an empty document is an empty map. Duplicate keys, anchors, tags and nesting deeper
 * than 32 are errors. Where it is clear what each wrong line was meant to be, the tree is that, so that what else is
 * wrong can be told too: the errors are in diag all the same.
 */
const struct door_node *door_yaml_parse(struct door_arena *arena, const char *file, const char *bytes,
        size_t size, int line_offset, struct door_diag *diag);

/* The same, with the nodes in an arena that may go when the texts stay, and what is known already not kept again. */
const struct door_node *door_yaml_parse_apart(struct door_arena *nodes, struct door_arena *texts,
        struct door_yaml_known *known, const char *file, const char *bytes, size_t size, int line_offset,
        struct door_diag *diag);

/* Where a child of a map has its key. */
struct door_place door_node_key_place(const struct door_node *child);

/* The value under key of a map, or NULL. */
const struct door_node *door_node_find(const struct door_node *map, const char *key);

#endif
