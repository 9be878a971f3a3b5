#include "publish/manual.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/offer.h"
#include "model/schema.h"
#include "model/topic.h"
#include "plain/lexicon.h"
#include "publish/scaffold.h"
#include "views/pages.h"
#include "views/paper.h"

/* Records that others are made of, each told of once, in the order in which they are met. */
struct parts {
    struct door_buf *out;
    struct door_arena arena;
    const struct door_record **items;
    size_t count, capacity;
};

void
door_manual_text(struct door_buf *out, const char *text)
{
    bool begins = true;

    for (; *text; text++) {
        if (begins && (*text == '.' || *text == '\''))
            door_buf_text(out, "\\&");
        if (*text == '-')
            door_buf_text(out, "\\-");
        else if (*text == '\\')
            door_buf_text(out, "\\e");
        else
            door_buf_char(out, *text);
        begins = *text == '\n';
    }
}

static const char *
kind_in_words(enum door_kind kind)
{
    switch (kind) {
    case DOOR_KIND_PROSE:
        return "words that are translated";
    case DOOR_KIND_BODY:
        return "the Markdown below the fields, translated paragraph by paragraph";
    case DOOR_KIND_TEXT:
        return "a name or text that stays as it is in every language";
    case DOOR_KIND_WORD:
        return "one of a few words";
    case DOOR_KIND_YES:
        return "yes or no";
    case DOOR_KIND_NUMBER:
        return "a whole number";
    case DOOR_KIND_DATE:
        return "a date: 2026-10-01 or 1 October 2026";
    case DOOR_KIND_DATES:
        return "two dates: 2026-10-26 to 2026-10-30, both included";
    case DOOR_KIND_TIMES:
        return "times: 9:30am to 11am";
    case DOOR_KIND_DAY:
        return "a day: Tuesday, first Tuesday, last Friday";
    case DOOR_KIND_DAYS:
        return "days: Monday, or Monday to Friday";
    case DOOR_KIND_AGE:
        return "an age: pregnancy, birth, 6 weeks, 12 months, 2 years";
    case DOOR_KIND_PERIOD:
        return "a period: 90 days, 2 weeks";
    case DOOR_KIND_MONEY:
        return "pounds: 3.50";
    case DOOR_KIND_LENGTH:
        return "a length: 140 mm";
    case DOOR_KIND_DEGREES:
        return "degrees: 53.9583";
    case DOOR_KIND_PHONE:
        return "a phone number: 01632 960 123";
    case DOOR_KIND_EMAIL:
        return "an e-mail address";
    case DOOR_KIND_URL:
        return "an address: https://...";
    case DOOR_KIND_POSTCODE:
        return "a postcode: YO1 7HH";
    case DOOR_KIND_LANGUAGE:
        return "the code of a language: ur";
    case DOOR_KIND_FILE:
        return "the name of a file below content/";
    case DOOR_KIND_ID:
        return "an id: lower-case letters, digits and hyphens";
    case DOOR_KIND_REF:
        return "the id of an entry";
    case DOOR_KIND_OPENING:
        return "days with times: {Monday to Friday: 9am to 5pm}, or always";
    case DOOR_KIND_RECORD:
        return "fields of its own";
    case DOOR_KIND_WORDED:
        return "text in the page's language";
    case DOOR_KIND_SAID:
        return "text that knows its language";
    case DOOR_KIND_HREF:
        return "an address of a page";
    }
    return "";
}

/* A record with a folder (or the offer) has a section of its own; others are parts. */
static bool
is_part(const struct door_record *record)
{
    return !record->folder && record != &door_offer_record;
}

static void
note_part(struct parts *parts, const struct door_record *record)
{
    size_t i;

    for (i = 0; i < parts->count; i++)
        if (parts->items[i] == record)
            return;
    parts->items = door_arena_grow(&parts->arena, parts->items, parts->count, &parts->capacity, sizeof *parts->items);
    parts->items[parts->count++] = record;
}

static void
write_words(struct door_buf *out, const char *before, const struct door_enumeration *words)
{
    size_t i;

    for (i = 0; i < words->count; i++) {
        door_buf_text(out, i ? ", " : before);
        door_manual_text(out, words->words[i].word);
    }
}

/* What its value is: "Value: words that are translated; up to 200 characters." */
static void
write_kind(struct parts *parts, const struct door_field *field)
{
    struct door_buf *out = parts->out;

    door_buf_text(out, field->flags & DOOR_LIST ? "Values: any number, each " : "Value: ");
    door_manual_text(out, kind_in_words(field->kind));
    if (field->kind == DOOR_KIND_REF && field->record)
        door_buf_format(out, " (%s)", field->record->name);
    if (field->words)
        write_words(out, ": ", field->words);
    if (field->kind == DOOR_KIND_RECORD) {
        door_buf_format(out, " (see \\(lq%s\\(rq below)", field->record->name);
        if (field->record->short_words)
            write_words(out, ", or in short: ", field->record->short_words);
    }
    if (field->limit)
        door_buf_format(out, "; up to %zu characters", field->limit);
    if (field->fallback) {
        door_buf_text(out, "; if left out, ");
        door_manual_text(out, field->fallback);
    }
    door_buf_text(out, ".\n");
    if ((field->kind == DOOR_KIND_RECORD || field->flags & DOOR_INHERIT) && field->record && is_part(field->record))
        note_part(parts, field->record);
}

