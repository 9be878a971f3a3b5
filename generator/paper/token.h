/*
 * token - the words of print/style.yaml: one table says each token's name, kind and where its value goes.
 *
 * Owns:   nothing.
 * Called: by style.c.
 * Never:  decides which rule applies.
 */
#ifndef DOOR_PAPER_TOKEN_H
#define DOOR_PAPER_TOKEN_H

#include <stddef.h>

#include "paper/style.h"

struct door_node;
struct door_theme;

struct door_script_style {
    double size, leading;       /* factors */
};

enum door_token_table {     /* which words a map may have, and what struct they fill */
    DOOR_TOKEN_STYLE,       /* struct door_style */
    DOOR_TOKEN_PAGE,        /* struct door_page_style */
    DOOR_TOKEN_SCRIPT,      /* struct door_script_style */
};

union door_setting_value {
    double number;
    int word;
    bool yes;
    char letter;
    const char *text;
    const struct door_colour *colour;
    struct door_extent extent;
    struct door_edges edges;
    struct door_columns columns;
};

struct door_setting {           /* a token with its value, read once and applied to each block that it fits */
    const struct door_style_token *token;
    union door_setting_value value;
};

struct door_token_source {
    struct door_arena *arena;
    const struct door_theme *theme;
    struct door_diag *diag;
};

/* Read a map of tokens. NULL if anything was an error. */
const struct door_setting *door_token_read(const struct door_token_source *source, enum door_token_table tokens,
        const struct door_node *map, size_t *count);

void door_token_apply(const struct door_setting *settings, size_t count, void *target);

#endif
