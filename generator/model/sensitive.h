/*
 * sensitive - entries that nobody should be seen to read.
 *
 * Owns:   which they are: services that say so, and places where nothing else can be had.
 * Called: by model/offer to mark the places; by views/ and publish/ to ask.
 * Never:  decides what a page does about it.
 */
#ifndef DOOR_MODEL_SENSITIVE_H
#define DOOR_MODEL_SENSITIVE_H

#include <stdbool.h>

struct door_entry;
struct door_offer;

/* Mark the places at which there are services and each is sensitive: their pages tell as much. */
void door_sensitive_mark(struct door_offer *offer);

bool door_sensitive_is(const struct door_entry *entry);

/* Has the offer any service that is? */
bool door_sensitive_any(const struct door_offer *offer);

#endif
