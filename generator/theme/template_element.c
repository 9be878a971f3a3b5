/* HTML elements: what may stand in them, and their attributes. */
#include "theme/template_compiler.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/schema.h"

static bool
is_among(const char *name, const char *const *names, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (name[0] == names[i][0] && strcmp(name, names[i]) == 0)
            return true;
    return false;
}

bool
door_element_is_inline(const char *name)
{
    static const char *const names[] = { "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data",
        "del", "dfn", "em", "fd:v", "i", "img", "input", "ins", "kbd", "label", "mark", "meter", "output", "picture",
        "progress", "q", "s", "samp", "select", "small", "span", "strong", "sub", "sup", "svg", "textarea", "time",
        "u", "var", "wbr" };

    return is_among(name, names, DOOR_COUNT(names));
}

static bool
is_void(const char *name)
{
    static const char *const names[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
        "source", "track", "wbr" };

    return is_among(name, names, DOOR_COUNT(names));
}

bool
door_element_is_raw(const char *name)
{
    static const char *const names[] = { "title", "option", "textarea" };

    return is_among(name, names, DOOR_COUNT(names));
}

/* Signs and punctuation are the same in every language; anything else from U+00C0 on is taken for a letter. */
bool
door_text_has_letters(const char *text)
{
    while (*text) {
        int32_t c = door_text_next(&text);

        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            return true;
        if (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F)
                && !(c >= 0xFE00 && c <= 0xFE0F) && c < 0x1F000)
            return true;
    }
    return false;
}

/* The fd: attributes that steer; the others are computed attributes. */
static bool
is_steering(const char *name)
{
    static const char *const names[] = { "fd:each", "fd:else", "fd:if", "fd:note", "fd:plural", "fd:prose",
        "fd:scheme", "fd:shift", "fd:t", "fd:text", "fd:unless" };

    return is_among(name, names, DOOR_COUNT(names));
}

/*
 * A script or a frame of another host. Whether the offer allows that host is nothing a theme can know: browsers hold
 * the page to its policy, and `frontdoor check` tells of an address that the policy would stop.
 */
static bool
is_from_elsewhere(const struct door_markup *element, const struct door_markup_attribute *attribute)
{
    return strcmp(attribute->name, "src") == 0 && door_text_starts(attribute->value, "https://")
            && (strcmp(element->name, "script") == 0 || strcmp(element->name, "iframe") == 0);
}

static void
check_literal_attribute(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element, const struct door_markup_attribute *attribute)
{
    const struct door_markup_attribute *type = door_markup_find(element, "type");
    const char *name = attribute->name, *value = attribute->value;
    bool shown = door_attribute_is_human(name) && strcmp(name, "content") != 0;

    if (door_text_starts(name, "on") || strcmp(name, "style") == 0)
        door_compiler_error(compiler, scope, attribute->place, "template-inline",
                "The pages' policy allows no inline script or style; put it in a file.", "\"%s\" would not work", name);
    else if (door_attribute_is_address(name) && value[0] != '#' && !is_from_elsewhere(element, attribute))
        door_compiler_error(compiler, scope, attribute->value_place, "template-href",
                door_arena_format(compiler->arena, "Write fd:%s=\"'page/'\" for an address in the site, or a path.",
                        name), "\"%s\" is an address nobody checks", value);
    if (strcmp(name, "value") == 0 && strcmp(element->name, "input") == 0 && type)
        shown = strcmp(type->value, "submit") == 0 || strcmp(type->value, "button") == 0
                || strcmp(type->value, "reset") == 0;
    if (shown && door_text_has_letters(value))
        door_compiler_error(compiler, scope, attribute->value_place, "template-words",
                door_arena_format(compiler->arena, "Write fd:t-%s=\"...\", so that it is translated.", name),
                "\"%s\" would be English in every language", value);
}

static void
compile_attribute(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        const struct door_markup_attribute *attribute)
{
    struct door_op op = { .type = DOOR_OP_COMPUTED };
    const char *name = attribute->name;

    if (is_steering(name))
        return;
    if (door_text_starts(name, "fd:t-")) {
        door_compile_worded_attribute(compiler, scope, attribute);
    } else if (door_text_starts(name, "fd:")) {
        op.name = name + 3;
        if (door_markup_find(element, op.name))
            door_compiler_error(compiler, scope, attribute->place, "template-attribute", "Keep one of the two.",
                    "\"%s\" is written twice", op.name);
        op.expression = door_compile_expression(compiler, scope, element, attribute, op.name);
        if (op.expression)
            door_compiler_add(compiler, op);
    } else {
        check_literal_attribute(compiler, scope, element, attribute);
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_ATTRIBUTE, .name = name,
                .text = attribute->value });
    }
}

