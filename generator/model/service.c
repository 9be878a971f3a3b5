#include "model/service.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/contact.h"
#include "model/cost.h"
#include "model/image.h"
#include "model/offer.h"
#include "model/organisation.h"
#include "model/topic.h"
#include "model/venue.h"

static const struct door_word levels[] = {
    { "universal", "For every family" },
    { "targeted", "If you would like more help" },
    { "specialist", "Specialist help" },
};

static const struct door_enumeration level_words = { "level", levels, DOOR_COUNT(levels) };

static const struct door_word hows[] = {
    { "drop-in", "Just turn up" },
    { "book", "Book a place" },
    { "self-refer", "Call, text or email" },
    { "referral", "Ask your GP, midwife or health visitor" },
    { "home-visit", "We come to your home" },
    { "automatic", "We contact you" },
};

const struct door_enumeration door_how_to_get_words = { "how_to_get", hows, DOOR_COUNT(hows) };

static const struct door_word deliveries[] = {
    { "in-person-group", "In a group" },
    { "in-person-1-1", "One to one" },
    { "virtual-group", "In a group online" },
    { "virtual-1-1", "By video" },
    { "clinic", "At a clinic" },
    { "home-visit", "At your home" },
    { "helpline", "By phone" },
    { "self-directed", "In your own time" },
    { "peer-support", "With other parents" },
    { "app", "With an app" },
};

static const struct door_enumeration delivery_words = { "delivery", deliveries, DOOR_COUNT(deliveries) };

static const struct door_word on_requests[] = {
    { "yes", "Yes" },
    { "on request", "If you ask" },
    { "no", "No" },
};

const struct door_enumeration door_on_request_words = { "on_request", on_requests, DOOR_COUNT(on_requests) };

static const struct door_word audiences[] = {
    { "dads", "Dads" },
    { "young-parents", "Young parents" },
    { "lgbt", "LGBT+ families" },
    { "multiples", "Twins, triplets and more" },
    { "premature", "Premature babies" },
    { "bereaved", "Families who have lost a baby or a child" },
    { "adoptive", "Adoptive families" },
    { "kinship", "Kinship carers" },
    { "grandparents", "Grandparents" },
    { "armed-forces", "Armed forces families" },
    { "new-to-uk", "Families new to the UK" },
    { "deaf", "Deaf parents and children" },
    { "disabled-parents", "Disabled parents" },
};

const struct door_enumeration door_audience_words = { "audience", audiences, DOOR_COUNT(audiences) };

static const struct door_field ages_fields[] = {
    { "from", DOOR_KIND_AGE, DOOR_REQUIRED, offsetof(struct door_ages, from), .open_referral = "minimum_age",
      .help = "The youngest age: pregnancy, birth, or a number of weeks, months or years." },
    { "to", DOOR_KIND_AGE, 0, offsetof(struct door_ages, to), .open_referral = "maximum_age",
      .help = "The age at which it ends; leave it out if there is no upper end." },
};

static void
check_ages(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_ages *ages = record;

    if (ages->to.unit != DOOR_AGE_NONE && door_age_days(ages->to) <= door_age_days(ages->from))
        door_check_error(check, node, "to", "age-order", "Write the younger age under \"from\".",
                "these ages end before they begin");
}

const struct door_record door_ages_record = {
    .name = "ages", .size = sizeof(struct door_ages),
    .fields = ages_fields, .field_count = DOOR_COUNT(ages_fields), .check = check_ages,
};

static const struct door_field wait_fields[] = {
    { "days", DOOR_KIND_NUMBER, DOOR_REQUIRED, offsetof(struct door_wait, days), .open_referral = "wait_time",
      .help = "How many days families wait." },
    { "as_of", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_wait, as_of),
      .help = "The day on which this was true." },
};

static const struct door_record wait_record = {
    .name = "wait", .size = sizeof(struct door_wait),
    .fields = wait_fields, .field_count = DOOR_COUNT(wait_fields),
};

static const struct door_field changed_fields[] = {
    { "date", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_changed, date), .open_referral = "last_modified",
      .help = "The day of the change." },
    { "what", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_changed, what), .limit = 300,
      .help = "What is different now, as families need to know it." },
};

