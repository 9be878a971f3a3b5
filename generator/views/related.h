/*
 * related - other help that somebody who reads of one service may want: a few, and why those.
 *
 * Owns:   nothing.
 * Called: by the view of a service's page.
 * Never:  names a sensitive service: whoever looks over a shoulder should not find it by way of another.
 */
#ifndef DOOR_VIEWS_RELATED_H
#define DOOR_VIEWS_RELATED_H

#include "model/schema.h"

struct door_service;
struct door_visit;

#define DOOR_RELATED_MOST 4

/* Pointers to struct door_service, the nearest first; none that cannot be had. */
struct door_list door_related_to(const struct door_visit *visit, const struct door_service *service);

#endif
