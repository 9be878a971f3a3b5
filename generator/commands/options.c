#include "commands/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "publish/manual.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct option {
    char letter;                    /* in door_command.options; also the short form where `brief` says so */
    bool brief;
    const char *name, *value;       /* "output", "DIR"; value NULL: a switch */
    const char *help;
    const char *more;               /* what the manual page says beyond the help, in sentences; or NULL */
};

static const struct option options_table[] = {
    { 'o', true, "output", "DIR", "where the site goes (default: output/site in the offer)",
      "check writes nothing: it compares with the site that stands there, to tell which addresses would be lost." },
    { 't', false, "today", "DATE", "the day to build for, 2026-10-01 (default: today in London)",
      "It decides what is shown, on paper too." },
    { 'j', false, "jobs", "N", "how many workers draw at once (default: one for each processor)",
      "The result is the same." },
    { 'd', false, "drafts", NULL, "show drafts too; build wants -o with it",
      "A draft is an entry that says draft: yes. It is marked, and meant for no search engine." },
    { 'D', false, "from-disk", NULL, "link to index.html files, for USB sticks and kiosks",
      "Such a site opens without a web server." },
    { 'A', false, "set-aside", "WHAT", "publish without a broken ur/offer.po or print/booklet",
      "A translation that is set aside falls back to English (ur/interface.po: to the program's own words); of a "
      "publication the files that stand are kept. It can be given several times. The offer's own facts can't be set "
      "aside." },
    { 'f', false, "format", "FORM", "problems as text, json, github or sarif; all but text on stdout",
      "json is an array with one object a problem: severity, id, file, line, column, message, hint; what is "
      "not known is left out. github is the workflow commands that GitHub Actions shows beside the line, "
      "sarif is SARIF 2.1.0, for code scanning." },
    { 's', false, "strict", NULL, "warnings count as errors",
      "The exit status is then 1, and nothing is published." },
    { 'q', false, "quiet", NULL, "say nothing but errors and warnings", NULL },
    { 'p', false, "port", "N", "the port to listen on (default: 8080)", NULL },
    { 'N', false, "name", "NAME", "the council's name, such as \"Brackenshire Council\"", NULL },
    { 'U', false, "url", "URL", "the address that the site will have, such as https://families.council.gov.uk", NULL },
    { 'L', false, "languages", "CODES", "the languages of the site, such as en-GB,pl,ur; English first",
      "The codes are those of BCP 47." },
    { 'S', false, "sample", NULL, "copy the sample offer, Brackenshire, instead",
      "It is a whole offer, of a county that does not exist." },
    { 'E', false, "editor", NULL, "set up the offer's folder for Visual Studio Code",
      "It writes .vscode/ with the schemas and snippets; settings that are there already stay as they are." },
    { 'h', true, "help", NULL, "this help", NULL },
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

const char *
door_command_nearest(const char *word)
{
    const char *names[32];
    size_t count = 0, i;

    for (i = 0; i < door_command_count && count < COUNT(names); i++)
        if (!door_commands[i].hidden)
            names[count++] = door_commands[i].name;
    return door_text_nearest(word, names, count);
}

static bool
takes(const struct door_command *command, const struct option *option)
{
    return option->letter == 'h' || strchr(command->options, option->letter);
}

static const struct option *
find_option(const struct door_command *command, const char *argument, const char **value)
{
    size_t i;

    *value = NULL;
    for (i = 0; i < COUNT(options_table); i++) {
        const struct option *option = &options_table[i];
        size_t size = strlen(option->name);

        if (!takes(command, option))
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

/*
 * "ur/offer.po" or "ur/interface.po", as it stands below translations/, or "print/booklet", as below content/ without
 * its ending.
 */
static bool
set_aside(const char *value, struct door_options *options)
{
    bool is_print = strncmp(value, "print/", 6) == 0 && door_text_is_id(value + 6);
    bool is_catalogue = door_text_ends(value, "/offer.po") || door_text_ends(value, "/interface.po");

    if (options->set_aside_count == DOOR_SET_ASIDE)
        return false;
    options->set_aside[options->set_aside_count++] = value;
    return is_print || (is_catalogue && strchr(value, '/') == strrchr(value, '/'));
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
        return door_problems_find(value, &options->format);
    case 'd':
        options->drafts = true;
        break;
    case 'N':
        options->name = value;
        return *value != '\0';
    case 'U':
        options->url = value;
        return *value != '\0';
    case 'L':
        options->languages = value;
        return *value != '\0';
    case 'S':
        options->sample = true;
        break;
    case 'D':
        options->from_disk = true;
        break;
    case 'A':
        return set_aside(value, options);
    case 'E':
        options->editor = true;
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

static void
refuse_option(const struct door_command *command, const char *argument)
{
    const char *names[COUNT(options_table)], *nearest;
    size_t count = 0, i;
    char typed[64];

    for (i = 0; i < COUNT(options_table); i++)
        if (takes(command, &options_table[i]))
            names[count++] = options_table[i].name;
    snprintf(typed, sizeof typed, "%.*s", (int)strcspn(argument, "="), argument);
    nearest = door_text_nearest(typed + strspn(typed, "-"), names, count);
    fprintf(stderr, "frontdoor %s: no option is called %s; ", command->name, typed);
    if (nearest)
        fprintf(stderr, "did you mean --%s?\n", nearest);
    else
        fprintf(stderr, "see frontdoor %s --help\n", command->name);
}

/* Read the option at arguments[*at], and its value if that is the next argument. */
static bool
read_option(const struct door_command *command, int count, char **arguments, int *at, struct door_options *options)
{
    const char *value;
    const struct option *option = find_option(command, arguments[*at], &value);

    if (!option) {
        refuse_option(command, arguments[*at]);
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
    fprintf(stderr, "frontdoor %s: --%s takes %s, not \"%s\"\n  hint: --%s: %s\n", command->name, option->name,
            option->value, value, option->name, option->help);
    return false;
}

static bool
read_word(const struct door_command *command, const char *word, bool *has_offer, struct door_options *options)
{
    if (command->words_before >= 1 && !options->verb) {
        options->verb = word;
    } else if (command->words_before >= 2 && !options->id) {
        options->id = word;
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
    if (ok && options->drafts && !options->output && !options->help && strcmp(command->name, "build") == 0) {
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
    fprintf(stream, "--%s %-*s  %s\n", option->name, (int)(16 - strlen(option->name)),
            option->value ? option->value : "", option->help);
}

void
door_options_help(const struct door_command *command, FILE *stream)
{
    size_t i;

    if (!command) {
        fputs("frontdoor: a council's local family offer as a website, booklets and posters\n\n", stream);
        for (i = 0; i < door_command_count; i++)
            if (!door_commands[i].hidden)
                fprintf(stream, "  frontdoor %-12s %s\n", door_commands[i].name, door_commands[i].help);
        fputs("\n`frontdoor COMMAND --help` tells more. `frontdoor --version` tells the version.\n", stream);
        return;
    }
    fprintf(stream, "frontdoor %s %s\n  %s\n\n", command->name, command->words, command->help);
    for (i = 0; i < COUNT(options_table); i++)
        if (takes(command, &options_table[i]))
            write_option(&options_table[i], stream);
}

static void
write_sentences(struct door_buf *out, const char *help, const char *more)
{
    door_manual_text(out, help);
    door_buf_text(out, ".\n");
    if (more) {
        door_manual_text(out, more);
        door_buf_char(out, '\n');
    }
}

static void
write_synopsis(struct door_buf *out, const struct door_command *command)
{
    size_t i;

    door_buf_format(out, ".B frontdoor %s\n", command->name);
    if (*command->words) {
        door_buf_text(out, ".RI \" ");
        door_manual_text(out, command->words);
        door_buf_text(out, "\"\n");
    }
    for (i = 0; i < COUNT(options_table); i++) {
        const struct option *option = &options_table[i];

        if (option->letter == 'h' || !takes(command, option))
            continue;
        door_buf_text(out, ".RB [ \\-\\-");
        door_manual_text(out, option->name);
        if (option->value)
            door_buf_format(out, "\n.IR %s ]\n", option->value);
        else
            door_buf_text(out, " ]\n");
    }
    door_buf_text(out, ".br\n");
}

static void
write_command(struct door_buf *out, const struct door_command *command)
{
    door_buf_format(out, ".TP\n.B %s\n", command->name);
    write_sentences(out, command->help, command->more);
}

static void
write_manual_option(struct door_buf *out, const struct option *option)
{
    door_buf_text(out, ".TP\n");
    door_buf_text(out, option->value ? ".BI \"" : ".B \"");
    if (option->brief)
        door_buf_format(out, "\\-%c, ", option->letter);
    door_buf_text(out, "\\-\\-");
    door_manual_text(out, option->name);
    if (option->value)
        door_buf_format(out, " \" %s\n", option->value);
    else
        door_buf_text(out, "\"\n");
    write_sentences(out, option->help, option->more);
}

bool
door_options_manual(struct door_buf *out, const char *part)
{
    bool synopsis = strcmp(part, "synopsis") == 0;
    size_t i;

    if (strcmp(part, "options") == 0) {
        for (i = 0; i < COUNT(options_table); i++)
            write_manual_option(out, &options_table[i]);
        return true;
    }
    if (!synopsis && strcmp(part, "commands") != 0)
        return false;
    for (i = 0; i < door_command_count; i++)
        if (!door_commands[i].hidden && synopsis)
            write_synopsis(out, &door_commands[i]);
        else if (!door_commands[i].hidden)
            write_command(out, &door_commands[i]);
    return true;
}
