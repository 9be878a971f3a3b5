#include "paper/style.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "language/language.h"
#include "paper/block.h"
#include "paper/font.h"
#include "paper/token.h"
#include "theme/theme.h"

enum { DEPTH_MOST = 4, SCRIPTS_MOST = 32 };

struct simple {             /* "dl", ".cover", "p.note" */
    const char *name, *class;   /* either may be NULL */
};

struct rule {
    struct simple parts[DEPTH_MOST];    /* the last is the block itself, the others are around it */
    size_t count;
    const struct door_setting *settings;
    size_t setting_count;
    const struct rule *next;
};

struct door_sheet {
    struct door_page_style page;
    const struct rule *rules, **tail;
    const char **classes;
    size_t class_count, class_capacity;
    struct {
        const char *name;
        struct door_script_style factors;
    } scripts[SCRIPTS_MOST];
    size_t script_count;
    const struct door_colour *text;
};

struct reader {
    struct door_arena *arena;
    struct door_diag *diag;
    const struct door_theme *theme;
    struct door_sheet *sheet;
};

static void
note_class(const struct reader *reader, const char *class)
{
    struct door_sheet *sheet = reader->sheet;
    size_t i;

    for (i = 0; i < sheet->class_count; i++)
        if (strcmp(sheet->classes[i], class) == 0)
            return;
    sheet->classes = door_arena_grow(reader->arena, sheet->classes, sheet->class_count, &sheet->class_capacity,
            sizeof *sheet->classes);
    sheet->classes[sheet->class_count++] = class;
}

static bool
read_simple(const struct reader *reader, struct door_place place, struct door_span word, struct simple *part)
{
    const char *dot = memchr(word.start, '.', word.size);
    size_t size = dot ? (size_t)(dot - word.start) : word.size;

    if (size)
        part->name = door_arena_copy(reader->arena, word.start, size);
    if (dot) {
        part->class = door_arena_copy(reader->arena, dot + 1, word.size - size - 1);
        note_class(reader, part->class);
    }
    if (!part->name || strcmp(part->name, "page-number") == 0 || door_block_name_exists(part->name))
        return true;
    door_diag_error(reader->diag, place, "print-selector",
            "Write an element (p), a class (.cover) or both (p.note), perhaps behind those around it (.cover p).",
            "\"%s\" is not an element that print knows", part->name);
    return false;
}

static bool
read_selector(const struct reader *reader, const struct door_node *node, struct rule *rule)
{
    const char *at = node->key;

    while (*at) {
        size_t size = strcspn(at, " ");

        if (rule->count == DEPTH_MOST) {
            door_diag_error(reader->diag, door_node_key_place(node),
                    "print-selector", "Leave out some of those around it.",
                    "\"%s\" has more than %d parts", node->key, DEPTH_MOST);
            return false;
        }
        if (size && !read_simple(reader, door_node_key_place(node), (struct door_span){ at, size },
                &rule->parts[rule->count++]))
            return false;
        at += size;
        at += strspn(at, " ");
    }
    return rule->count > 0;
}

static bool
read_rules(const struct reader *reader, const struct door_node *styles)
{
    const struct door_token_source source = { reader->arena, reader->theme, reader->diag };
    const struct door_node *node;
    bool ok = true;

    for (node = styles ? styles->children : NULL; node; node = node->next) {
        struct rule *rule = door_arena_alloc(reader->arena, sizeof *rule);

        if (!read_selector(reader, node, rule)) {
            ok = false;
            continue;
        }
        rule->settings = door_token_read(&source, DOOR_TOKEN_STYLE, node, &rule->setting_count);
        ok = rule->settings && ok;
        *reader->sheet->tail = rule;
        reader->sheet->tail = &rule->next;
    }
    return ok;
}

static bool
read_scripts(const struct reader *reader, const struct door_node *scripts)
{
    const struct door_token_source source = { reader->arena, reader->theme, reader->diag };
    struct door_sheet *sheet = reader->sheet;
    const struct door_node *node;
    const struct door_setting *settings;
    size_t count;
    bool ok = true;

    for (node = scripts ? scripts->children : NULL; node; node = node->next) {
        if (!door_script_exists(node->key) || sheet->script_count == SCRIPTS_MOST) {
            door_diag_error(reader->diag, door_node_key_place(node), "print-script", "doc/print.md lists the scripts.",
                    "\"%s\" is not a script that print knows", node->key);
            ok = false;
            continue;
        }
        sheet->scripts[sheet->script_count].name = node->key;
        sheet->scripts[sheet->script_count].factors = (struct door_script_style){ 1, 1 };
        settings = door_token_read(&source, DOOR_TOKEN_SCRIPT, node, &count);
        if (settings)
            door_token_apply(settings, count, &sheet->scripts[sheet->script_count++].factors);
        ok = settings && ok;
    }
    return ok;
}

static bool
read_page(const struct reader *reader, const struct door_node *page)
{
    const struct door_token_source source = { reader->arena, reader->theme, reader->diag };
    const struct door_setting *settings;
    size_t count;

    reader->sheet->page = (struct door_page_style){ .top = 48, .bottom = 48, .inner = 48, .outer = 48, .foot = 28 };
    if (!page)
        return true;
    settings = door_token_read(&source, DOOR_TOKEN_PAGE, page, &count);
    if (settings)
        door_token_apply(settings, count, &reader->sheet->page);
    return settings;
}

