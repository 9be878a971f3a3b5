/*
 * search_page - a word, and what it leads to: the names of services and the words that people look for, like the index
 * at the end of a book. With the theme's script there is a field to type into as well; nobody needs it.
 */
#include <string.h>

#include "language/alphabet.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "views/order.h"
#include "views/pages.h"
#include "views/policy.h"
#include "views/view.h"

enum { A_PART = 500 };

struct search_line {
    const struct door_said *text;
    const struct door_service *named;   /* whose name that is; NULL: it is a word */
    struct door_list services;          /* refs: what the word leads to */
};

struct search_letter {
    const char *name;
    int number;
    const char *href;
    struct door_list lines;             /* struct search_line: those on this page */
};

struct search_page {
    struct door_frame *page;
    const struct door_said *title;
    struct door_list letters, here;     /* struct search_letter: all, and those on this page */
    const char *script, *data;          /* the theme's script, and what it looks in; NULL: there is none */
    bool split;
    const char *before, *after;
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

static const struct door_field letter_fields[] = {
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct search_letter, name),
      .help = "The letter." },
    { .name = "number", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct search_letter, number),
      .help = "Its place in the alphabet, for the id of its heading." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct search_letter, href),
      .help = "The page that it begins on." },
    { .name = "lines", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct search_letter, lines),
      .record = &line_record, .help = "The words under it that are on this page." },
};

static const struct door_record letter_record = {
    .name = "letter", .size = sizeof(struct search_letter), .fields = letter_fields,
    .field_count = DOOR_COUNT(letter_fields),
};

static const struct door_field search_page_fields[] = {
    FRAME_ROW(struct search_page),
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct search_page, title),
      .help = "The heading, with the first and last letter of a part." },
    { .name = "letters", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct search_page, letters),
      .record = &letter_record, .help = "All letters that something stands under." },
    { .name = "here", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct search_page, here),
      .record = &letter_record, .help = "The letters on this page, with their words." },
    { .name = "script", .kind = DOOR_KIND_HREF, .offset = offsetof(struct search_page, script),
      .help = "The theme's search.js." },
    { .name = "data", .kind = DOOR_KIND_HREF, .offset = offsetof(struct search_page, data),
      .help = "What that script looks in." },
    { .name = "split", .kind = DOOR_KIND_YES, .offset = offsetof(struct search_page, split),
      .help = "Does the list come in several parts?" },
    { .name = "before", .kind = DOOR_KIND_HREF, .offset = offsetof(struct search_page, before),
      .help = "The part before this one." },
    { .name = "after", .kind = DOOR_KIND_HREF, .offset = offsetof(struct search_page, after),
      .help = "The part behind this one." },
};

static const struct door_record search_page_record = VIEW(struct search_page, search_page_fields);

static size_t
count_parts(const struct door_offer *offer)
{
    size_t lines = door_order_lines(offer);

    return lines ? (lines + A_PART - 1) / A_PART : 1;
}

static const char *
part_path(struct door_arena *arena, size_t part)
{
    return part ? door_arena_format(arena, "search/%zu/", part + 1) : "search/";
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

static struct door_list
lines_of(const struct door_visit *visit, const struct door_order_line *const *lines, size_t count)
{
    struct search_line *views = door_arena_array(&visit->worker->scratch, count, sizeof *views);
    size_t i = 0, filled = 0;

    while (i < count)
        i += fill_line(visit, lines + i, count - i, &views[filled++]);
    return (struct door_list){ views, filled };
}

/* The letters of those from `first` to before `end`, with their lines if they are on this page. */
static struct door_list
letters_between(const struct door_visit *visit, const struct door_list *all, size_t first, size_t end, bool here)
{
    const struct door_order_line *const *lines = all->items;
    size_t parts = count_parts(visit->offer), part = 0, count = 0, capacity = 0, i, j;
    struct search_letter *letters = NULL;

    for (i = first; i < end; i = j) {
        for (j = i + 1; j < end && lines[j]->letter == lines[i]->letter; j++)
            ;
        while (part + 1 < parts && all->count * (part + 1) / parts <= i)
            part++;
        letters = door_arena_grow(&visit->worker->scratch, letters, count, &capacity, sizeof *letters);
        letters[count++] = (struct search_letter){ .number = lines[i]->letter,
            .name = door_letter_name(visit->worker, visit->language, lines[i]->letter),
            .href = part_path(&visit->worker->scratch, part) };
        if (here)
            letters[count - 1].lines = lines_of(visit, lines + i, j - i);
    }
    return (struct door_list){ letters, count };
}

static const struct door_said *
title_of(const struct door_visit *visit, const struct door_list *here)
{
    const struct search_letter *letters = here->items;
    const char *text;

    if (!visit->part || !here->count)
        return door_visit_phrase(visit, DOOR_PHRASE_SEARCH);
    text = door_say_phrase(visit->worker, visit->language, DOOR_PHRASE_SEARCH_PART, (struct door_hole[]){
            { "from", letters[0].name }, { "to", letters[here->count - 1].name } }, 2);
    return door_visit_said(visit, text, door_visit_phrase(visit, DOOR_PHRASE_SEARCH_PART)->language);
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
    size_t parts = count_parts(visit->offer);

    (void)entry;
    view->letters = letters_between(visit, &all, 0, all.count, false);
    view->here = letters_between(visit, &all, all.count * visit->part / parts,
            all.count * (visit->part + 1) / parts, true);
    view->title = title_of(visit, &view->here);
    view->page = door_frame_build(visit, path, NULL, view->title, NULL);
    view->split = parts > 1;
    if (visit->part)
        view->before = part_path(&visit->worker->scratch, visit->part - 1);
    if (visit->part + 1 < parts)
        view->after = part_path(&visit->worker->scratch, visit->part + 1);
    if (visit->search_script && !visit->part) {
        view->script = visit->search_script;
        view->data = visit->search;
        view->page->policy = door_policy_of_page(&visit->worker->scratch, visit->offer, true);
    }
    view->page->partly |= !names_are_whole(visit);
    return view;
}

const struct door_page_kind door_search_page = {
    .template = "pages/search.html", .path = "search/", .view = &search_page_record, .build = build_search,
    .parts = count_parts, .part_path = part_path,
};