void
door_compile_start(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    size_t i;

    if (strcmp(element->name, "html") == 0)
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_DOCTYPE });
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_START, .name = element->name });
    for (i = 0; i < element->attribute_count; i++)
        compile_attribute(compiler, scope, element, &element->attributes[i]);
    if (strcmp(element->name, "html") == 0 && !door_markup_find(element, "fd:lang"))
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_PAGE_LANGUAGE });
}

static bool
has_own_language(const struct door_markup *element)
{
    return door_markup_find(element, "lang") || door_markup_find(element, "fd:lang")
            || door_markup_find(element, "dir") || door_markup_find(element, "fd:dir");
}

/* fd:text and fd:prose: the element's content is a value, and the element says which language it is in. */
static void
compile_value(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        const struct door_markup_attribute *attribute)
{
    struct door_op op = { .type = DOOR_OP_VALUE };
    const struct door_path *path;

    if (element->children)
        door_compiler_error(compiler, scope, element->place, "template-text", "Leave the element empty.",
                "\"%s\" fills this element, so what is inside would be lost", attribute->name);
    path = door_compile_text_path(compiler, scope, attribute->value, attribute->value_place);
    if (path && door_kind_has_language(path->field->kind) && !has_own_language(element))
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_LANGUAGE, .path = path });
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_START_END });
    op.path = path;
    op.is_raw = door_element_is_raw(element->name);
    if (path)
        door_compiler_add(compiler, op);
}

static int
shift_of(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *shift = door_markup_find(element, "fd:shift");

    if (!shift)
        return 0;
    if (shift->value[0] >= '0' && shift->value[0] <= '4' && !shift->value[1])
        return shift->value[0] - '0';
    door_compiler_error(compiler, scope, shift->value_place, "template-attribute",
            "Write how many levels deeper the headings lie, 0 to 4.", "\"%s\" is not a number of levels",
            shift->value);
    return 0;
}

static void
compile_prose(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        const struct door_markup_attribute *attribute)
{
    struct door_path *path = door_compile_path(compiler, scope, attribute->value, attribute->value_place);

    if (!path)
        return;
    if (path->literal || path->field->kind != DOOR_KIND_BODY) {
        compile_value(compiler, scope, element, attribute);
        return;
    }
    door_compile_presence(compiler, scope, path);
    if (element->children)
        door_compiler_error(compiler, scope, element->place, "template-text", "Leave the element empty.",
                "\"fd:prose\" fills this element, so what is inside would be lost");
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_START_END });
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_PROSE, .path = path,
            .number = shift_of(compiler, scope, element) });
}

static void
check_element(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    if (strcmp(element->name, "style") == 0 || (strcmp(element->name, "script") == 0 && element->children))
        door_compiler_error(compiler, scope, element->place, "template-inline",
                "The pages' policy allows no inline script or style; put it in a file.",
                "what is inside \"<%s>\" would not work", element->name);
    if (is_void(element->name) && element->children)
        door_compiler_error(compiler, scope, element->place, "template-element", "Write it after the element.",
                "\"<%s>\" holds nothing", element->name);
}

void
door_compile_element(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element)
{
    const struct door_markup_attribute *text = door_markup_find(element, "fd:text");
    const struct door_markup_attribute *prose = door_markup_find(element, "fd:prose");
    bool words = door_markup_find(element, "fd:t");

    check_element(compiler, scope, element);
    if ((text != NULL) + (prose != NULL) + words > 1)
        door_compiler_error(compiler, scope, element->place, "template-text", "Keep one of fd:text, fd:prose and fd:t.",
                "this element's content comes from two places");
    if (words) {
        door_compile_words(compiler, scope, element);
        return;
    }
    door_compile_start(compiler, scope, element);
    if (text) {
        compile_value(compiler, scope, element, text);
    } else if (prose) {
        compile_prose(compiler, scope, element, prose);
    } else {
        bool raw = compiler->raw;

        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_START_END });
        compiler->raw = raw || door_element_is_raw(element->name);
        door_compile_children(compiler, scope, element->children, false);
        compiler->raw = raw;
    }
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_END, .name = element->name,
            .is_void = is_void(element->name) });
}
