/* The table of offer.yaml: who publishes, in which languages, and what holds for every page. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/image.h"
#include "model/offer.h"

static const struct door_word strictnesses[] = {
    { "off", "Off" },
    { "warn", "Warn" },
    { "error", "Error" },
};

static const struct door_enumeration strictness_words = { "strictness", strictnesses, DOOR_COUNT(strictnesses) };

static const struct door_word stales[] = {
    { "show", "Show" },
    { "source", "Source" },
};

static const struct door_enumeration stale_words = { "stale", stales, DOOR_COUNT(stales) };

static const struct door_word servers[] = {
    { "apache", "Apache" },
    { "iis", "IIS" },
};

static const struct door_enumeration server_words = { "server", servers, DOOR_COUNT(servers) };

static const struct door_field publisher_fields[] = {
    { "name", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_publisher, name), .limit = 255,
      .open_referral = "name", .help = "The council's name." },
    { "email", DOOR_KIND_EMAIL, DOOR_REQUIRED, offsetof(struct door_publisher, email), .open_referral = "email",
      .help = "The address that families may write to." },
    { "phone", DOOR_KIND_PHONE, 0, offsetof(struct door_publisher, phone), .open_referral = "phones.number",
      .help = "The number that families may call." },
};

static const struct door_record publisher_record = {
    .name = "publisher", .size = sizeof(struct door_publisher),
    .fields = publisher_fields, .field_count = DOOR_COUNT(publisher_fields),
};

static const struct door_field urgent_fields[] = {
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_urgent, name), .limit = 100,
      .help = "Who answers, such as NHS 111." },
    { "phone", DOOR_KIND_PHONE, DOOR_REQUIRED, offsetof(struct door_urgent, phone),
      .help = "The number to call." },
    { "text", DOOR_KIND_PHONE, 0, offsetof(struct door_urgent, text),
      .help = "The number to send a text message to." },
    { "when", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_urgent, when), .limit = 150,
      .help = "When to call, such as You need medical help now." },
    { "hours", DOOR_KIND_OPENING, 0, offsetof(struct door_urgent, hours), .record = &door_opening_record,
      .help = "When somebody answers, such as always." },
    { "languages", DOOR_KIND_LANGUAGE, DOOR_LIST, offsetof(struct door_urgent, languages),
      .help = "The codes of languages that are spoken there beside English." },
};

const struct door_record door_urgent_record = {
    .name = "line for urgent help", .size = sizeof(struct door_urgent),
    .fields = urgent_fields, .field_count = DOOR_COUNT(urgent_fields),
};

static const struct door_field term_fields[] = {
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_term, name), .limit = 100,
      .help = "What the term is called, such as Autumn 2026." },
    { "from", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_term, from),
      .help = "Its first day of school." },
    { "until", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_term, until),
      .help = "Its last day of school." },
    { "half_term", DOOR_KIND_DATES, 0, offsetof(struct door_term, half_term),
      .help = "The week without school, such as 2026-10-26 to 2026-10-30." },
};

static void
check_term(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_term *term = record;

    if (door_date_compare(term->until, term->from) < 0)
        door_check_error(check, node, "until", "date-order", "Check both dates, and their years.",
                "\"until\" is before \"from\"");
    else if (term->half_term.from.year && (door_date_compare(term->half_term.from, term->from) < 0
            || door_date_compare(term->half_term.until, term->until) > 0))
        door_check_error(check, node, "half_term", "date-order", "Check the dates of both, and their years.",
                "the half term is not within its term");
}

static const struct door_record term_record = {
    .name = "term", .size = sizeof(struct door_term),
    .fields = term_fields, .field_count = DOOR_COUNT(term_fields), .check = check_term,
};

static const struct door_field translations_fields[] = {
    { "first", DOOR_KIND_TEXT, DOOR_LIST, offsetof(struct door_translation_order, first),
      .help = "What translators are shown first, such as [urgent, home, print]." },
};

static const struct door_record translations_record = {
    .name = "order of translations", .size = sizeof(struct door_translation_order),
    .fields = translations_fields, .field_count = DOOR_COUNT(translations_fields),
};

static const struct door_field audience_fields[] = {
    { "id", DOOR_KIND_ID, DOOR_REQUIRED, offsetof(struct door_audience, id),
      .help = "The word that services write in \"for\"." },
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_audience, name), .limit = 100,
      .help = "What these families call themselves." },
};

static const struct door_record audience_record = {
    .name = "audience", .size = sizeof(struct door_audience),
    .fields = audience_fields, .field_count = DOOR_COUNT(audience_fields),
};

static const struct door_field gone_fields[] = {
    { "was", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_gone, was),
      .help = "The type and id of the entry that was taken out, such as service:baby-massage." },
    { "see", DOOR_KIND_REF, DOOR_REQUIRED, offsetof(struct door_gone, see),
      .help = "Where families are sent instead, such as topic:infant-feeding." },
};

static void
check_gone(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_gone *gone = record;
    const char *colon = strchr(gone->was, ':');

    if (!colon || !door_offer_type_named(gone->was, (size_t)(colon - gone->was)) || !door_text_is_id(colon + 1))
        door_check_error(check, node, "was", "ref-type", "Write the type and the old id: service:baby-massage.",
                "\"%s\" is not the type and id of an entry", gone->was);
    else if (door_map_find(&check->offer->index, gone->was))
        door_check_error(check, node, "was", "was-taken", "Take the line out.", "\"%s\" is still there", gone->was);
    else if (door_map_find(&check->was, gone->was))
        door_check_error(check, node, "was", "was-twice", "Keep one of the lines.", "\"%s\" is gone twice", gone->was);
    else
        door_map_put(&check->was, check->arena, gone->was, &check->offer->entry);
    if (gone->see && !gone->see->path)
        door_check_error(check, node, "see", "gone-see", "Name an entry that has a page of its own.",
                "the %s \"%s\" has no page", gone->see->record->name, gone->see->id);
}

static const struct door_record gone_record = {
    .name = "entry that is gone", .size = sizeof(struct door_gone),
    .fields = gone_fields, .field_count = DOOR_COUNT(gone_fields), .check = check_gone,
};

static const struct door_field fields[] = {
    { "format", DOOR_KIND_NUMBER, DOOR_REQUIRED, offsetof(struct door_offer, format),
      .help = "The version of this file format: write 1." },
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_offer, name), .limit = 255,
      .help = "What families call the offer, such as Babies and Young Children." },
    { "national_name", DOOR_KIND_PROSE, 0, offsetof(struct door_offer, national_name), .limit = 255,
      .help = "The name of the national programme, shown below the offer's own." },
    { "area", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_offer, area), .limit = 100,
      .help = "The area it is for, such as Brackenshire." },
    DOOR_IMAGE_ROW(struct door_offer),
    { "publisher", DOOR_KIND_RECORD, DOOR_REQUIRED, offsetof(struct door_offer, publisher),
      .record = &publisher_record, .help = "Who publishes it: {name: ..., email: ..., phone: ...}." },
    { "url", DOOR_KIND_URL, DOOR_REQUIRED, offsetof(struct door_offer, url),
      .help = "The address of the finished site, such as https://families.council.gov.uk." },
    { "codes", DOOR_KIND_URL, 0, offsetof(struct door_offer, codes),
      .help = "The address put into printed codes, if it is another one; the council must keep it for good." },
    { "lost_addresses", DOOR_KIND_WORD, 0, offsetof(struct door_offer, lost_addresses), .words = &strictness_words,
      .fallback = "warn", .help = "What an address that vanishes is: warn or error." },
    { "languages", DOOR_KIND_LANGUAGE, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_offer, languages),
      .help = "The codes of the site's languages, such as [en-GB, pl, ur]; the first is the one you write in." },
    { "theme", DOOR_KIND_ID, 0, offsetof(struct door_offer, theme), .fallback = "default",
      .help = "The name of the theme's folder." },
    { "plain", DOOR_KIND_WORD, 0, offsetof(struct door_offer, plain), .words = &strictness_words, .fallback = "warn",
      .help = "What hard words are: off, warn or error." },
    { "map", DOOR_KIND_TEXT, 0, offsetof(struct door_offer, map), .fallback = "none",
      .help = "Where a place's map link leads: none, openstreetmap, or an address with {lat} and {long} in it." },
    { "urgent", DOOR_KIND_RECORD, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_offer, urgent),
      .record = &door_urgent_record,
      .help = "Whom to call when it cannot wait: shown on every page, poster and booklet." },
    { "terms", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_offer, terms), .record = &term_record,
      .help = "The school terms, for sessions in term time." },
    { "holidays", DOOR_KIND_FILE, 0, offsetof(struct door_offer, holidays),
      .help = "The file of bank holidays from GOV.UK, such as bank-holidays.json." },
    { "review_every", DOOR_KIND_PERIOD, 0, offsetof(struct door_offer, review_every), .fallback = "90 days",
      .help = "How long an entry counts as checked, such as 90 days." },
    { "postcodes", DOOR_KIND_FILE, 0, offsetof(struct door_offer, postcodes),
      .help = "A file from the ONS Postcode Directory, such as postcodes.csv." },
    { "stale_translations", DOOR_KIND_WORD, 0, offsetof(struct door_offer, stale_translations), .words = &stale_words,
      .fallback = "show",
      .help = "Translations whose English has changed: show them with a note, or source (the English)." },
    { "translations", DOOR_KIND_RECORD, 0, offsetof(struct door_offer, translations), .record = &translations_record,
      .help = "What translators are shown first: {first: [urgent, home, print]}." },
    { "allow", DOOR_KIND_RECORD, 0, offsetof(struct door_offer, allow), .record = &door_allowed_record,
      .help = "Hosts outside that pages may use; each is named on the privacy page." },
    { "server", DOOR_KIND_WORD, DOOR_LIST, offsetof(struct door_offer, servers), .words = &server_words,
      .help = "The web server, if it reads its settings from the site's own folder: apache (.htaccess) or iis "
          "(web.config); for others see frontdoor hosting." },
    { "accessibility", DOOR_KIND_RECORD, 0, offsetof(struct door_offer, accessibility),
      .record = &door_accessibility_record,
      .help = "What the accessibility statement says: status, tested, problems and more." },
    { "audiences", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_offer, audiences), .record = &audience_record,
      .help = "More words for \"for\" on a service, each with an id and a name." },
    { "gone", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_offer, gone), .record = &gone_record,
      .help = "Entries that were taken out: {was: service:x, see: topic:y}." },
};

static const char *
without_slash(struct door_arena *arena, const char *url)
{
    size_t size = strlen(url);

    while (size && url[size - 1] == '/')
        size--;
    return door_arena_copy(arena, url, size);
}

static const char *
term_name(struct door_check *check, const struct door_term *term)
{
    return check->offer->pieces.items[term->name].text;
}

/* A day in two terms is a slip of a year or a month. There are a few terms, so each is held against each. */
static void
check_terms(struct door_check *check, const struct door_offer *offer, const struct door_node *node)
{
    const struct door_term *terms = offer->terms.items;
    const struct door_node *list = door_node_find(node, "terms"), *item;
    size_t i, j;

    item = list && list->type == DOOR_NODE_LIST ? list->children : NULL;
    for (i = 0; item && i < offer->terms.count; i++, item = item->next)
        for (j = 0; j < i; j++)
            if (door_date_compare(terms[i].from, terms[j].until) <= 0
                    && door_date_compare(terms[j].from, terms[i].until) <= 0)
                door_check_error(check, item, "from", "terms-overlap", "Check the dates of both, and their years.",
                        "\"%s\" and \"%s\" have days in common", term_name(check, &terms[i]),
                        term_name(check, &terms[j]));
}

