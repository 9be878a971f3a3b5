/* What stands in fd: attributes: paths, conditions, and the parts of a computed attribute. */
#include "theme/template_compiler.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "language/words.h"
#include "model/schema.h"
#include "theme/escape.h"

enum {
    PARTS = 8       /* most parts of one attribute */
};

static struct door_place
step_right(struct door_place place, const char *text, const char *to)
{
    for (; text < to; text++)
        place.column += ((unsigned char)*text & 0xC0) != 0x80;
    return place;
}

struct door_path *
door_compile_path(struct door_compiler *compiler, const struct door_scope *scope, const char *text,
        struct door_place place)
{
    struct door_path *path = door_arena_alloc(compiler->arena, sizeof *path);
    struct door_path_mistake mistake;
    struct door_span trimmed = door_text_trim((struct door_span){ text, strlen(text) });

    path->place = place;
    text = door_arena_copy(compiler->arena, trimmed.start, trimmed.size);
    if (door_path_resolve(path, compiler->arena, text, scope->variables, compiler->view, &mistake))
        return path;
    door_compiler_error(compiler, scope, place, mistake.id, mistake.hint, "%s", mistake.message);
    return NULL;
}

bool
door_compile_presence(struct door_compiler *compiler, const struct door_scope *scope, const struct door_path *path)
{
    const char *name = door_path_unguarded(path, compiler->arena, compiler->guards);

    if (!name)
        return true;
    door_compiler_error(compiler, scope, path->place, "template-optional",
            door_arena_format(compiler->arena, "Put this inside an element with fd:if=\"%s\".", name),
            "\"%s\" may be absent", name);
    return false;
}

/* The labels of a word become interface words as soon as a template shows them. */
static void
use_labels(struct door_compiler *compiler, struct door_path *path)
{
    if (path->field->kind == DOOR_KIND_WORD)
        path->first_word = door_words_add_enumeration(compiler->words, compiler->arena, path->field->words);
}

static bool
has_text(const struct door_path *path)
{
    if (path->literal)
        return false;
    return door_path_is_list(path) ? door_kind_has_text_as_list(path->field->kind)
            : door_kind_has_text(path->field->kind);
}

struct door_path *
door_compile_text_path(struct door_compiler *compiler, const struct door_scope *scope, const char *text,
        struct door_place place)
{
    struct door_path *path = door_compile_path(compiler, scope, text, place);

    if (!path || !door_compile_presence(compiler, scope, path))
        return NULL;
    if (has_text(path)) {
        use_labels(compiler, path);
        return path;
    }
    if (path->literal)
        door_compiler_error(compiler, scope, place, "template-words", "Pass a path; words to read come from fd:t.",
                "\"%s\" is plain text", path->text);
    else if (door_path_is_list(path))
        door_compiler_error(compiler, scope, place, "template-list", "Walk through it with fd:each.",
                "\"%s\" is a list", path->text);
    else
        door_compiler_error(compiler, scope, place, "template-text", path->field->kind == DOOR_KIND_YES
                ? "Use fd:if on it." : path->field->kind == DOOR_KIND_BODY ? "Use fd:prose."
                : "Name a value inside it.",
                "\"%s\" is nothing to read", path->text);
    return NULL;
}

/* Read a name, a word or an operator: what stands up to white space, "=" or "!". */
static const char *
token_end(const char *text)
{
    while (*text && !isspace((unsigned char)*text) && *text != '=' && *text != '!')
        text++;
    return text;
}

static const char *
skip_space(const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    return text;
}

static struct door_condition *
compile_comparison(struct door_compiler *compiler, const struct door_scope *scope, struct door_condition *condition,
        const char *word, struct door_place place)
{
    const struct door_path *path = condition->path;
    const char *names[64];
    size_t i, count = 0;

    condition->compared = true;
    if (path->literal) {
        condition->literal = word;
        return condition;
    }
    if (path->field->kind != DOOR_KIND_WORD || door_path_is_list(path)) {
        door_compiler_error(compiler, scope, place, "template-word", "Only words can be compared.",
                "\"%s\" is not one of a set of words", path->text);
        return NULL;
    }
    condition->word = door_enumeration_find(path->field->words, word);
    if (condition->word)
        return condition;
    for (i = 0; i < path->field->words->count && count < 64; i++)
        names[count++] = path->field->words->words[i].word;
    door_compiler_error(compiler, scope, place, "template-word",
            door_text_did_you_mean(compiler->arena, word, names, count),
            "\"%s\" is never \"%s\"", path->text, word);
    return NULL;
}

struct door_condition *
door_compile_condition(struct door_compiler *compiler, const struct door_scope *scope, const char *text,
        struct door_place place)
{
    struct door_condition *condition = door_arena_alloc(compiler->arena, sizeof *condition);
    const char *start = skip_space(text), *end = token_end(start), *p = skip_space(end), *word;

