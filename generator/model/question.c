#include "model/question.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/prose.h"
#include "base/yaml.h"
#include "model/audience.h"
#include "model/check.h"
#include "model/offer.h"
#include "model/page.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"

static const struct door_field shown_fields[] = {
    { "topics", DOOR_KIND_REF, DOOR_LIST, offsetof(struct door_shown, topics), .record = &door_topic_record,
      .help = "The ids of topics, such as [infant-feeding]: services about any of them." },
    { "ages", DOOR_KIND_RECORD, 0, offsetof(struct door_shown, ages), .record = &door_ages_record,
      .help = "Ages, such as {from: birth, to: 12 months}: services for any of them." },
    { "for", DOOR_KIND_ID, DOOR_LIST, offsetof(struct door_shown, audiences),
      .help = "Audiences, such as [dads]: services that are for any of them above all." },
};

static bool
share(const struct door_list *a, const struct door_list *b)
{
    size_t i, j;

    for (i = 0; i < a->count; i++)
        for (j = 0; j < b->count; j++)
            if (((const struct door_entry *const *)a->items)[i] == ((const struct door_entry *const *)b->items)[j])
                return true;
    return false;
}

static bool
share_ids(const struct door_list *a, const struct door_list *b)
{
    size_t i, j;

    for (i = 0; i < a->count; i++)
        for (j = 0; j < b->count; j++)
            if (strcmp(((const char *const *)a->items)[i], ((const char *const *)b->items)[j]) == 0)
                return true;
    return false;
}

bool
door_shown_takes(const struct door_shown *shown, const struct door_service *service)
{
    return (!shown->topics.count || share(&shown->topics, &service->topics))
            && (!shown->ages || door_ages_overlap(shown->ages, service->ages))
            && (!shown->audiences.count || share_ids(&shown->audiences, &service->audiences));
}

static bool
all_known(const struct door_list *references)
{
    size_t i;

    for (i = 0; i < references->count; i++)
        if (!((const struct door_entry *const *)references->items)[i])
            return false;
    return true;
}

/* Services that have ended are in no list, so an answer that shows nothing else leads nowhere. */
static bool
shows_anything(const struct door_offer *offer, const struct door_shown *shown)
{
    const struct door_service *const *services = offer->services.items;
    size_t i;

    if (offer->unread.count)
        return true;            /* what could not be read may be all of this */
    for (i = 0; i < offer->services.count; i++)
        if (!services[i]->ages || services[i]->ages->from.unit == DOOR_AGE_NONE || !services[i]->status
                || !services[i]->topics.count || !all_known(&services[i]->topics))
            return true;
        else if (services[i]->status->is != DOOR_SERVICE_ENDED && door_shown_takes(shown, services[i]))
            return true;
    return false;
}

static void
check_shown(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_shown *shown = record;

    if (!shown->topics.count && !shown->ages && !shown->audiences.count)
        door_check_error(check, node, NULL, "question-show",
                "Write topics, ages or for, such as {topics: [parenting]}.",
                "\"show\" does not say which services");
    else if (door_audiences_check(check, &shown->audiences, node) && all_known(&shown->topics)
            && !shows_anything(check->offer, shown))
        door_check_error(check, node, NULL, "question-dead-end",
                "Ask for less, or write \"go\" and where else the answer leads.", "no service is all of this");
}

static const struct door_record shown_record = {
    .name = "choice of services", .size = sizeof(struct door_shown),
    .fields = shown_fields, .field_count = DOOR_COUNT(shown_fields), .check = check_shown,
};

static const struct door_field answer_fields[] = {
    { "say", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_answer, say), .limit = 150,
      .help = "The answer as a parent would say it, such as My baby is not sleeping." },
    { "go", DOOR_KIND_REF, DOOR_ASKED, offsetof(struct door_answer, go),
      .help = "Where it leads: question:x, service:x, topic:x, place:x, page:x or audience:x." },
    { "part", DOOR_KIND_TEXT, 0, offsetof(struct door_answer, part), .limit = 150,
      .help = "Where on a page it leads: the heading, word for word, such as I cannot cope with the crying." },
    { "show", DOOR_KIND_RECORD, 0, offsetof(struct door_answer, show), .record = &shown_record,
      .help = "Instead of go: which services to show, such as {topics: [parenting], ages: {from: birth}}." },
};

static bool
can_be_led_to(const struct door_entry *entry)
{
    const struct door_record *const types[] = {
        &door_question_record, &door_service_record, &door_topic_record, &door_venue_record, &door_page_record,
        &door_audience_record,
    };
    size_t i;

    for (i = 0; i < DOOR_COUNT(types); i++)
        if (entry->record == types[i])
            return entry->path != NULL;
    return false;
}

