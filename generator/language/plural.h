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

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_plural;

struct door_plural *door_plural_open(const char *code);
void door_plural_close(struct door_plural *plural);

size_t door_plural_count(const struct door_plural *plural);

/* Does it stand for a number or two, so that it may do without the number itself ("two weeks" is one Arabic word)? */
bool door_plural_is_narrow(const struct door_plural *plural, size_t form);

/*
 * May a message have this many msgstr? Some tools write one more for whole millions in French, Spanish, Italian and
 * Portuguese, before the last; no page here says a million of anything.
 */
bool door_plural_accepts(const struct door_plural *plural, size_t count);

/* The msgstr of a message with so many that is this form. */
size_t door_plural_written(const struct door_plural *plural, size_t count, size_t form);

size_t door_plural_choose(const struct door_plural *plural, long number);

/* Numbers that take this form, for a translator: "2, 3, 4". */
const char *door_plural_examples(const struct door_plural *plural, struct door_arena *arena, size_t form);

#endif
