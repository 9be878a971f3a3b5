#include "views/occasion.h"

#include "base/arena.h"
#include "language/format.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/notice.h"
#include "model/offer.h"
#include "model/service.h"
#include "model/venue.h"
#include "views/audience.h"
#include "views/calendar.h"
#include "views/service.h"
#include "views/visit.h"

#define LONGEST_DAY 500     /* no phone shows more; who has so much on has pages of places too */

static const struct door_field occasion_fields[] = {
    { .name = "service", .kind = DOOR_KIND_REF, .offset = offsetof(struct door_occasion_view, service),
      .record = &door_service_record, .help = "The service, unless a mobile place stops." },
    { .name = "name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_occasion_view, name), .help = "The service, or the mobile place that stops." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_occasion_view, href), .help = "Its page." },
    { .name = "times", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_occasion_view, times), .help = "9:30am to 11am." },
    { .name = "place", .kind = DOOR_KIND_TEXT, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_occasion_view, place), .help = "Where, or where a mobile place stops." },
    { .name = "place_href", .kind = DOOR_KIND_HREF, .offset = offsetof(struct door_occasion_view, place_href),
      .help = "The place's page; what is online has none." },
    { .name = "price", .kind = DOOR_KIND_SAID, .offset = offsetof(struct door_occasion_view, price),
      .help = "What it costs, if it is not free." },
    { .name = "full", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_occasion_view, full),
      .help = "Has it no places left?" },
    { .name = "way", .kind = DOOR_KIND_WORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_occasion_view, way),
      .words = &door_how_to_get_words, .help = "Turn up, book, and so on." },
    { .name = "access", .kind = DOOR_KIND_WORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_occasion_view, access), .words = &door_access_words,
      .help = "Of the place: a bus stop nearby, step-free." },
    { .name = "audiences", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_occasion_view, audiences), .record = &door_audience_view_record,
      .help = "Whom it is for above all." },
    { .name = "facts", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_occasion_view, facts),
      .help = "Is there a price, an audience, or another way than to turn up?" },
    { .name = "notices", .kind = DOOR_KIND_REF, .flags = DOOR_LIST,
      .offset = offsetof(struct door_occasion_view, notices), .record = &door_notice_record,
      .help = "Closures and changes of that day." },
    { .name = "note", .kind = DOOR_KIND_PROSE, .offset = offsetof(struct door_occasion_view, note),
      .help = "What there is to say of this session." },
};

static const struct door_record occasion_record = {
    .name = "occasion", .size = sizeof(struct door_occasion_view), .fields = occasion_fields,
    .field_count = DOOR_COUNT(occasion_fields),
};

static const struct door_field day_fields[] = {
    { .name = "date", .kind = DOOR_KIND_DATE, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_on_day_view, date),
      .help = "The day." },
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_on_day_view, name), .help = "Saturday 28 November." },
    { .name = "today", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_on_day_view, today),
      .help = "Is it the day the page was made for?" },
    { .name = "tomorrow", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_on_day_view, tomorrow),
      .help = "Is it the day after?" },
    { .name = "bank_holiday", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_on_day_view, bank_holiday),
      .help = "Is it a bank holiday?" },
    { .name = "occasions", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_on_day_view, occasions), .record = &occasion_record,
      .help = "What is on, by time." },
};

const struct door_record door_on_day_view_record = {
    .name = "day", .size = sizeof(struct door_on_day_view), .fields = day_fields,
    .field_count = DOOR_COUNT(day_fields),
};

bool
door_occasion_is_after_work(const struct door_occasion *occasion, struct door_date day)
{
    return door_date_weekday(day) >= 6 || door_occasion_times(occasion).from >= DOOR_AFTER_WORK;
}

/* What families are told today of this service or place and that holds on the day. */
static struct door_list
notices_on(const struct door_visit *visit, const struct door_occasion *occasion, struct door_date day)
{
    const struct door_list *all = &visit->offer->notices;
    const struct door_notice **found = NULL;
    size_t i, count = 0;

    for (i = 0; i < all->count; i++) {
        const struct door_notice *notice = ((const struct door_notice *const *)all->items)[i];

        if (!door_notice_is_shown(notice, visit->today) || door_date_compare(day, notice->from) < 0
                || door_date_compare(notice->until, day) < 0
                || (!door_entry_is_among(&occasion->venue->entry, &notice->about) && !(occasion->service
                        && door_entry_is_among(&occasion->service->entry, &notice->about))))
            continue;
        if (!found)
            found = door_arena_array(&visit->worker->scratch, all->count, sizeof *found);
        found[count++] = notice;
    }
    return (struct door_list){ found, count };
}

