/*
 * worker - what one thread needs to draw and cannot share. Passed explicitly; with one job there is one of them.
 */
#ifndef DOOR_LANGUAGE_WORKER_H
#define DOOR_LANGUAGE_WORKER_H

#include "base/arena.h"
#include "base/buf.h"

struct door_press;      /* of paper/: font map, shaping */
struct door_speech;     /* of language/format.c: ICU's formatters */

struct door_worker {
    struct door_arena scratch;  /* emptied after each page */
    struct door_buf page;       /* the page being drawn; its room is kept */
    struct door_speech *speech;
    struct door_press *press;   /* NULL until something is printed */
};

#endif
