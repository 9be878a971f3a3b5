#include "views/pages.h"

#include <stdlib.h>

#include "base/arena.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/organisation.h"
#include "model/page.h"
#include "model/publication.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"
#include "views/frame.h"
#include "views/service.h"
#include "views/venue.h"
#include "views/visit.h"

/* Each view begins with the page's frame, so each table begins with this row. */
#define FRAME_ROW(type) \
    { .name = "page", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED, .offset = offsetof(type, page), \
      .record = &door_frame_record, .help = "What stands around every page." }

#define VIEW(type, rows) { .name = "view", .size = sizeof(type), .fields = rows, .field_count = DOOR_COUNT(rows) }

static void *
new_view(const struct door_visit *visit, size_t size)
{
    return door_arena_alloc(&visit->worker->scratch, size);
}

/* A topic and its services: the home's and a stage's lists are parted by topic. */

struct topic_view {
    const struct door_topic *topic;
    struct door_list services;      /* struct door_service_view */
};

static const struct door_field topic_fields[] = {
    { .name = "topic", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct topic_view, topic), .record = &door_topic_record,
      .help = "The topic as the editor wrote it." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct topic_view, services), .record = &door_service_view_record,
      .help = "The services about it." },
};

static const struct door_record topic_record = {
    .name = "topic", .size = sizeof(struct topic_view), .fields = topic_fields,
    .field_count = DOOR_COUNT(topic_fields),
};

static bool
is_about(const struct door_service *service, const void *topic)
{
    size_t i;

    for (i = 0; i < service->topics.count; i++)
        if (((const struct door_entry *const *)service->topics.items)[i] == topic)
            return true;
    return false;
}

/* The front door. */

struct home_view {
    struct door_frame *page;
    struct door_list stages, topics, places, publications;
};

static const struct door_field home_fields[] = {
    FRAME_ROW(struct home_view),
    { .name = "stages", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct home_view, stages),
      .record = &door_stage_record, .help = "The steps of family life." },
    { .name = "topics", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct home_view, topics),
      .record = &door_topic_record, .help = "What help is about, in the editor's order." },
};

static const struct door_record home_record = VIEW(struct home_view, home_fields);

static const void *
build_home(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct home_view *view = new_view(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, NULL,
            door_visit_piece(visit, visit->offer->national_name));
    view->stages = visit->offer->stages;
    view->topics = visit->offer->topics;
    return view;
}

/* A service. */

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
    struct service_page *view = new_view(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry,
            service->sensitive ? NULL : door_visit_piece(visit, service->name),
            service->sensitive ? NULL : door_visit_piece(visit, service->summary));
    view->page->noindex = service->sensitive;
    view->service = new_view(visit, sizeof *view->service);
    door_service_view_fill(visit, service, view->service);
    return view;
}

/* A place, and the list of places. */

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

static const void *
build_venue(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_venue *venue = (const struct door_venue *)entry;
    struct venue_page *view = new_view(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_fact(visit, venue->name),
            door_visit_piece(visit, venue->summary));
    view->place = new_view(visit, sizeof *view->place);
    door_venue_view_fill(visit, venue, view->place);
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

static const void *
build_venues(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct venues_page *view = new_view(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, door_visit_phrase(visit, DOOR_PHRASE_PLACES), NULL);
    view->places = visit->offer->places;
    return view;
}

/* A topic. */

struct topic_page {
    struct door_frame *page;
    struct topic_view *topic;
};

static const struct door_field topic_page_fields[] = {
    FRAME_ROW(struct topic_page),
    { .name = "topic", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct topic_page, topic),
      .record = &topic_record, .help = "The topic this page is about." },
};

static const struct door_record topic_page_record = VIEW(struct topic_page, topic_page_fields);

static const struct door_list *
topics(const struct door_offer *offer)
{
    return &offer->topics;
}

/* Is any service on the page one whose name or summary is not in the reader's language? */
static bool
any_partly(const struct door_visit *visit, const struct door_list *views)
{
    size_t i;

    for (i = 0; i < views->count; i++) {
        const struct door_service *service = ((const struct door_service_view *)views->items)[i].service;

        if (door_visit_piece(visit, service->name)->state != DOOR_STATE_FRESH
                || door_visit_piece(visit, service->summary)->state != DOOR_STATE_FRESH)
            return true;
    }
    return false;
}

static const void *
build_topic(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_topic *topic = (const struct door_topic *)entry;
    struct topic_page *view = new_view(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, topic->name),
            door_visit_piece(visit, topic->summary));
    view->topic = new_view(visit, sizeof *view->topic);
    view->topic->topic = topic;
    view->topic->services = door_service_views(visit, is_about, topic);
    view->page->partly |= any_partly(visit, &view->topic->services);
    return view;
}

