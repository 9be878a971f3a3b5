/*
 * list - what goes wrong between the items of one list.
 *
 * Owns:   nothing.
 * Called: by model/load.c, for each list that an editor wrote.
 * Never:  looks into records: two contacts may share a name.
 */
#ifndef DOOR_MODEL_LIST_H
#define DOOR_MODEL_LIST_H

#include <stdbool.h>

struct door_check;
struct door_field;
struct door_list;
struct door_node;

/* Is an item there twice? Reported at the second, if so. node is the list as it was written. */
bool door_list_refuse_twice(struct door_check *check, const struct door_field *field, const struct door_list *list,
        const struct door_node *node);

#endif
