/*
 * home_page - the front door.
 */
#include "language/language.h"
#include "model/offer.h"
#include "model/topic.h"
#include "views/pages.h"
#include "views/topic.h"
#include "views/view.h"

struct home_view {
    struct door_frame *page;
    struct door_list stages, topics;
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
    struct home_view *view = door_view_new(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, NULL,
            door_visit_piece(visit, visit->offer->national_name));
    view->stages = visit->offer->stages;
    view->topics = door_topics_in_order(visit);
    return view;
}

const struct door_page_kind door_home_page = {
    .template = "pages/home.html", .path = "", .view = &home_record, .build = build_home,
};
