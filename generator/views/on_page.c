/*
 * on_page - what's on: this week, then each day of the week for four weeks, and evenings and weekends.
 *
 * Each part's address means the same tomorrow ("Saturdays", not "the second week"), so that it can be kept and passed
 * on. A week with more than MOST lines ends earlier; the parts by day hold the rest.
 */
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "views/audience.h"
#include "views/calendar.h"
#include "views/notice.h"
#include "views/occasion.h"
#include "views/pages.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/view.h"

enum { WEEK, MONDAY, SUNDAY = MONDAY + 6, AFTER_WORK, PARTS };
enum { MOST = 250 };

static const char *const paths[PARTS] = {
    "whats-on/", "whats-on/monday/", "whats-on/tuesday/", "whats-on/wednesday/", "whats-on/thursday/",
    "whats-on/friday/", "whats-on/saturday/", "whats-on/sunday/", "whats-on/evenings-and-weekends/",
};

struct on_part {
    const char *href;
    const struct door_said *name;
    bool current, week, after_work;
};

struct on_page {
    struct door_frame *page;
    const struct door_said *title;
    const char *today;
    struct door_list parts;         /* struct on_part */
    struct door_list audiences;     /* struct door_audience_view */
    struct door_list days;          /* struct door_on_day_view */
    struct door_list paused;        /* struct door_service_view */
    bool week, more;
};

static const struct door_field part_fields[] = {
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct on_part, href),
      .help = "Its page." },
    { .name = "name", .kind = DOOR_KIND_SAID, .offset = offsetof(struct on_part, name),
      .help = "The day of the week, if it is about one." },
    { .name = "week", .kind = DOOR_KIND_YES, .offset = offsetof(struct on_part, week),
      .help = "Is it the next 7 days?" },
    { .name = "after_work", .kind = DOOR_KIND_YES, .offset = offsetof(struct on_part, after_work),
      .help = "Is it evenings and weekends?" },
    { .name = "current", .kind = DOOR_KIND_YES, .offset = offsetof(struct on_part, current),
      .help = "Is it this page?" },
};

static const struct door_record part_record = {
    .name = "part", .size = sizeof(struct on_part), .fields = part_fields, .field_count = DOOR_COUNT(part_fields),
};

static const struct door_field on_page_fields[] = {
    FRAME_ROW(struct on_page),
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct on_page, title),
      .help = "The heading of this part." },
    { .name = "today", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct on_page, today),
      .help = "The day the page was made for." },
    { .name = "parts", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct on_page, parts),
      .record = &part_record, .help = "Next 7 days, each day of the week, evenings and weekends." },
    { .name = "audiences", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct on_page, audiences),
      .record = &door_audience_view_record, .help = "Families that some services are for above all." },
    { .name = "days", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct on_page, days),
      .record = &door_on_day_view_record, .help = "The days on which something is on." },
    { .name = "paused", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct on_page, paused),
      .record = &door_service_view_record, .help = "Services with sessions that are paused." },
    { .name = "week", .kind = DOOR_KIND_YES, .offset = offsetof(struct on_page, week),
      .help = "Is it the part of the next 7 days?" },
    { .name = "more", .kind = DOOR_KIND_YES, .offset = offsetof(struct on_page, more),
      .help = "Were days left out, since there is so much on?" },
};

static const struct door_record on_page_record = VIEW(struct on_page, on_page_fields);

static size_t
count_parts(const struct door_offer *offer)
{
    (void)offer;
    return PARTS;
}

static const char *
part_path(struct door_arena *arena, size_t part)
{
    (void)arena;
    return paths[part];
}

static const char *
say_weekday(const struct door_visit *visit, size_t part)
{
    return door_say_capital(visit->worker, visit->language,
            door_say_weekday(visit->worker, visit->language, (int)(part - MONDAY) + 1));
}

static const struct door_said *
title_of(const struct door_visit *visit, size_t part)
{
    const char *text;

    if (part == WEEK)
        return door_visit_phrase(visit, DOOR_PHRASE_ON);
    if (part == AFTER_WORK)
        return door_visit_phrase(visit, DOOR_PHRASE_ON_AFTER_WORK);
    text = door_say_phrase(visit->worker, visit->language, DOOR_PHRASE_ON_DAY,
            &(struct door_hole){ "day", say_weekday(visit, part) }, 1);
    return door_visit_said(visit, text, door_visit_phrase(visit, DOOR_PHRASE_ON_DAY)->language);
}

static struct door_list
parts(const struct door_visit *visit)
{
    struct on_part *views = door_arena_array(&visit->worker->scratch, PARTS, sizeof *views);
    size_t i;

    for (i = 0; i < PARTS; i++)
        views[i] = (struct on_part){
            .href = paths[i], .current = i == visit->part, .week = i == WEEK, .after_work = i == AFTER_WORK,
            .name = i < MONDAY || i > SUNDAY ? NULL
                    : door_visit_said(visit, say_weekday(visit, i), visit->language->index) };
    return (struct door_list){ views, PARTS };
}

static bool
is_in_part(const struct door_occasion *occasion, struct door_date day, const void *what)
{
    size_t part = *(const size_t *)what;

    return part == AFTER_WORK ? door_occasion_is_after_work(occasion, day)
            : part == WEEK || door_date_weekday(day) == (int)(part - MONDAY) + 1;
}

static struct door_list
paused_views(const struct door_visit *visit)
{
    return door_service_views(visit, &visit->calendar->paused, NULL, NULL);
}

static const void *
build_on(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct on_page *view = door_view_new(visit, sizeof *view);

    (void)entry;
    view->title = title_of(visit, visit->part);
    view->page = door_frame_build(visit, path, NULL, view->title, NULL);
    view->today = door_say_date(visit->worker, visit->language, visit->today, DOOR_DATE_WEEKDAY);
    view->parts = parts(visit);
    view->audiences = door_audience_views_all(visit);
    view->week = visit->part == WEEK;
    view->days = door_on_days(visit, view->week ? 7 : DOOR_DAYS_AHEAD, MOST,
            &(struct door_occasion_choice){ is_in_part, &visit->part, NULL }, &view->more);
    if (view->week)
        view->paused = paused_views(visit);
    view->page->notices = door_notice_views(visit, NULL, true);
    view->page->partly |= door_on_days_partly(&view->days) || door_services_partly(visit, &view->paused)
            || door_notices_partly(visit, &view->page->notices);
    return view;
}

const struct door_page_kind door_on_page = {
    .template = "pages/whats-on.html", .path = "whats-on/", .view = &on_page_record, .build = build_on,
    .parts = count_parts, .part_path = part_path,
};
