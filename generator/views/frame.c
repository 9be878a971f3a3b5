#include "views/frame.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/image.h"
#include "model/notice.h"
#include "model/offer.h"
#include "model/page.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/codes.h"
#include "views/gift.h"
#include "views/mentions.h"
#include "views/notice.h"
#include "views/pages.h"
#include "views/picture.h"
#include "views/policy.h"
#include "views/print_link.h"
#include "views/visit.h"

static const struct door_field language_link_fields[] = {
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_language_link, name), .help = "The language's name in itself." },
    { .name = "code", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_language_link, code), .help = "Its BCP 47 tag, for lang and hreflang." },
    { .name = "direction", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_language_link, direction), .help = "ltr or rtl." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_language_link, href), .help = "This page in that language." },
    { .name = "address", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_language_link, address),
      .help = "Its whole address, as search engines want it in the head." },
    { .name = "current", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_language_link, current),
      .help = "Is it the language of this page?" },
};

static const struct door_record language_link_record = {
    .name = "language link", .size = sizeof(struct door_language_link),
    .fields = language_link_fields, .field_count = DOOR_COUNT(language_link_fields),
};

static const struct door_field urgent_fields[] = {
    { .name = "urgent", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_urgent_view, urgent), .record = &door_urgent_record,
      .help = "The line as the editor wrote it." },
    { .name = "hours", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_urgent_view, hours),
      .help = "When somebody answers." },
    { .name = "languages", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_urgent_view, languages),
      .help = "The languages spoken there." },
    { .name = "speaks", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_urgent_view, speaks),
      .help = "The name of the page's language, if it is spoken there." },
};

const struct door_record door_urgent_view_record = {
    .name = "urgent line", .size = sizeof(struct door_urgent_view),
    .fields = urgent_fields, .field_count = DOOR_COUNT(urgent_fields),
};

static const struct door_field opening_fields[] = {
    { .name = "days", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_opening_view, days), .help = "Monday to Friday." },
    { .name = "times", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_opening_view, times), .help = "9am to 5pm, or closed." },
};

const struct door_record door_opening_view_record = {
    .name = "opening hours", .size = sizeof(struct door_opening_view),
    .fields = opening_fields, .field_count = DOOR_COUNT(opening_fields),
};

static const struct door_field printed_fields[] = {
    { .name = "title", .kind = DOOR_KIND_SAID, .offset = offsetof(struct door_printed_view, title),
      .help = "What the page is about, in the language that content is written in." },
    { .name = "typed", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_printed_view, typed), .help = "The page's short address, as people type it." },
    { .name = "checked", .kind = DOOR_KIND_SAID, .offset = offsetof(struct door_printed_view, checked),
      .help = "The day of the newest check among what it shows, in that language too." },
};

static const struct door_record printed_record = {
    .name = "printed", .size = sizeof(struct door_printed_view),
    .fields = printed_fields, .field_count = DOOR_COUNT(printed_fields),
};

static const struct door_field own_page_fields[] = {
    { .name = "name", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_own_page, name),
      .help = "What it is called." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_own_page, href),
      .help = "Where it is." },
};

static const struct door_record own_page_record = {
    .name = "own page", .size = sizeof(struct door_own_page),
    .fields = own_page_fields, .field_count = DOOR_COUNT(own_page_fields),
};

static const struct door_field logo_fields[] = {
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_logo_view, href),
      .help = "Where it lies." },
    { .name = "width", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_logo_view, width), .help = "CSS pixels, at its height." },
    { .name = "height", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_logo_view, height), .help = "CSS pixels." },
};

static const struct door_record logo_record = {
    .name = "logo", .size = sizeof(struct door_logo_view), .fields = logo_fields,
    .field_count = DOOR_COUNT(logo_fields),
};

