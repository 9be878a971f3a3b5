/*
 * map - where a place is on the offer's map: an address on another website, for a plain link.
 *
 * Owns:   nothing.
 * Called: by the views of places and services.
 * Never:  leads to a place whose address is hidden.
 */
#ifndef DOOR_VIEWS_MAP_H
#define DOOR_VIEWS_MAP_H

struct door_location;
struct door_venue;
struct door_visit;

/* The map of a place, in the worker's scratch arena; NULL if `map` is none or nothing says where it is. */
const char *door_map_of_venue(const struct door_visit *visit, const struct door_venue *venue);

/* The map of a point, or else of a postcode; either may be NULL. */
const char *door_map_of_point(const struct door_visit *visit, const struct door_location *location,
        const char *postcode);

#endif