static const struct door_record changed_record = {
    .name = "change", .size = sizeof(struct door_changed),
    .fields = changed_fields, .field_count = DOOR_COUNT(changed_fields),
};

static const struct door_record checked_record;

static const struct door_field checked_fields[] = {
    { "date", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_checked, date), .open_referral = "assured_date",
      .help = "The day on which somebody last made sure that all of this is right." },
    { "by", DOOR_KIND_EMAIL, 0, offsetof(struct door_checked, by), .open_referral = "assurer_email",
      .help = "The e-mail address of who made sure." },
};

/* `checked: 2026-10-01` can be nothing but the day. */
static bool
read_checked(struct door_check *check, void *record, const struct door_node *node)
{
    return door_check_load(check, &checked_record, "date", record, node);
}

static const struct door_record checked_record = {
    .name = "checked", .size = sizeof(struct door_checked),
    .fields = checked_fields, .field_count = DOOR_COUNT(checked_fields), .shorthand = read_checked,
};

static const struct door_field print_fields[] = {
    { "short", DOOR_KIND_PROSE, 0, offsetof(struct door_print_wish, brief), .limit = 200,
      .help = "A shorter summary for booklets and posters." },
    { "order", DOOR_KIND_NUMBER, 0, offsetof(struct door_print_wish, order),
      .help = "A number: services with smaller ones come first in booklets." },
};

static const struct door_word prints[] = {
    { "yes", "Yes" },
    { "no", "No" },
};

static const struct door_enumeration print_words = { "print", prints, DOOR_COUNT(prints) };

static bool
read_print_wish(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_print_wish *wish = record;

    wish->wanted = node->text && door_text_same(node->text, "yes");
    wish->left_out = node->text && door_text_same(node->text, "no");
    if (!wish->wanted && !wish->left_out)
        door_check_error(check, node, NULL, "yes", "Write yes, no, or {short: ..., order: 10}.",
                "\"%s\" is neither yes nor no", node->text ? node->text : "a list");
    return wish->wanted || wish->left_out;
}

static const struct door_record print_record = {
    .name = "print", .size = sizeof(struct door_print_wish),
    .fields = print_fields, .field_count = DOOR_COUNT(print_fields), .shorthand = read_print_wish,
    .short_words = &print_words,
};

static const struct door_field open_referral_fields[] = {
    { "id", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_open_referral, id), .limit = 36, .open_referral = "id",
      .help = "The UUID under which the entry was imported." },
};

static const struct door_record open_referral_record = {
    .name = "open_referral", .size = sizeof(struct door_open_referral),
    .fields = open_referral_fields, .field_count = DOOR_COUNT(open_referral_fields),
};

