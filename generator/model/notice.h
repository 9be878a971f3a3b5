/*
 * notice - a closure or a change that families should know of: what it is about, and from when until when.
 */
#ifndef DOOR_MODEL_NOTICE_H
#define DOOR_MODEL_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"
#include "model/values.h"

struct door_prose;

struct door_notice {
    struct door_entry entry;
    uint32_t name;                  /* prose */
    struct door_list about;         /* refs to entries of any type */
    struct door_date from, until;   /* when it applies */
    struct door_date show_from;     /* when families are told: 14 days before, if nothing is written */
    bool urgent;
    const struct door_prose *body;
};

extern const struct door_record door_notice_record;

/* Are families told of it on this day? */
bool door_notice_is_shown(const struct door_notice *notice, struct door_date day);

/* Has it run out? */
bool door_notice_is_over(const struct door_notice *notice, struct door_date day);

#endif
