/*
 * audience_page - for dads, for young parents: what is on for them, evenings and weekends first, and the help that is
 * for them above all.
 */
#include "language/format.h"
#include "model/audience.h"
#include "model/offer.h"
#include "model/service.h"
#include "views/audience.h"
#include "views/calendar.h"
#include "views/mentions.h"
#include "views/occasion.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/view.h"

enum { MOST = 60 };

struct audience_page {
    struct door_frame *page;
    const struct door_said *name;
    struct door_list after_work, in_the_day;    /* struct door_on_day_view */
    struct door_list services;      /* struct door_service_view */
    struct door_list others;        /* struct door_audience_view: all audiences but this */
    const char *today;
};

static const struct door_field audience_page_fields[] = {
    FRAME_ROW(struct audience_page),
    { .name = "name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct audience_page, name),
      .help = "What these families are called." },
    { .name = "after_work", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct audience_page, after_work), .record = &door_on_day_view_record,
      .help = "What is on for them in evenings and at weekends." },
    { .name = "in_the_day", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct audience_page, in_the_day), .record = &door_on_day_view_record,
      .help = "What is on for them at other times." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct audience_page, services), .record = &door_service_view_record,
      .help = "The services for them." },
    { .name = "others", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct audience_page, others),
      .record = &door_audience_view_record, .help = "The other audiences." },
    { .name = "today", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct audience_page, today), .help = "The day the page was made for." },
};

static const struct door_record audience_page_record = VIEW(struct audience_page, audience_page_fields);

static const struct door_list *
audiences(const struct door_offer *offer)
{
    return &offer->groups;
}

struct choice {
    const struct door_offer *offer;
    const struct door_audience_entry *audience;
    bool after_work;
};

static bool
is_for_them(const struct door_occasion *occasion, struct door_date day, const void *what)
{
    const struct choice *choice = what;
    size_t i;

    if (!occasion->service || door_occasion_is_after_work(occasion, day) != choice->after_work)
        return false;
    for (i = 0; i < occasion->service->audiences.count; i++)
        if (door_audience_find(choice->offer, ((const char *const *)occasion->service->audiences.items)[i])
                == choice->audience)
            return true;
    return false;
}

static struct door_list
days_for(const struct door_visit *visit, const struct door_audience_entry *audience, bool after_work)
{
    const struct choice choice = { visit->offer, audience, after_work };

    return door_on_days(visit, DOOR_DAYS_AHEAD, MOST,
            &(struct door_occasion_choice){ is_for_them, &choice, &audience->entry }, NULL);
}

static struct door_list
others(const struct door_visit *visit, const struct door_entry *entry)
{
    const struct door_list all = door_audience_views_all(visit);
    const struct door_audience_view *from = all.items;
    struct door_audience_view *views = door_arena_array(&visit->worker->scratch, all.count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < all.count; i++)
        if (from[i].href != entry->path)
            views[count++] = from[i];
    return (struct door_list){ views, count };
}

static const void *
build_audience(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_audience_entry *audience = (const struct door_audience_entry *)entry;
    struct audience_page *view = door_view_new(visit, sizeof *view);

    view->name = door_audience_name(visit, audience);
    view->page = door_frame_build(visit, path, entry, view->name, NULL);
    view->today = door_say_date(visit->worker, visit->language, visit->today, DOOR_DATE_WEEKDAY);
    view->after_work = days_for(visit, audience, true);
    view->in_the_day = days_for(visit, audience, false);
    view->services = door_service_views(visit, door_mentions_find(visit->mentions, entry), NULL, NULL);
    view->others = others(visit, entry);
    view->page->partly |= door_services_partly(visit, &view->services);
    return view;
}

const struct door_page_kind door_audience_page = {
    .template = "pages/audience.html", .view = &audience_page_record, .entries = audiences, .build = build_audience,
};
