/*
 * way - a way in: what a reader might say ("feeding hurts"), as an answer to a question has it, and where it leads.
 */
#ifndef DOOR_VIEWS_WAY_H
#define DOOR_VIEWS_WAY_H

#include "model/schema.h"

struct door_answer;
struct door_entry;
struct door_question;
struct door_topic;
struct door_visit;

struct door_way_view {
    const struct door_answer *answer;
    const char *href;               /* the answer's own page, or where the question's page shows services */
};

extern const struct door_record door_way_view_record;

/* Every answer of a question (NULL: none) but those that lead to the entry `here`. */
struct door_list door_ways_of(const struct door_visit *visit, const struct door_question *question,
        const struct door_entry *here);

/*
 * The question that is about this topic: at least two of its answers, and a third of them, lead to help about it. The
 * one with the largest part of them if there are several, NULL if there is none.
 */
const struct door_question *door_question_about(const struct door_visit *visit, const struct door_topic *topic);

/* Is any of them not in the reader's language? */
bool door_ways_partly(const struct door_visit *visit, const struct door_list *ways);

/* Where an answer leads that goes to an entry, from the language's root; NULL: it shows services. */
const char *door_way_to(const struct door_visit *visit, const struct door_answer *answer);

#endif
