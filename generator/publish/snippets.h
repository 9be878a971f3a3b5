/*
 * snippets - the fields of Markdown entries as snippets for VS Code, whose YAML extension does not look into Markdown:
 * each field's name completes, is explained, and offers its words.
 *
 * Owns:   nothing.
 * Called: by commands/schema.c.
 * Never:  knows a field by name.
 */
#ifndef DOOR_PUBLISH_SNIPPETS_H
#define DOOR_PUBLISH_SNIPPETS_H

struct door_buf;
struct door_known;

/* The whole file, for .vscode/NAME.code-snippets. */
void door_snippets_write(struct door_buf *out, const struct door_known *known);

#endif
