/*
 * pieces - every piece of prose in an offer, by number.
 *
 * A piece is what a translator sees as one message: a name, a summary, one paragraph of a body. The model gives each a
 * number while it checks the offer; a language (language/language.h) is one array over those numbers. The pieces of
 * one entry follow one another.
 *
 * Owns:   the table, in the build's arena.
 * Called: by model/load.c to add; by language/ and `frontdoor translations` to read.
 * Never:  holds a translation.
 */
#ifndef DOOR_MODEL_PIECES_H
#define DOOR_MODEL_PIECES_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct door_arena;
struct door_field;
struct door_prose;

struct door_piece {
    const char *context;            /* msgctxt: "services/baby-massage#summary", "services/x#body"; without the field's
                                       name in an offer in one language */
    const char *text;               /* msgid; of a leaf block its Markdown, else the words themselves. NULL for a leaf
                                       block of an offer in one language, which nobody translates */
    const struct door_prose *leaf;  /* a leaf block of a body, or NULL for plain words */
    const struct door_field *field; /* whose words they are: its limit and its help are a translator's too */
    struct door_place place;
};

struct door_pieces {        /* starts as { 0 }; items[0] is a blank: 0 means "no prose" */
    struct door_piece *items;
    size_t count, capacity;
};

/* Add a piece and return its number. */
uint32_t door_pieces_add(struct door_pieces *pieces, struct door_arena *arena, struct door_piece piece);

#endif
