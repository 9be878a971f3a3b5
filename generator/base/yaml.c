#include "base/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/fail.h"
#include "base/map.h"
#include "base/text.h"
#include "base/yaml_slip.h"

#define DEEPEST 32
#define LONGEST_KNOWN 24        /* bytes: longer texts are seldom said twice */
#define MOST_MENDED 20          /* lines of one file */

struct reader {
    yaml_parser_t parser;
    struct door_arena *arena, *nodes;
    struct door_yaml_known *known;
    struct door_diag *diag;
    const char *file;
    const char *bytes, *end;
    int line_offset;
    /* Where the text was looked at last, from 0: events come in order, so it moves on with them. */
    const char *line_start, *at;
    size_t line, column;
    bool failed;
    const char *mended;         /* the line that was refused, as it was meant, and which line that is; or NULL */
    size_t mended_line;
};

static struct door_place
place_of(const struct reader *reader, yaml_mark_t mark)
{
    return (struct door_place){ reader->file, (int)mark.line + 1 + reader->line_offset, (int)mark.column + 1 };
}

static void
refuse(struct reader *reader, struct door_place place, const char *id, const char *message, const char *hint)
{
    if (!reader->failed)
        door_diag_error(reader->diag, place, id, hint, "%s", message);
    reader->failed = true;
}

/* --- the text of a line --- */

/* Go to the beginning of a line. */
static void
go_to_line(struct reader *reader, size_t line)
{
    const char *stop;

    if (line < reader->line) {
        reader->line = 0;
        reader->line_start = reader->bytes;
    }
    for (; reader->line < line; reader->line++) {
        stop = memchr(reader->line_start, '\n', (size_t)(reader->end - reader->line_start));
        reader->line_start = stop ? stop + 1 : reader->end;
    }
    reader->at = reader->line_start;
    reader->column = 0;
}

/* Line number `line`, without its end. */
static struct door_span
line_of(struct reader *reader, size_t line)
{
    const char *stop;

    go_to_line(reader, line);
    stop = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
    return (struct door_span){ reader->at, (size_t)((stop ? stop : reader->end) - reader->at) };
}

/* The first character from a mark on that is no blank; '\n' if the line ends there. */
static char
behind(struct reader *reader, yaml_mark_t mark)
{
    const char *p;

    if (mark.line != reader->line || mark.column < reader->column)
        go_to_line(reader, mark.line);
    for (; reader->column < mark.column && reader->at < reader->end && *reader->at != '\n'; reader->column++) {
        do
            reader->at++;
        while (reader->at < reader->end && ((unsigned char)*reader->at & 0xC0) == 0x80);
    }
    for (p = reader->at; p < reader->end && (*p == ' ' || *p == '\t' || *p == '\r'); p++)
        ;
    return p < reader->end ? *p : '\n';
}

/* The last line before this one that is not empty. */
static size_t
line_above(struct reader *reader, size_t line)
{
    while (line > 0 && !door_text_trim(line_of(reader, --line)).size)
        ;
    return line;
}

static size_t
indent_of(struct reader *reader, size_t line)
{
    struct door_span text = line_of(reader, line);
    size_t i;

    for (i = 0; i < text.size && text.start[i] == ' '; i++)
        ;
    return i;
}

/* Is there a colon that ends a field's name, or may the line do without one? */
static bool
has_field(struct reader *reader, size_t line)
{
    struct door_span text = door_text_trim(line_of(reader, line));
    size_t i;

    if (!text.size || strchr("-#[{", text.start[0]))
        return true;
    for (i = 0; i < text.size; i++)
        if (text.start[i] == ':' && (i + 1 == text.size || text.start[i + 1] == ' '))
            return true;
    return false;
}

/* Where the field of a line begins, behind the hyphens of its list. */
static size_t
field_column(struct reader *reader, size_t line)
{
    struct door_span text = line_of(reader, line);
    size_t i = indent_of(reader, line);

    while (i + 1 < text.size && text.start[i] == '-' && text.start[i + 1] == ' ')
        for (i++; i < text.size && text.start[i] == ' '; i++)
            ;
    return i;
}

