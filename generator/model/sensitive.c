/*
 * sensitive - entries that nobody should be seen to read.
 */
#include "model/sensitive.h"

#include "model/offer.h"
#include "model/service.h"
#include "model/venue.h"

static void
mark(const struct door_entry *place, bool sensitive)
{
    if (place)
        ((struct door_venue *)place)->sensitive = sensitive;
}

/* Mark, or clear, the places of those services that are sensitive, or are not. */
static void
mark_places(const struct door_offer *offer, bool sensitive)
{
    const struct door_service *const *services = offer->services.items;
    size_t i, k;

    for (i = 0; i < offer->services.count; i++) {
        const struct door_session *sessions = services[i]->sessions.items;
        const struct door_entry *const *places = services[i]->places.items;

        if (services[i]->sensitive != sensitive)
            continue;
        for (k = 0; k < services[i]->sessions.count; k++)
            mark(sessions[k].place, sensitive);
        for (k = 0; k < services[i]->places.count; k++)
            mark(places[k], sensitive);
    }
}

void
door_sensitive_mark(struct door_offer *offer)
{
    mark_places(offer, true);
    mark_places(offer, false);
}

bool
door_sensitive_is(const struct door_entry *entry)
{
    if (entry->record == &door_service_record)
        return ((const struct door_service *)entry)->sensitive;
    return entry->record == &door_venue_record && ((const struct door_venue *)entry)->sensitive;
}

bool
door_sensitive_any(const struct door_offer *offer)
{
    const struct door_service *const *services = offer->services.items;
    size_t i;

    for (i = 0; i < offer->services.count; i++)
        if (services[i]->sensitive)
            return true;
    return false;
}
