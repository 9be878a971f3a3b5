#include "theme/path.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/contact.h"
#include "model/entry.h"
#include "model/schema.h"

enum {
    NAMES = 256     /* most names a suggestion is chosen from */
};

/* The record whose rows can follow this path, or NULL. */
static const struct door_record *
record_of(const struct door_path *path)
{
    if (path->literal || !path->field)
        return NULL;
    if (path->field->kind == DOOR_KIND_RECORD)
        return path->field->record;
    if (path->field->kind == DOOR_KIND_OPENING)
        return path->item ? &door_opening_record : NULL;
    if (path->field->kind == DOOR_KIND_REF)
        return path->field->record ? path->field->record : &door_entry_record;
    return NULL;
}

bool
door_path_is_list(const struct door_path *path)
{
    if (path->literal || path->item || !path->field)
        return false;
    return (path->field->flags & DOOR_LIST) || path->field->kind == DOOR_KIND_OPENING;
}

static bool
refuse(struct door_path_mistake *mistake, const char *id, const char *hint, const char *message)
{
    *mistake = (struct door_path_mistake){ message, hint, id };
    return false;
}

static bool
add_step(struct door_path *path, const struct door_field *field, bool follow)
{
    if (path->step_count == DOOR_PATH_STEPS)
        return false;
    path->steps[path->step_count++] = (struct door_step){ field, follow };
    path->field = field;
    path->item = false;
    return true;
}

/* Every entry has an id: its file's name, which no row of its table speaks of. */
static const struct door_field id_field = {
    .name = "id", .kind = DOOR_KIND_ID, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_entry, id)
};

static bool
is_entry(const struct door_record *record)
{
    return record == &door_entry_record || record->base == &door_entry_record;
}

/* Step into a row of this record, or of a record that one of its DOOR_INHERIT rows leads to. */
static bool
step_into(struct door_path *path, const struct door_record *record, const char *name, bool follow)
{
    const struct door_field *field = door_record_find(record, name);
    size_t i;

    if (!field && is_entry(record) && strcmp(name, id_field.name) == 0)
        field = &id_field;
    if (field)
        return add_step(path, field, follow);
    for (i = 0; (field = door_record_field(record, i)); i++) {
        struct door_path longer = *path;

        if (!(field->flags & DOOR_INHERIT) || !field->record)
            continue;
        if (add_step(&longer, field, follow) && step_into(&longer, field->record, name, true)) {
            *path = longer;
            return true;
        }
    }
    return false;
}

static size_t
collect_names(const struct door_record *record, const char **names, size_t count)
{
    const struct door_field *field;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++) {
        if (count < NAMES && !(field->flags & DOOR_SECRET))
            names[count++] = field->name;
        if ((field->flags & DOOR_INHERIT) && field->record)
            count = collect_names(field->record, names, count);
    }
    return count;
}

static bool
refuse_name(struct door_path_mistake *mistake, struct door_arena *arena, const char *name,
        const struct door_variable *variables, const struct door_record *record, const char *before)
{
    const char *names[NAMES];
    size_t count = 0;

    for (; variables && count < NAMES; variables = variables->next)
        names[count++] = variables->name;
    if (record)
        count = collect_names(record, names, count);
    mistake->id = "template-path";
    mistake->hint = door_text_did_you_mean(arena, name, names, count);
    mistake->message = before
            ? door_arena_format(arena, "\"%s\" has no \"%s\"", before, name)
            : door_arena_format(arena, "there is no \"%s\" here", name);
    return false;
}

static bool
begin(struct door_path *path, struct door_arena *arena, const char *name, const struct door_variable *variables,
        const struct door_record *view, struct door_path_mistake *mistake)
{
    const struct door_variable *variable;

    for (variable = variables; variable; variable = variable->next) {
        if (strcmp(variable->name, name) == 0) {
            const char *text = path->text;
            struct door_place place = path->place;

            *path = variable->path;
            path->text = text;
            path->place = place;
            return true;
        }
    }
    if (step_into(path, view, name, false))
        return true;
    return refuse_name(mistake, arena, name, variables, view, NULL);
}

static bool
go_on(struct door_path *path, struct door_arena *arena, const char *name, const char *before,
        struct door_path_mistake *mistake)
{
    const struct door_record *record = record_of(path);
    bool inline_item = path->item && path->field->kind != DOOR_KIND_REF;

