#include "language/catalogue.h"

#include <errno.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"

void
door_catalogue_read(struct door_arena *arena, const char *path, const char *shown,
        struct door_catalogue *catalogue, struct door_diag *diag)
{
    size_t size, i;
    char *bytes = door_file_read(arena, path, &size);

    *catalogue = (struct door_catalogue){ .po = { .file = shown } };
    if (!bytes) {
        if (errno != ENOENT && errno != ENOTDIR)
            door_fail_path(path, errno);
        return;
    }
    door_po_parse(arena, shown, bytes, size, &catalogue->po, diag);
    for (i = 0; i < catalogue->po.count; i++) {
        const struct door_po_message *message = &catalogue->po.messages[i];

        if (!message->obsolete)
            door_map_put(&catalogue->index, arena, door_po_key(arena, message->context, message->id), message);
    }
}

const struct door_po_message *
door_catalogue_find(const struct door_catalogue *catalogue, struct door_buf *key, const char *context,
        const char *text)
{
    door_buf_clear(key);
    door_po_write_key(key, context, text);
    return door_map_find(&catalogue->index, door_buf_string(key));
}

void
door_catalogue_move(struct door_catalogue *catalogue, struct door_arena *arena,
        const struct door_po_message *message, const char *context)
{
    const char *key = door_po_key(arena, context, message->id);

    /* Words under the entry's own name are newer than those under its old one. */
    if (!door_map_find(&catalogue->index, key))
        door_map_put(&catalogue->index, arena, key, message);
}
