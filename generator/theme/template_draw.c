/*
 * One loop runs a program, for bytes or for a sink. Nothing is looked up here: paths are offsets, words are numbers,
 * phrases are cut.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/prose.h"
#include "language/format.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/entry.h"
#include "theme/escape.h"
#include "theme/template_drawer.h"
#include "theme/template_program.h"

static const char *
direction(const struct door_language *language)
{
    return language->right_to_left ? "rtl" : "ltr";
}

void
door_drawer_start(struct door_drawer *drawer, const char *name)
{
    drawer->element = name;
    drawer->attribute_count = 0;
    if (drawer->sink)
        return;
    door_buf_char(drawer->out, '<');
    door_buf_text(drawer->out, name);
}

void
door_drawer_attribute(struct door_drawer *drawer, const char *name, const char *value)
{
    if (drawer->sink) {
        if (drawer->attribute_count < DOOR_DRAWER_ATTRIBUTES)
            drawer->attributes[drawer->attribute_count++] = (struct door_attribute){ name, value };
        return;
    }
    door_buf_char(drawer->out, ' ');
    door_buf_text(drawer->out, name);
    door_buf_text(drawer->out, "=\"");
    door_html_attribute(drawer->out, value);
    door_buf_char(drawer->out, '"');
}

void
door_drawer_language(struct door_drawer *drawer, const struct door_language *language)
{
    door_drawer_attribute(drawer, "lang", language->code);
    door_drawer_attribute(drawer, "dir", direction(language));
}

void
door_drawer_start_end(struct door_drawer *drawer)
{
    if (drawer->sink)
        drawer->sink->open(drawer->to, drawer->element, drawer->attributes, drawer->attribute_count);
    else
        door_buf_char(drawer->out, '>');
}

void
door_drawer_end(struct door_drawer *drawer, const char *name)
{
    if (drawer->sink) {
        drawer->sink->close(drawer->to, name);
        return;
    }
    door_buf_text(drawer->out, "</");
    door_buf_text(drawer->out, name);
    door_buf_char(drawer->out, '>');
}

void
door_drawer_text(struct door_drawer *drawer, const char *text, const struct door_language *language)
{
    if (!text[0])
        return;
    if (drawer->sink)
        drawer->sink->text(drawer->to, text, language);
    else
        door_html_text(drawer->out, text);
}

static struct door_value
value_of(struct door_drawer *drawer, const struct door_path *path)
{
    return door_value_say(drawer->drawing, path, door_path_value(path, drawer->slots));
}

/* The language goes on the element that the value fills: WCAG 2.2, 3.1.2. */
static void
draw_language(struct door_drawer *drawer, const struct door_path *path)
{
    struct door_value value = value_of(drawer, path);

    drawer->value = value;
    drawer->value_path = path;
    if (value.language != drawer->drawing->language)
        door_drawer_language(drawer, value.language);
    else if (value.left_to_right && drawer->drawing->language->right_to_left)
        door_drawer_attribute(drawer, "dir", "ltr");
}

/* Between the signs that Unicode has for it (UAX 9, 2.4.2), where no element can isolate the text. */
static void
draw_isolated(struct door_drawer *drawer, struct door_value value)
{
    const char *sign = value.left_to_right || !value.language->right_to_left ? "\u2066" : "\u2067";

    door_drawer_text(drawer, door_arena_format(&drawer->drawing->worker->scratch, "%s%s\u2069", sign, value.text),
            value.language);
}

/* Of what is too long for a line only addresses of mail have parts: it may end behind "@" and behind a dot. */
static void
draw_text(struct door_drawer *drawer, struct door_value value, bool raw)
{
    struct door_arena *scratch = &drawer->drawing->worker->scratch;
    const char *text = value.text;
    size_t size;

    if (!raw && !drawer->sink && value.left_to_right && strchr(text, '@'))
        for (; text[size = strcspn(text, "@.")]; text += size + 1) {
            door_drawer_text(drawer, door_arena_copy(scratch, text, size + 1), value.language);
            door_drawer_start(drawer, "wbr");
            door_drawer_start_end(drawer);
        }
    door_drawer_text(drawer, text, value.language);
}

