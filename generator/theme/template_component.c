/* Components: a use is compiled in place, with its attributes as names and its children in the slots. */
#include "theme/template_compiler.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/text.h"

enum {
    NAMES = 256     /* most names a suggestion is chosen from */
};

static const struct door_fill *
find_fill(const struct door_scope *scope, const char *slot)
{
    struct door_fill *fill;

    for (fill = scope->fills; fill; fill = fill->next) {
        if (strcmp(fill->slot, slot) == 0) {
            fill->used = true;
            return fill;
        }
    }
    return NULL;
}

/* What the caller put here is read with the caller's names; without it the slot's own children stand. */
void
door_compile_slot(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *name = door_markup_find(element, "name");
    const struct door_fill *fill;

    if (!scope->caller) {
        door_compiler_error(compiler, scope, element->place, "template-slot", "Slots belong in components.",
                "nothing could fill this slot");
        return;
    }
    fill = find_fill(scope, name ? name->value : "");
    if (fill)
        door_compile_children(compiler, scope->caller, fill->children, false);
    else
        door_compile_children(compiler, scope, element->children, false);
}

/* Sort the children of a use into slots. Those outside fd:fill are for the slot without a name. */
static struct door_fill *
read_fills(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *use)
{
    struct door_fill *fills = NULL, *fill, *rest = door_arena_alloc(compiler->arena, sizeof *rest);
    struct door_markup *first = NULL, **tail = &first;
    const struct door_markup *child;
    bool words = false;

    for (child = use->children; child; child = child->next) {
        const struct door_markup_attribute *slot;

        if (!child->name || strcmp(child->name, "fd:fill") != 0) {
            *tail = door_arena_alloc(compiler->arena, sizeof **tail);
            **tail = *child;
            (*tail)->next = NULL;
            tail = &(*tail)->next;
            words |= !door_markup_is_blank(child);
            continue;
        }
        slot = door_markup_find(child, "slot");
        if (!slot)
            door_compiler_error(compiler, scope, child->place, "template-slot", "Write <fd:fill slot=\"main\">.",
                    "fd:fill does not say which slot it fills");
        fill = door_arena_alloc(compiler->arena, sizeof *fill);
        *fill = (struct door_fill){ slot ? slot->value : "", child->children, child->place, !slot, fills };
        fills = fill;
    }
    if (!words)
        return fills;
    *rest = (struct door_fill){ "", first, use->place, false, fills };
    return rest;
}

static const char *
component_hint(struct door_compiler *compiler, const char *name)
{
    const char *names[NAMES];
    size_t count = 0, i, j, found;

    for (i = 0; i < compiler->source->count; i++) {
        struct door_file *files = door_files_list(compiler->arena,
                door_path_join(compiler->arena, compiler->source->folders[i], "components"), &found);

        for (j = 0; files && j < found && count < NAMES; j++)
            names[count++] = files[j].name;
    }
    return door_text_did_you_mean(compiler->arena, name, names, count);
}

bool
door_compiler_read(struct door_compiler *compiler, const char *file, struct door_markup **root)
{
    const struct door_template_source *source = compiler->source;
    size_t i, size;

    *root = NULL;
    for (i = 0; i < source->count; i++) {
        const char *path = door_path_join(compiler->arena, source->folders[i], file);
        char *bytes = door_file_read(compiler->arena, path, &size);
        const char *name = door_path_join(compiler->arena, source->names[i], file);

        if (bytes) {
            *root = door_markup_parse(compiler->arena, name, bytes, size, compiler->diag);
            return true;
        }
        if (errno != ENOENT && errno != ENOTDIR) {
            door_diag_error(compiler->diag, (struct door_place){ name, 0, 0 }, "theme-missing", NULL,
                    "this file cannot be read: %s", strerror(errno));
            return true;
        }
    }
    return false;
}

static const struct door_markup *
find_component(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *use,
        const char *name)
{
    struct door_markup *root = door_map_find(compiler->components, name);
    const struct door_scope *outer;

    for (outer = scope; outer; outer = outer->caller) {
        if (outer->component && strcmp(outer->component, name) == 0) {
            door_compiler_error(compiler, scope, use->place, "template-component", "A component cannot hold itself.",
                    "the component \"%s\" uses itself", name);
            return NULL;
        }
    }
    if (root)
        return root;
    if (!door_text_is_id(name) || !door_compiler_read(compiler,
            door_arena_format(compiler->arena, "components/%s/template.html", name), &root)) {
        door_compiler_error(compiler, scope, use->place, "template-component", component_hint(compiler, name),
                "there is no component \"%s\"", name);
        return NULL;
    }
    if (root)
        door_map_put(compiler->components, compiler->arena, name, root);
    return root;
}

/* An attribute of fd:use: a path, or 'plain text'. */
static bool
read_parameter(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup_attribute *attribute, struct door_variable *parameter)
{
    const char *value = attribute->value;
    size_t size = strlen(value);
    struct door_path *path;

    parameter->name = attribute->name;
    if (size >= 2 && value[0] == '\'' && value[size - 1] == '\'') {
        parameter->path.literal = door_arena_copy(compiler->arena, value + 1, size - 2);
        parameter->path.text = attribute->name;
        parameter->path.place = attribute->value_place;
        parameter->path.step_at[0] = 1;
        return true;
    }
    path = door_compile_path(compiler, scope, value, attribute->value_place);
    if (!path)
        return false;
    parameter->path = *path;
    return true;
}

static void
check_fills(struct door_compiler *compiler, const struct door_scope *scope, const struct door_fill *fills,
        const char *name)
{
    for (; fills; fills = fills->next)
        if (!fills->used)
            door_compiler_error(compiler, scope, fills->place, "template-slot", NULL,
                    "the component \"%s\" has no slot %s%s%s", name, fills->slot[0] ? "\"" : "",
                    fills->slot[0] ? fills->slot : "without a name", fills->slot[0] ? "\"" : "");
}

void
door_compile_use(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *name = door_markup_find(element, "name");
    struct door_scope inside = { .caller = scope, .used = element->place };
    const struct door_markup *root;
    bool fine = true;
    size_t i;

    if (!name) {
        door_compiler_error(compiler, scope, element->place, "template-component",
                "Write <fd:use name=\"card\"/>.", "fd:use does not name a component");
        return;
    }
    inside.component = name->value;
    for (i = 0; i < element->attribute_count; i++) {
        const struct door_markup_attribute *attribute = &element->attributes[i];
        struct door_variable *parameter;

        if (attribute == name || door_text_starts(attribute->name, "fd:"))
            continue;
        parameter = door_arena_alloc(compiler->arena, sizeof *parameter);
        fine &= read_parameter(compiler, scope, attribute, parameter);
        parameter->next = inside.variables;
        inside.variables = parameter;
    }
    inside.fills = read_fills(compiler, scope, element);
    root = find_component(compiler, scope, element, name->value);
    if (!root || !fine)
        return;
    door_compile_children(compiler, &inside, root->children, false);
    check_fills(compiler, scope, inside.fills, name->value);
}
