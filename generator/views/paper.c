#include "views/paper.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/audience.h"
#include "model/offer.h"
#include "model/organisation.h"
#include "model/page.h"
#include "model/publication.h"
#include "model/recurrence.h"
#include "model/sensitive.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"
#include "views/codes.h"
#include "views/frame.h"
#include "views/mentions.h"
#include "views/service.h"
#include "views/topic.h"
#include "views/venue.h"
#include "views/visit.h"

static const struct door_field section_fields[] = {
    { .name = "kind", .kind = DOOR_KIND_WORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_paper_section, kind), .words = &door_section_words,
      .help = "Cover, contents, urgent, topic ..." },
    { .name = "topic", .kind = DOOR_KIND_REF, .offset = offsetof(struct door_paper_section, topic),
      .record = &door_topic_record, .help = "The topic of a topic section." },
    { .name = "page", .kind = DOOR_KIND_REF, .offset = offsetof(struct door_paper_section, page),
      .record = &door_page_record, .help = "The page of a page section." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_paper_section, services), .record = &door_service_view_record,
      .help = "The services shown." },
    { .name = "places", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_paper_section, places), .record = &door_venue_view_record,
      .help = "The places shown." },
    { .name = "stages", .kind = DOOR_KIND_REF, .flags = DOOR_LIST,
      .offset = offsetof(struct door_paper_section, stages), .record = &door_stage_record,
      .help = "The steps of family life." },
};

static const struct door_record section_record = {
    .name = "section", .size = sizeof(struct door_paper_section),
    .fields = section_fields, .field_count = DOOR_COUNT(section_fields),
};

static const struct door_field paper_fields[] = {
    { .name = "offer", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_paper_view, offer), .record = &door_offer_record, .help = "offer.yaml." },
    { .name = "publication", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_paper_view, publication), .record = &door_publication_record,
      .help = "The publication as the editor wrote it." },
    { .name = "about_name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_paper_view, about_name), .help = "The name of what its code opens." },
    { .name = "about_summary", .kind = DOOR_KIND_SAID, .offset = offsetof(struct door_paper_view, about_summary),
      .help = "The summary of what its code opens." },
    { .name = "all_free", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_paper_view, all_free),
      .help = "Is everything free that has not ended?" },
    { .name = "most_free", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_paper_view, most_free),
      .help = "Is most of it free, but not all?" },
    { .name = "about_phone", .kind = DOOR_KIND_PHONE, .offset = offsetof(struct door_paper_view, about_phone),
      .help = "The phone to call about it." },
    { .name = "urgent", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_paper_view, urgent), .record = &door_urgent_view_record,
      .help = "Whom to call now." },
    { .name = "sections", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_paper_view, sections), .record = &section_record,
      .help = "What it holds, in order." },
    { .name = "languages", .kind = DOOR_KIND_WORDED,
      .offset = offsetof(struct door_paper_view, languages), .help = "The other languages it can be had in." },
    { .name = "code", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_paper_view, code),
      .help = "The address in its QR code." },
    { .name = "typed", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_paper_view, typed), .help = "The same address as people type it." },
    { .name = "draft", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_paper_view, draft),
      .help = "It is a draft or shows one, and is for those who work on it." },
    { .name = "checked", .kind = DOOR_KIND_DATE, .offset = offsetof(struct door_paper_view, checked),
      .help = "The newest check among what it shows; none in an offer without services." },
};

const struct door_record door_paper_view_record = {
    .name = "print view", .size = sizeof(struct door_paper_view),
    .fields = paper_fields, .field_count = DOOR_COUNT(paper_fields),
};

/* What every choice of services leaves out of print: who asked to be, and sensitive ones that did not ask to be in. */
bool
door_paper_may_show(const struct door_service *service)
{
    const struct door_print_wish *wish = service->print;

    return !(wish && wish->left_out) && (!service->sensitive || (wish && wish->wanted));
}

static bool
is_home_topic(const struct door_service *service, const void *topic)
{
    return door_paper_may_show(service) && ((const struct door_entry *const *)service->topics.items)[0] == topic;
}

static bool
is_universal_of_topic(const struct door_service *service, const void *topic)
{
    return service->level == DOOR_LEVEL_UNIVERSAL && is_home_topic(service, topic);
}

static bool
is_printed(const struct door_service *service, const void *what)
{
    (void)what;
    return door_paper_may_show(service);
}

/* The services that an editor listed, in that order, without those that are in no list. */
static struct door_list
listed_services(const struct door_visit *visit, const struct door_list *refs)
{
    struct door_service_view *views = door_arena_array(&visit->worker->scratch, refs->count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < refs->count; i++) {
        const struct door_list ref = { (const struct door_entry *const *)refs->items + i, 1 };
        struct door_list view = door_service_views(visit, &ref, is_printed, NULL);

        if (view.count)
            views[count++] = *(const struct door_service_view *)view.items;
    }
    return (struct door_list){ views, count };
}

