/*
 * syllables - how many syllables an English word has, by its spelling.
 *
 * Owns:   the rules of spelling. Words that break them are in english.yaml, under `syllables`, and looked up first.
 * Called: by text.c, for each word that the list does not know.
 * Never:  right for every word: generator/doc/plain.md says how often.
 */
#ifndef DOOR_PLAIN_SYLLABLES_H
#define DOOR_PLAIN_SYLLABLES_H

#include <stddef.h>

/*
 * The syllables of a word of lower-case letters, apostrophes and hyphens ("multi-agency", "doesn't"); other bytes part
 * it. At least 1: figures and short forms count as one, as Flesch counts them.
 */
int door_syllables(const char *word, size_t size);

#endif
