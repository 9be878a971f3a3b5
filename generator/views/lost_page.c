/*
 * lost_page - for an address that is not there.
 */
#include "language/phrases.h"
#include "model/offer.h"
#include "model/topic.h"
#include "views/pages.h"
#include "views/topic.h"
#include "views/view.h"

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
    struct lost_page *view = door_view_new(visit, sizeof *view);

    (void)path;
    (void)entry;
    view->page = door_frame_build(visit, "", NULL, door_visit_phrase(visit, DOOR_PHRASE_NOT_FOUND), NULL);
    view->page->noindex = true;
    view->topics = door_topics_in_order(visit);
    return view;
}

const struct door_page_kind door_lost_page = {
    .template = "pages/404.html", .path = "404.html", .is_file = true, .view = &lost_page_record,
    .build = build_lost,
};
