/*
 * home_page - the front door.
 */
#include <string.h>

#include "language/language.h"
#include "model/offer.h"
#include "model/question.h"
#include "model/topic.h"
#include "views/pages.h"
#include "views/topic.h"
#include "views/view.h"

struct home_view {
    struct door_frame *page;
    struct door_list questions, stages, topics;
};

static const struct door_field home_fields[] = {
    FRAME_ROW(struct home_view),
    { .name = "questions", .kind = DOOR_KIND_REF, .flags = DOOR_LIST,
      .offset = offsetof(struct home_view, questions), .record = &door_question_record,
      .help = "The questions that pathways begin with." },
    { .name = "stages", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct home_view, stages),
      .record = &door_stage_record, .help = "The steps of family life." },
    { .name = "topics", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct home_view, topics),
      .record = &door_topic_record, .help = "What help is about, in the editor's order." },
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

/* Those that no other leads to, and the one that is called "start"; if all go round in a circle, all of them. */
static struct door_list
first_questions(const struct door_visit *visit)
{
    const struct door_list *all = &visit->offer->questions;
    const struct door_question *const *questions = all->items;
    const struct door_question **first = door_arena_array(&visit->worker->scratch, all->count, sizeof *first);
    size_t i, count = 0;

    for (i = 0; i < all->count; i++)
        if (strcmp(questions[i]->entry.id, "start") == 0 || !is_led_to(visit->offer, questions[i]))
            first[count++] = questions[i];
    return count ? (struct door_list){ first, count } : *all;
}

static const void *
build_home(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct home_view *view = door_view_new(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, NULL,
            door_visit_piece(visit, visit->offer->national_name));
    view->questions = first_questions(visit);
    view->stages = visit->offer->stages;
    view->topics = door_topics_in_order(visit);
    return view;
}

const struct door_page_kind door_home_page = {
    .template = "pages/home.html", .path = "", .view = &home_record, .build = build_home,
};