/* The line with the spaces that fit below the line above, in place of white space with a tab in it. */
static const char *
without_tab(struct reader *reader, size_t line)
{
    size_t above = line_above(reader, line);
    struct door_span upper = door_text_trim(line_of(reader, above)), text = door_text_trim(line_of(reader, line));
    bool item = *text.start == '-', opens = upper.size && upper.start[upper.size - 1] == ':';
    size_t column = opens ? field_column(reader, above) + 2 : item ? indent_of(reader, above)
            : field_column(reader, above);

    return door_arena_format(reader->arena, "%*s%.*s", (int)column, "", (int)text.size, text.start);
}

/* Report the slip of a line, if it has one. */
static bool
refuse_slip(struct reader *reader, size_t line)
{
    struct door_yaml_slip slip;
    struct door_place place;

    if (!door_yaml_find_slip(reader->arena, line_of(reader, line), &slip))
        return false;
    place = (struct door_place){ reader->file, (int)line + 1 + reader->line_offset, slip.column };
    reader->mended = strcmp(slip.id, "yaml-tab") == 0 ? without_tab(reader, line) : slip.mended;
    reader->mended_line = line;
    refuse(reader, place, slip.id, slip.message, slip.hint);
    return true;
}

/* A line that is not where the field above it is, and belongs there. */
static void
refuse_indent(struct reader *reader, struct door_place place, size_t line, size_t above)
{
    size_t column = field_column(reader, above);
    struct door_span upper = line_of(reader, above), text = door_text_trim(line_of(reader, line)),
            name = { upper.start + column, 0 };
    const char *hint = "Begin it without spaces, as the line above; a text that goes on from there needs quotes.";
    size_t size = 0;

    while (column + name.size < upper.size && name.start[name.size] != ':')
        name.size++;
    if (column)
        hint = door_arena_format(reader->arena, "Begin it with %zu spaces, so that it stands below \"%.*s\"; "
                "a text that goes on from there needs quotes.", column, (int)name.size, name.start);
    while (size < text.size && ((text.start[size] >= 'a' && text.start[size] <= 'z') || text.start[size] == '_'))
        size++;
    if (size && size < text.size && text.start[size] == ':') {      /* a field, and not a text with a colon in it */
        reader->mended = door_arena_format(reader->arena, "%*s%.*s", (int)column, "", (int)text.size, text.start);
        reader->mended_line = line;
    }
    refuse(reader, place, "yaml-key", "this line does not fit the ones above it", hint);
}

/* What is wrong between lines rather than on one. */
static void
refuse_layout(struct reader *reader, const char *said)
{
    size_t line = reader->parser.problem_mark.line;
    size_t above = line_above(reader, line);
    struct door_place place = place_of(reader, reader->parser.problem_mark);

    if (strstr(said, "could not find expected ':'")
            || (strstr(said, "mapping values are not allowed") && !has_field(reader, above))) {
        place.line = (int)above + 1 + reader->line_offset;
        place.column = 1;
        refuse(reader, place, "yaml-key", "a line without a field",
                "Write \"field: value\"; a text that goes on from the line above is indented.");
    } else if (strstr(said, "mapping values are not allowed") || strstr(said, "did not find expected key")
            || strstr(said, "did not find expected '-' indicator") || strstr(said, "expected <document start>")) {
        place.column = 1;
        /* Further in than the field above; or below the hyphen of its list rather than below the field. */
        if ((strstr(said, "mapping values are not allowed") && indent_of(reader, line) > field_column(reader, above))
                || (strstr(said, "expected '-' indicator") && field_column(reader, above) > indent_of(reader, above)))
            refuse_indent(reader, place, line, above);
        else
            refuse(reader, place, "yaml-key", "this line does not fit the ones above it",
                    "Begin it with as many spaces as the lines that it belongs with.");
    } else if (strstr(said, "did not find expected ',' or")) {
        reader->mended = door_yaml_add_comma(reader->arena, line_of(reader, line), reader->parser.problem_mark.column);
        reader->mended_line = line;
        refuse(reader, place, "yaml-comma", "a comma is missing before this", reader->mended
                ? door_arena_format(reader->arena, "Write: %s", reader->mended + indent_of(reader, line))
                : "Write {from: birth, to: 5 years}; a value that holds a comma, a colon or a bracket goes in quotes.");
    } else {
        refuse(reader, place, "yaml", door_arena_format(reader->arena, "not YAML: %s", said), NULL);
    }
}

/*
 * libyaml's own words ("mapping values are not allowed in this context") say little to an editor. The slip is on the
 * line where it stopped, on the one above, or where the thing began that has no end.
 */
