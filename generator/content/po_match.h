/*
 * po_match - which earlier message each wanted one takes its translation from.
 *
 * Owns:   nothing; lists go into the caller's arena.
 * Called: by content/po_file.c.
 * Never:  reads or writes a file.
 */
#ifndef DOOR_CONTENT_PO_MATCH_H
#define DOOR_CONTENT_PO_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_po;
struct door_po_message;
struct door_po_wanted;

struct door_po_match {
    const struct door_po_wanted *wanted;    /* the first with this context and id */
    const struct door_po_message *from;     /* NULL: nothing like it was there */
    bool changed;                           /* from is of another English */
    struct door_place *places;              /* where all of its like stand */
    size_t place_count, place_capacity;
};

/* Fill matches (room for count) in the order of wanted, each message once; how many. used[i]: message i was taken. */
size_t door_po_match(struct door_arena *arena, const struct door_po *po, const struct door_po_wanted *wanted,
        size_t count, struct door_po_match *matches, bool *used);

#endif
