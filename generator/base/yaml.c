#include "base/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/text.h"

#define DEEPEST 32

struct reader {
    yaml_parser_t parser;
    struct door_arena *arena;
    struct door_diag *diag;
    const char *file;
    int line_offset;
    bool failed;
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

/* libyaml's own words ("mapping values are not allowed in this context") say little to an editor. */
static void
refuse_syntax(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    const char *said = parser->problem ? parser->problem : "";
    struct door_place place = place_of(reader, parser->problem_mark);

    if (strcmp(said, "mapping values are not allowed in this context") == 0)
        refuse(reader, place, "yaml-colon", "a second colon in the line",
                "Put the whole value in double quotes: name: \"Play: stay and chat\".");
    else if (strcmp(said, "found character that cannot start any token") == 0)
        refuse(reader, place, "yaml-start", "a value may not begin with this character",
                "Put the whole value in double quotes; indent with spaces, not tabs.");
    else if (strstr(said, "did not find expected key") || strstr(said, "could not find expected ':'"))
        refuse(reader, place, "yaml-key", "this line does not fit the ones above it",
                "Write \"field: value\", with as many spaces before it as its neighbours have.");
    else
        refuse(reader, place, "yaml", door_arena_format(reader->arena, "not YAML: %s", said), NULL);
}

static bool
next_event(struct reader *reader, yaml_event_t *event)
{
    if (reader->failed)
        return false;
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    refuse_syntax(reader);
    return false;
}

static struct door_node *read_node(struct reader *reader, yaml_event_t *event, int depth);

static struct door_node *
new_node(struct reader *reader, const yaml_event_t *event, enum door_node_type type)
{
    struct door_node *node = door_arena_alloc(reader->arena, sizeof *node);

    node->type = type;
    node->place = place_of(reader, event->start_mark);
    return node;
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

static const struct door_node *
find_key(const struct door_node *map, const char *key)
{
    const struct door_node *child;

    for (child = map->children; child; child = child->next)
        if (strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

static struct door_node *
read_map(struct reader *reader, const yaml_event_t *start, int depth)
{
    struct door_node *map = new_node(reader, start, DOOR_NODE_MAP), *child;
    const struct door_node **tail = &map->children, *earlier;
    yaml_event_t event;

    map->flow = start->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    while (next_event(reader, &event)) {
        struct door_place place = place_of(reader, event.start_mark);
        bool scalar = event.type == YAML_SCALAR_EVENT;
        const char *key = scalar ? door_arena_text(reader->arena, (char *)event.data.scalar.value) : NULL;
        bool end = event.type == YAML_MAPPING_END_EVENT;

        yaml_event_delete(&event);
        if (end)
            return map;
        if (!key) {
            refuse(reader, place, "yaml-key", "a field's name must be a plain word", NULL);
            break;
        }
        if (!next_event(reader, &event))
            break;
        child = read_node(reader, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            break;
        child->key = key;
        child->key_place = place;
        earlier = find_key(map, key);
        if (earlier)
            door_diag_error(reader->diag, place, "key-twice",
                    door_arena_format(reader->arena, "It is already on line %d; keep one of them.",
                            earlier->key_place.line), "\"%s\" is written twice", key);
        *tail = child;
        tail = &child->next;
    }
    return NULL;
}

static struct door_node *
read_node(struct reader *reader, yaml_event_t *event, int depth)
{
    struct door_node *node;

    if (depth > DEEPEST) {
        refuse(reader, place_of(reader, event->start_mark), "yaml-deep", "nested too deeply", NULL);
        return NULL;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node = new_node(reader, event, DOOR_NODE_SCALAR);
        node->text = door_arena_copy(reader->arena, (char *)event->data.scalar.value, event->data.scalar.length);
        node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
        if (strlen(node->text) == event->data.scalar.length)
            return node;
        refuse(reader, node->place, "text-nul", "a NUL character", NULL);
        return NULL;
    case YAML_SEQUENCE_START_EVENT:
        return read_list(reader, event, depth);
    case YAML_MAPPING_START_EVENT:
        return read_map(reader, event, depth);
    case YAML_ALIAS_EVENT:
        refuse(reader, place_of(reader, event->start_mark), "yaml-alias",
                "a value that begins with * points to an anchor; offers do not use them",
                "Put the value in double quotes if the * is part of it.");
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
            break;
        }
        yaml_event_delete(&event);
    }
    return NULL;
}

const struct door_node *
door_yaml_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, int line_offset,
        struct door_diag *diag)
{
    struct reader reader = { .arena = arena, .diag = diag, .file = file, .line_offset = line_offset };
    const struct door_node *root;

    if (!yaml_parser_initialize(&reader.parser)) {
        door_diag_error(diag, (struct door_place){ file, 0, 0 }, "yaml", NULL, "could not be read");
        return NULL;
    }
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)bytes, size);
    root = read_document(&reader);
    yaml_parser_delete(&reader.parser);
    return root;
}

const struct door_node *
door_node_find(const struct door_node *map, const char *key)
{
    return map->type == DOOR_NODE_MAP ? find_key(map, key) : NULL;
}