static const struct door_field frame_fields[] = {
    { .name = "offer", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, offer), .record = &door_offer_record, .help = "offer.yaml." },
    { .name = "language", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, language), .help = "The page's language, for lang." },
    { .name = "direction", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, direction), .help = "The page's direction, for dir." },
    { .name = "locale", .kind = DOOR_KIND_WORDED, .offset = offsetof(struct door_frame, locale),
      .help = "The page's language with a land, as Open Graph writes it: en_GB." },
    { .name = "title", .kind = DOOR_KIND_SAID, .offset = offsetof(struct door_frame, title),
      .help = "What this page is called; the front door has none." },
    { .name = "description", .kind = DOOR_KIND_SAID, .offset = offsetof(struct door_frame, description),
      .help = "One sentence, for search engines and previews." },
    { .name = "address", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, address), .help = "The page's whole address." },
    { .name = "style", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, style), .help = "The stylesheet." },
    { .name = "icon", .kind = DOOR_KIND_HREF, .offset = offsetof(struct door_frame, icon),
      .help = "The theme's icon.svg: what browsers show beside the title." },
    { .name = "logo", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct door_frame, logo), .record = &logo_record,
      .help = "The theme's logo, if it has one." },
    { .name = "policy", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, policy),
      .help = "The Content-Security-Policy: what browsers let the page do. It stands before the first stylesheet." },
    { .name = "languages", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_frame, languages), .record = &language_link_record,
      .help = "Every language this page can be read in." },
    { .name = "urgent", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_frame, urgent), .record = &door_urgent_view_record,
      .help = "Whom to call now." },
    { .name = "pages", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .offset = offsetof(struct door_frame, pages),
      .record = &door_page_record, .help = "About, contact, accessibility, privacy: for the foot." },
    { .name = "own_pages", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_frame, own_pages), .record = &own_page_record,
      .help = "The accessibility statement and the privacy page, where no editor wrote one: for the foot." },
    { .name = "notices", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_frame, notices), .record = &door_notice_view_record,
      .help = "Closures and changes that whoever reads this page should know of." },
    { .name = "picture", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct door_frame, picture),
      .record = &door_picture_view_record, .help = "The picture of what this page is about." },
    { .name = "prints", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct door_frame, prints),
      .record = &door_print_link_record, .help = "Booklets and posters that tell of what the page is about." },
    { .name = "preview", .kind = DOOR_KIND_URL, .offset = offsetof(struct door_frame, preview),
      .help = "The whole address of the picture, where chat programs can show it: a photo or a PNG, no drawing." },
    { .name = "preview_width", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, preview_width), .help = "Its pixels." },
    { .name = "preview_height", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_frame, preview_height), .help = "Its pixels." },
    { .name = "news", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_frame, news),
      .help = "Are there closures or changes today, on any page?" },
    { .name = "partly", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_frame, partly),
      .help = "Some of the page is not translated yet and stands in English." },
    { .name = "draft", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_frame, draft),
      .help = "What the page is about is a draft, shown to those who work on it." },
    { .name = "noindex", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_frame, noindex),
      .help = "Search engines should pass over it." },
    { .name = "look", .kind = DOOR_KIND_WORD, .offset = offsetof(struct door_frame, look), .words = &door_look_words,
      .help = "The set of colours of the topic that the page is about or belongs to." },
    { .name = "gifts", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct door_frame, gifts),
      .record = &door_gift_view_record,
      .help = "The page in each language, to give to somebody; none where it would tell on its reader." },
    { .name = "wrong", .kind = DOOR_KIND_URL, .offset = offsetof(struct door_frame, wrong),
      .help = "Begins a mail to the publisher about this entry, in this language." },
    { .name = "printed", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct door_frame, printed),
      .record = &printed_record, .help = "For the foot of a printed page that is about an entry." },
    { .name = "exit", .kind = DOOR_KIND_URL, .offset = offsetof(struct door_frame, exit),
      .help = "On a sensitive page, another website to go to at once." },
    { .name = "exit_script", .kind = DOOR_KIND_HREF, .offset = offsetof(struct door_frame, exit_script),
      .help = "The theme's exit.js, for sensitive pages." },
};

