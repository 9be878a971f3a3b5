#include "paper/block.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "paper/display.h"

static const struct {
    const char *name;
    enum door_block_kind kind;
    int level;
} elements[] = {
    { "html", DOOR_BLOCK_CONTAINER, 0 }, { "body", DOOR_BLOCK_CONTAINER, 0 }, { "main", DOOR_BLOCK_CONTAINER, 0 },
    { "div", DOOR_BLOCK_CONTAINER, 0 }, { "header", DOOR_BLOCK_CONTAINER, 0 }, { "footer", DOOR_BLOCK_CONTAINER, 0 },
    { "nav", DOOR_BLOCK_CONTAINER, 0 }, { "address", DOOR_BLOCK_CONTAINER, 0 },
    { "figure", DOOR_BLOCK_CONTAINER, 0 }, { "article", DOOR_BLOCK_SECTION, 0 },
    { "section", DOOR_BLOCK_SECTION, 0 }, { "aside", DOOR_BLOCK_SECTION, 0 },
    { "h1", DOOR_BLOCK_HEADING, 1 }, { "h2", DOOR_BLOCK_HEADING, 2 }, { "h3", DOOR_BLOCK_HEADING, 3 },
    { "h4", DOOR_BLOCK_HEADING, 4 }, { "h5", DOOR_BLOCK_HEADING, 4 }, { "h6", DOOR_BLOCK_HEADING, 4 },
    { "p", DOOR_BLOCK_PARAGRAPH, 0 }, { "figcaption", DOOR_BLOCK_PARAGRAPH, 0 },
    { "blockquote", DOOR_BLOCK_QUOTE, 0 }, { "ul", DOOR_BLOCK_LIST, 0 }, { "ol", DOOR_BLOCK_LIST, 0 },
    { "li", DOOR_BLOCK_ITEM, 0 }, { "table", DOOR_BLOCK_TABLE, 0 }, { "dl", DOOR_BLOCK_TABLE, 0 },
    { "thead", DOOR_BLOCK_ROWS, 0 }, { "tbody", DOOR_BLOCK_ROWS, 0 }, { "tr", DOOR_BLOCK_ROW, 0 },
    { "th", DOOR_BLOCK_HEADING_CELL, 0 }, { "dt", DOOR_BLOCK_HEADING_CELL, 0 }, { "td", DOOR_BLOCK_CELL, 0 },
    { "dd", DOOR_BLOCK_CELL, 0 }, { "hr", DOOR_BLOCK_RULE, 0 }, { "fd:code", DOOR_BLOCK_CODE, 0 },
    { "fd:logo", DOOR_BLOCK_LOGO, 0 },
    { "span", DOOR_BLOCK_INLINE, 0 }, { "strong", DOOR_BLOCK_INLINE, 0 }, { "b", DOOR_BLOCK_INLINE, 0 },
    { "em", DOOR_BLOCK_INLINE, 0 }, { "i", DOOR_BLOCK_INLINE, 0 }, { "small", DOOR_BLOCK_INLINE, 0 },
    { "time", DOOR_BLOCK_INLINE, 0 }, { "abbr", DOOR_BLOCK_INLINE, 0 }, { "bdi", DOOR_BLOCK_ISOLATE, 0 },
    { "a", DOOR_BLOCK_LINK, 0 }, { "br", DOOR_BLOCK_BREAK, 0 },
};

#define ELEMENT_COUNT (sizeof elements / sizeof *elements)

static size_t
find_element(const char *name)
{
    size_t i;

    for (i = 0; i < ELEMENT_COUNT; i++)
        if (strcmp(elements[i].name, name) == 0)
            break;
    return i;
}

bool
door_block_name_exists(const char *name)
{
    return find_element(name) < ELEMENT_COUNT;
}

static bool
is_inline(const struct door_block *block)
{
    return block->kind == DOOR_BLOCK_TEXT || block->kind == DOOR_BLOCK_INLINE || block->kind == DOOR_BLOCK_LINK
            || block->kind == DOOR_BLOCK_ISOLATE || block->kind == DOOR_BLOCK_BREAK;
}

