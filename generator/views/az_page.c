/*
 * az_page - every service by name, under the letters of the language. A long list comes in several parts, and each
 * letter links into the part that it begins in; languages have the same parts, with other letters in them.
 */
#include "language/alphabet.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/order.h"
#include "views/pages.h"
#include "views/view.h"

enum { A_PART = 400 };

struct az_line {
    const struct door_service *service;
    const struct door_entry *topic;
    int state;                      /* enum door_service_state */
    bool open;
};

struct az_letter {
    const char *name;
    int number;
    const char *href;               /* the part that it begins in */
    struct door_list lines;         /* struct az_line: those on this page */
};

struct az_page {
    struct door_frame *page;
    const struct door_said *title;
    struct door_list letters;       /* struct az_letter: all of them */
    struct door_list here;          /* those on this page */
    bool split;                     /* it comes in several parts */
    const char *before, *after;     /* those beside this one */
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

static const struct door_field letter_fields[] = {
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_letter, name),
      .help = "The letter." },
    { .name = "number", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_letter, number),
      .help = "Its place in the alphabet, for the id of its heading." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_letter, href),
      .help = "The page that it begins on." },
    { .name = "lines", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct az_letter, lines),
      .record = &line_record, .help = "The services under it that are on this page." },
};

static const struct door_record letter_record = {
    .name = "letter", .size = sizeof(struct az_letter), .fields = letter_fields,
    .field_count = DOOR_COUNT(letter_fields),
};

static const struct door_field az_page_fields[] = {
    FRAME_ROW(struct az_page),
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct az_page, title),
      .help = "The heading, with the first and last letter of a part." },
    { .name = "letters", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct az_page, letters),
      .record = &letter_record, .help = "All letters that something stands under." },
    { .name = "here", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct az_page, here),
      .record = &letter_record, .help = "The letters on this page, with their services." },
    { .name = "split", .kind = DOOR_KIND_YES, .offset = offsetof(struct az_page, split),
      .help = "Does the list come in several parts?" },
    { .name = "before", .kind = DOOR_KIND_HREF, .offset = offsetof(struct az_page, before),
      .help = "The part before this one." },
    { .name = "after", .kind = DOOR_KIND_HREF, .offset = offsetof(struct az_page, after),
      .help = "The part behind this one." },
};

static const struct door_record az_page_record = VIEW(struct az_page, az_page_fields);

static size_t
count_parts(const struct door_offer *offer)
{
    return offer->services.count ? (offer->services.count + A_PART - 1) / A_PART : 1;
}

static const char *
part_path(struct door_arena *arena, size_t part)
{
    return part ? door_arena_format(arena, "a-z/%zu/", part + 1) : "a-z/";
}

/* All that is listed: what has ended is not. */
struct listing {
    size_t *places;     /* in the order */
    size_t count;
};

static struct listing
list_all(const struct door_visit *visit)
{
    size_t count = visit->offer->services.count, i;
    struct listing listing = { door_arena_array(&visit->worker->scratch, count, sizeof *listing.places), 0 };

    for (i = 0; i < count; i++)
        if (door_status_on(visit->order->services[i]->status, visit->today) != DOOR_SERVICE_ENDED)
            listing.places[listing.count++] = i;
    return listing;
}

/* The parts share the list out evenly, so that none is empty as long as there are as many lines as parts. */
static size_t
begin_of(const struct listing *listing, size_t part, size_t parts)
{
    return listing->count * part / parts;
}

static struct az_line
line_of(const struct door_visit *visit, size_t place)
{
    const struct door_service *service = visit->order->services[place];
    int state = door_status_on(service->status, visit->today);

    return (struct az_line){ service, ((const struct door_entry *const *)service->topics.items)[0], state,
            state == DOOR_SERVICE_LIVE };
}

/* The letters of the lines from `first` to before `end`, with those lines that lie on this page. */
static struct door_list
letters_between(const struct door_visit *visit, const struct listing *listing, size_t first, size_t end, bool lines)
{
    struct door_arena *arena = &visit->worker->scratch;
    size_t parts = count_parts(visit->offer), part = 0, count = 0, i;
    struct az_letter *letters = NULL;
    struct az_line *all = door_arena_array(arena, lines ? end - first : 0, sizeof *all);
    size_t capacity = 0;
    uint16_t last = 0;

    for (i = first; i < end; i++) {
        uint16_t letter = visit->order->letters[listing->places[i]];

        while (part + 1 < parts && begin_of(listing, part + 1, parts) <= i)
            part++;
        if (!count || letter != last) {
            letters = door_arena_grow(arena, letters, count, &capacity, sizeof *letters);
            letters[count++] = (struct az_letter){ .number = letter, .href = part_path(arena, part),
                    .name = door_letter_name(visit->worker, visit->language, letter),
                    .lines = { all + (i - first), 0 } };
            last = letter;
        }
        if (lines) {
            all[i - first] = line_of(visit, listing->places[i]);
            letters[count - 1].lines.count++;
        }
    }
    return (struct door_list){ letters, count };
}

static const struct door_said *
title_of(const struct door_visit *visit, const struct door_list *here)
{
    const struct az_letter *letters = here->items;
    const char *text;

    if (count_parts(visit->offer) == 1 || !here->count)
        return door_visit_phrase(visit, DOOR_PHRASE_AZ);
    text = door_say_phrase(visit->worker, visit->language, DOOR_PHRASE_AZ_PART, (struct door_hole[]){
            { "from", letters[0].name }, { "to", letters[here->count - 1].name } }, 2);
    return door_visit_said(visit, text, door_visit_phrase(visit, DOOR_PHRASE_AZ_PART)->language);
}

static const void *
build_az(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct az_page *view = door_view_new(visit, sizeof *view);
    struct listing listing = list_all(visit);
    size_t parts = count_parts(visit->offer);
    size_t first = begin_of(&listing, visit->part, parts), end = begin_of(&listing, visit->part + 1, parts), i;

    (void)entry;
    view->letters = letters_between(visit, &listing, 0, listing.count, false);
    view->here = letters_between(visit, &listing, first, end, true);
    view->title = title_of(visit, &view->here);
    view->page = door_frame_build(visit, path, NULL, view->title, NULL);
    view->split = parts > 1;
    if (visit->part)
        view->before = part_path(&visit->worker->scratch, visit->part - 1);
    if (visit->part + 1 < parts)
        view->after = part_path(&visit->worker->scratch, visit->part + 1);
    for (i = first; i < end && !view->page->partly; i++)
        view->page->partly = door_visit_piece(visit, visit->order->services[listing.places[i]]->name)->state
                != DOOR_STATE_FRESH;
    return view;
}

const struct door_page_kind door_az_page = {
    .template = "pages/a-z.html", .path = "a-z/", .view = &az_page_record, .build = build_az,
    .parts = count_parts, .part_path = part_path,
};
