#include "model/distant.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "model/offer.h"
#include "model/venue.h"

#define FAR_MILES 60            /* from the middle of an offer: no council of England reaches so far */
#define NEAR_MILES 6            /* a slip that moves a place by less is not seen */
#define FEWEST 3
#define EARTH_MILES 3959.0
#define DEGREE (3.14159265358979323846 / 180)

struct point {
    double lat, long_;          /* degrees */
    const struct door_location *location;
    struct door_place place;
};

struct points {
    struct door_arena arena;
    struct point *items;
    size_t count, capacity;
};

/*
 * National Grid to degrees, to about a mile: the grid's true origin is at 49 N, 2 W, and a meridian bends away from its
 * lines by the square of the distance from there (Ordnance Survey, "A guide to coordinate systems in Great Britain").
 */
static void
from_grid(int easting, int northing, struct point *point)
{
    const double metres = EARTH_MILES * 1609.344, x = (easting - 400000) / metres;
    double lat = 49 * DEGREE + (northing + 100000) / metres;

    lat -= x * x * tan(lat) / 2;
    point->lat = lat / DEGREE;
    point->long_ = -2 + x / cos(lat) / DEGREE;
}

static void
add(struct points *points, const struct door_location *location, const struct door_node *node)
{
    struct point point = { .location = location };
    const struct door_node *at = node ? door_node_find(node, "location") : NULL;

    if (!location || !at)
        return;
    point.place = at->place;
    if (isnan(location->lat))
        from_grid(location->easting, location->northing, &point);
    else
        point.lat = location->lat, point.long_ = location->long_;
    points->items = door_arena_grow(&points->arena, points->items, points->count, &points->capacity,
            sizeof *points->items);
    points->items[points->count++] = point;
}

static void
add_venue(struct points *points, const struct door_venue *venue)
{
    const struct door_node *source = venue->entry.source, *stop;
    const struct door_stop *stops = venue->stops.items;
    size_t i;

    if (!source)
        return;
    add(points, venue->location, source);
    stop = door_node_find(source, "stops");
    stop = stop && stop->type == DOOR_NODE_LIST ? stop->children : stop;
    for (i = 0; i < venue->stops.count && stop; i++, stop = stop->next)
        add(points, stops[i].location, stop);
}

static int
compare_numbers(const void *a, const void *b)
{
    double p = *(const double *)a, q = *(const double *)b;

    return (p > q) - (p < q);
}

/* The middle of the offer, which a few wrong points do not move. */
static struct point
middle_of(struct points *points)
{
    double *lats = door_arena_array(&points->arena, points->count, sizeof *lats);
    double *longs = door_arena_array(&points->arena, points->count, sizeof *longs);
    size_t i;

    for (i = 0; i < points->count; i++) {
        lats[i] = points->items[i].lat;
        longs[i] = points->items[i].long_;
    }
    qsort(lats, points->count, sizeof *lats, compare_numbers);
    qsort(longs, points->count, sizeof *longs, compare_numbers);
    return (struct point){ .lat = lats[points->count / 2], .long_ = longs[points->count / 2] };
}

static double
miles_between(const struct point *a, const struct point *b)
{
    double north = (a->lat - b->lat) * DEGREE, east = (a->long_ - b->long_) * DEGREE * cos(a->lat * DEGREE);

    return EARTH_MILES * sqrt(north * north + east * east);
}

/* Does no other point lie on its side of Greenwich? */
static bool
is_alone(const struct points *points, const struct point *point)
{
    size_t i;

    for (i = 0; i < points->count; i++)
        if (&points->items[i] != point && (points->items[i].long_ > 0) == (point->long_ > 0))
            return false;
    return true;
}

static void
tell(struct points *points, const struct point *point, const struct point *middle, struct door_diag *diag)
{
    struct point meant = *point;
    double miles = miles_between(point, middle);
    const char *hint = door_arena_format(&points->arena, "Check both numbers: in the middle of the offer, lat is %.2f "
            "and long is %.2f.", middle->lat, middle->long_);
    bool slip;

    if (isnan(point->location->lat)) {
        from_grid(point->location->northing, point->location->easting, &meant);
        slip = miles > FAR_MILES && miles_between(&meant, middle) < FAR_MILES;
        if (slip)
            hint = "Swap easting and northing.";
    } else {
        meant.long_ = -meant.long_;
        slip = miles > NEAR_MILES && miles_between(&meant, middle) < miles / 3 && is_alone(points, point);
        if (slip)
            hint = door_arena_format(&points->arena, point->long_ > 0 ? "Is a minus missing? Write long: %g."
                    : "Take the minus out: long: %g.", meant.long_);
    }
    if (slip || miles > FAR_MILES)
        door_diag_warn(diag, point->place, "location-far", hint, "this is %.0f miles from where the other places are",
                miles);
}

void
door_distant_tell(const struct door_offer *offer, struct door_diag *diag)
{
    const struct door_list *list = door_offer_list(offer, &door_venue_record);
    const struct door_venue *const *venues = list->items;
    struct points points = { 0 };
    struct point middle;
    size_t i;

    for (i = 0; i < list->count; i++)
        add_venue(&points, venues[i]);
    if (points.count >= FEWEST) {
        middle = middle_of(&points);
        for (i = 0; i < points.count; i++)
            tell(&points, &points.items[i], &middle, diag);
    }
    door_arena_release(&points.arena);
}
