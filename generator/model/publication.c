#include "model/publication.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/offer.h"
#include "model/page.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"

static const struct door_word kinds[] = {
    { "booklet", "Booklet" },
    { "poster", "Poster" },
    { "leaflet", "Leaflet" },
    { "screen", "Screen" },
};

const struct door_enumeration door_publication_kind_words = { "publication", kinds, DOOR_COUNT(kinds) };

static const struct door_word section_kinds[] = {
    { "cover", "Cover" },
    { "contents", "Contents" },
    { "urgent", "Urgent help" },
    { "stages", "Stages" },
    { "topic", "Topic" },
    { "services", "Services" },
    { "places", "Places" },
    { "sessions", "Sessions" },
    { "page", "Page" },
    { "formats", "Other formats" },
    { "back", "Back cover" },
};

const struct door_enumeration door_section_words = { "section", section_kinds, DOOR_COUNT(section_kinds) };

static const struct door_field size_fields[] = {
    { "width", DOOR_KIND_LENGTH, DOOR_REQUIRED, offsetof(struct door_sheet_size, width),
      .help = "The width of the finished page, such as 140 mm." },
    { "height", DOOR_KIND_LENGTH, DOOR_REQUIRED, offsetof(struct door_sheet_size, height),
      .help = "The height of the finished page, such as 200 mm." },
};

static const struct door_word papers[] = {
    { "A3", "A3" },
    { "A4", "A4" },
    { "A5", "A5" },
};

static const struct door_enumeration paper_words = { "paper", papers, DOOR_COUNT(papers) };

static bool
read_size(struct door_check *check, void *record, const struct door_node *node)
{
    static const struct door_sheet_size sizes[] = { { 297, 420 }, { 210, 297 }, { 148, 210 } };
    int paper = node->text ? door_enumeration_find(&paper_words, node->text) : 0;

    if (paper) {
        *(struct door_sheet_size *)record = sizes[paper - 1];
        return true;
    }
    door_check_error(check, node, NULL, "size", "Write A3, A4, A5 or {width: 140 mm, height: 200 mm}.",
            "\"%s\" is not a size of paper", node->text ? node->text : "a list");
    return false;
}

static void
check_size(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_sheet_size *size = record;

    if (size->width < 50 || size->height < 50)
        door_check_error(check, node, NULL, "size", "Write millimetres: {width: 140 mm, height: 200 mm}.",
                "a page is at least 50 mm wide and high");
}

static const struct door_record size_record = {
    .name = "size", .size = sizeof(struct door_sheet_size),
    .fields = size_fields, .field_count = DOOR_COUNT(size_fields), .shorthand = read_size,
    .short_words = &paper_words, .check = check_size,
};

static const struct door_field places_fields[] = {
    { "kind", DOOR_KIND_WORD, 0, offsetof(struct door_places_wish, kind), .words = &door_venue_kind_words,
      .help = "All places of this kind, such as family-hub." },
    { "list", DOOR_KIND_REF, DOOR_LIST, offsetof(struct door_places_wish, list), .record = &door_venue_record,
      .help = "The ids of the places." },
};

static const struct door_record places_record;

/* `places: library` or `places: [thornleigh-hub]`. */
static bool
read_places(struct door_check *check, void *record, const struct door_node *node)
{
    bool kind = node->text && door_enumeration_find(&door_venue_kind_words, node->text);

    return door_check_load(check, &places_record, kind ? "kind" : "list", record, node);
}

static const struct door_record places_record = {
    .name = "choice of places", .size = sizeof(struct door_places_wish),
    .fields = places_fields, .field_count = DOOR_COUNT(places_fields), .shorthand = read_places,
    .short_words = &door_venue_kind_words, .short_others = true,
};

static const struct door_field section_fields[] = {
    { "is", DOOR_KIND_WORD, 0, offsetof(struct door_section, kind), .words = &door_section_words,
      .help = "A section without choices: cover, contents, urgent, stages, formats or back." },
    { "topic", DOOR_KIND_REF, 0, offsetof(struct door_section, topic), .record = &door_topic_record,
      .help = "The id of a topic: its services." },
    { "services", DOOR_KIND_REF, DOOR_LIST, offsetof(struct door_section, services), .record = &door_service_record,
      .help = "The ids of services, in their order." },
    { "places", DOOR_KIND_RECORD, 0, offsetof(struct door_section, places), .record = &places_record,
      .help = "A kind of place, such as family-hub, or the ids of places." },
    { "sessions", DOOR_KIND_REF, 0, offsetof(struct door_section, sessions), .record = &door_venue_record,
      .help = "The id of a place: what happens there." },
    { "page", DOOR_KIND_REF, 0, offsetof(struct door_section, page), .record = &door_page_record,
      .help = "The id of a page: its text." },
};

