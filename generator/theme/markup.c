/*
 * libxml2 is called here alone in theme/. It reads bytes with SAX 2, so that no tree of its own is built; places are
 * found in our copy of the bytes, since libxml2's columns count bytes from where its buffer happens to begin.
 */
#include "theme/markup.h"

#include <ctype.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clean.h"
#include "base/fail.h"
#include "base/text.h"

static const char opening[] = "<fd:root xmlns:fd=\"https://frontdoor.example/template\">";
static const char closing[] = "</fd:root>";

enum {
    DEEPEST = 64
};

struct reader {
    struct door_arena *arena;
    struct door_diag *diag;
    const char *file;
    const char *bytes;              /* as libxml2 sees them: wrapped in opening and closing */
    size_t size;
    xmlParserCtxtPtr parser;
    struct door_markup *open[DEEPEST + 1];  /* from the root down to where we are */
    struct door_markup **tail[DEEPEST + 1]; /* where the next child of open[i] goes */
    int depth;                      /* -1 before the root */
    struct door_buf text;           /* of the text node being read */
    size_t text_start;              /* where the next text begins */
    size_t known;                   /* where we have counted to, since places are asked for in order, */
    struct door_place known_place;  /* and its place */
    bool failed;
};

static struct door_place
place_at(struct reader *reader, size_t offset)
{
    if (offset < reader->known) {
        reader->known = 0;
        reader->known_place.line = reader->known_place.column = 1;
    }
    for (; reader->known < offset; reader->known++) {
        unsigned char c = (unsigned char)reader->bytes[reader->known];

        if (c == '\n') {
            reader->known_place.line++;
            reader->known_place.column = 1;
        } else if (reader->known >= strlen(opening)) {
            reader->known_place.column += (c & 0xC0) != 0x80;
        }
    }
    return reader->known_place;
}

static size_t
here(struct reader *reader)
{
    long offset = xmlByteConsumed(reader->parser);

    return offset < 0 ? 0 : (size_t)offset < reader->size ? (size_t)offset : reader->size;
}

static void
append(struct reader *reader, struct door_markup *node)
{
    *reader->tail[reader->depth] = node;
    reader->tail[reader->depth] = &node->next;
}

/* "&#8238;" can spell a character that a file may not hold. */
static void
check_clean(struct reader *reader, const char *text, struct door_place place)
{
    size_t bad;

    if (reader->failed || !door_clean_find(text, strlen(text), &bad))
        return;
    door_clean_report(text + bad, place, reader->diag);
    reader->failed = true;
}

/* Text comes in bits; it is one node once a tag follows. */
static void
finish_text(struct reader *reader)
{
    struct door_markup *node;
    size_t start = reader->text_start;

    if (!reader->text.size || reader->depth < 0)
        return;
    node = door_arena_alloc(reader->arena, sizeof *node);
    node->text = door_arena_copy(reader->arena, reader->text.data, reader->text.size);
    while (start < reader->size && isspace((unsigned char)reader->bytes[start]))
        start++;
    node->place = place_at(reader, start);
    check_clean(reader, node->text, node->place);
    append(reader, node);
    door_buf_clear(&reader->text);
}

static const char *
full_name(struct reader *reader, const xmlChar *prefix, const xmlChar *name)
{
    if (!prefix)
        return door_arena_text(reader->arena, (const char *)name);
    return door_arena_format(reader->arena, "%s:%s", (const char *)prefix, (const char *)name);
}

/* Where an attribute stands in the start tag [from, to). No value holds a "<", so that a tag is easily found again. */
static void
find_attribute(struct reader *reader, struct door_markup_attribute *attribute, size_t from, size_t to)
{
    const char *bytes = reader->bytes;
    size_t length = strlen(attribute->name), i = from + 1;

    while (i < to && !isspace((unsigned char)bytes[i]))
        i++;
    while (i < to) {
        size_t name = i, end;
        char quote;

        while (name < to && isspace((unsigned char)bytes[name]))
            name++;
        end = name;
        while (end < to && bytes[end] != '=' && !isspace((unsigned char)bytes[end]))
            end++;
        i = end;
        while (i < to && bytes[i] != '"' && bytes[i] != '\'')
            i++;
        if (i >= to)
            return;
        if (end - name == length && memcmp(bytes + name, attribute->name, length) == 0) {
            attribute->place = place_at(reader, name);
            attribute->value_place = place_at(reader, i + 1);
            return;
        }
        quote = bytes[i++];
        while (i < to && bytes[i] != quote)
            i++;
        i++;
    }
}

