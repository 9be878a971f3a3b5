/*
 * recurrence - on which days a session runs.
 *
 * Owns:   nothing.
 * Called: by views/ to find the next dates; by model/ to find what never happens.
 * Never:  asks the clock: the day is an argument.
 */
#ifndef DOOR_MODEL_RECURRENCE_H
#define DOOR_MODEL_RECURRENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/values.h"

struct door_offer;
struct door_session;
struct door_status;

/*
 * Does the session run on this day? Its own days and dates decide, then `from`, `until` and `except`, the offer's
 * terms for "term time", and bank holidays unless the session says `holidays: yes`. `every: 2 weeks` counts weeks from
 * the one of the first matching day on or after `from`, straight through holidays (as INTERVAL does in RFC 5545).
 */
bool door_session_runs(const struct door_session *session, const struct door_offer *offer, struct door_date day);

/* The first days on which it runs, from `first` on and within `days` days; how many were found, at most `most`. */
size_t door_session_next(const struct door_session *session, const struct door_offer *offer, struct door_date first,
        int days, struct door_date *found, size_t most);

/* Is there any day between `from` and `until` on which it could run, if no term or holiday stood against it? */
bool door_session_can_run(const struct door_session *session);

/* Is there one that terms and bank holidays leave to it? Where no end is written, it is taken to go on. */
bool door_session_ever_runs(const struct door_session *session, const struct door_offer *offer);

/* Will it never run again after this day? */
bool door_session_is_over(const struct door_session *session, struct door_date day);

/*
 * The state (enum door_service_state) that a status means on this day. Outside `from` and `until` it is live;
 * what is planned starts on its `from`, or else on the day after `until`.
 */
int door_status_on(const struct door_status *status, struct door_date day);

#endif
