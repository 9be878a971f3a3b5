/*
 * po_file - a catalogue brought up to date: what is wanted now, with every word that translators have written.
 *
 * Reading is content/po.c's; libgettextpo writes, so that files look as every other tool writes them. This is the one
 * file that touches libgettextpo, whose error handler may not return: what it cannot write ends the program.
 *
 * Owns:   nothing after it returns.
 * Called: by commands/translations.c.
 * Never:  writes a file, asks the clock, or drops a translator's word.
 */
#ifndef DOOR_CONTENT_PO_FILE_H
#define DOOR_CONTENT_PO_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_buf;
struct door_map;

struct door_po_wanted {
    const char *context;            /* msgctxt, or NULL */
    const char *id, *plural_id;     /* msgid; msgid_plural or NULL */
    const char *note;               /* for the translator, or NULL */
    struct door_place place;        /* where it stands; file NULL = nowhere */
    size_t limit;                   /* most code points, 0 = no limit */
};

/*
 * Append to out the catalogue of `language` with the wanted messages in their order. What stands at path (it may be
 * absent) is kept: translations, translators' comments, flags, the header. A message whose English has changed takes
 * the translation of the nearest one that vanished from the same context, as fuzzy with the earlier English; one that
 * is not wanted any more is kept as obsolete, and comes back when it is wanted again. The same message wanted twice is
 * one message with two places. Messages of an entry that moved (moved: "services/old" to "services/new"; NULL: none)
 * are its own still. False if the file at path (called `file` in messages) has an error.
 */
bool door_po_update(struct door_arena *arena, const char *path, const char *file, const char *language,
        const struct door_po_wanted *wanted, size_t count, const struct door_map *moved, struct door_buf *out,
        struct door_diag *diag);

/* The value of Plural-Forms for a language ("pl", "en-GB"); the forms are in CLDR's order of categories. */
const char *door_po_plural_forms(const char *language);

#endif