const struct door_record door_frame_record = {
    .name = "page", .size = sizeof(struct door_frame), .fields = frame_fields, .field_count = DOOR_COUNT(frame_fields),
};

/* The same without its title: paper lies about. */
static const struct door_printed_view *
nameless(const struct door_visit *visit, const struct door_printed_view *printed)
{
    struct door_printed_view *view = door_arena_alloc(&visit->worker->scratch, sizeof *view);

    *view = *printed;
    view->title = NULL;
    return view;
}

void
door_frame_hide(const struct door_visit *visit, struct door_frame *frame)
{
    frame->title = frame->description = NULL;
    frame->picture = NULL;
    frame->preview = NULL;
    frame->wrong = NULL;
    frame->gifts = (struct door_list){ 0 };
    if (frame->printed)
        frame->printed = nameless(visit, frame->printed);
    frame->prints = (struct door_list){ 0 };
    frame->noindex = true;
    door_frame_leave(visit, frame);
}

void
door_frame_leave(const struct door_visit *visit, struct door_frame *frame)
{
    frame->exit = "https://www.bbc.co.uk/weather";      /* what anybody may look at; on the way there is no search */
    frame->exit_script = visit->exit;
    if (frame->exit_script)
        frame->policy = door_policy_of_page(&visit->worker->scratch, visit->offer, true, visit->fonts);
}

/* An editor may write `url` with or without its last slash. */
static const char *
site_of(struct door_arena *arena, const struct door_offer *offer)
{
    return door_text_ends(offer->url, "/") ? offer->url : door_arena_join(arena, offer->url, "/");
}

static struct door_list
language_links(const struct door_visit *visit, const char *path)
{
    struct door_arena *arena = &visit->worker->scratch;
    size_t count = visit->languages->count, i;
    struct door_language_link *links = door_arena_array(arena, count, sizeof *links);
    const char *site = site_of(arena, visit->offer);

    for (i = 0; i < count; i++) {
        const struct door_language *language = &visit->languages->items[i];

        links[i].name = language->own_name;
        links[i].code = language->code;
        links[i].direction = language->right_to_left ? "rtl" : "ltr";
        links[i].href = door_arena_join(arena, "/", door_arena_join(arena, language->path, path));
        links[i].address = door_arena_join(arena, site, links[i].href + 1);
        links[i].current = language == visit->language;
    }
    return (struct door_list){ links, count };
}

/* The page's language by its name, if it is among these codes; else NULL. */
static const char *
spoken_here(const struct door_visit *visit, const struct door_list *codes)
{
    const char *const *all = codes->items;
    size_t i;

    for (i = 0; i < codes->count; i++)
        if (strcmp(all[i], visit->language->code) == 0)
            return door_language_names(visit, &(struct door_list){ &all[i], 1 });
    return NULL;
}

struct door_list
door_urgent_build(const struct door_visit *visit)
{
    const struct door_list *lines = &visit->offer->urgent;
    struct door_arena *arena = &visit->worker->scratch;
    struct door_urgent_view *views = door_arena_array(arena, lines->count, sizeof *views);
    size_t i;

    for (i = 0; i < lines->count; i++) {
        const struct door_urgent *line = &((const struct door_urgent *)lines->items)[i];
        struct door_list opening = door_opening_build(visit, &line->hours);
        const struct door_opening_view *first = opening.items;

        views[i].urgent = line;
        views[i].languages = door_language_names(visit, &line->languages);
        views[i].speaks = spoken_here(visit, &line->languages);
        if (opening.count == 1 && !first->days[0])
            views[i].hours = first->times;
        else if (opening.count)
            views[i].hours = door_say_days_times(visit->worker, visit->language, first->days, first->times);
    }
    return (struct door_list){ views, lines->count };
}

