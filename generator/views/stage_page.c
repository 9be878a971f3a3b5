/*
 * stage_page - one step of family life, and the services for it, parted by their home topic.
 */
#include "model/offer.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/mentions.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/view.h"

enum { A_TOPIC = 3 };    /* more are on the page of the topic */

struct stage_page {
    struct door_frame *page;
    const struct door_stage *stage;
    struct door_list topics;        /* struct door_topic_view */
    const struct door_entry *before, *after;
};

static const struct door_field stage_page_fields[] = {
    FRAME_ROW(struct stage_page),
    { .name = "stage", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED, .offset = offsetof(struct stage_page, stage),
      .record = &door_stage_record, .help = "The stage this page is about." },
    { .name = "topics", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct stage_page, topics),
      .record = &door_topic_view_record, .help = "The topics that have services for this stage, and those services." },
    { .name = "before", .kind = DOOR_KIND_REF, .offset = offsetof(struct stage_page, before),
      .record = &door_stage_record, .help = "The stage before this one." },
    { .name = "after", .kind = DOOR_KIND_REF, .offset = offsetof(struct stage_page, after),
      .record = &door_stage_record, .help = "The stage after this one." },
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

    return ((const struct door_entry *const *)service->topics.items)[0] == &wanted->topic->entry
            && door_ages_overlap(service->ages, wanted->stage->ages);
}

static const struct door_entry *
beside(const struct door_offer *offer, const struct door_entry *stage, int step)
{
    size_t place = stage->number + (size_t)step;    /* before the first it is far behind the last */

    return place < offer->stages.count ? ((const struct door_entry *const *)offer->stages.items)[place] : NULL;
}

static const void *
build_stage(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_stage *stage = (const struct door_stage *)entry;
    const struct door_list all = door_topics_in_order(visit);
    struct door_topic_view *views = door_arena_array(&visit->worker->scratch, all.count, sizeof *views);
    struct stage_page *view = door_view_new(visit, sizeof *view);
    size_t i, count = 0;

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, stage->name),
            door_visit_piece(visit, stage->summary));
    door_frame_show(visit, view->page, stage->image);
    view->stage = stage;
    view->before = beside(visit->offer, entry, -1);
    view->after = beside(visit->offer, entry, 1);
    for (i = 0; i < all.count; i++) {
        const struct door_topic *topic = ((const struct door_topic *const *)all.items)[i];
        struct door_list found = door_service_views(visit, door_mentions_find(visit->mentions, &topic->entry),
                is_for_stage, &(struct stage_and_topic){ stage, topic });

        if (!found.count)
            continue;
        views[count++] = (struct door_topic_view){ topic,
                { found.items, found.count < A_TOPIC ? found.count : A_TOPIC }, found.count > A_TOPIC };
        view->page->partly |= door_services_partly(visit, &found);
    }
    view->topics = (struct door_list){ views, count };
    return view;
}

const struct door_page_kind door_stage_page = {
    .template = "pages/stage.html", .view = &stage_page_record, .entries = stages, .build = build_stage,
};