    if (door_path_is_list(path))
        return refuse(mistake, "template-list", "Walk through it with fd:each.",
                door_arena_format(arena, "\"%s\" is a list", before));
    if (!record)
        return refuse(mistake, "template-path", NULL,
                door_arena_format(arena, "\"%s\" is one value, with nothing inside", before));
    if (!step_into(path, record, name, !inline_item))
        return refuse_name(mistake, arena, name, NULL, record, before);
    return true;
}

/* The size of the name at text: lower-case letters, digits, underscores. */
static size_t
name_size(const char *text)
{
    size_t size = 0;

    while (islower((unsigned char)text[size]) || text[size] == '_' || (size && isdigit((unsigned char)text[size])))
        size++;
    return size;
}

bool
door_path_resolve(struct door_path *path, struct door_arena *arena, const char *text,
        const struct door_variable *variables, const struct door_record *view, struct door_path_mistake *mistake)
{
    const char *p = text;
    size_t size, names = 0, i;
    struct door_place place = path->place;

    *path = (struct door_path){ .text = text, .place = place };
    for (;;) {
        const char *name;

        size = name_size(p);
        if (!size || (p[size] && p[size] != '.'))
            return refuse(mistake, "template-path", "Write names with dots between them: service.name.",
                    door_arena_format(arena, "\"%s\" is not a path", text));
        name = door_arena_copy(arena, p, size);
        if (p == text ? !begin(path, arena, name, variables, view, mistake)
                : !go_on(path, arena, name, door_arena_copy(arena, text, (size_t)(p - text) - 1), mistake))
            return false;
        if (names <= DOOR_PATH_STEPS)
            path->step_at[names++] = (unsigned char)path->step_count;
        if (!p[size])
            break;
        p += size + 1;
    }
    for (i = 0; i < path->step_count; i++)
        if (path->steps[i].field->flags & DOOR_SECRET)
            return refuse(mistake, "template-secret", "It is never published; leave it out.",
                    door_arena_format(arena, "\"%s\" is not for readers", text));
    return true;
}

static bool
is_optional(const struct door_field *field)
{
    return !(field->flags & (DOOR_REQUIRED | DOOR_LIST)) && !field->fallback && field->kind != DOOR_KIND_YES
            && field->kind != DOOR_KIND_OPENING;
}

static bool
is_guarded(const struct door_path *path, size_t steps, const struct door_guard *guards)
{
    size_t i;

    for (; guards; guards = guards->next) {
        const struct door_path *known = guards->path;

        if (known->slot != path->slot || known->step_count < steps)
            continue;
        for (i = 0; i < steps && known->steps[i].field == path->steps[i].field; i++)
            ;
        if (i == steps)
            return true;
    }
    return false;
}

/* The names of the path as written that make at least so many steps. */
static const char *
spelled(const struct door_path *path, struct door_arena *arena, size_t steps)
{
    const char *end = path->text;
    size_t i = 0;

    for (;;) {
        end += strcspn(end, ".");
        if (!*end || path->step_at[i] >= steps)
            return door_arena_copy(arena, path->text, (size_t)(end - path->text));
        end++;
        i++;
    }
}

const char *
door_path_unguarded(const struct door_path *path, struct door_arena *arena, const struct door_guard *guards)
{
    size_t i;

    for (i = 0; i < path->step_count; i++)
        if (is_optional(path->steps[i].field) && !is_guarded(path, i + 1, guards))
            return spelled(path, arena, i + 1);
    return NULL;
}

const void *
door_path_value(const struct door_path *path, const void *const *slots)
{
    const char *at = slots[path->slot];
    size_t i;

    for (i = 0; i < path->step_count && at; i++) {
        if (path->steps[i].follow)
            at = *(const char *const *)at;
        if (at)
            at += path->steps[i].field->offset;
    }
    return at;
}

bool
door_path_is_set(const struct door_path *path, const void *value)
{
    if (path->literal)
        return path->literal[0] != '\0';
    if (!value)
        return false;
    if (path->item)
        return true;
    if (path->field->kind == DOOR_KIND_YES)
        return *(const bool *)value;
    if (door_path_is_list(path))
        return ((const struct door_list *)value)->count > 0;
    return door_field_is_set(path->field, (const char *)value - path->field->offset);
}
