/*
 * organisation - who runs services.
 */
#ifndef DOOR_MODEL_ORGANISATION_H
#define DOOR_MODEL_ORGANISATION_H

#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"

struct door_prose;

struct door_organisation {
    struct door_entry entry;
    const char *name;               /* a fact */
    uint32_t summary;               /* prose */
    struct door_list contacts;      /* struct door_contact */
    const struct door_prose *body;
};

extern const struct door_record door_organisation_record;

#endif
