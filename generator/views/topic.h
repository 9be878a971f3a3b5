/*
 * topic - a topic with the services that a page shows under it.
 */
#ifndef DOOR_VIEWS_TOPIC_H
#define DOOR_VIEWS_TOPIC_H

#include <stdbool.h>

#include "model/schema.h"

struct door_topic;
struct door_visit;

struct door_topic_view {
    const struct door_topic *topic;
    struct door_list services;      /* struct door_service_view */
    bool more;                      /* there are more on the topic's own page */
};

extern const struct door_record door_topic_view_record;

/* The offer's topics as pages list them: by the editor's `order`, then by name. Refs. */
struct door_list door_topics_in_order(const struct door_visit *visit);

/* Is any of these services (struct door_service_view) one whose name or summary is not in the reader's language? */
bool door_services_partly(const struct door_visit *visit, const struct door_list *services);

#endif
