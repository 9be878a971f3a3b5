#include "paper/token.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "paper/display.h"
#include "theme/theme.h"

enum kind {
    KIND_LENGTH,        /* 12, 12 pt, 3 mm */
    KIND_FACTOR,        /* 1.35 */
    KIND_CORNER,        /* a length, or that of theme.yaml's corner */
    KIND_EXTENT,        /* a length or 40% */
    KIND_EDGES,         /* one length, [sides up and down, sides left and right], or [top, end, bottom, start] */
    KIND_COLUMNS,       /* a number of equal ones, or a list of lengths, percents and shares */
    KIND_COLOUR,        /* a role of theme.yaml, or none */
    KIND_BOOL,          /* yes, no */
    KIND_NOT,           /* the same, kept the other way round */
    KIND_WORD,          /* one of words: its rank */
    KIND_FLAG,          /* one of two words: is it the second? */
    KIND_TEXT,
    KIND_LETTER,        /* one of the letters of words[0] */
};

struct door_style_token {
    const char *name;
    enum kind kind;
    size_t offset;
    const char *words[4];
};

#define AT(field) offsetof(struct door_style, field)
#define PAGE(field) offsetof(struct door_page_style, field)
#define SCRIPT(field) offsetof(struct door_script_style, field)

static const struct door_style_token style_tokens[] = {
    { "size", KIND_LENGTH, AT(size), { 0 } },
    { "leading", KIND_FACTOR, AT(leading), { 0 } },
    { "weight", KIND_FLAG, AT(bold), { "regular", "bold" } },
    { "colour", KIND_COLOUR, AT(colour), { 0 } },
    { "align", KIND_WORD, AT(align), { "start", "centre", "end" } },
    { "balance", KIND_BOOL, AT(balance), { 0 } },
    { "marker", KIND_TEXT, AT(marker), { 0 } },
    { "space_before", KIND_LENGTH, AT(space_before), { 0 } },
    { "space_after", KIND_LENGTH, AT(space_after), { 0 } },
    { "keep_together", KIND_BOOL, AT(keep_together), { 0 } },
    { "keep_with_next", KIND_BOOL, AT(keep_with_next), { 0 } },
    { "page_break", KIND_WORD, AT(page_break), { "none", "before", "if-spare" } },
    { "page", KIND_FLAG, AT(own_page), { "flow", "own" } },
    { "place", KIND_FLAG, AT(bottom), { "flow", "bottom" } },
    { "bleed", KIND_BOOL, AT(bleed), { 0 } },
    { "show", KIND_NOT, AT(hidden), { 0 } },
    { "background", KIND_COLOUR, AT(background), { 0 } },
    { "border_start", KIND_LENGTH, AT(border_start), { 0 } },
    { "border_colour", KIND_COLOUR, AT(border_colour), { 0 } },
    { "rule_above", KIND_LENGTH, AT(rule_above), { 0 } },
    { "rule_below", KIND_LENGTH, AT(rule_below), { 0 } },
    { "rule_colour", KIND_COLOUR, AT(rule_colour), { 0 } },
    { "radius", KIND_CORNER, AT(radius), { 0 } },
    { "padding", KIND_EDGES, AT(padding), { 0 } },
    { "width", KIND_EXTENT, AT(width), { 0 } },
    { "min_height", KIND_LENGTH, AT(min_height), { 0 } },
    { "rise", KIND_WORD, AT(rise), { "top", "middle", "bottom" } },
    { "columns", KIND_COLUMNS, AT(columns), { 0 } },
    { "gap", KIND_LENGTH, AT(gap), { 0 } },
    { "indent", KIND_LENGTH, AT(indent), { 0 } },
    { "code", KIND_LENGTH, AT(code), { 0 } },
    { "logo", KIND_LENGTH, AT(logo), { 0 } },
    { "code_level", KIND_LETTER, AT(level), { "LMQH" } },
};

static const struct door_style_token page_tokens[] = {
    { "top", KIND_LENGTH, PAGE(top), { 0 } },
    { "bottom", KIND_LENGTH, PAGE(bottom), { 0 } },
    { "inner", KIND_LENGTH, PAGE(inner), { 0 } },
    { "outer", KIND_LENGTH, PAGE(outer), { 0 } },
    { "drawn_for", KIND_LENGTH, PAGE(drawn_for), { 0 } },
    { "foot", KIND_LENGTH, PAGE(foot), { 0 } },
    { "number", KIND_WORD, PAGE(number), { "none", "centre", "outer" } },
};

static const struct door_style_token script_tokens[] = {
    { "size", KIND_FACTOR, SCRIPT(size), { 0 } },
    { "leading", KIND_FACTOR, SCRIPT(leading), { 0 } },
};

static const struct {
    const struct door_style_token *tokens;
    size_t count;
} tables[] = {
    [DOOR_TOKEN_STYLE] = { style_tokens, sizeof style_tokens / sizeof *style_tokens },
    [DOOR_TOKEN_PAGE] = { page_tokens, sizeof page_tokens / sizeof *page_tokens },
    [DOOR_TOKEN_SCRIPT] = { script_tokens, sizeof script_tokens / sizeof *script_tokens },
};

