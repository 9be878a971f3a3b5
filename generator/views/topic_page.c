/*
 * topic_page - one topic and its services.
 */
#include "language/language.h"
#include "model/offer.h"
#include "model/question.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/mentions.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/view.h"
#include "views/way.h"

struct topic_page {
    struct door_frame *page;
    struct door_topic_view *topic;
    const struct door_question *question;   /* that is about it, or NULL */
    struct door_list ways;          /* struct door_way_view */
};

static const struct door_field topic_page_fields[] = {
    FRAME_ROW(struct topic_page),
    { .name = "topic", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct topic_page, topic),
      .record = &door_topic_view_record, .help = "The topic this page is about." },
    { .name = "question", .kind = DOOR_KIND_REF, .offset = offsetof(struct topic_page, question),
      .record = &door_question_record, .help = "A question whose answers lead to help about this topic." },
    { .name = "ways", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct topic_page, ways),
      .record = &door_way_view_record, .help = "What a reader might say: the answers of that question." },
};

static const struct door_record topic_page_record = VIEW(struct topic_page, topic_page_fields);

static const struct door_list *
topics(const struct door_offer *offer)
{
    return &offer->topics;
}

static bool
is_any_sensitive(const struct door_list *services)
{
    size_t i;

    for (i = 0; i < services->count; i++)
        if (((const struct door_service_view *)services->items)[i].service->sensitive)
            return true;
    return false;
}

static const void *
build_topic(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_topic *topic = (const struct door_topic *)entry;
    struct topic_page *view = door_view_new(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, topic->name),
            door_visit_piece(visit, topic->summary));
    door_frame_show(visit, view->page, topic->image);
    view->topic = door_view_new(visit, sizeof *view->topic);
    view->topic->topic = topic;
    view->topic->services = door_service_views(visit, door_mentions_find(visit->mentions, entry), NULL, NULL);
    if (is_any_sensitive(&view->topic->services))
        door_frame_leave(visit, view->page);
    view->question = door_question_about(visit, topic);
    view->ways = door_ways_of(visit, view->question, entry);
    view->page->partly |= door_services_partly(visit, &view->topic->services) || door_ways_partly(visit, &view->ways)
            || (view->question && door_visit_piece(visit, view->question->ask)->state != DOOR_STATE_FRESH);
    return view;
}

const struct door_page_kind door_topic_page = {
    .template = "pages/topic.html", .view = &topic_page_record, .entries = topics, .build = build_topic,
};