bool
door_block_has_class(const struct door_block *block, const char *class)
{
    size_t size = strlen(class);
    const char *at = block->class;

    while (at && (at = strstr(at, class))) {
        if ((at == block->class || at[-1] == ' ') && (at[size] == '\0' || at[size] == ' '))
            return true;
        at += size;
    }
    return false;
}

static void
add_words(struct door_buf *words, const struct door_block *block)
{
    for (; block && words->size < 60; block = block->next) {
        if (block->text)
            door_buf_text(words, block->text);
        else if (words->size && !is_inline(block))
            door_buf_char(words, ' ');
        add_words(words, block->first);
    }
}

const char *
door_block_words(struct door_arena *arena, const struct door_block *block)
{
    struct door_buf words = { 0 };
    const char *text;
    size_t size;

    if (block->text)
        door_buf_text(&words, block->text);
    add_words(&words, block->first);
    size = words.size;
    if (size > 50) {
        for (size = 50; size > 20 && words.data[size] != ' '; size--)
            ;
        while ((words.data[size] & 0xc0) == 0x80)
            size--;
    }
    text = door_arena_format(arena, "%.*s%s", (int)size, door_buf_string(&words), size < words.size ? "..." : "");
    door_buf_release(&words);
    return text;
}

static void
append(struct door_block *parent, struct door_block *block)
{
    block->parent = parent;
    block->next = NULL;
    if (parent->last)
        parent->last->next = block;
    else
        parent->first = block;
    parent->last = block;
}

static struct door_block *
new_block(struct door_arena *arena, enum door_block_kind kind, const char *name)
{
    struct door_block *block = door_arena_alloc(arena, sizeof *block);

    block->kind = kind;
    block->name = name;
    block->label_element = DOOR_ARTIFACT;
    return block;
}

struct door_paper *
door_paper_begin(struct door_arena *arena, const struct door_paper_setup *setup)
{
    struct door_paper *paper = door_arena_alloc(arena, sizeof *paper);

    paper->arena = arena;
    paper->setup = *setup;
    paper->root = new_block(arena, DOOR_BLOCK_CONTAINER, "");
    paper->open = paper->root;
    return paper;
}

static void
read_attributes(struct door_paper *paper, struct door_block *block, const struct door_attribute *attributes,
        size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        const char *value = attributes[i].value ? attributes[i].value : "";

        value = door_arena_text(paper->arena, value);
        if (strcmp(attributes[i].name, "class") == 0)
            block->class = value;
        else if (strcmp(attributes[i].name, "href") == 0)
            block->href = value;
        else if (strcmp(attributes[i].name, "alt") == 0)
            block->alt = value;
        else if (strcmp(attributes[i].name, "start") == 0)
            block->start = (int)strtol(value, NULL, 10);
    }
}

static void
open_element(void *to, const char *name, const struct door_attribute *attributes, size_t count)
{
    struct door_paper *paper = to;
    size_t i = find_element(name);
    struct door_block *block;

    if (i < ELEMENT_COUNT) {
        block = new_block(paper->arena, elements[i].kind, elements[i].name);
        block->level = elements[i].level;
        block->ordered = strcmp(name, "ol") == 0;
        block->start = 1;
    } else {
        block = new_block(paper->arena, DOOR_BLOCK_UNKNOWN, door_arena_text(paper->arena, name));
    }
    read_attributes(paper, block, attributes, count);
    append(paper->open, block);
    paper->open = block;
}

static bool
is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
add_text(void *to, const char *text, const struct door_language *language)
{
    struct door_paper *paper = to;
    struct door_block *block = new_block(paper->arena, DOOR_BLOCK_TEXT, "");
    char *out = door_arena_alloc(paper->arena, strlen(text) + 1);

    block->text = out;
    block->language = language ? language : paper->setup.language;
    for (; *text; text++)
        if (!is_white(*text))
            *out++ = *text;
        else if (out == block->text || out[-1] != ' ')
            *out++ = ' ';
    *out = '\0';
    if (out != block->text)
        append(paper->open, block);
}

/* Take the children off, to put them back in another order. */
static struct door_block *
take_children(struct door_block *block)
{
    struct door_block *children = block->first;

    block->first = block->last = NULL;
    return children;
}

