/*
 * clock - the one place that asks what day it is.
 */
#ifndef DOOR_COMMANDS_CLOCK_H
#define DOOR_COMMANDS_CLOCK_H

#include "model/values.h"

/* Today in Europe/London, whatever TZ says. */
struct door_date door_clock_today(void);

/* Seconds since some fixed moment, for telling how long a build took. */
double door_clock_seconds(void);

#endif
