/*
 * where - the places of one service, each with what happens there: "when and where" of its page.
 *
 * Owns:   nothing.
 * Called: by the view of a service's page.
 */
#ifndef DOOR_VIEWS_WHERE_H
#define DOOR_VIEWS_WHERE_H

#include "model/schema.h"

struct door_service_view;
struct door_session_view;
struct door_visit;

struct door_where_view {
    const struct door_entry *place;
    const char *address_line;       /* as door_venue_address_line; NULL: none */
    const char *map;                /* as door_map_of_venue; NULL: none */
    struct door_list sessions;      /* struct door_session_view: in the editor's order; may be empty */
    struct door_list notices;       /* struct door_notice_view: what will be different there */
};

extern const struct door_record door_where_view_record;

/*
 * The places where the service has sessions that are not over, those that it has first, first; then those where it can
 * be had without. A list of struct door_where_view.
 */
struct door_list door_where_build(const struct door_visit *visit, const struct door_service_view *service);

/* The session that comes first from today on, one with people before one online; NULL: none within four weeks. */
const struct door_session_view *door_where_next(const struct door_service_view *service);

#endif
