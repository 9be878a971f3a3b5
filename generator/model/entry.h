/*
 * entry - what every entry of an offer has: a type, an id, an address, a place in a file.
 *
 * Owns:   nothing.
 * Called: by every room from model/ on; each entry's struct begins with a struct door_entry.
 */
#ifndef DOOR_MODEL_ENTRY_H
#define DOOR_MODEL_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "model/schema.h"

struct door_entry {
    const struct door_record *record;   /* its type */
    const char *id;
    const char *path;                   /* below a language's root: "services/baby-massage/"; NULL if it has no page */
    struct door_place place;            /* of its file, or of its line in a list */
    const struct door_node *source;
    const struct door_entry *now;       /* of an address it had before: the entry that this leads to; else NULL */
    uint32_t first_piece, piece_end;    /* its pieces: first_piece <= number < piece_end */
    uint32_t number;                    /* its place in the list of its type, from 0 */
    /* fields that every entry may have */
    struct door_list was;               /* const char *: earlier ids */
    bool draft;
    const char *owner;                  /* an e-mail address; never published */
};

extern const struct door_record door_entry_record;

/* Is it one of these references (struct door_entry *)? */
bool door_entry_is_among(const struct door_entry *entry, const struct door_list *refs);

#endif
