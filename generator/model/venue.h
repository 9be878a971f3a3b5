/*
 * venue - a place where help can be had: the record of places/. (struct door_place is a position in a file, so the
 * struct is a venue; families and editors read "place".)
 */
#ifndef DOOR_MODEL_VENUE_H
#define DOOR_MODEL_VENUE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"
#include "model/values.h"

struct door_image;
struct door_prose;
struct door_session;
struct door_status;

enum door_venue_kind {
    DOOR_VENUE_FAMILY_HUB = 1,
    DOOR_VENUE_NETWORK_SITE,
    DOOR_VENUE_LIBRARY,
    DOOR_VENUE_SURGERY,
    DOOR_VENUE_CLINIC,
    DOOR_VENUE_NURSERY,
    DOOR_VENUE_SCHOOL,
    DOOR_VENUE_COMMUNITY,
    DOOR_VENUE_ONLINE,
    DOOR_VENUE_MOBILE,
};

/* The words of `access` that the program itself asks for. */
enum door_access {
    DOOR_ACCESS_STEP_FREE = 1,
    DOOR_ACCESS_BUS_NEARBY = 10,
};

struct door_address {
    struct door_list lines;         /* const char * */
    const char *town, *county, *postcode;
};

struct door_location {
    double lat, long_;              /* degrees */
    int easting, northing;          /* metres, OSGB36 */
};

struct door_stop {
    const char *name, *postcode;
    const struct door_location *location;
    struct door_list day;           /* struct door_day */
    struct door_times time;
    int when, every;
    struct door_date from, until;
    struct door_list except;        /* struct door_date */
};

struct door_screen {
    struct door_list languages;     /* const char * */
    int prefers;
};

struct door_venue {
    struct door_entry entry;
    const char *name;               /* a fact */
    int kind;                       /* enum door_venue_kind */
    uint32_t summary;               /* prose */
    const struct door_address *address;
    const struct door_location *location;
    const char *uprn;
    struct door_list opening;       /* struct door_opening */
    struct door_list contacts;      /* struct door_contact */
    struct door_list access;        /* int: words */
    uint32_t getting_here;          /* prose */
    const struct door_entry *organisation;
    const struct door_status *status;
    struct door_list stops;         /* struct door_stop */
    const struct door_screen *display;
    bool hide_address;
    bool sensitive;                 /* found by model/sensitive: nothing but sensitive services can be had there */
    const struct door_image *image;
    const struct door_prose *body;
};

extern const struct door_record door_venue_record;
extern const struct door_record door_stop_record;
extern const struct door_enumeration door_venue_kind_words;
extern const struct door_enumeration door_access_words;

/* A stop as a session, to ask when it comes. */
struct door_session door_stop_session(const struct door_stop *stop);

#endif
