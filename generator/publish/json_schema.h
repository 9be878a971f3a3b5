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

/*
 * What stands under "$schema". Only words that mean the same in both are used; VS Code's YAML extension warns of any
 * later one than 07.
 */
#define DOOR_JSON_SCHEMA_2020 "https://json-schema.org/draft/2020-12/schema"
#define DOOR_JSON_SCHEMA_07 "http://json-schema.org/draft-07/schema#"

/* The schema of a file (or front matter) that holds this record; of stages.yaml for the record of a stage. */
void door_json_schema_write(struct door_buf *out, const char *dialect, const struct door_record *record,
        const struct door_known *known);

#endif
