/*
 * translation - a language's words for every piece of an offer: its offer.po laid over the model's pieces.
 *
 * Owns:   the array, in the build's arena.
 * Called: by language/language.c.
 * Never:  leaves a piece without words: the language content is written in stands in.
 */
#ifndef DOOR_LANGUAGE_TRANSLATION_H
#define DOOR_LANGUAGE_TRANSLATION_H

#include <stddef.h>

struct door_arena;
struct door_catalogue;
struct door_diag;
struct door_offer;
struct door_said;

/* The pieces as they were written: the first language. */
const struct door_said *door_translation_source(struct door_arena *arena, const struct door_offer *offer);

/* The pieces as the catalogue has them; index is that of the language in door_languages. */
const struct door_said *door_translation_build(struct door_arena *arena, const struct door_offer *offer,
        struct door_catalogue *catalogue, int index, struct door_diag *diag);

#endif
