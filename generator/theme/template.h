/*
 * template - a theme's template, compiled: paths resolved to offsets, words to numbers, static text joined.
 *
 * Owns:   the program, in the build's arena.
 * Called: by publish/site.c to compile, by publish/ to draw.
 * Never:  looks anything up by name while drawing.
 *
 * The language is described in doc/templates.md and frontdoor-theme(5).
 */
#ifndef DOOR_THEME_TEMPLATE_H
#define DOOR_THEME_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_arena;
struct door_buf;
struct door_language;
struct door_languages;
struct door_map;
struct door_record;
struct door_template;
struct door_worker;
struct door_words;

/* Where the compiler finds components: <folder>/components/<name>/template.html of the theme or the one it extends. */
struct door_template_source {
    const char *const *folders; /* nearest first, as paths to open */
    const char *const *names;   /* the same, as an error names them: "themes/default" */
    size_t count;
    /* Components that were read, by name, in the arena that all templates are compiled in; NULL: each reads its own. */
    struct door_map *components;
};

/*
 * Compile a template file ("pages/service.html") whose roots are the rows of `view`. Components are expanded where
 * they are used, so each use is checked against the paths it was given. NULL if anything was an error.
 */
struct door_template *door_template_compile(struct door_arena *arena, const struct door_template_source *source,
        const char *file, const struct door_record *view, struct door_words *words, struct door_diag *diag);

/* The same of a text; name is what errors call it. */
struct door_template *door_template_compile_text(struct door_arena *arena, const struct door_template_source *source,
        const char *name, const char *text, const struct door_record *view, struct door_words *words,
        struct door_diag *diag);

/*
 * Give it the words of all languages. Once, after the languages are loaded and before anything is drawn; it is const
 * from then on, and threads may share it.
 */
void door_template_bind(struct door_template *template, struct door_arena *arena,
        const struct door_languages *languages);

/* Does it walk through a list of such records? What only some themes show need not be made for all. */
bool door_template_shows(const struct door_template *template, const struct door_record *record);

/* What one drawing needs. */
struct door_drawing {
    const void *view;                       /* a struct described by the template's view */
    const struct door_languages *languages;
    const struct door_language *language;   /* the page's */
    const char *root;       /* before every address of this language: "../../", or "https://x.example/ur/" on paper */
    const char *assets;     /* before every address of the site as a whole: "../../../" */
    struct door_worker *worker;
    /* Where the template has <fd:data/>: append what machines read of the page. NULL: nothing. */
    void (*data)(void *context, struct door_buf *out);
    void *data_context;
    bool from_disk;         /* a link to a folder names its index.html, for where no server adds it */
};

/* Draw as HTML bytes (a whole document, or what the template holds). */
void door_template_write(const struct door_template *template, const struct door_drawing *drawing,
        struct door_buf *out);

/*
 * Where a template that is drawn for paper puts its parts, in HTML's words: open("p"), text, close("p"). Prose comes
 * as p, ul, ol, li, h2..h6, blockquote, strong, em, a, br. <fd:code of="..."/> comes as open("fd:code") with the
 * attributes "href" (the address inside the code) and "alt". text is never markup; it comes with the language it is in.
 */
struct door_attribute {
    const char *name, *value;
};

struct door_sink {
    void (*open)(void *to, const char *name, const struct door_attribute *attributes, size_t count);
    void (*text)(void *to, const char *text, const struct door_language *language);
    void (*close)(void *to, const char *name);
};

void door_template_emit(const struct door_template *template, const struct door_drawing *drawing,
        const struct door_sink *sink, void *to);

#endif
