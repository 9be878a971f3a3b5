/*
 * opening - opening hours: a map whose keys are days and whose values are times.
 *
 * Owns:   nothing; the lines live in the check's arena.
 * Called: by load.c for fields of kind OPENING.
 * Never:  sorts: the lines stay in the editor's order.
 */
#ifndef DOOR_MODEL_OPENING_H
#define DOOR_MODEL_OPENING_H

#include <stdbool.h>

struct door_check;
struct door_field;
struct door_list;
struct door_node;

/* Fill a list of struct door_opening. False if anything was an error: reported. */
bool door_opening_load(struct door_check *check, const struct door_field *field, struct door_list *list,
        const struct door_node *node);

#endif
