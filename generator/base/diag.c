#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/fail.h"

#define MESSAGE_SIZE ((size_t)400)     /* bytes */

struct door_diag {
    struct door_arena arena;
    struct door_problem *problems;
    size_t count, capacity;
    size_t errors, warnings;
    bool sorted;
    const char **set_aside;         /* files that nothing is said of */
    size_t set_aside_count, set_aside_room;
};

struct door_diag *
door_diag_open(void)
{
    struct door_diag *diag = calloc(1, sizeof *diag);

    if (!diag)
        door_fail("out of memory");
    return diag;
}

void
door_diag_close(struct door_diag *diag)
{
    if (!diag)
        return;
    door_arena_release(&diag->arena);
    free(diag->problems);
    free(diag);
}

/*
 * What no file may hold must not reach a terminal either: a picture's bytes, or a letter that was cut in two where a
 * library, or we, cut its words to a number of bytes.
 */
static void
drop_unclean(char *text)
{
    size_t size = strlen(text), bad;

    while (door_clean_find(text, size, &bad)) {
        memmove(text + bad, text + bad + 1, size - bad);
        size--;
        text += bad;
        size -= bad;
    }
}

/*
 * A message is one line and can be read at a glance, whatever the value in it is: of a long one the beginning and the
 * end are told.
 */
static const char *
one_line(struct door_arena *arena, char *message)
{
    size_t size, head = MESSAGE_SIZE * 2 / 3, tail;
    char *p;

    drop_unclean(message);
    size = strlen(message);
    tail = size - MESSAGE_SIZE / 3;
    for (p = message; (p = strpbrk(p, "\r\n\t")); )
        *p = ' ';
    if (size <= MESSAGE_SIZE)
        return message;
    while (((unsigned char)message[head] & 0xC0) == 0x80)
        head--;
    while (((unsigned char)message[tail] & 0xC0) == 0x80)
        tail++;
    return door_arena_format(arena, "%.*s ... %s", (int)head, message, message + tail);
}

void
door_diag_set_aside(struct door_diag *diag, const char *file)
{
    diag->set_aside = door_arena_grow(&diag->arena, diag->set_aside, diag->set_aside_count, &diag->set_aside_room,
            sizeof *diag->set_aside);
    diag->set_aside[diag->set_aside_count++] = door_arena_text(&diag->arena, file);
}

bool
door_diag_is_set_aside(const struct door_diag *diag, const char *file)
{
    size_t i;

    for (i = 0; i < diag->set_aside_count; i++)
        if (strcmp(diag->set_aside[i], file) == 0)
            return true;
    return false;
}

void
door_diag_add_hint(struct door_diag *diag, const struct door_problem *problem, const char *more)
{
    struct door_problem *own = &diag->problems[problem - diag->problems];

    own->hint = own->hint ? door_arena_format(&diag->arena, "%s %s", own->hint, more)
            : door_arena_text(&diag->arena, more);
}

static void
add(struct door_diag *diag, enum door_severity severity, struct door_place place, const char *id,
        const char *hint, const char *format, va_list arguments)
{
    struct door_problem *problem;

    if (place.file && door_diag_is_set_aside(diag, place.file))
        return;
    if (diag->count == diag->capacity) {
        diag->capacity = diag->capacity ? diag->capacity * 2 : 32;
        diag->problems = realloc(diag->problems, diag->capacity * sizeof *diag->problems);
        if (!diag->problems)
            door_fail("out of memory");
    }
    problem = &diag->problems[diag->count++];
    problem->severity = severity;
    problem->place = place;
    problem->place.file = door_arena_text(&diag->arena, place.file ? place.file : "");
    problem->message = one_line(&diag->arena, door_arena_format_list(&diag->arena, format, arguments));
    problem->hint = hint ? door_arena_text(&diag->arena, hint) : NULL;
    problem->id = id;
    if (severity == DOOR_SEVERITY_ERROR)
        diag->errors++;
    else
        diag->warnings++;
    diag->sorted = false;
}

void
door_diag_error(struct door_diag *diag, struct door_place place, const char *id, const char *hint,
        const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(diag, DOOR_SEVERITY_ERROR, place, id, hint, format, arguments);
    va_end(arguments);
}

void
door_diag_warn(struct door_diag *diag, struct door_place place, const char *id, const char *hint,
        const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(diag, DOOR_SEVERITY_WARNING, place, id, hint, format, arguments);
    va_end(arguments);
}

size_t
door_diag_errors(const struct door_diag *diag)
{
    return diag->errors;
}

size_t
door_diag_warnings(const struct door_diag *diag)
{
    return diag->warnings;
}

static int
compare(const void *a, const void *b)
{
    const struct door_problem *p = a, *q = b;
    int order = strcmp(p->place.file, q->place.file);

    if (!order)
        order = (p->place.line > q->place.line) - (p->place.line < q->place.line);
    if (!order)
        order = (p->place.column > q->place.column) - (p->place.column < q->place.column);
    if (!order)
        order = (int)p->severity - (int)q->severity;
    return order ? order : strcmp(p->message, q->message);
}

const struct door_problem *
door_diag_problems(struct door_diag *diag, size_t *count)
{
    size_t i, kept = 0;

    if (!diag->sorted && diag->count) {
        qsort(diag->problems, diag->count, sizeof *diag->problems, compare);
        for (i = 1; i < diag->count; i++) {
            if (compare(&diag->problems[kept], &diag->problems[i]) == 0) {
                if (diag->problems[i].severity == DOOR_SEVERITY_ERROR)
                    diag->errors--;
                else
                    diag->warnings--;
            } else {
                diag->problems[++kept] = diag->problems[i];
            }
        }
        diag->count = kept + 1;
    }
    diag->sorted = true;
    *count = diag->count;
    return diag->problems;
}

void
door_diag_print(struct door_diag *diag, FILE *stream, bool colour)
{
    static const char *const names[] = { "error", "warning" };
    static const char *const colours[] = { "\033[31m", "\033[33m" };
    const struct door_problem *problems;
    size_t i, count;

    problems = door_diag_problems(diag, &count);
    for (i = 0; i < count; i++) {
        const struct door_problem *p = &problems[i];

        if (p->place.file[0])
            fprintf(stream, "%s:", p->place.file);
        if (p->place.line)
            fprintf(stream, "%d:%d:", p->place.line, p->place.column);
        if (p->place.file[0])
            fputc(' ', stream);
        fprintf(stream, "%s%s:%s %s [%s]\n", colour ? colours[p->severity] : "", names[p->severity],
                colour ? "\033[0m" : "", p->message, p->id);
        if (p->hint)
            fprintf(stream, "  hint: %s\n", p->hint);
    }
}

void
door_diag_print_counts(const struct door_diag *diag, FILE *stream)
{
    size_t errors = door_diag_errors(diag), warnings = door_diag_warnings(diag);

    fprintf(stream, "%zu error%s, %zu warning%s", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}
