#include "commands/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct option {
    char letter;                    /* in door_command.options; also the short form where `brief` says so */
    bool brief;
    const char *name, *value;       /* "output", "DIR"; value NULL: a switch */
    const char *help;
};

static const struct option options_table[] = {
    { 'o', true, "output", "DIR", "where the site goes (default: output/site in the offer)" },
    { 't', false, "today", "DATE", "the day to build for, 2026-10-01 (default: today in London)" },
    { 'j', false, "jobs", "N", "how many workers draw at once (default: one for each processor)" },
    { 'd', false, "drafts", NULL, "show drafts too; build wants -o with it" },
    { 'f', false, "format", "FORM", "problems as text, json, github or sarif; all but text on stdout" },
    { 's', false, "strict", NULL, "warnings count as errors" },
    { 'q', false, "quiet", NULL, "say nothing but errors and warnings" },
    { 'p', false, "port", "N", "the port to listen on (default: 8080)" },
    { 'h', true, "help", NULL, "this help" },
};

const struct door_command *
door_command_find(const char *name)
{
    size_t i;

    for (i = 0; i < door_command_count; i++)
        if (strcmp(door_commands[i].name, name) == 0)
            return &door_commands[i];
    return NULL;
}

static const struct option *
find_option(const struct door_command *command, const char *argument, const char **value)
{
    size_t i;

    *value = NULL;
    for (i = 0; i < sizeof options_table / sizeof *options_table; i++) {
        const struct option *option = &options_table[i];
        size_t size = strlen(option->name);

        if (option->letter != 'h' && !strchr(command->options, option->letter))
            continue;
        if (option->brief && argument[1] == option->letter && !argument[2])
            return option;
        if (argument[1] == '-' && strncmp(argument + 2, option->name, size) == 0
                && (argument[2 + size] == '\0' || argument[2 + size] == '=')) {
            *value = argument[2 + size] ? argument + 3 + size : NULL;
            return option;
        }
    }
    return NULL;
}

static bool
read_number(const char *text, int least, int most, int *number)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    *number = (int)value;
    return !errno && *text && !*end && value >= least && value <= most;
}

static bool
read_date(const char *text, struct door_date *date)
{
    struct door_arena arena = { 0 };
    struct door_mistake mistake;
    bool ok = door_date_parse(&arena, text, date, &mistake);

    door_arena_release(&arena);
    return ok;
}

static bool
set_option(const struct option *option, const char *value, struct door_options *options)
{
    switch (option->letter) {
    case 'o':
        options->output = value;
        return *value != '\0';
    case 't':
        return read_date(value, &options->today);
    case 'j':
        return read_number(value, 1, 256, &options->jobs);
    case 'p':
        return read_number(value, 1, 65535, &options->port);
    case 'f':
        return door_report_find(value, &options->format);
    case 'd':
        options->drafts = true;
        break;
    case 's':
        options->strict = true;
        break;
    case 'q':
        options->quiet = true;
        break;
    case 'h':
        options->help = true;
        break;
    }
    return true;
}

/* Read the option at arguments[*at], and its value if that is the next argument. */
static bool
read_option(const struct door_command *command, int count, char **arguments, int *at, struct door_options *options)
{
    const char *value;
    const struct option *option = find_option(command, arguments[*at], &value);

    if (!option) {
        fprintf(stderr, "frontdoor %s: no option is called %s; see frontdoor %s --help\n", command->name,
                arguments[*at], command->name);
        return false;
    }
    if (!option->value && value) {
        fprintf(stderr, "frontdoor %s: --%s takes no value\n", command->name, option->name);
        return false;
    }
    if (option->value && !value)
        value = *at + 1 < count ? arguments[++*at] : "";
    if (set_option(option, value, options))
        return true;
    fprintf(stderr, "frontdoor %s: --%s takes %s, not \"%s\"\n", command->name, option->name, option->value, value);
    return false;
}

static bool
read_word(const struct door_command *command, const char *word, bool *has_offer, struct door_options *options)
{
    if (command->has_verb && !options->verb) {
        options->verb = word;
    } else if (!*has_offer) {
        options->offer = word;
        *has_offer = true;
    } else {
        fprintf(stderr, "frontdoor %s: \"%s\" is one word too many; see frontdoor %s --help\n", command->name, word,
                command->name);
        return false;
    }
    return true;
}

bool
door_options_read(const struct door_command *command, int count, char **arguments, struct door_options *options)
{
    bool plain = false, has_offer = false, ok = true;
    int i;

    *options = (struct door_options){ .offer = ".", .port = 8080 };
    for (i = 0; i < count && ok; i++) {
        if (!plain && strcmp(arguments[i], "--") == 0)
            plain = true;
        else if (plain || arguments[i][0] != '-' || !arguments[i][1])
            ok = read_word(command, arguments[i], &has_offer, options);
        else
            ok = read_option(command, count, arguments, &i, options);
    }
    if (ok && options->drafts && !options->output && !options->help && strchr(command->options, 'o')) {
        fprintf(stderr, "frontdoor %s: --drafts needs -o DIR, so that no draft stands on the public site\n",
                command->name);
        return false;
    }
    return ok;
}

static void
write_option(const struct option *option, FILE *stream)
{
    if (option->brief)
        fprintf(stream, "  -%c, ", option->letter);
    else
        fputs("      ", stream);
    fprintf(stream, "--%s %-*s  %s\n", option->name, (int)(12 - strlen(option->name)),
            option->value ? option->value : "", option->help);
}

void
door_options_help(const struct door_command *command, FILE *stream)
{
    size_t i;

    if (!command) {
        fputs("frontdoor: a council's local family offer as a website, booklets and posters\n\n", stream);
        for (i = 0; i < door_command_count; i++)
            fprintf(stream, "  frontdoor %-12s %s\n", door_commands[i].name, door_commands[i].help);
        fputs("\n`frontdoor COMMAND --help` tells more. `frontdoor --version` tells the version.\n", stream);
        return;
    }
    fprintf(stream, "frontdoor %s %s\n  %s\n\n", command->name, command->words, command->help);
    for (i = 0; i < sizeof options_table / sizeof *options_table; i++)
        if (options_table[i].letter == 'h' || strchr(command->options, options_table[i].letter))
            write_option(&options_table[i], stream);
}
