/*
 * due - what needs an editor's eye on a given day: facts not checked for long, calendars that end, sessions that are
 * over. All are warnings: nothing that passes today fails because of the clock.
 *
 * Owns:   nothing.
 * Called: by commands/, once an offer is built.
 * Never:  asks the clock: the day is an argument.
 */
#ifndef DOOR_MODEL_DUE_H
#define DOOR_MODEL_DUE_H

#include "model/values.h"

struct door_diag;
struct door_offer;

void door_due_tell(const struct door_offer *offer, struct door_date today, struct door_diag *diag);

#endif