    condition->path = door_compile_path(compiler, scope, door_arena_copy(compiler->arena, start, (size_t)(end - start)),
            step_right(place, text, start));
    if (!condition->path)
        return NULL;
    if (!*p)
        return condition;
    condition->negated = *p == '!';
    p += condition->negated;
    if (*p == '=') {
        word = skip_space(p + 1);
        end = token_end(word);
        if (end > word && !*skip_space(end))
            return compile_comparison(compiler, scope, condition,
                    door_arena_copy(compiler->arena, word, (size_t)(end - word)), step_right(place, text, word));
    }
    door_compiler_error(compiler, scope, place, "template-condition",
            "Write a path, or a path and a word: service.level = targeted.", "\"%s\" is not a condition", text);
    return NULL;
}

bool
door_condition_is_constant(const struct door_condition *condition, bool *holds)
{
    const char *literal = condition->path->literal;

    if (!literal)
        return false;
    *holds = condition->compared ? strcmp(literal, condition->literal) == 0 : literal[0] != '\0';
    *holds = *holds != condition->negated;
    return true;
}

bool
door_attribute_is_address(const char *name)
{
    static const char *const names[] = { "href", "src", "action", "formaction", "poster", "srcset", "data",
        "xlink:href", "cite", "manifest", "ping", "background" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(names); i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

bool
door_attribute_is_human(const char *name)
{
    static const char *const names[] = { "alt", "title", "aria-label", "placeholder", "content", "label",
        "aria-description", "aria-roledescription", "aria-valuetext" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(names); i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* An address that the author writes out must lie in the site: "contact/", "/assets/x.svg", "#main". */
static bool
check_literal_address(struct door_compiler *compiler, const struct door_scope *scope, const char *literal,
        struct door_place place)
{
    const char *colon = strchr(literal, ':');

    if (!(colon && strcspn(literal, "/?#") > (size_t)(colon - literal)) && !door_text_starts(literal, "//"))
        return true;
    door_compiler_error(compiler, scope, place, "template-href", "Addresses elsewhere come from the offer.",
            "\"%s\" leaves the site", literal);
    return false;
}

static bool
refuse_part(struct door_compiler *compiler, const struct door_scope *scope, const struct door_path *path,
        const char *name, enum door_form form)
{
    if (form == DOOR_FORM_ADDRESS)
        door_compiler_error(compiler, scope, path->place, "template-href",
                "Addresses are entries, pages, web addresses, phones and e-mail addresses.",
                "\"%s\" is not an address", path->text);
    else
        door_compiler_error(compiler, scope, path->place, "template-attribute", "Name a single value.",
                "\"%s\" cannot stand in \"%s\"", path->text, name);
    return false;
}

static bool
has_page(const struct door_path *path)
{
    return path->field->kind != DOOR_KIND_REF || !path->field->record || path->field->record->has_page;
}

/* May this path be a part of this attribute? Behind an address only what needs no escaping there may follow. */
static bool
check_part(struct door_compiler *compiler, const struct door_scope *scope, struct door_path *path, const char *name,
        enum door_form form, bool first)
{
    enum door_kind kind;

    if (path->literal)
        return form != DOOR_FORM_ADDRESS || !first
                || check_literal_address(compiler, scope, path->literal, path->place);
    if (!door_compile_presence(compiler, scope, path))
        return false;
    kind = path->field->kind;
    if (form == DOOR_FORM_ADDRESS && first) {
        if (door_path_is_list(path) || !door_kind_is_address(kind))
            return refuse_part(compiler, scope, path, name, form);
        if (has_page(path))
            return true;
        door_compiler_error(compiler, scope, path->place, "template-href", NULL, "a %s has no page of its own",
                path->field->record->name);
        return false;
    }
    if (form == DOOR_FORM_ADDRESS)
        return kind == DOOR_KIND_ID || kind == DOOR_KIND_WORD || kind == DOOR_KIND_NUMBER || kind == DOOR_KIND_DATE
                || kind == DOOR_KIND_LANGUAGE || kind == DOOR_KIND_DEGREES
                || refuse_part(compiler, scope, path, name, form);
    if (form == DOOR_FORM_HUMAN && (kind == DOOR_KIND_HREF || kind == DOOR_KIND_REF) && !door_path_is_list(path))
        return has_page(path) || refuse_part(compiler, scope, path, name, form);
    if (form == DOOR_FORM_HUMAN && has_text(path)) {
        use_labels(compiler, path);
        return true;
    }
    return (form == DOOR_FORM_MACHINE && !door_path_is_list(path) && door_kind_is_for_machines(kind))
            || refuse_part(compiler, scope, path, name, form);
}

static void
add_literal(struct door_compiler *compiler, struct door_expression *expression, const char *literal)
{
    struct door_buf html = { 0 };

    door_html_attribute(&html, literal);
    expression->parts[expression->count++] = (struct door_expression_part){ .literal = literal, .size = html.size,
        .html = door_arena_copy(compiler->arena, html.data, html.size) };
    door_buf_release(&html);
}

/* 'Text between two quotes'. */
static bool
compile_literal(struct door_compiler *compiler, const struct door_scope *scope, const char **text,
        struct door_place place, const char *name, struct door_expression *expression)
{
    const char *start = *text + 1, *end = strchr(start, '\''), *literal;

    if (!end || expression->count == PARTS) {
        door_compiler_error(compiler, scope, place, "template-attribute", "Write 'text' between two quotes.",
                "\"%s\" is not closed", *text);
        return false;
    }
    literal = door_arena_copy(compiler->arena, start, (size_t)(end - start));
    *text = end + 1;
    add_literal(compiler, expression, literal);
    if (expression->form == DOOR_FORM_HUMAN && strcmp(name, "content") != 0 && door_text_has_letters(literal)) {
        door_compiler_error(compiler, scope, place, "template-words",
                door_arena_format(compiler->arena, "Write fd:t-%s=\"...\", so that it is translated.", name),
                "\"%s\" would be English in every language", literal);
        return false;
    }
    return expression->form != DOOR_FORM_ADDRESS || expression->count > 1
            || check_literal_address(compiler, scope, literal, place);
}

/* Read one part at *text and step over it. */
static bool
compile_part(struct door_compiler *compiler, const struct door_scope *scope, const char **text,
        struct door_place place, const char *name, struct door_expression *expression)
{
    const char *end;
    struct door_path *path;

    if (**text == '\'')
        return compile_literal(compiler, scope, text, place, name, expression);
    end = token_end(*text);
    path = door_compile_path(compiler, scope, door_arena_copy(compiler->arena, *text, (size_t)(end - *text)), place);
    *text = end > *text ? end : end + 1;
    if (!path || expression->count == PARTS
            || !check_part(compiler, scope, path, name, expression->form, expression->count == 0))
        return false;
    if (path->literal)
        add_literal(compiler, expression, path->literal);
    else
        expression->parts[expression->count++].path = path;
    return true;
}

/* Where the parts end: at "if" or "unless" outside quotes, or NULL. */
static const char *
find_condition(const char *text)
{
    bool quoted = false, fresh = true;

    for (; *text; text++) {
        if (!quoted && fresh && (strncmp(text, "if ", 3) == 0 || strncmp(text, "unless ", 7) == 0))
            return text;
        fresh = isspace((unsigned char)*text);
        quoted ^= *text == '\'';
    }
    return NULL;
}

static enum door_form
form_of(const char *name)
{
    return door_attribute_is_address(name) ? DOOR_FORM_ADDRESS
            : door_attribute_is_human(name) ? DOOR_FORM_HUMAN : DOOR_FORM_MACHINE;
}

static const char *
scheme_of(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    const struct door_markup_attribute *scheme = door_markup_find(element, "fd:scheme");

    if (!scheme)
        return NULL;
    if (strcmp(scheme->value, "sms") == 0)
        return "sms:";
    door_compiler_error(compiler, scope, scheme->value_place, "template-attribute", "The only one is \"sms\".",
            "\"%s\" is not a scheme", scheme->value);
    return NULL;
}

struct door_expression *
door_compile_expression(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup *element, const struct door_markup_attribute *attribute, const char *name)
{
    struct door_expression *expression = door_arena_alloc(compiler->arena, sizeof *expression);
    const char *text = attribute->value, *end = find_condition(text), *p = skip_space(text);
    struct door_guard guard = { NULL, compiler->guards };
    struct door_condition *condition;
    bool fine = true;

    expression->form = form_of(name);
    expression->scheme = scheme_of(compiler, scope, element);
    expression->parts = door_arena_array(compiler->arena, PARTS + 1, sizeof *expression->parts);
    if (end) {
        size_t word = *end == 'i' ? 2 : 6;

        condition = door_compile_condition(compiler, scope, end + word,
                step_right(attribute->value_place, text, end + word));
        if (!condition)
            return NULL;
        if (word == 6)
            condition->negated = !condition->negated;
        expression->condition = condition;
        guard.path = condition->path;
        if (!condition->negated)
            compiler->guards = &guard;
    } else {
        end = text + strlen(text);
    }
    while (fine && p < end) {
        fine = compile_part(compiler, scope, &p, step_right(attribute->value_place, text, p), name, expression);
        p = skip_space(p);
    }
    compiler->guards = guard.next;
    if (fine && !expression->count)
        door_compiler_error(compiler, scope, attribute->place, "template-attribute", "Name a value.",
                "\"%s\" is empty", attribute->name);
    return fine && expression->count ? expression : NULL;
}