/* `- cover`: a word stands for a section that has nothing to choose. */
static bool
read_section(struct door_check *check, void *record, const struct door_node *node)
{
    return door_check_load(check, &door_section_record, "is", record, node);
}

/* The place of the ref with this number in a field that holds one or a list of them. */
static const struct door_node *
find_ref(const struct door_node *node, const char *field, size_t number)
{
    const struct door_node *refs = door_node_find(node, field), *ref = refs;

    if (refs && refs->type == DOOR_NODE_LIST)
        for (ref = refs->children; ref && number; ref = ref->next)
            number--;
    return ref ? ref : node;
}

/* Whoever lists a service that stays out of print would wait for it in vain. */
static void
warn_of_left_out(struct door_check *check, const struct door_service *service, const struct door_node *node)
{
    const struct door_print_wish *wish = service->print;
    const char *file = service->entry.place.file;

    if (wish && wish->left_out)
        door_check_warn(check, node, NULL, "print-left-out", door_arena_format(check->arena,
                "Take it out here, or \"print: no\" in %s.", file),
                "\"%s\" is left out here: it says \"print: no\"", service->entry.id);
    else if (service->sensitive && !(wish && wish->wanted))
        door_check_warn(check, node, NULL, "print-left-out", door_arena_format(check->arena,
                "Take it out here; if it is safe to have at home on paper, write \"print: yes\" in %s.", file),
                "\"%s\" is left out here: it is sensitive", service->entry.id);
}

static void
check_section(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_section *section = record;
    const struct door_entry *const *services = section->services.items;
    bool named = section->kind != 0;
    int chosen = 0;
    size_t i;

    if (section->topic)
        chosen++, section->kind = DOOR_SECTION_TOPIC;
    if (section->services.count)
        chosen++, section->kind = DOOR_SECTION_SERVICES;
    if (section->places)
        chosen++, section->kind = DOOR_SECTION_PLACES;
    if (section->sessions)
        chosen++, section->kind = DOOR_SECTION_SESSIONS;
    if (section->page)
        chosen++, section->kind = DOOR_SECTION_PAGE;
    if (chosen + named > 1)
        door_check_error(check, node, NULL, "section", "Begin each section on a line of its own, with a \"-\".",
                "this section says two things at once");
    else if (named && node->type == DOOR_NODE_SCALAR && section->kind >= DOOR_SECTION_TOPIC
            && section->kind <= DOOR_SECTION_PAGE)
        door_check_error(check, node, NULL, "section", "Say which: topic: infant-feeding, places: family-hub.",
                "the section \"%s\" does not say which", node->text);
    for (i = 0; i < section->services.count; i++)
        if (services[i])
            warn_of_left_out(check, (const struct door_service *)services[i], find_ref(node, "services", i));
}

const struct door_record door_section_record = {
    .name = "section", .size = sizeof(struct door_section),
    .fields = section_fields, .field_count = DOOR_COUNT(section_fields), .shorthand = read_section,
    .short_words = &door_section_words,
    .check = check_section,
};

