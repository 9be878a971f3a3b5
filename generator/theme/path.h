/*
 * path - "service.checked.date", checked against the tables and turned into steps from struct to struct.
 *
 * Owns:   nothing; paths live in the caller's arena.
 * Called: by the template compiler to resolve, by the drawer to read values.
 * Never:  looks at a name while drawing.
 */
#ifndef DOOR_THEME_PATH_H
#define DOOR_THEME_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_field;
struct door_record;

enum {
    DOOR_PATH_STEPS = 12,   /* most steps of one path */
    DOOR_SLOTS = 24,        /* slot 0 is the view; each fd:each around a path has the next */
};

struct door_step {
    const struct door_field *field;
    bool follow;            /* what we have is the address of a pointer: follow it first */
};

struct door_path {
    int slot;                       /* where it starts */
    size_t step_count;
    struct door_step steps[DOOR_PATH_STEPS];
    const struct door_field *field; /* what the value is: the last step's row, or the list's whose item this is */
    bool item;                      /* one item of that list */
    const char *literal;            /* a component's parameter that is plain text: no steps, no field */
    size_t first_word;              /* of a WORD that is shown: the number of its first label */
    const char *text;               /* as written */
    struct door_place place;
    unsigned char step_at[DOOR_PATH_STEPS + 1]; /* how many steps the first i + 1 names of text make */
};

/* A name that a path may begin with, beside the rows of the view. */
struct door_variable {
    const char *name;
    struct door_path path;
    const struct door_variable *next;
};

/* A path that is known to be there: drawing has come past an fd:if on it. */
struct door_guard {
    const struct door_path *path;
    const struct door_guard *next;
};

/*
 * Resolve text, whose first name is a variable's or a row of the view. path->place is kept. On a mistake returns false
 * and says what is wrong.
 */
struct door_path_mistake {
    const char *message, *hint, *id;
};
bool door_path_resolve(struct door_path *path, struct door_arena *arena, const char *text,
        const struct door_variable *variables, const struct door_record *view, struct door_path_mistake *mistake);

/* Is it a list to walk through (and not one item of it)? */
bool door_path_is_list(const struct door_path *path);

/* The part of the path that needs a guard and has none, as an author writes it ("service.wait"), or NULL. */
const char *door_path_unguarded(const struct door_path *path, struct door_arena *arena,
        const struct door_guard *guards);

/* The address of the value, from the addresses in the slots; NULL where something on the way is absent. */
const void *door_path_value(const struct door_path *path, const void *const *slots);

/* Is there a value at that address (NULL is none)? Of YES: is it true? */
bool door_path_is_set(const struct door_path *path, const void *value);

#endif
