/*
 * files - the files that fields name: media/massage.svg, bank-holidays.json.
 *
 * Owns:   nothing.
 * Called: by load.c for fields of kind FILE.
 * Never:  opens one.
 */
#ifndef DOOR_MODEL_FILES_H
#define DOOR_MODEL_FILES_H

#include <stdbool.h>

#include "base/diag.h"

struct door_check;

/* Is there such a file below content/? *value is its name; false if not: reported at place. */
bool door_file_field_check(struct door_check *check, struct door_place place, const char *text, const char **value);

#endif
