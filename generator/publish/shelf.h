/*
 * shelf - finished print files and photos, kept in the offer's .frontdoor/ from one build to the next.
 *
 * Each lies under a hash of its recipe, and holds the whole recipe, so that nothing but the bytes that this recipe
 * gives can be found; a checksum tells a file that was damaged. Whatever is not used by a build is removed at its end.
 * Deleting the folder loses only time, so a folder that cannot be read or written is no mistake and is not told of.
 *
 *     .frontdoor/<kind>/<12 digits>    "frontdoor print 1\n", checksum, size of the recipe, recipe, file
 *
 * Owns:   the folder's descriptor and the names that were used, until door_shelf_close.
 * Called: by print.c (kind "print") and pictures.c (kind "photos").
 * Never:  follows a link out of the offer, nor trusts what it finds.
 */
#ifndef DOOR_PUBLISH_SHELF_H
#define DOOR_PUBLISH_SHELF_H

#include <stdbool.h>

struct door_buf;
struct door_shelf;

struct door_shelf *door_shelf_open(const char *offer, const char *kind);

/* Fill out (in place of what is in it) with the file kept for this recipe; false if there is none. */
bool door_shelf_find(struct door_shelf *shelf, const struct door_buf *recipe, struct door_buf *out);

/* Keep a file that was made by this recipe. */
void door_shelf_put(struct door_shelf *shelf, const struct door_buf *recipe, const struct door_buf *file);

/* Let go, and remove what was neither found nor put. */
void door_shelf_close(struct door_shelf *shelf);

#endif
