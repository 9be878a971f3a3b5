#include "model/secrets.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/contact.h"
#include "model/offer.h"
#include "model/organisation.h"
#include "model/service.h"
#include "model/venue.h"

#define NEARLY 0.0001           /* of a degree, as in base/needle.c: about eleven metres */

struct search {
    struct door_arena *arena;
    const struct door_offer *offer;
    struct door_diag *diag;
    struct door_secret *secrets;
    size_t count, capacity;
    struct door_map visible;        /* parts of the addresses of visible places, as words, to the place */
    struct door_map contacts;       /* e-mail addresses that families may write to, and owners that are noted */
};

static const char address_hint[] =
        "Take it out of the text that says it (perhaps in a translation), or out of the theme; nothing was published.";

static void
add(struct search *search, enum door_needle_kind kind, const char *text, struct door_place place, const char *what,
        const char *hint)
{
    search->secrets = door_arena_grow(search->arena, search->secrets, search->count, &search->capacity,
            sizeof *search->secrets);
    search->secrets[search->count++] = (struct door_secret){ kind, text, place, what, hint };
}

/* Where a field of an entry stands, or (where it has a fallback) the entry. */
static struct door_place
place_of(const struct door_entry *entry, const char *field, const char *below)
{
    const struct door_node *node = door_node_find(entry->source, field);
    const struct door_node *inner = node && below ? door_node_find(node, below) : NULL;

    return inner ? inner->place : node ? node->place : entry->place;
}

static const char *
words_of(struct search *search, const char *text, size_t *count)
{
    return door_needle_words(search->arena, text, count);
}

/* Call take for each part between commas. */
static void
each_part(struct search *search, const char *line, struct door_place place,
        void (*take)(struct search *search, const char *part, struct door_place place))
{
    const char *comma;

    for (; (comma = strchr(line, ',')); line = comma + 1)
        take(search, door_arena_copy(search->arena, line, (size_t)(comma - line)), place);
    take(search, line, place);
}

static void
note_visible(struct search *search, const char *part, struct door_place place)
{
    size_t count;
    const char *words = words_of(search, part, &count);

    (void)place;
    if (count)
        door_map_put(&search->visible, search->arena, words, words);
}

static void
note_visible_text(struct search *search, const char *text)
{
    if (text)
        each_part(search, text, (struct door_place){ 0 }, note_visible);
}

static void
note_visible_place(struct search *search, const struct door_venue *venue)
{
    const struct door_address *address = venue->address;
    size_t i;

    note_visible_text(search, venue->name);
    for (i = 0; i < venue->stops.count; i++)
        note_visible_text(search, ((const struct door_stop *)venue->stops.items)[i].name);
    if (!address)
        return;
    note_visible_text(search, address->town);
    note_visible_text(search, address->county);
    for (i = 0; i < address->lines.count; i++)
        note_visible_text(search, ((const char *const *)address->lines.items)[i]);
}

static void
tell_shared(struct search *search, struct door_place place, const char *what, const struct door_venue *other)
{
    door_diag_error(search->diag, place, "hidden-shared",
            "Hide that place too, or write another one for one of the two places.",
            "%s of this place is also that of \"%s\" (%s), which is not hidden", what, other->name,
            other->entry.place.file);
}

static bool
same_postcode(const struct door_venue *venue, const char *postcode)
{
    const struct door_stop *stops = venue->stops.items;
    size_t i;

    for (i = 0; i < venue->stops.count; i++)
        if (stops[i].postcode && strcmp(stops[i].postcode, postcode) == 0)
            return true;
    return venue->address && venue->address->postcode && strcmp(venue->address->postcode, postcode) == 0;
}

static bool
is_degrees(const struct door_location *location)
{
    return location && !isnan(location->lat) && !isnan(location->long_);
}

static bool
same_point(const struct door_location *a, const struct door_location *b)
{
    if (!a || !b)
        return false;
    if (a->easting != DOOR_NO_NUMBER && a->easting == b->easting && a->northing == b->northing)
        return true;
    return is_degrees(a) && is_degrees(b) && fabs(a->lat - b->lat) < NEARLY && fabs(a->long_ - b->long_) < NEARLY;
}

static bool
stops_there(const struct door_venue *venue, const struct door_location *location)
{
    const struct door_stop *stops = venue->stops.items;
    size_t i;

    for (i = 0; i < venue->stops.count; i++)
        if (same_point(stops[i].location, location))
            return true;
    return same_point(venue->location, location);
}

