#include "model/check.h"

#include <assert.h>
#include <stdarg.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "model/load.h"
#include "model/offer.h"
#include "model/references.h"
#include "model/schema.h"

struct door_waiting {           /* what each of them begins with */
    struct door_waiting *next;
};

struct reference {
    struct door_waiting waiting;
    const struct door_record *record;
    const struct door_entry **slot;
    const struct door_node *node;
};

struct rule {
    struct door_waiting waiting;
    const struct door_record *record;
    void *base;
    const struct door_node *node;
    struct door_entry *entry;
    const char *context;
};

struct body {
    struct door_waiting waiting;
    struct door_prose *prose;
    const char *file;
};

/* Where a field of this map is written: its value, else the map. */
static struct door_place
place_of(const struct door_node *node, const char *field)
{
    const struct door_node *value = field ? door_node_find(node, field) : NULL;

    return value ? value->place : node->place;
}

void
door_check_error(struct door_check *check, const struct door_node *node, const char *field, const char *id,
        const char *hint, const char *format, ...)
{
    const char *message;
    va_list arguments;

    va_start(arguments, format);
    message = door_arena_format_list(check->arena, format, arguments);
    va_end(arguments);
    door_diag_error(check->diag, place_of(node, field), id, hint, "%s", message);
}

void
door_check_warn(struct door_check *check, const struct door_node *node, const char *field, const char *id,
        const char *hint, const char *format, ...)
{
    const char *message;
    va_list arguments;

    va_start(arguments, format);
    message = door_arena_format_list(check->arena, format, arguments);
    va_end(arguments);
    door_diag_warn(check->diag, place_of(node, field), id, hint, "%s", message);
}

bool
door_check_load(struct door_check *check, const struct door_record *record, const char *field, void *base,
        const struct door_node *node)
{
    const struct door_field *row = door_record_find(record, field);

    assert(row);
    return door_load_field(check, row, base, node);
}

bool
door_check_is_translated(const struct door_check *check)
{
    return check->offer->languages.count != 1;
}

const char *
door_check_context(const struct door_check *check, const struct door_field *field)
{
    return door_check_is_translated(check) ? door_arena_join(check->arena, check->context, field->name)
            : check->context;
}

/* Room for one more thing of this size, behind those that wait already. */
static void *
add(struct door_check *check, struct door_later *later, size_t size)
{
    struct door_waiting *item = door_arena_alloc(&check->waiting, size);

    *(later->first ? later->tail : &later->first) = item;
    later->tail = &item->next;
    return item;
}

void
door_check_reference(struct door_check *check, const struct door_record *record, const struct door_entry **slot,
        const struct door_node *node)
{
    struct reference *reference = add(check, &check->references, sizeof *reference);

    reference->record = record;
    reference->slot = slot;
    reference->node = node;
}

void
door_check_rules(struct door_check *check, const struct door_record *record, void *base,
        const struct door_node *node)
{
    struct rule *rule;

    if (record->base)
        door_check_rules(check, record->base, base, node);
    if (!record->check)
        return;
    rule = add(check, &check->rules, sizeof *rule);
    *rule = (struct rule){ { NULL }, record, base, node, check->entry, check->context };
}

void
door_check_body(struct door_check *check, struct door_prose *body)
{
    struct body *kept = add(check, &check->bodies, sizeof *kept);

    kept->prose = body;
    kept->file = check->entry->place.file;
}

void
door_check_finish(struct door_check *check)
{
    const struct door_waiting *each;

    for (each = check->references.first; each; each = each->next) {
        const struct reference *reference = (const struct reference *)each;

        *reference->slot = door_reference_find(check->offer, reference->record, reference->node->text,
                reference->node->place, check->arena, check->diag);
    }
    for (each = check->rules.first; each; each = each->next) {
        const struct rule *rule = (const struct rule *)each;

        check->entry = rule->entry;
        check->context = rule->context;
        rule->record->check(check, rule->base, rule->node);
    }
    for (each = check->bodies.first; each; each = each->next) {
        const struct body *body = (const struct body *)each;

        door_offer_resolve_links(check->offer, body->prose, body->file, check->diag);
    }
    door_check_forget(check);
}

void
door_check_forget(struct door_check *check)
{
    check->references = check->rules = check->bodies = (struct door_later){ 0 };
    door_arena_release(&check->waiting);
    door_arena_release(&check->scratch);
}
