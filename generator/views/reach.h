/*
 * reach - how a family gets a service, as one thing to do: turn up, call, text, open a page, write.
 *
 * Owns:   nothing.
 * Called: by the view of a service's page.
 */
#ifndef DOOR_VIEWS_REACH_H
#define DOOR_VIEWS_REACH_H

#include <stdbool.h>

#include "model/schema.h"

struct door_contact_view;
struct door_service_view;
struct door_visit;
struct door_where_view;

enum door_action {
    DOOR_ACTION_TURN_UP = 1,
    DOOR_ACTION_CALL,
    DOOR_ACTION_TEXT,
    DOOR_ACTION_WEB,
    DOOR_ACTION_EMAIL,
    DOOR_ACTION_WAIT,               /* nothing: somebody gets in touch; who wants to know more may ask */
};

struct door_reach_view {
    int action;                     /* enum door_action: the first thing to do; 0: there is nobody to ask */
    const struct door_where_view *where;        /* where to turn up; NULL unless that is the action */
    const struct door_contact_view *contact;    /* whom to ask; NULL: nobody */
    bool speaks;                    /* staff speak the page's language, which is not the offer's first */
    struct door_list others;        /* struct door_contact_view: the other contacts */
};

extern const struct door_record door_reach_view_record;

/* `where` is a list of struct door_where_view: the first is where it happens next. */
struct door_reach_view door_reach_of(const struct door_visit *visit, const struct door_service_view *service,
        const struct door_list *where);

#endif
