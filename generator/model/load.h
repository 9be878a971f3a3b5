/*
 * load - a record's struct out of a node tree, by the record's table.
 *
 * Every value is parsed by its kind, limits and words are checked, prose becomes pieces; references and rules across
 * fields are put off until every entry is there (model/check.h).
 *
 * Owns:   nothing; records live in the check's arena.
 * Called: by offer.c for entries; by check.c for single fields.
 * Never:  names a field.
 */
#ifndef DOOR_MODEL_LOAD_H
#define DOOR_MODEL_LOAD_H

#include <stdbool.h>

struct door_check;
struct door_field;
struct door_node;
struct door_prose;
struct door_record;

/* Fill the record at base, which is record->size bytes of zero. False if anything was an error: reported. */
bool door_load_record(struct door_check *check, const struct door_record *record, void *base,
        const struct door_node *node);

/* Give every row its "absent" value: not all of them are zero. */
void door_load_blank(const struct door_record *record, void *base);

/* Fill one field of the record at base. */
bool door_load_field(struct door_check *check, const struct door_field *field, void *base,
        const struct door_node *node);

/* Put a body into the row of kind BODY: its leaf blocks become pieces. A record without such a row refuses one. */
bool door_load_body(struct door_check *check, const struct door_record *record, void *base, struct door_prose *body);

#endif
