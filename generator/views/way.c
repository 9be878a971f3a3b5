#include "views/way.h"

#include "base/arena.h"
#include "base/prose.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/question.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "answer", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_way_view, answer), .record = &door_answer_record,
      .help = "The answer as the editor wrote it." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_way_view, href),
      .help = "Where it leads: to its page, or to what it shows." },
};

const struct door_record door_way_view_record = {
    .name = "way in", .size = sizeof(struct door_way_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

const char *
door_way_to(const struct door_visit *visit, const struct door_answer *answer)
{
    if (!answer->go || !answer->part_number)
        return answer->go ? answer->go->path : NULL;
    return door_arena_format(&visit->worker->scratch, "%s#" DOOR_PART_ID, answer->go->path, answer->part_number);
}

struct door_list
door_ways_of(const struct door_visit *visit, const struct door_question *question, const struct door_entry *here)
{
    const struct door_answer *answers = question ? question->answers.items : NULL;
    size_t all = question ? question->answers.count : 0, count = 0, i;
    struct door_way_view *ways = door_arena_array(&visit->worker->scratch, all, sizeof *ways);

    /* An answer that shows services holds them on the question's own page. */
    for (i = 0; i < all; i++)
        if (!here || answers[i].go != here)
            ways[count++] = (struct door_way_view){ &answers[i], answers[i].go ? door_way_to(visit, &answers[i])
                    : door_arena_format(&visit->worker->scratch, "%s#answer-%zu", question->entry.path, i + 1) };
    return (struct door_list){ ways, count };
}

static bool
leads_into(const struct door_answer *answer, const struct door_entry *topic)
{
    if (answer->show)
        return door_entry_is_among(topic, &answer->show->topics);
    return answer->go->record == &door_service_record
            && door_entry_is_among(topic, &((const struct door_service *)answer->go)->topics);
}

const struct door_question *
door_question_about(const struct door_visit *visit, const struct door_topic *topic)
{
    const struct door_question *const *questions = visit->offer->questions.items, *best = NULL;
    size_t best_into = 0, i, j;

    for (i = 0; i < visit->offer->questions.count; i++) {
        const struct door_answer *answers = questions[i]->answers.items;
        size_t count = questions[i]->answers.count, into = 0;

        for (j = 0; j < count; j++)
            into += leads_into(&answers[j], &topic->entry);
        if (into >= 2 && into * 3 >= count && (!best || into * best->answers.count > best_into * count)) {
            best = questions[i];
            best_into = into;
        }
    }
    return best;
}

bool
door_ways_partly(const struct door_visit *visit, const struct door_list *ways)
{
    size_t i;

    for (i = 0; i < ways->count; i++)
        if (door_visit_piece(visit, ((const struct door_way_view *)ways->items)[i].answer->say)->state
                != DOOR_STATE_FRESH)
            return true;
    return false;
}
