/*
 * block - what a print template emitted, as a tree: elements with their class, and text with its language.
 *
 * The tree is tidy once its elements are closed: white space is folded, an element holds either only blocks or only
 * inline content (stray text gets a paragraph of its own), a dl's terms and descriptions stand in rows.
 *
 * Owns:   the tree, in the publication's arena.
 * Called: by the sink (press.h) to build it; by structure.c and the layout to read it.
 * Never:  knows of styles' values, sizes or pages.
 */
#ifndef DOOR_PAPER_BLOCK_H
#define DOOR_PAPER_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/press.h"

struct door_language;
struct door_paragraph;
struct door_style;

enum door_block_kind {
    DOOR_BLOCK_TEXT,
    DOOR_BLOCK_CONTAINER,       /* div, body ...: no structure of its own */
    DOOR_BLOCK_SECTION,
    DOOR_BLOCK_HEADING,
    DOOR_BLOCK_PARAGRAPH,
    DOOR_BLOCK_QUOTE,
    DOOR_BLOCK_LIST,
    DOOR_BLOCK_ITEM,
    DOOR_BLOCK_TABLE,
    DOOR_BLOCK_ROWS,            /* thead, tbody */
    DOOR_BLOCK_ROW,
    DOOR_BLOCK_HEADING_CELL,
    DOOR_BLOCK_CELL,
    DOOR_BLOCK_RULE,
    DOOR_BLOCK_CODE,
    DOOR_BLOCK_LOGO,
    DOOR_BLOCK_INLINE,          /* span, strong, em ... */
    DOOR_BLOCK_LINK,
    DOOR_BLOCK_ISOLATE,         /* bdi: its direction is its own */
    DOOR_BLOCK_BREAK,
    DOOR_BLOCK_UNKNOWN,         /* reported when it is laid out */
};

struct door_block {
    enum door_block_kind kind;
    const char *name;           /* the element's; "" for text and for a paragraph that stray text was given */
    const char *class;          /* as written, or NULL */
    const char *href, *alt;
    int level;                  /* of a heading, 1 to 4 */
    bool ordered;               /* of a list */
    int start;                  /* of an ordered list: its first number */
    bool row_heading;           /* of a heading cell, once its row is closed */
    bool leaf;                  /* holds inline content only, and some */
    const char *text;           /* of TEXT: white space folded */
    const struct door_language *language;       /* of TEXT; else NULL */
    struct door_block *parent, *first, *last, *next;

    /* structure.c's findings */
    const struct door_style *style;
    int element;                /* that its content belongs to, or its nearest ancestor's */
    int label_element;          /* of an item with a marker, else DOOR_ARTIFACT */
    struct door_paragraph *paragraph;           /* of a leaf */
    const struct door_language *leaf_language;  /* of a leaf: what most of it is in */
};

struct door_paper {
    struct door_arena *arena;
    struct door_paper_setup setup;
    struct door_block *root;    /* a container that holds what was emitted */
    struct door_block *open;    /* the innermost element that is not closed */
};

/* Everything is emitted: tidy the root. */
void door_paper_end(struct door_paper *paper);

/* Does the block's class attribute hold this class? */
bool door_block_has_class(const struct door_block *block, const char *class);

/* Is this the name of an element that can be laid out? */
bool door_block_name_exists(const char *name);

/* The first words of what a block says, for a message. */
const char *door_block_words(struct door_arena *arena, const struct door_block *block);

#endif
