/*
 * progress - how far each language has come: on how many pages something still stands in English, and whether a native
 * reader has read the words. The accessibility statement tells it.
 */
#ifndef DOOR_VIEWS_PROGRESS_H
#define DOOR_VIEWS_PROGRESS_H

#include <stdbool.h>

#include "model/schema.h"

struct door_visit;

struct door_progress {
    const char *name;               /* of the language, in the visit's */
    const char *code;
    int pages;                      /* of entries, as many as each language has */
    int english;                    /* those of them with English in them */
    bool unread;                    /* no native reader has read it */
};

extern const struct door_record door_progress_record;

/* The languages in which something is left to do: a list of struct door_progress in the offer's order. */
struct door_list door_progress_build(const struct door_visit *visit);

#endif
