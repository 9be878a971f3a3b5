/*
 * problems - what was found wrong, as text for people or in the forms that tools read.
 *
 * Owns:   nothing.
 * Called: by commands/edition.c.
 * Never:  changes a path: all are relative to the offer.
 */
#ifndef DOOR_COMMANDS_PROBLEMS_H
#define DOOR_COMMANDS_PROBLEMS_H

#include <stdbool.h>

struct door_buf;
struct door_diag;

enum door_problems_format {
    DOOR_PROBLEMS_TEXT,       /* base/diag.h says how it looks */
    DOOR_PROBLEMS_JSON,       /* an array with an object a problem, one a line */
    DOOR_PROBLEMS_GITHUB,     /* workflow commands, which GitHub Actions shows beside the line */
    DOOR_PROBLEMS_SARIF,      /* SARIF 2.1.0, for code scanning */
};

/* "json" to its format. False if there is none of that name. */
bool door_problems_find(const char *name, enum door_problems_format *format);

/* The problems in one of the forms for tools. */
void door_problems_write(struct door_buf *out, struct door_diag *diag, enum door_problems_format format);

#endif
