#include "paper/layout.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "language/language.h"

#define LEFT_TO_RIGHT_ISOLATE "\xe2\x81\xa6"
#define RIGHT_TO_LEFT_ISOLATE "\xe2\x81\xa7"
#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"
#define WORD_JOINER "\xe2\x81\xa0"
#define EN_DASH "\xe2\x80\x93"
#define POUND "\xc2\xa3"
#define LINE_SEPARATOR "\xe2\x80\xa8"

/* How the words of a leaf are gathered: its text so far, and the spans that look alike. */
struct gathering {
    struct door_layout *layout;
    struct door_block *leaf;
    struct door_buf text;
    struct door_shape_span *spans;
    size_t count, capacity;
    bool pieces;                /* links or several languages: each stretch has an element of its own */
    bool white;                 /* ends in white space, or is empty */
    bool isolated;              /* inside words that run the other way */
};

static int
add_element(struct door_layout *layout, enum door_structure type, int parent, const struct door_language *language)
{
    layout->elements = door_arena_grow(layout->arena, layout->elements, layout->element_count,
            &layout->element_capacity, sizeof *layout->elements);
    layout->elements[layout->element_count] = (struct door_element){ .type = type, .parent = parent,
            .language = language };
    return (int)layout->element_count++;
}

/* Does the leaf hold a link, or text in more than one language? A heading is one text, for its bookmark. */
static bool
has_pieces(const struct door_block *block, const struct door_language **language)
{
    const struct door_block *child;

    for (child = block->first; child; child = child->next) {
        if (child->kind == DOOR_BLOCK_LINK && child->href)
            return true;
        if (child->kind == DOOR_BLOCK_TEXT && strcmp(child->text, " ") != 0) {
            if (*language && *language != child->language)
                return true;
            *language = child->language;
        }
        if (has_pieces(child, language))
            return true;
    }
    return false;
}

static const struct door_language *
first_language(const struct door_block *block)
{
    const struct door_block *child;
    const struct door_language *language = NULL;

    for (child = block->first; child && !language; child = child->next)
        if (child->kind != DOOR_BLOCK_TEXT)
            language = first_language(child);
        else if (strcmp(child->text, " ") != 0)
            language = child->language;
    return language;
}

/* A paragraph that names a place in English is still in its document's language: that of any of its words decides. */
static bool
holds_language(const struct door_block *block, const struct door_language *language)
{
    const struct door_block *child;

    for (child = block->first; child; child = child->next)
        if ((child->kind == DOOR_BLOCK_TEXT && child->language == language && strcmp(child->text, " ") != 0)
                || holds_language(child, language))
            return true;
    return false;
}

static const struct door_language *
leaf_language(const struct door_layout *layout, const struct door_block *leaf)
{
    const struct door_language *first;

    if (holds_language(leaf, layout->setup->language))
        return layout->setup->language;
    first = first_language(leaf);
    return first ? first : layout->setup->language;
}

static struct door_shape_span *
new_span(struct gathering *gathering)
{
    gathering->spans = door_arena_grow(gathering->layout->arena, gathering->spans, gathering->count,
            &gathering->capacity, sizeof *gathering->spans);
    return &gathering->spans[gathering->count++];
}

