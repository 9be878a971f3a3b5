/*
 * fd:t: English words in a template become the msgid that translators see. "Checked on <b><fd:v name="date" .../></b>"
 * is "Checked on <1>{date}</1>": markup is numbered, so that a translator can move it but never has to write it.
 */
#include "theme/template_compiler.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "language/words.h"
#include "model/schema.h"

/* One text being read: fd:one and fd:other are two of them. */
struct sentence {
    struct door_compiler *compiler;
    const struct door_scope *scope;
    struct door_phrase_use *use;
    struct door_buf text;
    size_t codes;               /* numbered so far */
    bool again;                 /* the codes have been compiled: this is the second form of a plural */
    bool differs;               /* and it holds other elements than the first */
};

static void
add_hole(struct sentence *sentence, struct door_place place, const char *name, const struct door_path *path)
{
    struct door_phrase_use *use = sentence->use;
    size_t i;

    door_buf_format(&sentence->text, "{%s}", name);
    for (i = 0; i < use->hole_count; i++)
        if (strcmp(use->holes[i].name, name) == 0)
            return;
    if (use->hole_count == DOOR_PHRASE_HOLES)
        door_compiler_error(sentence->compiler, sentence->scope, place, "template-words", "Cut it in two.",
                "more than %d values stand in one sentence", DOOR_PHRASE_HOLES);
    else
        use->holes[use->hole_count++] = (struct door_phrase_hole){ name, path };
}

static void
read_value(struct sentence *sentence, const struct door_markup *element)
{
    const struct door_markup_attribute *name = door_markup_find(element, "name");
    const struct door_markup_attribute *of = door_markup_find(element, "of");
    const struct door_path *path;

    if (!name || !door_text_is_id(name->value)) {
        door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-words",
                "Write <fd:v name=\"date\" of=\"service.checked.date\"/>; translators see {date}.",
                "this value has no name");
        return;
    }
    if (sentence->use->number && strcmp(name->value, "count") == 0) {
        add_hole(sentence, element->place, "count", NULL);
        return;
    }
    if (!of) {
        door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-words",
                "Write of=\"...\" with the path of the value.", "\"%s\" does not say which value it is", name->value);
        return;
    }
    path = door_compile_text_path(sentence->compiler, sentence->scope, of->value, of->value_place);
    if (path)
        add_hole(sentence, element->place, name->value, path);
}

/* Does it hold anything for a translator? */
static bool
has_words(const struct door_markup *node)
{
    for (; node; node = node->next) {
        if (!node->name ? door_text_has_letters(node->text) : strcmp(node->name, "fd:v") == 0)
            return true;
        if (node->name && has_words(node->children))
            return true;
    }
    return false;
}

static void read_children(struct sentence *sentence, const struct door_markup *node);

static bool
check_code(struct sentence *sentence, const struct door_markup *element)
{
    static const char *const names[] = { "fd:each", "fd:if", "fd:unless", "fd:else", "fd:t", "fd:text", "fd:prose" };
    size_t i;

    if (door_text_starts(element->name, "fd:")) {
        door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-words",
                "Only fd:v and inline elements can stand among words.", "\"%s\" cannot stand in a sentence",
                element->name);
        return false;
    }
    for (i = 0; i < DOOR_COUNT(names); i++) {
        if (door_markup_find(element, names[i])) {
            door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-words",
                    "Write two sentences, each on an element of its own, or use fd:v for a value.",
                    "\"%s\" cannot stand inside a sentence", names[i]);
            return false;
        }
    }
    if (sentence->codes < DOOR_PHRASE_CODES)
        return true;
    door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-words", "Cut it in two.",
            "more than %d elements stand in one sentence", DOOR_PHRASE_CODES);
    return false;
}

static void
compile_code_tags(struct sentence *sentence, const struct door_markup *element, struct door_phrase_code *code)
{
    struct door_compiler *compiler = sentence->compiler;
    struct door_program *program = &compiler->template->parts;

    code->name = element->name;
    code->start = program->count;
    if (code->whole) {
        door_compile_element(compiler, sentence->scope, element);
    } else {
        door_compile_start(compiler, sentence->scope, element);
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_START_END });
    }
    code->end = program->count;
}

