#include "content/data.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/files.h"
#include "base/yaml.h"
#include "content/folder.h"

const struct door_node *
door_data_load(struct door_arena *arena, const struct door_content *content, const char *name, struct door_diag *diag)
{
    const char *file = door_arena_format(arena, "content/%s", name);
    struct door_place place = { file, 0, 0 };
    size_t size;
    const char *bytes = door_file_read(arena, door_path_join(arena, content->root, file), &size);

    if (!bytes && errno == ENOENT)
        return NULL;
    if (!bytes) {
        door_diag_error(diag, place, "file-read", NULL, "it can't be read: %s", strerror(errno));
        return NULL;
    }
    return door_clean_check(file, bytes, size, diag) ? door_yaml_parse(arena, file, bytes, size, 0, diag) : NULL;
}