static const struct door_field fields[] = {
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_service, name), .limit = 255,
      .open_referral = "name", .help = "What families call the service, such as Baby massage." },
    { "summary", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_service, summary), .limit = 200,
      .open_referral = "description", .help = "What families get from it, in one or two short sentences." },
    { "topics", DOOR_KIND_REF, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_service, topics),
      .record = &door_topic_record, .open_referral = "attributes",
      .help = "The ids of its topics, such as [infant-feeding]; the first is its home." },
    { "ages", DOOR_KIND_RECORD, DOOR_REQUIRED, offsetof(struct door_service, ages), .record = &door_ages_record,
      .open_referral = "minimum_age", .help = "For which ages it is, such as {from: birth, to: 12 months}." },
    { "level", DOOR_KIND_WORD, 0, offsetof(struct door_service, level), .words = &level_words,
      .fallback = "universal", .help = "Whom it is for: universal (everyone), targeted or specialist." },
    { "for", DOOR_KIND_ID, DOOR_LIST, offsetof(struct door_service, audiences), .open_referral = "attributes",
      .help = "Families it is meant for above all, such as [dads, young-parents]; leave it out if it is for "
        "everyone." },
    { "who_for", DOOR_KIND_PROSE, 0, offsetof(struct door_service, who_for), .limit = 300,
      .open_referral = "eligibility_description", .help = "Who can come, in a sentence." },
    { "how_to_get", DOOR_KIND_WORD, DOOR_REQUIRED, offsetof(struct door_service, how_to_get),
      .words = &door_how_to_get_words,
      .open_referral = "application_process",
      .help = "How families get it: drop-in, book, self-refer, referral, home-visit or automatic." },
    { "how", DOOR_KIND_PROSE, 0, offsetof(struct door_service, how), .limit = 500,
      .open_referral = "application_process", .help = "What to do first, and whom to ask for." },
    { "what_happens", DOOR_KIND_PROSE, 0, offsetof(struct door_service, what_happens), .limit = 1000,
      .help = "What the first visit is like, so that nobody has to guess." },
    { "delivery", DOOR_KIND_WORD, DOOR_LIST, offsetof(struct door_service, delivery), .words = &delivery_words,
      .open_referral = "attributes", .help = "In what form it is given, such as [in-person-group]." },
    { "organisation", DOOR_KIND_REF, DOOR_REQUIRED, offsetof(struct door_service, organisation),
      .record = &door_organisation_record, .open_referral = "organization_id",
      .help = "The id of the organisation that runs it." },
    { "contacts", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_service, contacts),
      .record = &door_contact_record, .open_referral = "contacts",
      .help = "Whom to ask, and how, such as {role: Bookings, phone: 01632 960 123}." },
    { "sessions", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_service, sessions),
      .record = &door_session_record, .open_referral = "schedules", .help = "When and where it happens." },
    { "places", DOOR_KIND_REF, DOOR_LIST, offsetof(struct door_service, places), .record = &door_venue_record,
      .open_referral = "service_at_locations",
      .help = "The ids of places where it can be had without fixed sessions." },
    { "cost", DOOR_KIND_RECORD, DOOR_REQUIRED, offsetof(struct door_service, cost), .record = &door_cost_record,
      .open_referral = "cost_options", .help = "Write free, a price such as 3.50 per session, or a short text." },
    { "languages", DOOR_KIND_LANGUAGE, DOOR_LIST, offsetof(struct door_service, languages),
      .open_referral = "languages",
      .help = "The codes of languages that staff speak beside English, such as [ur, pa]." },
    { "interpreters", DOOR_KIND_WORD, 0, offsetof(struct door_service, interpreters), .words = &door_on_request_words,
      .open_referral = "interpretation_services", .help = "Are there interpreters? yes, on request or no." },
    { "bsl", DOOR_KIND_WORD, 0, offsetof(struct door_service, bsl), .words = &door_on_request_words,
      .help = "Is there British Sign Language? yes, on request or no." },
    { "wait", DOOR_KIND_RECORD, 0, offsetof(struct door_service, wait), .record = &wait_record,
      .open_referral = "wait_time", .help = "How long families wait, such as {days: 30, as_of: 2026-10-01}." },
    { "while_waiting", DOOR_KIND_PROSE, 0, offsetof(struct door_service, while_waiting), .limit = 1000,
      .help = "What families can do while they wait." },
    { "status", DOOR_KIND_RECORD, 0, offsetof(struct door_service, status), .record = &door_status_record,
      .fallback = "live", .open_referral = "status",
      .help = "How things stand: live, or {is: paused, until: 2026-10-31, why: ...}." },
    { "sensitive", DOOR_KIND_YES, 0, offsetof(struct door_service, sensitive),
      .help = "Write yes where it could be dangerous for a family if someone saw this page. A place with no "
      "other services is sensitive too." },
    { "changed", DOOR_KIND_RECORD, 0, offsetof(struct door_service, changed), .record = &changed_record,
      .open_referral = "last_modified",
      .help = "A change worth telling families, such as {date: 2026-10-01, what: ...}." },
    { "checked", DOOR_KIND_RECORD, DOOR_REQUIRED, offsetof(struct door_service, checked), .record = &checked_record,
      .open_referral = "assured_date",
      .help = "When this was last made sure, and by whom: {date: 2026-10-01, by: an email}." },
    { "words", DOOR_KIND_TEXT, DOOR_LIST, offsetof(struct door_service, words), .limit = 100,
      .help = "What people type when they look for this, such as [infant massage, cuddle]." },
    DOOR_IMAGE_ROW(struct door_service),
    { "print", DOOR_KIND_RECORD, 0, offsetof(struct door_service, print), .record = &print_record,
      .help = "How it appears on paper: {short: ..., order: 10}, or no to leave it out." },
    { "open_referral", DOOR_KIND_RECORD, 0, offsetof(struct door_service, open_referral),
      .record = &open_referral_record, .help = "Kept as it is when the entry was imported." },
    { "body", DOOR_KIND_BODY, 0, offsetof(struct door_service, body), .open_referral = "description",
      .help = "More about the service." },
};

