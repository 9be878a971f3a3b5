#include "model/check.h"

#include <assert.h>
#include <stdarg.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "model/load.h"
#include "model/offer.h"
#include "model/references.h"
#include "model/schema.h"

struct reference {
    const struct door_record *record;
    const struct door_entry **slot;
    const struct door_node *node;
};

struct rule {
    const struct door_record *record;
    void *base;
    const struct door_node *node;
    struct door_entry *entry;
    const char *context;
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

/* A place for one more item of this size. */
static void *
add(struct door_check *check, struct door_later *later, size_t size)
{
    later->items = door_arena_grow(&check->waiting, later->items, later->count, &later->capacity, size);
    return (char *)later->items + later->count++ * size;
}

void
door_check_reference(struct door_check *check, const struct door_record *record, const struct door_entry **slot,
        const struct door_node *node)
{
    struct reference *reference = add(check, &check->references, sizeof *reference);

    *reference = (struct reference){ record, slot, node };
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
    *rule = (struct rule){ record, base, node, check->entry, check->context };
}

void
door_check_body(struct door_check *check, struct door_prose *body)
{
    struct door_prose **kept = add(check, &check->bodies, sizeof *kept);

    *kept = body;
}

void
door_check_finish(struct door_check *check)
{
    const struct reference *references = check->references.items;
    const struct rule *rules = check->rules.items;
    struct door_prose *const *bodies = check->bodies.items;
    size_t i;

    for (i = 0; i < check->references.count; i++)
        *references[i].slot = door_reference_find(check->offer, references[i].record, references[i].node->text,
                references[i].node->place, check->arena, check->diag);
    for (i = 0; i < check->rules.count; i++) {
        check->entry = rules[i].entry;
        check->context = rules[i].context;
        rules[i].record->check(check, rules[i].base, rules[i].node);
    }
    for (i = 0; i < check->bodies.count; i++)
        door_offer_resolve_links(check->offer, bodies[i], check->diag);
    door_check_forget(check);
}

void
door_check_forget(struct door_check *check)
{
    check->references = check->rules = check->bodies = (struct door_later){ 0 };
    door_arena_release(&check->waiting);
    door_arena_release(&check->scratch);
}
