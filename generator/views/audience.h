/*
 * audience - families that some services are for above all, as one reader meets them: a name and a page.
 */
#ifndef DOOR_VIEWS_AUDIENCE_H
#define DOOR_VIEWS_AUDIENCE_H

#include "model/schema.h"

struct door_audience_entry;
struct door_said;
struct door_visit;

struct door_audience_view {
    const struct door_said *name;   /* "Dads" */
    const char *href;               /* "for/dads/" */
};

extern const struct door_record door_audience_view_record;

const struct door_said *door_audience_name(const struct door_visit *visit,
        const struct door_audience_entry *audience);

/* Those that a service names in `for`: a list of views. */
struct door_list door_audience_views(const struct door_visit *visit, const struct door_list *ids);

/* All that have a page. */
struct door_list door_audience_views_all(const struct door_visit *visit);

#endif
