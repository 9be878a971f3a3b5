/*
 * secrets - what an offer must keep to itself: where a hidden place is, who keeps an entry right, what is a draft.
 *
 * Owns:   nothing; what it finds lies in the arena given.
 * Called: by publish/guard.c, which looks for each of them in everything that is published.
 * Never:  searches.
 */
#ifndef DOOR_MODEL_SECRETS_H
#define DOOR_MODEL_SECRETS_H

#include "base/diag.h"
#include "base/needle.h"
#include "model/schema.h"

struct door_arena;
struct door_offer;

struct door_secret {
    enum door_needle_kind kind;
    const char *text;           /* what to look for */
    struct door_place place;    /* where the editor wrote it */
    const char *what;           /* "the hidden postcode"; the address itself must not stand in a build's log either */
    const char *hint;
};

/*
 * All of them, a list of struct door_secret. A postcode, UPRN or point that a visible place has too is an error to
 * resolve: it would be published in any case.
 */
struct door_list door_secrets_find(struct door_arena *arena, const struct door_offer *offer, struct door_diag *diag);

#endif
