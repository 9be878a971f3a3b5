/* The values of an example, by the tables of views and model. What editors write too is read by the model's loader. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "language/language.h"
#include "model/check.h"
#include "model/entry.h"
#include "model/load.h"
#include "model/offer.h"
#include "model/pieces.h"
#include "theme/example.h"

enum {
    NAMES = 256,        /* most names a suggestion is chosen from */
    DEEPEST = 3         /* records within each other that get stand-ins */
};

struct door_filler {
    struct door_arena *arena;
    struct door_diag *diag;
    struct door_check check;
    struct door_offer offer;        /* its pieces are the offer's, and behind them those of examples */
    const struct door_offer *whole;
    const char *style, *code;
};

struct door_filler *
door_filler_new(struct door_arena *arena, const struct door_offer *offer, const char *style, struct door_diag *diag)
{
    struct door_filler *filler = door_arena_alloc(arena, sizeof *filler);

    filler->arena = arena;
    filler->diag = diag;
    filler->whole = offer;
    filler->style = style;
    filler->offer.pieces = offer->pieces;
    filler->offer.pieces.capacity = offer->pieces.count;    /* so that it grows into room of its own */
    filler->check = (struct door_check){
        .arena = arena, .diag = diag, .offer = &filler->offer, .context = "", .sample = true,
    };
    return filler;
}

const struct door_pieces *
door_filler_pieces(const struct door_filler *filler)
{
    return &filler->offer.pieces;
}

static void fill_row(struct door_filler *filler, const struct door_field *row, void *base,
        const struct door_node *node);

static int
language_of(const struct door_filler *filler, const char *code)
{
    const char *const *codes = filler->whole->languages.items;
    size_t i;

    for (i = 0; i < filler->whole->languages.count; i++)
        if (strcmp(codes[i], code) == 0)
            return (int)i;
    return 0;
}

/* Words in the example's language; {en-GB: words} are in another. */
static const char *
read_words(struct door_filler *filler, const struct door_field *row, const struct door_node *node, const char **code)
{
    *code = filler->code;
    if (node->type == DOOR_NODE_MAP && node->children && !node->children->next) {
        node = node->children;
        *code = node->key;
    }
    if (node->type == DOOR_NODE_SCALAR)
        return door_text_fold_space(filler->arena, node->text);
    door_diag_error(filler->diag, node->place, "theme-example", "Write the words, or {en-GB: words} where they are in "
            "another language than the example.", "\"%s\" is a text", row->name);
    return "";
}

static void
fill_words(struct door_filler *filler, const struct door_field *row, void *at, const struct door_node *node)
{
    const char *code, *text = read_words(filler, row, node, &code);

    if (row->kind == DOOR_KIND_PROSE) {
        *(uint32_t *)at = door_pieces_add(&filler->offer.pieces, filler->arena,
                (struct door_piece){ .context = code, .text = text, .place = node->place });
    } else if (row->kind == DOOR_KIND_SAID) {
        struct door_said *said = door_arena_alloc(filler->arena, sizeof *said);

        *said = (struct door_said){ .text = text, .language = (unsigned short)language_of(filler, code) };
        *(const struct door_said **)at = said;
    } else {
        *(const char **)at = text;
    }
}

/* Is there such a row in the record, or in one that its rows hand on? */
static bool
has_row(const struct door_record *record, const char *name)
{
    const struct door_field *row;
    size_t i;

    if (door_record_find(record, name))
        return true;
    for (i = 0; (row = door_record_field(record, i)); i++)
        if (row->flags & DOOR_INHERIT && row->record && has_row(row->record, name))
            return true;
    return false;
}

static void
refuse_name(struct door_filler *filler, const struct door_record *record, const struct door_node *node)
{
    const char *names[NAMES];
    const struct door_field *row;
    size_t count = 0, i, j;

    for (i = 0; (row = door_record_field(record, i)); i++) {
        const struct door_field *inner;

        if (count < NAMES)
            names[count++] = row->name;
        for (j = 0; row->flags & DOOR_INHERIT && row->record && (inner = door_record_field(row->record, j)); j++)
            if (count < NAMES)
                names[count++] = inner->name;
    }
    door_diag_error(filler->diag, door_node_key_place(node), "theme-example",
            door_text_did_you_mean(filler->arena, node->key, names, count), "%s %s has no \"%s\"",
            door_article(record->name), record->name, node->key);
}

