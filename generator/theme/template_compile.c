/* From a tree of tags to a flat program: elements that steer (fd:each, fd:if), components and their slots, text. */
#include "theme/template_compiler.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/files.h"
#include "base/text.h"
#include "model/schema.h"

enum {
    NAMES = 256     /* most names a suggestion is chosen from */
};

void
door_compiler_error(struct door_compiler *compiler, const struct door_scope *scope, struct door_place place,
        const char *id, const char *hint, const char *format, ...)
{
    va_list arguments;
    char message[1024];

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (scope->caller)
        hint = door_arena_format(compiler->arena, "%s%sIt is used from %s:%d.", hint ? hint : "", hint ? " " : "",
                scope->used.file, scope->used.line);
    door_diag_error(compiler->diag, place, id, hint, "%s", message);
}

size_t
door_program_add(struct door_program *program, struct door_arena *arena, struct door_op op)
{
    if (program->count == program->capacity) {
        size_t capacity = program->capacity ? program->capacity * 2 : 64;
        struct door_op *ops = door_arena_array(arena, capacity, sizeof *ops);

        if (program->count)
            memcpy(ops, program->ops, program->count * sizeof *ops);
        program->ops = ops;
        program->capacity = capacity;
    }
    program->ops[program->count] = op;
    return program->count++;
}

size_t
door_compiler_add(struct door_compiler *compiler, struct door_op op)
{
    return door_program_add(&compiler->template->parts, compiler->arena, op);
}

/* The operation at `at` goes on behind what has been compiled so far. */
static void
land(struct door_compiler *compiler, size_t at)
{
    struct door_program *program = &compiler->template->parts;

    program->ops[at].target = program->count;
}

static bool
is_blank(const struct door_markup *node)
{
    return !node->name && strspn(node->text, " \t\r\n") == strlen(node->text);
}

/* May white space beside this neighbour be seen? At the edges of a block and beside blocks it may not. */
static bool
shows_space(const struct door_markup *neighbour, bool block)
{
    if (!neighbour)
        return !block;
    return !neighbour->name || door_element_is_inline(neighbour->name);
}

static void
compile_text(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *node,
        const struct door_markup *before, bool block)
{
    const char *text = door_text_fold_space(compiler->arena, node->text);
    bool left = isspace((unsigned char)node->text[0]) && shows_space(before, block);
    bool right = isspace((unsigned char)node->text[strlen(node->text) - 1]) && shows_space(node->next, block);

    if (door_text_has_letters(text)) {
        door_compiler_error(compiler, scope, node->place, "template-words",
                "Put fd:t=\"\" on the element that holds the words.", "\"%.60s\" would be English in every language",
                text);
        return;
    }
    if (!text[0]) {
        if (!left || !right)
            return;
        text = " ";
    } else {
        text = door_arena_format(compiler->arena, "%s%s%s", left ? " " : "", text, right ? " " : "");
    }
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_TEXT, .text = text });
}

/* fd:v outside fd:t: a value without an element of its own. */
static void
compile_hole(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *of = door_markup_find(element, "of");
    const struct door_path *path;

    if (!of) {
        door_compiler_error(compiler, scope, element->place, "template-element", "Write <fd:v of=\"service.name\"/>.",
                "fd:v does not say which value it shows");
        return;
    }
    path = door_compile_text_path(compiler, scope, of->value, of->value_place);
    if (path)
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_HOLE, .path = path, .is_raw = compiler->raw });
}

