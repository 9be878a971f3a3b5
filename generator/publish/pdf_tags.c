#include "publish/pdf_tags.h"

#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "paper/display.h"
#include "publish/pdf_object.h"

struct door_pdf_kid {
    int element, page;
    int mcid;               /* of content; -1 for an annotation */
    int object;             /* of an annotation */
    int drawn;              /* its rank among all kids */
    struct door_pdf_kid *next_of_element, *next;    /* next: of the page, or of the links */
};

struct door_pdf_kids {
    struct door_pdf_kid *first, *last;
    int count;
};

/* What writing an element takes, worked out once for all. */
struct tree {
    const struct door_pdf_tags *tags;
    struct door_pdf_file *file;
    int root, first_element, first_page;
    int *first_drawn;       /* of each element and what is below it: the rank of its first content, else INT_MAX */
    int *first_child, *next_sibling;    /* -1 = none */
};

void
door_pdf_tags_init(struct door_pdf_tags *tags, struct door_arena *arena, const struct door_display *display)
{
    *tags = (struct door_pdf_tags){ .arena = arena, .display = display };
    tags->elements = door_arena_array(arena, display->element_count, sizeof *tags->elements);
    tags->pages = door_arena_array(arena, display->page_count, sizeof *tags->pages);
    tags->links = door_arena_alloc(arena, sizeof *tags->links);
}

static struct door_pdf_kid *
add_kid(struct door_pdf_tags *tags, int element, int page, struct door_pdf_kids *list)
{
    struct door_pdf_kid *kid = door_arena_alloc(tags->arena, sizeof *kid);
    struct door_pdf_kids *own;

    assert(element >= 0 && (size_t)element < tags->display->element_count);
    own = &tags->elements[element];
    *kid = (struct door_pdf_kid){ .element = element, .page = page, .mcid = -1, .drawn = tags->drawn++ };
    if (own->last)
        own->last->next_of_element = kid;
    else
        own->first = kid;
    own->last = kid;
    own->count++;
    if (list->last)
        list->last->next = kid;
    else
        list->first = kid;
    list->last = kid;
    list->count++;
    return kid;
}

int
door_pdf_tags_content(struct door_pdf_tags *tags, int element, int page)
{
    struct door_pdf_kids *list = &tags->pages[page];
    struct door_pdf_kid *kid = add_kid(tags, element, page, list);

    kid->mcid = list->count - 1;
    return kid->mcid;
}

/* Pages take the keys from 0, links those after them. */
int
door_pdf_tags_link(struct door_pdf_tags *tags, int element, int page, int object)
{
    struct door_pdf_kid *kid = add_kid(tags, element, page, tags->links);

    assert(tags->display->elements[element].type == DOOR_STRUCTURE_LINK);
    kid->object = object;
    return (int)tags->display->page_count + tags->links->count - 1;
}

static const char *
list_numbering(const struct door_display *display, const struct door_element *list)
{
    size_t i, first = (size_t)(list - display->elements);

    if (list->ordered)
        return "Decimal";
    for (i = first + 1; i < display->element_count; i++) {
        int item = display->elements[i].parent;

        if (display->elements[i].type == DOOR_STRUCTURE_LBL && display->elements[item].parent == (int)first)
            return "Disc";
    }
    return "None";      /* PDF/UA-1, 7.6: a list without labels says so */
}

static void
write_figure_box(const struct door_display *display, const struct door_element *figure, struct door_buf *out)
{
    door_buf_text(out, "/Placement/Block/BBox[");
    door_pdf_number(out, figure->x);
    door_buf_char(out, ' ');
    door_pdf_number(out, display->height - figure->y - figure->height);
    door_buf_char(out, ' ');
    door_pdf_number(out, figure->x + figure->width);
    door_buf_char(out, ' ');
    door_pdf_number(out, display->height - figure->y);
    door_buf_char(out, ']');
}

/* Attributes of ISO 32000-1, 14.8.5. The writing direction is told where it changes; what is below inherits it. */
static void
write_attributes(const struct door_display *display, int number, struct door_buf *out)
{
    const struct door_element *element = &display->elements[number];
    bool to_left = door_display_language(display, number)->right_to_left;
    bool parent_to_left = number > 0 && door_display_language(display, element->parent)->right_to_left;
    bool figure = element->type == DOOR_STRUCTURE_FIGURE;

    door_buf_text(out, "/A[");
    if (element->type == DOOR_STRUCTURE_L)
        door_buf_format(out, "<</O/List/ListNumbering/%s>>", list_numbering(display, element));
    if (element->type == DOOR_STRUCTURE_TH)
        door_buf_format(out, "<</O/Table/Scope/%s>>", element->row_heading ? "Row" : "Column");
    if (figure || to_left != parent_to_left) {
        door_buf_text(out, "<</O/Layout");
        if (to_left != parent_to_left)
            door_buf_format(out, "/WritingMode/%s", to_left ? "RlTb" : "LrTb");
        if (figure)
            write_figure_box(display, element, out);
        door_buf_text(out, ">>");
    }
    if (out->data[out->size - 1] == '[')
        out->size -= strlen("/A[");     /* there were none */
    else
        door_buf_char(out, ']');
}