static bool
is_entry(const struct door_record *record)
{
    return record == &door_entry_record || record->base == &door_entry_record;
}

/* Room for a record of its own. An entry has an address, so that links to it are links. */
static void *
new_record(struct door_filler *filler, const struct door_record *record)
{
    void *base = door_arena_alloc(filler->arena, record->size);

    door_load_blank(record, base);
    if (is_entry(record)) {
        struct door_entry *entry = base;

        entry->record = record;
        entry->id = "example";
        entry->path = "#";
    }
    return base;
}

static void
fill_named(struct door_filler *filler, const struct door_record *record, void *base, const struct door_node *node)
{
    const struct door_field *row = door_record_find(record, node->key);
    size_t i;

    if (row) {
        fill_row(filler, row, base, node);
        return;
    }
    if (is_entry(record) && strcmp(node->key, "id") == 0 && node->text) {
        ((struct door_entry *)base)->id = node->text;
        return;
    }
    for (i = 0; (row = door_record_field(record, i)); i++) {
        void **inner = (void **)((char *)base + row->offset);

        if (!(row->flags & DOOR_INHERIT) || !row->record || !has_row(row->record, node->key))
            continue;
        if (!*inner)
            *inner = new_record(filler, row->record);
        fill_named(filler, row->record, *inner, node);
        return;
    }
    refuse_name(filler, record, node);
}

static void
fill_record(struct door_filler *filler, const struct door_record *record, void *base, const struct door_node *node)
{
    const struct door_node *child;

    if (node->type != DOOR_NODE_MAP) {
        door_diag_error(filler->diag, node->place, "theme-example", "Write one of its fields to a line.",
                "%s %s is made of fields", door_article(record->name), record->name);
        return;
    }
    for (child = node->children; child; child = child->next)
        fill_named(filler, record, base, child);
    door_filler_absent(filler, record, base, filler->code);
}

/* One value: of a record in a list its struct lies at `at`, else a pointer to it. */
static void
fill_item(struct door_filler *filler, const struct door_field *row, void *at, const struct door_node *node)
{
    bool inside = row->kind == DOOR_KIND_RECORD && row->flags & DOOR_LIST;
    const struct door_record *record = row->record ? row->record : &door_entry_record;

    if (row->kind != DOOR_KIND_RECORD && row->kind != DOOR_KIND_REF) {
        fill_words(filler, row, at, node);
        return;
    }
    if (inside)
        door_load_blank(record, at);
    else
        *(void **)at = new_record(filler, record);
    fill_record(filler, record, inside ? at : *(void **)at, node);
}

static void
fill_list(struct door_filler *filler, const struct door_field *row, struct door_list *list,
        const struct door_node *node)
{
    size_t size = door_field_item_size(row), count = 0, i = 0;
    const struct door_node *item;
    char *items;

    if (node->type != DOOR_NODE_LIST) {
        door_diag_error(filler->diag, node->place, "theme-example", "Begin each item with a hyphen.",
                "\"%s\" is a list", row->name);
        return;
    }
    for (item = node->children; item; item = item->next)
        count++;
    items = door_arena_array(filler->arena, count, size);
    for (item = node->children; item; item = item->next)
        fill_item(filler, row, items + size * i++, item);
    *list = (struct door_list){ items, count };
}

/* Kinds that the loader of offers does not read, or would read otherwise: it looks references up. */
static bool
is_ours(const struct door_field *row, const struct door_node *node)
{
    switch (row->kind) {
    case DOOR_KIND_PROSE:
    case DOOR_KIND_REF:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
    case DOOR_KIND_ID:      /* a view's may be a language's tag */
        return true;
    case DOOR_KIND_RECORD:
        return row->flags & DOOR_LIST || node->type != DOOR_NODE_SCALAR || !row->record->shorthand;
    case DOOR_KIND_BODY:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_WORD:
    case DOOR_KIND_YES:
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_DATE:
    case DOOR_KIND_DATES:
    case DOOR_KIND_TIMES:
    case DOOR_KIND_DAY:
    case DOOR_KIND_AGE:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_LANGUAGE:
    case DOOR_KIND_FILE:
    case DOOR_KIND_DAYS:
    case DOOR_KIND_OPENING:
        break;
    }
    return false;
}

