/*
 * distant - places that lie far from where the offer's others are: a minus forgotten, two numbers the wrong way round.
 *
 * Owns:   nothing.
 * Called: by commands/edition.c, when an offer is whole.
 * Never:  minds how exact a point is; a county is wide.
 */
#ifndef DOOR_MODEL_DISTANT_H
#define DOOR_MODEL_DISTANT_H

struct door_diag;
struct door_offer;

/* Warn of each location of a place or stop that can hardly be right. Two points alone say nothing about a third. */
void door_distant_tell(const struct door_offer *offer, struct door_diag *diag);

#endif
