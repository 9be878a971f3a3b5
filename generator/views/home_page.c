/*
 * home_page - the front door.
 */
#include <string.h>

#include "language/language.h"
#include "model/offer.h"
#include "model/question.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/audience.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/standing.h"
#include "views/topic.h"
#include "views/view.h"
#include "views/way.h"

struct home_view {
    struct door_frame *page;
    const struct door_question *start;
    struct door_list ways;          /* struct door_way_view */
    struct door_list questions, stages, topics;
    struct door_list audiences;     /* struct door_audience_view */
    bool all_free, most_free;
};

static const struct door_field home_fields[] = {
    FRAME_ROW(struct home_view),
    { .name = "start", .kind = DOOR_KIND_REF, .offset = offsetof(struct home_view, start),
      .record = &door_question_record, .help = "The question that is called \"start\", if there is one." },
    { .name = "ways", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct home_view, ways),
      .record = &door_way_view_record, .help = "Its answers: what a reader might say on coming in." },
    { .name = "questions", .kind = DOOR_KIND_REF, .flags = DOOR_LIST,
      .offset = offsetof(struct home_view, questions), .record = &door_question_record,
      .help = "The other questions that no answer leads to." },
    { .name = "stages", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct home_view, stages),
      .record = &door_stage_record, .help = "The steps of family life." },
    { .name = "topics", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct home_view, topics),
      .record = &door_topic_record, .help = "What help is about, in the editor's order." },
    { .name = "all_free", .kind = DOOR_KIND_YES, .offset = offsetof(struct home_view, all_free),
      .help = "Is everything free that has not ended?" },
    { .name = "most_free", .kind = DOOR_KIND_YES, .offset = offsetof(struct home_view, most_free),
      .help = "Or at least two thirds of it?" },
    { .name = "audiences", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct home_view, audiences), .record = &door_audience_view_record,
      .help = "Families that some services are for above all: dads, young parents." },
};

static const struct door_record home_record = VIEW(struct home_view, home_fields);

static bool
is_led_to(const struct door_offer *offer, const struct door_question *question)
{
    const struct door_question *const *all = offer->questions.items;
    size_t i, j;

    for (i = 0; i < offer->questions.count; i++)
        for (j = 0; j < all[i]->answers.count; j++)
            if (((const struct door_answer *)all[i]->answers.items)[j].go == &question->entry && all[i] != question)
                return true;
    return false;
}

static const struct door_question *
start_of(const struct door_offer *offer)
{
    const struct door_question *const *all = offer->questions.items;
    size_t i;

    for (i = 0; i < offer->questions.count; i++)
        if (strcmp(all[i]->entry.id, "start") == 0)
            return all[i];
    return NULL;
}

/* Those that no other leads to, but for the one whose answers are shown; if all go round in a circle, all of them. */
static struct door_list
first_questions(const struct door_visit *visit, const struct door_question *start)
{
    const struct door_list *all = &visit->offer->questions;
    const struct door_question *const *questions = all->items;
    const struct door_question **first = door_arena_array(&visit->worker->scratch, all->count, sizeof *first);
    size_t i, count = 0;

    for (i = 0; i < all->count; i++)
        if (questions[i] != start && !is_led_to(visit->offer, questions[i]))
            first[count++] = questions[i];
    return count || start ? (struct door_list){ first, count } : *all;
}

static bool
is_fresh(const struct door_visit *visit, uint32_t piece)
{
    return door_visit_piece(visit, piece)->state == DOOR_STATE_FRESH;
}

/* Are the names on the front door in the reader's language? */
static bool
names_are_whole(const struct door_visit *visit, const struct home_view *view)
{
    const struct door_stage *const *stages = view->stages.items;
    const struct door_topic *const *topics = view->topics.items;
    const struct door_question *const *questions = view->questions.items;
    bool whole = (!view->start || is_fresh(visit, view->start->ask)) && !door_ways_partly(visit, &view->ways);
    size_t i;

    for (i = 0; i < view->questions.count; i++)
        whole &= is_fresh(visit, questions[i]->ask);
    for (i = 0; i < view->stages.count; i++)
        whole &= is_fresh(visit, stages[i]->name);
    for (i = 0; i < view->topics.count; i++)
        whole &= is_fresh(visit, topics[i]->name) && is_fresh(visit, topics[i]->summary);
    return whole;
}

static const void *
build_home(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct home_view *view = door_view_new(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, NULL, NULL);
    door_frame_show(visit, view->page, visit->offer->image);
    view->start = start_of(visit->offer);
    view->ways = door_ways_of(visit, view->start, NULL);
    view->questions = first_questions(visit, view->start);
    view->stages = visit->offer->stages;
    view->topics = door_topics_in_order(visit);
    view->page->partly |= !names_are_whole(visit, view);
    door_services_free(visit, &view->all_free, &view->most_free);
    view->audiences = door_audience_views_all(visit);
    return view;
}

const struct door_page_kind door_home_page = {
    .template = "pages/home.html", .path = "", .view = &home_record, .build = build_home,
};