static void
read_code(struct sentence *sentence, const struct door_markup *element)
{
    struct door_phrase_code code = { .whole = !has_words(element->children) };
    size_t number;

    if (!check_code(sentence, element))
        return;
    number = sentence->codes++;
    if (!sentence->again) {
        compile_code_tags(sentence, element, &code);
        sentence->use->codes[number] = code;
        sentence->use->code_count = sentence->codes;
    } else if (number >= sentence->use->code_count || sentence->use->codes[number].whole != code.whole
            || strcmp(sentence->use->codes[number].name, element->name) != 0) {
        sentence->differs = true;
    }
    if (code.whole) {
        door_buf_format(&sentence->text, "<%zu/>", number + 1);
        return;
    }
    door_buf_format(&sentence->text, "<%zu>", number + 1);
    read_children(sentence, element->children);
    door_buf_format(&sentence->text, "</%zu>", number + 1);
}

/* Words as they are; signs that mean something to us or to a translator's tool are refused. */
static void
add_text(struct sentence *sentence, struct door_place place, const char *text, size_t size)
{
    const char *copy = door_arena_copy(sentence->compiler->arena, text, size);

    if (strpbrk(copy, "{}<>"))
        door_compiler_error(sentence->compiler, sentence->scope, place, "template-words",
                "Use <fd:v/> for values, in attributes {path}; translators' tools read these signs as codes.",
                "words cannot hold { } < or >");
    door_buf_add(&sentence->text, text, size);
}

static void
read_children(struct sentence *sentence, const struct door_markup *node)
{
    for (; node; node = node->next) {
        if (node->name) {
            if (strcmp(node->name, "fd:v") == 0)
                read_value(sentence, node);
            else
                read_code(sentence, node);
            continue;
        }
        add_text(sentence, node->place, node->text, strlen(node->text));
    }
}

/* Read one text; NULL when it holds no words. */
static const char *
read_sentence(struct sentence *sentence, const struct door_markup *element)
{
    const char *text;

    read_children(sentence, element->children);
    text = door_text_fold_space(sentence->compiler->arena, door_buf_string(&sentence->text));
    door_buf_release(&sentence->text);
    if (text[0])
        return text;
    door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-words",
            "Write the English words inside the element.", "there is nothing to translate here");
    return NULL;
}

static const struct door_markup *
find_form(const struct door_markup *element, const char *name)
{
    const struct door_markup *child;

    for (child = element->children; child; child = child->next)
        if (child->name && strcmp(child->name, name) == 0)
            return child;
    return NULL;
}

static const struct door_path *
read_number(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup_attribute *plural)
{
    struct door_path *path = door_compile_path(compiler, scope, plural->value, plural->value_place);

    if (!path || !door_compile_presence(compiler, scope, path))
        return NULL;
    if (door_path_is_list(path) || (!path->literal
            && (path->field->kind == DOOR_KIND_NUMBER || path->field->kind == DOOR_KIND_PERIOD)))
        return path;
    door_compiler_error(compiler, scope, path->place, "template-plural", "Count a number, days or a list.",
            "\"%s\" cannot be counted", path->text);
    return NULL;
}

static void
read_plural(struct sentence *sentence, const struct door_markup *element, struct door_interface_word *word)
{
    const struct door_markup *one = find_form(element, "fd:one"), *other = find_form(element, "fd:other");

    if (!one || !other) {
        door_compiler_error(sentence->compiler, sentence->scope, element->place, "template-plural",
                "Write <fd:one>...</fd:one> and <fd:other>...</fd:other>.", "a plural has two forms in English");
        return;
    }
    word->text = read_sentence(sentence, one);
    sentence->codes = 0;
    sentence->again = true;
    word->plural = read_sentence(sentence, other);
    if (sentence->differs || sentence->codes != sentence->use->code_count)
        door_compiler_error(sentence->compiler, sentence->scope, other->place, "template-plural", NULL,
                "fd:one and fd:other hold different elements");
}

static struct door_phrase_use *
new_use(struct door_compiler *compiler)
{
    struct door_phrase_use *use = door_arena_alloc(compiler->arena, sizeof *use);

    use->next = compiler->template->phrases;
    compiler->template->phrases = use;
    return use;
}

