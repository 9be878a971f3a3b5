/*
 * data - files of data that an editor downloads and does not write, such as GOV.UK's bank holidays.
 *
 * Owns:   the tree, in the caller's arena.
 * Called: by model/, for files that fields name.
 */
#ifndef DOOR_CONTENT_DATA_H
#define DOOR_CONTENT_DATA_H

#include "base/diag.h"

struct door_arena;
struct door_content;
struct door_node;

/*
 * Read a JSON file below content/ as a tree (JSON is YAML in brackets, and libyaml reads it so). NULL, with the problem
 * in diag, if it can't be read; NULL without a word if it is not there, which the field that names it has told.
 */
const struct door_node *door_data_load(struct door_arena *arena, const struct door_content *content, const char *name,
        struct door_diag *diag);

#endif
