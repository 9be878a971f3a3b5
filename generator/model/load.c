#include "model/load.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "model/check.h"
#include "model/entry.h"
#include "model/files.h"
#include "model/list.h"
#include "model/nothing.h"
#include "model/offer.h"
#include "model/opening.h"
#include "model/pieces.h"
#include "model/schema.h"
#include "model/values.h"

#define MOST_FIELDS 64
#define FEW_FIELDS 8        /* so many can be named in a hint */

static bool
refuse(struct door_check *check, struct door_place place, const char *id, const char *hint, const char *message)
{
    door_diag_error(check->diag, place, id, hint, "%s", message);
    return false;
}

static void
blank_field(const struct door_field *field, char *at)
{
    if (field->flags & DOOR_LIST)
        return;
    switch (field->kind) {
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
        *(int *)at = DOOR_NO_NUMBER;
        return;
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
        *(double *)at = NAN;
        return;
    case DOOR_KIND_TIMES:
        *(struct door_times *)at = (struct door_times){ -1, -1 };
        return;
    case DOOR_KIND_PROSE:
    case DOOR_KIND_BODY:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_WORD:
    case DOOR_KIND_YES:
    case DOOR_KIND_DATE:
    case DOOR_KIND_DATES:
    case DOOR_KIND_DAY:
    case DOOR_KIND_AGE:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_LANGUAGE:
    case DOOR_KIND_FILE:
    case DOOR_KIND_ID:
    case DOOR_KIND_REF:
    case DOOR_KIND_DAYS:
    case DOOR_KIND_OPENING:
    case DOOR_KIND_RECORD:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        return;     /* absent is all zero */
    }
}

void
door_load_blank(const struct door_record *record, void *base)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++)
        blank_field(field, (char *)base + field->offset);
}

/* What an editor calls the field: `status: live` fills a row called "is". */
static const char *
spoken_name(const struct door_check *check, const struct door_field *field)
{
    return check->spoken ? check->spoken : field->name;
}

/* Is the text within the row's limit? */
static bool
fits(struct door_check *check, const struct door_field *field, const struct door_node *node, const char *text)
{
    size_t length;

    if (!field->limit || strlen(text) <= field->limit)
        return true;
    length = door_text_length(text);
    if (length <= field->limit)
        return true;
    door_diag_error(check->diag, node->place, "text-long",
            door_arena_format(check->arena, "At most %zu characters fit; this has %zu.", field->limit, length),
            "\"%s\" is %zu character%s too long", spoken_name(check, field), length - field->limit,
            length - field->limit == 1 ? "" : "s");
    return false;
}

static bool
load_prose(struct door_check *check, const struct door_field *field, uint32_t *at, const struct door_node *node,
        const char *text)
{
    struct door_piece piece = {
        .context = door_check_context(check, field), .text = text, .field = field, .place = node->place,
    };

    *at = door_pieces_add(&check->offer->pieces, check->arena, piece);
    return fits(check, field, node, text);
}

/* "a, b or c", with last before the last one. */
static const char *
join(struct door_check *check, const char *const *names, size_t count, const char *last)
{
    struct door_buf all = { 0 };
    const char *joined;
    size_t i;

    for (i = 0; i < count; i++)
        door_buf_format(&all, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : last, names[i]);
    joined = door_arena_copy(check->arena, door_buf_string(&all), all.size);
    door_buf_release(&all);
    return joined;
}

static bool
load_word(struct door_check *check, const struct door_field *field, int *at, const struct door_node *node,
        const char *text)
{
    const struct door_enumeration *words = field->words;
    const char **candidates, *hint;
    size_t i;

    *at = door_enumeration_find(words, text);
    if (*at)
        return true;
    candidates = door_arena_array(check->arena, words->count, sizeof *candidates);
    for (i = 0; i < words->count; i++)
        candidates[i] = words->words[i].word;
    hint = door_text_did_you_mean(check->arena, text, candidates, words->count);
    door_diag_error(check->diag, node->place, "word-unknown",
            hint ? hint : door_arena_format(check->arena, "Write %s.",
                    join(check, candidates, words->count, " or ")),
            "\"%s\" is not a word for \"%s\"", text, spoken_name(check, field));
    return false;
}