/* Which of the body's headings says this, from 1; 0: none does. */
static int
number_of_part(const struct door_prose *body, const char *heading)
{
    const struct door_prose *block;
    struct door_buf words = { 0 };
    int part = 0;

    for (block = body ? body->children : NULL; block; block = block->next) {
        if (block->type != DOOR_PROSE_HEADING)
            continue;
        part++;
        door_buf_clear(&words);
        door_prose_write_plain(&words, block);
        if (strcmp(door_buf_string(&words), heading) == 0)
            break;
    }
    door_buf_release(&words);
    return block ? part : 0;
}

static void
check_part(struct door_check *check, struct door_answer *answer, const struct door_node *node)
{
    if (answer->go && answer->go->record == &door_page_record)
        answer->part_number = number_of_part(((const struct door_page *)answer->go)->body, answer->part);
    if (!answer->part_number)
        door_check_error(check, node, "part", "question-answer",
                "Copy a heading of the page that the answer goes to, or leave \"part\" away.",
                "the answer leads to no page with the heading \"%s\"", answer->part);
}

static void
check_answer(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_answer *answer = record;

    if (answer->go && answer->show)
        door_check_error(check, node, "show", "question-answer", "Keep \"go\" or \"show\", whichever is meant.",
                "an answer leads to one entry or shows services, not both");
    else if (!door_node_find(node, "go") && !door_node_find(node, "show"))
        door_check_error(check, node, NULL, "question-dead-end",
                "Write go: question:x (or service:x, topic:x, place:x, page:x), or show: {topics: [x]}.",
                "this answer leads nowhere");
    else if (answer->go && !can_be_led_to(answer->go))
        door_check_error(check, node, "go", "question-answer",
                "Answers lead to a question, service, topic, place or page that has a page of its own.",
                "an answer can't lead to the %s \"%s\"", answer->go->record->name, answer->go->id);
    if (answer->part)
        check_part(check, answer, node);
}

const struct door_record door_answer_record = {
    .name = "answer", .size = sizeof(struct door_answer),
    .fields = answer_fields, .field_count = DOOR_COUNT(answer_fields), .check = check_answer,
};

static const struct door_field fields[] = {
    { "ask", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_question, ask), .limit = 200,
      .help = "The question as you would ask a parent, such as What would help most." },
    { "help", DOOR_KIND_PROSE, 0, offsetof(struct door_question, help), .limit = 300,
      .help = "What makes it easier to choose, in a sentence or two." },
    { "answers", DOOR_KIND_RECORD, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_question, answers),
      .record = &door_answer_record,
      .help = "What a parent can answer, such as {say: I need a break, go: topic:parenting}." },
};

/* Does an answer lead to help, and not to one more question? One whose target is unknown has been reported. */
static bool
ends(const struct door_answer *answer)
{
    return !answer->go || answer->go->record != &door_question_record;
}

/* Questions that can be come to from one, each noted once. */
struct walk {
    struct door_arena *arena;
    const struct door_question **found;
    size_t count, capacity;
    struct door_map seen;
};

static void
note(struct walk *walk, const struct door_question *question)
{
    if (door_map_find(&walk->seen, question->entry.id))
        return;
    door_map_put(&walk->seen, walk->arena, question->entry.id, question);
    walk->found = door_arena_grow(walk->arena, walk->found, walk->count, &walk->capacity, sizeof *walk->found);
    walk->found[walk->count++] = question;
}

/* Circles are fine as long as some answer on the way leads out of the questions. */
static bool
can_be_left(const struct door_question *question)
{
    struct door_arena arena = { 0 };
    struct walk walk = { .arena = &arena };
    bool out = false;
    size_t i, j;

    note(&walk, question);
    for (i = 0; i < walk.count && !out; i++) {
        const struct door_answer *answers = walk.found[i]->answers.items;
        size_t count = walk.found[i]->answers.count;

        out = !count;       /* it could not be read */
        for (j = 0; j < count && !out; j++)
            out = ends(&answers[j]);
        for (j = 0; j < count && !out; j++)
            note(&walk, (const struct door_question *)answers[j].go);
    }
    door_arena_release(&arena);
    return out;
}

static void
check_question(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_question *question = record;

    if (!can_be_left(question))
        door_check_error(check, node, "answers", "question-dead-end",
                "Let one of the answers lead to a service, topic, place or page.",
                "whatever a parent answers, only more questions follow");
}

const struct door_record door_question_record = {
    .name = "question", .folder = "questions", .size = sizeof(struct door_question),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
    .check = check_question,
};