static void
write_field(struct parts *parts, const struct door_field *field, bool required)
{
    door_buf_text(parts->out, ".TP\n.B ");
    door_manual_text(parts->out, field->name);
    door_buf_text(parts->out, required ? " *\n" : "\n");
    door_manual_text(parts->out, field->help);
    door_buf_char(parts->out, '\n');
    write_kind(parts, field);
}

static void
write_fields(struct parts *parts, const struct door_record *record, bool stars)
{
    size_t i;

    for (i = 0; i < record->field_count; i++)
        write_field(parts, &record->fields[i], stars && record->fields[i].flags & DOOR_REQUIRED);
}

static void
write_heading(struct parts *parts, const char *file, const char *name)
{
    door_buf_text(parts->out, ".SS \"");
    door_manual_text(parts->out, file);
    door_buf_format(parts->out, "%s%s\"\n", *file ? ": " : "", name);
}

/* Parts are found while parts are written, so the list grows under way. */
static void
write_parts(struct parts *parts, bool stars)
{
    size_t i;

    for (i = 0; i < parts->count; i++) {
        write_heading(parts, "", parts->items[i]->name);
        write_fields(parts, parts->items[i], stars);
    }
}

static const char *
form_in_words(enum door_plain_form form)
{
    switch (form) {
    case DOOR_PLAIN_LIST:
        return "words";
    case DOOR_PLAIN_LISTS:
        return "names, each with words";
    case DOOR_PLAIN_SAYINGS:
        return "words, each with the word or the words [in brackets] to write instead; [] says to leave it out";
    case DOOR_PLAIN_NUMBERS:
        return "names, each with a number";
    case DOOR_PLAIN_SILENCE:
        return "messages and entries";
    }
    return "";
}

static void
write_plain(struct parts *parts)
{
    const struct door_plain_part *part;
    size_t i, k;

    door_buf_text(parts->out, ".SH PLAIN WORDS\n.I content/plain.yaml\nmay add to the program's own list of hard "
            "words, and change it.\n");
    for (i = 0; (part = door_plain_part(i)); i++) {
        door_buf_format(parts->out, ".TP\n.B %s\n", part->name);
        door_manual_text(parts->out, part->help);
        door_buf_text(parts->out, "\nValue: ");
        door_manual_text(parts->out, form_in_words(part->form));
        for (k = 0; part->names && part->names[k]; k++)
            door_buf_format(parts->out, "%s%s", k ? ", " : ": ", part->names[k]);
        door_buf_text(parts->out, ".\n");
    }
}

void
door_manual_write_offer(struct door_buf *out)
{
    struct parts parts = { .out = out };
    const struct door_record *record;
    size_t i;

    door_buf_text(out, ".SH FILES AND THEIR FIELDS\nA field with a star (*) must be written.\n");
    write_heading(&parts, "content/offer.yaml", "the offer");
    write_fields(&parts, &door_offer_record, true);
    for (i = 0; (record = door_offer_type(i)); i++) {
        const char *file = record == &door_stage_record ? "content/stages.yaml"
                : door_arena_format(&parts.arena, "content/%s/ID.%s", record->folder, door_scaffold_ending(record));

        write_heading(&parts, file, record->name);
        write_fields(&parts, record, true);
    }
    write_heading(&parts, "", "every entry, in all of these files");
    write_fields(&parts, &door_entry_record, true);
    door_buf_text(out, ".SH PARTS\nFields that are made of fields of their own.\n");
    write_parts(&parts, true);
    write_plain(&parts);
    door_arena_release(&parts.arena);
}

void
door_manual_write_views(struct door_buf *out)
{
    struct parts parts = { .out = out };
    size_t i;

    door_buf_text(out, ".SH VIEWS\n");
    for (i = 0; i < door_page_kind_count; i++) {
        write_heading(&parts, door_page_kinds[i]->template, "what it can show");
        write_fields(&parts, door_page_kinds[i]->view, false);
    }
    write_heading(&parts, door_go_page.template, "what it can show");
    write_fields(&parts, door_go_page.view, false);
    write_heading(&parts, "print/booklet.html, print/poster.html", "what they can show");
    write_fields(&parts, &door_paper_view_record, false);
    door_buf_text(out, ".SH PARTS OF VIEWS\nEntries have the fields that\n.BR frontdoor\\-offer (5)\ntells.\n");
    write_parts(&parts, false);
    door_arena_release(&parts.arena);
}