/* A block among inline content: each stretch of inline content becomes a paragraph, white space between goes. */
static void
wrap_stray_text(struct door_arena *arena, struct door_block *block)
{
    struct door_block *child, *next, *wrap = NULL;

    for (child = take_children(block); child; child = next) {
        next = child->next;
        if (!is_inline(child)) {
            append(block, child);
            wrap = NULL;
        } else if (wrap || child->kind != DOOR_BLOCK_TEXT || strcmp(child->text, " ") != 0) {
            if (!wrap) {
                wrap = new_block(arena, DOOR_BLOCK_PARAGRAPH, "");
                wrap->leaf = true;
                append(block, wrap);
            }
            append(wrap, child);
        }
    }
}

/* A leaf's inline content, put into a paragraph of its own, so that blocks can stand beside it. */
static void
wrap_leaf(struct door_arena *arena, struct door_block *block)
{
    struct door_block *wrap = new_block(arena, DOOR_BLOCK_PARAGRAPH, ""), *child, *next;

    for (child = take_children(block); child; child = next) {
        next = child->next;
        append(wrap, child);
    }
    wrap->leaf = true;
    block->leaf = false;
    append(block, wrap);
}

/* Further descriptions of a row join its first: a table's row has one cell for them. */
static void
join_descriptions(struct door_arena *arena, struct door_block *row)
{
    struct door_block *child, *next, *first = NULL;

    for (child = take_children(row); child; child = next) {
        next = child->next;
        if (child->kind != DOOR_BLOCK_CELL || !first) {
            append(row, child);
            if (child->kind == DOOR_BLOCK_CELL)
                first = child;
            continue;
        }
        if (first->leaf)
            wrap_leaf(arena, first);
        child->kind = child->leaf ? DOOR_BLOCK_PARAGRAPH : DOOR_BLOCK_CONTAINER;
        append(first, child);
    }
}

/* The terms and descriptions of a dl, in rows: each term begins one, as does a div around them. */
static void
gather_rows(struct door_arena *arena, struct door_block *list)
{
    struct door_block *child, *next, *row = NULL;

    for (child = take_children(list); child; child = next) {
        next = child->next;
        if (child->kind == DOOR_BLOCK_CONTAINER) {
            child->kind = DOOR_BLOCK_ROW;
            child->name = "tr";
            append(list, child);
            row = NULL;
            continue;
        }
        if (!row || child->kind == DOOR_BLOCK_HEADING_CELL) {
            row = new_block(arena, DOOR_BLOCK_ROW, "tr");
            append(list, row);
        }
        append(row, child);
    }
    for (row = list->first; row; row = row->next)
        join_descriptions(arena, row);
}

static void
mark_row_headings(struct door_block *row)
{
    struct door_block *cell;
    bool has_cell = false;

    for (cell = row->first; cell; cell = cell->next)
        has_cell = has_cell || cell->kind == DOOR_BLOCK_CELL;
    for (cell = row->first; cell; cell = cell->next)
        cell->row_heading = has_cell && cell->kind == DOOR_BLOCK_HEADING_CELL;
}

static void
tidy(struct door_arena *arena, struct door_block *block)
{
    struct door_block *child;
    bool blocks = false, words = false;

    for (child = block->first; child; child = child->next) {
        blocks = blocks || !is_inline(child);
        words = words || (is_inline(child) && !(child->text && strcmp(child->text, " ") == 0));
    }
    if (is_inline(block))
        return;
    if (blocks)
        wrap_stray_text(arena, block);
    else if (words)
        block->leaf = true;
    else
        take_children(block);
    if (strcmp(block->name, "dl") == 0)
        gather_rows(arena, block);
    for (child = block->first; child; child = child->next)
        if (child->kind == DOOR_BLOCK_ROW)
            mark_row_headings(child);
}

void
door_paper_end(struct door_paper *paper)
{
    assert(paper->open == paper->root);
    tidy(paper->arena, paper->root);
}

static void
close_element(void *to, const char *name)
{
    struct door_paper *paper = to;
    struct door_block *block = paper->open;

    assert(block->parent && strcmp(block->name, name) == 0);    /* templates are well-formed */
    tidy(paper->arena, block);
    paper->open = block->parent;
}

const struct door_sink door_paper_sink = { open_element, add_text, close_element };
