/*
 * pictures - what entries show, made ready for phones and handed over as assets/<name>.<hash>.<ending>.
 *
 * A drawing stays as it is. A PNG keeps its pixels and colours and loses everything else that was written into it. A
 * photo (JPEG) is made anew from its pixels, in the sizes that pages use; finished ones are kept in the offer's
 * .frontdoor/photos/, so that an edit elsewhere costs nothing.
 *
 * Owns:   nothing; the map it returns lies in the arena.
 * Called: by commands/, before the pages, which name what this hands over.
 * Never:  hands over a picture that no page shows.
 */
#ifndef DOOR_PUBLISH_PICTURES_H
#define DOOR_PUBLISH_PICTURES_H

struct door_arena;
struct door_diag;
struct door_output;
struct door_pictures;
struct door_site;

/* offer is the folder that holds content/. A picture that can't be made ready is an error, and missing in the map. */
const struct door_pictures *door_pictures_publish(struct door_arena *arena, const struct door_site *site,
        const char *offer, struct door_output *output, struct door_diag *diag);

#endif
