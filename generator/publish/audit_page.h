/*
 * audit_page - one finished page read by libxml2: what it breaks by itself, and what it says about the site.
 *
 * Owns:   nothing after it returns; libxml2's parser lives in one function.
 * Called: by publish/audit.c, which implements what is asked for here.
 * Never:  knows other pages.
 */
#ifndef DOOR_PUBLISH_AUDIT_PAGE_H
#define DOOR_PUBLISH_AUDIT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_audit;

enum door_audit_use {
    DOOR_AUDIT_LINK,        /* followed by people: may lead to other hosts */
    DOOR_AUDIT_RESOURCE,    /* fetched with the page: may not */
    DOOR_AUDIT_SCRIPT,      /* likewise, but from hosts in the offer's `allow` */
    DOOR_AUDIT_FRAME,
};

/* Read a page; scratch is emptied by the caller. */
void door_audit_page(struct door_audit *audit, struct door_arena *scratch, const char *name, const char *bytes,
        size_t size);

/* --- what audit.c keeps --- */

void door_audit_tell(struct door_audit *audit, struct door_place place, const char *id, const char *hint,
        const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The page `name` has an element with this id; false if it had one before. */
bool door_audit_anchor(struct door_audit *audit, const char *name, const char *id);
bool door_audit_has_anchor(const struct door_audit *audit, const char *name, const char *id);

/* The page holds this address. */
void door_audit_address(struct door_audit *audit, struct door_place place, const char *name, const char *address,
        enum door_audit_use use);

#endif
