/*
 * allowed - the hosts outside that the offer's pages may use, or that may show them: `allow` of offer.yaml. Nothing
 * else widens what browsers let a page do.
 */
#ifndef DOOR_MODEL_ALLOWED_H
#define DOOR_MODEL_ALLOWED_H

#include "model/schema.h"

struct door_allowed {
    struct door_list script, connect, frame, framed_by;     /* const char *: hosts, "maps.council.gov.uk" */
};

extern const struct door_record door_allowed_record;

#endif