static const struct door_field fields[] = {
    { "kind", DOOR_KIND_WORD, DOOR_REQUIRED, offsetof(struct door_publication, kind),
      .words = &door_publication_kind_words,
      .help = "What it is: booklet, poster, leaflet or screen." },
    { "title", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_publication, title), .limit = 150,
      .help = "What stands on its front." },
    { "size", DOOR_KIND_RECORD, 0, offsetof(struct door_publication, size), .record = &size_record,
      .help = "The finished page: A3, A4, A5 or {width: 140 mm, height: 200 mm}." },
    { "pages", DOOR_KIND_NUMBER, 0, offsetof(struct door_publication, pages),
      .help = "How many pages a booklet has, a multiple of 4; leave it out for as many as needed." },
    { "languages", DOOR_KIND_LANGUAGE, DOOR_LIST, offsetof(struct door_publication, languages),
      .help = "The codes of the languages it is printed in; leave it out for all." },
    { "for", DOOR_KIND_REF, DOOR_LIST, offsetof(struct door_publication, venues), .record = &door_venue_record,
      .help = "The ids of places that get one of their own." },
    { "about", DOOR_KIND_REF, 0, offsetof(struct door_publication, about),
      .help = "The entry that its code opens, such as service:baby-massage; leave it out for the front door." },
    { "sections", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_publication, sections),
      .record = &door_section_record,
      .help = "What is in it, in this order, such as cover, urgent, or topic: infant-feeding." },
    { "bilingual", DOOR_KIND_LANGUAGE, 0, offsetof(struct door_publication, bilingual),
      .help = "The code of a second language to set beside each other one." },
    { "bleed", DOOR_KIND_LENGTH, 0, offsetof(struct door_publication, bleed),
      .help = "How far colour runs over the edge for a print shop, such as 3 mm." },
    { "marks", DOOR_KIND_YES, 0, offsetof(struct door_publication, marks),
      .help = "Write yes for crop marks in the print shop's file." },
    { "sheets", DOOR_KIND_YES, 0, offsetof(struct door_publication, sheets),
      .help = "Write yes for a file that is imposed for an office printer." },
    { "large_print", DOOR_KIND_YES, 0, offsetof(struct door_publication, large_print),
      .help = "Write yes for a large print edition." },
    { "braille", DOOR_KIND_YES, 0, offsetof(struct door_publication, braille),
      .help = "Write yes for a braille edition." },
    { "text", DOOR_KIND_YES, 0, offsetof(struct door_publication, text),
      .help = "Write yes for a plain text edition." },
};

static bool
is_offered(const struct door_offer *offer, const char *language)
{
    const char *const *languages = offer->languages.items;
    size_t i;

    for (i = 0; i < offer->languages.count; i++)
        if (!languages[i] || strcmp(languages[i], language) == 0)
            return true;
    return !offer->languages.count;     /* offer.yaml or one of these could not be read: one problem, not many */
}

static void
check_language(struct door_check *check, const struct door_node *node, const char *field, const char *language)
{
    const struct door_list *offered = &check->offer->languages;

    if (!is_offered(check->offer, language))
        door_check_error(check, node, field, "language-not-offered",
                door_text_did_you_mean(check->arena, language, offered->items, offered->count),
                "\"%s\" is not one of the offer's languages", language);
}

/* A poster names what it is about, and so does the page behind its code. */
static void
check_about(struct door_check *check, const struct door_node *node, const struct door_entry *about)
{
    const struct door_service *service = (const struct door_service *)about;

    if (!about || about->record != &door_service_record || !service->sensitive
            || (service->print && service->print->wanted))
        return;
    door_check_error(check, node, "about", "print-sensitive", door_arena_format(check->arena,
            "Name another entry; if it may be seen on a wall, write \"print: yes\" in %s.", about->place.file),
            "\"%s\" is sensitive, and this would show it to everybody", about->id);
}

static void
check_publication(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_publication *publication = record;
    const char *const *languages = publication->languages.items;
    size_t i;

    for (i = 0; i < publication->languages.count; i++)
        check_language(check, node, "languages", languages[i]);
    check_about(check, node, publication->about);
    if (publication->bilingual)
        check_language(check, node, "bilingual", publication->bilingual);
    if (publication->pages == DOOR_NO_NUMBER)
        return;
    if (publication->kind != DOOR_PUBLICATION_BOOKLET)
        door_check_error(check, node, "pages", "pages", "Take the line out.", "only a booklet has a number of pages");
    else if (publication->pages < 4 || publication->pages % 4)
        door_check_error(check, node, "pages", "pages", "A folded sheet has 4 pages: write 4, 8, 12, 16 and so on.",
                "%d is not a multiple of 4", publication->pages);
}

const struct door_record door_publication_record = {
    .name = "publication", .folder = "print", .size = sizeof(struct door_publication),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .check = check_publication,
};

bool
door_publication_has_language(const struct door_publication *publication, const char *code)
{
    size_t i;

    for (i = 0; i < publication->languages.count; i++)
        if (strcmp(((const char *const *)publication->languages.items)[i], code) == 0)
            return true;
    return !publication->languages.count;
}
