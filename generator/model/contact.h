/*
 * contact - whom to ask, and how: a nested record of services, places and organisations.
 */
#ifndef DOOR_MODEL_CONTACT_H
#define DOOR_MODEL_CONTACT_H

#include <stdint.h>

#include "model/schema.h"

struct door_contact {
    const char *name;               /* of a person */
    uint32_t role;                  /* prose */
    const char *phone, *text, *email, *url;
    struct door_list hours;         /* struct door_opening */
};

extern const struct door_record door_contact_record;

/* {days, times} lines, so that templates can walk through opening hours. */
extern const struct door_record door_opening_record;

#endif
