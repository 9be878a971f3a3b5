/*
 * spare - the tree beside the site, made equal to what a build hands over.
 *
 * A file that stands with the same bytes is linked from there, once all are known; any other is written anew under
 * another name and renamed over the link, never written into. Until the first of these the tree is not touched.
 *
 * Owns:   the descriptor of the tree, from open to close.
 * Called: by publish/output.c alone, which swaps the finished tree with the site.
 * Never:  touches the site that stands. A machine that fails ends the program with exit 2.
 */
#ifndef DOOR_PUBLISH_SPARE_H
#define DOOR_PUBLISH_SPARE_H

#include <stddef.h>

struct door_arena;
struct door_map;
struct door_spare;

/* The tree of this folder, "output/.site.frontdoor"; live is a descriptor of the site that stands, -1 for none. */
struct door_spare *door_spare_open(struct door_arena *arena, const char *state, int live);

/* name must live as long as the spare. */
void door_spare_put(struct door_spare *spare, const char *name, const char *bytes, size_t size);

/* Link what stands, and remove what is none of these files, which this build handed over. */
void door_spare_finish(struct door_spare *spare, const struct door_map *files);

/* Flush it to the disk, once it is finished. */
void door_spare_flush(struct door_spare *spare);

/* How many files were written, as none like them stands? */
size_t door_spare_written(const struct door_spare *spare);

void door_spare_close(struct door_spare *spare);

#endif
