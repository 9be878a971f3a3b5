#include "content/data.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/files.h"
#include "base/yaml.h"
#include "content/folder.h"

/* Nobody mends a downloaded file line by line: what YAML's reader has to say about it is not passed on. */
static const struct door_node *
parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, struct door_diag *diag)
{
    struct door_diag *unheard = door_diag_open();
    const struct door_node *root = door_yaml_parse(arena, file, bytes, size, 0, unheard);
    size_t count;

    if (!root || door_diag_errors(unheard))
        door_diag_error(diag, door_diag_problems(unheard, &count)->place, "file-read", "Download the file again.",
                "the file is broken here: it is not JSON");
    door_diag_close(unheard);
    return root;
}

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
    if (!door_clean_check(file, bytes, size, diag))
        return NULL;
    return parse(arena, file, bytes, size, diag);
}