/* The lines as a week goes by, each at its first day. */
static const struct door_opening *
opening_in_order(const struct door_visit *visit, const struct door_list *opening)
{
    const struct door_opening *lines = opening->items;
    struct door_opening *ordered = door_arena_array(&visit->worker->scratch, opening->count, sizeof *ordered);
    size_t i, count = 0;
    int day;

    for (day = 0; day < 7; day++)
        for (i = 0; i < opening->count; i++)
            if ((lines[i].days & -lines[i].days) == 1 << day)
                ordered[count++] = lines[i];
    return ordered;
}

struct door_list
door_opening_build(const struct door_visit *visit, const struct door_list *opening)
{
    struct door_opening_view *views = door_arena_array(&visit->worker->scratch, opening->count, sizeof *views);
    const struct door_opening *lines = opening_in_order(visit, opening);
    size_t i;

    for (i = 0; i < opening->count; i++) {
        const struct door_opening *line = &lines[i];
        bool always = line->days == 0x7F && line->times.from == 0 && line->times.to == 24 * 60;

        views[i].days = always ? "" : door_say_days(visit->worker, visit->language, line->days);
        if (always)
            views[i].times = door_say_capital(visit->worker, visit->language,
                    door_language_word(visit->language, DOOR_PHRASE_DAY_AND_NIGHT));
        else if (line->times.from < 0)
            views[i].times = door_say_capital(visit->worker, visit->language,
                    door_language_word(visit->language, DOOR_PHRASE_CLOSED));
        else
            views[i].times = door_say_times(visit->worker, visit->language, line->times);
    }
    return (struct door_list){ views, opening->count };
}

const char *
door_language_names(const struct door_visit *visit, const struct door_list *codes)
{
    const char **names = door_arena_array(&visit->worker->scratch, codes->count, sizeof *names);
    size_t i;

    if (!codes->count)
        return NULL;
    for (i = 0; i < codes->count; i++)
        names[i] = door_say_language(visit->worker, visit->language, ((const char *const *)codes->items)[i]);
    return door_say_list(visit->worker, visit->language, names, codes->count);
}

char *
door_frame_root(struct door_arena *arena, const struct door_offer *offer, const struct door_language *language)
{
    return door_arena_join(arena, site_of(arena, offer), language->path);
}

static bool
piece_is_whole(const struct door_visit *visit, uint32_t piece)
{
    return !piece || door_language_is_whole(visit->language, piece, piece + 1);
}

/* Is what each page says of the offer translated: its names and the urgent lines? Other texts of it stand elsewhere. */
static bool
offer_is_whole(const struct door_visit *visit)
{
    const struct door_offer *offer = visit->offer;
    const struct door_urgent *lines = offer->urgent.items;
    bool whole = piece_is_whole(visit, offer->name) && piece_is_whole(visit, offer->national_name);
    size_t i;

    for (i = 0; i < offer->urgent.count; i++)
        whole = whole && piece_is_whole(visit, lines[i].name) && piece_is_whole(visit, lines[i].when);
    return whole;
}

static bool
has_news(const struct door_visit *visit)
{
    const struct door_list *notices = &visit->offer->notices;
    size_t i;

    for (i = 0; i < notices->count; i++)
        if (door_notice_is_shown(((const struct door_notice *const *)notices->items)[i], visit->today))
            return true;
    return false;
}

/* A topic's own, and on a service's page that of its home topic. */
static int
look_of(const struct door_entry *entry)
{
    if (entry && entry->record == &door_service_record)
        entry = ((const struct door_entry *const *)((const struct door_service *)entry)->topics.items)[0];
    return entry && entry->record == &door_topic_record ? ((const struct door_topic *)entry)->look : 0;
}

void
door_frame_show(const struct door_visit *visit, struct door_frame *frame, const struct door_image *image)
{
    const struct door_picture *picture;

    frame->picture = door_picture_view(visit, image);
    if (!frame->picture)
        return;
    frame->partly |= !piece_is_whole(visit, image->alt);
    picture = frame->picture->picture;
    if (!picture->preview)
        return;
    frame->preview = door_arena_join(&visit->worker->scratch,
            door_frame_root(&visit->worker->scratch, visit->offer, &visit->languages->items[0]), picture->preview + 1);
    frame->preview_width = picture->preview_width;
    frame->preview_height = picture->preview_height;
}

