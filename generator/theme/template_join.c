/*
 * From parts to bytes: what never changes becomes ready HTML, in pieces as long as they can be. A piece ends where
 * something changes and where a jump lands.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "theme/escape.h"
#include "theme/template_program.h"

/* Is it an address in the site, and none in the page? */
static bool
is_in_site(const struct door_expression *expression)
{
    char first = expression->parts[0].literal[0];

    return expression->form == DOOR_FORM_ADDRESS && first != '#' && first != '?';
}

static bool
is_literal(const struct door_expression *expression)
{
    size_t i;

    for (i = 0; i < expression->count; i++)
        if (!expression->parts[i].literal)
            return false;
    return !expression->condition;
}

/* `<p class="`: what stands before the value of an attribute. */
static void
write_before_value(struct door_buf *out, const struct door_op *op)
{
    door_buf_char(out, ' ');
    door_buf_text(out, op->name);
    door_buf_text(out, "=\"");
}

static void
write_literal(struct door_buf *out, const struct door_op *op)
{
    size_t i;

    write_before_value(out, op);
    for (i = 0; i < op->expression->count; i++)
        door_buf_add(out, op->expression->parts[i].html, op->expression->parts[i].size);
    door_buf_char(out, '"');
}

/* Write the operation's HTML and return true, or false if it depends on the page. */
static bool
write_static(struct door_buf *out, const struct door_op *op)
{
    switch (op->type) {
    case DOOR_OP_DOCTYPE:
        door_buf_text(out, "<!doctype html>\n");
        return true;
    case DOOR_OP_START:
        door_buf_char(out, '<');
        door_buf_text(out, op->name);
        return true;
    case DOOR_OP_ATTRIBUTE:
        write_before_value(out, op);
        door_html_attribute(out, op->text);
        door_buf_char(out, '"');
        return true;
    case DOOR_OP_COMPUTED:
        if (!is_literal(op->expression) || is_in_site(op->expression))
            return false;
        write_literal(out, op);
        return true;
    case DOOR_OP_START_END:
        door_buf_char(out, '>');
        return true;
    case DOOR_OP_END:
        if (op->is_void)
            return true;
        door_buf_text(out, "</");
        door_buf_text(out, op->name);
        door_buf_char(out, '>');
        return true;
    case DOOR_OP_TEXT:
        door_html_text(out, op->text);
        return true;
    case DOOR_OP_BYTES:
    case DOOR_OP_HREF:
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
    return op->type >= DOOR_OP_PHRASE;
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

/* An address in the site: what stands before it and the quote behind it are the same on every page. */
static void
add_href(struct door_program *bytes, struct door_arena *arena, struct door_buf *pending, const struct door_op *op)
{
    const struct door_expression *expression = op->expression;
    struct door_op href = { .type = DOOR_OP_HREF, .name = "" };
    struct door_buf html = { 0 };
    size_t i;

    write_before_value(pending, op);
    flush(bytes, arena, pending);
    for (i = 0; i < expression->count; i++) {
        href.name = door_arena_join(arena, href.name, expression->parts[i].literal);
        door_buf_add(&html, expression->parts[i].html, expression->parts[i].size);
    }
    href.size = html.size;
    href.text = door_arena_copy(arena, html.data, html.size);
    if (href.text[0] == '/') {      /* which says only where it begins */
        href.text++;
        href.size--;
    }
    door_program_add(bytes, arena, href);
    door_buf_release(&html);
    door_buf_char(pending, '"');
}

/* Attributes keep what stands before their value. */
static void
add_attribute(struct door_program *bytes, struct door_arena *arena, struct door_op op)
{
    struct door_buf before = { 0 };

    write_before_value(&before, &op);
    op.text = door_arena_copy(arena, before.data, before.size);
    op.size = before.size;
    door_program_add(bytes, arena, op);
    door_buf_release(&before);
}

static void
add_changing(struct door_program *bytes, struct door_arena *arena, struct door_buf *pending, const struct door_op *op)
{
    if (op->type == DOOR_OP_COMPUTED && is_literal(op->expression)) {
        add_href(bytes, arena, pending, op);
        return;
    }
    flush(bytes, arena, pending);
    if (op->type == DOOR_OP_COMPUTED || op->type == DOOR_OP_WORDED)
        add_attribute(bytes, arena, *op);
    else
        door_program_add(bytes, arena, *op);
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
        if (!write_static(&pending, &parts->ops[i]))
            add_changing(bytes, arena, &pending, &parts->ops[i]);
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
