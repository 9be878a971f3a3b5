/*
 * json - text as JSON writes it (RFC 8259).
 *
 * Owns:   nothing.
 * Called: by every writer of JSON.
 * Never:  checks the shape of what is written: brackets and commas are the writer's.
 */
#ifndef DOOR_BASE_JSON_H
#define DOOR_BASE_JSON_H

struct door_buf;

/* A string with its quotes. Bytes that are no UTF-8 (an argument of the command line may hold some) become U+FFFD. */
void door_json_text(struct door_buf *out, const char *text);

#endif
