#include "views/print_link.h"

#include "base/arena.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/page.h"
#include "model/publication.h"
#include "model/sensitive.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"
#include "views/paper.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_print_link, title), .help = "What it is called." },
    { .name = "kind", .kind = DOOR_KIND_WORD, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_print_link, kind),
      .words = &door_publication_kind_words, .help = "Booklet or poster." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_print_link, href),
      .help = "Its PDF, in the reader's language if there is one." },
    { .name = "language", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_print_link, language),
      .help = "If the PDF is in another language, the name of that in itself." },
    { .name = "code", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_print_link, code),
      .help = "Its BCP 47 tag." },
    { .name = "direction", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_print_link, direction),
      .help = "ltr or rtl." },
};

const struct door_record door_print_link_record = {
    .name = "print link", .size = sizeof(struct door_print_link), .fields = fields, .field_count = DOOR_COUNT(fields),
};

static bool
is_about(const struct door_entry *entry, const struct door_entry *topic)
{
    if (entry == topic)
        return true;
    return entry->record == &door_service_record && door_paper_may_show((const struct door_service *)entry)
            && ((const struct door_entry *const *)((const struct door_service *)entry)->topics.items)[0] == topic;
}

static bool
section_holds(const struct door_section *section, const struct door_entry *entry)
{
    switch ((enum door_section_kind)section->kind) {
    case DOOR_SECTION_TOPIC:
        return is_about(entry, section->topic);
    case DOOR_SECTION_SERVICES:
        return door_entry_is_among(entry, &section->services)
                && door_paper_may_show((const struct door_service *)entry);
    case DOOR_SECTION_PLACES:
        return entry->record == &door_venue_record && (door_entry_is_among(entry, &section->places->list)
                || (section->places->kind == ((const struct door_venue *)entry)->kind && !door_sensitive_is(entry)));
    case DOOR_SECTION_SESSIONS:
        return entry == section->sessions;
    case DOOR_SECTION_PAGE:
        return entry == section->page;
    case DOOR_SECTION_STAGES:
        return entry->record == &door_stage_record;
    case DOOR_SECTION_COVER:
    case DOOR_SECTION_CONTENTS:
    case DOOR_SECTION_URGENT:
    case DOOR_SECTION_FORMATS:
    case DOOR_SECTION_BACK:
        return false;
    }
    return false;
}

/* A booklet without sections holds every universal service, by topic, and the family hubs. */
static bool
is_usual(const struct door_entry *entry)
{
    if (entry->record == &door_service_record)
        return ((const struct door_service *)entry)->level == DOOR_LEVEL_UNIVERSAL
                && door_paper_may_show((const struct door_service *)entry);
    if (entry->record == &door_venue_record)
        return ((const struct door_venue *)entry)->kind == DOOR_VENUE_FAMILY_HUB;
    return entry->record == &door_topic_record;
}

bool
door_publication_holds(const struct door_publication *publication, const struct door_entry *entry)
{
    size_t i;

    if (publication->about == entry)
        return true;
    if (!publication->sections.count)
        return publication->kind == DOOR_PUBLICATION_BOOKLET && is_usual(entry);
    for (i = 0; i < publication->sections.count; i++)
        if (section_holds(&((const struct door_section *)publication->sections.items)[i], entry))
            return true;
    return false;
}

/* The reader's language, or else the first that it is made in; NULL if there is none. */
static const struct door_language *
language_of(const struct door_visit *visit, const struct door_publication *publication)
{
    size_t i;

    if (door_publication_has_language(publication, visit->language->code))
        return visit->language;
    for (i = 0; i < visit->languages->count; i++)
        if (door_publication_has_language(publication, visit->languages->items[i].code))
            return &visit->languages->items[i];
    return NULL;
}

struct door_list
door_print_links(const struct door_visit *visit, const struct door_entry *entry)
{
    const struct door_list *all = &visit->offer->prints;
    struct door_print_link *links = NULL;
    size_t i, count = 0;

    for (i = 0; i < all->count; i++) {
        const struct door_publication *publication = ((const struct door_publication *const *)all->items)[i];
        const struct door_language *language;

        if (!door_paper_is_made(publication) || !door_publication_holds(publication, entry))
            continue;
        language = language_of(visit, publication);
        if (!language)
            continue;
        if (!links)
            links = door_arena_array(&visit->worker->scratch, all->count, sizeof *links);
        links[count] = (struct door_print_link){ .title = door_visit_piece(visit, publication->title),
            .kind = publication->kind, .href = door_arena_format(&visit->worker->scratch, "/print/%s.%s.pdf",
                    publication->entry.id, language->code) };
        if (language != visit->language) {
            links[count].language = language->own_name;
            links[count].code = language->code;
            links[count].direction = language->right_to_left ? "rtl" : "ltr";
        }
        count++;
    }
    return (struct door_list){ links, count };
}
