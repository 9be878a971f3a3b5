/*
 * catalogue - one PO file that was read, and its messages by what they translate.
 *
 * Owns:   the messages and their index, in the build's arena.
 * Called: by language/ for offer.po and interface.po.
 * Never:  takes a missing file for a mistake: it is a catalogue without messages.
 */
#ifndef DOOR_LANGUAGE_CATALOGUE_H
#define DOOR_LANGUAGE_CATALOGUE_H

#include <stdbool.h>

#include "base/map.h"
#include "content/po.h"

struct door_arena;
struct door_diag;
struct door_buf;

struct door_catalogue {
    struct door_po po;
    struct door_map index;      /* of messages that are not obsolete */
};

/* Read the file at path, which problems call shown. What could be read of a broken file is there all the same. */
void door_catalogue_read(struct door_arena *arena, const char *path, const char *shown,
        struct door_catalogue *catalogue, struct door_diag *diag);

/* Report a catalogue whose header names another language than the one whose folder it lies in. */
void door_catalogue_check_language(const struct door_catalogue *catalogue, struct door_arena *arena,
        const char *language, struct door_diag *diag);

/* Does its header say who read it as a native (X-Native-Reader: who, when)? */
bool door_catalogue_was_read(const struct door_catalogue *catalogue);

/* The message of this context (or NULL) and English text, or NULL. key is room to work in. */
const struct door_po_message *door_catalogue_find(const struct door_catalogue *catalogue, struct door_buf *key,
        const char *context, const char *text);

/* Put a message under another context than its own: that of an entry which was renamed. */
void door_catalogue_move(struct door_catalogue *catalogue, struct door_arena *arena,
        const struct door_po_message *message, const char *context);

#endif