static void
refuse_syntax(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    size_t line = parser->problem_mark.line, above = line_above(reader, line);
    bool endless = parser->context && (strstr(parser->context, "quoted scalar") || strstr(parser->context, "flow"));

    if (endless && refuse_slip(reader, parser->context_mark.line))
        return;
    if (!refuse_slip(reader, line) && !refuse_slip(reader, above)
            && (!parser->context || !refuse_slip(reader, parser->context_mark.line)))
        refuse_layout(reader, parser->problem ? parser->problem : "");
}

static bool
next_event(struct reader *reader, yaml_event_t *event)
{
    if (reader->failed)
        return false;
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    if (reader->parser.error == YAML_MEMORY_ERROR)
        door_fail("out of memory");
    refuse_syntax(reader);
    return false;
}

/* A text that outlives the event. */
static const char *
keep(struct reader *reader, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value, *kept;
    size_t size = event->data.scalar.length;

    if (!reader->known || size > LONGEST_KNOWN)
        return door_arena_copy(reader->arena, text, size);
    kept = door_map_find(&reader->known->texts, text);
    if (!kept) {
        kept = door_arena_copy(reader->arena, text, size);
        door_map_put(&reader->known->texts, &reader->known->arena, kept, kept);
    }
    return kept;
}

static struct door_node *read_node(struct reader *reader, yaml_event_t *event, int depth);

static struct door_node *
new_node(struct reader *reader, const yaml_event_t *event, enum door_node_type type)
{
    struct door_node *node = door_arena_alloc(reader->nodes, sizeof *node);

    node->type = type;
    node->place = place_of(reader, event->start_mark);
    return node;
}

/* "[Play: stay, chat]": YAML makes a map of what was meant as one text. */
static void
refuse_pair(struct reader *reader, const yaml_event_t *event)
{
    if (event->type == YAML_MAPPING_START_EVENT && behind(reader, event->start_mark) != '{')
        refuse(reader, place_of(reader, event->start_mark), "yaml-colon", "a colon inside [ ]",
                "Fields stand in { }; a text that holds a colon goes in quotes: [\"Play: stay\", chat].");
}

