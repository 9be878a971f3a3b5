#include "model/files.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/text.h"
#include "content/folder.h"
#include "model/check.h"

/* Below content/, spelled without detours: no "..", no "./", no "/" in front, no "//", no "\". */
static bool
stays_inside(const char *path)
{
    const char *part = path;
    size_t size;

    for (;;) {
        size = strcspn(part, "/");
        if (!size || (size == 1 && part[0] == '.') || (size == 2 && part[0] == '.' && part[1] == '.'))
            return false;
        if (!part[size])
            return !strchr(path, '\\');
        part += size + 1;
    }
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_there(struct door_check *check, const char *name)
{
    const struct door_content *content = check->content;
    const char *folder;

    if (content->media_count
            && bsearch(&name, content->media, content->media_count, sizeof *content->media, compare_names))
        return true;
    if (door_text_starts(name, "media/") || !content->root)
        return false;
    folder = door_path_join(check->arena, content->root, "content");
    return door_file_exists(door_path_join(check->arena, folder, name));
}

bool
door_file_field_check(struct door_check *check, struct door_place place, const char *text, const char **value)
{
    *value = text;
    if (!stays_inside(text)) {
        door_diag_error(check->diag, place, "file-outside", "Name a file below content/: media/massage.svg.",
                "\"%s\" is not a file below content/", text);
        return false;
    }
    if (is_there(check, text))
        return true;
    door_diag_error(check->diag, place, "file-missing",
            door_text_did_you_mean(check->arena, text, check->content->media, check->content->media_count),
            "there is no file content/%s", text);
    return false;
}
