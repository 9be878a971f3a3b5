/*
 * marks - marks of Markdown that do nothing where they stand, and so would be shown to families.
 *
 * CommonMark has no mistakes: "[a hub](place: thornleigh-hub)" and "##Opening hours" are text to it. An editor meant a
 * link and a heading. Who means the marks as they are puts a backslash before them.
 *
 * Owns:   nothing; texts go into the caller's arena.
 * Called: by content/markdown.c, for each leaf block.
 * Never:  reports.
 */
#ifndef DOOR_CONTENT_MARKS_H
#define DOOR_CONTENT_MARKS_H

#include <stddef.h>

#include "base/text.h"

struct door_arena;
struct door_prose;

struct door_mark {
    const char *id, *message, *hint;
    int line, column;       /* where it stands in the source, from 0 */
};

/* The marks that do nothing in this leaf block. source is what the editor wrote for it, whole lines. */
const struct door_mark *door_marks_find(struct door_arena *arena, const struct door_prose *leaf,
        struct door_span source, size_t *count);

#endif