/* A value whose element says its language already. Paper has no such attribute on its glyphs, so a sign says it. */
static void
draw_value(struct door_drawer *drawer, const struct door_path *path)
{
    struct door_value value = path == drawer->value_path ? drawer->value : value_of(drawer, path);

    if (drawer->sink && value.left_to_right && drawer->drawing->language->right_to_left)
        draw_isolated(drawer, value);
    else
        draw_text(drawer, value, false);
}

/* A value among words of the language `around`. A phone or a postcode belongs to no language: it takes that one. */
static void
draw_hole(struct door_drawer *drawer, struct door_value value, const struct door_language *around, bool raw)
{
    const char *element;
    bool turns;

    if (value.left_to_right)
        value.language = around;
    turns = value.language->right_to_left != around->right_to_left || (value.left_to_right && around->right_to_left);
    element = value.language != around ? "span" : "bdi";
    if (value.language == around && !turns) {
        draw_text(drawer, value, raw);
    } else if (raw || drawer->sink) {
        if (turns)
            draw_isolated(drawer, value);
        else
            door_drawer_text(drawer, value.text, value.language);
    } else {
        door_drawer_start(drawer, element);
        if (value.language != around)
            door_drawer_language(drawer, value.language);
        else
            door_drawer_attribute(drawer, "dir", "ltr");
        door_drawer_start_end(drawer);
        draw_text(drawer, value, false);
        door_drawer_end(drawer, element);
    }
}

/* Missing phrases are English in the forms of English. */
static const struct door_language *
phrase_language(const struct door_drawer *drawer, const struct door_phrase_use *use)
{
    const struct door_drawing *drawing = drawer->drawing;

    return use->texts[drawing->language->index].missing ? &drawing->languages->items[0] : drawing->language;
}

static const struct door_phrase_form *
choose_form(struct door_drawer *drawer, const struct door_phrase_use *use)
{
    const struct door_phrase_text *text = &use->texts[drawer->drawing->language->index];
    size_t form = 0;

    if (use->number)
        form = door_plural_form(drawer->drawing->worker, drawer->drawing->language, use->word,
                door_value_count(use->number, door_path_value(use->number, drawer->slots)));
    return &text->forms[form < text->form_count ? form : text->form_count - 1];
}

static struct door_value
hole_value(struct door_drawer *drawer, const struct door_phrase_use *use, size_t index)
{
    const struct door_drawing *drawing = drawer->drawing;
    const struct door_path *path = use->holes[index].path;

    if (path)
        return value_of(drawer, path);
    return (struct door_value){ door_say_number(drawing->worker, drawing->language,
            door_value_count(use->number, door_path_value(use->number, drawer->slots))),
        phrase_language(drawer, use), false };
}

static void run(struct door_drawer *drawer, size_t from, size_t to);

static void
run_code(struct door_drawer *drawer, const struct door_phrase_code *code)
{
    if (drawer->sink)
        run(drawer, code->start, code->end);
    else
        run(drawer, code->joined_start, code->joined_end);
}

static void
draw_phrase(struct door_drawer *drawer, const struct door_phrase_use *use, bool raw)
{
    const struct door_phrase_form *form = choose_form(drawer, use);
    const struct door_language *language = phrase_language(drawer, use);
    size_t i;

    for (i = 0; i < form->count; i++) {
        const struct door_phrase_part *part = &form->parts[i];

        switch (part->type) {
        case DOOR_PHRASE_TEXT:
            if (drawer->sink)
                door_drawer_text(drawer, part->text, language);
            else
                door_buf_add(drawer->out, part->html, part->size);
            break;
        case DOOR_PHRASE_HOLE:
            draw_hole(drawer, hole_value(drawer, use, part->index), language, raw);
            break;
        case DOOR_PHRASE_OPEN:
        case DOOR_PHRASE_WHOLE:
            run_code(drawer, &use->codes[part->index]);
            break;
        case DOOR_PHRASE_CLOSE:
            door_drawer_end(drawer, use->codes[part->index].name);
            break;
        }
    }
}

/* Its words for a sink. */
static const char *
join_worded(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_phrase_form *form = choose_form(drawer, op->phrase);
    const char *text = "";
    size_t i;

    for (i = 0; i < form->count; i++)
        text = door_arena_join(&drawer->drawing->worker->scratch, text, form->parts[i].type == DOOR_PHRASE_HOLE
                ? hole_value(drawer, op->phrase, form->parts[i].index).text : form->parts[i].text);
    return text;
}