/* The element of the next words: the leaf's own, the link's, or a Span beside the links. */
static int
piece_element(struct gathering *gathering, const struct door_language *language, int link)
{
    const struct door_shape_span *last = gathering->count ? &gathering->spans[gathering->count - 1] : NULL;

    if (!gathering->pieces)
        return gathering->leaf->element;
    if (link >= 0)
        return link;
    if (last && !last->link && gathering->layout->elements[last->element].language == language)
        return last->element;
    return add_element(gathering->layout, DOOR_STRUCTURE_SPAN, gathering->leaf->element, language);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_latin(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* How many bytes of ASCII punctuation and spaces stand before the next ASCII letter or digit; 0 if none follows. */
static size_t
gap_size(const char *text, size_t size)
{
    size_t i = 0;

    while (i < size && i < 3 && text[i] >= ' ' && text[i] <= '~' && !is_latin(text[i]))
        i++;
    return i < size && is_latin(text[i]) ? i : 0;
}

/*
 * How many bytes of the text read from left to right as one: Latin words, an address, a telephone number, a price. A
 * single number is one only where nothing else is (words is true): elsewhere its digits suit the words around it.
 */
static size_t
latin_size(const char *text, size_t size, bool words)
{
    bool price = door_text_starts(text, POUND);
    size_t i = price ? strlen(POUND) : *text == '+', gap;

    words = words || price;
    if (i >= size || !is_latin(text[i]))
        return 0;
    for (;;) {
        while (i < size && is_latin(text[i])) {
            words = words || !is_digit(text[i]);
            i++;
        }
        gap = gap_size(text + i, size - i);
        if (!gap)
            return words ? i : 0;
        words = words || text[i] == ' ';
        i += gap;
    }
}

/* A mark that steers the order of words; it belongs to what stands before it, and is no part of what is read. */
static void
steer(struct gathering *gathering, const char *mark)
{
    door_buf_text(&gathering->text, mark);
    if (gathering->count)
        gathering->spans[gathering->count - 1].end = gathering->text.size;
}

/* Words of a language that runs the other way than the leaf are kept together, whatever stands beside them. */
static void
turn_to(struct gathering *gathering, const struct door_language *language)
{
    bool other = language->right_to_left != gathering->leaf->leaf_language->right_to_left;

    if (other == gathering->isolated)
        return;
    steer(gathering, !other ? POP_ISOLATE : language->right_to_left ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE);
    gathering->isolated = other;
}

static bool
looks_alike(const struct door_shape_span *span, const struct door_shape_span *next)
{
    return span->element == next->element && span->size == next->size && span->leading == next->leading
            && span->bold == next->bold && span->colour == next->colour && span->language == next->language;
}

/* A range ("18:30–20:00") stays on one line; Pango would break it behind the dash, whatever attributes say. */
static void
add_joined(struct door_buf *out, const char *text, size_t size)
{
    size_t i, done = 0;

    for (i = 1; i + 3 < size; i++)
        if (is_digit(text[i - 1]) && memcmp(text + i, EN_DASH, 3) == 0 && is_digit(text[i + 3])) {
            door_buf_add(out, text + done, i + 3 - done);
            door_buf_text(out, WORD_JOINER);
            done = i + 3;
        }
    door_buf_add(out, text + done, size - done);
}

/* Append words that look alike. */
static void
append(struct gathering *gathering, const char *text, size_t size, const struct door_shape_span *look)
{
    struct door_shape_span *span;

    if (!size)
        return;
    if (!gathering->count || !looks_alike(&gathering->spans[gathering->count - 1], look)) {
        span = new_span(gathering);
        *span = *look;
        span->start = gathering->count > 1 ? gathering->text.size : 0;
    }
    add_joined(&gathering->text, text, size);
    gathering->spans[gathering->count - 1].end = gathering->text.size;
}

static void
give_size(const struct door_sheet *sheet, const struct door_style *style, const struct door_language *language,
        struct door_shape_span *span)
{
    span->language = language;
    span->size = style->size * door_sheet_size_factor(sheet, language);
    span->leading = span->size * style->leading * door_sheet_leading_factor(sheet, language);
}

/*
 * In a text from right to left the groups of a telephone number would change places, as would the parts of an address:
 * the spaces and strokes between them turn with the text. So they are isolated, and set in the first language's font.
 */
static void
append_guarded(struct gathering *gathering, const char *text, const struct door_style *style,
        const struct door_shape_span *look)
{
    const struct door_layout *layout = gathering->layout;
    struct door_shape_span latin = *look;
    size_t size = strlen(text), start = 0, i, found;
    bool alone = true;

    give_size(layout->sheet, style, &layout->setup->languages->items[0], &latin);
    for (i = 0; i < size; i++)
        if (strncmp(text + i, LEFT_TO_RIGHT_ISOLATE, 2) == 0)
            i += 2;     /* or another mark that only steers */
        else
            alone = alone && (unsigned char)text[i] < 0x80;
    for (i = 0; i < size; i++) {
        found = latin_size(text + i, size - i, alone);
        if (!found)
            continue;
        append(gathering, text + start, i - start, look);
        steer(gathering, LEFT_TO_RIGHT_ISOLATE);
        append(gathering, text + i, found, &latin);
        steer(gathering, POP_ISOLATE);
        start = i + found;
        i = start - 1;
    }
    append(gathering, text + start, size - start, look);
}

static void
add_words(struct gathering *gathering, const char *text, const struct door_style *style,
        const struct door_language *language, int link)
{
    struct door_shape_span look = { .bold = style->bold, .colour = style->colour };

    if (gathering->white && *text == ' ')
        text++;
    if (!*text)
        return;
    turn_to(gathering, language);
    gathering->white = text[strlen(text) - 1] == ' ';
    give_size(gathering->layout->sheet, style, language, &look);
    look.element = piece_element(gathering, language, link);
    look.link = gathering->pieces && link >= 0;
    if (gathering->leaf->leaf_language->right_to_left && !gathering->isolated)
        append_guarded(gathering, text, style, &look);
    else
        append(gathering, text, strlen(text), &look);
}

static void gather(struct gathering *gathering, struct door_block *block, const struct door_style *outer, int link);

static void
gather_isolate(struct gathering *gathering, struct door_block *block, const struct door_style *style, int link)
{
    bool isolate = gathering->leaf->leaf_language->right_to_left && !gathering->isolated;

    if (isolate)
        steer(gathering, FIRST_STRONG_ISOLATE);
    gather(gathering, block, style, link);
    if (isolate && gathering->isolated)
        turn_to(gathering, gathering->leaf->leaf_language);
    if (isolate)
        steer(gathering, POP_ISOLATE);
}

static bool
ends_in(const struct door_buf *text, const char *end)
{
    size_t size = strlen(end);

    return text->size >= size && memcmp(text->data + text->size - size, end, size) == 0;
}

static void
cut(struct gathering *gathering, size_t size)
{
    gathering->text.size -= size;
    gathering->text.data[gathering->text.size] = '\0';
    gathering->spans[gathering->count - 1].end = gathering->text.size;
}

static void
gather_break(struct gathering *gathering, const struct door_style *style, int link)
{
    if (!gathering->count)
        return;
    if (ends_in(&gathering->text, " "))
        cut(gathering, 1);
    add_words(gathering, LINE_SEPARATOR, style, gathering->spans[gathering->count - 1].language, link);
    gathering->white = true;
}

static void
gather(struct gathering *gathering, struct door_block *block, const struct door_style *outer, int link)
{
    struct door_layout *layout = gathering->layout;
    struct door_block *child;

    for (child = block->first; child; child = child->next) {
        const struct door_style *style = child->kind == DOOR_BLOCK_TEXT ? outer
                : door_sheet_style(layout->sheet, layout->arena, child, outer);

        if (style->hidden)
            continue;
        if (child->kind == DOOR_BLOCK_TEXT) {
            add_words(gathering, child->text, style, child->language, link);
        } else if (child->kind == DOOR_BLOCK_BREAK) {
            gather_break(gathering, style, link);
        } else if (child->kind == DOOR_BLOCK_ISOLATE) {
            gather_isolate(gathering, child, style, link);
        } else if (child->kind == DOOR_BLOCK_LINK && child->href && gathering->pieces) {
            const struct door_language *language = first_language(child);
            int element = add_element(layout, DOOR_STRUCTURE_LINK, gathering->leaf->element,
                    language ? language : layout->setup->language);

            layout->elements[element].href = child->href;
            gather(gathering, child, style, element);
        } else {
            gather(gathering, child, style, link);
        }
    }
}

/* White space and breaks at the end go, even where a Span holds nothing else. */
static void
trim_end(struct gathering *gathering)
{
    const struct door_shape_span *last;

    while (gathering->count) {
        last = &gathering->spans[gathering->count - 1];
        if (last->end <= last->start)
            gathering->count--;
        else if (ends_in(&gathering->text, " "))
            cut(gathering, 1);
        else if (ends_in(&gathering->text, LINE_SEPARATOR))
            cut(gathering, strlen(LINE_SEPARATOR));
        else
            break;
    }
    if (gathering->count && gathering->isolated)
        turn_to(gathering, gathering->leaf->leaf_language);
}

/* Each element's own text: what its spans say, joined. */
static void
give_texts(struct gathering *gathering, const char *text)
{
    struct door_layout *layout = gathering->layout;
    size_t i, end;

    for (i = 0; i < gathering->count; i = end) {
        const struct door_shape_span *span = &gathering->spans[i];

        for (end = i + 1; end < gathering->count && gathering->spans[end].element == span->element; end++)
            ;
        layout->elements[span->element].text = door_shape_plain(layout->arena, text + span->start,
                gathering->spans[end - 1].end - span->start);
    }
}

/* The paragraph of a leaf whose element is made. */
static void
gather_leaf(struct door_layout *layout, struct door_block *leaf)
{
    struct gathering gathering = { .layout = layout, .leaf = leaf, .white = true };
    const struct door_language *language = NULL;
    struct door_paragraph *paragraph;

    gathering.pieces = leaf->kind != DOOR_BLOCK_HEADING && has_pieces(leaf, &language);
    gather(&gathering, leaf, leaf->style, -1);
    trim_end(&gathering);
    if (gathering.count) {
        paragraph = door_arena_alloc(layout->arena, sizeof *paragraph);
        paragraph->text = door_arena_text(layout->arena, door_buf_string(&gathering.text));
        paragraph->spans = gathering.spans;
        paragraph->span_count = gathering.count;
        paragraph->language = leaf->leaf_language;
        leaf->paragraph = paragraph;
        give_texts(&gathering, paragraph->text);
    }
    door_buf_release(&gathering.text);
}

/* The structure type of a block, or -1 where its parent's element goes on. */
static int
structure_of(const struct door_block *block)
{
    switch (block->kind) {
    case DOOR_BLOCK_SECTION:
        return DOOR_STRUCTURE_SECT;
    case DOOR_BLOCK_HEADING:
        return DOOR_STRUCTURE_H1 + block->level - 1;
    case DOOR_BLOCK_QUOTE:
        return DOOR_STRUCTURE_BLOCKQUOTE;
    case DOOR_BLOCK_LIST:
        return DOOR_STRUCTURE_L;
    case DOOR_BLOCK_ITEM:
        return DOOR_STRUCTURE_LI;
    case DOOR_BLOCK_TABLE:
        return DOOR_STRUCTURE_TABLE;
    case DOOR_BLOCK_ROW:
        return DOOR_STRUCTURE_TR;
    case DOOR_BLOCK_HEADING_CELL:
        return DOOR_STRUCTURE_TH;
    case DOOR_BLOCK_CELL:
        return DOOR_STRUCTURE_TD;
    case DOOR_BLOCK_CODE:
        return DOOR_STRUCTURE_FIGURE;
    case DOOR_BLOCK_PARAGRAPH:
    case DOOR_BLOCK_CONTAINER:
        return block->leaf ? DOOR_STRUCTURE_P : -1;
    case DOOR_BLOCK_TEXT:
    case DOOR_BLOCK_ROWS:
    case DOOR_BLOCK_RULE:
    case DOOR_BLOCK_LOGO:       /* whose it is stands beside it */
    case DOOR_BLOCK_INLINE:
    case DOOR_BLOCK_LINK:
    case DOOR_BLOCK_ISOLATE:
    case DOOR_BLOCK_BREAK:
    case DOOR_BLOCK_UNKNOWN:
        return -1;
    }
    return -1;
}

static bool
has_marker(const struct door_block *item)
{
    return item->parent->kind == DOOR_BLOCK_LIST && strcmp(item->style->marker, "none") != 0;
}

static int
item_number(const struct door_block *item)
{
    const struct door_block *other;
    int number = item->parent->start;

    for (other = item->parent->first; other && other != item; other = other->next)
        number += other->kind == DOOR_BLOCK_ITEM;
    return number;
}

/* LI > Lbl, LBody: the item's content belongs to the LBody. */
static void
structure_item(struct door_layout *layout, struct door_block *item)
{
    int item_element = item->element;

    if (has_marker(item)) {
        item->label_element = add_element(layout, DOOR_STRUCTURE_LBL, item_element, layout->setup->language);
        layout->elements[item->label_element].text = item->parent->ordered
                ? door_arena_format(layout->arena, "%d.", item_number(item)) : item->style->marker;
    }
    item->element = add_element(layout, DOOR_STRUCTURE_LBODY, item_element, layout->setup->language);
}

static void
check_block(struct door_layout *layout, const struct door_block *block)
{
    const char *hint = NULL, *class;

    if (block->kind == DOOR_BLOCK_UNKNOWN)
        door_layout_error(layout, "print-element", "Use the elements that doc/print.md lists.",
                "<%s> cannot be printed", block->name);
    class = block->class ? door_sheet_unknown_class(layout->sheet, layout->arena, block->class, &hint) : NULL;
    if (class)
        door_layout_error(layout, "print-class", hint ? hint : "Add a rule for it to print/style.yaml of the theme.",
                "no print style knows the class \"%s\"", class);
}

static void
check_inline(struct door_layout *layout, const struct door_block *block)
{
    const struct door_block *child;

    for (child = block->first; child; child = child->next) {
        check_block(layout, child);
        check_inline(layout, child);
    }
}

static void
structure(struct door_layout *layout, struct door_block *block, const struct door_style *outer, int parent)
{
    struct door_block *child;
    int type = structure_of(block);

    check_block(layout, block);
    block->style = door_sheet_style(layout->sheet, layout->arena, block, outer);
    block->element = parent;
    if (block->style->hidden)
        return;
    block->leaf_language = block->leaf ? leaf_language(layout, block) : layout->setup->language;
    if (!block->first && block->kind != DOOR_BLOCK_CODE && block->kind != DOOR_BLOCK_CELL
            && block->kind != DOOR_BLOCK_HEADING_CELL)
        return;
    if (type >= 0) {
        block->element = add_element(layout, (enum door_structure)type, parent, block->leaf_language);
        layout->elements[block->element].ordered = block->ordered;
        layout->elements[block->element].row_heading = block->row_heading;
        /* A code without words of its own is told by the address that it opens. */
        layout->elements[block->element].alt = block->alt && *block->alt ? block->alt : block->href;
    }
    if (block->kind == DOOR_BLOCK_ITEM)
        structure_item(layout, block);
    if (block->leaf && (block->kind == DOOR_BLOCK_SECTION || block->kind == DOOR_BLOCK_QUOTE))
        block->element = add_element(layout, DOOR_STRUCTURE_P, block->element, block->leaf_language);
    if (block->leaf) {
        check_inline(layout, block);
        gather_leaf(layout, block);
        return;
    }
    for (child = block->first; child; child = child->next)
        structure(layout, child, block->style, block->element);
}

void
door_layout_structure(struct door_layout *layout, struct door_block *root)
{
    int document = add_element(layout, DOOR_STRUCTURE_DOCUMENT, -1, layout->setup->language);

    structure(layout, root, NULL, document);
}
