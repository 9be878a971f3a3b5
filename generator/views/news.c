#include "views/news.h"

#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "model/notice.h"
#include "model/offer.h"
#include "model/sensitive.h"
#include "model/service.h"
#include "views/notice.h"
#include "views/view.h"

enum { MOST = 50 };     /* as many as a reader of feeds may have missed */

static bool
is_about_sensitive(const struct door_notice *notice)
{
    size_t i;

    for (i = 0; i < notice->about.count; i++)
        if (door_sensitive_is(((const struct door_entry *const *)notice->about.items)[i]))
            return true;
    return false;
}

static size_t
add_notices(const struct door_visit *visit, struct door_news *news)
{
    const struct door_notice *const *notices = visit->offer->notices.items;
    struct door_notice_view view;
    size_t i, count = 0;

    for (i = 0; i < visit->offer->notices.count; i++) {
        if (notices[i]->entry.draft || is_about_sensitive(notices[i])
                || !door_notice_is_shown(notices[i], visit->today))
            continue;
        door_notice_view_fill(visit, notices[i], &view);
        news[count++] = (struct door_news){
            .path = notices[i]->entry.path, .date = notices[i]->show_from,
            .title = door_visit_piece(visit, notices[i]->name),
            .text = door_visit_said(visit, view.when, visit->language->index),
        };
    }
    return count;
}

static size_t
add_changes(const struct door_visit *visit, struct door_news *news)
{
    const struct door_service *const *services = visit->offer->services.items;
    size_t i, count = 0;

    for (i = 0; i < visit->offer->services.count; i++) {
        const struct door_changed *changed = services[i]->changed;

        if (!changed || services[i]->sensitive || services[i]->entry.draft
                || door_date_compare(changed->date, visit->today) > 0)
            continue;
        news[count++] = (struct door_news){
            .path = services[i]->entry.path, .changed = true, .date = changed->date,
            .title = door_visit_piece(visit, services[i]->name), .text = door_visit_piece(visit, changed->what),
        };
    }
    return count;
}

static int
compare(const void *a, const void *b)
{
    const struct door_news *p = a, *q = b;
    int order = door_date_compare(q->date, p->date);

    return order ? order : strcmp(p->path, q->path);
}

struct door_list
door_news_build(const struct door_visit *visit)
{
    size_t most = visit->offer->notices.count + visit->offer->services.count, count;
    struct door_news *news = door_arena_array(&visit->worker->scratch, most, sizeof *news);

    count = add_notices(visit, news);
    count += add_changes(visit, news + count);
    if (count)
        qsort(news, count, sizeof *news, compare);
    return (struct door_list){ news, count < MOST ? count : MOST };
}

struct door_date
door_news_date(const struct door_visit *visit, const struct door_list *news)
{
    const struct door_service *const *services = visit->offer->services.items;
    struct door_date newest = { 0 };
    size_t i;

    if (news->count)
        return ((const struct door_news *)news->items)->date;
    for (i = 0; i < visit->offer->services.count; i++)
        if (services[i]->checked && !services[i]->sensitive
                && door_date_compare(services[i]->checked->date, newest) > 0)
            newest = services[i]->checked->date;
    return newest.year ? newest : visit->today;
}