static bool
is_own_audience(const struct door_offer *offer, const char *id)
{
    const struct door_audience *own = offer->audiences.items;
    size_t i;

    for (i = 0; i < offer->audiences.count; i++)
        if (strcmp(own[i].id, id) == 0)
            return true;
    return false;
}

bool
door_audiences_check(struct door_check *check, const struct door_list *list, const struct door_node *node)
{
    const char *candidates[DOOR_COUNT(audiences)], *const *ids = list->items, *hint;
    bool ok = true;
    size_t i, j;

    for (i = 0; i < list->count; i++) {
        if (door_enumeration_find(&door_audience_words, ids[i]) || is_own_audience(check->offer, ids[i]))
            continue;
        for (j = 0; j < DOOR_COUNT(audiences); j++)
            candidates[j] = audiences[j].word;
        hint = door_text_did_you_mean(check->arena, ids[i], candidates, DOOR_COUNT(audiences));
        door_check_error(check, node, "for", "word-unknown",
                hint ? hint : "Add it to \"audiences\" in offer.yaml, with an id and a name.",
                "\"%s\" is no audience of this offer", ids[i]);
        ok = false;
    }
    return ok;
}

bool
door_ages_overlap(const struct door_ages *a, const struct door_ages *b)
{
    return (a->to.unit == DOOR_AGE_NONE || door_age_days(b->from) < door_age_days(a->to))
            && (b->to.unit == DOOR_AGE_NONE || door_age_days(a->from) < door_age_days(b->to));
}

static bool
can_be_reached(const struct door_service *service)
{
    const struct door_organisation *organisation = (const struct door_organisation *)service->organisation;

    return service->contacts.count || service->sessions.count || service->places.count
            || (organisation && organisation->contacts.count) || service->how_to_get == DOOR_HOW_AUTOMATIC;
}

/* The address of a page is in a browser's history, and whoever looks over a shoulder reads it. */
static bool
is_telling(const char *id)
{
    static const char *const words[] = {
        "abuse", "abusive", "alcohol", "assault", "crisis", "domestic", "drug", "drugs", "exploitation", "fgm",
        "forced", "harm", "honour", "rape", "refuge", "refuges", "sexual", "suicide", "suicidal", "trafficking",
        "victim", "victims", "violence", "violent",
    };
    size_t i, size;

    for (; *id; id += size + (id[size] != '\0')) {
        size = strcspn(id, "-");
        for (i = 0; i < DOOR_COUNT(words); i++)
            if (strlen(words[i]) == size && strncmp(words[i], id, size) == 0)
                return true;
    }
    return false;
}

static void
check_service(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_service *service = record;

    door_audiences_check(check, &service->audiences, node);
    if (service->sensitive && is_telling(service->entry.id))
        door_check_warn(check, node, "sensitive", "sensitive-id",
                "Give the file a name that tells nothing, such as the service's own, and keep the old one in \"was\".",
                "\"%s\" tells what this page is about to whoever sees its address", service->entry.id);
    if (service->sensitive && service->image)
        door_check_warn(check, node, "image", "sensitive-image", "Take the picture out.",
                "a sensitive page shows no picture, since others see it from across a room");
    if (service->status->is == DOOR_SERVICE_LIVE && !can_be_reached(service))
        door_check_warn(check, node, NULL, "service-unreachable", "Add contacts, sessions or places.",
                "families cannot tell how to reach this service");
}

const struct door_record door_service_record = {
    .name = "service", .folder = "services", .size = sizeof(struct door_service),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
    .check = check_service,
};