/* The chosen places, or with none chosen all of one kind (0: of any). */
static struct door_list
venue_views(const struct door_visit *visit, const struct door_list *chosen, int kind)
{
    struct door_list all = door_venues_in_order(visit, chosen->count ? chosen : &visit->offer->places);
    struct door_venue_view *views = door_arena_array(&visit->worker->scratch, all.count, sizeof *views);
    size_t i, count = 0;

    for (i = 0; i < all.count; i++) {
        const struct door_venue *venue = ((const struct door_venue *const *)all.items)[i];

        if (door_status_on(venue->status, visit->today) != DOOR_SERVICE_ENDED
                && (chosen->count || ((!kind || venue->kind == kind) && !door_sensitive_is(&venue->entry))))
            door_venue_view_fill(visit, venue, door_paper_may_show, &views[count++]);
    }
    return (struct door_list){ views, count };
}

/* What the editor wrote as one line of `sections`, filled. */
static struct door_paper_section
written_section(const struct door_visit *visit, const struct door_section *section)
{
    struct door_paper_section view = { .kind = section->kind, .topic = section->topic, .page = section->page };
    struct door_list venue;

    switch ((enum door_section_kind)section->kind) {
    case DOOR_SECTION_TOPIC:
        view.services = door_service_views(visit, door_mentions_find(visit->mentions, section->topic),
                is_home_topic, section->topic);
        break;
    case DOOR_SECTION_SERVICES:
        view.services = listed_services(visit, &section->services);
        break;
    case DOOR_SECTION_PLACES:
        view.places = venue_views(visit, &section->places->list, section->places->kind);
        break;
    case DOOR_SECTION_SESSIONS:
        venue = (struct door_list){ &section->sessions, 1 };
        view.places = venue_views(visit, &venue, 0);
        break;
    case DOOR_SECTION_STAGES:
        view.stages = visit->offer->stages;
        break;
    case DOOR_SECTION_COVER:
    case DOOR_SECTION_CONTENTS:
    case DOOR_SECTION_URGENT:
    case DOOR_SECTION_PAGE:
    case DOOR_SECTION_FORMATS:
    case DOOR_SECTION_BACK:
        break;
    }
    return view;
}

static struct door_list
written_sections(const struct door_visit *visit, const struct door_list *written)
{
    struct door_paper_section *sections = door_arena_array(&visit->worker->scratch, written->count, sizeof *sections);
    size_t i;

    for (i = 0; i < written->count; i++)
        sections[i] = written_section(visit, &((const struct door_section *)written->items)[i]);
    return (struct door_list){ sections, written->count };
}

/* Without `sections`: every universal service by topic, between the parts that each booklet has. */
static struct door_list
usual_sections(const struct door_visit *visit)
{
    const struct door_list topics = door_topics_in_order(visit);
    struct door_paper_section *sections = door_arena_array(&visit->worker->scratch, topics.count + 4, sizeof *sections);
    size_t count = 0, i;

    sections[count++].kind = DOOR_SECTION_COVER;
    sections[count++].kind = DOOR_SECTION_URGENT;
    for (i = 0; i < topics.count; i++) {
        const struct door_entry *topic = ((const struct door_entry *const *)topics.items)[i];
        struct door_list services = door_service_views(visit, door_mentions_find(visit->mentions, topic),
                is_universal_of_topic, topic);

        if (services.count)
            sections[count++] = (struct door_paper_section){
                .kind = DOOR_SECTION_TOPIC, .topic = topic, .services = services };
    }
    sections[count].kind = DOOR_SECTION_PLACES;
    sections[count++].places = venue_views(visit, &(struct door_list){ 0 }, DOOR_VENUE_FAMILY_HUB);
    sections[count++].kind = DOOR_SECTION_BACK;
    return (struct door_list){ sections, count };
}

static void
note_checked(struct door_date *newest, const struct door_service *service)
{
    if (service->checked && door_date_compare(*newest, service->checked->date) < 0)
        *newest = service->checked->date;
}

static struct door_date
newest_check(const struct door_visit *visit, const struct door_paper_view *view)
{
    const struct door_list *all = &visit->offer->services;
    struct door_date newest = { 0 };
    size_t i, j;

    for (i = 0; i < view->sections.count; i++) {
        const struct door_paper_section *section = &((const struct door_paper_section *)view->sections.items)[i];

        for (j = 0; j < section->services.count; j++)
            note_checked(&newest, ((const struct door_service_view *)section->services.items)[j].service);
    }
    /* What shows no service (a poster of the front door) is as old as the offer behind it. */
    if (!newest.year)
        for (i = 0; i < all->count; i++)
            note_checked(&newest, ((const struct door_service *const *)all->items)[i]);
    return newest;
}

