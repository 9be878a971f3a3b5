/*
 * text - one piece of prose as words and sentences.
 *
 * Owns:   its lists, which are used again for the next piece, until door_plain_text_release.
 * Called: by plain.c for each piece; rules.c reads it.
 * Never:  judges.
 */
#ifndef DOOR_PLAIN_TEXT_H
#define DOOR_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"

struct door_lexeme;
struct door_lexicon;
struct door_piece;

struct door_token {
    uint32_t start, size;       /* in bytes */
    uint32_t lower;             /* where its lower-case form stands */
    bool begins, ends;          /* a sentence */
    const struct door_lexeme *known;
};

/* A part of the bytes that stands together in the file. */
struct door_stretch {
    size_t start;
    struct door_place place;
    const char *url;            /* of the link whose words they are, or NULL */
};

struct door_plain_text {        /* starts as { 0 } */
    struct door_buf bytes, lower;
    struct door_token *tokens;
    size_t count, capacity;
    bool has_end;               /* a sentence in it ends in a full stop or the like */
    struct door_stretch *stretches;
    size_t stretch_count, stretch_capacity;
};

/* Take a piece apart, in place of the one before. */
void door_plain_text_read(struct door_plain_text *text, const struct door_piece *piece,
        struct door_lexicon *lexicon);

void door_plain_text_release(struct door_plain_text *text);

/* The stretch in which this byte lies. */
const struct door_stretch *door_plain_text_stretch(const struct door_plain_text *text, size_t byte);

static inline const char *
door_token_bytes(const struct door_plain_text *text, const struct door_token *token)
{
    return text->bytes.data + token->start;
}

static inline const char *
door_token_lower(const struct door_plain_text *text, const struct door_token *token)
{
    return text->lower.data + token->lower;
}

#endif