static struct door_node *
read_list(struct reader *reader, const yaml_event_t *start, int depth)
{
    struct door_node *list = new_node(reader, start, DOOR_NODE_LIST), *child;
    const struct door_node **tail = &list->children;
    yaml_event_t event;

    list->flow = start->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    while (next_event(reader, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;

        if (!end && list->flow)
            refuse_pair(reader, &event);
        child = end ? NULL : read_node(reader, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            return list;
        if (!child)
            break;
        *tail = child;
        tail = &child->next;
    }
    return NULL;
}

/*
 * "{name: Play, stay and chat}": a field without a colon, because the comma before it was meant as part of a value.
 * libyaml gives it an empty value that stands at the end of its name.
 */
static bool
refuse_comma(struct reader *reader, const struct door_node *map, const struct door_node *value, const char *key,
        struct door_place place)
{
    const struct door_node *last = map->children;
    struct door_span whole;

    if (!map->flow || value->type != DOOR_NODE_SCALAR || value->quoted || value->text[0]
            || value->place.line != place.line || value->place.column != place.column + (int)door_text_length(key))
        return false;
    while (last && last->next)
        last = last->next;
    if (strchr(key, ':')) {
        refuse(reader, place, "yaml-space", door_arena_format(reader->arena, "no space behind the colon of \"%s\"",
                key), "Inside { } write field: value, with commas between them.");
        return true;
    }
    if (!last && refuse_slip(reader, (size_t)(place.line - 1 - reader->line_offset)))
        return true;
    if (!last || last->type != DOOR_NODE_SCALAR) {
        refuse(reader, place, "yaml-comma", door_arena_format(reader->arena, "\"%s\" has no colon behind it", key),
                "Inside { } write field: value, with commas between them.");
        return true;
    }
    whole.start = door_arena_format(reader->arena, "%s, %s", last->text, key);
    whole.size = strlen(whole.start);
    refuse(reader, place, "yaml-comma", "a comma ends a value here", door_arena_format(reader->arena,
            "Put the whole value in quotes: %s: %s", last->key, door_yaml_quote(reader->arena, whole)));
    return true;
}

/* The children of a map being read, by key: an entry has few, which a walk finds quickest; data may have many. */
struct keys {
    struct door_map map;
    size_t count;
};

#define FEW_KEYS 32

/* Report a key that an earlier child has. */
static void
check_key(struct reader *reader, struct keys *keys, const struct door_node *map, const struct door_node *child)
{
    const struct door_node *earlier;

    if (keys->count++ < FEW_KEYS) {
        earlier = door_node_find(map, child->key);
    } else {
        if (!keys->map.count)
            for (earlier = map->children; earlier; earlier = earlier->next)
                door_map_put(&keys->map, reader->arena, earlier->key, earlier);
        earlier = door_map_find(&keys->map, child->key);
        if (!earlier)
            door_map_put(&keys->map, reader->arena, child->key, child);
    }
    if (earlier)
        door_diag_error(reader->diag, door_node_key_place(child), "key-twice", door_arena_format(reader->arena,
                "It is already on line %d; keep one of them.", earlier->key_line), "\"%s\" is written twice",
                child->key);
}

/* Between double quotes, "\\e" or "\\u202E" can spell a character that a file may not hold. */
static bool
is_clean(struct reader *reader, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value;
    size_t bad;

    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE
            || !door_clean_find(text, event->data.scalar.length, &bad))
        return true;
    if (!reader->failed)
        door_clean_report(text + bad, place_of(reader, event->start_mark), reader->diag);
    reader->failed = true;
    return false;
}

static struct door_node *
read_map(struct reader *reader, const yaml_event_t *start, int depth)
{
    struct door_node *map = new_node(reader, start, DOOR_NODE_MAP), *child;
    const struct door_node **tail = &map->children;
    struct keys keys = { 0 };
    yaml_event_t event;

    map->flow = start->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    while (next_event(reader, &event)) {
        struct door_place place = place_of(reader, event.start_mark);
        bool scalar = event.type == YAML_SCALAR_EVENT;
        const char *key = scalar ? keep(reader, &event) : NULL;
        bool end = event.type == YAML_MAPPING_END_EVENT, clean = !scalar || is_clean(reader, &event);

        yaml_event_delete(&event);
        if (end)
            return map;
        if (!clean)
            break;
        if (!key) {
            refuse(reader, place, "yaml-key", "a field's name must be a plain word", NULL);
            break;
        }
        if (!next_event(reader, &event))
            break;
        child = read_node(reader, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child || refuse_comma(reader, map, child, key, place))
            break;
        child->key = key;
        child->key_line = place.line;
        child->key_column = (unsigned)place.column;
        check_key(reader, &keys, map, child);
        *tail = child;
        tail = &child->next;
    }
    return NULL;
}

/* Has the value an anchor or a tag? They begin with & and !, which an editor means as they are. */
static bool
is_marked(struct reader *reader, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;

    if (event->type == YAML_SCALAR_EVENT)
        anchor = event->data.scalar.anchor, tag = event->data.scalar.tag;
    else if (event->type == YAML_SEQUENCE_START_EVENT)
        anchor = event->data.sequence_start.anchor, tag = event->data.sequence_start.tag;
    else if (event->type == YAML_MAPPING_START_EVENT)
        anchor = event->data.mapping_start.anchor, tag = event->data.mapping_start.tag;
    if (!anchor && !tag)
        return false;
    if (!refuse_slip(reader, event->start_mark.line))
        refuse(reader, place_of(reader, event->start_mark), "yaml-start", anchor ? "a value may not begin with &"
                : "a value may not begin with !", "Put the value in double quotes.");
    return true;
}

/* Has a word processor put the quotation marks around it? */
static bool
is_curly(const char *text)
{
    return (door_text_starts(text, "\xE2\x80\x9C") && door_text_ends(text, "\xE2\x80\x9D"))
            || (door_text_starts(text, "\xE2\x80\x98") && door_text_ends(text, "\xE2\x80\x99"));
}

static struct door_node *
read_scalar(struct reader *reader, const yaml_event_t *event)
{
    struct door_node *node = new_node(reader, event, DOOR_NODE_SCALAR);

    if (!is_clean(reader, event))
        return NULL;
    node->text = keep(reader, event);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (node->quoted)
        return node;
    if (is_curly(node->text) && refuse_slip(reader, event->start_mark.line))
        return NULL;
    node->comment = behind(reader, event->end_mark) == '#';
    return node;
}

static struct door_node *
read_node(struct reader *reader, yaml_event_t *event, int depth)
{
    if (depth > DEEPEST) {
        refuse(reader, place_of(reader, event->start_mark), "yaml-deep", "nested too deeply", NULL);
        return NULL;
    }
    if (is_marked(reader, event))
        return NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(reader, event, depth);
    case YAML_MAPPING_START_EVENT:
        return read_map(reader, event, depth);
    case YAML_ALIAS_EVENT:
        if (!refuse_slip(reader, event->start_mark.line))
            refuse(reader, place_of(reader, event->start_mark), "yaml-start", "a value may not begin with *",
                    "Put the value in double quotes.");
        return NULL;
    default:
        refuse(reader, place_of(reader, event->start_mark), "yaml", "a second document in one file", NULL);
        return NULL;
    }
}