/* <fd:code of="page.link" fd:t-alt="..."/>: to the sink it is an element whose href is what the code holds. */
static void
compile_code(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    struct door_markup_attribute *attributes = door_arena_array(compiler->arena, element->attribute_count,
            sizeof *attributes);
    struct door_markup code = *element;
    bool found = false;
    size_t i;

    if (!compiler->print) {
        door_compiler_error(compiler, scope, element->place, "template-code", "Codes are drawn in print/ templates.",
                "a page cannot hold a code");
        return;
    }
    for (i = 0; i < element->attribute_count; i++) {
        attributes[i] = element->attributes[i];
        if (strcmp(attributes[i].name, "of") == 0) {
            attributes[i].name = "fd:href";
            found = true;
        }
    }
    code.attributes = attributes;
    if (!found)
        door_compiler_error(compiler, scope, element->place, "template-code", "Write <fd:code of=\"link\"/>.",
                "this code does not say where it leads");
    else
        door_compile_element(compiler, scope, &code);
}

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
static void
compile_slot(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
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
        door_compile_children(compiler, scope->caller, fill->children, true);
    else
        door_compile_children(compiler, scope, element->children, true);
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
            words |= !is_blank(child);
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

/* Read a template file of the theme, or of the one it extends. False with *root NULL: it is nowhere. */
static bool
read_template(struct door_compiler *compiler, const char *file, struct door_markup **root)
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
    struct door_markup *root = door_map_find(&compiler->files, name);
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
    if (!door_text_is_id(name) || !read_template(compiler,
            door_arena_format(compiler->arena, "components/%s/template.html", name), &root)) {
        door_compiler_error(compiler, scope, use->place, "template-component", component_hint(compiler, name),
                "there is no component \"%s\"", name);
        return NULL;
    }
    if (root)
        door_map_put(&compiler->files, compiler->arena, name, root);
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

static void
compile_use(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
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
    door_compile_children(compiler, &inside, root->children, true);
    check_fills(compiler, scope, inside.fills, name->value);
}

static void
compile_body(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    static const char *const names[] = { "fd:block", "fd:use", "fd:slot", "fd:fill", "fd:v", "fd:code", "fd:one",
        "fd:other" };
    const char *name = element->name;

    if (strcmp(name, "fd:block") == 0)
        door_compile_children(compiler, scope, element->children, true);
    else if (strcmp(name, "fd:use") == 0)
        compile_use(compiler, scope, element);
    else if (strcmp(name, "fd:slot") == 0)
        compile_slot(compiler, scope, element);
    else if (strcmp(name, "fd:v") == 0)
        compile_hole(compiler, scope, element);
    else if (strcmp(name, "fd:code") == 0)
        compile_code(compiler, scope, element);
    else if (strcmp(name, "fd:fill") == 0)
        door_compiler_error(compiler, scope, element->place, "template-slot", "Put it right inside fd:use.",
                "fd:fill fills nothing here");
    else if (strcmp(name, "fd:one") == 0 || strcmp(name, "fd:other") == 0)
        door_compiler_error(compiler, scope, element->place, "template-plural",
                "Put it right inside an element with fd:t and fd:plural.", "\"%s\" stands alone", name);
    else if (door_text_starts(name, "fd:"))
        door_compiler_error(compiler, scope, element->place, "template-element",
                door_text_did_you_mean(compiler->arena, name, names, DOOR_COUNT(names)),
                "there is no element \"%s\"", name);
    else
        door_compile_element(compiler, scope, element);
}

/* The element behind this one, if it says fd:else. */
static const struct door_markup *
find_else(const struct door_markup *element)
{
    const struct door_markup *next = element->next;

    while (next && is_blank(next))
        next = next->next;
    return next && next->name && door_markup_find(next, "fd:else") ? next : NULL;
}

static const struct door_markup *compile_conditional(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element);

/* A branch of a condition. Where `known`, the condition's value is there. */
static const struct door_markup *
compile_branch(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        const struct door_path *path, bool known, bool otherwise)
{
    struct door_guard guard = { path, compiler->guards };
    const struct door_markup *last = element;

    if (known)
        compiler->guards = &guard;
    if (otherwise)
        last = compile_conditional(compiler, scope, element);
    else
        compile_body(compiler, scope, element);
    compiler->guards = guard.next;
    return last;
}

/* The chain's last element, without compiling: the branch can never be drawn, or its condition is wrong. */
static const struct door_markup *
skip_branch(const struct door_markup *element)
{
    const struct door_markup *next;

    while ((next = find_else(element)))
        element = next;
    return element;
}

static struct door_condition *
read_condition(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        bool *wrong)
{
    const struct door_markup_attribute *yes = door_markup_find(element, "fd:if");
    const struct door_markup_attribute *no = door_markup_find(element, "fd:unless");
    struct door_condition *condition;

    if (!yes && !no)
        return NULL;
    if (yes && no)
        door_compiler_error(compiler, scope, no->place, "template-condition",
                "Put one of them on an fd:block around this element.", "fd:if and fd:unless stand on one element");
    condition = door_compile_condition(compiler, scope, yes ? yes->value : no->value,
            yes ? yes->value_place : no->value_place);
    *wrong = !condition;
    if (condition && !yes)
        condition->negated = !condition->negated;
    return condition;
}

/* An element with its fd:if and the fd:else behind it; the last element that was dealt with. */
static const struct door_markup *
compile_conditional(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup *otherwise = find_else(element), *last = element;
    bool wrong = false, holds;
    struct door_condition *condition = read_condition(compiler, scope, element, &wrong);
    size_t test, jump;

    if (wrong)
        return skip_branch(element);
    if (!condition) {
        compile_body(compiler, scope, element);
        return element;
    }
    if (door_condition_is_constant(condition, &holds)) {
        if (holds)
            compile_body(compiler, scope, element);
        else if (otherwise)
            return compile_conditional(compiler, scope, otherwise);
        return skip_branch(element);
    }
    test = door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_TEST, .condition = condition });
    compile_branch(compiler, scope, element, condition->path, !condition->negated, false);
    if (otherwise) {
        jump = door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_JUMP });
        land(compiler, test);
        last = compile_branch(compiler, scope, otherwise, condition->path, condition->negated, true);
        land(compiler, jump);
    } else {
        land(compiler, test);
    }
    return last;
}

