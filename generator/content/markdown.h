/*
 * markdown - an editor's Markdown (CommonMark, read by cmark) as a prose tree.
 *
 * Owns:   the tree, in the caller's arena.
 * Called: by content/ for the body of an entry, by language/ for the translated words of a leaf block.
 * Never:  lets raw HTML, pictures, code or heading 1 through: each is an error with its place.
 */
#ifndef DOOR_CONTENT_MARKDOWN_H
#define DOOR_CONTENT_MARKDOWN_H

#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_prose;

/* Read a body whose first line is line `place.line` of `place.file`. NULL if anything was an error. */
struct door_prose *door_markdown_parse(struct door_arena *arena, struct door_place place, const char *text,
        size_t size, struct door_diag *diag);

/*
 * Read the words of one leaf block: the tree of a paragraph. More than one block, or a block of another kind, is an
 * error at `place`, as is whatever door_markdown_parse refuses.
 */
struct door_prose *door_markdown_inline(struct door_arena *arena, struct door_place place, const char *text,
        struct door_diag *diag);

#endif
