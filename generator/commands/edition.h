/*
 * edition - an offer, its languages and its theme, loaded and compiled: what build, check and translations begin with.
 *
 * Owns:   everything in its arena, the problems found, and the workers that draw.
 * Called: by the other files of commands/.
 * Never:  publishes.
 */
#ifndef DOOR_COMMANDS_EDITION_H
#define DOOR_COMMANDS_EDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "content/folder.h"
#include "language/language.h"
#include "language/words.h"
#include "language/worker.h"
#include "plain/plain.h"
#include "publish/site.h"

struct door_diag;
struct door_gallery;
struct door_options;

struct door_edition {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_content content;
    struct door_plain plain;        /* how its English reads; nothing if it says `plain: off` */
    struct door_words words;
    struct door_languages languages;
    struct door_site site;
    struct door_gallery *gallery;   /* the theme's examples, if the options ask for them; else NULL */
    struct door_worker *workers;    /* the first one prints too */
    size_t worker_count;
    const char *built_in;           /* where the program's own themes/ and translations/ lie */
};

/*
 * Read, check and compile everything. False if anything was an error; what could be loaded is there all the same, and
 * door_edition_close is to be called in any case.
 */
bool door_edition_open(struct door_edition *edition, const struct door_options *options);

/* The file of hard words that comes with the program. */
const char *door_edition_words(struct door_edition *edition);

/* Where its site goes: -o, or output/site in the offer. */
const char *door_edition_output(struct door_edition *edition, const struct door_options *options);

/* Write the problems to stderr, or to stdout in a form for tools. Returns the exit status they mean: 0 or 1. */
int door_edition_report(struct door_edition *edition, const struct door_options *options);

void door_edition_close(struct door_edition *edition);

#endif
