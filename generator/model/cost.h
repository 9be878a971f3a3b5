/*
 * cost - what a service costs: a nested record with rules of its own.
 */
#ifndef DOOR_MODEL_COST_H
#define DOOR_MODEL_COST_H

#include "model/schema.h"

extern const struct door_record door_cost_record;

#endif
