/*
 * news - what has changed for families: notices that are shown and changes that editors wrote down (`changed`), the
 * newest first. What feed.atom tells.
 */
#ifndef DOOR_VIEWS_NEWS_H
#define DOOR_VIEWS_NEWS_H

#include "model/schema.h"
#include "model/values.h"

struct door_said;
struct door_visit;

struct door_news {
    const char *path;               /* of the page it leads to, below the language's root */
    bool changed;                   /* of an entry that was there before; else a notice */
    struct door_date date;          /* since when it is told */
    const struct door_said *title, *text;
};

/* A list of struct door_news. Sensitive entries, and notices about them, are not among them. */
struct door_list door_news_build(const struct door_visit *visit);

/* The day on which the news are as they are, whether there are any or not: it moves only when something was changed. */
struct door_date door_news_date(const struct door_visit *visit, const struct door_list *news);

#endif