/* Read "session in service.sessions". */
static bool
read_each(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup_attribute *each, struct door_variable *variable, struct door_path **list)
{
    const char *in = strstr(each->value, " in ");
    struct door_span name = door_text_trim((struct door_span){ each->value, in ? (size_t)(in - each->value) : 0 });
    struct door_place place = each->value_place;

    if (!name.size) {
        door_compiler_error(compiler, scope, each->value_place, "template-each",
                "Write fd:each=\"session in service.sessions\".", "\"%s\" does not name each item", each->value);
        return false;
    }
    in += 3 + strspn(in + 3, " \t\r\n");
    place.column += (int)(in - each->value);
    *list = door_compile_path(compiler, scope, in, place);
    if (!*list)
        return false;
    if (!door_path_is_list(*list)) {
        door_compiler_error(compiler, scope, place, "template-each", "Use fd:if to ask whether it is there.",
                "\"%s\" is not a list", (*list)->text);
        return false;
    }
    variable->name = door_arena_copy(compiler->arena, name.start, name.size);
    variable->path = (struct door_path){ .field = (*list)->field, .item = true, .text = variable->name };
    return true;
}

static void
compile_loop(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        const struct door_markup_attribute *each)
{
    struct door_variable variable = { .next = scope->variables };
    struct door_scope inside = *scope;
    struct door_path *list;
    struct door_guard guard;
    size_t loop;

    if (!read_each(compiler, scope, each, &variable, &list))
        return;
    if (compiler->depth + 1 == DOOR_SLOTS) {
        door_compiler_error(compiler, scope, each->place, "template-each", NULL,
                "more than %d fd:each lie inside each other", DOOR_SLOTS - 1);
        return;
    }
    variable.path.slot = ++compiler->depth;
    inside.variables = &variable;
    guard = (struct door_guard){ list, compiler->guards };
    compiler->guards = &guard;
    loop = door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_EACH, .path = list,
            .number = compiler->depth });
    compile_conditional(compiler, &inside, element);
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_NEXT, .number = compiler->depth,
            .target = loop + 1 });
    land(compiler, loop);
    compiler->guards = guard.next;
    compiler->depth--;
}

void
door_compile_children(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *first,
        bool block)
{
    const struct door_markup *node, *before = NULL;

    for (node = first; node; before = node, node = node->next) {
        const struct door_markup_attribute *each, *otherwise;

        if (!node->name) {
            compile_text(compiler, scope, node, before, block);
            continue;
        }
        each = door_markup_find(node, "fd:each");
        otherwise = door_markup_find(node, "fd:else");
        if (otherwise)
            door_compiler_error(compiler, scope, otherwise->place, "template-condition",
                    "Put it right behind an element with fd:if or fd:unless.", "fd:else follows nothing");
        if (each)
            compile_loop(compiler, scope, node, each);
        else
            node = compile_conditional(compiler, scope, node);
    }
}

struct door_template *
door_template_compile(struct door_arena *arena, const struct door_template_source *source, const char *file,
        const struct door_record *view, struct door_words *words, struct door_diag *diag)
{
    struct door_compiler compiler = {
        .arena = arena, .source = source, .view = view, .words = words, .diag = diag,
        .template = door_arena_alloc(arena, sizeof *compiler.template),
        .print = door_text_starts(file, "print/"),
    };
    struct door_scope scope = { 0 };
    size_t errors = door_diag_errors(diag);
    struct door_markup *root;

    if (!read_template(&compiler, file, &root)) {
        door_diag_error(diag, (struct door_place){ door_path_join(arena, source->names[0], file), 0, 0 },
                "theme-missing", "Write it, or let the theme extend one that has it.", "the theme has no such file");
        return NULL;
    }
    if (root)
        door_compile_children(&compiler, &scope, root->children, true);
    if (!root || door_diag_errors(diag) > errors)
        return NULL;
    door_template_join(compiler.template, arena);
    return compiler.template;
}
