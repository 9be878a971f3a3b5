/*
 * clean - characters that no file may hold: broken UTF-8, control characters, and the invisible marks that make
 * text read otherwise than it is stored (Unicode UAX 9, explicit formatting; "Trojan Source").
 *
 * Owns:   nothing.
 * Called: for each file that is read, and wherever an escape (YAML, Markdown, PO) can spell such a character.
 * Never:  repairs anything.
 */
#ifndef DOOR_BASE_CLEAN_H
#define DOOR_BASE_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* Is there such a character? *bad is the offset of the first. */
bool door_clean_find(const char *bytes, size_t size, size_t *bad);

/* Tell what stands at `bad`. */
void door_clean_report(const char *bad, struct door_place place, struct door_diag *diag);

/* Check a whole file and report the first such character with its line and column. True if there is none. */
bool door_clean_check(const char *file, const char *bytes, size_t size, struct door_diag *diag);

#endif
