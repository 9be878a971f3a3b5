/*
 * sheaf - pages that one worker drew, waiting for the one thread that publishes.
 *
 * Owns:   their bytes and names; its room is kept from one sheaf to the next.
 * Called: by publish/site.c.
 * Never:  looks at what it holds.
 */
#ifndef DOOR_PUBLISH_SHEAF_H
#define DOOR_PUBLISH_SHEAF_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

struct door_output;
struct door_sheaf_page;

struct door_sheaf {         /* starts as { 0 } */
    struct door_arena arena;            /* names, and the list of pages */
    struct door_buf bytes;              /* page behind page: a writer appends here, then calls door_sheaf_end */
    struct door_sheaf_page *pages;
    size_t count, capacity, begun;      /* begun: where the page that is being written begins */
};

/* All that was appended since the last page is the page of this name. */
void door_sheaf_end(struct door_sheaf *sheaf, const char *name);

/* Hand all pages over, in the order in which they were drawn, and be empty again. */
void door_sheaf_publish(struct door_sheaf *sheaf, struct door_output *output);

void door_sheaf_release(struct door_sheaf *sheaf);

#endif