/* Digits with perhaps a point, by hand: strtod asks the locale. What stands behind them is the unit. */
static bool
read_number(const char *text, double *number, const char **unit)
{
    double scale = 0.1;
    const char *at = text;

    *number = 0;
    for (; *at >= '0' && *at <= '9'; at++)
        *number = *number * 10 + (*at - '0');
    if (*at == '.') {
        for (at++; *at >= '0' && *at <= '9'; at++, scale /= 10)
            *number += (*at - '0') * scale;
    }
    *unit = at + strspn(at, " ");
    return at != text && *number < 10000;
}

static bool
read_extent(const struct door_node *node, struct door_extent *extent)
{
    const char *unit;

    if (!node->text || !read_number(node->text, &extent->value, &unit))
        return false;
    if (strcmp(unit, "%") == 0) {
        extent->unit = DOOR_EXTENT_PERCENT;
    } else if (strcmp(unit, "pt") == 0 || strcmp(unit, "mm") == 0) {
        extent->unit = DOOR_EXTENT_POINTS;
        if (*unit == 'm')
            extent->value *= DOOR_POINTS_IN_MM;
    } else {
        extent->unit = DOOR_EXTENT_SHARE;
    }
    return extent->unit != DOOR_EXTENT_SHARE || !*unit;
}

static bool
read_length(const struct door_node *node, double *length)
{
    struct door_extent extent;

    if (!read_extent(node, &extent) || extent.unit == DOOR_EXTENT_PERCENT)
        return false;
    *length = extent.value;
    return true;
}

static bool
read_edges(const struct door_node *node, struct door_edges *edges)
{
    double lengths[4];
    const struct door_node *item;
    size_t count = 0;

    if (node->type == DOOR_NODE_SCALAR) {
        if (!read_length(node, &lengths[0]))
            return false;
        *edges = (struct door_edges){ lengths[0], lengths[0], lengths[0], lengths[0] };
        return true;
    }
    for (item = node->children; item; item = item->next)
        if (count == 4 || !read_length(item, &lengths[count++]))
            return false;
    if (count == 2)
        *edges = (struct door_edges){ lengths[0], lengths[1], lengths[0], lengths[1] };
    else if (count == 4)
        *edges = (struct door_edges){ lengths[0], lengths[1], lengths[2], lengths[3] };
    return count == 2 || count == 4;
}

static bool
read_columns(const struct door_node *node, struct door_columns *columns)
{
    const struct door_node *item;
    struct door_extent count;

    columns->count = 0;
    if (node->type == DOOR_NODE_SCALAR) {
        if (!read_extent(node, &count) || count.unit != DOOR_EXTENT_SHARE || count.value < 1
                || count.value > DOOR_COLUMNS_MOST)
            return false;
        for (; columns->count < (size_t)count.value; columns->count++)
            columns->items[columns->count] = (struct door_extent){ 1, DOOR_EXTENT_SHARE };
        return true;
    }
    for (item = node->children; item; item = item->next)
        if (columns->count == DOOR_COLUMNS_MOST || !read_extent(item, &columns->items[columns->count++]))
            return false;
    return columns->count > 0;
}

static bool
read_word(const struct door_node *node, const char *const *words, int *rank)
{
    for (*rank = 0; *rank < 4 && words[*rank]; ++*rank)
        if (node->text && strcmp(node->text, words[*rank]) == 0)
            return true;
    return false;
}

static bool
read_colour(const struct door_token_source *source, const struct door_node *node, const struct door_colour **colour)
{
    *colour = NULL;
    if (node->text && strcmp(node->text, "none") == 0)
        return true;
    if (node->text)
        *colour = door_theme_colour(source->theme, node->text);
    return *colour;
}

static bool
read_value(const struct door_token_source *source, const struct door_style_token *token, const struct door_node *node,
        union door_setting_value *value)
{
    static const char *const answers[4] = { "no", "yes" };
    const char *rest;
    bool ok;

    switch (token->kind) {
    case KIND_LENGTH:
        return read_length(node, &value->number);
    case KIND_CORNER:
        value->number = source->theme->brand.corner;
        return (node->text && strcmp(node->text, "corner") == 0) || read_length(node, &value->number);
    case KIND_FACTOR:
        return node->text && read_number(node->text, &value->number, &rest) && !*rest;
    case KIND_EXTENT:
        ok = read_extent(node, &value->extent);
        if (value->extent.unit == DOOR_EXTENT_SHARE)
            value->extent.unit = DOOR_EXTENT_POINTS;
        return ok;
    case KIND_EDGES:
        return read_edges(node, &value->edges);
    case KIND_COLUMNS:
        return read_columns(node, &value->columns);
    case KIND_COLOUR:
        return read_colour(source, node, &value->colour);
    case KIND_BOOL:
    case KIND_NOT:
        ok = read_word(node, answers, &value->word);
        value->yes = token->kind == KIND_NOT ? value->word == 0 : value->word == 1;
        return ok;
    case KIND_WORD:
        return read_word(node, token->words, &value->word);
    case KIND_FLAG:
        ok = read_word(node, token->words, &value->word);
        value->yes = value->word == 1;
        return ok;
    case KIND_TEXT:
        value->text = node->text;
        return node->text;
    case KIND_LETTER:
        value->letter = node->text ? node->text[0] : '\0';
        return value->letter && !node->text[1] && strchr(token->words[0], value->letter);
    }
    return false;
}

