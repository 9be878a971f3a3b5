/*
 * service_page - one service.
 */
#include "model/offer.h"
#include "model/service.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/view.h"

struct service_page {
    struct door_frame *page;
    struct door_service_view *service;
};

static const struct door_field service_page_fields[] = {
    FRAME_ROW(struct service_page),
    { .name = "service", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct service_page, service), .record = &door_service_view_record,
      .help = "The service this page is about." },
};

static const struct door_record service_page_record = VIEW(struct service_page, service_page_fields);

static const struct door_list *
services(const struct door_offer *offer)
{
    return &offer->services;
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
    return view;
}

const struct door_page_kind door_service_page = {
    .template = "pages/service.html", .view = &service_page_record, .entries = services, .build = build_service,
};
