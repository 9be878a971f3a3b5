/*
 * statement_page - the accessibility statement, under the headings that the regulations ask for: what `accessibility`
 * in offer.yaml says, and what the program knows by itself about the languages.
 */
#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/page.h"
#include "views/pages.h"
#include "views/progress.h"
#include "views/view.h"

struct statement_page {
    struct door_frame *page;
    const struct door_page *text;
    const struct door_accessibility *statement;
    const char *contact, *phone;
    struct door_list failing, burden, exempt;   /* struct door_problem_known */
    struct door_list languages;     /* struct door_progress */
    const char *guidelines, *regulations, *enforcement, *text_relay;
};

static const struct door_field fields[] = {
    FRAME_ROW(struct statement_page),
    { .name = "text", .kind = DOOR_KIND_REF, .offset = offsetof(struct statement_page, text),
      .record = &door_page_record, .help = "What an editor wrote in pages/accessibility.md." },
    { .name = "statement", .kind = DOOR_KIND_RECORD, .offset = offsetof(struct statement_page, statement),
      .record = &door_accessibility_record,
      .help = "`accessibility` of offer.yaml; absent: nobody assessed the site." },
    { .name = "contact", .kind = DOOR_KIND_EMAIL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct statement_page, contact), .help = "Where problems are told." },
    { .name = "phone", .kind = DOOR_KIND_PHONE, .offset = offsetof(struct statement_page, phone),
      .help = "The publisher's number." },
    { .name = "failing", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct statement_page, failing), .record = &door_problem_record,
      .help = "Problems that are against the regulations." },
    { .name = "burden", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct statement_page, burden), .record = &door_problem_record,
      .help = "Problems whose cure would be a disproportionate burden." },
    { .name = "exempt", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct statement_page, exempt), .record = &door_problem_record,
      .help = "Problems that the regulations do not cover." },
    { .name = "languages", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct statement_page, languages), .record = &door_progress_record,
      .help = "Languages in which something is left to do." },
    { .name = "guidelines", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct statement_page, guidelines), .help = "WCAG 2.2." },
    { .name = "regulations", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct statement_page, regulations), .help = "The regulations." },
    { .name = "enforcement", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct statement_page, enforcement),
      .help = "The Equality Advisory and Support Service." },
    { .name = "text_relay", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct statement_page, text_relay), .help = "Relay UK, for those who can't hear or speak." },
};

static const struct door_record record = VIEW(struct statement_page, fields);

static struct door_list
problems_of(const struct door_visit *visit, const struct door_accessibility *statement, int reason)
{
    const struct door_problem_known *all = statement->problems.items;
    struct door_problem_known *some = door_arena_array(&visit->worker->scratch, statement->problems.count,
            sizeof *some);
    size_t i, count = 0;

    for (i = 0; i < statement->problems.count; i++)
        if (all[i].reason == reason)
            some[count++] = all[i];
    return (struct door_list){ some, count };
}

static bool
is_whole(const struct door_visit *visit, uint32_t piece)
{
    return !piece || door_language_is_whole(visit->language, piece, piece + 1);
}

static bool
statement_is_whole(const struct door_visit *visit, const struct door_accessibility *statement)
{
    const struct door_problem_known *problems = statement->problems.items;
    bool whole = is_whole(visit, statement->by) && is_whole(visit, statement->how)
            && is_whole(visit, statement->reply);
    size_t i;

    for (i = 0; i < statement->problems.count; i++)
        whole = whole && is_whole(visit, problems[i].what) && is_whole(visit, problems[i].who)
                && is_whole(visit, problems[i].plan) && is_whole(visit, problems[i].instead);
    return whole;
}

static const void *
build_statement(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_accessibility *statement = visit->offer->accessibility;
    struct statement_page *view = door_view_new(visit, sizeof *view);
    const struct door_page *text = (const struct door_page *)entry;

    view->page = door_frame_build(visit, path, entry, text ? door_visit_piece(visit, text->name)
            : door_visit_phrase(visit, DOOR_PHRASE_STATEMENT), text ? door_visit_piece(visit, text->summary) : NULL);
    if (text)
        door_frame_show(visit, view->page, text->image);
    view->text = text;
    view->statement = statement;
    view->contact = statement && statement->contact ? statement->contact : visit->offer->publisher->email;
    view->phone = visit->offer->publisher->phone;
    if (statement) {
        view->failing = problems_of(visit, statement, DOOR_PROBLEM_FAILING);
        view->burden = problems_of(visit, statement, DOOR_PROBLEM_BURDEN);
        view->exempt = problems_of(visit, statement, DOOR_PROBLEM_EXEMPT);
        view->page->partly = view->page->partly || !statement_is_whole(visit, statement);
    }
    view->languages = door_progress_build(visit);
    view->guidelines = "https://www.w3.org/TR/WCAG22/";
    view->regulations = "https://www.legislation.gov.uk/uksi/2018/952/contents";
    view->enforcement = "https://www.equalityadvisoryservice.com/";
    view->text_relay = "https://www.relayuk.bt.com/";
    return view;
}

const struct door_page_kind door_statement_page = {
    .template = "pages/accessibility.html", .path = "pages/accessibility/", .written = "accessibility",
    .view = &record, .build = build_statement,
};
