/*
 * ease - how old a reader must be, by the Flesch-Kincaid grade. generator/doc/plain.md says why this formula.
 *
 * Owns:   nothing.
 * Called: by plain.c for an entry and an offer, by rules.c for a sentence.
 * Never:  counts.
 */
#ifndef DOOR_PLAIN_EASE_H
#define DOOR_PLAIN_EASE_H

#include <stddef.h>

struct door_ease {      /* starts as { 0 } */
    size_t words, sentences, syllables;
};

void door_ease_add(struct door_ease *to, const struct door_ease *more);

/* The grade of an American school (Kincaid and others, 1975). Of no words: 0. */
double door_ease_grade(const struct door_ease *ease);

/* The reading age in years: a child in grade 1 is 6, so the grade and 5. */
double door_ease_age(const struct door_ease *ease);

#endif
