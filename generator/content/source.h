/*
 * source - one file that an editor keeps: front matter and body, or a whole file of YAML.
 *
 * Owns:   nothing; trees and texts go onto the caller's tray.
 * Called: by content/folder.c.
 * Never:  looks at other files.
 */
#ifndef DOOR_CONTENT_SOURCE_H
#define DOOR_CONTENT_SOURCE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/yaml.h"

struct door_source;

/* Where what is read goes, by how long it is wanted. */
struct door_tray {             /* starts as { 0 } */
    struct door_arena kept;     /* texts and bodies: as long as the offer */
    struct door_arena fronts;   /* nodes of front matter: until the offer is checked */
    struct door_arena file;     /* the bytes of the file being read */
    struct door_yaml_known known;   /* what other files said: while there are more to read */
};

/*
 * Read the file at path, known to the editor as source->file, and fill source->front and source->body. False if
 * anything was an error; front is NULL then if it could not be read.
 */
bool door_source_read(struct door_tray *tray, const char *path, struct door_source *source, struct door_diag *diag);

#endif
