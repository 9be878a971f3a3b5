/*
 * occasion - what is on, worded: days with the sessions and stops of the calendar, one line each.
 */
#ifndef DOOR_VIEWS_OCCASION_H
#define DOOR_VIEWS_OCCASION_H

#include <stdbool.h>

#include "model/schema.h"
#include "model/values.h"

struct door_occasion;
struct door_said;
struct door_service;
struct door_visit;

struct door_occasion_view {
    const struct door_service *service;     /* NULL: a mobile place stops */
    const struct door_said *name;   /* of the service, or of the place */
    const char *href;
    const char *times;
    const char *place;              /* a name; of a stop, where it is */
    const char *place_href;         /* NULL: online */
    const struct door_said *price;  /* NULL: it is free */
    bool full;                      /* it has no places */
    int way;                        /* enum door_how_to_get */
    struct door_list access;        /* int: words: a bus stop nearby, step-free */
    struct door_list audiences;     /* struct door_audience_view */
    struct door_list notices;       /* refs: what to know of that day */
    uint32_t note;                  /* prose: of the session */
};

struct door_on_day_view {           /* one day on which something is on */
    struct door_date date;
    const char *name;               /* "Saturday 28 November" */
    bool today, tomorrow, bank_holiday;
    struct door_list occasions;     /* struct door_occasion_view */
};

extern const struct door_record door_on_day_view_record;

/* May this one be shown on a page, on the day with this number from 0? */
typedef bool door_occasion_filter(const struct door_occasion *occasion, struct door_date day, const void *what);

/*
 * The days on which something is on that the filter takes (NULL: anything), until `most` occasions are passed: a day is
 * never cut, and the first is always there. *left, unless it is NULL, says whether days were left out.
 */
struct door_list door_on_days(const struct door_visit *visit, size_t days, size_t most, door_occasion_filter *shown,
        const void *what, bool *left);

/* For those who work in the week: from 5 in the afternoon, and on Saturdays and Sundays. */
bool door_occasion_is_after_work(const struct door_occasion *occasion, struct door_date day);

/* Is any of these days one with a name that is not in the reader's language? */
bool door_on_days_partly(const struct door_list *days);

#endif