static void
fill_row(struct door_filler *filler, const struct door_field *row, void *base, const struct door_node *node)
{
    char *at = (char *)base + row->offset;

    if (row->kind == DOOR_KIND_BODY || row->kind == DOOR_KIND_FILE) {
        door_diag_error(filler->diag, door_node_key_place(node), "theme-example", "Take it out.",
                "\"%s\" cannot be told in an example", row->name);
    } else if (!is_ours(row, node)) {
        filler->check.context = filler->code;
        door_load_field(&filler->check, row, base, node);
        door_check_forget(&filler->check);
    } else if (row->flags & DOOR_LIST) {
        fill_list(filler, row, (struct door_list *)at, node);
    } else {
        fill_item(filler, row, at, node);
    }
}

void
door_filler_row(struct door_filler *filler, const struct door_field *row, void *base, const char *code,
        const struct door_node *node)
{
    filler->code = code;
    fill_row(filler, row, base, node);
}

/* What stands for a value that the loader of offers reads, or NULL. */
static const char *
stand_in(const struct door_field *row)
{
    static const char *const texts[] = {
        [DOOR_KIND_NUMBER] = "1", [DOOR_KIND_DATE] = "1 October 2026", [DOOR_KIND_DATES] = "1 October 2026",
        [DOOR_KIND_TIMES] = "9am to 5pm", [DOOR_KIND_DAY] = "Tuesday", [DOOR_KIND_AGE] = "birth",
        [DOOR_KIND_PERIOD] = "30 days", [DOOR_KIND_MONEY] = "3.50", [DOOR_KIND_LENGTH] = "210 mm",
        [DOOR_KIND_PHONE] = "01632 960 100", [DOOR_KIND_EMAIL] = "families@council.example",
        [DOOR_KIND_URL] = "https://council.example/", [DOOR_KIND_POSTCODE] = "YO1 7HH",
        [DOOR_KIND_LANGUAGE] = "en-GB", [DOOR_KIND_DAYS] = "Tuesday",
    };

    if (row->fallback)
        return row->fallback;
    if (row->kind == DOOR_KIND_WORD)
        return row->words->words[0].word;
    return row->kind < DOOR_COUNT(texts) ? texts[row->kind] : NULL;
}

static const char *
words_for(struct door_filler *filler, const struct door_field *row)
{
    if (row->kind == DOOR_KIND_HREF)
        return strcmp(row->name, "style") == 0 ? filler->style : "#";
    return door_arena_format(filler->arena, "[%s]", row->name);
}

static void
fill_absent(struct door_filler *filler, const struct door_record *record, void *base, int depth)
{
    const struct door_field *row;
    size_t i;

    for (i = 0; depth < DEEPEST && (row = door_record_field(record, i)); i++) {
        struct door_node node = { .type = DOOR_NODE_SCALAR, .quoted = true, .key = row->name };
        char *at = (char *)base + row->offset;

        if (row->flags & DOOR_INHERIT && !(row->flags & DOOR_LIST) && *(void **)at)
            fill_absent(filler, row->record, *(void **)at, depth);
        if (!(row->flags & DOOR_REQUIRED || row->fallback) || row->flags & (DOOR_LIST | DOOR_SECRET)
                || row->kind == DOOR_KIND_YES || row->kind == DOOR_KIND_BODY || row->kind == DOOR_KIND_FILE
                || door_field_is_set(row, base))
            continue;
        node.text = stand_in(row);
        if (row->kind == DOOR_KIND_REF || (row->kind == DOOR_KIND_RECORD && !node.text)) {
            const struct door_record *inner = row->record ? row->record : &door_entry_record;

            *(void **)at = new_record(filler, inner);
            fill_absent(filler, inner, *(void **)at, depth + 1);
        } else if (node.text) {
            fill_row(filler, row, base, &node);
        } else if (row->kind == DOOR_KIND_TEXT) {
            *(const char **)at = words_for(filler, row);
        } else if (is_ours(row, &node)) {
            node.text = words_for(filler, row);
            fill_words(filler, row, at, &node);
        }
    }
}

void
door_filler_absent(struct door_filler *filler, const struct door_record *record, void *base, const char *code)
{
    filler->code = code;
    fill_absent(filler, record, base, 0);
}