/* When the newest of what an entry's page shows was checked: of a service itself, else of the services that name it. */
static struct door_date
newest_check(const struct door_visit *visit, const struct door_entry *entry)
{
    const struct door_list *naming = door_mentions_find(visit->mentions, entry);
    const struct door_service *const *services = naming->items;
    struct door_date newest = { 0 };
    size_t i;

    if (entry->record == &door_service_record)
        return ((const struct door_service *)entry)->checked->date;
    for (i = 0; i < naming->count; i++)
        if (!services[i]->sensitive && door_date_compare(services[i]->checked->date, newest) > 0)
            newest = services[i]->checked->date;
    return newest;
}

static const struct door_printed_view *
printed_view(const struct door_visit *visit, const struct door_entry *entry)
{
    struct door_printed_view *view = door_arena_alloc(&visit->worker->scratch, sizeof *view);
    struct door_date checked = newest_check(visit, entry);
    struct door_visit source = *visit;

    source.language = &visit->languages->items[0];
    view->title = door_visit_name(&source, entry);
    view->typed = door_code_address(visit, entry, NULL).typed;
    if (checked.year)
        view->checked = door_visit_fact(visit, door_say_date(visit->worker, source.language, checked, DOOR_DATE_LONG));
    return view;
}

/* The law wants both on every site, and a link to them on every page. */
static struct door_list
own_pages(const struct door_visit *visit)
{
    static const struct {
        const struct door_page_kind *kind;
        size_t name;
    } kinds[] = {
        { &door_statement_page, DOOR_PHRASE_STATEMENT },
        { &door_privacy_page, DOOR_PHRASE_PRIVACY },
    };
    struct door_own_page *pages = NULL;
    size_t i, count = 0;

    for (i = 0; i < DOOR_COUNT(kinds); i++) {
        if (door_offer_find(visit->offer, door_page_record.name, kinds[i].kind->written))
            continue;
        if (!pages)
            pages = door_arena_array(&visit->worker->scratch, DOOR_COUNT(kinds), sizeof *pages);
        pages[count++] = (struct door_own_page){ door_visit_phrase(visit, kinds[i].name), kinds[i].kind->path };
    }
    return (struct door_list){ pages, count };
}

struct door_frame *
door_frame_build(const struct door_visit *visit, const char *path, const struct door_entry *entry,
        const struct door_said *title, const struct door_said *description)
{
    struct door_frame *frame = door_arena_alloc(&visit->worker->scratch, sizeof *frame);

    frame->offer = visit->offer;
    frame->language = visit->language->code;
    frame->locale = visit->language->locale;
    frame->direction = visit->language->right_to_left ? "rtl" : "ltr";
    frame->title = title;
    frame->description = description;
    frame->style = visit->style;
    frame->icon = visit->icon;
    frame->logo = visit->logo;
    frame->policy = door_policy_of_page(&visit->worker->scratch, visit->offer, false, visit->fonts);
    frame->languages = language_links(visit, path);
    frame->address = ((const struct door_language_link *)frame->languages.items)[visit->language->index].address;
    frame->urgent = door_urgent_build(visit);
    frame->pages = visit->offer->pages;
    frame->own_pages = own_pages(visit);
    if (entry || !path[0])
        frame->notices = door_notice_views(visit, entry, !entry);
    if (entry)
        frame->prints = door_print_links(visit, entry);
    frame->news = has_news(visit);
    frame->draft = entry && entry->draft;
    frame->noindex = visit->offer->previews;
    frame->look = look_of(entry);
    if (entry) {
        frame->wrong = door_wrong_address(visit, entry);
        frame->gifts = door_gift_build(visit, entry);
        frame->printed = printed_view(visit, entry);
    }
    frame->partly = !offer_is_whole(visit) || door_notices_partly(visit, &frame->notices)
            || (entry && !door_language_is_whole(visit->language, entry->first_piece, entry->piece_end));
    return frame;
}
