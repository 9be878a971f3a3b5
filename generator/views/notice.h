/*
 * notice - what families are told of closures and changes on one day.
 */
#ifndef DOOR_VIEWS_NOTICE_H
#define DOOR_VIEWS_NOTICE_H

#include <stdbool.h>

#include "model/schema.h"
#include "model/values.h"

struct door_entry;
struct door_notice;
struct door_said;
struct door_service;
struct door_visit;

struct door_mention_view {          /* one entry, to lead to */
    const struct door_said *name;
    const char *href;               /* NULL: it has no page */
};

struct door_notice_view {
    const struct door_notice *notice;
    const char *when;               /* "Monday 7 December 2026 to Friday 11 December 2026" */
    struct door_date again;         /* the day after its last */
    struct door_list about;         /* struct door_mention_view */
    bool over;
};

extern const struct door_record door_notice_view_record;

void door_notice_view_fill(const struct door_visit *visit, const struct door_notice *notice,
        struct door_notice_view *view);

/*
 * The notices that are shown today, views in the order of their first days: those about an entry (of a service also
 * those about places where it is to be had), or with NULL all of them. With `urgent`, only the urgent ones.
 */
struct door_list door_notice_views(const struct door_visit *visit, const struct door_entry *entry, bool urgent);

/*
 * Those among the views that whoever is about to use the service must know first: they are about the service itself, or
 * about the place (NULL: none) where it is to be had on this day. The others are told beside their places.
 */
struct door_list door_notices_first(const struct door_visit *visit, const struct door_list *notices,
        const struct door_service *service, const struct door_entry *place, struct door_date day);

/* Is the name of any of these notices not in the reader's language? */
bool door_notices_partly(const struct door_visit *visit, const struct door_list *notices);

#endif