/* A stage of family life: its services, parted by their home topic. */

struct stage_page {
    struct door_frame *page;
    const struct door_stage *stage;
    struct door_list topics;        /* struct topic_view */
};

static const struct door_field stage_page_fields[] = {
    FRAME_ROW(struct stage_page),
    { .name = "stage", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED, .offset = offsetof(struct stage_page, stage),
      .record = &door_stage_record, .help = "The stage this page is about." },
    { .name = "topics", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct stage_page, topics),
      .record = &topic_record, .help = "The topics that have services for this stage, and those services." },
};

static const struct door_record stage_page_record = VIEW(struct stage_page, stage_page_fields);

static const struct door_list *
stages(const struct door_offer *offer)
{
    return &offer->stages;
}

struct stage_and_topic {
    const struct door_stage *stage;
    const struct door_topic *topic;
};

static bool
is_for_stage(const struct door_service *service, const void *what)
{
    const struct stage_and_topic *wanted = what;
    const struct door_ages *ages = service->ages, *stage = wanted->stage->ages;

    return ((const struct door_entry *const *)service->topics.items)[0] == &wanted->topic->entry
            && (ages->to.unit == DOOR_AGE_NONE || door_age_days(stage->from) < door_age_days(ages->to))
            && (stage->to.unit == DOOR_AGE_NONE || door_age_days(ages->from) < door_age_days(stage->to));
}

static const void *
build_stage(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_stage *stage = (const struct door_stage *)entry;
    const struct door_list *all = &visit->offer->topics;
    struct topic_view *views = door_arena_array(&visit->worker->scratch, all->count, sizeof *views);
    struct stage_page *view = new_view(visit, sizeof *view);
    size_t i, count = 0;

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, stage->name),
            door_visit_piece(visit, stage->summary));
    view->stage = stage;
    for (i = 0; i < all->count; i++) {
        const struct door_topic *topic = ((const struct door_topic *const *)all->items)[i];
        struct door_list found = door_service_views(visit, is_for_stage,
                &(struct stage_and_topic){ stage, topic });

        if (!found.count)
            continue;
        views[count++] = (struct topic_view){ topic, found };
        view->page->partly |= any_partly(visit, &found);
    }
    view->topics = (struct door_list){ views, count };
    return view;
}

/* An organisation. */

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
is_run_by(const struct door_service *service, const void *organisation)
{
    return service->organisation == organisation && !service->sensitive;
}

static const void *
build_organisation(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_organisation *organisation = (const struct door_organisation *)entry;
    struct organisation_page *view = new_view(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_fact(visit, organisation->name),
            door_visit_piece(visit, organisation->summary));
    view->organisation = organisation;
    view->contacts = door_contact_views(visit, &organisation->contacts);
    view->services = door_service_views(visit, is_run_by, organisation);
    view->page->partly |= any_partly(visit, &view->services);
    return view;
}

/* A page that an editor wrote. */

struct written_page {
    struct door_frame *page;
    const struct door_page *text;
};

static const struct door_field written_page_fields[] = {
    FRAME_ROW(struct written_page),
    { .name = "text", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED, .offset = offsetof(struct written_page, text),
      .record = &door_page_record, .help = "The page as the editor wrote it." },
};

static const struct door_record written_page_record = VIEW(struct written_page, written_page_fields);

static const struct door_list *
pages(const struct door_offer *offer)
{
    return &offer->pages;
}

static const void *
build_written(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_page *text = (const struct door_page *)entry;
    struct written_page *view = new_view(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, text->name),
            door_visit_piece(visit, text->summary));
    view->text = text;
    return view;
}

/* What there is on paper. */

struct paper_file {
    const char *language, *code, *direction, *href;
};

struct paper_item {
    const struct door_publication *publication;
    struct door_list files;         /* struct paper_file */
};

struct paper_page {
    struct door_frame *page;
    struct door_list items;         /* struct paper_item */
};

static const struct door_field paper_file_fields[] = {
    { .name = "language", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct paper_file, language), .help = "The language's name in itself." },
    { .name = "code", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct paper_file, code),
      .help = "Its BCP 47 tag." },
    { .name = "direction", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct paper_file, direction), .help = "ltr or rtl." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct paper_file, href),
      .help = "The PDF." },
};

static const struct door_record paper_file_record = {
    .name = "file", .size = sizeof(struct paper_file), .fields = paper_file_fields,
    .field_count = DOOR_COUNT(paper_file_fields),
};

static const struct door_field paper_item_fields[] = {
    { .name = "publication", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct paper_item, publication), .record = &door_publication_record,
      .help = "The publication as the editor wrote it." },
    { .name = "files", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct paper_item, files),
      .record = &paper_file_record, .help = "One PDF a language." },
};

