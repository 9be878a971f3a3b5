/* From a tree of tags to a flat program: elements that steer (fd:each, fd:if), text. */
#include "theme/template_compiler.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/text.h"
#include "model/schema.h"

void
door_compiler_error(struct door_compiler *compiler, const struct door_scope *scope, struct door_place place,
        const char *id, const char *hint, const char *format, ...)
{
    va_list arguments;
    const char *message;

    va_start(arguments, format);
    message = door_arena_format_list(compiler->arena, format, arguments);
    va_end(arguments);
    if (scope->caller)
        hint = door_arena_format(compiler->arena, "%s%sIt is used from %s:%d.", hint ? hint : "", hint ? " " : "",
                scope->used.file, scope->used.line);
    door_diag_error(compiler->diag, place, id, hint, "%s", message);
}

size_t
door_program_add(struct door_program *program, struct door_arena *arena, struct door_op op)
{
    program->ops = door_arena_grow(arena, program->ops, program->count, &program->capacity, sizeof op);
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

/* Does it stand in a line of text? An fd:block does if what it begins with does. */
static bool
is_inline(const struct door_markup *node)
{
    const struct door_markup *child;

    if (!node->name || strcmp(node->name, "fd:block") != 0)
        return !node->name || door_element_is_inline(node->name);
    for (child = node->children; child && door_markup_is_blank(child); child = child->next)
        ;
    return child ? is_inline(child) : door_markup_find(node, "fd:text") != NULL;
}

/*
 * White space is kept as one space where a reader could see it: between two things in a line. An fd:block has no edges
 * of its own.
 */
static void
compile_text(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *node,
        const struct door_markup *before, bool edges)
{
    const char *text = door_text_fold_space(compiler->arena, node->text);
    bool left = before ? is_inline(before) : edges, right = node->next ? is_inline(node->next) : edges;

    if (door_text_has_letters(text)) {
        door_compiler_error(compiler, scope, node->place, "template-words",
                "Put fd:t=\"\" on the element that holds the words.", "\"%.60s\" would be English in every language",
                text);
        return;
    }
    if (text[0]) {
        left &= isspace((unsigned char)node->text[0]) != 0;
        right &= isspace((unsigned char)node->text[strlen(node->text) - 1]) != 0;
        text = door_arena_format(compiler->arena, "%s%s%s", left ? " " : "", text, right ? " " : "");
    } else if (left && right && (before || node->next)) {
        text = " ";
    }
    if (text[0])
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_TEXT, .text = text });
}

static void
show_value(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup_attribute *of)
{
    const struct door_path *path = door_compile_text_path(compiler, scope, of->value, of->value_place);

    if (path)
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_HOLE, .path = path, .is_raw = compiler->raw });
}

/* fd:v outside fd:t: a value without an element of its own. */
static void
compile_hole(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *of = door_markup_find(element, "of");

    if (of)
        show_value(compiler, scope, of);
    else
        door_compiler_error(compiler, scope, element->place, "template-element", "Write <fd:v of=\"service.name\"/>.",
                "fd:v does not say which value it shows");
}

/* fd:block: what it holds, or the value it shows. */
static void
compile_block(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *text = door_markup_find(element, "fd:text");

    if (text && element->children)
        door_compiler_error(compiler, scope, element->place, "template-text", "Leave the element empty.",
                "\"fd:text\" fills this element, so what is inside would be lost");
    if (text)
        show_value(compiler, scope, text);
    else
        door_compile_children(compiler, scope, element->children, true);
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

/* <fd:logo/>: the theme's logo, on paper. Pages show it as a picture, page.logo. */
static void
compile_logo(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    if (!compiler->print)
        door_compiler_error(compiler, scope, element->place, "template-element", "Use page.logo on pages.",
                "\"<fd:logo>\" is drawn in print/ templates");
    else if (element->children)
        door_compiler_error(compiler, scope, element->place, "template-element", "Write it after the element.",
                "\"<fd:logo>\" holds nothing");
    else
        door_compile_element(compiler, scope, element);
}

/* <fd:data/>: what machines read of the page stands here, as an element of its own. */
static void
compile_data(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    if (compiler->print)
        door_compiler_error(compiler, scope, element->place, "template-element", "Put it into the layout of pages.",
                "paper has no readers that are machines");
    else if (element->children)
        door_compiler_error(compiler, scope, element->place, "template-element", "Write it after the element.",
                "\"<fd:data>\" holds nothing");
    else
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_DATA });
}

