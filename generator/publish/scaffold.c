#include "publish/scaffold.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/schema.h"
#include "model/topic.h"
#include "publish/known.h"

#define COLUMNS 100
#define MOST_IDS 12     /* that are named in a comment */

struct scaffold {
    struct door_buf *out;
    struct door_arena *arena;
    const struct door_known *known;
};

/* Where a line stands: as YAML, or as a comment that becomes YAML when its "#" is taken away, or once more so. */
struct margin {
    bool off, again;
    int depth;              /* spaces */
    const char *first;      /* "- " in front of an item's first field, then "" */
};

const char *
door_scaffold_ending(const struct door_record *record)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++)
        if (field->kind == DOOR_KIND_BODY)
            return "md";
    return "yaml";
}

static void
begin_line(struct scaffold *scaffold, struct margin margin)
{
    door_buf_format(scaffold->out, "%s%*s%s", margin.off ? "#" : "", margin.depth, "", margin.again ? "#" : "");
}

/* A text as comment lines. */
static void
write_comment(struct scaffold *scaffold, struct margin margin, const char *text)
{
    size_t room = (size_t)(COLUMNS - margin.depth), size;

    while (*text) {
        size = strlen(text);
        if (size > room) {
            for (size = room; size > 1 && text[size] != ' '; size--)
                ;
        }
        begin_line(scaffold, (struct margin){ margin.off, false, margin.depth, "" });
        door_buf_format(scaffold->out, "# %.*s\n", (int)size, text);
        for (text += size; *text == ' '; text++)
            ;
    }
}

/* Does the help name the words itself, all or all but the usual one? Most do. */
static bool
names_words(const struct door_field *field)
{
    const struct door_enumeration *words = field->words;
    size_t named = 0, i;

    for (i = 0; i < words->count; i++)
        named += strstr(field->help, words->words[i].word) != NULL;
    return named + 1 >= words->count;
}

static void
add_ids(struct door_buf *out, struct door_ids ids)
{
    size_t i;

    if (!ids.count)
        return;
    door_buf_text(out, " There are:");
    for (i = 0; i < ids.count && i < MOST_IDS; i++)
        door_buf_format(out, "%s %s", i ? "," : "", ids.items[i]);
    door_buf_text(out, ids.count > MOST_IDS ? " and more." : ".");
}

/* All that the row says, in sentences. */
static const char *
explain(struct scaffold *scaffold, const struct door_field *field)
{
    struct door_buf out = { 0 };
    const char *text;
    size_t i;

    door_buf_text(&out, field->help);
    if (field->words && !names_words(field))
        for (i = 0; i < field->words->count; i++)
            door_buf_format(&out, "%s %s%s", i ? "," : " Write", field->words->words[i].word,
                    i + 1 == field->words->count ? "." : "");
    if (field->limit)
        door_buf_format(&out, " Up to %zu characters%s.", field->limit, field->flags & DOOR_LIST ? " each" : "");
    if (field->fallback)
        door_buf_format(&out, " If you leave it out: %s.", field->fallback);
    if (field->kind == DOOR_KIND_REF && field->record)
        add_ids(&out, door_known_ids(scaffold->known, field->record));
    text = door_arena_text(scaffold->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

static void write_nested(struct scaffold *scaffold, const struct door_record *record, struct margin margin);

/* A row's blank, with those of a record below it. The "-" of an item stands in front of its first row. */
static void
write_blank(struct scaffold *scaffold, const struct door_field *field, struct margin *margin)
{
    bool nested = field->kind == DOOR_KIND_RECORD && !field->record->short_words;
    struct margin inside;

    begin_line(scaffold, *margin);
    door_buf_format(scaffold->out, "%s%s:\n", margin->first, field->name);
    margin->depth += (int)strlen(margin->first);
    margin->first = "";
    if (!nested || margin->again)
        return;
    inside = *margin;
    inside.depth += 2;
    inside.first = field->flags & DOOR_LIST ? "- " : "";
    write_nested(scaffold, field->record, inside);
}

static bool
is_wanted(const struct door_field *field)
{
    return field->flags & (DOOR_REQUIRED | DOOR_ASKED);
}

static bool
any_wanted(const struct door_record *record)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++)
        if (is_wanted(field))
            return true;
    return false;
}

static void
write_rows(struct scaffold *scaffold, const struct door_record *record, bool wanted, struct margin *margin)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++)
        if (is_wanted(field) == wanted) {
            write_comment(scaffold, *margin, explain(scaffold, field));
            write_blank(scaffold, field, margin);
        }
}

/*
 * Rows of a nested record: those that must be said, then the others as comments. Where none must be said, as in a
 * contact, all are blanks, of which an editor keeps what is needed.
 */
static void
write_nested(struct scaffold *scaffold, const struct door_record *record, struct margin margin)
{
    if (!any_wanted(record)) {
        write_rows(scaffold, record, false, &margin);
        return;
    }
    write_rows(scaffold, record, true, &margin);
    margin.again = margin.off;
    margin.off = true;
    write_rows(scaffold, record, false, &margin);
}

/* Rows of the entry itself that a new one has no use for, or that are written already. */
static bool
is_skipped(const struct door_field *field)
{
    return field->kind == DOOR_KIND_BODY || strcmp(field->name, "was") == 0 || strcmp(field->name, "draft") == 0
            || strcmp(field->name, "id") == 0 || strcmp(field->name, "open_referral") == 0;
}

/* One pass over the rows of an entry, a blank line between them. */
static void
write_entry_rows(struct scaffold *scaffold, const struct door_record *record, bool wanted, int depth)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++) {
        struct margin margin = { .off = !wanted, .depth = depth, .first = "" };

        if (is_wanted(field) != wanted || is_skipped(field))
            continue;
        door_buf_char(scaffold->out, '\n');
        write_comment(scaffold, (struct margin){ .depth = depth, .first = "" }, explain(scaffold, field));
        write_blank(scaffold, field, &margin);
    }
}

static void
write_entry(struct scaffold *scaffold, const struct door_record *record, int depth)
{
    struct margin margin = { .depth = depth, .first = "" };

    write_comment(scaffold, margin, "A draft is left out of everything that is published. Fill in the blanks below, "
            "then take out the next line.");
    begin_line(scaffold, margin);
    door_buf_text(scaffold->out, "draft: yes\n");
    write_entry_rows(scaffold, record, true, depth);
    door_buf_char(scaffold->out, '\n');
    write_comment(scaffold, margin, "What follows may be left out. To fill something in, take the # away in front of "
            "its name.");
    write_entry_rows(scaffold, record, false, depth);
}

void
door_scaffold_write(struct door_buf *out, struct door_arena *arena, const struct door_record *record,
        const char *id, const struct door_known *known)
{
    struct scaffold scaffold = { out, arena, known };

    if (record == &door_stage_record) {
        door_buf_format(out, "- id: %s\n", id);
        write_entry(&scaffold, record, 2);
        return;
    }
    if (strcmp(door_scaffold_ending(record), "md") != 0) {
        write_entry(&scaffold, record, 0);
        return;
    }
    door_buf_text(out, "---\n");
    write_entry(&scaffold, record, 0);
    door_buf_char(out, '\n');
    write_comment(&scaffold, (struct margin){ .first = "" }, "Below the next line there is room for more about it, in "
            "Markdown: paragraphs, lists, links such as [a hub](place:thornleigh-hub). Headings begin with ##.");
    door_buf_text(out, "---\n");
}
