/*
 * sight - where in a file a word of a text stands, to the line and column.
 *
 * A text has forgotten how the editor broke its lines, quoted or indented it; so the file is read again when there is
 * something to tell of it, which is seldom.
 *
 * Owns:   the bytes of the file that was looked at last.
 * Called: by rules.c.
 * Never:  reads a file of which nothing is told.
 */
#ifndef DOOR_PLAIN_SIGHT_H
#define DOOR_PLAIN_SIGHT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

struct door_sight {             /* starts as { 0 } but for the root */
    const char *root;           /* the folder of the offer */
    struct door_arena arena;
    const char *file, *bytes;
    const char *text;           /* where in them the text began that was looked for last, and its place */
    struct door_place at;
};

/*
 * The place of a word. The text of which `word` is a slice begins at `text`, and stands in the file from `place` on.
 * Where it can't be found (it may be spelled with an escape) the answer is the place of the text.
 */
struct door_place door_sight_find(struct door_sight *sight, struct door_place place, const char *text,
        struct door_span word);

void door_sight_release(struct door_sight *sight);

#endif
