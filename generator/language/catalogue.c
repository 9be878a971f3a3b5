#include "language/catalogue.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"

static const char *
key_of(struct door_arena *arena, const char *context, const char *text)
{
    return context ? door_arena_format(arena, "%s\004%s", context, text) : text;
}

/* Where the byte at this offset stands. The text before it is clean. */
static struct door_place
place_of(const char *shown, const char *bytes, size_t offset)
{
    struct door_place place = { shown, 1, 1 };
    const char *p = bytes, *bad = bytes + offset;

    while (p < bad) {
        place.column++;
        if (door_text_next(&p) == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

void
door_catalogue_read(struct door_arena *arena, const char *path, const char *shown,
        struct door_catalogue *catalogue, struct door_diag *diag)
{
    size_t size, bad, i;
    char *bytes = door_file_read(arena, path, &size);

    *catalogue = (struct door_catalogue){ .po = { .file = shown } };
    if (!bytes) {
        if (errno != ENOENT && errno != ENOTDIR)
            door_fail_path(path, errno);
        return;
    }
    if (!door_text_is_clean(bytes, size, &bad)) {
        door_diag_error(diag, place_of(shown, bytes, bad), "text-encoding", "Save the file as UTF-8.",
                "the file is not UTF-8 here");
        return;
    }
    door_po_parse(arena, shown, bytes, size, &catalogue->po, diag);
    for (i = 0; i < catalogue->po.count; i++) {
        const struct door_po_message *message = &catalogue->po.messages[i];

        if (!message->obsolete)
            door_map_put(&catalogue->index, arena, key_of(arena, message->context, message->id), message);
    }
}

const struct door_po_message *
door_catalogue_find(const struct door_catalogue *catalogue, struct door_buf *key, const char *context,
        const char *text)
{
    if (!context)
        return door_map_find(&catalogue->index, text);
    door_buf_clear(key);
    door_buf_text(key, context);
    door_buf_char(key, '\004');
    door_buf_text(key, text);
    return door_map_find(&catalogue->index, door_buf_string(key));
}

void
door_catalogue_move(struct door_catalogue *catalogue, struct door_arena *arena,
        const struct door_po_message *message, const char *context)
{
    const char *key = key_of(arena, context, message->id);

    /* Words under the entry's own name are newer than those under its old one. */
    if (!door_map_find(&catalogue->index, key))
        door_map_put(&catalogue->index, arena, key, message);
}
