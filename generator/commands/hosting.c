/*
 * hosting - the settings of a web server for the finished site, to standard output.
 */
#include "publish/server.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/options.h"

static const struct door_server *
find(struct door_arena *arena, const char *name)
{
    const struct door_server *server;
    const char *names[16], *hint;
    size_t count;

    for (count = 0; (server = door_server(count)); count++) {
        if (name && strcmp(server->name, name) == 0)
            return server;
        names[count] = server->name;
    }
    hint = name ? door_text_did_you_mean(arena, name, names, count) : NULL;
    if (hint)
        fprintf(stderr, "frontdoor hosting: \"%s\" is not a server that is known; %s\n", name, hint);
    else
        fputs("frontdoor hosting: say which: frontdoor hosting nginx|apache|caddy|iis [OFFER]\n", stderr);
    return NULL;
}

/* A server wants the whole path, of a folder that may not be there yet. */
static const char *
whole(struct door_arena *arena, const char *path)
{
    char real[PATH_MAX];

    if (realpath(path, real))
        return door_arena_text(arena, real);
    if (*path == '/' || !getcwd(real, sizeof real))
        return path;
    return door_path_join(arena, real, door_text_starts(path, "./") ? path + 2 : path);
}

int
door_command_hosting(const struct door_options *options)
{
    struct door_edition edition;
    struct door_arena arena = { 0 };
    struct door_buf text = { 0 };
    const struct door_server *server = find(&arena, options->verb);
    int status = 0;

    if (!server) {
        door_arena_release(&arena);
        return 2;
    }
    if (door_edition_open(&edition, options)) {
        door_server_write(&text, &arena, server, edition.site.offer,
                whole(&arena, door_edition_output(&edition, options)));
        fputs(door_buf_string(&text), stdout);
    } else {
        status = door_edition_report(&edition, options);
    }
    door_edition_close(&edition);
    door_buf_release(&text);
    door_arena_release(&arena);
    if (fflush(stdout) != 0)
        door_fail("standard output cannot be written");
    return status;
}