static void
check_map(struct door_check *check, const struct door_offer *offer, const struct door_node *node)
{
    if (door_text_same(offer->map, "none") || door_text_same(offer->map, "openstreetmap"))
        return;
    if (!door_text_starts(offer->map, "https://") || !strstr(offer->map, "{lat}") || !strstr(offer->map, "{long}"))
        door_check_error(check, node, "map", "map",
                "Write none, openstreetmap, or an https:// address with {lat} and {long} in it.",
                "\"%s\" is not an address of maps", offer->map);
}

/* Paths are put behind it, so it must be one to a folder. */
static void
check_address(struct door_check *check, const struct door_node *node, const char *field, const char *url)
{
    if (strpbrk(url, "?#"))
        door_check_error(check, node, field, "url", "End it at the name of the site or of a folder.",
                "\"%s\" has a ? or # in it", url);
}

static void
check_offer(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_offer *offer = record;

    offer->url = without_slash(check->arena, offer->url);
    offer->codes = offer->codes ? without_slash(check->arena, offer->codes) : offer->url;
    if (offer->format != 1)
        door_check_error(check, node, "format", "format", "Write format: 1.",
                "this program reads format 1, not %d", offer->format);
    if (offer->lost_addresses == DOOR_STRICTNESS_OFF)
        door_check_error(check, node, "lost_addresses", "word-unknown", "Write warn or error.",
                "lost addresses are always told");
    check_address(check, node, "url", offer->url);
    if (offer->codes != offer->url)
        check_address(check, node, "codes", offer->codes);
    check_terms(check, offer, node);
    check_map(check, offer, node);
}

const struct door_record door_offer_record = {
    .name = "offer", .size = sizeof(struct door_offer),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .check = check_offer,
};
