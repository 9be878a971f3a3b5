/*
 * reading - all sources of an offer, read by several workers at once.
 *
 * Owns:   nothing; what workers read goes into the caller's arenas in the end.
 * Called: by content/folder.c, once it knows the files.
 * Never:  lets the number of workers show: trees and problems are those of one worker.
 */
#ifndef DOOR_CONTENT_READING_H
#define DOOR_CONTENT_READING_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_diag;
struct door_source;

/*
 * Read sources[i], whose file lies at paths[i], for each of them: door_source_read, many times. False if anything was
 * an error. fronts gets the nodes of front matter, arena the rest.
 */
bool door_sources_read(struct door_arena *arena, struct door_arena *fronts, struct door_source *sources,
        const char *const *paths, size_t count, size_t workers, struct door_diag *diag);

#endif
