#include "views/map.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "language/worker.h"
#include "model/grid.h"
#include "model/offer.h"
#include "model/venue.h"
#include "views/visit.h"

#define OPENSTREETMAP "https://www.openstreetmap.org/?mlat={lat}&mlon={long}#map=17/{lat}/{long}"

/* The pattern with every such hole filled. */
static const char *
fill(struct door_arena *arena, const char *pattern, const char *hole, double degrees)
{
    const char *at;

    while ((at = strstr(pattern, hole)))
        pattern = door_arena_format(arena, "%.*s%.5f%s", (int)(at - pattern), pattern, degrees, at + strlen(hole));
    return pattern;
}

/* "YO1 7HH" as a search of OpenStreetMap: postcodes have letters, digits and one space. */
static char *
search_postcode(struct door_arena *arena, const char *postcode)
{
    const char *space = strchr(postcode, ' ');
    size_t before = space ? (size_t)(space - postcode) : strlen(postcode);

    return door_arena_format(arena, "https://www.openstreetmap.org/search?query=%.*s%s%s", (int)before, postcode,
            space ? "%20" : "", space ? space + 1 : "");
}

const char *
door_map_of_point(const struct door_visit *visit, const struct door_location *location, const char *postcode)
{
    struct door_arena *arena = &visit->worker->scratch;
    const char *map = visit->offer->map;
    bool known = door_text_same(map, "openstreetmap");
    double lat = location ? location->lat : NAN, longitude = location ? location->long_ : NAN;

    if (door_text_same(map, "none"))
        return NULL;
    if (location && location->easting != DOOR_NO_NUMBER)
        door_grid_degrees(location->easting, location->northing, &lat, &longitude);
    if (!isnan(lat) && !isnan(longitude))
        return fill(arena, fill(arena, known ? OPENSTREETMAP : map, "{lat}", lat), "{long}", longitude);
    return known && postcode ? search_postcode(arena, postcode) : NULL;
}

const char *
door_map_of_venue(const struct door_visit *visit, const struct door_venue *venue)
{
    if (venue->hide_address || venue->kind == DOOR_VENUE_ONLINE)
        return NULL;
    return door_map_of_point(visit, venue->location, venue->address ? venue->address->postcode : NULL);
}
