/*
 * place_page - one place, and the list of all places.
 */
#include "language/phrases.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/pages.h"
#include "views/venue.h"
#include "views/view.h"

struct venue_page {
    struct door_frame *page;
    struct door_venue_view *place;
};

static const struct door_field venue_page_fields[] = {
    FRAME_ROW(struct venue_page),
    { .name = "place", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct venue_page, place),
      .record = &door_venue_view_record, .help = "The place this page is about." },
};

static const struct door_record venue_page_record = VIEW(struct venue_page, venue_page_fields);

static const struct door_list *
places(const struct door_offer *offer)
{
    return &offer->places;
}

/* Where and when somebody can be met must not be read off a place's page. */
static bool
may_be_told(const struct door_service *service)
{
    return !service->sensitive;
}

static const void *
build_venue(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_venue *venue = (const struct door_venue *)entry;
    struct venue_page *view = door_view_new(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_fact(visit, venue->name),
            door_visit_piece(visit, venue->summary));
    door_frame_show(visit, view->page, venue->image);
    if (venue->sensitive)
        door_frame_hide(visit, view->page);
    view->place = door_view_new(visit, sizeof *view->place);
    door_venue_view_fill(visit, venue, may_be_told, view->place);
    return view;
}

struct venues_page {
    struct door_frame *page;
    struct door_list places;
};

static const struct door_field venues_page_fields[] = {
    FRAME_ROW(struct venues_page),
    { .name = "places", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct venues_page, places),
      .record = &door_venue_record, .help = "Every place that families can go to." },
};

static const struct door_record venues_page_record = VIEW(struct venues_page, venues_page_fields);

/* Closed for good, or found only by way of the sensitive service that is there: it keeps its page, not on the list. */
static bool
is_listed(const struct door_visit *visit, const struct door_venue *venue)
{
    return door_status_on(venue->status, visit->today) != DOOR_SERVICE_ENDED
            && !(venue->sensitive && venue->hide_address);
}

static struct door_list
open_places(const struct door_visit *visit)
{
    const struct door_list *all = &visit->offer->places;
    const struct door_venue *const *venues = all->items;
    const struct door_venue **open = door_arena_array(&visit->worker->scratch, all->count, sizeof *open);
    size_t i, count = 0;

    for (i = 0; i < all->count; i++)
        if (is_listed(visit, venues[i]))
            open[count++] = venues[i];
    return (struct door_list){ open, count };
}

static const void *
build_venues(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct venues_page *view = door_view_new(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, door_visit_phrase(visit, DOOR_PHRASE_PLACES), NULL);
    view->places = open_places(visit);
    return view;
}

const struct door_page_kind door_place_page = {
    .template = "pages/place.html", .view = &venue_page_record, .entries = places, .build = build_venue,
};

const struct door_page_kind door_places_page = {
    .template = "pages/places.html", .path = "places/", .view = &venues_page_record, .build = build_venues,
};