/* Sample phones and addresses must not reach families of a real council. */
static bool
is_real(struct door_check *check, const struct door_field *field, const struct door_node *node, const char *text)
{
    bool sample = field->kind == DOOR_KIND_PHONE ? door_phone_is_sample(text) : door_address_is_sample(text);

    if (check->sample || !sample)
        return true;
    door_diag_error(check->diag, node->place, "sample-value", "Write the real one, or take the line out.",
            "\"%s\" is only an example", text);
    return false;
}

static bool
load_id(struct door_check *check, const char **at, const struct door_node *node, const char *text)
{
    *at = text;
    if (door_text_is_id(text))
        return true;
    door_diag_error(check->diag, node->place, "id-form", "Write lower-case letters, digits and hyphens: baby-massage.",
            "\"%s\" is not an id", text);
    return false;
}

/* The kinds that a parser of values.h reads. */
static bool
parse(struct door_check *check, const struct door_field *field, void *at, const char *text,
        struct door_mistake *mistake)
{
    struct door_arena *arena = check->arena;

    switch (field->kind) {
    case DOOR_KIND_YES:
        return door_yes_parse(arena, text, at, mistake);
    case DOOR_KIND_NUMBER:
        return door_number_parse(arena, text, at, mistake);
    case DOOR_KIND_DATE:
        return door_date_parse(arena, text, at, mistake);
    case DOOR_KIND_DATES:
        return door_dates_parse(arena, text, at, mistake);
    case DOOR_KIND_TIMES:
        return door_times_parse(arena, text, at, mistake);
    case DOOR_KIND_DAY:
        return door_day_parse(arena, text, at, mistake);
    case DOOR_KIND_DAYS:
        return door_days_parse(arena, text, at, mistake);
    case DOOR_KIND_AGE:
        return door_age_parse(arena, text, at, mistake);
    case DOOR_KIND_PERIOD:
        return door_period_parse(arena, text, at, mistake);
    case DOOR_KIND_MONEY:
        return door_money_parse(arena, text, at, mistake);
    case DOOR_KIND_LENGTH:
        return door_length_parse(arena, text, at, mistake);
    case DOOR_KIND_DEGREES:
        return door_degrees_parse(arena, text, at, mistake);
    case DOOR_KIND_PHONE:
        return door_phone_parse(arena, text, at, mistake);
    case DOOR_KIND_EMAIL:
        return door_email_parse(arena, text, at, mistake);
    case DOOR_KIND_URL:
        return door_url_parse(arena, text, at, mistake);
    case DOOR_KIND_POSTCODE:
        return door_postcode_parse(arena, text, at, mistake);
    case DOOR_KIND_LANGUAGE:
        return door_language_parse(arena, text, at, mistake);
    case DOOR_KIND_PROSE:
    case DOOR_KIND_BODY:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_WORD:
    case DOOR_KIND_FILE:
    case DOOR_KIND_ID:
    case DOOR_KIND_REF:
    case DOOR_KIND_OPENING:
    case DOOR_KIND_RECORD:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        break;      /* read elsewhere, or never written by an editor */
    }
    assert(!"a kind that no editor writes");
    return false;
}

static bool
load_parsed(struct door_check *check, const struct door_field *field, void *at, const struct door_node *node,
        const char *text)
{
    struct door_mistake mistake = { 0 };

    if (!parse(check, field, at, text, &mistake))
        return refuse(check, node->place, mistake.id, mistake.hint, mistake.message);
    if (mistake.message)
        door_diag_warn(check->diag, node->place, mistake.id, mistake.hint, "%s", mistake.message);
    if (field->kind == DOOR_KIND_PHONE || field->kind == DOOR_KIND_EMAIL || field->kind == DOOR_KIND_URL)
        return is_real(check, field, node, text);
    return true;
}

