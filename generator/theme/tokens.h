/*
 * tokens - what theme.yaml says: colours on light and on dark ground, fonts, lengths. A child's come over its parent's.
 *
 * Owns:   nothing; they lie in the build's arena.
 * Called: by theme.c.
 */
#ifndef DOOR_THEME_TOKENS_H
#define DOOR_THEME_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "theme/theme.h"

struct door_arena;
struct door_buf;
struct door_node;

enum {
    DOOR_TOKENS = 64    /* most tokens of one sort */
};

struct door_property {
    const char *name, *value;
};

struct door_tokens {        /* starts as { 0 } */
    struct door_colour light[DOOR_TOKENS], dark[DOOR_TOKENS];
    struct door_place light_places[DOOR_TOKENS], dark_places[DOOR_TOKENS];
    bool light_unread[DOOR_TOKENS], dark_unread[DOOR_TOKENS];   /* not written as a colour, and that was told */
    size_t light_count, dark_count;
    struct door_property fonts[DOOR_TOKENS], others[DOOR_TOKENS];
    size_t font_count, other_count;
};

/* Lay one theme.yaml over what is there. Parents come first. */
void door_tokens_add(struct door_tokens *tokens, struct door_arena *arena, const struct door_node *theme,
        struct door_diag *diag);

/*
 * Does each pair of this theme.yaml reach its contrast, on both grounds? Once all tokens are there. A child that
 * changes a colour of an `inherited` pair is told at that colour, in its own file.
 */
void door_tokens_check_pairs(const struct door_tokens *tokens, struct door_arena *arena,
        const struct door_node *theme, bool inherited, struct door_diag *diag);

/* "#0f5a5e", with the inks that follow from it. */
bool door_colour_parse(const char *text, struct door_colour *colour);

/* As custom properties: :root{--colour-text:#1d2733;...}. */
void door_tokens_write(const struct door_tokens *tokens, struct door_buf *out);

/* Append a stylesheet without its comments and needless white space. */
void door_style_write(struct door_buf *out, const char *css);

#endif