static void
compare(struct search *search, const struct door_venue *hidden, const struct door_venue *visible)
{
    const struct door_entry *entry = &hidden->entry;

    if (hidden->address && hidden->address->postcode && same_postcode(visible, hidden->address->postcode))
        tell_shared(search, place_of(entry, "address", "postcode"), "the hidden postcode", visible);
    if (hidden->uprn && visible->uprn && strcmp(hidden->uprn, visible->uprn) == 0)
        tell_shared(search, place_of(entry, "uprn", NULL), "the hidden UPRN", visible);
    if (stops_there(visible, hidden->location))
        tell_shared(search, place_of(entry, "location", NULL), "the hidden location", visible);
}

static void
take_part(struct search *search, const char *part, struct door_place place)
{
    size_t count;
    const char *words = words_of(search, part, &count);

    if (count >= 2 && !door_map_find(&search->visible, words))
        add(search, DOOR_NEEDLE_WORDS, words, place, "part of the hidden address", address_hint);
}

static void
take_address(struct search *search, const struct door_venue *venue)
{
    const struct door_address *address = venue->address;
    const struct door_node *node = door_node_find(door_node_find(venue->entry.source, "address"), "lines");
    const struct door_node *line = node ? node->children : NULL;
    struct door_place place = place_of(&venue->entry, "address", "postcode");
    char *together;
    size_t i;

    for (i = 0; i < address->lines.count; i++, line = line ? line->next : NULL)
        each_part(search, ((const char *const *)address->lines.items)[i],
                line ? line->place : node ? node->place : venue->entry.place, take_part);
    if (!address->postcode)
        return;
    add(search, DOOR_NEEDLE_WORDS, address->postcode, place, "the hidden postcode", address_hint);
    together = door_arena_text(search->arena, address->postcode);
    if (strchr(together, ' '))
        memmove(strchr(together, ' '), strchr(address->postcode, ' ') + 1, strlen(strchr(address->postcode, ' ')));
    add(search, DOOR_NEEDLE_WORDS, together, place, "the hidden postcode", address_hint);
}

/* A latitude that a visible place happens to have too would be found on that place's page: the longitude remains. */
static void
take_degrees(struct search *search, double degrees, size_t offset, struct door_place place)
{
    const struct door_venue *const *places = search->offer->places.items;
    size_t i;

    for (i = 0; i < search->offer->places.count; i++) {
        const struct door_location *other = places[i]->location;

        if (!places[i]->hide_address && is_degrees(other)
                && fabs(*(const double *)((const char *)other + offset) - degrees) < NEARLY)
            return;
    }
    add(search, DOOR_NEEDLE_DEGREES, door_arena_format(search->arena, "%.8f", fabs(degrees)), place,
            "the hidden location", address_hint);
}

static void
take_location(struct search *search, const struct door_venue *venue)
{
    const struct door_location *location = venue->location;
    struct door_place place = place_of(&venue->entry, "location", NULL);

    if (is_degrees(location)) {
        take_degrees(search, location->lat, offsetof(struct door_location, lat), place);
        take_degrees(search, location->long_, offsetof(struct door_location, long_), place);
    }
    if (location->easting != DOOR_NO_NUMBER)
        add(search, DOOR_NEEDLE_WORDS, door_arena_format(search->arena, "%d %d", location->easting,
                location->northing), place, "the hidden location", address_hint);
}

static void
take_hidden(struct search *search, const struct door_venue *venue)
{
    const struct door_venue *const *places = search->offer->places.items;
    size_t i;

    for (i = 0; i < search->offer->places.count; i++)
        if (!places[i]->hide_address)
            compare(search, venue, places[i]);
    if (venue->address) {
        note_visible_text(search, venue->address->town);
        note_visible_text(search, venue->address->county);
        take_address(search, venue);
    }
    if (venue->uprn)
        add(search, DOOR_NEEDLE_WORDS, venue->uprn, place_of(&venue->entry, "uprn", NULL), "the hidden UPRN",
                address_hint);
    if (venue->location)
        take_location(search, venue);
}

static void
take_places(struct search *search)
{
    const struct door_venue *const *places = search->offer->places.items;
    size_t i, hidden = 0;

    for (i = 0; i < search->offer->places.count; i++)
        hidden += places[i]->hide_address;
    if (!hidden)
        return;
    for (i = 0; i < search->offer->places.count; i++)
        if (!places[i]->hide_address)
            note_visible_place(search, places[i]);
    for (i = 0; i < search->offer->places.count; i++)
        if (places[i]->hide_address)
            take_hidden(search, places[i]);
}

