#include "theme/example.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clean.h"
#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/load.h"
#include "model/offer.h"
#include "theme/path.h"
#include "theme/theme.h"
#include "views/pages.h"

enum {
    ROOM = 64,              /* bytes that each row of an example's struct gets: more than any value takes */
    MOST_PARAMETERS = 16,
    MOST_SAYINGS = 16
};

/* A theme's components being read. */
struct reading {
    struct door_arena *arena;
    const struct door_template_source *source;
    const struct door_offer *offer;
    struct door_diag *diag;
    struct door_filler *filler;
};

/* One examples.yaml. */
struct sheet {
    const struct reading *reading;
    const struct door_node *root;
    const struct door_node *slot, *slots, *around, *stands;
    struct door_component *component;
    struct door_parameter parameters[MOST_PARAMETERS];
    struct door_field sayings[MOST_SAYINGS];    /* the texts of `say`, in any example */
    size_t saying_count;
    struct door_record say;
    struct door_record view;
};

static void complain(const struct sheet *sheet, struct door_place place, const char *hint, const char *format, ...)
        __attribute__((format(printf, 4, 5)));

static void
complain(const struct sheet *sheet, struct door_place place, const char *hint, const char *format, ...)
{
    char message[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    door_diag_error(sheet->reading->diag, place, "theme-example", hint, "%s", message);
}

/* The nearest file of a component, and what an error calls it; NULL if there is none. */
static const char *
find_file(const struct reading *reading, const char *component, const char *file, const char **shown)
{
    const char *path = door_arena_format(reading->arena, "components/%s/%s", component, file);
    size_t i, size;

    for (i = 0; i < reading->source->count; i++) {
        const char *bytes = door_file_read(reading->arena, door_path_join(reading->arena, reading->source->folders[i],
                path), &size);

        *shown = door_path_join(reading->arena, reading->source->names[i], path);
        if (bytes)
            return door_clean_check(*shown, bytes, size, reading->diag) ? bytes : NULL;
    }
    return NULL;
}

static const struct door_page_kind *
find_page(const struct reading *reading, const char *name, size_t size)
{
    const char *template = door_arena_format(reading->arena, "pages/%.*s.html", (int)size, name);
    size_t i;

    for (i = 0; i < door_page_kind_count; i++)
        if (strcmp(door_page_kinds[i]->template, template) == 0)
            return door_page_kinds[i];
    return NULL;
}

/* One step of a path: up to the next [] or the end, below `whole` if that is an item of a list already. */
static bool
step(const struct sheet *sheet, const struct door_node *like, const struct door_record *view, const char *text,
        size_t size, struct door_path *whole)
{
    struct door_arena *arena = sheet->reading->arena;
    struct door_variable item = { .name = "item", .path = *whole };
    struct door_path path = { .place = like->place };
    struct door_path_mistake mistake;

    text = door_arena_format(arena, "%s%.*s", whole->item ? "item" : "", (int)size, text);
    if (!door_path_resolve(&path, arena, text, whole->item ? &item : NULL, view, &mistake)) {
        door_diag_error(sheet->reading->diag, like->place, "theme-example", mistake.hint, "%s", mistake.message);
        return false;
    }
    *whole = path;
    return true;
}

/* "place place.opening": the row of that path in that page's view; [] is one item of a list, "letters[].lines". */
static bool
read_like(const struct sheet *sheet, const struct door_node *like, struct door_field *row)
{
    const char *space = strchr(like->text, ' '), *text = space ? space + 1 : "", *end;
    const struct door_page_kind *page = space ? find_page(sheet->reading, like->text, (size_t)(space - like->text))
            : NULL;
    struct door_path path = { 0 };

    if (!page) {
        complain(sheet, like->place, "Write a page of the theme and a path of its view: \"place place.opening\".",
                "\"%s\" names no page", like->text);
        return false;
    }
    while (*text) {
        end = strstr(text, "[]");
        if (!step(sheet, like, page->view, text, end ? (size_t)(end - text) : strlen(text), &path))
            return false;
        if (!end)
            break;
        if (!door_path_is_list(&path) || path.field->kind == DOOR_KIND_OPENING) {
            complain(sheet, like->place, "Take the [] away.", "\"%.*s\" is no list", (int)(end - space - 1), space + 1);
            return false;
        }
        path.item = true;
        text = end + 2;
    }
    *row = *path.field;
    if (path.item)
        row->flags = (row->flags & ~(unsigned)DOOR_LIST) | DOOR_REQUIRED;
    return true;
}

static bool
is_yes(const struct door_node *map, const char *key)
{
    const struct door_node *node = door_node_find(map, key);

    return node && node->text && strcmp(node->text, "yes") == 0;
}

static const char *
text_of(const struct door_node *map, const char *key)
{
    const struct door_node *node = door_node_find(map, key);

    return node ? node->text : NULL;
}

static bool
read_parameter(const struct sheet *sheet, const struct door_node *node, struct door_parameter *parameter)
{
    const struct door_node *like = door_node_find(node, "like");

    parameter->name = node->key;
    parameter->help = text_of(node, "help");
    parameter->plain = is_yes(node, "plain");
    if (!parameter->help)
        complain(sheet, door_node_key_place(node),
                "Add \"help:\" and a sentence.", "nothing says what \"%s\" is", node->key);
    if (parameter->plain)
        return true;
    if (!like || !like->text) {
        complain(sheet, door_node_key_place(node), "Add \"like: service service.contacts[]\", or \"plain: yes\".",
                "nothing says what type \"%s\" has", node->key);
        return false;
    }
    if (!read_like(sheet, like, &parameter->row))
        return false;
    if (is_yes(node, "always"))
        parameter->row.flags |= DOOR_REQUIRED;
    return true;
}

static bool
read_parameters(struct sheet *sheet)
{
    const struct door_node *map = door_node_find(sheet->root, "parameters"), *node;
    bool ok = true;

    for (node = map ? map->children : NULL; node; node = node->next) {
        if (sheet->component->parameter_count == MOST_PARAMETERS) {
            complain(sheet, door_node_key_place(node), NULL, "a component has at most %d parameters", MOST_PARAMETERS);
            return false;
        }
        ok &= read_parameter(sheet, node, &sheet->parameters[sheet->component->parameter_count++]);
    }
    sheet->component->parameters = sheet->parameters;
    return ok;
}

static void
add_saying(struct sheet *sheet, const struct door_node *node)
{
    size_t i;

    for (i = 0; i < sheet->saying_count && strcmp(sheet->sayings[i].name, node->key) != 0; i++)
        ;
    if (i < sheet->saying_count)
        return;
    if (i == MOST_SAYINGS) {
        complain(sheet, door_node_key_place(node), NULL, "examples say at most %d things", MOST_SAYINGS);
        return;
    }
    sheet->sayings[i] = (struct door_field){ .name = node->key, .kind = DOOR_KIND_PROSE, .flags = DOOR_REQUIRED,
        .offset = i * ROOM };
    sheet->saying_count++;
}

/* The struct of an example: a row a parameter, and one for what its slots say. */
static void
make_view(struct sheet *sheet)
{
    struct door_arena *arena = sheet->reading->arena;
    const struct door_node *examples = door_node_find(sheet->root, "examples"), *example, *say, *node;
    struct door_field *rows = door_arena_array(arena, MOST_PARAMETERS + 1, sizeof *rows);
    size_t i, count = 0;

    for (example = examples ? examples->children : NULL; example; example = example->next) {
        say = door_node_find(example, "say");
        for (node = say ? say->children : NULL; node; node = node->next)
            if (node->key)
                add_saying(sheet, node);
    }
    sheet->say = (struct door_record){ .name = "saying", .size = MOST_SAYINGS * ROOM, .fields = sheet->sayings,
        .field_count = sheet->saying_count };
    for (i = 0; i < sheet->component->parameter_count; i++) {
        if (sheet->parameters[i].plain)
            continue;
        rows[count] = sheet->parameters[i].row;
        rows[count].name = sheet->parameters[i].name;
        rows[count].offset = count * ROOM;
        count++;
    }
    rows[count] = (struct door_field){ .name = "say", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
        .offset = count * ROOM, .record = &sheet->say };
    sheet->view = (struct door_record){ .name = "example", .size = (count + 1) * ROOM, .fields = rows,
        .field_count = count + 1 };
}

/* Put template text where it stood in its file, so that errors have its line. */
static void
add_template(struct door_buf *out, int *line, const struct door_node *node)
{
    const char *c;

    for (; *line < node->place.line + (node->quoted ? 0 : 1); (*line)++)
        door_buf_char(out, '\n');
    for (c = node->text; *c; c++)
        *line += *c == '\n';
    door_buf_text(out, node->text);
}

/* The line of the file that a use stands for: where its first slot is filled, or the example itself. */
static int
line_of_use(const struct sheet *sheet, const struct door_node *example)
{
    int slot = sheet->slot ? sheet->slot->key_line : 0, slots = sheet->slots ? sheet->slots->key_line : 0;

    if (slot && slots)
        return slot < slots ? slot : slots;
    return slot + slots ? slot + slots : example->place.line;
}

static void
add_use(struct sheet *sheet, const struct door_node *example, int line, struct door_buf *out)
{
    const struct door_component *component = sheet->component;
    const struct door_node *node;
    size_t i;

    door_buf_format(out, "<fd:use name=\"%s\"", component->name);
    for (i = 0; i < component->parameter_count; i++) {
        const char *name = component->parameters[i].name, *plain = text_of(example, name);

        if (component->parameters[i].plain)
            door_buf_format(out, " %s=\"'%s'\"", name, plain && !strpbrk(plain, "\"'<&") ? plain : "");
        else
            door_buf_format(out, " %s=\"%s\"", name, name);
    }
    door_buf_char(out, '>');
    for (node = sheet->slots ? sheet->slots->children : NULL; node; node = node->next) {
        door_buf_format(out, "<fd:fill slot=\"%s\">", node->key);
        if (node->text)
            add_template(out, &line, node);
        door_buf_text(out, "</fd:fill>");
    }
    if (sheet->slot && sheet->slot->text)
        add_template(out, &line, sheet->slot);
    door_buf_text(out, "</fd:use>");
}

/* What stands around the component where it is seen: a document, unless it is one. */
static const char *
make_use(struct sheet *sheet, const struct door_node *example)
{
    const char *stands = sheet->stands && sheet->stands->text ? sheet->stands->text : "main";
    const char *around = sheet->around ? sheet->around->text : NULL, *here = around ? strstr(around, "<here/>") : NULL;
    int line = line_of_use(sheet, example), i;
    struct door_buf out = { 0 };
    const char *text;

    for (i = 1; i < line; i++)
        door_buf_char(&out, '\n');
    if (strcmp(stands, "document") != 0)
        door_buf_format(&out, "<html><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\""
                "width=device-width, initial-scale=1\"/><title fd:text=\"say.title_of_example\"/><link rel=\""
                "stylesheet\" fd:href=\"'/assets/style.css'\"/></head><body>%s",
                strcmp(stands, "main") == 0 ? "<main>" : "");
    if (here)
        door_buf_add(&out, around, (size_t)(here - around));
    add_use(sheet, example, line, &out);
    if (here)
        door_buf_text(&out, here + strlen("<here/>"));
    if (strcmp(stands, "document") != 0)
        door_buf_format(&out, "%s</body></html>", strcmp(stands, "main") == 0 ? "</main>" : "");
    text = door_arena_text(sheet->reading->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

static int
language_of(const struct reading *reading, const char *code)
{
    const char *const *codes = reading->offer->languages.items;
    size_t i;

    for (i = 0; i < reading->offer->languages.count; i++)
        if (strcmp(codes[i], code) == 0)
            return (int)i;
    return -1;
}

static bool
is_parameter(const struct sheet *sheet, const char *key)
{
    size_t i;

    for (i = 0; i < sheet->component->parameter_count; i++)
        if (strcmp(sheet->parameters[i].name, key) == 0)
            return true;
    return false;
}

static void
fill(struct sheet *sheet, const struct door_node *node, const struct door_node *name, struct door_example *example)
{
    const struct door_node *child;
    struct door_node title = { .type = DOOR_NODE_SCALAR, .text = name->text, .place = name->place, .quoted = true };
    const struct door_field *row, *say = door_record_find(&sheet->view, "say");
    void **said = (void **)((char *)example->values + say->offset);

    door_load_blank(&sheet->view, example->values);
    *said = door_arena_alloc(sheet->reading->arena, sheet->say.size);
    for (child = node->children; child; child = child->next) {
        const struct door_node *words;

        if (strcmp(child->key, "say") == 0) {
            for (words = child->children; words; words = words->next)
                if (words->key)
                    door_filler_row(sheet->reading->filler, door_record_find(&sheet->say, words->key), *said,
                            example->code, words);
        } else if ((row = door_record_find(&sheet->view, child->key))) {
            door_filler_row(sheet->reading->filler, row, example->values, example->code, child);
        } else if (strcmp(child->key, "name") != 0 && strcmp(child->key, "language") != 0
                && !is_parameter(sheet, child->key)) {
            complain(sheet, door_node_key_place(child), "Write a parameter of the component, say:, name: or language:.",
                    "the component \"%s\" has no \"%s\"", sheet->component->name, child->key);
        }
    }
    door_filler_row(sheet->reading->filler, door_record_find(&sheet->say, "title_of_example"), *said, "en-GB", &title);
    door_filler_absent(sheet->reading->filler, &sheet->say, *said, example->code);
}

static void
read_example(struct sheet *sheet, const struct door_node *node, struct door_example *example)
{
    const struct door_node *name = door_node_find(node, "name");
    const char *code = text_of(node, "language"), *const *codes = sheet->reading->offer->languages.items;

    if (node->type != DOOR_NODE_MAP || !name || !name->text) {
        complain(sheet, node->place, "Begin it with \"name:\" and what is to be seen.", "an example has no name");
        return;
    }
    example->name = name->text;
    example->code = code ? code : codes[0];
    example->language = language_of(sheet->reading, example->code);
    example->place = node->place;
    example->view = &sheet->view;
    example->values = door_arena_alloc(sheet->reading->arena, sheet->view.size);
    if (example->language < 0)
        return;
    fill(sheet, node, name, example);
    example->use = make_use(sheet, node);
}

static void
read_examples(struct sheet *sheet)
{
    const struct door_node *list = door_node_find(sheet->root, "examples"), *node;
    struct door_example *examples;
    size_t count = 0, i = 0;

    if (!list || list->type != DOOR_NODE_LIST || !list->children) {
        complain(sheet, sheet->root->place, "Write \"examples:\" and a list of them.", "there are no examples");
        return;
    }
    for (node = list->children; node; node = node->next)
        count++;
    examples = door_arena_array(sheet->reading->arena, count, sizeof *examples);
    for (node = list->children; node; node = node->next)
        read_example(sheet, node, &examples[i++]);
    sheet->component->examples = examples;
    sheet->component->example_count = count;
}

static void
check_keys(struct sheet *sheet)
{
    static const char *const known[] = { "parameters", "stands", "around", "slot", "slots", "examples" };
    const struct door_node *node;
    size_t i;

    for (node = sheet->root->children; node; node = node->next) {
        for (i = 0; i < DOOR_COUNT(known) && strcmp(known[i], node->key) != 0; i++)
            ;
        if (i == DOOR_COUNT(known))
            complain(sheet, door_node_key_place(node), door_text_did_you_mean(sheet->reading->arena, node->key, known,
                    DOOR_COUNT(known)), "examples have no \"%s\"", node->key);
    }
}

static void
read_component(struct reading *reading, const char *name, struct door_component *component)
{
    const char *shown, *bytes = find_file(reading, name, "examples.yaml", &shown);
    struct sheet *sheet;
    const char *ignored;

    *component = (struct door_component){ .name = name, .readme = find_file(reading, name, "README.md", &ignored) };
    if (!bytes)
        return;
    sheet = door_arena_alloc(reading->arena, sizeof *sheet);
    sheet->reading = reading;
    sheet->component = component;
    component->file = shown;
    sheet->root = door_yaml_parse(reading->arena, shown, bytes, strlen(bytes), 0, reading->diag);
    if (!sheet->root)
        return;
    if (sheet->root->type != DOOR_NODE_MAP) {
        complain(sheet, sheet->root->place, "Write parameters: and examples:.", "this is a list");
        return;
    }
    check_keys(sheet);
    sheet->slot = door_node_find(sheet->root, "slot");
    sheet->slots = door_node_find(sheet->root, "slots");
    sheet->around = door_node_find(sheet->root, "around");
    sheet->stands = door_node_find(sheet->root, "stands");
    if (!read_parameters(sheet))
        return;
    sheet->sayings[sheet->saying_count++] = (struct door_field){ .name = "title_of_example",
        .kind = DOOR_KIND_PROSE, .flags = DOOR_REQUIRED };
    make_view(sheet);
    read_examples(sheet);
}

struct door_components
door_components_load(struct door_arena *arena, const struct door_theme *theme, const struct door_offer *offer,
        const char *style, struct door_diag *diag)
{
    struct reading *reading = door_arena_alloc(arena, sizeof *reading);
    struct door_component *components;
    const char *const *names;
    size_t count, i;

    *reading = (struct reading){ .arena = arena, .source = &theme->source, .offer = offer, .diag = diag,
        .filler = door_filler_new(arena, offer, style, diag) };
    names = door_theme_components(&theme->source, arena, &count);
    components = door_arena_array(arena, count, sizeof *components);
    for (i = 0; i < count; i++)
        read_component(reading, names[i], &components[i]);
    return (struct door_components){ components, count, door_filler_pieces(reading->filler) };
}
