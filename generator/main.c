/*
 * frontdoor - argv to a command, nothing more.
 */
#include <stdio.h>
#include <string.h>

#include "commands/commands.h"
#include "commands/options.h"

const struct door_command door_commands[] = {
    { "build", "[OFFER]", "build the site, booklets and posters", "otjdsq", door_command_build, false },
    { "check", "[OFFER]", "find every mistake and publish nothing", "tdfsq", door_command_check, false },
    { "serve", "[OFFER]", "show the built site in a browser on this machine", "op", door_command_serve, false },
    { "translations", "update [OFFER]", "write new words into the catalogues of translators", "q",
      door_command_translations, true },
};

const size_t door_command_count = sizeof door_commands / sizeof *door_commands;

int
main(int count, char **arguments)
{
    const struct door_command *command = count > 1 ? door_command_find(arguments[1]) : NULL;
    struct door_options options;

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
            fprintf(stderr, "frontdoor: no command is called \"%s\"\n\n", arguments[1]);
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
