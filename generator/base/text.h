/*
 * text - questions asked of UTF-8 text.
 *
 * Owns:   nothing.
 * Called: by every room that reads what an editor wrote.
 * Never:  depends on the machine's locale.
 */
#ifndef DOOR_BASE_TEXT_H
#define DOOR_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct door_arena;

struct door_span {      /* a slice of somebody else's text; no NUL behind it */
    const char *start;
    size_t size;
};

/* Is this clean text: well-formed UTF-8 (RFC 3629), no NUL? *bad is the offset of the first byte that is not. */
bool door_text_is_clean(const char *bytes, size_t size, size_t *bad);

/* The size of the well-formed code point that begins here (Unicode 15, table 3-7), or 0: broken, or a NUL. */
size_t door_text_step(const char *bytes, size_t left);

/* Decode one code point of clean text and step over it. */
int32_t door_text_next(const char **text);

/* How many code points clean text has. */
size_t door_text_length(const char *text);

/* Lower-case letters, digits and single hyphens inside, at most 64 bytes: the form of an id. */
bool door_text_is_id(const char *text);

/* Equal when ASCII case is ignored. */
bool door_text_same(const char *a, const char *b);
bool door_text_starts(const char *text, const char *start);
bool door_text_ends(const char *text, const char *end);

struct door_span door_text_trim(struct door_span span);
bool door_span_is(struct door_span span, const char *text);

/* White space runs to one space, none at the ends. */
char *door_text_fold_space(struct door_arena *arena, const char *text);

/* The same, without a copy where there is nothing to do: text lives as long as the arena. */
const char *door_text_folded(struct door_arena *arena, const char *text);

/* As it would be typed: no-break spaces are spaces, characters of no width are gone. The text itself if it has none. */
const char *door_text_typed(struct door_arena *arena, const char *text);

/* The bytes of the soft hyphen or character of no width (U+00AD, U+200B and the like) that stands here, or 0. */
size_t door_text_invisible(const char *text);

/* How many slips (a letter more, less, wrong or swapped) lie between two words, ASCII case ignored. */
size_t door_text_distance(const char *a, const char *b);

/* Where a plain text has HTML or Markdown in it, "<b>", "&amp;", "**" or "](", which readers would see; else empty. */
struct door_span door_text_find_markup(const char *text);

/* The candidate that is nearest to what was typed, a third of its length away at most, or NULL. For "did you mean". */
const char *door_text_nearest(const char *typed, const char *const *candidates, size_t count);

/* The hint "did you mean "x"?" for the nearest candidate, or NULL if none is near. */
const char *door_text_did_you_mean(struct door_arena *arena, const char *typed,
        const char *const *candidates, size_t count);

#endif