/* How to write it, for the hint. */
static const char *
form_of(const struct door_token_source *source, const struct door_style_token *token)
{
    switch (token->kind) {
    case KIND_LENGTH:
        return "Write a length: 12 (points), 12 pt or 5 mm.";
    case KIND_CORNER:
        return "Write a length: 12 (points), 12 pt or 5 mm; or corner, for that of theme.yaml.";
    case KIND_FACTOR:
        return "Write a number such as 1.35.";
    case KIND_EXTENT:
        return "Write a length (60 mm) or a part of what there is (40%).";
    case KIND_EDGES:
        return "Write one length, [up and down, left and right], or [top, end, bottom, start].";
    case KIND_COLUMNS:
        return "Write how many (2), or a list of widths: lengths (28 mm), percents (30%) and shares (1).";
    case KIND_COLOUR:
        return "Write the name of a colour of theme.yaml, or none.";
    case KIND_BOOL:
    case KIND_NOT:
        return "Write yes or no.";
    case KIND_WORD:
    case KIND_FLAG:
        return door_arena_format(source->arena, "Write %s%s%s%s%s.", token->words[0], token->words[2] ? ", " : " or ",
                token->words[1], token->words[2] ? " or " : "", token->words[2] ? token->words[2] : "");
    case KIND_TEXT:
        return "Write a text.";
    case KIND_LETTER:
        return "Write one of the letters L, M, Q and H.";
    }
    return NULL;
}

static const struct door_style_token *
find_token(const struct door_token_source *source, enum door_token_table tokens, const struct door_node *node)
{
    const char *names[sizeof style_tokens / sizeof *style_tokens];
    size_t i, count = tables[tokens].count;

    assert(count <= sizeof names / sizeof *names);
    for (i = 0; i < count; i++) {
        if (strcmp(tables[tokens].tokens[i].name, node->key) == 0)
            return &tables[tokens].tokens[i];
        names[i] = tables[tokens].tokens[i].name;
    }
    door_diag_error(source->diag, door_node_key_place(node), "print-token",
            door_text_did_you_mean(source->arena, node->key, names, count),
            "\"%s\" is not a token of print styles", node->key);
    return NULL;
}

const struct door_setting *
door_token_read(const struct door_token_source *source, enum door_token_table tokens, const struct door_node *map,
        size_t *count)
{
    const struct door_node *node;
    struct door_setting *settings, *setting;
    bool failed = false;
    size_t size = 0;

    *count = 0;
    if (map->type != DOOR_NODE_MAP) {
        door_diag_error(source->diag, map->place, "print-token", "Write {token: value, ...}.",
                "\"%s\" needs tokens", map->key);
        return NULL;
    }
    for (node = map->children; node; node = node->next)
        size++;
    settings = door_arena_array(source->arena, size + 1, sizeof *settings);
    for (node = map->children; node; node = node->next) {
        setting = &settings[*count];
        setting->token = find_token(source, tokens, node);
        if (setting->token && read_value(source, setting->token, node, &setting->value)) {
            ++*count;
            continue;
        }
        failed = true;
        if (setting->token)
            door_diag_error(source->diag, node->place, "print-value", form_of(source, setting->token),
                    "\"%s\" is not a value of \"%s\"", node->text ? node->text : "...", node->key);
    }
    return failed ? NULL : settings;
}

static void
apply(const struct door_style_token *token, const union door_setting_value *value, void *field)
{
    switch (token->kind) {
    case KIND_LENGTH:
    case KIND_CORNER:
    case KIND_FACTOR:
        *(double *)field = value->number;
        break;
    case KIND_EXTENT:
        *(struct door_extent *)field = value->extent;
        break;
    case KIND_EDGES:
        *(struct door_edges *)field = value->edges;
        break;
    case KIND_COLUMNS:
        *(struct door_columns *)field = value->columns;
        break;
    case KIND_COLOUR:
        *(const struct door_colour **)field = value->colour;
        break;
    case KIND_BOOL:
    case KIND_NOT:
    case KIND_FLAG:
        *(bool *)field = value->yes;
        break;
    case KIND_WORD:
        *(int *)field = value->word;
        break;
    case KIND_TEXT:
        *(const char **)field = value->text;
        break;
    case KIND_LETTER:
        *(char *)field = value->letter;
        break;
    }
}

void
door_token_apply(const struct door_setting *settings, size_t count, void *target)
{
    size_t i;

    for (i = 0; i < count; i++)
        apply(settings[i].token, &settings[i].value, (char *)target + settings[i].token->offset);
}
