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

#include <stdbool.h>

#include "base/text.h"

struct door_arena;
struct door_prose;

struct door_mark {
    const char *id, *message, *hint;
    int line, column;       /* where its line begins in the source, from 0; line -1: somewhere in text's words */
    const struct door_prose *text;
};

/* The first mark that does nothing in this leaf block. source is what the editor wrote for it, whole lines. */
bool door_marks_find(struct door_arena *arena, const struct door_prose *leaf, struct door_span source,
        struct door_mark *mark);

#endif