static const struct door_record paper_item_record = {
    .name = "publication", .size = sizeof(struct paper_item), .fields = paper_item_fields,
    .field_count = DOOR_COUNT(paper_item_fields),
};

static const struct door_field paper_page_fields[] = {
    FRAME_ROW(struct paper_page),
    { .name = "items", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct paper_page, items),
      .record = &paper_item_record, .help = "Booklets and posters." },
};

static const struct door_record paper_page_record = VIEW(struct paper_page, paper_page_fields);

static struct door_list
paper_files(const struct door_visit *visit, const struct door_publication *publication)
{
    struct door_arena *arena = &visit->worker->scratch;
    struct paper_file *files = door_arena_array(arena, visit->languages->count, sizeof *files);
    size_t i, count = 0;

    for (i = 0; i < visit->languages->count; i++) {
        const struct door_language *language = &visit->languages->items[i];

        if (door_publication_has_language(publication, language->code))
            files[count++] = (struct paper_file){ language->own_name, language->code,
                    language->right_to_left ? "rtl" : "ltr",
                    door_arena_format(arena, "/print/%s.%s.pdf", publication->entry.id, language->code) };
    }
    return (struct door_list){ files, count };
}

static const void *
build_paper(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_list *all = &visit->offer->prints;
    struct paper_page *view = new_view(visit, sizeof *view);
    struct paper_item *items = door_arena_array(&visit->worker->scratch, all->count, sizeof *items);
    size_t i;

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, door_visit_phrase(visit, DOOR_PHRASE_ON_PAPER), NULL);
    for (i = 0; i < all->count; i++) {
        items[i].publication = ((const struct door_publication *const *)all->items)[i];
        items[i].files = paper_files(visit, items[i].publication);
    }
    view->items = (struct door_list){ items, all->count };
    return view;
}

/* The page for an address that is not there. */

struct lost_page {
    struct door_frame *page;
    struct door_list topics;
};

static const struct door_field lost_page_fields[] = {
    FRAME_ROW(struct lost_page),
    { .name = "topics", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct lost_page, topics),
      .record = &door_topic_record, .help = "What help is about: somewhere to go from here." },
};

static const struct door_record lost_page_record = VIEW(struct lost_page, lost_page_fields);

static const void *
build_lost(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct lost_page *view = new_view(visit, sizeof *view);

    (void)path;
    (void)entry;
    view->page = door_frame_build(visit, "", NULL, door_visit_phrase(visit, DOOR_PHRASE_NOT_FOUND), NULL);
    view->page->noindex = true;
    view->topics = visit->offer->topics;
    return view;
}

/* The page behind a code. */

struct go_page {
    struct door_frame *page;
    const char *target;
};

static const struct door_field go_page_fields[] = {
    FRAME_ROW(struct go_page),
    { .name = "target", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct go_page, target),
      .help = "Where the code leads." },
};

static const struct door_record go_page_record = VIEW(struct go_page, go_page_fields);

static const void *
build_go(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct go_page *view = new_view(visit, sizeof *view);

    (void)path;
    view->page = door_frame_build(visit, entry ? entry->path : "", NULL, NULL, NULL);
    view->page->noindex = true;
    view->target = door_arena_format(&visit->worker->scratch, "/%s%s", visit->language->path,
            entry ? entry->path : "");
    return view;
}

const struct door_page_kind door_page_kinds[] = {
    { .template = "pages/home.html", .path = "", .view = &home_record, .build = build_home },
    { .template = "pages/service.html", .view = &service_page_record, .entries = services, .build = build_service },
    { .template = "pages/place.html", .view = &venue_page_record, .entries = places, .build = build_venue },
    { .template = "pages/places.html", .path = "places/", .view = &venues_page_record, .build = build_venues },
    { .template = "pages/topic.html", .view = &topic_page_record, .entries = topics, .build = build_topic },
    { .template = "pages/stage.html", .view = &stage_page_record, .entries = stages, .build = build_stage },
    { .template = "pages/organisation.html", .view = &organisation_page_record, .entries = organisations,
      .build = build_organisation },
    { .template = "pages/page.html", .view = &written_page_record, .entries = pages, .build = build_written },
    { .template = "pages/paper.html", .path = "print/", .view = &paper_page_record, .build = build_paper },
    { .template = "pages/404.html", .path = "404.html", .is_file = true, .view = &lost_page_record,
      .build = build_lost },
};

const size_t door_page_kind_count = DOOR_COUNT(door_page_kinds);

const struct door_page_kind door_go_page = {
    .template = "pages/go.html", .view = &go_page_record, .build = build_go,
};