/* An attribute that does nothing on one of our own elements is a mistake. */
static void
check_attributes(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    static const struct {
        const char *element, *attribute;
    } known[] = {
        { "fd:block", "fd:text" }, { "fd:slot", "name" }, { "fd:v", "of" }, { "fd:v", "name" },
    };
    size_t i, j;

    if (strcmp(element->name, "fd:code") == 0 || strcmp(element->name, "fd:logo") == 0)
        return;
    for (i = 0; i < element->attribute_count; i++) {
        const char *name = element->attributes[i].name;

        if (strcmp(name, "fd:each") == 0 || strcmp(name, "fd:if") == 0 || strcmp(name, "fd:unless") == 0
                || strcmp(name, "fd:else") == 0)
            continue;
        if (strcmp(element->name, "fd:use") == 0 && !door_text_starts(name, "fd:"))
            continue;
        for (j = 0; j < DOOR_COUNT(known); j++)
            if (strcmp(known[j].element, element->name) == 0 && strcmp(known[j].attribute, name) == 0)
                break;
        if (j == DOOR_COUNT(known))
            door_compiler_error(compiler, scope, element->attributes[i].place, "template-attribute",
                    "Put it on an element of HTML.", "\"%s\" does nothing on %s", name, element->name);
    }
}

static void
compile_body(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    static const char *const names[] = { "fd:block", "fd:use", "fd:slot", "fd:fill", "fd:v", "fd:code", "fd:logo",
        "fd:data", "fd:one", "fd:other" };
    const char *name = element->name;

    if (!door_text_starts(name, "fd:")) {
        door_compile_element(compiler, scope, element);
        return;
    }
    check_attributes(compiler, scope, element);
    if (strcmp(name, "fd:block") == 0)
        compile_block(compiler, scope, element);
    else if (strcmp(name, "fd:use") == 0)
        door_compile_use(compiler, scope, element);
    else if (strcmp(name, "fd:slot") == 0)
        door_compile_slot(compiler, scope, element);
    else if (strcmp(name, "fd:v") == 0)
        compile_hole(compiler, scope, element);
    else if (strcmp(name, "fd:code") == 0)
        compile_code(compiler, scope, element);
    else if (strcmp(name, "fd:logo") == 0)
        compile_logo(compiler, scope, element);
    else if (strcmp(name, "fd:data") == 0)
        compile_data(compiler, scope, element);
    else if (strcmp(name, "fd:fill") == 0)
        door_compiler_error(compiler, scope, element->place, "template-slot", "Put it right inside fd:use.",
                "fd:fill fills nothing here");
    else if (strcmp(name, "fd:one") == 0 || strcmp(name, "fd:other") == 0)
        door_compiler_error(compiler, scope, element->place, "template-plural",
                "Put it right inside an element with fd:t and fd:plural.", "\"%s\" stands alone", name);
    else
        door_compiler_error(compiler, scope, element->place, "template-element",
                door_text_did_you_mean(compiler->arena, name, names, DOOR_COUNT(names)),
                "there is no element \"%s\"", name);
}

/* The element behind this one, if it says fd:else. */
static const struct door_markup *
find_else(const struct door_markup *element)
{
    const struct door_markup *next = element->next;

    while (next && door_markup_is_blank(next))
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
        bool edges)
{
    const struct door_markup *node, *before = NULL;

    for (node = first; node; before = node, node = node->next) {
        const struct door_markup_attribute *each, *otherwise;

        if (!node->name) {
            compile_text(compiler, scope, node, before, edges);
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

/* The program of a tree that was read; NULL if reading or compiling it gave an error. */
static struct door_template *
finish(struct door_compiler *compiler, const struct door_markup *root, size_t errors)
{
    struct door_scope scope = { 0 };
    struct door_map own = { 0 };

    compiler->components = compiler->source->components ? compiler->source->components : &own;
    compiler->template = door_arena_alloc(compiler->arena, sizeof *compiler->template);
    if (root)
        door_compile_children(compiler, &scope, root->children, false);
    if (!root || door_diag_errors(compiler->diag) > errors)
        return NULL;
    door_template_join(compiler->template, compiler->arena);
    return compiler->template;
}

struct door_template *
door_template_compile(struct door_arena *arena, const struct door_template_source *source, const char *file,
        const struct door_record *view, struct door_words *words, struct door_diag *diag)
{
    struct door_compiler compiler = {
        .arena = arena, .source = source, .view = view, .words = words, .diag = diag,
        .print = door_text_starts(file, "print/"),
    };
    size_t errors = door_diag_errors(diag);
    struct door_markup *root;

    if (!door_compiler_read(&compiler, file, &root)) {
        door_diag_error(diag, (struct door_place){ door_path_join(arena, source->names[0], file), 0, 0 },
                "theme-missing", "Write it, or let the theme extend one that has it.", "the theme has no such file");
        return NULL;
    }
    return finish(&compiler, root, errors);
}

struct door_template *
door_template_compile_text(struct door_arena *arena, const struct door_template_source *source, const char *name,
        const char *text, const struct door_record *view, struct door_words *words, struct door_diag *diag)
{
    struct door_compiler compiler = {
        .arena = arena, .source = source, .view = view, .words = words, .diag = diag,
    };
    size_t errors = door_diag_errors(diag);

    return finish(&compiler, door_markup_parse(arena, name, text, strlen(text), diag), errors);
}