static const struct door_node *
read_document(struct reader *reader)
{
    struct door_node *root = NULL;
    yaml_event_t event;

    while (next_event(reader, &event)) {
        switch (event.type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        case YAML_STREAM_END_EVENT:
            if (!root) {
                root = new_node(reader, &event, DOOR_NODE_MAP);
                root->place = (struct door_place){ reader->file, reader->line_offset + 1, 1 };
            }
            yaml_event_delete(&event);
            return reader->failed ? NULL : root;
        default:
            if (root)
                refuse(reader, place_of(reader, event.start_mark), "yaml", "a second document in one file",
                        "Only one \"---\" may begin and one may end the front matter.");
            else
                root = read_node(reader, &event, 0);
            if (root && root->type == DOOR_NODE_SCALAR)
                refuse_slip(reader, event.start_mark.line);
            break;
        }
        yaml_event_delete(&event);
    }
    return NULL;
}

/* Read a text from its beginning. */
static const struct door_node *
read_text(struct reader *reader, const char *bytes, size_t size)
{
    const struct door_node *root;

    reader->bytes = reader->line_start = reader->at = bytes;
    reader->end = bytes + size;
    reader->line = reader->column = 0;
    reader->failed = false;
    reader->mended = NULL;
    if (!yaml_parser_initialize(&reader->parser))
        door_fail("out of memory");
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)bytes, size);
    root = read_document(reader);
    yaml_parser_delete(&reader->parser);
    return root;
}

/* The text with the line that was refused put right. */
static struct door_span
put_right(struct reader *reader)
{
    struct door_span wrong = line_of(reader, reader->mended_line);
    size_t before = (size_t)(wrong.start - reader->bytes), mended = strlen(reader->mended);
    size_t behind_it = (size_t)(reader->end - wrong.start) - wrong.size;
    char *text = door_arena_alloc(reader->arena, before + mended + behind_it + 1);

    memcpy(text, reader->bytes, before);
    memcpy(text + before, reader->mended, mended);
    memcpy(text + before + mended, wrong.start + wrong.size, behind_it);
    return (struct door_span){ text, before + mended + behind_it };
}

/* libyaml stops at its first mistake: a line with one meaning is told and put right, and the file read again. */
const struct door_node *
door_yaml_parse_apart(struct door_arena *nodes, struct door_arena *texts, struct door_yaml_known *known,
        const char *file, const char *bytes, size_t size, int line_offset, struct door_diag *diag)
{
    struct reader reader = { .arena = texts, .nodes = nodes, .known = known, .diag = diag, .file = file,
        .line_offset = line_offset };
    const struct door_node *root = read_text(&reader, bytes, size);
    int count;

    for (count = 0; !root && reader.mended && count < MOST_MENDED; count++) {
        struct door_span text = put_right(&reader);

        root = read_text(&reader, text.start, text.size);
    }
    return root;
}

const struct door_node *
door_yaml_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, int line_offset,
        struct door_diag *diag)
{
    return door_yaml_parse_apart(arena, arena, NULL, file, bytes, size, line_offset, diag);
}

struct door_place
door_node_key_place(const struct door_node *child)
{
    return (struct door_place){ child->place.file, child->key_line, (int)child->key_column };
}

const struct door_node *
door_node_find(const struct door_node *map, const char *key)
{
    const struct door_node *child = map->type == DOOR_NODE_MAP ? map->children : NULL;

    while (child && strcmp(child->key, key) != 0)
        child = child->next;
    return child;
}
