/*
 * az_page - every service by name, under the letters of the language.
 */
#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/lettered.h"
#include "views/order.h"
#include "views/pages.h"
#include "views/view.h"

#define FOLDER "a-z"

enum { A_PART = 400 };

struct az_line {
    const struct door_service *service;
    const struct door_entry *topic;
    int state;                      /* enum door_service_state */
    bool open;
};

struct az_page {
    struct door_frame *page;
    const struct door_said *title;
    struct door_lettered list;      /* its lines: struct az_line */
};

static const struct door_field line_fields[] = {
    { .name = "service", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct az_line, service), .record = &door_service_record,
      .help = "The service as the editor wrote it." },
    { .name = "topic", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_line, topic),
      .record = &door_topic_record, .help = "Its home topic." },
    { .name = "state", .kind = DOOR_KIND_WORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_line, state),
      .words = &door_service_state_words, .help = "Live, planned, full or paused on this day." },
    { .name = "open", .kind = DOOR_KIND_YES, .offset = offsetof(struct az_line, open), .help = "Is it live?" },
};

static const struct door_record line_record = {
    .name = "line", .size = sizeof(struct az_line), .fields = line_fields, .field_count = DOOR_COUNT(line_fields),
};

static const struct door_field letter_fields[] = { DOOR_LETTER_ROWS(&line_record) };

static const struct door_record letter_record = {
    .name = "letter", .size = sizeof(struct door_letter_view), .fields = letter_fields,
    .field_count = DOOR_COUNT(letter_fields),
};

static const struct door_field az_page_fields[] = {
    FRAME_ROW(struct az_page),
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_page, title),
      .help = "The heading, with the first and last letter of a part." },
    DOOR_LETTERED_ROWS(struct az_page, &letter_record),
};

static const struct door_record az_page_record = VIEW(struct az_page, az_page_fields);

static size_t
count_parts(const struct door_offer *offer)
{
    return door_lettered_parts(offer->services.count, A_PART);
}

static const char *
part_path(struct door_arena *arena, size_t part)
{
    return door_lettered_path(arena, FOLDER, part);
}

/* The places in the order of all that is listed: what has ended is not. */
static struct door_list
list_all(const struct door_visit *visit)
{
    size_t count = visit->offer->services.count, listed = 0, i;
    size_t *places = door_arena_array(&visit->worker->scratch, count, sizeof *places);

    for (i = 0; i < count; i++)
        if (door_status_on(visit->order->services[i]->status, visit->today) != DOOR_SERVICE_ENDED)
            places[listed++] = i;
    return (struct door_list){ places, listed };
}

static uint16_t
letter_of(const struct door_visit *visit, const void *items, size_t i)
{
    return visit->order->letters[((const size_t *)items)[i]];
}

static struct door_list
lines_of(const struct door_visit *visit, const void *items, size_t first, size_t end)
{
    struct az_line *lines = door_arena_array(&visit->worker->scratch, end - first, sizeof *lines);
    size_t i;

    for (i = first; i < end; i++) {
        const struct door_service *service = visit->order->services[((const size_t *)items)[i]];
        int state = door_status_on(service->status, visit->today);

        lines[i - first] = (struct az_line){ service, ((const struct door_entry *const *)service->topics.items)[0],
                state, state == DOOR_SERVICE_LIVE };
    }
    return (struct door_list){ lines, end - first };
}

static const void *
build_az(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct az_page *view = door_view_new(visit, sizeof *view);
    struct door_list all = list_all(visit);
    const size_t *places = all.items;
    struct door_lettered_list list = { FOLDER, all.items, all.count, count_parts(visit->offer), letter_of, lines_of };
    size_t i, end = door_lettered_begin(&list, visit->part + 1);

    (void)entry;
    door_lettered_fill(visit, &list, &view->list);
    view->title = door_lettered_title(visit, &view->list, !view->list.split, DOOR_PHRASE_AZ, DOOR_PHRASE_AZ_PART);
    view->page = door_frame_build(visit, path, NULL, view->title, NULL);
    for (i = door_lettered_begin(&list, visit->part); i < end && !view->page->partly; i++)
        view->page->partly = door_visit_piece(visit, visit->order->services[places[i]]->name)->state
                != DOOR_STATE_FRESH;
    return view;
}

const struct door_page_kind door_az_page = {
    .template = "pages/a-z.html", .path = FOLDER "/", .view = &az_page_record, .build = build_az,
    .parts = count_parts, .part_path = part_path,
};
