/*
 * link - a link that an editor wrote: has it words, and an address that could lead somewhere?
 *
 * Owns:   nothing.
 * Called: by content/markdown.c, for each link of a text.
 * Never:  knows which entries there are: model/references.c does.
 */
#ifndef DOOR_CONTENT_LINK_H
#define DOOR_CONTENT_LINK_H

#include <stdbool.h>

struct door_arena;
struct door_diag;
struct door_prose;

/* Report what is wrong with a link of a file whose words and address are set. False if anything was an error. */
bool door_link_check(struct door_arena *arena, const struct door_prose *link, const char *file,
        struct door_diag *diag);

#endif
