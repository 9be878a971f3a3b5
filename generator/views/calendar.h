/*
 * calendar - all that is on in the next 28 days, day by day: which sessions and which stops of mobile places.
 *
 * It is found once a build: dates are the same in every language.
 *
 * Owns:   the list, in the build's arena.
 * Called: by commands/ to build it, by views/occasion.c to word it.
 * Never:  holds what must not be read off a list of days: sensitive services, and what happens at hidden addresses.
 */
#ifndef DOOR_VIEWS_CALENDAR_H
#define DOOR_VIEWS_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "model/schema.h"
#include "model/values.h"

struct door_arena;
struct door_offer;
struct door_service;
struct door_session;
struct door_stop;
struct door_venue;

#define DOOR_DAYS_AHEAD 28

struct door_occasion {              /* one thing on one day */
    const struct door_venue *venue;
    const struct door_service *service;     /* and its session; NULL: a mobile place stops */
    const struct door_session *session;
    const struct door_stop *stop;
    bool full;
};

struct door_calendar {
    struct door_date first;         /* the day the site is built for */
    struct door_list days[DOOR_DAYS_AHEAD];     /* struct door_occasion, by time */
    struct door_list paused;        /* pointers to services with sessions that are not on: in the order of ids */
};

const struct door_calendar *door_calendar_build(struct door_arena *arena, const struct door_offer *offer,
        struct door_date first);

/*
 * The first day, of the four weeks that begin with `first`, on which a session of the service (NULL: a stop) is on: it
 * runs, and neither the service nor its place is paused or ended. Year 0 if there is none.
 */
struct door_date door_session_next_on(const struct door_offer *offer, const struct door_service *service,
        const struct door_session *session, struct door_date first);

struct door_times door_occasion_times(const struct door_occasion *occasion);

#endif
