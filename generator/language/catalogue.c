#include "language/catalogue.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"

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

/* What stands behind a field, such as "Language:", in a catalogue's header; empty if nothing does. */
static struct door_span
header_field(const struct door_catalogue *catalogue, const char *field)
{
    const char *header = catalogue->po.header ? catalogue->po.header : "", *line = header, *stop;

    while (line && !door_text_starts(line, field))
        line = (stop = strchr(line, '\n')) ? stop + 1 : NULL;
    if (!line)
        return (struct door_span){ header, 0 };
    line += strlen(field);
    return door_text_trim((struct door_span){ line, strcspn(line, "\n") });
}

bool
door_catalogue_was_read(const struct door_catalogue *catalogue)
{
    return header_field(catalogue, "X-Native-Reader:").size > 0;
}

/* Only the language itself is held against the folder's: "zh_TW" may be how a tool calls zh-Hant. */
void
door_catalogue_check_language(const struct door_catalogue *catalogue, struct door_arena *arena, const char *language,
        struct door_diag *diag)
{
    struct door_span typed = header_field(catalogue, "Language:");
    size_t size = strcspn(language, "-");
    const char *said = door_arena_copy(arena, typed.start, typed.size);

    if (!typed.size || (strcspn(said, "-_@.") == size
            && door_text_same(door_arena_copy(arena, said, size), door_arena_copy(arena, language, size))))
        return;
    door_diag_error(diag, catalogue->po.header_place, "po-language", door_arena_format(arena,
            "Put the file where it belongs, or write \"Language: %s\\n\" if its words are in that language.", language),
            "the header says that the language is \"%s\", the folder is that of \"%s\"", said, language);
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
