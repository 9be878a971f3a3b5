/*
 * standing - how things stand with a service or a place on one day: what a page says before anything else.
 */
#ifndef DOOR_VIEWS_STANDING_H
#define DOOR_VIEWS_STANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "model/schema.h"
#include "model/values.h"

struct door_status;
struct door_visit;

struct door_standing_view {
    int state;                      /* enum door_service_state on this day */
    bool open;                      /* state is live */
    bool told;                      /* there is something to say */
    struct door_date opens;         /* the day after a pause, if it is known */
    struct door_date frees;         /* the day after it is full */
    struct door_date starts;        /* of what is planned */
    struct door_date changes;       /* when `then` begins, after this day */
    int then;                       /* the state that is to come: enum door_service_state */
    uint32_t why;                   /* prose: what happened, and what to do instead */
};

extern const struct door_record door_standing_view_record;

struct door_standing_view door_standing_of(const struct door_visit *visit, const struct door_status *status);

#endif
