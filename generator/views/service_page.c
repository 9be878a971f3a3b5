/*
 * service_page - one service.
 */
#include <string.h>

#include "base/text.h"
#include "model/contact.h"
#include "model/offer.h"
#include "model/organisation.h"
#include "model/service.h"
#include "views/notice.h"
#include "views/pages.h"
#include "views/reach.h"
#include "views/related.h"
#include "views/service.h"
#include "views/view.h"
#include "views/where.h"

struct service_page {
    struct door_frame *page;
    struct door_service_view *service;
    const struct door_session_view *next;
    struct door_reach_view *reach;
    struct door_list where, related;
    const char *checker;
    bool described;
};

static const struct door_field service_page_fields[] = {
    FRAME_ROW(struct service_page),
    { .name = "service", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct service_page, service), .record = &door_service_view_record,
      .help = "The service this page is about." },
    { .name = "next", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct service_page, next),
      .record = &door_session_view_record, .help = "Its next session within four weeks." },
    { .name = "reach", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct service_page, reach),
      .record = &door_reach_view_record, .help = "How to get it in one action." },
    { .name = "where", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct service_page, where),
      .record = &door_where_view_record, .help = "Its places, each with its sessions there." },
    { .name = "related", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct service_page, related),
      .record = &door_service_record, .help = "A few services about the same things for the same ages." },
    { .name = "checker", .kind = DOOR_KIND_TEXT, .offset = offsetof(struct service_page, checker),
      .help = "Who last checked it: the publisher or the organisation that runs it, if it was one of them." },
    { .name = "described", .kind = DOOR_KIND_YES, .offset = offsetof(struct service_page, described),
      .help = "Is anything known of who can use it, how it works and in which languages?" },
};

static const struct door_record service_page_record = VIEW(struct service_page, service_page_fields);

static const struct door_list *
services(const struct door_offer *offer)
{
    return &offer->services;
}

static bool
is_same_host(const char *email, const char *other)
{
    return other && door_text_same(strchr(email, '@'), strchr(other, '@'));
}

static bool
is_of_contacts(const char *email, const struct door_list *contacts)
{
    size_t i;

    for (i = 0; i < contacts->count; i++)
        if (is_same_host(email, ((const struct door_contact *)contacts->items)[i].email))
            return true;
    return false;
}

/* A name says more to a family than an address, and the address may be that of somebody who never meant it for them. */
static const char *
checker_of(const struct door_offer *offer, const struct door_service *service)
{
    const struct door_organisation *organisation = (const struct door_organisation *)service->organisation;
    const char *by = service->checked->by;

    if (!by)
        return NULL;
    if (is_of_contacts(by, &organisation->contacts) || is_of_contacts(by, &service->contacts))
        return organisation->name;
    return is_same_host(by, offer->publisher->email) ? offer->publisher->name : NULL;
}

/* What changes the next time comes before anything else; where it never has fixed times, what changes this day. */
static void
order_notices(const struct door_visit *visit, const struct service_page *view, struct door_frame *frame)
{
    const struct door_where_view *spots = view->where.items;
    const struct door_entry *place = view->next ? view->next->session->place : view->where.count ? spots->place : NULL;

    frame->notices = door_notices_first(visit, &frame->notices, view->service->service, place,
            view->next ? view->next->next : visit->today);
}

static const void *
build_service(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_service *service = (const struct door_service *)entry;
    struct service_page *view = door_view_new(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, service->name),
            door_visit_piece(visit, service->summary));
    door_frame_show(visit, view->page, service->image);
    if (service->sensitive)
        door_frame_hide(visit, view->page);
    view->service = door_view_new(visit, sizeof *view->service);
    door_service_view_fill(visit, service, view->service);
    view->next = door_where_next(view->service);
    view->where = door_where_build(visit, view->service);
    order_notices(visit, view, view->page);
    view->reach = door_view_new(visit, sizeof *view->reach);
    *view->reach = door_reach_of(visit, view->service, &view->where);
    view->checker = checker_of(visit->offer, service);
    view->described = service->who_for || service->delivery.count || service->languages.count
            || service->interpreters || service->bsl;
    view->related = door_related_to(visit, service);
    return view;
}

const struct door_page_kind door_service_page = {
    .template = "pages/service.html", .view = &service_page_record, .entries = services, .build = build_service,
};
