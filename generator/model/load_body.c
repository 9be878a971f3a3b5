/*
 * A body: its leaf blocks become pieces, and its links wait until every entry is loaded.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/prose.h"
#include "model/check.h"
#include "model/load.h"
#include "model/offer.h"
#include "model/pieces.h"

static bool
is_leaf(const struct door_prose *prose)
{
    return prose->type == DOOR_PROSE_PARAGRAPH || prose->type == DOOR_PROSE_HEADING;
}

/* The msgid of a leaf block, or NULL where no language asks for it. */
static const char *
msgid_of(struct door_check *check, const struct door_prose *leaf)
{
    struct door_buf text = { 0 };
    const char *msgid;

    if (!door_check_is_translated(check))
        return NULL;
    door_prose_write_markdown(&text, leaf);
    msgid = door_arena_copy(check->arena, door_buf_string(&text), text.size);
    door_buf_release(&text);
    return msgid;
}

static void
add_leaves(struct door_check *check, const struct door_field *field, const char *context, struct door_prose *block)
{
    for (; block; block = block->next) {
        if (!is_leaf(block)) {
            add_leaves(check, field, context, block->children);
            continue;
        }
        block->piece = door_pieces_add(&check->offer->pieces, check->arena, (struct door_piece){
            .context = context, .text = msgid_of(check, block),
            .leaf = block, .field = field, .place = door_prose_place(block, check->entry->place.file),
        });
    }
}

bool
door_load_body(struct door_check *check, const struct door_record *record, void *base, struct door_prose *body)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++)
        if (field->kind == DOOR_KIND_BODY)
            break;
    if (!field) {
        door_diag_error(check->diag, door_prose_place(body, check->entry->place.file), "body-unwanted",
                "Take it out; only the fields are read.",
                "%s %s has no text below its fields", door_article(record->name), record->name);
        return false;
    }
    *(const struct door_prose **)((char *)base + field->offset) = body;
    add_leaves(check, field, door_check_context(check, field), body->children);
    door_check_body(check, body);
    return true;
}