/* The keys of the file and of a kind's part; anything else is a slip. */
static bool
check_keys(const struct reader *reader, const struct door_node *map, const char *const *known, size_t count)
{
    const struct door_node *node;
    bool ok = true;
    size_t i;

    for (node = map->children; node; node = node->next) {
        for (i = 0; i < count; i++)
            if (strcmp(known[i], node->key) == 0)
                break;
        if (i == count) {
            door_diag_error(reader->diag, door_node_key_place(node), "print-token",
                    door_text_did_you_mean(reader->arena, node->key, known, count),
                    "\"%s\" is not a part of print styles", node->key);
            ok = false;
        }
    }
    return ok;
}

const struct door_sheet *
door_sheet_load(struct door_arena *arena, const struct door_paper_setup *setup, struct door_diag *diag)
{
    static const char *const parts[] = { "scripts", "styles", "booklet", "poster", "leaflet", "screen" };
    static const char *const kind_parts[] = { "page", "scripts", "styles" };
    struct door_sheet *sheet = door_arena_alloc(arena, sizeof *sheet);
    const struct reader reader = { arena, diag, setup->theme, sheet };
    const struct door_node *print = setup->theme->print, *kind = print ? door_node_find(print, setup->style) : NULL;
    bool ok;

    if (!kind || kind->type != DOOR_NODE_MAP) {
        door_diag_error(diag, print ? print->place : setup->place, "print-style",
                "Add a part of this name to print/style.yaml of the theme.",
                "the theme \"%s\" has no print style \"%s\"", setup->theme->name, setup->style);
        return NULL;
    }
    sheet->tail = &sheet->rules;
    sheet->text = door_theme_colour(setup->theme, "text");
    ok = check_keys(&reader, print, parts, sizeof parts / sizeof *parts);
    ok = check_keys(&reader, kind, kind_parts, sizeof kind_parts / sizeof *kind_parts) && ok;
    ok = read_scripts(&reader, door_node_find(print, "scripts")) && ok;
    ok = read_page(&reader, door_node_find(kind, "page")) && ok;
    ok = read_scripts(&reader, door_node_find(kind, "scripts")) && ok;
    ok = read_rules(&reader, door_node_find(print, "styles")) && ok;
    ok = read_rules(&reader, door_node_find(kind, "styles")) && ok;
    return ok ? sheet : NULL;
}

const struct door_page_style *
door_sheet_page(const struct door_sheet *sheet)
{
    return &sheet->page;
}

static bool
fits_part(const struct simple *part, const struct door_block *block)
{
    return (!part->name || strcmp(part->name, block->name) == 0)
            && (!part->class || door_block_has_class(block, part->class));
}

static bool
fits(const struct rule *rule, const struct door_block *block)
{
    size_t left = rule->count - 1;

    if (!fits_part(&rule->parts[left], block))
        return false;
    for (block = block->parent; block && left; block = block->parent)
        if (fits_part(&rule->parts[left - 1], block))
            left--;
    return left == 0;
}

const struct door_style *
door_sheet_style(const struct door_sheet *sheet, struct door_arena *arena, const struct door_block *block,
        const struct door_style *outer)
{
    struct door_style *style = door_arena_alloc(arena, sizeof *style);
    const struct rule *rule;

    style->size = outer ? outer->size : 12;
    style->leading = outer ? outer->leading : 1.35;
    style->bold = outer && outer->bold;
    style->colour = outer ? outer->colour : sheet->text;
    style->align = outer ? outer->align : DOOR_ALIGN_START;
    style->balance = outer && outer->balance;
    style->marker = outer ? outer->marker : "\xe2\x80\xa2";
    style->indent = 14;
    style->code = 85;       /* 30 mm */
    style->level = 'M';
    for (rule = sheet->rules; rule; rule = rule->next)
        if (fits(rule, block))
            door_token_apply(rule->settings, rule->setting_count, style);
    return style;
}

static const struct door_script_style *
factors_of(const struct door_sheet *sheet, const struct door_language *language)
{
    static const struct door_script_style none = { 1, 1 };
    const char *name = door_script_of(language->code)->name;
    size_t i;

    for (i = sheet->script_count; i-- > 0;)     /* the kind's own come last, and win */
        if (strcmp(sheet->scripts[i].name, name) == 0)
            return &sheet->scripts[i].factors;
    return &none;
}

double
door_sheet_size_factor(const struct door_sheet *sheet, const struct door_language *language)
{
    return factors_of(sheet, language)->size;
}

double
door_sheet_leading_factor(const struct door_sheet *sheet, const struct door_language *language)
{
    return factors_of(sheet, language)->leading;
}

const char *
door_sheet_unknown_class(const struct door_sheet *sheet, struct door_arena *arena, const char *class,
        const char **hint)
{
    size_t size, i;
    char *name;

    for (; *class; class += size) {
        class += strspn(class, " ");
        size = strcspn(class, " ");
        if (!size)
            break;
        name = door_arena_copy(arena, class, size);
        for (i = 0; i < sheet->class_count; i++)
            if (strcmp(sheet->classes[i], name) == 0)
                break;
        if (i == sheet->class_count) {
            *hint = door_text_did_you_mean(arena, name, sheet->classes, sheet->class_count);
            return name;
        }
    }
    return NULL;
}
