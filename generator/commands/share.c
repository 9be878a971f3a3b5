#include "commands/share.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/files.h"

#ifndef DOOR_SHARE
#define DOOR_SHARE "/usr/local/share/frontdoor"
#endif

static bool
is_share(struct door_arena *arena, const char *folder)
{
    return door_file_exists(door_path_join(arena, folder, "themes/default/theme.yaml"))
            && door_file_exists(door_path_join(arena, folder, "translations"));
}

/* Looked for from the program's own place, so that an install can be moved or packed (DESTDIR) and still be whole. */
const char *
door_share_find(struct door_arena *arena)
{
    char program[PATH_MAX], *slash;
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    const char *installed;
    int up;

    if (size <= 0)
        return DOOR_SHARE;
    program[size] = '\0';
    for (up = 0; up < 5; up++) {     /* the deepest is a program of the tests: .build/plain/tests/pdf/witness */
        slash = strrchr(program, '/');
        if (!slash || slash == program)
            break;
        *slash = '\0';
        if (is_share(arena, program))
            return door_arena_text(arena, program);
        installed = door_path_join(arena, program, "share/frontdoor");
        if (is_share(arena, installed))
            return installed;
    }
    return DOOR_SHARE;
}
