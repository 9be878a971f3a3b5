/*
 * prose_fact - facts that an editor typed into a text: a phone number, a postcode, a price, a time of day.
 *
 * In its field a fact is checked, can be called or counted with, and is right in every language at once; in a text it
 * is translated by hand, and stays behind when it changes.
 *
 * Owns:   nothing.
 * Called: by model/offer.c, when all prose is known by number.
 * Never:  stops a build: sometimes a text is the place for it. The words of a link to tel: or sms: are.
 */
#ifndef DOOR_MODEL_PROSE_FACT_H
#define DOOR_MODEL_PROSE_FACT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

struct door_diag;
struct door_pieces;

enum door_prose_fact {
    DOOR_PROSE_FACT_PHONE,
    DOOR_PROSE_FACT_POSTCODE,
    DOOR_PROSE_FACT_PRICE,
    DOOR_PROSE_FACT_TIME,
};

/* The first fact in a text. False if there is none. */
bool door_prose_fact_find(const char *text, enum door_prose_fact *kind, struct door_span *fact);

/* Warn of each fact in an offer's prose. */
void door_prose_fact_warn(const struct door_pieces *pieces, struct door_diag *diag);

#endif
