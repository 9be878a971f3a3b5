/*
 * interface - a language's words for what the program and its theme say: interface.po laid over the interface words.
 *
 * Owns:   the phrases, in the build's arena.
 * Called: by language/language.c.
 * Never:  takes a fuzzy message: a label that is out of date is worse than an English one.
 */
#ifndef DOOR_LANGUAGE_INTERFACE_H
#define DOOR_LANGUAGE_INTERFACE_H

struct door_arena;
struct door_catalogue;
struct door_diag;
struct door_phrase;
struct door_words;

/* The words as the program has them: English. */
const struct door_phrase *door_interface_english(struct door_arena *arena, const struct door_words *words);

/*
 * The words of language `code`: those of `own` (the offer's file) before those of `built_in`. What neither has is
 * English and missing; one warning, at own's file, says how many.
 */
const struct door_phrase *door_interface_build(struct door_arena *arena, const struct door_words *words,
        const char *code, const struct door_catalogue *own, const struct door_catalogue *built_in,
        struct door_diag *diag);

#endif