static void
read_attributes(struct reader *reader, struct door_markup *element, const xmlChar **values, size_t count,
        size_t from, size_t to)
{
    struct door_markup_attribute *attributes = door_arena_array(reader->arena, count, sizeof *attributes);
    size_t i;

    for (i = 0; i < count; i++, values += 5) {
        attributes[i].name = full_name(reader, values[1], values[0]);
        attributes[i].value = door_arena_copy(reader->arena, (const char *)values[3], (size_t)(values[4] - values[3]));
        attributes[i].place = attributes[i].value_place = element->place;
        find_attribute(reader, &attributes[i], from, to);
        check_clean(reader, attributes[i].value, attributes[i].value_place);
    }
    element->attributes = attributes;
    element->attribute_count = count;
}

static void
on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
        const xmlChar **namespaces, int count, int defaulted, const xmlChar **values)
{
    struct reader *reader = context;
    struct door_markup *element;
    size_t to = here(reader), from = to;

    (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    if (reader->failed)
        return;
    finish_text(reader);
    while (from > 0 && reader->bytes[from] != '<')
        from--;
    element = door_arena_alloc(reader->arena, sizeof *element);
    element->name = full_name(reader, prefix, name);
    element->place = place_at(reader, from);
    read_attributes(reader, element, values, (size_t)count, from, to);
    if (reader->depth == DEEPEST) {
        door_diag_error(reader->diag, element->place, "template-xml", "Move the inner part to a component.",
                "elements lie more than %d deep", DEEPEST);
        reader->failed = true;
        xmlStopParser(reader->parser);
        return;
    }
    if (reader->depth >= 0)
        append(reader, element);
    reader->depth++;
    reader->open[reader->depth] = element;
    reader->tail[reader->depth] = &element->children;
    while (to < reader->size && reader->bytes[to] != '>')
        to++;
    reader->text_start = to + 1;
}

static void
on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reader *reader = context;

    (void)name, (void)prefix, (void)uri;
    if (reader->failed)
        return;
    finish_text(reader);
    if (reader->depth > 0)
        reader->depth--;
    reader->text_start = here(reader);
}

static void
on_text(void *context, const xmlChar *text, int size)
{
    struct reader *reader = context;

    if (!reader->failed)
        door_buf_add(&reader->text, (const char *)text, (size_t)size);
}

static const char *
hint_for(int code)
{
    switch (code) {
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return "Write the character itself, or its number: &#160; is a space that never breaks.";
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        return "Write hidden=\"\", with a value.";
    case XML_ERR_NAME_REQUIRED:
        return "Write &amp; for \"&\" and &lt; for \"<\".";
    default:
        return NULL;
    }
}

static void
on_error(void *context, xmlErrorPtr error)
{
    struct reader *reader = context;
    struct door_place place;
    char *message;

    if (error->code == XML_ERR_NO_MEMORY)
        door_fail("out of memory");
    if (reader->failed || error->level == XML_ERR_WARNING)
        return;
    reader->failed = true;      /* what follows the first mistake is mostly its echo */
    place = place_at(reader, here(reader));
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && reader->depth >= 0) {
        place = reader->open[reader->depth]->place;
        door_diag_error(reader->diag, place, "template-xml", "Each element needs its end tag: <br/>, <p>...</p>.",
                "\"<%s>\" is not closed where it should be", reader->open[reader->depth]->name);
        return;
    }
    message = door_text_fold_space(reader->arena, error->message ? error->message : "this is not well-formed");
    message[0] = (char)tolower((unsigned char)message[0]);
    door_diag_error(reader->diag, place, "template-xml", hint_for(error->code), "%s", message);
}

struct door_markup *
door_markup_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, struct door_diag *diag)
{
    struct reader reader = { .arena = arena, .diag = diag, .file = file, .depth = -1,
        .known_place = { file, 1, 1 } };
    struct door_buf wrapped = { 0 };
    struct door_markup *root = NULL;
    xmlSAXHandler handler = { 0 };

    if (!door_clean_check(file, bytes, size, diag))
        return NULL;
    door_buf_text(&wrapped, opening);
    door_buf_add(&wrapped, bytes, size);
    door_buf_text(&wrapped, closing);
    reader.bytes = wrapped.data;
    reader.size = wrapped.size;
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.serror = on_error;
    reader.parser = xmlCreatePushParserCtxt(&handler, &reader, NULL, 0, NULL);
    if (!reader.parser)
        door_fail("out of memory");
    xmlCtxtUseOptions(reader.parser, XML_PARSE_NOENT | XML_PARSE_NONET);
    xmlParseChunk(reader.parser, wrapped.data, (int)wrapped.size, 1);
    if (!reader.failed && reader.parser->wellFormed)
        root = reader.open[0];
    xmlFreeParserCtxt(reader.parser);
    door_buf_release(&reader.text);
    door_buf_release(&wrapped);
    return root;
}

const struct door_markup_attribute *
door_markup_find(const struct door_markup *element, const char *name)
{
    size_t i;

    for (i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return &element->attributes[i];
    return NULL;
}

bool
door_markup_is_blank(const struct door_markup *node)
{
    return !node->name && strspn(node->text, " \t\r\n") == strlen(node->text);
}
