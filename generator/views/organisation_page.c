/*
 * organisation_page - one organisation and what it runs.
 */
#include "model/offer.h"
#include "model/organisation.h"
#include "model/service.h"
#include "views/mentions.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/view.h"

struct organisation_page {
    struct door_frame *page;
    const struct door_organisation *organisation;
    struct door_list contacts, services;
};

static const struct door_field organisation_page_fields[] = {
    FRAME_ROW(struct organisation_page),
    { .name = "organisation", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct organisation_page, organisation), .record = &door_organisation_record,
      .help = "The organisation this page is about." },
    { .name = "contacts", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct organisation_page, contacts), .record = &door_contact_view_record,
      .help = "Whom to ask." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct organisation_page, services), .record = &door_service_view_record,
      .help = "What it runs." },
};

static const struct door_record organisation_page_record = VIEW(struct organisation_page, organisation_page_fields);

static const struct door_list *
organisations(const struct door_offer *offer)
{
    return &offer->organisations;
}

static bool
may_be_listed(const struct door_service *service, const void *unused)
{
    (void)unused;
    return !service->sensitive;
}

static const void *
build_organisation(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_organisation *organisation = (const struct door_organisation *)entry;
    struct organisation_page *view = door_view_new(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_fact(visit, organisation->name),
            door_visit_piece(visit, organisation->summary));
    view->organisation = organisation;
    view->contacts = door_contact_views(visit, &organisation->contacts);
    view->services = door_service_views(visit, door_mentions_find(visit->mentions, entry), may_be_listed, NULL);
    view->page->partly |= door_services_partly(visit, &view->services);
    return view;
}

const struct door_page_kind door_organisation_page = {
    .template = "pages/organisation.html", .view = &organisation_page_record, .entries = organisations,
    .build = build_organisation,
};