/* What decides whether somebody with a pram and no car can come. */
static struct door_list
access_of(const struct door_visit *visit, const struct door_venue *venue)
{
    static const int wanted[] = { DOOR_ACCESS_BUS_NEARBY, DOOR_ACCESS_STEP_FREE };
    const int *has = venue->access.items;
    int *found = door_arena_array(&visit->worker->scratch, DOOR_COUNT(wanted), sizeof *found);
    size_t i, j, count = 0;

    for (i = 0; i < DOOR_COUNT(wanted); i++)
        for (j = 0; j < venue->access.count; j++)
            if (has[j] == wanted[i])
                found[count++] = wanted[i];
    return (struct door_list){ found, count };
}

static struct door_list
audiences_but(const struct door_visit *visit, const struct door_service *service, const struct door_entry *about)
{
    const struct door_list all = door_audience_views(visit, &service->audiences);
    const struct door_audience_view *from = all.items;
    struct door_audience_view *views;
    size_t i, count = 0;

    if (!about)
        return all;
    views = door_arena_array(&visit->worker->scratch, all.count, sizeof *views);
    for (i = 0; i < all.count; i++)
        if (from[i].href != about->path)
            views[count++] = from[i];
    return (struct door_list){ views, count };
}

static void
fill_service(const struct door_visit *visit, const struct door_occasion *occasion, const struct door_entry *about,
        struct door_occasion_view *view)
{
    const struct door_service *service = occasion->service;

    view->service = service;
    view->name = door_visit_piece(visit, service->name);
    view->href = service->entry.path;
    view->place = occasion->venue->name;
    view->place_href = occasion->venue->entry.path;
    view->price = service->cost->free ? NULL : door_service_price(visit, service->cost);
    view->full = occasion->full;
    view->way = service->how_to_get;
    view->audiences = audiences_but(visit, service, about);
    view->facts = view->price || view->way != DOOR_HOW_DROP_IN || view->audiences.count;
    view->note = occasion->session->note;
}

static void
fill(const struct door_visit *visit, const struct door_occasion *occasion, struct door_date day,
        const struct door_entry *about, struct door_occasion_view *view)
{
    view->times = door_say_times(visit->worker, visit->language, door_occasion_times(occasion));
    view->access = access_of(visit, occasion->venue);
    view->notices = notices_on(visit, occasion, day);
    if (occasion->service) {
        fill_service(visit, occasion, about, view);
    } else {
        view->way = DOOR_HOW_DROP_IN;
        view->name = door_visit_fact(visit, occasion->venue->name);
        view->href = occasion->venue->entry.path;
        view->place = occasion->stop->name;
        view->place_href = occasion->venue->entry.path;
    }
}

static bool
is_bank_holiday(const struct door_offer *offer, struct door_date day)
{
    const struct door_date *holidays = offer->bank_holidays.items;
    size_t i;

    for (i = 0; i < offer->bank_holidays.count; i++)
        if (door_date_compare(holidays[i], day) == 0)
            return true;
    return false;
}

static struct door_list
occasions_of(const struct door_visit *visit, const struct door_list *all, struct door_date day,
        const struct door_occasion_choice *choice, size_t most)
{
    const struct door_occasion *occasions = all->items;
    struct door_occasion_view *views;
    size_t i, count = 0;

    for (i = 0; i < all->count; i++)
        count += choice->takes(&occasions[i], day, choice->what);
    if (count > most)
        count = most;
    views = door_arena_array(&visit->worker->scratch, count, sizeof *views);
    for (i = count = 0; i < all->count && count < most; i++)
        if (choice->takes(&occasions[i], day, choice->what))
            fill(visit, &occasions[i], day, choice->about, &views[count++]);
    return (struct door_list){ views, count };
}

struct door_list
door_on_days(const struct door_visit *visit, size_t days, size_t most, const struct door_occasion_choice *choice,
        bool *left)
{
    struct door_on_day_view *views = door_arena_array(&visit->worker->scratch, days, sizeof *views);
    size_t i, count = 0, lines = 0;
    bool cut = false;

    for (i = 0; i < days && lines < most; i++) {
        struct door_date day = door_date_of(door_date_number(visit->calendar->first) + (long)i);
        struct door_list found = occasions_of(visit, &visit->calendar->days[i], day, choice, LONGEST_DAY);

        if (!found.count)
            continue;
        lines += found.count;
        cut |= found.count == LONGEST_DAY;
        views[count++] = (struct door_on_day_view){
            .date = day, .today = i == 0, .tomorrow = i == 1, .bank_holiday = is_bank_holiday(visit->offer, day),
            .name = door_say_capital(visit->worker, visit->language,
                    door_say_date(visit->worker, visit->language, day, DOOR_DATE_DAY)),
            .occasions = found };
    }
    if (left)
        *left = cut || i < days;
    return (struct door_list){ views, count };
}

bool
door_on_days_partly(const struct door_list *days)
{
    const struct door_on_day_view *views = days->items;
    size_t i, j;

    for (i = 0; i < days->count; i++)
        for (j = 0; j < views[i].occasions.count; j++) {
            const struct door_occasion_view *view = &((const struct door_occasion_view *)views[i].occasions.items)[j];

            if (view->service && view->name->state != DOOR_STATE_FRESH)
                return true;
        }
    return false;
}