static const char *
lower_case(struct search *search, const char *text)
{
    char *copy = door_arena_text(search->arena, text), *at;

    for (at = copy; *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    return copy;
}

static void
note_contact(struct search *search, const char *email)
{
    if (email)
        door_map_put(&search->contacts, search->arena, lower_case(search, email), email);
}

static void
note_contacts(struct search *search, const struct door_list *contacts)
{
    size_t i;

    for (i = 0; i < contacts->count; i++)
        note_contact(search, ((const struct door_contact *)contacts->items)[i].email);
}

static void
note_all_contacts(struct search *search)
{
    const struct door_offer *offer = search->offer;
    size_t i;

    if (offer->publisher)
        note_contact(search, offer->publisher->email);
    if (offer->accessibility)
        note_contact(search, offer->accessibility->contact);
    for (i = 0; i < offer->services.count; i++)
        note_contacts(search, &((const struct door_service *const *)offer->services.items)[i]->contacts);
    for (i = 0; i < offer->places.count; i++)
        note_contacts(search, &((const struct door_venue *const *)offer->places.items)[i]->contacts);
    for (i = 0; i < offer->organisations.count; i++)
        note_contacts(search, &((const struct door_organisation *const *)offer->organisations.items)[i]->contacts);
}

static void
take_owner(struct search *search, const char *owner, struct door_place place)
{
    const char *email = lower_case(search, owner);

    if (door_map_find(&search->contacts, email))
        return;
    note_contact(search, email);        /* once is enough */
    add(search, DOOR_NEEDLE_ADDRESS, email, place, "the address of an owner",
            "Take it out of the text that says it; where families may write to it, make it a contact.");
}

static void
take_owners(struct search *search)
{
    const struct door_record *record;
    size_t type, i;

    note_all_contacts(search);
    for (type = 0; (record = door_offer_type(type)); type++) {
        const struct door_list *list = door_offer_list(search->offer, record);
        const struct door_entry *const *entries = list->items;

        for (i = 0; i < list->count; i++)
            if (entries[i]->owner)
                take_owner(search, entries[i]->owner, place_of(entries[i], "owner", NULL));
    }
}

/* Do the words of a draft's name stand in the name of an entry that is published? Then nothing is told by them. */
static bool
is_told(struct search *search, const char *name)
{
    const struct door_record *record;
    size_t type, i, count;
    const char *words = door_arena_format(search->arena, " %s ", words_of(search, name, &count));

    for (type = 0; (record = door_offer_type(type)); type++) {
        const struct door_list *list = door_offer_list(search->offer, record);
        const struct door_entry *const *entries = list->items;

        for (i = 0; i < list->count; i++) {
            const struct door_node *other = door_node_find(entries[i]->source, "name");

            if (other && other->text && strstr(door_arena_format(search->arena, " %s ",
                    words_of(search, other->text, &count)), words))
                return true;
        }
    }
    return false;
}

static void
take_draft(struct search *search, const struct door_left_out *draft)
{
    static const char hint[] = "Take it out of the text that says it, or publish the entry: take out its \"draft\".";
    const struct door_node *name = door_node_find(draft->front, "name"), *owner = door_node_find(draft->front, "owner");
    struct door_place place = name ? name->place : draft->front->place;
    size_t count;

    if (draft->record->has_page)
        add(search, DOOR_NEEDLE_ADDRESS, door_arena_format(search->arena, "%s/%s", draft->record->folder, draft->id),
                place, "the address of a draft", hint);
    if (owner && owner->text && strchr(owner->text, '@'))
        take_owner(search, owner->text, owner->place);
    if (!name || !name->text)
        return;
    words_of(search, name->text, &count);
    if (count >= 2 && !is_told(search, name->text))
        add(search, DOOR_NEEDLE_CASED, name->text, place, "the name of a draft", hint);
}

struct door_list
door_secrets_find(struct door_arena *arena, const struct door_offer *offer, struct door_diag *diag)
{
    struct search search = { .arena = arena, .offer = offer, .diag = diag };
    size_t i;

    take_places(&search);
    take_owners(&search);
    for (i = 0; i < offer->left_out.count; i++)
        take_draft(&search, &((const struct door_left_out *)offer->left_out.items)[i]);
    return (struct door_list){ search.secrets, search.count };
}
