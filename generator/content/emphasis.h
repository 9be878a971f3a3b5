/*
 * emphasis - bold and italic words that a translator can be handed as Markdown and will give back the same.
 *
 * CommonMark's rules for stars beside stars, letters and punctuation leave trees that no line of plain Markdown stands
 * for ("****b***b**b***"). Nobody means them; an editor is asked for simpler ones. The same goes for stars and brackets
 * that were meant as themselves, where others stand beside them.
 *
 * Owns:   nothing; what it reads again goes into the caller's arena.
 * Called: by content/markdown.c, for each leaf block of a body.
 * Never:  looks twice at a leaf whose stars stand around whole words, as nearly all do: reading again costs time.
 */
#ifndef DOOR_CONTENT_EMPHASIS_H
#define DOOR_CONTENT_EMPHASIS_H

struct door_arena;
struct door_prose;

/* NULL if the leaf, written as Markdown and read again, is equal; else the first emphasis or text to look at. */
const struct door_prose *door_emphasis_find_tangle(struct door_arena *arena, const struct door_prose *leaf);

#endif