/* Only the text below the fields is Markdown: here its marks, and HTML, would be shown as they are. */
static bool
is_plain(struct door_check *check, const struct door_node *node, const char *text)
{
    struct door_span markup = door_text_find_markup(text);

    if (!markup.size)
        return true;
    door_diag_error(check->diag, node->place, "text-markup", "Take it out: a field holds plain words.",
            "\"%.*s\" would be shown as it stands", (int)markup.size, markup.start);
    return false;
}

/* `name: Baby massage"`: the mark in front was forgotten, and this one would be shown. 12" is a length. */
static bool
is_opened(struct door_check *check, const struct door_node *node, const char *text)
{
    const char *quote = strchr(text, '"');

    if (node->quoted || !quote || quote[1] || quote == text || (quote[-1] >= '0' && quote[-1] <= '9'))
        return true;
    return refuse(check, node->place, "yaml-quote", "Write one in front as well, or take it out.",
            "a quotation mark that was not opened");
}

static bool
refuse_comment(struct door_check *check, const struct door_field *field, const struct door_node *node)
{
    door_diag_error(check->diag, node->place, "text-comment",
            "Write a value in front of the #, or put the whole text in double quotes.",
            "\"%s\" is empty: # begins a comment", spoken_name(check, field));
    return false;
}

static bool
load_scalar(struct door_check *check, const struct door_field *field, void *at, const struct door_node *node)
{
    const char *text;

    if (node->type != DOOR_NODE_SCALAR) {
        door_diag_error(check->diag, node->place, "field-type", field->help,
                "\"%s\" takes one value, not %s", spoken_name(check, field),
                node->type == DOOR_NODE_LIST ? "a list" : "fields of its own");
        return false;
    }
    text = door_text_folded(check->arena, node->text);
    if (!*text && node->comment && field->flags & DOOR_REQUIRED)
        return refuse_comment(check, field, node);
    if (door_nothing_refuse(check, field, spoken_name(check, field), node, text))
        return false;
    if (node->comment && (field->kind == DOOR_KIND_PROSE || field->kind == DOOR_KIND_TEXT)) {
        door_diag_error(check->diag, node->place, "text-comment",
                "Put the whole text in double quotes, or the comment on a line of its own.",
                "\"%s\" ends at the # sign, and the rest of the line is lost", spoken_name(check, field));
        return false;
    }
    if ((field->kind == DOOR_KIND_PROSE || field->kind == DOOR_KIND_TEXT)
            && !(is_plain(check, node, text) && is_opened(check, node, text)))
        return false;
    if (field->kind == DOOR_KIND_PROSE)
        return load_prose(check, field, at, node, text);
    if (field->kind == DOOR_KIND_WORD)
        return load_word(check, field, at, node, text);
    if (field->kind == DOOR_KIND_ID)
        return load_id(check, at, node, text);
    if (field->kind == DOOR_KIND_FILE)
        return door_file_field_check(check, node->place, text, at);
    if (field->kind == DOOR_KIND_TEXT) {
        *(const char **)at = text;
        return fits(check, field, node, text);
    }
    if (field->kind == DOOR_KIND_REF) {
        door_check_reference(check, field->record, at, node);
        return true;
    }
    return load_parsed(check, field, at, node, door_text_typed(check->arena, text));
}

/* The items of a list have one context, and follow one another. */
static const char *
nested_context(struct door_check *check, const struct door_field *field)
{
    if (!door_check_is_translated(check))
        return check->context;
    if (check->nested.outer != check->context || check->nested.field != field)
        check->nested.inner = door_arena_format(check->arena, "%s%s.", check->context, field->name);
    check->nested.outer = check->context;
    check->nested.field = field;
    return check->nested.inner;
}

