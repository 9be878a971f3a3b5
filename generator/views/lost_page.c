/*
 * lost_page - for an address that is not there. A server can't know in which language it was meant, so there is one
 * page with a way on in each of them.
 */
#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/topic.h"
#include "views/pages.h"
#include "views/topic.h"
#include "views/view.h"

/* What readers of another language than the first are told. */
struct lost_section {
    const char *code, *direction;
    const char *href;               /* its front door, from the site's root */
    const struct door_said *title, *why, *home;
    struct door_list urgent;        /* struct lost_line */
};

struct lost_line {
    const struct door_said *name, *when;
    const char *phone;
};

struct lost_page {
    struct door_frame *page;
    struct door_list topics;
    struct door_list others;        /* struct lost_section */
};

static const struct door_field line_fields[] = {
    { .name = "name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_line, name),
      .help = "Who answers." },
    { .name = "when", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_line, when),
      .help = "When to call." },
    { .name = "phone", .kind = DOOR_KIND_PHONE, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_line, phone),
      .help = "The number." },
};

static const struct door_record line_record = {
    .name = "urgent line", .size = sizeof(struct lost_line), .fields = line_fields,
    .field_count = DOOR_COUNT(line_fields),
};

static const struct door_field section_fields[] = {
    { .name = "code", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_section, code),
      .help = "The language's BCP 47 tag." },
    { .name = "direction", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct lost_section, direction), .help = "ltr or rtl." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_section, href),
      .help = "The front door in that language." },
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_section, title),
      .help = "Page not found." },
    { .name = "why", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_section, why),
      .help = "What may be wrong." },
    { .name = "home", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct lost_section, home),
      .help = "Go to the home page." },
    { .name = "urgent", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct lost_section, urgent),
      .record = &line_record, .help = "Whom to call now, if that is translated." },
};

static const struct door_record section_record = {
    .name = "language", .size = sizeof(struct lost_section), .fields = section_fields,
    .field_count = DOOR_COUNT(section_fields),
};

static const struct door_field lost_page_fields[] = {
    FRAME_ROW(struct lost_page),
    { .name = "topics", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct lost_page, topics),
      .record = &door_topic_record, .help = "What help is about: somewhere to go from here." },
    { .name = "others", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct lost_page, others),
      .record = &section_record, .help = "The same for readers of other languages that have these words." },
};

static const struct door_record lost_page_record = VIEW(struct lost_page, lost_page_fields);

/* The urgent lines in a language; none of them if any of their words is not translated. */
static struct door_list
lines_in(const struct door_visit *visit)
{
    const struct door_urgent *urgent = visit->offer->urgent.items;
    size_t count = visit->offer->urgent.count, i;
    struct lost_line *lines = door_arena_array(&visit->worker->scratch, count, sizeof *lines);

    for (i = 0; i < count; i++) {
        lines[i].name = door_visit_piece(visit, urgent[i].name);
        lines[i].when = door_visit_piece(visit, urgent[i].when);
        lines[i].phone = urgent[i].phone;
        if (lines[i].name->state != DOOR_STATE_FRESH || lines[i].when->state != DOOR_STATE_FRESH)
            return (struct door_list){ NULL, 0 };
    }
    return (struct door_list){ lines, count };
}

static struct lost_section
section_in(const struct door_visit *visit)
{
    return (struct lost_section){
        .code = visit->language->code, .direction = visit->language->right_to_left ? "rtl" : "ltr",
        .href = door_arena_join(&visit->worker->scratch, "/", visit->language->path),
        .title = door_visit_phrase(visit, DOOR_PHRASE_NOT_FOUND), .why = door_visit_phrase(visit, DOOR_PHRASE_LOST_WHY),
        .home = door_visit_phrase(visit, DOOR_PHRASE_LOST_HOME), .urgent = lines_in(visit),
    };
}

/* A language without these words would say them in English again; the page's header leads to it all the same. */
static struct door_list
others(const struct door_visit *visit)
{
    size_t most = visit->languages->count - 1, count = 0, i;
    struct lost_section *sections = door_arena_array(&visit->worker->scratch, most, sizeof *sections);

    for (i = 1; i <= most; i++) {
        struct door_visit other = *visit;
        struct lost_section section;
        int index = (int)i;

        other.language = &visit->languages->items[i];
        section = section_in(&other);
        if (section.title->language == index && section.why->language == index && section.home->language == index)
            sections[count++] = section;
    }
    return (struct door_list){ sections, count };
}

static const void *
build_lost(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct lost_page *view = door_view_new(visit, sizeof *view);

    (void)path;
    (void)entry;
    view->page = door_frame_build(visit, "", NULL, door_visit_phrase(visit, DOOR_PHRASE_NOT_FOUND), NULL);
    view->page->noindex = true;
    view->topics = door_topics_in_order(visit);
    view->others = others(visit);
    return view;
}

const struct door_page_kind door_lost_page = {
    .template = "pages/404.html", .path = "404.html", .is_file = true, .view = &lost_page_record,
    .build = build_lost,
};
