/*
 * From parts to bytes: what never changes becomes ready HTML, in pieces as long as they can be. A piece ends where
 * something changes and where a jump lands.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "theme/escape.h"
#include "theme/template_program.h"

/* Write the operation's HTML and return true, or false if it depends on the page. */
static bool
write_static(struct door_buf *out, const struct door_op *op)
{
    switch (op->type) {
    case DOOR_OP_DOCTYPE:
        door_buf_text(out, "<!doctype html>\n");
        return true;
    case DOOR_OP_START:
        door_buf_format(out, "<%s", op->name);
        return true;
    case DOOR_OP_ATTRIBUTE:
        door_buf_format(out, " %s=\"", op->name);
        door_html_attribute(out, op->text);
        door_buf_char(out, '"');
        return true;
    case DOOR_OP_START_END:
        door_buf_char(out, '>');
        return true;
    case DOOR_OP_END:
        if (!op->is_void)
            door_buf_format(out, "</%s>", op->name);
        return true;
    case DOOR_OP_TEXT:
        door_html_text(out, op->text);
        return true;
    case DOOR_OP_BYTES:
    case DOOR_OP_COMPUTED:
    case DOOR_OP_WORDED:
    case DOOR_OP_PAGE_LANGUAGE:
    case DOOR_OP_LANGUAGE:
    case DOOR_OP_PHRASE_LANGUAGE:
    case DOOR_OP_VALUE:
    case DOOR_OP_HOLE:
    case DOOR_OP_PROSE:
    case DOOR_OP_PHRASE:
    case DOOR_OP_DATA:
    case DOOR_OP_EACH:
    case DOOR_OP_NEXT:
    case DOOR_OP_TEST:
    case DOOR_OP_JUMP:
        return false;
    }
    return false;
}

static bool
jumps(const struct door_op *op)
{
    return op->type == DOOR_OP_PHRASE || op->type == DOOR_OP_EACH || op->type == DOOR_OP_NEXT
            || op->type == DOOR_OP_TEST || op->type == DOOR_OP_JUMP;
}

/* Mark each operation that something jumps to, or where a code's tags begin or end. */
static bool *
find_landings(const struct door_template *template, struct door_arena *arena)
{
    bool *landings = door_arena_alloc(arena, template->parts.count + 1);
    const struct door_phrase_use *use;
    size_t i;

    for (i = 0; i < template->parts.count; i++)
        if (jumps(&template->parts.ops[i]))
            landings[template->parts.ops[i].target] = true;
    for (use = template->phrases; use; use = use->next)
        for (i = 0; i < use->code_count; i++)
            landings[use->codes[i].start] = landings[use->codes[i].end] = true;
    return landings;
}

static void
flush(struct door_program *bytes, struct door_arena *arena, struct door_buf *pending)
{
    if (!pending->size)
        return;
    door_program_add(bytes, arena, (struct door_op){ .type = DOOR_OP_BYTES, .size = pending->size,
            .text = door_arena_copy(arena, pending->data, pending->size) });
    door_buf_clear(pending);
}

void
door_template_join(struct door_template *template, struct door_arena *arena)
{
    const struct door_program *parts = &template->parts;
    struct door_program *bytes = &template->bytes;
    bool *landings = find_landings(template, arena);
    size_t *moved = door_arena_array(arena, parts->count + 1, sizeof *moved);
    struct door_buf pending = { 0 };
    struct door_phrase_use *use;
    size_t i;

    for (i = 0; i < parts->count; i++) {
        if (landings[i])
            flush(bytes, arena, &pending);
        moved[i] = bytes->count;
        if (!write_static(&pending, &parts->ops[i])) {
            flush(bytes, arena, &pending);
            moved[i] = bytes->count;
            door_program_add(bytes, arena, parts->ops[i]);
        }
    }
    flush(bytes, arena, &pending);
    moved[parts->count] = bytes->count;
    for (i = 0; i < bytes->count; i++)
        if (jumps(&bytes->ops[i]))
            bytes->ops[i].target = moved[bytes->ops[i].target];
    for (use = template->phrases; use; use = use->next) {
        for (i = 0; i < use->code_count; i++) {
            use->codes[i].joined_start = moved[use->codes[i].start];
            use->codes[i].joined_end = moved[use->codes[i].end];
        }
    }
    door_buf_release(&pending);
}