/* A nested record: the context grows by the field's name. */
static bool
load_nested(struct door_check *check, const struct door_field *field, void *base, const struct door_node *node)
{
    const char *context = check->context, *spoken = check->spoken;
    bool ok;

    if (node->type == DOOR_NODE_SCALAR && !*node->text && node->comment)
        return refuse_comment(check, field, node);
    if (node->type == DOOR_NODE_SCALAR && door_nothing_refuse(check, field, field->name, node, node->text))
        return false;
    if (node->type == DOOR_NODE_SCALAR && !field->record->shorthand) {
        door_diag_error(check->diag, node->place, "field-type", field->help,
                "\"%s\" has fields of its own, so \"%s\" can't be read", field->name, node->text);
        return false;
    }
    check->context = nested_context(check, field);
    check->spoken = node->type == DOOR_NODE_MAP ? NULL : field->name;
    ok = door_load_record(check, field->record, base, node);
    check->context = context;
    check->spoken = spoken;
    return ok;
}

static bool
load_item(struct door_check *check, const struct door_field *field, void *at, const struct door_node *node)
{
    void *record;

    if (field->kind != DOOR_KIND_RECORD)
        return load_scalar(check, field, at, node);
    if (field->flags & DOOR_LIST)
        return load_nested(check, field, at, node);
    record = door_arena_alloc(check->arena, field->record->size);
    *(void **)at = record;
    return load_nested(check, field, record, node);
}

/* "dads, young-parents" where a list was meant: of words and ids it can't be right, of free text it may be. */
static bool
accepts_comma(struct door_check *check, const struct door_field *field, const struct door_node *node)
{
    bool free_text = field->kind == DOOR_KIND_TEXT || field->kind == DOOR_KIND_PROSE;
    const char *hint;

    if (node->type != DOOR_NODE_SCALAR || !strchr(node->text, ','))
        return true;
    hint = door_arena_format(check->arena, "Write several values as [%s].", node->text);
    if (free_text && !node->quoted)
        door_diag_warn(check->diag, node->place, "list-comma", hint, "\"%s\" is one value with a comma in it",
                node->text);
    else if (!free_text)
        door_diag_error(check->diag, node->place, "list-comma", hint, "\"%s\" is one value with a comma in it",
                node->text);
    return free_text;
}

static bool
load_list(struct door_check *check, const struct door_field *field, struct door_list *list,
        const struct door_node *node)
{
    const struct door_node *item;
    size_t size = door_field_item_size(field), count = 0, i = 0;
    char *items;
    bool ok = true;

    if (node->type != DOOR_NODE_LIST) {
        if (!accepts_comma(check, field, node))
            return false;
        items = door_arena_alloc(check->arena, size);
        *list = (struct door_list){ items, 1 };
        return load_item(check, field, items, node);
    }
    for (item = node->children; item; item = item->next)
        count++;
    if (!count && field->flags & DOOR_REQUIRED) {
        door_diag_error(check->diag, node->place, "field-empty", field->help, "\"%s\" is empty", field->name);
        return false;
    }
    items = door_arena_array(check->arena, count, size);
    for (item = node->children; item; item = item->next)
        ok = load_item(check, field, items + size * i++, item) && ok;
    *list = (struct door_list){ items, count };
    return ok && !door_list_refuse_twice(check, field, list, node);
}

bool
door_load_field(struct door_check *check, const struct door_field *field, void *base, const struct door_node *node)
{
    char *at = (char *)base + field->offset;

    if (field->kind == DOOR_KIND_OPENING)
        return door_opening_load(check, field, (struct door_list *)at, node);
    if (field->flags & DOOR_LIST)
        return load_list(check, field, (struct door_list *)at, node);
    return load_item(check, field, at, node);
}

/* The row of this name and its number; a file's fields mostly come in the table's order, so look there first. */
static const struct door_field *
find_row(const struct door_record *record, const char *name, size_t *number)
{
    const struct door_field *field;
    size_t i = *number;

    for (; (field = door_record_field(record, i)); i++)
        if (strcmp(field->name, name) == 0)
            goto out;
    for (i = 0; i < *number; i++) {
        field = door_record_field(record, i);
        if (strcmp(field->name, name) == 0)
            goto out;
    }
    return NULL;
out:
    *number = i;
    return field->kind == DOOR_KIND_BODY ? NULL : field;
}

