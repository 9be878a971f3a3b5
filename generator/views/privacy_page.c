/*
 * privacy_page - what this website stores, logs and sends: a list made from what the offer uses, so that it can't be
 * forgotten when something is added. What only the council knows stands in pages/privacy.md.
 *
 * Whoever adds a feature that keeps something in a browser or asks another host adds its row here.
 */
#include <string.h>

#include "base/text.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/sensitive.h"
#include "model/page.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/gift.h"
#include "views/pages.h"
#include "views/view.h"

struct privacy_page {
    struct door_frame *page;
    const struct door_page *text;
    const char *map, *codes;        /* hosts, in the language of the content */
    bool texts, gives, exits, exit_key, search, outside;
    const struct door_allowed *allow;
};

static const struct door_field fields[] = {
    FRAME_ROW(struct privacy_page),
    { .name = "text", .kind = DOOR_KIND_REF, .offset = offsetof(struct privacy_page, text),
      .record = &door_page_record, .help = "What an editor wrote in pages/privacy.md." },
    { .name = "map", .kind = DOOR_KIND_TEXT, .offset = offsetof(struct privacy_page, map),
      .help = "The host that map links lead to." },
    { .name = "codes", .kind = DOOR_KIND_TEXT, .offset = offsetof(struct privacy_page, codes),
      .help = "The host in printed codes, where it is another than that of the site." },
    { .name = "texts", .kind = DOOR_KIND_YES, .offset = offsetof(struct privacy_page, texts),
      .help = "Are there numbers for text messages?" },
    { .name = "gives", .kind = DOOR_KIND_YES, .offset = offsetof(struct privacy_page, gives),
      .help = "Are there pages that can be given to somebody?" },
    { .name = "exits", .kind = DOOR_KIND_YES, .offset = offsetof(struct privacy_page, exits),
      .help = "Are there pages that can be left at once?" },
    { .name = "exit_key", .kind = DOOR_KIND_YES, .offset = offsetof(struct privacy_page, exit_key),
      .help = "By a key, too?" },
    { .name = "search", .kind = DOOR_KIND_YES, .offset = offsetof(struct privacy_page, search),
      .help = "Can people type what they look for?" },
    { .name = "outside", .kind = DOOR_KIND_YES, .offset = offsetof(struct privacy_page, outside),
      .help = "May pages fetch anything from other hosts?" },
    { .name = "allow", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct privacy_page, allow),
      .record = &door_allowed_record, .help = "Hosts outside that pages use, or that show our pages." },
};

static const struct door_record record = VIEW(struct privacy_page, fields);

/* "www.openstreetmap.org" of its address. */
static const char *
host_of(const struct door_visit *visit, const char *url)
{
    const char *host = strstr(url, "://");

    return host ? door_arena_copy(&visit->worker->scratch, host + 3, strcspn(host + 3, "/:?#")) : NULL;
}

static bool
is_on_map(const struct door_venue *place)
{
    const struct door_stop *stops = place->stops.items;
    size_t i;

    for (i = 0; i < place->stops.count; i++)
        if (stops[i].location)
            return true;
    return place->location && !place->hide_address;
}

static const char *
host_of_maps(const struct door_visit *visit)
{
    const struct door_venue *const *places = visit->offer->places.items;
    const char *map = visit->offer->map;
    size_t i;

    if (door_text_same(map, "none"))
        return NULL;
    for (i = 0; i < visit->offer->places.count; i++)
        if (is_on_map(places[i]))
            return door_text_same(map, "openstreetmap") ? "www.openstreetmap.org" : host_of(visit, map);
    return NULL;
}

static bool
has_texts(const struct door_list *contacts)
{
    size_t i;

    for (i = 0; i < contacts->count; i++)
        if (((const struct door_contact *)contacts->items)[i].text)
            return true;
    return false;
}

static bool
offers_texts(const struct door_offer *offer)
{
    const struct door_service *const *services = offer->services.items;
    const struct door_urgent *urgent = offer->urgent.items;
    size_t i;

    for (i = 0; i < offer->urgent.count; i++)
        if (urgent[i].text)
            return true;
    for (i = 0; i < offer->services.count; i++)
        if (has_texts(&services[i]->contacts))
            return true;
    return false;
}

static bool
gives_something(const struct door_offer *offer)
{
    const struct door_service *const *services = offer->services.items;
    size_t i;

    for (i = 0; i < offer->services.count; i++)
        if (door_gift_is_for(&services[i]->entry))
            return true;
    return false;
}

static const void *
build_privacy(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct privacy_page *view = door_view_new(visit, sizeof *view);
    const struct door_page *text = (const struct door_page *)entry;
    const char *codes = host_of(visit, visit->offer->codes);

    view->page = door_frame_build(visit, path, entry, text ? door_visit_piece(visit, text->name)
            : door_visit_phrase(visit, DOOR_PHRASE_PRIVACY), text ? door_visit_piece(visit, text->summary) : NULL);
    if (text)
        door_frame_show(visit, view->page, text->image);
    view->text = text;
    view->map = host_of_maps(visit);
    view->codes = strcmp(codes, host_of(visit, visit->offer->url)) != 0 ? codes : NULL;
    view->gives = gives_something(visit->offer);
    view->texts = view->gives || offers_texts(visit->offer);
    view->exits = door_sensitive_any(visit->offer);
    view->exit_key = view->exits && visit->exit;
    view->search = visit->search != NULL;
    view->allow = visit->offer->allow;
    view->outside = view->allow && view->allow->script.count + view->allow->connect.count + view->allow->frame.count;
    return view;
}

const struct door_page_kind door_privacy_page = {
    .template = "pages/privacy.html", .path = "pages/privacy/", .written = "privacy", .view = &record,
    .build = build_privacy,
};
