/*
 * words - the interface words of the program and its theme, by number.
 *
 * Three sources give words: the phrases that views speak (the table in language/phrases.c), the labels of
 * enumerations that templates show, and the fd:t elements of templates. Each distinct (context, text) has one number;
 * a language holds one struct door_phrase per number. Collected before languages are loaded, const from then on.
 *
 * A text may have named holes, {date}, and inline markup as numbered codes, <1>...</1>.
 *
 * Owns:   the list, in the build's arena.
 * Called: by theme/ to add, by language/ to resolve, by `frontdoor translations` to write interface.po.
 */
#ifndef DOOR_LANGUAGE_WORDS_H
#define DOOR_LANGUAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/map.h"

struct door_arena;
struct door_enumeration;

struct door_interface_word {
    const char *context;            /* msgctxt, or NULL */
    const char *text, *plural;      /* English; plural NULL unless it is one (its hole is {count}) */
    const char *note;               /* for the translator, or NULL */
    struct door_place place;        /* where it was first seen */
    bool again;                     /* an earlier word has this context and text: interface.po holds them once */
};

struct door_words {     /* starts as { 0 } */
    struct door_interface_word *items;
    size_t count, capacity;
    struct door_map index;
};

/* Add a word, or find it if it is there; its number. */
size_t door_words_add(struct door_words *words, struct door_arena *arena, struct door_interface_word word);

/*
 * Add the labels of an enumeration, side by side; the number of the first. Word w (from 1) is number first + w - 1.
 * The enumeration's name is their context. A label that was there before gets a second number (`again`).
 */
size_t door_words_add_enumeration(struct door_words *words, struct door_arena *arena,
        const struct door_enumeration *enumeration);

#endif