static void
draw_worded(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_phrase_form *form = choose_form(drawer, op->phrase);
    size_t i;

    if (drawer->sink) {
        door_drawer_attribute(drawer, op->name, join_worded(drawer, op));
        return;
    }
    door_buf_add(drawer->out, op->text, op->size);
    for (i = 0; i < form->count; i++) {
        if (form->parts[i].type == DOOR_PHRASE_HOLE)
            door_html_attribute(drawer->out, hole_value(drawer, op->phrase, form->parts[i].index).text);
        else
            door_buf_add(drawer->out, form->parts[i].html, form->parts[i].size);
    }
    door_buf_char(drawer->out, '"');
}

static bool
holds(struct door_drawer *drawer, const struct door_condition *condition)
{
    const void *at;
    bool yes;

    if (door_condition_is_constant(condition, &yes))
        return yes;
    at = door_path_value(condition->path, drawer->slots);
    yes = condition->compared ? at && *(const int *)at == condition->word
            : door_path_is_set(condition->path, at);

    return yes != condition->negated;
}

static const char *
part_text(struct door_drawer *drawer, const struct door_op *op, size_t index)
{
    const struct door_expression_part *part = &op->expression->parts[index];
    const struct door_drawing *drawing = drawer->drawing;
    enum door_form form = op->expression->form;
    const void *at;

    if (part->literal)
        return form == DOOR_FORM_ADDRESS && index == 0 ? door_href(drawing, part->literal) : part->literal;
    at = door_path_value(part->path, drawer->slots);
    if ((form == DOOR_FORM_ADDRESS && index == 0) || part->path->field->kind == DOOR_KIND_HREF
            || part->path->field->kind == DOOR_KIND_REF)
        return door_value_address(drawing, part->path, at, op->expression->scheme);
    if (form == DOOR_FORM_HUMAN)
        return door_value_say(drawing, part->path, at).text;
    return door_value_machine(drawing, part->path, at, op->name);
}

/* For bytes: part by part as they come, and all of it taken back where one is not there. */
static void
write_computed(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_expression *expression = op->expression;
    struct door_buf *out = drawer->out;
    size_t before = out->size, i;

    door_buf_add(out, op->text, op->size);
    for (i = 0; i < expression->count; i++) {
        const struct door_expression_part *part = &expression->parts[i];
        const char *text;

        if (part->html && (i || expression->form != DOOR_FORM_ADDRESS)) {
            door_buf_add(out, part->html, part->size);
            continue;
        }
        text = part_text(drawer, op, i);
        if (!text) {
            out->size = before;
            return;
        }
        door_html_attribute(out, text);
    }
    door_buf_char(out, '"');
}

/* An address that is the same on each page, apart from the way to it. */
static void
write_href(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_drawing *drawing = drawer->drawing;
    const char *before = op->name[0] == '/' ? drawing->assets : drawing->root;

    if (drawing->from_disk || !before[0]) {
        door_html_attribute(drawer->out, door_href(drawing, op->name));
        return;
    }
    door_html_attribute(drawer->out, before);
    door_buf_add(drawer->out, op->text, op->size);
}

/* An attribute one of whose parts is not there is left out. */
static void
draw_computed(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_expression *expression = op->expression;
    const char *joined = "", *text;
    size_t i;

    if (expression->condition && !holds(drawer, expression->condition))
        return;
    if (!drawer->sink) {
        write_computed(drawer, op);
        return;
    }
    for (i = 0; i < expression->count; i++) {
        text = part_text(drawer, op, i);
        if (!text)
            return;
        joined = door_arena_join(&drawer->drawing->worker->scratch, joined, text);
    }
    door_drawer_attribute(drawer, op->name, joined);
}

/* Begin a loop; false if it has no items. */
static bool
begin_loop(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_list *list = door_path_value(op->path, drawer->slots);
    struct door_loop *loop = &drawer->loops[op->number];

    if (!list || !list->count)
        return false;
    loop->left = list->count;
    loop->stride = op->path->field->kind == DOOR_KIND_OPENING ? sizeof(struct door_opening)
            : door_field_item_size(op->path->field);
    drawer->slots[op->number] = list->items;
    return true;
}

