/*
 * sample - values that nobody can own, in texts: web and e-mail addresses below .example, phones kept for drama.
 *
 * They are what a sample offer is made of. In a real one they were copied and forgotten, and somebody would call them.
 *
 * Owns:   nothing.
 * Called: by model/offer.c for the offer's own prose, by language/ for translations.
 * Never:  looks at an offer that is itself below .example.
 */
#ifndef DOOR_MODEL_SAMPLE_H
#define DOOR_MODEL_SAMPLE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

struct door_offer;

/* The first such value in a text, plain or Markdown. False if there is none. */
bool door_sample_find(const char *text, struct door_span *value);

/* Is there one, although the offer is a real one? Then that was told. */
bool door_sample_refuse(const struct door_offer *offer, const char *text, struct door_place place,
        struct door_diag *diag);

/* The same for all prose of the offer. */
void door_sample_check(const struct door_offer *offer, struct door_diag *diag);

#endif
