/*
 * occasion - what is on, worded: days with the sessions and stops of the calendar, one line each.
 */
#ifndef DOOR_VIEWS_OCCASION_H
#define DOOR_VIEWS_OCCASION_H

#include <stdbool.h>

#include "model/schema.h"
#include "model/values.h"

struct door_entry;
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
    bool facts;                     /* there is a price, a way or an audience to tell */
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

/* What a page shows of the calendar. */
struct door_occasion_choice {
    bool (*takes)(const struct door_occasion *occasion, struct door_date day, const void *what);
    const void *what;
    const struct door_entry *about; /* an audience that the page is for, so that no line repeats it; or NULL */
};

/*
 * The days on which something is on that is chosen, until `most` lines are passed: no day is cut, but for one that
 * holds hundreds. *left, unless it is NULL, says whether anything was left out.
 */
struct door_list door_on_days(const struct door_visit *visit, size_t days, size_t most,
        const struct door_occasion_choice *choice, bool *left);

/* For those who work in the week: from 5 in the afternoon, and on Saturdays and Sundays. */
bool door_occasion_is_after_work(const struct door_occasion *occasion, struct door_date day);

/* Is any of these days one with a name that is not in the reader's language? */
bool door_on_days_partly(const struct door_list *days);

#endif
