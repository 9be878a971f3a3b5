/*
 * stray - file names that are not an entry's: litter of the machine, copies, slips of naming.
 *
 * Owns:   nothing.
 * Called: by content/folder.c.
 * Never:  opens a file.
 */
#ifndef DOOR_CONTENT_STRAY_H
#define DOOR_CONTENT_STRAY_H

#include <stdbool.h>

struct door_arena;

/* What editors' machines leave behind (".DS_Store", "Thumbs.db", "x~"), and a README.md: passed over without a word. */
bool door_stray_is_litter(const char *name);

/* A copy that a file manager made: "x (1).md", "x - Copy.md", "x copy.yaml". */
bool door_stray_is_copy(const char *name);

/* What to do with a file that looks like an entry ("x.md.txt", "x.yml", "x (1).md"); NULL if it does not. */
const char *door_stray_hint(struct door_arena *arena, const char *name);

/* The id nearest to a name, "baby-massage" for "Baby Massage!"; "" if nothing is left. */
const char *door_stray_suggest_id(struct door_arena *arena, const char *name);

#endif
