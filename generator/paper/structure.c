#include "paper/layout.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"

/* How the words of a leaf are gathered: its text so far, and the spans that look alike. */
struct gathering {
    struct door_layout *layout;
    struct door_block *leaf;
    struct door_buf text;
    struct door_shape_span *spans;
    size_t count, capacity;
    bool pieces;                /* links or several languages: each stretch has an element of its own */
    bool white;                 /* ends in white space, or is empty */
};

static int
add_element(struct door_layout *layout, enum door_structure type, int parent, const struct door_language *language)
{
    struct door_element *elements = layout->elements;

    if (layout->element_count == layout->element_capacity) {
        layout->element_capacity = layout->element_capacity ? layout->element_capacity * 2 : 128;
        elements = door_arena_array(layout->arena, layout->element_capacity, sizeof *elements);
        if (layout->element_count)
            memcpy(elements, layout->elements, layout->element_count * sizeof *elements);
        layout->elements = elements;
    }
    elements[layout->element_count] = (struct door_element){ .type = type, .parent = parent, .language = language };
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
    struct door_shape_span *spans;

    if (gathering->count == gathering->capacity) {
        gathering->capacity = gathering->capacity ? gathering->capacity * 2 : 4;
        spans = door_arena_array(gathering->layout->arena, gathering->capacity, sizeof *spans);
        if (gathering->count)
            memcpy(spans, gathering->spans, gathering->count * sizeof *spans);
        gathering->spans = spans;
    }
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
    if (last && !last->link && last->language == language)
        return last->element;
    return add_element(gathering->layout, DOOR_STRUCTURE_SPAN, gathering->leaf->element, language);
}

static void
add_words(struct gathering *gathering, const char *text, size_t size, const struct door_style *style,
        const struct door_language *language, int link)
{
    struct door_layout *layout = gathering->layout;
    struct door_shape_span *span = gathering->count ? &gathering->spans[gathering->count - 1] : NULL;
    double points = style->size * door_sheet_size_factor(layout->sheet, language);
    int element;

    if (gathering->white && size && *text == ' ') {
        text++;
        size--;
    }
    if (!size)
        return;
    gathering->white = text[size - 1] == ' ';
    element = piece_element(gathering, language, link);
    if (!span || span->element != element || span->size != points || span->bold != style->bold
            || span->colour != style->colour || span->language != language) {
        span = new_span(gathering);
        *span = (struct door_shape_span){ .start = gathering->text.size, .size = points, .bold = style->bold,
                .leading = points * style->leading * door_sheet_leading_factor(layout->sheet, language),
                .colour = style->colour, .language = language, .element = element, .link = link >= 0 };
    }
    door_buf_add(&gathering->text, text, size);
    span->end = gathering->text.size;
}

/* Marks that steer the order of words belong to what stands before them, and are not part of what is read. */
static void
add_steering(struct gathering *gathering, const char *mark)
{
    if (!gathering->count)
        return;
    door_buf_text(&gathering->text, mark);
    gathering->spans[gathering->count - 1].end = gathering->text.size;
}

static void gather(struct gathering *gathering, struct door_block *block, const struct door_style *outer, int link);

static void
gather_isolate(struct gathering *gathering, struct door_block *block, const struct door_style *style, int link)
{
    bool isolate = gathering->leaf->leaf_language->right_to_left && gathering->count;

    if (isolate)
        add_steering(gathering, "\xe2\x81\xa8");    /* FIRST STRONG ISOLATE */
    gather(gathering, block, style, link);
    if (isolate)
        add_steering(gathering, "\xe2\x81\xa9");    /* POP DIRECTIONAL ISOLATE */
}

static void
gather_break(struct gathering *gathering, const struct door_style *style, int link)
{
    if (!gathering->count)
        return;
    if (gathering->white)
        gathering->text.data[--gathering->text.size] = '\0';
    add_words(gathering, "\xe2\x80\xa8", 3, style, gathering->spans[gathering->count - 1].language, link);
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
            add_words(gathering, child->text, strlen(child->text), style, child->language, link);
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

/* White space at the end goes, even where a Span holds nothing else. */
static void
trim_end(struct gathering *gathering)
{
    struct door_shape_span *last;

    if (gathering->white && gathering->text.size)
        gathering->text.data[--gathering->text.size] = '\0';
    while (gathering->count) {
        last = &gathering->spans[gathering->count - 1];
        if (last->end > gathering->text.size)
            last->end = gathering->text.size;
        if (last->end > last->start)
            return;
        gathering->count--;
    }
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

static void
number_item(struct door_block *item)
{
    const struct door_block *other;

    item->number = 1;
    for (other = item->parent->first; other && other != item; other = other->next)
        item->number += other->kind == DOOR_BLOCK_ITEM;
}

/* LI > Lbl, LBody: the item's content belongs to the LBody. */
static void
structure_item(struct door_layout *layout, struct door_block *item)
{
    int item_element = item->element;

    number_item(item);
    if (has_marker(item)) {
        item->label_element = add_element(layout, DOOR_STRUCTURE_LBL, item_element, layout->setup->language);
        layout->elements[item->label_element].text = item->parent->ordered
                ? door_arena_format(layout->arena, "%d.", item->number) : item->style->marker;
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
        layout->elements[block->element].alt = block->alt;
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
