/*
 * nothing - values that look like something and say nothing: YAML's "~", "TBC", a character that cannot be seen.
 *
 * Owns:   nothing.
 * Called: by model/load.c, for each value that an editor wrote; by model/cost.c, which has more to say about it.
 * Never:  takes a value in quotes for YAML's "nothing": a surname may be Null.
 */
#ifndef DOOR_MODEL_NOTHING_H
#define DOOR_MODEL_NOTHING_H

#include <stdbool.h>

struct door_check;
struct door_field;
struct door_node;

/* Is this a word for "later", or filler, that tells families nothing? */
bool door_nothing_said(const char *text);

/* Does the text say nothing? Reported, if so. name is what the editor calls the field. */
bool door_nothing_refuse(struct door_check *check, const struct door_field *field, const char *name,
        const struct door_node *node, const char *text);

#endif
