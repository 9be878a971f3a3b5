/*
 * template_compiler - what the files of the template compiler share: where they are, and how they complain.
 *
 * Owns:   nothing.
 * Called: by template_compile.c (elements that steer: fd:each, fd:if), template_component.c, template_element.c (HTML
 *         elements and their attributes), template_expression.c (what stands in attributes), template_words.c (fd:t).
 */
#ifndef DOOR_THEME_TEMPLATE_COMPILER_H
#define DOOR_THEME_TEMPLATE_COMPILER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "theme/markup.h"
#include "theme/path.h"
#include "theme/template_program.h"

/* What a use of a component puts in its slots: elements of the caller, read with the caller's names. */
struct door_fill {
    const char *slot;               /* "" is the slot without a name */
    const struct door_markup *children;
    struct door_place place;
    bool used;
    struct door_fill *next;
};

/* The names that can be used at a point of a template, and how we came there. */
struct door_scope {
    const struct door_variable *variables;
    struct door_fill *fills;            /* of the component we are in */
    const struct door_scope *caller;    /* the scope that used the component; NULL on the page itself */
    const char *component;
    struct door_place used;             /* where */
};

struct door_compiler {
    struct door_arena *arena;
    const struct door_template_source *source;
    const struct door_record *view;
    struct door_words *words;
    struct door_diag *diag;
    struct door_template *template;
    const struct door_guard *guards;
    int depth;                          /* slots in use */
    bool print;                         /* for paper */
    bool raw;                           /* inside title, option or textarea */
    struct door_map *components;        /* that were read, by name: struct door_markup * */
};

/* Report at a place; where the place is in a component, the hint tells who used it. */
void door_compiler_error(struct door_compiler *compiler, const struct door_scope *scope, struct door_place place,
        const char *id, const char *hint, const char *format, ...) __attribute__((format(printf, 6, 7)));

size_t door_compiler_add(struct door_compiler *compiler, struct door_op op);

/* The children of an element, with their fd:each and the rest. `edges`: white space at their edges may be seen. */
void door_compile_children(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *first, bool edges);

/* template_component.c: fd:use, fd:slot. */
void door_compile_use(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element);
void door_compile_slot(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element);
/*
 * Read a template file of the theme, or of the one it extends. False: it is nowhere. True with *root NULL: it is wrong,
 * and has been reported.
 */
bool door_compiler_read(struct door_compiler *compiler, const char *file, struct door_markup **root);

/* One element, apart from its fd:each and fd:if. template_element.c */
void door_compile_element(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element);
/* Its start tag without the end of it. */
void door_compile_start(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element);
bool door_element_is_inline(const char *name);
/* May no element stand inside it? */
bool door_element_is_raw(const char *name);
bool door_text_has_letters(const char *text);

/* template_expression.c. NULL after a report. */
struct door_path *door_compile_path(struct door_compiler *compiler, const struct door_scope *scope,
        const char *text, struct door_place place);
/* A value that is read must be there. False after a report. */
bool door_compile_presence(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_path *path);
/* A path to a value that must be there and have words. */
struct door_path *door_compile_text_path(struct door_compiler *compiler, const struct door_scope *scope,
        const char *text, struct door_place place);
struct door_condition *door_compile_condition(struct door_compiler *compiler, const struct door_scope *scope,
        const char *text, struct door_place place);
struct door_expression *door_compile_expression(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element, const struct door_markup_attribute *attribute, const char *name);
bool door_attribute_is_address(const char *name);
bool door_attribute_is_human(const char *name);

/* template_words.c: an element with fd:t; an attribute fd:t-NAME. */
void door_compile_words(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element);
void door_compile_worded_attribute(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup_attribute *attribute);

#endif