static bool
is_draft(const struct door_entry *entry)
{
    return entry && entry->draft;
}

static bool
section_shows_draft(const struct door_paper_section *section)
{
    const struct door_service_view *services = section->services.items;
    const struct door_venue_view *places = section->places.items;
    const struct door_entry *const *stages = section->stages.items;
    bool draft = is_draft(section->topic) || is_draft(section->page);
    size_t i;

    for (i = 0; i < section->services.count; i++)
        draft |= is_draft(&services[i].service->entry);
    for (i = 0; i < section->places.count; i++)
        draft |= is_draft(&places[i].venue->entry);
    for (i = 0; i < section->stages.count; i++)
        draft |= is_draft(stages[i]);
    return draft;
}

static bool
shows_draft(const struct door_paper_view *view)
{
    const struct door_paper_section *sections = view->sections.items;
    bool draft = is_draft(&view->publication->entry) || is_draft(view->publication->about);
    size_t i;

    for (i = 0; i < view->sections.count; i++)
        draft |= section_shows_draft(&sections[i]);
    return draft;
}

/* "Polski · اردو": names in their own languages need no words between them. */
static const char *
other_languages(const struct door_visit *visit, const struct door_publication *publication)
{
    struct door_buf names = { 0 };
    const char *text;
    size_t i;

    for (i = 0; i < visit->languages->count; i++) {
        const struct door_language *language = &visit->languages->items[i];

        if (language != visit->language && door_publication_has_language(publication, language->code))
            door_buf_format(&names, "%s%s", names.size ? " · " : "", language->own_name);
    }
    text = names.size ? door_arena_text(&visit->worker->scratch, names.data) : NULL;
    door_buf_release(&names);
    return text;
}

/* The first urgent line that says when it answers, else the publisher: 999 and 111 are not for asking. */
static const char *
phone_of_all(const struct door_offer *offer)
{
    const struct door_urgent *lines = offer->urgent.items;
    size_t i;

    for (i = 0; i < offer->urgent.count; i++)
        if (lines[i].hours.count && lines[i].phone)
            return lines[i].phone;
    return offer->publisher->phone;
}

/* What the code opens: an entry, or the front door. */
static void
tell_about(const struct door_visit *visit, const struct door_entry *about, struct door_paper_view *view)
{
    view->about_name = door_visit_piece(visit, visit->offer->name);
    view->about_summary = door_visit_piece(visit, visit->offer->national_name);
    view->about_phone = phone_of_all(visit->offer);
    door_services_free(visit, &view->all_free, &view->most_free);
    if (about && about->record == &door_service_record) {
        const struct door_service *service = (const struct door_service *)about;
        const char *phone = door_service_phone(service);

        view->about_name = door_visit_piece(visit, service->name);
        view->about_summary = door_visit_piece(visit, service->summary);
        view->about_phone = phone ? phone : view->about_phone;
    } else if (about && about->record == &door_topic_record) {
        view->about_name = door_visit_piece(visit, ((const struct door_topic *)about)->name);
        view->about_summary = door_visit_piece(visit, ((const struct door_topic *)about)->summary);
    } else if (about && about->record == &door_audience_record) {
        view->about_name = door_visit_name(visit, about);
    } else if (about && about->record == &door_venue_record) {
        view->about_name = door_visit_fact(visit, ((const struct door_venue *)about)->name);
        view->about_summary = door_visit_piece(visit, ((const struct door_venue *)about)->summary);
    }
}

bool
door_paper_is_made(const struct door_publication *publication)
{
    return publication->kind == DOOR_PUBLICATION_BOOKLET || publication->kind == DOOR_PUBLICATION_POSTER;
}

const struct door_paper_view *
door_paper_view_build(const struct door_visit *visit, const struct door_publication *publication,
        const struct door_entry *venue)
{
    struct door_paper_view *view = door_arena_alloc(&visit->worker->scratch, sizeof *view);
    struct door_code_address address = door_code_address(visit, publication->about, venue);

    view->offer = visit->offer;
    view->publication = publication;
    tell_about(visit, publication->about, view);
    view->urgent = door_urgent_build(visit);
    if (publication->sections.count)
        view->sections = written_sections(visit, &publication->sections);
    else if (publication->kind == DOOR_PUBLICATION_BOOKLET)
        view->sections = usual_sections(visit);
    view->languages = other_languages(visit, publication);
    view->code = address.url;
    view->typed = address.typed;
    view->draft = shows_draft(view);
    view->checked = newest_check(visit, view);
    return view;
}