static const char *
note_of(const struct door_markup *element)
{
    const struct door_markup_attribute *note = door_markup_find(element, "fd:note");

    return note ? note->value : NULL;
}

/* The content: the phrase, and behind it, jumped over, its codes' tags. */
static void
compile_phrase(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element,
        struct door_phrase_use *use)
{
    const struct door_markup_attribute *context = door_markup_find(element, "fd:t");
    const struct door_markup_attribute *plural = door_markup_find(element, "fd:plural");
    struct sentence sentence = { .compiler = compiler, .scope = scope, .use = use };
    struct door_interface_word word = { .context = context->value[0] ? context->value : NULL,
        .note = note_of(element), .place = element->place };
    size_t phrase = door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_PHRASE, .phrase = use,
            .is_raw = door_element_is_raw(element->name) });

    if (plural) {
        use->number = read_number(compiler, scope, plural);
        if (use->number)
            read_plural(&sentence, element, &word);
    } else {
        word.text = read_sentence(&sentence, element);
    }
    compiler->template->parts.ops[phrase].target = compiler->template->parts.count;
    if (word.text)
        use->word = door_words_add(compiler->words, compiler->arena, word);
}

void
door_compile_words(struct door_compiler *compiler, const struct door_scope *scope, const struct door_markup *element)
{
    struct door_phrase_use *use = new_use(compiler);

    door_compile_start(compiler, scope, element);
    if (!door_markup_find(element, "lang") && !door_markup_find(element, "fd:lang")
            && strcmp(element->name, "html") != 0)
        door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_PHRASE_LANGUAGE, .phrase = use });
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_START_END });
    compile_phrase(compiler, scope, element, use);
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_END, .name = element->name });
}

/* "service.name" as a translator's tool can take it, "service_name". */
static const char *
hole_name(struct door_arena *arena, const char *path)
{
    char *name = door_arena_text(arena, path), *p;

    for (p = name; *p; p++)
        if (*p == '.')
            *p = '_';
    return name;
}

/* "{service.name}" in an attribute's words is a hole of that path. */
static const char *
read_attribute_words(struct sentence *sentence, const struct door_markup_attribute *attribute)
{
    const char *p = attribute->value, *open, *close;

    while ((open = strchr(p, '{')) && (close = strchr(open, '}'))) {
        const char *name = door_arena_copy(sentence->compiler->arena, open + 1, (size_t)(close - open) - 1);
        const struct door_path *path = door_compile_text_path(sentence->compiler, sentence->scope, name,
                attribute->value_place);

        add_text(sentence, attribute->value_place, p, (size_t)(open - p));
        if (path)
            add_hole(sentence, attribute->value_place, hole_name(sentence->compiler->arena, name), path);
        p = close + 1;
    }
    add_text(sentence, attribute->value_place, p, strlen(p));
    p = door_text_fold_space(sentence->compiler->arena, door_buf_string(&sentence->text));
    door_buf_release(&sentence->text);
    return p;
}

void
door_compile_worded_attribute(struct door_compiler *compiler, const struct door_scope *scope,
        const struct door_markup_attribute *attribute)
{
    const char *name = attribute->name + strlen("fd:t-");
    struct sentence sentence = { .compiler = compiler, .scope = scope, .use = new_use(compiler) };
    const char *text = read_attribute_words(&sentence, attribute);

    sentence.use->is_attribute = true;
    if (!door_attribute_is_human(name) && strcmp(name, "value") != 0) {
        door_compiler_error(compiler, scope, attribute->place, "template-attribute",
                "Words can stand in alt, title, aria-label, placeholder, label, content and value.",
                "\"%s\" is not read by people", name);
        return;
    }
    if (!text[0]) {
        door_compiler_error(compiler, scope, attribute->place, "template-words", "Write the English words.",
                "there is nothing to translate here");
        return;
    }
    sentence.use->word = door_words_add(compiler->words, compiler->arena,
            (struct door_interface_word){ .text = text, .place = attribute->place });
    door_compiler_add(compiler, (struct door_op){ .type = DOOR_OP_WORDED, .name = name, .phrase = sentence.use });
}
