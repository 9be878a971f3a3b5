#include "publish/snippets.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "model/offer.h"
#include "model/schema.h"
#include "publish/known.h"

/* In a choice of a snippet, "\", "," and "|" are written with a backslash. */
static void
add_choice(struct door_buf *body, const char *text)
{
    for (; *text; text++) {
        if (strchr("\\,|", *text))
            door_buf_char(body, '\\');
        door_buf_char(body, *text);
    }
}

static void
add_choices(struct door_buf *body, const struct door_enumeration *words)
{
    size_t i;

    door_buf_text(body, "${1|");
    for (i = 0; i < words->count; i++) {
        door_buf_text(body, i ? "," : "");
        add_choice(body, words->words[i].word);
    }
    door_buf_text(body, "|}");
}

static void
add_ids(struct door_buf *body, struct door_ids ids)
{
    size_t i;

    door_buf_text(body, "${1|");
    for (i = 0; i < ids.count; i++) {
        door_buf_text(body, i ? "," : "");
        add_choice(body, ids.items[i]);
    }
    door_buf_text(body, "|}");
}

/* The value of a field, with the first stop of the cursor in it. */
static void
add_value(struct door_buf *body, const struct door_field *field, const struct door_known *known)
{
    static const char *const truth = "${1|yes,no|}";
    struct door_ids ids = { NULL, 0 };

    if (field->kind == DOOR_KIND_REF && field->record)
        ids = door_known_ids(known, field->record);
    if (field->kind == DOOR_KIND_WORD)
        add_choices(body, field->words);
    else if (field->kind == DOOR_KIND_RECORD && field->record->short_words)
        add_choices(body, field->record->short_words);
    else if (field->kind == DOOR_KIND_YES)
        door_buf_text(body, truth);
    else if (ids.count)
        add_ids(body, ids);
    else
        door_buf_text(body, "$1");
}

/* The lines of a nested record, a stop for each of its rows. */
static void
add_rows(struct door_buf *body, const struct door_field *field)
{
    const struct door_field *row;
    bool list = field->flags & DOOR_LIST;
    size_t i;

    for (i = 0; (row = door_record_field(field->record, i)); i++)
        door_buf_format(body, "\n%s%s: $%zu", i == 0 && list ? "  - " : list ? "    " : "  ", row->name, i + 1);
}

static void
write_snippet(struct door_buf *out, const struct door_record *record, const struct door_field *field,
        const struct door_known *known)
{
    bool nested = field->kind == DOOR_KIND_RECORD && !field->record->short_words;
    struct door_buf text = { 0 };

    door_buf_format(&text, "%s: %s", record->name, field->name);
    door_json_text(out, door_buf_string(&text));
    door_buf_text(out, ": {\"scope\": \"markdown\", \"prefix\": ");
    door_json_text(out, field->name);
    door_buf_text(out, ", \"description\": ");
    door_buf_clear(&text);
    door_buf_format(&text, "%s: %s", record->name, field->help);
    door_json_text(out, door_buf_string(&text));
    door_buf_text(out, ", \"body\": ");
    door_buf_clear(&text);
    door_buf_format(&text, "%s:%s", field->name, nested ? "" : field->flags & DOOR_LIST ? " [" : " ");
    if (nested)
        add_rows(&text, field);
    else
        add_value(&text, field, known);
    door_buf_text(&text, !nested && field->flags & DOOR_LIST ? "]" : "");
    door_json_text(out, door_buf_string(&text));
    door_buf_char(out, '}');
    door_buf_release(&text);
}

static bool
has_body(const struct door_record *record)
{
    return door_record_find(record, "body") != NULL;
}

void
door_snippets_write(struct door_buf *out, const struct door_known *known)
{
    const struct door_record *record;
    const struct door_field *field;
    bool some = false;
    size_t i, j;

    door_buf_text(out, "{");
    for (i = 0; (record = door_offer_type(i)); i++) {
        for (j = 0; has_body(record) && (field = door_record_field(record, j)); j++) {
            if (field->kind == DOOR_KIND_BODY)
                continue;
            door_buf_text(out, some ? ",\n" : "\n");
            write_snippet(out, record, field, known);
            some = true;
        }
    }
    door_buf_text(out, "\n}\n");
}