/* The field that was meant, if that can be told. */
static const char *
refuse_unknown(struct door_check *check, const struct door_record *record, const struct door_node *node)
{
    const char *candidates[MOST_FIELDS], *hint, *meant;
    const struct door_field *field, *row = door_record_find(record, node->key);
    size_t count = 0, i;

    for (i = 0; (field = door_record_field(record, i)); i++)
        if (field->kind != DOOR_KIND_BODY)
            candidates[count++] = field->name;
    meant = door_text_nearest(node->key, candidates, count);
    if (row)
        hint = "Write this text below the second \"---\".";
    else if (meant)
        hint = door_text_did_you_mean(check->arena, node->key, &meant, 1);
    else if (count <= FEW_FIELDS)
        hint = door_arena_format(check->arena, "Its fields are %s.", join(check, candidates, count, " and "));
    else
        hint = "Take the line out, or see the manual for what a file may say.";
    door_diag_error(check->diag, door_node_key_place(node), "field-unknown", hint,
            "%s %s has no field \"%s\"", door_article(record->name), record->name, node->key);
    return meant;
}

/* Rows that nobody wrote: their fallback, or a complaint if they must be there. */
static bool
load_absent(struct door_check *check, const struct door_record *record, void *base, const struct door_node *node,
        uint64_t written)
{
    const struct door_field *field;
    bool ok = true;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++) {
        if (written >> i & 1)
            continue;
        if (field->fallback) {
            bool waits = field->kind == DOOR_KIND_REF || field->kind == DOOR_KIND_RECORD;
            struct door_node brief, *usual = waits ? door_arena_alloc(check->arena, sizeof *usual) : &brief;

            *usual = (struct door_node){ .type = DOOR_NODE_SCALAR, .quoted = true, .place = node->place,
                    .text = field->fallback, .key = field->name,
                    .key_line = node->place.line, .key_column = (unsigned)node->place.column };
            ok = door_load_field(check, field, base, usual) && ok;
        } else if (field->flags & DOOR_REQUIRED) {
            door_diag_error(check->diag, node->place, "field-missing", field->help, "\"%s\" is missing", field->name);
            ok = false;
        }
    }
    return ok;
}

static bool
load_map(struct door_check *check, const struct door_record *record, void *base, const struct door_node *node)
{
    const struct door_node *child;
    const struct door_field *field;
    uint64_t written = 0;
    size_t number = 0;
    bool ok = true;

    for (child = node->children; child; child = child->next) {
        field = find_row(record, child->key, &number);
        if (!field) {
            const char *meant = refuse_unknown(check, record, child);

            if (meant && find_row(record, meant, &number))      /* it is not missing as well */
                written |= UINT64_C(1) << number;
            ok = false;
            continue;
        }
        written |= UINT64_C(1) << number;
        ok = door_load_field(check, field, base, child) && ok;
    }
    return load_absent(check, record, base, node, written) && ok;
}

bool
door_load_record(struct door_check *check, const struct door_record *record, void *base,
        const struct door_node *node)
{
    bool ok;

    assert(!door_record_field(record, MOST_FIELDS));
    door_load_blank(record, base);
    if (node->type != DOOR_NODE_MAP && record->shorthand) {
        ok = record->shorthand(check, base, node);
    } else if (node->type == DOOR_NODE_MAP) {
        ok = load_map(check, record, base, node);
    } else {
        door_diag_error(check->diag, node->place, "field-type",
                "Write one field to a line: its name, a colon, a space and its value.",
                "%s %s is made of fields", door_article(record->name), record->name);
        ok = false;
    }
    if (ok)
        door_check_rules(check, record, base, node);
    return ok;
}
