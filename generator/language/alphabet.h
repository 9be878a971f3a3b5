/*
 * alphabet - under which letter a name stands in a list, and keys that put names in the order of a language.
 *
 * The letters are those of CLDR's index for the language, and behind or before them A to Z, since names that are not
 * translated stand in English. A letter that the language's readers take for an accent only (É in French) is none.
 *
 * Owns:   each worker's letters, one alphabet a language, made when first asked for.
 * Called: by views/, which sorts by keys: a thousand names are a thousand keys for ICU, or ten thousand comparisons.
 * Never:  sorts anything itself.
 */
#ifndef DOOR_LANGUAGE_ALPHABET_H
#define DOOR_LANGUAGE_ALPHABET_H

#include <stddef.h>

struct door_arena;
struct door_language;
struct door_worker;

/* A key of the text: strcmp puts keys into the language's order. Texts that readers call the same have one key. */
const char *door_sort_key(struct door_arena *arena, struct door_worker *worker, const struct door_language *language,
        const char *text);

/*
 * The number of the letter that a text with this key stands under, from 1 in the order of the language; 0 for what
 * begins with a digit or a sign, and the number behind the last for scripts that have no letter here.
 */
size_t door_letter_of(struct door_worker *worker, const struct door_language *language, const char *key,
        const char *text);

/* The letter of that number, or for the first and the last number "0–9" and "…". */
const char *door_letter_name(struct door_worker *worker, const struct door_language *language, size_t number);

#endif
