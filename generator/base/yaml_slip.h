/*
 * yaml_slip - what an editor did wrong on one line of YAML, in the editor's words, with the line put right.
 *
 * libyaml tells where it stopped, not what was meant: "mapping values are not allowed in this context" is a colon in a
 * title. The slips that people make are few, so each is looked for in the text of the line.
 *
 * Owns:   nothing.
 * Called: by base/yaml.c, for a line that is near a mistake or looks odd.
 * Never:  decides that a line is wrong: a line that parses is asked about only where its meaning is in doubt.
 */
#ifndef DOOR_BASE_YAML_SLIP_H
#define DOOR_BASE_YAML_SLIP_H

#include <stdbool.h>

#include "base/text.h"

struct door_arena;

struct door_yaml_slip {
    int column;                     /* in code points, from 1 */
    const char *id, *message, *hint;
    const char *mended;             /* the line put right, so that reading can go on; NULL where that is a guess */
};

/* Look for a slip in a line (without its line end). */
bool door_yaml_find_slip(struct door_arena *arena, struct door_span line, struct door_yaml_slip *slip);

/*
 * The line with a comma before the field whose colon stands at this byte, "{lat: 54.25 long: -1.25}"; NULL where no
 * field's name with a space before it leads up to there.
 */
const char *door_yaml_add_comma(struct door_arena *arena, struct door_span line, size_t colon);

/* A value in quotes that keep it as it is: "x", or 'x' where it holds double quotes. */
const char *door_yaml_quote(struct door_arena *arena, struct door_span value);

#endif
