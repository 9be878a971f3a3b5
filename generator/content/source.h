/*
 * source - one file that an editor keeps: front matter and body, or a whole file of YAML.
 *
 * Owns:   nothing; trees and texts go into the caller's arena.
 * Called: by content/folder.c.
 * Never:  looks at other files.
 */
#ifndef DOOR_CONTENT_SOURCE_H
#define DOOR_CONTENT_SOURCE_H

#include <stdbool.h>

#include "base/diag.h"

struct door_arena;
struct door_source;

/*
 * Read the file at path, known to the editor as source->file, and fill source->front and source->body. False if
 * anything was an error; front is NULL then if it could not be read.
 */
bool door_source_read(struct door_arena *arena, const char *path, struct door_source *source, struct door_diag *diag);

#endif
