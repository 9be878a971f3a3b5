/*
 * search_page - a word, and what it leads to: the names of services and the words that people look for, like the index
 * at the end of a book. With the theme's script there is a field to type into as well; nobody needs it.
 */
#include <string.h>

#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "views/lettered.h"
#include "views/order.h"
#include "views/pages.h"
#include "views/policy.h"
#include "views/view.h"

#define FOLDER "search"

enum { A_PART = 500 };

struct search_line {
    const struct door_said *text;
    const struct door_service *named;   /* whose name that is; NULL: it is a word */
    struct door_list services;          /* refs: what the word leads to */
};

struct search_page {
    struct door_frame *page;
    const struct door_said *title;
    struct door_lettered list;          /* its lines: struct search_line */
    const char *script, *data;          /* the theme's script, and what it looks in; NULL: there is none */
};

static const struct door_field line_fields[] = {
    { .name = "text", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct search_line, text),
      .help = "What people look for." },
    { .name = "named", .kind = DOOR_KIND_REF, .offset = offsetof(struct search_line, named),
      .record = &door_service_record, .help = "The service, if it is a service's name." },
    { .name = "services", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct search_line, services),
      .record = &door_service_record, .help = "What a word leads to." },
};

static const struct door_record line_record = {
    .name = "line", .size = sizeof(struct search_line), .fields = line_fields, .field_count = DOOR_COUNT(line_fields),
};

static const struct door_field letter_fields[] = { DOOR_LETTER_ROWS(&line_record) };

static const struct door_record letter_record = {
    .name = "letter", .size = sizeof(struct door_letter_view), .fields = letter_fields,
    .field_count = DOOR_COUNT(letter_fields),
};

static const struct door_field search_page_fields[] = {
    FRAME_ROW(struct search_page),
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct search_page, title),
      .help = "The heading, with the first and last letter of a part." },
    DOOR_LETTERED_ROWS(struct search_page, &letter_record),
    { .name = "script", .kind = DOOR_KIND_HREF, .offset = offsetof(struct search_page, script),
      .help = "The theme's search.js." },
    { .name = "data", .kind = DOOR_KIND_HREF, .offset = offsetof(struct search_page, data),
      .help = "What that script looks in." },
};

static const struct door_record search_page_record = VIEW(struct search_page, search_page_fields);

static size_t
count_parts(const struct door_offer *offer)
{
    return door_lettered_parts(door_order_lines(offer), A_PART);
}

static const char *
part_path(struct door_arena *arena, size_t part)
{
    return door_lettered_path(arena, FOLDER, part);
}

static const struct door_service *
service_of(const struct door_visit *visit, const struct door_order_line *line)
{
    return ((const struct door_service *const *)visit->offer->services.items)[line->service];
}

static const char *
word_of(const struct door_visit *visit, const struct door_order_line *line)
{
    return line->word ? ((const char *const *)service_of(visit, line)->words.items)[line->word - 1] : NULL;
}

/* The lines that are shown: what has ended is not. */
static struct door_list
list_all(const struct door_visit *visit)
{
    const struct door_order_line *lines = visit->order->lines;
    const struct door_order_line **shown = door_arena_array(&visit->worker->scratch, visit->order->line_count,
            sizeof *shown);
    size_t i, count = 0;

    for (i = 0; i < visit->order->line_count; i++)
        if (door_status_on(service_of(visit, &lines[i])->status, visit->today) != DOOR_SERVICE_ENDED)
            shown[count++] = &lines[i];
    return (struct door_list){ shown, count };
}

/* One line of the page from lines that say the same; returns how many those are. */
static size_t
fill_line(const struct door_visit *visit, const struct door_order_line *const *lines, size_t count,
        struct search_line *line)
{
    const char *word = word_of(visit, lines[0]);
    const struct door_service **services;
    size_t same = 1, i;

    if (!word) {
        line->named = service_of(visit, lines[0]);
        line->text = door_visit_piece(visit, line->named->name);
        return 1;
    }
    while (same < count && lines[same]->word && strcmp(word_of(visit, lines[same]), word) == 0)
        same++;
    services = door_arena_array(&visit->worker->scratch, same, sizeof *services);
    for (i = 0; i < same; i++)
        services[i] = service_of(visit, lines[i]);
    line->text = door_visit_fact(visit, word);
    line->services = (struct door_list){ services, same };
    return same;
}

static uint16_t
letter_of(const struct door_visit *visit, const void *items, size_t i)
{
    (void)visit;
    return ((const struct door_order_line *const *)items)[i]->letter;
}

static struct door_list
lines_of(const struct door_visit *visit, const void *items, size_t first, size_t end)
{
    struct search_line *views = door_arena_array(&visit->worker->scratch, end - first, sizeof *views);
    size_t i = first, filled = 0;

    while (i < end)
        i += fill_line(visit, (const struct door_order_line *const *)items + i, end - i, &views[filled++]);
    return (struct door_list){ views, filled };
}

/* Words are facts, written in the language of the content; the names beside them should be the reader's. */
static bool
names_are_whole(const struct door_visit *visit)
{
    size_t i;

    for (i = 0; i < visit->offer->services.count; i++)
        if (!visit->order->services[i]->sensitive
                && door_visit_piece(visit, visit->order->services[i]->name)->state != DOOR_STATE_FRESH)
            return false;
    return true;
}

static const void *
build_search(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct search_page *view = door_view_new(visit, sizeof *view);
    struct door_list all = list_all(visit);
    struct door_lettered_list list = { FOLDER, all.items, all.count, count_parts(visit->offer), letter_of, lines_of };

    (void)entry;
    door_lettered_fill(visit, &list, &view->list);
    view->title = door_lettered_title(visit, &view->list, !visit->part, DOOR_PHRASE_SEARCH, DOOR_PHRASE_SEARCH_PART);
    view->page = door_frame_build(visit, path, NULL, view->title, NULL);
    if (visit->search_script && !visit->part) {
        view->script = visit->search_script;
        view->data = visit->search;
        view->page->policy = door_policy_of_page(&visit->worker->scratch, visit->offer, true, visit->fonts);
    }
    view->page->partly |= !names_are_whole(visit);
    return view;
}

const struct door_page_kind door_search_page = {
    .template = "pages/search.html", .path = FOLDER "/", .view = &search_page_record, .build = build_search,
    .parts = count_parts, .part_path = part_path,
};
