/*
 * frontdoor - argv to a command, nothing more.
 */
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "commands/commands.h"
#include "commands/options.h"

const struct door_command door_commands[] = {
    { "init", "DIR", "begin an offer of your own", "NULSq", door_command_init, 1,
      "DIR must be empty or not there yet. What is not given by an option is asked for. The offer builds at once: a "
      "front door, stages, topics, six services as drafts with what to find out, pages, a booklet and a poster.",
      false },
    { "new", "KIND ID [OFFER]", "write a file for a new service, place or other entry", "q", door_command_new, 2,
      "KIND is stage, topic, service, place, organisation, question, notice, page or publication. The file says what "
      "each field means. It is a draft until its blanks are filled and the line \"draft: yes\" is taken out.", false },
    { "build", "[OFFER]", "build the site, booklets and posters", "otjdDAsq", door_command_build, 0,
      "Everything is checked and drawn before the new site takes the place of the old one in one step. If anything is "
      "wrong, all of it is told and the old site stays as it is.", false },
    { "check", "[OFFER]", "find every mistake and publish nothing", "otjdDAfsq", door_command_check, 0,
      "It finds what build finds.", false },
    { "report", "[OFFER]", "tell how easy the offer is to read", "td", door_command_report, 0,
      "It tells the reading age of the offer's English, by the Flesch-Kincaid grade, and the entries that are hardest "
      "to read.", false },
    { "serve", "[OFFER]", "show the built site in a browser on this machine", "op", door_command_serve, 0,
      "It goes on until it is interrupted.", false },
    { "translations", "update [OFFER]", "write new words into the catalogues of translators", "q",
      door_command_translations, 1, "They are in translations/LANGUAGE/. What translators wrote stays.", false },
    { "gallery", "[OFFER] -o DIR", "draw every component of the theme in every state, for designers", "otq",
      door_command_gallery, 0, "Each component's examples.yaml is drawn by the theme's templates and stylesheet, on "
      "light and on dark ground.", false },
    { "schema", "[KIND] [OFFER]", "write what may stand in a file, as JSON Schema", "oE", door_command_schema, 1,
      "With KIND one schema, else all of them, to standard output; with -o a file each. The ids that the offer has "
      "today are in them, so write them again now and then. With --editor the folder .vscode of the offer is written: "
      "the YAML extension then completes and explains .yaml files, and .md files get each field as a snippet.", false },
    { "hosting", "NAME [OFFER]", "write the settings of a web server for the site", "o", door_command_hosting, 1,
      "NAME is nginx, apache, caddy or iis. They go to standard output: types of files, the page for addresses that "
      "are not there, caching, headers with the policy of the pages (which \"allow\" in offer.yaml widens), "
      "compression. Apache and IIS read theirs from the site's own folder: \"server: apache\" in offer.yaml puts them "
      "there.",
      false },
    { "manual", "PART", "write a part of the manual pages", "", door_command_manual, 1, NULL, true },
};

const size_t door_command_count = sizeof door_commands / sizeof *door_commands;

static void
refuse_command(const char *word)
{
    const char *nearest = door_command_nearest(word);

    fprintf(stderr, "frontdoor: no command is called \"%s\"", word);
    if (nearest)
        fprintf(stderr, "; did you mean \"%s\"?", nearest);
    fputs("\n\n", stderr);
}

int
main(int count, char **arguments)
{
    const struct door_command *command = count > 1 ? door_command_find(arguments[1]) : NULL;
    struct door_options options;

    mallopt(M_MMAP_THRESHOLD, 128 * 1024);      /* large rooms go back to the system when they are given back */
    if (count > 1 && strcmp(arguments[1], "--version") == 0) {
        puts("frontdoor " DOOR_VERSION);
        return 0;
    }
    if (count > 1 && (strcmp(arguments[1], "--help") == 0 || strcmp(arguments[1], "-h") == 0)) {
        door_options_help(NULL, stdout);
        return 0;
    }
    if (!command) {
        if (count > 1)
            refuse_command(arguments[1]);
        door_options_help(NULL, stderr);
        return 2;
    }
    if (!door_options_read(command, count - 2, arguments + 2, &options))
        return 2;
    if (options.help) {
        door_options_help(command, stdout);
        return 0;
    }
    return command->run(&options);
}
