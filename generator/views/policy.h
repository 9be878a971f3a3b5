/*
 * policy - what browsers may let a page do: the Content-Security-Policy of its meta element, and that of the servers'
 * headers. A page may do nothing but show itself; only `allow` of offer.yaml widens that.
 *
 * Owns:   nothing.
 * Called: by views/frame.c for each page; by publish/server.c for the headers of web servers.
 * Never:  lets an inline script or style run.
 */
#ifndef DOOR_VIEWS_POLICY_H
#define DOOR_VIEWS_POLICY_H

#include <stdbool.h>

struct door_arena;
struct door_offer;

/* For a page's meta element; scripts, fonts: it has some of the theme's own. frame-ancestors does nothing there. */
const char *door_policy_of_page(struct door_arena *arena, const struct door_offer *offer, bool scripts,
        bool fonts);

/*
 * For the header that a server sends with every file. Browsers hold a page to both, so this one allows all that any
 * page may need of its own host, and says who may show our pages in theirs.
 */
const char *door_policy_of_site(struct door_arena *arena, const struct door_offer *offer);

#endif