static void
write_kid(const struct tree *tree, const struct door_pdf_kid *kid, int page, struct door_buf *out)
{
    if (kid->mcid < 0)
        door_buf_format(out, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", kid->object, tree->first_page + kid->page);
    else if (kid->page == page)
        door_buf_format(out, "%d ", kid->mcid);
    else
        door_buf_format(out, "<</Type/MCR/MCID %d/Pg %d 0 R>>", kid->mcid, tree->first_page + kid->page);
}

/* An element's own content and the elements below it, merged in the order in which they were drawn. */
static void
write_kids(const struct tree *tree, int number, struct door_buf *out)
{
    const struct door_pdf_kid *kid = tree->tags->elements[number].first;
    int page = kid ? kid->page : -1;
    int child = tree->first_child[number];

    if (kid)
        door_buf_format(out, "/Pg %d 0 R", tree->first_page + page);
    door_buf_text(out, "/K[");
    while (kid || child >= 0) {
        if (child < 0 || (kid && kid->drawn < tree->first_drawn[child])) {
            write_kid(tree, kid, page, out);
            kid = kid->next_of_element;
        } else {
            door_buf_format(out, "%d 0 R ", tree->first_element + child);
            child = tree->next_sibling[child];
        }
    }
    door_buf_char(out, ']');
}

static void
write_element(const struct tree *tree, int number)
{
    const struct door_display *display = tree->tags->display;
    const struct door_element *element = &display->elements[number];
    const struct door_language *language = door_display_language(display, number);
    const struct door_language *above = number ? door_display_language(display, element->parent) : display->language;
    struct door_buf *out = &tree->file->bytes;

    door_pdf_begin(tree->file, tree->first_element + number);
    door_buf_format(out, "<</Type/StructElem/S/%s/P %d 0 R", door_structure_name(element->type),
            number ? tree->first_element + element->parent : tree->root);
    if (strcmp(language->code, above->code) != 0) {
        door_buf_text(out, "/Lang");
        door_pdf_text(out, language->code);
    }
    if (element->right_to_left && element->text) {
        door_buf_text(out, "/ActualText");
        door_pdf_text(out, element->text);
    }
    if (element->alt) {
        door_buf_text(out, "/Alt");
        door_pdf_text(out, element->alt);
    }
    write_attributes(display, number, out);
    write_kids(tree, number, out);
    door_buf_text(out, ">>");
    door_pdf_end(tree->file);
}

/* From pages' keys to the elements of their content, and from links' keys to theirs. */
static void
write_parent_tree(const struct tree *tree, int number)
{
    const struct door_pdf_tags *tags = tree->tags;
    struct door_buf *out = &tree->file->bytes;
    const struct door_pdf_kid *kid;
    size_t page;
    int key;

    door_pdf_begin(tree->file, number);
    door_buf_text(out, "<</Nums[");
    for (page = 0; page < tags->display->page_count; page++) {
        door_buf_format(out, "%zu[", page);
        for (kid = tags->pages[page].first; kid; kid = kid->next)
            door_buf_format(out, "%d 0 R ", tree->first_element + kid->element);
        door_buf_char(out, ']');
    }
    key = (int)tags->display->page_count;
    for (kid = tags->links->first; kid; kid = kid->next)
        door_buf_format(out, "%d %d 0 R ", key++, tree->first_element + kid->element);
    door_buf_text(out, "]>>");
    door_pdf_end(tree->file);
}

/* Elements come after their parents, so walking back from the last one meets all that is below before what is above. */
static void
link_elements(struct tree *tree)
{
    const struct door_display *display = tree->tags->display;
    int number;

    for (number = 0; (size_t)number < display->element_count; number++) {
        const struct door_pdf_kid *kid = tree->tags->elements[number].first;

        tree->first_child[number] = tree->next_sibling[number] = -1;
        tree->first_drawn[number] = kid ? kid->drawn : INT_MAX;
    }
    for (number = (int)display->element_count - 1; number > 0; number--) {
        int parent = display->elements[number].parent;

        assert(parent >= 0 && parent < number);
        /* What has no content stays with what follows it. */
        if (tree->first_drawn[number] == INT_MAX && tree->first_child[parent] >= 0)
            tree->first_drawn[number] = tree->first_drawn[tree->first_child[parent]];
        tree->next_sibling[number] = tree->first_child[parent];
        tree->first_child[parent] = number;
        if (tree->first_drawn[number] < tree->first_drawn[parent])
            tree->first_drawn[parent] = tree->first_drawn[number];
    }
}

int
door_pdf_tags_write(const struct door_pdf_tags *tags, struct door_pdf_file *file, int first_page)
{
    size_t count = tags->display->element_count;
    int root = door_pdf_reserve(file, 2), parent_tree = root + 1, i;
    struct tree tree = { .tags = tags, .file = file, .root = root, .first_page = first_page };

    assert(count > 0 && tags->display->elements[0].type == DOOR_STRUCTURE_DOCUMENT);
    tree.first_element = door_pdf_reserve(file, (int)count);
    tree.first_drawn = door_arena_array(tags->arena, count, sizeof *tree.first_drawn);
    tree.first_child = door_arena_array(tags->arena, count, sizeof *tree.first_child);
    tree.next_sibling = door_arena_array(tags->arena, count, sizeof *tree.next_sibling);
    link_elements(&tree);
    door_pdf_begin(file, root);
    door_buf_format(&file->bytes, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
            tree.first_element, parent_tree, (int)tags->display->page_count + tags->links->count);
    door_pdf_end(file);
    write_parent_tree(&tree, parent_tree);
    for (i = 0; (size_t)i < count; i++)
        write_element(&tree, i);
    return root;
}
