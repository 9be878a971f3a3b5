/*
 * plural - which form of a plural a number takes: the categories of CLDR, as the forms of a PO file.
 *
 * A language has one form for each category that a whole number can take, in CLDR's order: zero, one, two, few, many,
 * other. That is the order of the usual Plural-Forms headers, so msgstr[n] of any translator's tool is form n.
 *
 * Owns:   ICU's rules, between open and close.
 * Called: by language/ to check catalogues and to choose forms.
 * Never:  reads the Plural-Forms header: a wrong one there must not change a page.
 */
#ifndef DOOR_LANGUAGE_PLURAL_H
#define DOOR_LANGUAGE_PLURAL_H

#include <stddef.h>

struct door_arena;
struct door_plural;

struct door_plural *door_plural_open(const char *code);
void door_plural_close(struct door_plural *plural);

size_t door_plural_count(const struct door_plural *plural);
size_t door_plural_choose(const struct door_plural *plural, long number);

/* Numbers that take this form, for a translator: "2, 3, 4". */
const char *door_plural_examples(const struct door_plural *plural, struct door_arena *arena, size_t form);

#endif
