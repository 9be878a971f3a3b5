/*
 * plain_schema - what may stand in content/plain.yaml, for tools of editors: JSON Schema, read off a lexicon's parts.
 *
 * Owns:   nothing.
 * Called: by commands/schema.c.
 * Never:  knows a part by name.
 */
#ifndef DOOR_PUBLISH_PLAIN_SCHEMA_H
#define DOOR_PUBLISH_PLAIN_SCHEMA_H

struct door_buf;
struct door_known;

/* dialect: what stands under "$schema". Entries that can be silenced are those that are known. */
void door_plain_schema_write(struct door_buf *out, const char *dialect, const struct door_known *known);

#endif
