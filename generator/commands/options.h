/*
 * options - the command line: one table of commands and one of options, from which arguments are read, --help is
 * written, and the manual page is checked.
 */
#ifndef DOOR_COMMANDS_OPTIONS_H
#define DOOR_COMMANDS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "commands/problems.h"
#include "model/values.h"

struct door_buf;

#define DOOR_VERSION "0.1"

enum { DOOR_SET_ASIDE = 32 };       /* more than an offer has languages that could be broken at once */

struct door_options {
    const char *offer;              /* the folder of the offer; "." unless given */
    const char *output;             /* -o, or NULL: <offer>/output/site */
    struct door_date today;         /* --today, or year 0 */
    int jobs;                       /* --jobs; 0 = as many as the machine has */
    int port;                       /* --port */
    enum door_problems_format format; /* --format */
    bool drafts, from_disk, quiet, strict, help;
    const char *set_aside[DOOR_SET_ASIDE];  /* --set-aside, each time it is given: "ur/offer.po", "print/x" */
    size_t set_aside_count;
    const char *verb;               /* the first word before OFFER: "update" of `translations update`, or NULL */
    const char *id;                 /* the second: "baby-massage" of `new service baby-massage`, or NULL */
    const char *name, *url, *languages;     /* --name, --url, --languages of init, or NULL */
    bool sample, editor;
    bool examples;                  /* of gallery: the theme's examples are read too */
};

struct door_command {
    const char *name, *words;       /* "build", "[OFFER]": as the help shows them */
    const char *help;
    const char *options;            /* the letters of the option table that it takes */
    int (*run)(const struct door_options *options);     /* the exit status */
    int words_before;               /* words in front of the offer's folder: 1 in `translations update [OFFER]` */
    const char *more;               /* what the manual page says beyond the help, in sentences; or NULL */
    bool hidden;                    /* for the makers of frontdoor: in no help and no manual page */
};

extern const struct door_command door_commands[];
extern const size_t door_command_count;

const struct door_command *door_command_find(const char *name);

/* The name of the command that is nearest to a word, or NULL. */
const char *door_command_nearest(const char *word);

/* Read the arguments behind the command's name. False, with a message on stderr, if one is wrong. */
bool door_options_read(const struct door_command *command, int count, char **arguments, struct door_options *options);

/* The help of one command, or (NULL) of the program. */
void door_options_help(const struct door_command *command, FILE *stream);

/*
 * Parts of frontdoor(1), in the language of man: "synopsis", "commands" or "options". False if there is no such part.
 */
bool door_options_manual(struct door_buf *out, const char *part);

#endif
