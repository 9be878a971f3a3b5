/*
 * audit - the finished site read again by libxml2, as an independent proof of what a build promises: each page says its
 * language, can be walked by its headings, names its links and fields, runs nothing, asks no other host, and each
 * address in it leads to something.
 *
 * Templates are checked when they are compiled, but a theme can still put correct parts together wrongly (two h1, an id
 * in a loop). A dead link inside the site can't come from content, whose ids are resolved by the model; it comes from a
 * theme that names an address in quotes.
 *
 * Owns:   what it has seen, in the caller's arena.
 * Called: by commands/check.c to begin and finish; by publish/output.c with each finished file.
 * Never:  opens a file. A mistake that stands on many pages is told once, with their number.
 */
#ifndef DOOR_PUBLISH_AUDIT_H
#define DOOR_PUBLISH_AUDIT_H

#include <stddef.h>

struct door_allowed;
struct door_arena;
struct door_audit;
struct door_diag;

/*
 * url: where the site will stand, for addresses that are written whole; allow: the hosts outside that it may use, or
 * NULL.
 */
struct door_audit *door_audit_begin(struct door_arena *arena, const char *url, const struct door_allowed *allow,
        struct door_diag *diag);

/* Look at one finished file; name is below the site, "services/x/index.html". */
void door_audit_file(struct door_audit *audit, const char *name, const char *bytes, size_t size);

/* All files were handed over: follow the links, and tell what is wrong. */
void door_audit_finish(struct door_audit *audit);

#endif
