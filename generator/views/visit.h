/*
 * visit - one reader on one page: in which language, on which day, drawn by which worker.
 *
 * Owns:   nothing.
 * Called: by publish/ to make it; every view is built for a visit, in its worker's scratch arena.
 */
#ifndef DOOR_VIEWS_VISIT_H
#define DOOR_VIEWS_VISIT_H

#include "model/values.h"

struct door_language;
struct door_languages;
struct door_mentions;
struct door_offer;
struct door_worker;

struct door_visit {
    const struct door_offer *offer;
    const struct door_mentions *mentions;   /* which services name what */
    const struct door_languages *languages;
    const struct door_language *language;
    struct door_worker *worker;
    struct door_date today;         /* in Europe/London */
    const char *style;              /* where the stylesheet lies, from the site's root: "/assets/style.1a2b.css" */
};

#endif
