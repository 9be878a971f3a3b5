/*
 * prose - words with structure: what an editor's Markdown means, ready for any writer.
 *
 * Owns:   nothing; trees live in the arena of whoever made them.
 * Called: by content/markdown.c, which makes them; by theme/ and paper/, which draw them.
 * Never:  changes once the model has checked it.
 *
 * A body is a tree of blocks. Its leaf blocks (paragraphs, headings) are the pieces that a translator sees: each
 * carries the number of its words (see model/pieces.h), and only the inline content below a leaf differs between
 * languages.
 */
#ifndef DOOR_BASE_PROSE_H
#define DOOR_BASE_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

struct door_arena;
struct door_buf;
struct door_entry;      /* of model/: what a link inside the offer leads to */

enum door_prose_type {
    /* blocks */
    DOOR_PROSE_BODY,        /* the root */
    DOOR_PROSE_HEADING,     /* leaf; level 2 to 6 */
    DOOR_PROSE_PARAGRAPH,   /* leaf */
    DOOR_PROSE_LIST,        /* ordered: starts at level */
    DOOR_PROSE_ITEM,
    DOOR_PROSE_QUOTE,
    DOOR_PROSE_RULE,
    /* inline */
    DOOR_PROSE_TEXT,
    DOOR_PROSE_EMPHASIS,
    DOOR_PROSE_STRONG,
    DOOR_PROSE_LINK,
    DOOR_PROSE_BREAK,       /* a hard line break */
};

struct door_prose {                 /* packed: a large offer has half a million of them */
    enum door_prose_type type : 4;
    unsigned ordered : 1, tight : 1;    /* of a list */
    unsigned column : 26;           /* where it stands, as in struct door_place; whoever has the tree knows its file */
    int line;
    union {
        const char *text;           /* of TEXT */
        const char *url;            /* of LINK, as written: "https://...", "tel:...", "place:thornleigh-hub" */
    };
    union {
        const struct door_entry *entry; /* of LINK, when it leads inside the offer (set by the model) */
        struct {
            uint32_t piece;         /* of a leaf block: the number of its words, 0 before the model gave one */
            int level;              /* heading level, or first number of an ordered list: at most nine digits */
        };
    };
    struct door_prose *children, *next;
};

/* Where this part of a tree stands, which was written in that file. */
struct door_place door_prose_place(const struct door_prose *prose, const char *file);
/* The id of a body's nth heading on its page, from 1: what may be led to. */
#define DOOR_PART_ID "part-%d"

/* The words of a tree without any markup, appended to out; blocks are parted by a space. */
void door_prose_write_plain(struct door_buf *out, const struct door_prose *prose);

/*
 * The inline content of a leaf block as one line of Markdown: the msgid that a translator sees. Parsed again by
 * door_markdown_inline it gives an equal tree, and it does not depend on how the editor broke lines.
 */
void door_prose_write_markdown(struct door_buf *out, const struct door_prose *leaf);

#endif
