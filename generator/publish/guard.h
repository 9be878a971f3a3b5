/*
 * guard - looks for the offer's secrets in everything that is handed over, so that none of them is ever published.
 *
 * A page is read as a reader reads it (tags away, entities meant) and as a program reads it (addresses, attributes);
 * paper as the template says it, before it is laid out; open data as text. One secret in one file fails the build, and
 * the old site stays. An offer without secrets has no guard (NULL), and looking costs nothing.
 *
 * Owns:   what it found, from open to close.
 * Called: by commands/ to open it and to report, by each writer in publish/ with what it hands over. Threads may share
 *         it.
 * Never:  changes what it looks at. The table of all postcodes of an area is not shown to it: see DESIGN's `postcodes`.
 */
#ifndef DOOR_PUBLISH_GUARD_H
#define DOOR_PUBLISH_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "theme/template.h"

struct door_arena;
struct door_buf;
struct door_diag;
struct door_guard;
struct door_offer;

/* NULL if there is nothing to keep secret. What is secret here and public there is an error. */
struct door_guard *door_guard_open(struct door_arena *arena, const struct door_offer *offer, struct door_diag *diag);

/*
 * Look at what will be the file of this name: its name too, and its bytes, or the words that it says. Was anything
 * found? It will be reported in any case.
 */
bool door_guard_look(struct door_guard *guard, const char *file, const char *bytes, size_t size);

/* Is where a place is among the secrets? Then a file that nobody can look into is worth a word. */
bool door_guard_hides_place(const struct door_guard *guard);

/* For door_template_emit: what a template for paper says, as markup in a struct door_buf that can be looked at. */
extern const struct door_sink door_guard_sink;

/* Tell what was found. */
void door_guard_report(struct door_guard *guard, struct door_diag *diag);

void door_guard_close(struct door_guard *guard);

#endif
