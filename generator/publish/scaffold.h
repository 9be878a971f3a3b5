/*
 * scaffold - a file for a new entry, with a blank for each thing to be said: what `frontdoor new` writes.
 *
 * Owns:   nothing.
 * Called: by commands/new.c.
 * Never:  invents a fact: a blank is empty, and a draft until its editor says otherwise.
 */
#ifndef DOOR_PUBLISH_SCAFFOLD_H
#define DOOR_PUBLISH_SCAFFOLD_H

#include <stdbool.h>

struct door_arena;
struct door_buf;
struct door_known;
struct door_record;

/* "md" for a record with a body, "yaml" for one that is all fields. */
const char *door_scaffold_ending(const struct door_record *record);

/*
 * The whole file. What must be said comes first, as blanks; what may be said follows as comments. Of a stage, which has
 * no file of its own, the item for stages.yaml, its id filled in.
 */
void door_scaffold_write(struct door_buf *out, struct door_arena *arena, const struct door_record *record,
        const char *id, const struct door_known *known);

#endif
