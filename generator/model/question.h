/*
 * question - one step of a pathway, "where do I start?": what is asked, and where each answer leads.
 */
#ifndef DOOR_MODEL_QUESTION_H
#define DOOR_MODEL_QUESTION_H

#include <stdbool.h>
#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"

struct door_ages;
struct door_service;

/* Which services an answer shows: those that meet all that is written. */
struct door_shown {
    struct door_list topics;        /* refs to struct door_topic */
    const struct door_ages *ages;
    struct door_list audiences;     /* `for`: const char * */
};

struct door_answer {
    uint32_t say;                   /* prose */
    const struct door_entry *go;    /* a question, service, topic, place or page; NULL: it shows services */
    const struct door_shown *show;
    const char *part;               /* a heading of the page that it leads to; NULL: its top */
    int part_number;                /* which heading of the body that is, from 1; 0 = none */
};

struct door_question {
    struct door_entry entry;
    uint32_t ask, help;             /* prose */
    struct door_list answers;       /* struct door_answer */
};

extern const struct door_record door_question_record;
extern const struct door_record door_answer_record;

/* Is this one of the services that an answer shows? One that has ended is for the caller to leave out. */
bool door_shown_takes(const struct door_shown *shown, const struct door_service *service);

#endif
