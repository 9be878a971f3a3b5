/*
 * service - a service as one reader meets it: what is chosen or worded on top of the model's record.
 */
#ifndef DOOR_VIEWS_SERVICE_H
#define DOOR_VIEWS_SERVICE_H

#include <stdbool.h>

#include "model/schema.h"
#include "model/values.h"

struct door_cost;
struct door_entry;
struct door_said;
struct door_service;
struct door_session;
struct door_visit;

enum {
    DOOR_AFTER_WORK = 17 * 60   /* from then on it is an evening: minutes since midnight */
};

struct door_session_view {
    const struct door_session *session;
    const struct door_service *service;
    const char *when;               /* "Every Tuesday, 9:30am to 11am, in term time" */
    const char *times;
    struct door_date next;          /* the next day it runs within four weeks; year 0 = none */
    const char *next_day;           /* worded: "Tuesday 1 December"; NULL = none */
    const char *days, *limits;      /* `when` without its times: "Every Tuesday"; "In term time", or NULL */
    bool evening, weekend;          /* for those who work or learn in the day: from 5pm on; a Saturday or Sunday */
};

struct door_contact_view {
    const struct door_contact *contact;
    struct door_list opening;       /* struct door_opening_view */
};

struct door_service_view {
    const struct door_service *service;
    const struct door_entry *topic; /* its home: the first of its topics */
    const char *ages;               /* "Birth to 12 months" */
    const struct door_said *price;  /* "Free", "£3 a session", or in words */
    struct door_list sessions;      /* struct door_session_view: those that are not over */
    const struct door_session_view *next;   /* the one that is on first within four weeks, or NULL */
    struct door_list contacts;      /* struct door_contact_view */
    const char *first_phone;        /* door_service_phone */
    const char *waiting;            /* "56 days": how long families wait, or NULL */
    const char *spoken;             /* the languages of its staff, worded, or NULL */
    int state;                      /* enum door_service_state on this day */
    bool open;                      /* state is live */
    const struct door_standing_view *standing;  /* the same, and all there is to say of it */
    struct door_list audiences;     /* struct door_audience_view: whom it is for above all */
};

extern const struct door_record door_service_view_record;
extern const struct door_record door_session_view_record;
extern const struct door_record door_contact_view_record;

/* "Free", "£3 a session", or in words. */
const struct door_said *door_service_price(const struct door_visit *visit, const struct door_cost *cost);

/* The phone of the first contact that has one, or NULL. */
const char *door_service_phone(const struct door_service *service);

void door_service_view_fill(const struct door_visit *visit, const struct door_service *service,
        struct door_service_view *view);

/*
 * Views of those among the services (pointers) that have not ended and that `chosen` takes (NULL: all of them), in the
 * order of lists.
 */
struct door_list door_service_views(const struct door_visit *visit, const struct door_list *among,
        bool (*chosen)(const struct door_service *service, const void *what), const void *what);

/* Contacts with their hours worded. */
struct door_list door_contact_views(const struct door_visit *visit, const struct door_list *contacts);

void door_session_view_fill(const struct door_visit *visit, const struct door_service *service,
        const struct door_session *session, struct door_session_view *view);

/* Of what has not ended in the whole offer: is all of it free, or most of it (two thirds)? At most one is true. */
void door_services_free(const struct door_visit *visit, bool *all_free, bool *most_free);

#endif
