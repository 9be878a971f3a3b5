/*
 * question_page - one step of a pathway: a question, and where each answer leads.
 *
 * An answer that shows services holds them itself, folded: on a slow phone that is one page less to wait for.
 */
#include "language/language.h"
#include "model/offer.h"
#include "model/question.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/view.h"
#include "views/way.h"

struct answer_view {
    const struct door_answer *answer;
    const char *href;               /* NULL: it shows services */
    const char *anchor;             /* "answer-3" */
    struct door_list services;      /* struct door_service_view */
    struct door_list more;          /* refs: topics on whose pages the services are that did not fit */
};

enum { MOST_SHOWN = 12 };           /* of one answer: what a worried parent can look through */

struct question_page {
    struct door_frame *page;
    struct door_list trail;         /* refs: the questions that lead here, the first one first */
    const struct door_question *question;
    struct door_list answers;       /* struct answer_view */
};

static const struct door_field answer_fields[] = {
    { .name = "answer", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct answer_view, answer), .record = &door_answer_record,
      .help = "The answer as the editor wrote it." },
    { .name = "href", .kind = DOOR_KIND_HREF, .offset = offsetof(struct answer_view, href),
      .help = "The page that it leads to, unless it shows services." },
    { .name = "anchor", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct answer_view, anchor), .help = "Its id on the page: the front door leads here." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct answer_view, services), .record = &door_service_view_record,
      .help = "The services that it shows, as many as can be looked through." },
    { .name = "more", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct answer_view, more),
      .record = &door_topic_record, .help = "The topics whose pages have the others." },
};

static const struct door_record answer_view_record = {
    .name = "answer", .size = sizeof(struct answer_view),
    .fields = answer_fields, .field_count = DOOR_COUNT(answer_fields),
};

static const struct door_field question_page_fields[] = {
    FRAME_ROW(struct question_page),
    { .name = "question", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct question_page, question), .record = &door_question_record,
      .help = "The question as the editor wrote it." },
    { .name = "trail", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct question_page, trail),
      .record = &door_question_record, .help = "The questions that lead here, the first one first." },
    { .name = "answers", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct question_page, answers), .record = &answer_view_record,
      .help = "What can be answered, and where each answer leads." },
};

static const struct door_record question_page_record = VIEW(struct question_page, question_page_fields);

static const struct door_list *
questions(const struct door_offer *offer)
{
    return &offer->questions;
}

static bool
is_shown(const struct door_service *service, const void *shown)
{
    return door_shown_takes(shown, service);
}

static bool
is_in(const struct door_question *const *list, size_t count, const struct door_question *question)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (list[i] == question)
            return true;
    return false;
}

/* An answer of `from` leads to `to`. */
static bool
leads_to(const struct door_question *from, const struct door_question *to)
{
    const struct door_answer *answers = from->answers.items;
    size_t i;

    for (i = 0; i < from->answers.count; i++)
        if (answers[i].go == &to->entry)
            return true;
    return false;
}

/*
 * The shortest way here from the question that is called "start", found backwards: each round knows the questions that
 * are so many answers away. Empty if there is none.
 */
static struct door_list
trail_to(const struct door_visit *visit, const struct door_question *question)
{
    const struct door_question *const *all = visit->offer->questions.items;
    const struct door_entry *start = door_offer_find(visit->offer, door_question_record.name, "start");
    size_t count = visit->offer->questions.count, found = 1, at, i, steps = 0;
    const struct door_question **queue = door_arena_array(&visit->worker->scratch, count, sizeof *queue);
    size_t *next = door_arena_array(&visit->worker->scratch, count, sizeof *next);
    const struct door_question **trail;

    queue[0] = question;
    for (at = 0; start && at < found && &queue[at]->entry != start; at++)
        for (i = 0; i < count; i++)
            if (leads_to(all[i], queue[at]) && !is_in(queue, found, all[i])) {
                next[found] = at;
                queue[found++] = all[i];
            }
    if (!start || at == found)
        return (struct door_list){ 0 };
    trail = door_arena_array(&visit->worker->scratch, count, sizeof *trail);
    for (; at; at = next[at])
        trail[steps++] = queue[at];
    return (struct door_list){ trail, steps };
}

/* Cut a long list; what is left out is on the pages of the topics that are its home. */
static void
cut(const struct door_visit *visit, struct answer_view *view)
{
    const struct door_service_view *services = view->services.items;
    const struct door_topic **topics;
    size_t count = 0, i, k;

    if (view->services.count <= MOST_SHOWN)
        return;
    topics = door_arena_array(&visit->worker->scratch, visit->offer->topics.count, sizeof *topics);
    for (i = MOST_SHOWN; i < view->services.count; i++) {
        const struct door_topic *home = ((const struct door_topic *const *)services[i].service->topics.items)[0];

        for (k = 0; k < count && topics[k] != home; k++)
            ;
        if (k == count)
            topics[count++] = home;
    }
    view->services.count = MOST_SHOWN;
    view->more = (struct door_list){ topics, count };
}

static void
fill_answer(const struct door_visit *visit, const struct door_answer *answer, struct door_frame *page,
        struct answer_view *view)
{
    size_t i;

    view->answer = answer;
    view->href = door_way_to(visit, answer);
    if (answer->show)
        view->services = door_service_views(visit, &visit->offer->services, is_shown, answer->show);
    cut(visit, view);
    page->partly |= door_services_partly(visit, &view->services);
    for (i = 0; i < view->more.count; i++)
        page->partly |= door_visit_piece(visit, ((const struct door_topic *const *)view->more.items)[i]->name)->state
                != DOOR_STATE_FRESH;
}

static const void *
build_question(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_question *question = (const struct door_question *)entry;
    const struct door_answer *answers = question->answers.items;
    struct answer_view *views = door_arena_array(&visit->worker->scratch, question->answers.count, sizeof *views);
    struct question_page *view = door_view_new(visit, sizeof *view);
    size_t i;

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, question->ask),
            door_visit_piece(visit, question->help));
    view->question = question;
    view->trail = trail_to(visit, question);
    for (i = 0; i < question->answers.count; i++) {
        fill_answer(visit, &answers[i], view->page, &views[i]);
        views[i].anchor = door_arena_format(&visit->worker->scratch, "answer-%zu", i + 1);
    }
    view->answers = (struct door_list){ views, question->answers.count };
    return view;
}

const struct door_page_kind door_question_page = {
    .template = "pages/question.html", .view = &question_page_record, .entries = questions, .build = build_question,
};