static bool
next_item(struct door_drawer *drawer, int slot)
{
    struct door_loop *loop = &drawer->loops[slot];

    if (!--loop->left)
        return false;
    drawer->slots[slot] = (const char *)drawer->slots[slot] + loop->stride;
    return true;
}

static void
run_one(struct door_drawer *drawer, const struct door_op *op)
{
    const struct door_language *page = drawer->drawing->language;

    switch (op->type) {
    case DOOR_OP_BYTES:
        door_buf_add(drawer->out, op->text, op->size);
        break;
    case DOOR_OP_HREF:
        write_href(drawer, op);
        break;
    case DOOR_OP_START:
        door_drawer_start(drawer, op->name);
        break;
    case DOOR_OP_ATTRIBUTE:
        door_drawer_attribute(drawer, op->name, op->text);
        break;
    case DOOR_OP_COMPUTED:
        draw_computed(drawer, op);
        break;
    case DOOR_OP_WORDED:
        draw_worded(drawer, op);
        break;
    case DOOR_OP_PAGE_LANGUAGE:
        door_drawer_language(drawer, page);
        break;
    case DOOR_OP_LANGUAGE:
        draw_language(drawer, op->path);
        break;
    case DOOR_OP_PHRASE_LANGUAGE:
        if (phrase_language(drawer, op->phrase) != page)
            door_drawer_language(drawer, phrase_language(drawer, op->phrase));
        break;
    case DOOR_OP_START_END:
        door_drawer_start_end(drawer);
        break;
    case DOOR_OP_END:
        door_drawer_end(drawer, op->name);
        break;
    case DOOR_OP_TEXT:
        door_drawer_text(drawer, op->text, page);
        break;
    case DOOR_OP_VALUE:
        draw_value(drawer, op->path);
        break;
    case DOOR_OP_HOLE:
        draw_hole(drawer, value_of(drawer, op->path), page, op->is_raw);
        break;
    case DOOR_OP_PROSE:
        door_drawer_prose(drawer, op->path, op->number);
        break;
    case DOOR_OP_PHRASE:
        draw_phrase(drawer, op->phrase, op->is_raw);
        break;
    case DOOR_OP_DATA:
        if (drawer->drawing->data && drawer->out)
            drawer->drawing->data(drawer->drawing->data_context, drawer->out);
        break;
    case DOOR_OP_DOCTYPE:
    case DOOR_OP_EACH:
    case DOOR_OP_NEXT:
    case DOOR_OP_TEST:
    case DOOR_OP_JUMP:
        break;
    }
}

/* Does the program go on at the operation's target? */
static bool
goes_elsewhere(struct door_drawer *drawer, const struct door_op *op)
{
    if (op->type == DOOR_OP_EACH)
        return !begin_loop(drawer, op);
    if (op->type == DOOR_OP_NEXT)
        return next_item(drawer, op->number);
    return op->type != DOOR_OP_TEST || !holds(drawer, op->condition);
}

static void
run(struct door_drawer *drawer, size_t from, size_t to)
{
    const struct door_op *ops = drawer->program->ops;
    size_t i = from;

    while (i < to) {
        const struct door_op *op = &ops[i++];

        if (op->type <= DOOR_OP_PHRASE)
            run_one(drawer, op);
        if (op->type >= DOOR_OP_PHRASE && goes_elsewhere(drawer, op))
            i = op->target;
    }
}

bool
door_template_shows(const struct door_template *template, const struct door_record *record)
{
    size_t i;

    for (i = 0; i < template->parts.count; i++)
        if (template->parts.ops[i].type == DOOR_OP_EACH && template->parts.ops[i].path->field->record == record)
            return true;
    return false;
}

void
door_template_write(const struct door_template *template, const struct door_drawing *drawing, struct door_buf *out)
{
    struct door_drawer drawer = { .drawing = drawing, .program = &template->bytes, .out = out };

    drawer.slots[0] = drawing->view;
    run(&drawer, 0, drawer.program->count);
}

void
door_template_emit(const struct door_template *template, const struct door_drawing *drawing,
        const struct door_sink *sink, void *to)
{
    struct door_drawer drawer = { .drawing = drawing, .program = &template->parts, .sink = sink, .to = to };

    drawer.slots[0] = drawing->view;
    run(&drawer, 0, drawer.program->count);
}
