/*
 * diag - what is wrong with the content: collected, sorted by place, told at the end.
 *
 * Owns:   the problems, their texts and places' file names, in an arena of its own.
 * Called: by every room that reads something an editor wrote.
 * Never:  stops the program.
 *
 * A message is one line in lower case, the editor's value in double quotes; a hint is a sentence that says what to do,
 * or NULL; the id is a [name] that stays when the words are mended, for people to look for and programs to count.
 */
#ifndef DOOR_BASE_DIAG_H
#define DOOR_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct door_diag;

struct door_place {     /* lines and columns count from 1, columns in code points; 0 = not known */
    const char *file;   /* relative to the offer */
    int line, column;
};

enum door_severity {
    DOOR_SEVERITY_ERROR,
    DOOR_SEVERITY_WARNING,
};

struct door_problem {
    enum door_severity severity;
    struct door_place place;
    const char *message, *hint, *id;    /* hint may be NULL */
};

struct door_diag *door_diag_open(void);
void door_diag_close(struct door_diag *diag);

void door_diag_error(struct door_diag *diag, struct door_place place, const char *id, const char *hint,
        const char *format, ...) __attribute__((format(printf, 5, 6)));
void door_diag_warn(struct door_diag *diag, struct door_place place, const char *id, const char *hint,
        const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Say nothing of this file from now on: whoever reads files passes it over, as somebody asked for. */
void door_diag_set_aside(struct door_diag *diag, const char *file);
bool door_diag_is_set_aside(const struct door_diag *diag, const char *file);

/* Put more behind the hint of a problem that door_diag_problems gave. */
void door_diag_add_hint(struct door_diag *diag, const struct door_problem *problem, const char *more);

size_t door_diag_errors(const struct door_diag *diag);
size_t door_diag_warnings(const struct door_diag *diag);

/* The problems sorted by file, line and column, repeated ones once. Valid until the next one is added. */
const struct door_problem *door_diag_problems(struct door_diag *diag, size_t *count);

/*
 * Write them as text, the form of compilers that editors and CI know:
 *     content/services/x.md:9:15: error: no place has the id "y" [ref-unknown]
 *       hint: did you mean "z"?
 */
void door_diag_print(struct door_diag *diag, FILE *stream, bool colour);

/* Write how many there are, without a line end: "1 error, 2 warnings". */
void door_diag_print_counts(const struct door_diag *diag, FILE *stream);

#endif
