#include "views/reach.h"

#include "base/arena.h"
#include "base/text.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/contact.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/service.h"
#include "views/visit.h"
#include "views/where.h"

static const struct door_word actions[] = {
    { "turn-up", "Just turn up" },
    { "call", "Call" },
    { "text", "Text" },
    { "web", "Visit their website" },
    { "email", "Email" },
    { "wait", "We contact you" },
};

static const struct door_enumeration action_words = { "action", actions, DOOR_COUNT(actions) };

static const struct door_field fields[] = {
    { .name = "action", .kind = DOOR_KIND_WORD, .offset = offsetof(struct door_reach_view, action),
      .words = &action_words, .help = "The first thing to do." },
    { .name = "where", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct door_reach_view, where),
      .record = &door_where_view_record, .help = "Where to turn up, if that is the first thing to do." },
    { .name = "contact", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct door_reach_view, contact),
      .record = &door_contact_view_record, .help = "Whom to ask." },
    { .name = "speaks", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_reach_view, speaks),
      .help = "Do they speak the language of the page, another than the offer's first?" },
    { .name = "others", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_reach_view, others), .record = &door_contact_view_record,
      .help = "The other contacts." },
};

const struct door_record door_reach_view_record = {
    .name = "reach", .size = sizeof(struct door_reach_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

/* How well a contact serves somebody with a phone in one hand: a person by name first, then any that can be called. */
static int
worth(const struct door_contact *contact)
{
    bool quick = contact->phone || contact->text;

    return (quick && contact->name ? 4 : 0) + (quick ? 2 : 0) + (contact->url ? 1 : 0);
}

/* The one to ask: the best, and of equals the one that the editor put first. */
static size_t
best_contact(const struct door_service_view *service)
{
    const struct door_contact_view *contacts = service->contacts.items;
    size_t i, best = 0;

    for (i = 1; i < service->contacts.count; i++)
        if (worth(contacts[i].contact) > worth(contacts[best].contact))
            best = i;
    return best;
}

static struct door_list
other_contacts(const struct door_visit *visit, const struct door_service_view *service, size_t chosen)
{
    const struct door_contact_view *contacts = service->contacts.items;
    struct door_contact_view *others = door_arena_array(&visit->worker->scratch, service->contacts.count,
            sizeof *others);
    size_t i, count = 0;

    for (i = 0; i < service->contacts.count; i++)
        if (i != chosen)
            others[count++] = contacts[i];
    return (struct door_list){ others, count };
}

/* The first place that one can go to; what is online has no door to turn up at. NULL: turning up is not the way. */
static const struct door_where_view *
where_to_go(const struct door_service_view *service, const struct door_list *where)
{
    const struct door_where_view *places = where->items;
    size_t i;

    if (service->service->how_to_get != DOOR_HOW_DROP_IN || !service->open)
        return NULL;
    for (i = 0; i < where->count; i++)
        if (places[i].place->path && ((const struct door_venue *)places[i].place)->kind != DOOR_VENUE_ONLINE)
            return &places[i];
    return NULL;
}

/* Calling comes before texting: a voice answers. A page or a letter is better than nothing. */
static int
action_with(const struct door_contact *contact)
{
    return contact->phone ? DOOR_ACTION_CALL : contact->text ? DOOR_ACTION_TEXT : contact->url ? DOOR_ACTION_WEB
            : DOOR_ACTION_EMAIL;
}

static bool
speaks_yours(const struct door_visit *visit, const struct door_service *service)
{
    const char *const *codes = service->languages.items;
    size_t i;

    for (i = 0; i < service->languages.count; i++)
        if (door_text_same(codes[i], visit->language->code))
            return visit->language->index > 0;
    return false;
}

struct door_reach_view
door_reach_of(const struct door_visit *visit, const struct door_service_view *service, const struct door_list *where)
{
    const struct door_contact_view *contacts = service->contacts.items;
    struct door_reach_view view = { .where = where_to_go(service, where),
        .speaks = speaks_yours(visit, service->service) };
    size_t chosen = best_contact(service);

    if (service->contacts.count) {
        view.contact = &contacts[chosen];
        view.others = other_contacts(visit, service, chosen);
    }
    if (view.where)
        view.action = DOOR_ACTION_TURN_UP;
    else if (view.contact)
        view.action = service->service->how_to_get == DOOR_HOW_AUTOMATIC ? DOOR_ACTION_WAIT
                : action_with(view.contact->contact);
    return view;
}
