/*
 * po - gettext catalogues (PO files), read by a small scanner of our own.
 *
 * libgettextpo costs half a second for a thousand entries, keeps global state and drops flags it does not know; the
 * scanner is proved equal to it on every catalogue in the tests (tests/unit/content/po_test.c).
 *
 * Owns:   the messages, in the caller's arena.
 * Called: by language/ on every build.
 * Never:  writes: content/po_file.c does, through libgettextpo.
 */
#ifndef DOOR_CONTENT_PO_H
#define DOOR_CONTENT_PO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"

struct door_arena;
struct door_buf;

#define DOOR_PO_FORMS 6     /* no language of CLDR has more plural categories */

struct door_po_message {
    struct door_place place;            /* of its msgid */
    struct door_place text_place;       /* of msgstr (or msgstr[0]) */
    const char *context;                /* msgctxt, or NULL */
    const char *id, *plural_id;         /* msgid; msgid_plural or NULL */
    const char *texts[DOOR_PO_FORMS];   /* msgstr; "" where not translated */
    size_t text_count;
    bool fuzzy, obsolete;
    bool machine;                       /* has the translator comment "frontdoor: machine" */
    /* what the English was when the message went fuzzy, NULL where not written */
    const char *previous_context, *previous_id, *previous_plural_id;
    struct door_span comments;          /* the lines of comments before it, as they stand in the file's bytes */
};

struct door_po {
    const char *file;
    const struct door_po_message *messages;     /* without the header, in the order of the file */
    size_t count;
    const char *header;                 /* the header's text, or "" */
    struct door_place header_place;     /* of that text */
    struct door_span header_comments;   /* the lines before it */
    struct door_span tail;              /* comments behind the last message */
};

/*
 * Read a catalogue; the bytes must live as long as its comments are looked at. False if anything was an error; a broken
 * message is reported and left out.
 */
bool door_po_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, struct door_po *po,
        struct door_diag *diag);

/* One text for context and id together, to look messages up by. No context is not the same as an empty one. */
const char *door_po_key(struct door_arena *arena, const char *context, const char *id);
void door_po_write_key(struct door_buf *out, const char *context, const char *id);

#endif
