#include "views/notice.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/notice.h"
#include "model/offer.h"
#include "model/service.h"
#include "views/visit.h"

static const struct door_field mention_fields[] = {
    { .name = "name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_mention_view, name), .help = "What it is called." },
    { .name = "href", .kind = DOOR_KIND_HREF, .offset = offsetof(struct door_mention_view, href),
      .help = "Its page; the place \"online\" has none." },
};

static const struct door_record mention_record = {
    .name = "entry", .size = sizeof(struct door_mention_view),
    .fields = mention_fields, .field_count = DOOR_COUNT(mention_fields),
};

static const struct door_field fields[] = {
    { .name = "notice", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_notice_view, notice), .record = &door_notice_record,
      .help = "The notice as the editor wrote it." },
    { .name = "when", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_notice_view, when), .help = "Its days in words." },
    { .name = "again", .kind = DOOR_KIND_DATE, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_notice_view, again), .help = "The day from which all is as before." },
    { .name = "about", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_notice_view, about), .record = &mention_record, .help = "What it is about." },
    { .name = "over", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_notice_view, over),
      .help = "Has it run out?" },
};

const struct door_record door_notice_view_record = {
    .name = "notice", .size = sizeof(struct door_notice_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

static const char *
say_when(const struct door_visit *visit, const struct door_notice *notice)
{
    const char *from = door_say_date(visit->worker, visit->language, notice->from, DOOR_DATE_WEEKDAY);

    if (door_date_compare(notice->from, notice->until) != 0)
        from = door_say_phrase(visit->worker, visit->language, DOOR_PHRASE_DAYS_RANGE, (struct door_hole[]){
            { "from", from },
            { "to", door_say_date(visit->worker, visit->language, notice->until, DOOR_DATE_WEEKDAY) } }, 2);
    return door_say_capital(visit->worker, visit->language, from);
}

static struct door_list
mentions(const struct door_visit *visit, const struct door_list *about)
{
    struct door_arena *scratch = &visit->worker->scratch;
    struct door_mention_view *views = door_arena_array(scratch, about->count, sizeof *views);
    size_t i;

    for (i = 0; i < about->count; i++) {
        const struct door_entry *entry = ((const struct door_entry *const *)about->items)[i];

        views[i].name = door_visit_name(visit, entry);
        views[i].href = entry->path;
    }
    return (struct door_list){ views, about->count };
}

void
door_notice_view_fill(const struct door_visit *visit, const struct door_notice *notice, struct door_notice_view *view)
{
    view->notice = notice;
    view->when = say_when(visit, notice);
    view->again = door_date_of(door_date_number(notice->until) + 1);
    view->about = mentions(visit, &notice->about);
    view->over = door_notice_is_over(notice, visit->today);
}

/* Whoever goes to a group wants to know that the hub is shut. */
static bool
concerns(const struct door_notice *notice, const struct door_entry *entry)
{
    const struct door_service *service = (const struct door_service *)entry;
    const struct door_session *sessions;
    size_t i;

    if (door_entry_is_among(entry, &notice->about))
        return true;
    if (entry->record != &door_service_record)
        return false;
    sessions = service->sessions.items;
    for (i = 0; i < service->sessions.count; i++)
        if (door_entry_is_among(sessions[i].place, &notice->about))
            return true;
    for (i = 0; i < service->places.count; i++)
        if (door_entry_is_among(((const struct door_entry *const *)service->places.items)[i], &notice->about))
            return true;
    return false;
}

static int
compare(const void *a, const void *b)
{
    const struct door_notice *p = ((const struct door_notice_view *)a)->notice;
    const struct door_notice *q = ((const struct door_notice_view *)b)->notice;
    int order = door_date_compare(p->from, q->from);

    return order ? order : strcmp(p->entry.id, q->entry.id);
}

struct door_list
door_notice_views(const struct door_visit *visit, const struct door_entry *entry, bool urgent)
{
    const struct door_list *all = &visit->offer->notices;
    const struct door_notice *const *notices = all->items;
    struct door_notice_view *views = NULL;
    size_t i, count = 0;

    for (i = 0; i < all->count; i++) {
        if (!door_notice_is_shown(notices[i], visit->today) || (urgent && !notices[i]->urgent)
                || (entry && !concerns(notices[i], entry)))
            continue;
        if (!views)
            views = door_arena_array(&visit->worker->scratch, all->count, sizeof *views);
        door_notice_view_fill(visit, notices[i], &views[count++]);
    }
    if (count)
        qsort(views, count, sizeof *views, compare);
    return (struct door_list){ views, count };
}

struct door_list
door_notices_first(const struct door_visit *visit, const struct door_list *notices, const struct door_service *service,
        const struct door_entry *place, struct door_date day)
{
    const struct door_notice_view *all = notices->items;
    struct door_notice_view *first = door_arena_array(&visit->worker->scratch, notices->count, sizeof *first);
    size_t i, count = 0;

    for (i = 0; i < notices->count; i++) {
        const struct door_notice *notice = all[i].notice;
        bool now = door_date_compare(notice->from, day) <= 0 && door_date_compare(day, notice->until) <= 0;

        if (door_entry_is_among(&service->entry, &notice->about)
                || (now && place && door_entry_is_among(place, &notice->about)))
            first[count++] = all[i];
    }
    return (struct door_list){ first, count };
}

bool
door_notices_partly(const struct door_visit *visit, const struct door_list *notices)
{
    size_t i;

    for (i = 0; i < notices->count; i++)
        if (door_visit_piece(visit, ((const struct door_notice_view *)notices->items)[i].notice->name)->state
                != DOOR_STATE_FRESH)
            return true;
    return false;
}
