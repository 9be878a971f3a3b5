#include "model/accessibility.h"

#include "base/diag.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/offer.h"

enum { A_YEAR = 366 };      /* GDS expects a review each year */

static const struct door_word compliances[] = {
    { "full", "Fully compliant" },
    { "partial", "Partially compliant" },
    { "none", "Not compliant" },
};

static const struct door_enumeration compliance_words = { "accessibility", compliances, DOOR_COUNT(compliances) };

static const struct door_word reasons[] = {
    { "failing", "Against the regulations" },
    { "burden", "Disproportionate burden" },
    { "exempt", "Not covered by the regulations" },
};

static const struct door_enumeration reason_words = { "reason", reasons, DOOR_COUNT(reasons) };

static const struct door_field problem_fields[] = {
    { "what", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_problem_known, what), .limit = 500,
      .help = "What does not work." },
    { "criterion", DOOR_KIND_TEXT, 0, offsetof(struct door_problem_known, criterion), .limit = 100,
      .help = "The success criterion of WCAG 2.2 it fails, such as 1.4.3." },
    { "who", DOOR_KIND_PROSE, 0, offsetof(struct door_problem_known, who), .limit = 300,
      .help = "Whom it affects." },
    { "instead", DOOR_KIND_PROSE, 0, offsetof(struct door_problem_known, instead), .limit = 500,
      .help = "How people can get the same in another way until then." },
    { "plan", DOOR_KIND_PROSE, 0, offsetof(struct door_problem_known, plan), .limit = 500,
      .help = "What will be done about it." },
    { "by", DOOR_KIND_DATE, 0, offsetof(struct door_problem_known, by),
      .help = "When it will be mended." },
    { "reason", DOOR_KIND_WORD, 0, offsetof(struct door_problem_known, reason), .words = &reason_words,
      .fallback = "failing", .help = "Why it is so: failing (to be mended), burden (a disproportionate burden, which "
          "was assessed) or exempt (the regulations do not cover it)." },
};

const struct door_record door_problem_record = {
    .name = "known problem", .size = sizeof(struct door_problem_known),
    .fields = problem_fields, .field_count = DOOR_COUNT(problem_fields),
};

static const struct door_field fields[] = {
    { "status", DOOR_KIND_WORD, DOOR_REQUIRED, offsetof(struct door_accessibility, status), .words = &compliance_words,
      .help = "How far the site meets WCAG 2.2 AA: full, partial or none." },
    { "prepared", DOOR_KIND_DATE, 0, offsetof(struct door_accessibility, prepared),
      .help = "When the statement was first written." },
    { "tested", DOOR_KIND_DATE, 0, offsetof(struct door_accessibility, tested),
      .help = "When it was last tested." },
    { "by", DOOR_KIND_PROSE, 0, offsetof(struct door_accessibility, by), .limit = 300,
      .help = "Who tested it." },
    { "how", DOOR_KIND_PROSE, 0, offsetof(struct door_accessibility, how), .limit = 1000,
      .help = "How it was tested." },
    { "reviewed", DOOR_KIND_DATE, 0, offsetof(struct door_accessibility, reviewed),
      .help = "When the statement was last reviewed." },
    { "contact", DOOR_KIND_EMAIL, 0, offsetof(struct door_accessibility, contact),
      .help = "The address to write to about a problem." },
    { "reply", DOOR_KIND_PROSE, 0, offsetof(struct door_accessibility, reply), .limit = 100,
      .help = "How soon people get an answer, such as 5 working days." },
    { "problems", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_accessibility, problems),
      .record = &door_problem_record, .help = "What is known not to work yet." },
};

static bool
is_earlier(struct door_date a, struct door_date b)
{
    return a.year && b.year && door_date_compare(a, b) < 0;
}

static bool
has_failing(const struct door_accessibility *statement)
{
    const struct door_problem_known *problems = statement->problems.items;
    size_t i;

    for (i = 0; i < statement->problems.count; i++)
        if (problems[i].reason == DOOR_PROBLEM_FAILING)
            return true;
    return false;
}

static void
check_statement(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_accessibility *statement = record;

    if (is_earlier(statement->reviewed, statement->prepared))
        door_check_error(check, node, "reviewed", "date-order", "Check both dates, and their years.",
                "\"reviewed\" is before \"prepared\"");
    if (statement->status == DOOR_COMPLIANCE_FULL && has_failing(statement))
        door_check_error(check, node, "status", "accessibility-status",
                "Write partial; or give the problems the reason they are allowed for: burden or exempt.",
                "\"full\" does not go with problems that are failing");
}

const struct door_record door_accessibility_record = {
    .name = "accessibility statement", .size = sizeof(struct door_accessibility),
    .fields = fields, .field_count = DOOR_COUNT(fields), .check = check_statement,
};

/* Where a field of the statement is written, else the statement. */
static struct door_place
place_of(const struct door_node *node, const char *field)
{
    const struct door_node *value = door_node_find(node, field);

    return value ? value->place : node->place;
}

static void
tell_of_day(const struct door_node *node, const char *field, struct door_date day, struct door_date today,
        struct door_diag *diag)
{
    if (!day.year)
        door_diag_warn(diag, node->place, "accessibility-incomplete", "The law wants these dates.",
                "the accessibility statement does not say when it was %s", field);
    else if (door_date_compare(day, today) > 0)
        door_diag_warn(diag, place_of(node, field), "checked-ahead", "Write the day on which it was done.",
                "%04d-%02d-%02d is still to come", day.year, day.month, day.day);
}

/* An offer that is reviewed more rarely than each year says so itself. */
static bool
is_old(const struct door_offer *offer, long days)
{
    return days > A_YEAR && (offer->review_every == DOOR_NO_NUMBER || days > offer->review_every);
}

void
door_accessibility_tell(const struct door_offer *offer, struct door_date today, struct door_diag *diag)
{
    const struct door_accessibility *statement = offer->accessibility;
    const struct door_node *node = door_node_find(offer->entry.source, "accessibility");

    if (!statement || !node) {
        door_diag_warn(diag, (struct door_place){ offer->entry.place.file, 0, 0 }, "accessibility-missing",
                "The law wants a statement. Test the site, and write what you found as \"accessibility\".",
                "the accessibility page says that the site was not assessed yet");
        return;
    }
    tell_of_day(node, "tested", statement->tested, today, diag);
    tell_of_day(node, "reviewed", statement->reviewed, today, diag);
    if (statement->reviewed.year && is_old(offer, door_date_number(today) - door_date_number(statement->reviewed)))
        door_diag_warn(diag, place_of(node, "reviewed"), "accessibility-old",
                "Make sure that all of it is still right, and write today's date.",
                "the accessibility statement was not reviewed for more than a year");
    if (statement->status != DOOR_COMPLIANCE_FULL && !statement->problems.count)
        door_diag_warn(diag, place_of(node, "status"), "accessibility-incomplete",
                "List under \"problems\" what fails, whom it affects and what you do about it.",
                "the accessibility statement does not say what does not work");
}
