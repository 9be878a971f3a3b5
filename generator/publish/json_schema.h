/*
 * json_schema - what may stand in a file, for editors' tools: JSON Schema 2020-12, read off the record's table.
 *
 * Owns:   nothing.
 * Called: by commands/schema.c.
 * Never:  knows a field by name.
 *
 * It describes the plain forms that the manual shows. The program reads more ("drop in" for drop-in), and checks more:
 * a schema cannot tell whether a link leads anywhere.
 */
#ifndef DOOR_PUBLISH_JSON_SCHEMA_H
#define DOOR_PUBLISH_JSON_SCHEMA_H

struct door_buf;
struct door_known;
struct door_record;

/* The schema of a file (or front matter) that holds this record; of stages.yaml for the record of a stage. */
void door_json_schema_write(struct door_buf *out, const struct door_record *record, const struct door_known *known);

#endif
