#include "publish/files.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "publish/guard.h"
#include "publish/output.h"

struct copying {
    const char *root;               /* "<offer>/content/files" */
    struct door_guard *guard;
    struct door_output *output;
    struct door_diag *diag;
    struct door_arena names, bytes;
};

/* What systems leave behind in any folder. */
static bool
is_litter(const char *name)
{
    static const char *const litter[] = { ".DS_Store", "Thumbs.db", "desktop.ini" };
    size_t i;

    for (i = 0; i < sizeof litter / sizeof *litter; i++)
        if (strcmp(name, litter[i]) == 0)
            return true;
    return door_text_ends(name, "~");
}

static void
refuse(struct copying *copying, const char *name, const char *id, const char *message, const char *hint)
{
    struct door_place place = { door_arena_join(&copying->names, "content/files/", name), 0, 0 };

    door_diag_error(copying->diag, place, id, hint, "%s", message);
}

/* Does the site have a file of this name, a folder, or a file where one of the name's folders would be? */
static bool
clashes(struct copying *copying, const char *name)
{
    char *path = door_arena_text(&copying->names, name), *slash;

    if (door_output_holds(copying->output, name)
            || door_output_holds(copying->output, door_path_join(&copying->names, name, "index.html")))
        return true;
    for (slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (door_output_holds(copying->output, path))
            return true;
        *slash = '/';
    }
    return false;
}

/* Is its text packed, or not in UTF-8, so that the guard can't read it: PDF, ZIP (Word, Excel), gzip, UTF-16? */
static bool
is_packed(const char *bytes, size_t size)
{
    static const char *const begin[] = { "%PDF", "PK\3\4", "\x1F\x8B", "\xFF\xFE", "\xFE\xFF" };
    size_t i;

    for (i = 0; i < sizeof begin / sizeof *begin; i++)
        if (size >= strlen(begin[i]) && memcmp(bytes, begin[i], strlen(begin[i])) == 0)
            return true;
    return false;
}

static void
warn_unread(struct copying *copying, const char *name)
{
    struct door_place place = { door_arena_join(&copying->names, "content/files/", name), 0, 0 };

    door_diag_warn(copying->diag, place, "file-unsearched",
            "Open it and make sure of that yourself; or keep it on another website, and link to it.",
            "nobody looked into this file for the address that must stay hidden");
}

static void
copy_file(struct copying *copying, const char *name)
{
    const char *path = door_path_join(&copying->names, copying->root, name);
    size_t size;
    const char *bytes;

    if (clashes(copying, name)) {
        refuse(copying, name, "file-clash", "the site has a file of its own there",
                "Give it another name, or take it out.");
        return;
    }
    bytes = door_file_read(&copying->bytes, path, &size);
    if (!bytes)
        door_fail_path(path, errno);
    door_guard_look(copying->guard, name, bytes, size);
    if (door_guard_hides_place(copying->guard) && is_packed(bytes, size))
        warn_unread(copying, name);
    door_output_file(copying->output, name, bytes, size);
    door_arena_empty(&copying->bytes);
}

static void
copy_folder(struct copying *copying, const char *folder)
{
    const char *path = door_path_join(&copying->names, copying->root, folder);
    size_t count, i;
    const struct door_file *files = door_files_list(&copying->names, path, &count);

    if (!files)
        door_fail_path(path, errno);
    for (i = 0; i < count; i++) {
        const char *name = door_path_join(&copying->names, folder, files[i].name);

        if (is_litter(files[i].name))
            continue;
        switch (files[i].type) {
        case DOOR_FILE_REGULAR:
            copy_file(copying, name);
            break;
        case DOOR_FILE_FOLDER:
            copy_folder(copying, name);
            break;
        case DOOR_FILE_LINK:
        case DOOR_FILE_OTHER:
            refuse(copying, name, "file-link", "this is not a file", "Put the file itself here.");
            break;
        }
    }
}

void
door_files_publish(const char *offer, struct door_guard *guard, struct door_output *output, struct door_diag *diag)
{
    struct copying copying = { .guard = guard, .output = output, .diag = diag };

    copying.root = door_path_join(&copying.names, offer, "content/files");
    if (door_file_exists(copying.root))
        copy_folder(&copying, "");
    door_arena_release(&copying.names);
    door_arena_release(&copying.bytes);
}
