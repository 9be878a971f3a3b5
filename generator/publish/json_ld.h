/*
 * json_ld - what machines read of a page: the service or place as structured data (schema.org, JSON-LD 1.1).
 *
 * A block of data is no script: browsers do not run it, and the pages' policy does not stand against it.
 *
 * Owns:   nothing.
 * Called: by publish/site.c, where a theme's template has <fd:data/>.
 * Never:  tells of a sensitive entry, of one that is a draft or has ended, or where a hidden place is.
 */
#ifndef DOOR_PUBLISH_JSON_LD_H
#define DOOR_PUBLISH_JSON_LD_H

struct door_buf;
struct door_entry;
struct door_visit;

/* Append the data of an entry (NULL: of none) as JSON, in the visit's language; nothing if there is none to tell. */
void door_json_ld_write(const struct door_visit *visit, const struct door_entry *entry, struct door_buf *out);

/* Append JSON as an element of a page. What could be taken for markup there is written as \u003c and the like. */
void door_json_ld_embed(const char *json, struct door_buf *out);

#endif
