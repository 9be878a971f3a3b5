/*
 * far - dates whose year is a slip of the finger: 2062 for 2026.
 *
 * Owns:   nothing.
 * Called: by commands/, when an offer is loaded.
 * Never:  makes an error of it: nothing that passes today fails because of the clock.
 */
#ifndef DOOR_MODEL_FAR_H
#define DOOR_MODEL_FAR_H

#include "model/values.h"

struct door_diag;
struct door_offer;

/* Warn of each date in the fields of an entry that is more than ten years from today. */
void door_far_tell(const struct door_offer *offer, struct door_date today, struct door_diag *diag);

#endif
