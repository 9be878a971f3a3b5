/*
 * venue - a place as one reader meets it: its hours worded, and what happens there on which day.
 */
#ifndef DOOR_VIEWS_VENUE_H
#define DOOR_VIEWS_VENUE_H

#include <stdbool.h>

#include "model/schema.h"

struct door_service;
struct door_venue;
struct door_visit;

struct door_day_view {              /* one weekday at a place */
    const char *name;               /* "Tuesday" */
    struct door_list sessions;      /* struct door_session_view, by time */
};

struct door_stop_view {             /* of a mobile place */
    const struct door_stop *stop;
    const char *when;               /* "Every Tuesday, 10am to 11am" */
    const char *days, *times, *limits;  /* the same in parts; limits may be NULL */
    const char *next;               /* "Tuesday 1 December and Tuesday 8 December"; NULL: none within four weeks */
    const char *map;                /* where that is, on the offer's map; or NULL */
};

struct door_venue_view {
    const struct door_venue *venue;
    const struct door_standing_view *standing;
    struct door_list opening;       /* struct door_opening_view */
    struct door_list stops;         /* struct door_stop_view: those that are not over */
    struct door_list contacts;      /* struct door_contact_view */
    struct door_list days;          /* struct door_day_view: the days on which something happens, Monday first */
    struct door_list once;          /* struct door_session_view: what happens on one date */
    struct door_list services;      /* struct door_service_view: what can be had here without fixed sessions */
    const char *address_line;       /* the address on one line, in English; of a hidden one the town; NULL: none */
    const char *map;                /* its place on the offer's map; NULL: none, or it is hidden */
};

extern const struct door_record door_venue_view_record;

/* May this service be told of here? A page and a booklet leave out different ones. */
typedef bool door_venue_filter(const struct door_service *service);

/* Places as lists show them: where to go is told first, hidden places last. */
struct door_list door_venues_in_order(const struct door_visit *visit, const struct door_list *places);

/* The address of a place on one line, in English; of a hidden one the town; NULL: none. */
const char *door_venue_address_line(const struct door_visit *visit, const struct door_venue *venue);

void door_venue_view_fill(const struct door_visit *visit, const struct door_venue *venue, door_venue_filter *shown,
        struct door_venue_view *view);

#endif
