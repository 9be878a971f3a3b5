#include "content/svg.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/text.h"

enum {
    DEEPEST = 200
};

struct reader {
    struct door_diag *diag;
    const char *file, *bytes;
    size_t size;
    xmlParserCtxtPtr parser;
    struct door_buf style;          /* the text of a <style> element */
    int depth, style_depth;         /* style_depth: 0 outside of <style> */
    double width, height;           /* as the drawing says; 0: it does not */
    bool boxed;                     /* its viewBox said so, which counts more */
    bool ok;
};

/* The "<" that stands nearest before what libxml2 has read. */
static struct door_place
place_of_tag(const struct reader *reader)
{
    struct door_place place = { reader->file, 1, 1 };
    long consumed = xmlByteConsumed(reader->parser);
    size_t end = consumed > 0 ? (size_t)consumed : 0, i;

    if (end >= reader->size)
        end = reader->size - 1;
    while (end > 0 && reader->bytes[end] != '<')
        end--;
    for (i = 0; i < end; i++) {
        if (reader->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)reader->bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static void
refuse(struct reader *reader, const char *message, const char *name, const char *hint)
{
    if (reader->ok)     /* one is enough: whoever mends it saves the drawing anew */
        door_diag_error(reader->diag, place_of_tag(reader), "media-svg", hint, message, name);
    reader->ok = false;
    xmlStopParser(reader->parser);
}

/* --- what a drawing may hold --- */

static const char plain[] = "Save it as \"plain SVG\" in the drawing program, or save a PNG.";

/* What runs, shows other documents, or makes a page of a drawing. */
static const char *const forbidden[] = {
    "script", "foreignObject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener", "image",
    "feImage", "animate", "animateMotion", "animateTransform", "set", "discard", "link", "meta",
};

/* Does this CSS, in whatever capitals, or the value of an attribute name anything but a part of the drawing? */
static bool
loads(const char *text)
{
    const char *at = text;

    if (strcasestr(text, "@import") || strcasestr(text, "image-set("))
        return true;
    while ((at = strcasestr(at, "url("))) {
        at += strlen("url(");
        at += strspn(at, " \t\r\n'\"");
        if (*at != '#')
            return true;
    }
    return strchr(text, '\\') != NULL;      /* CSS can spell any word by escapes */
}

static void
check_attribute(struct reader *reader, const char *name, bool prefixed, const char *value)
{
    if (name[0] == 'o' && name[1] == 'n')
        refuse(reader, "this drawing runs a script, in \"%s\"", name, plain);
    else if (strcmp(name, "href") == 0 && value[0] != '#')
        refuse(reader, "this drawing loads or links to \"%.80s\"", value, plain);
    else if (strcmp(name, "src") == 0)
        refuse(reader, "this drawing loads \"%.80s\"", value, plain);
    else if (strcmp(name, "base") == 0)
        refuse(reader, "this drawing says where to load from: \"%.80s\"", value, plain);
    else if (!prefixed && loads(value))     /* drawing programs keep notes of their own under a prefix */
        refuse(reader, "this drawing loads something, in \"%s\"", name, plain);
}

/* --- how large it is --- */

/* A number as SVG writes it, but for exponents, which no program uses for a size. 0 where there is none. */
static double
read_number(const char **text)
{
    const char *at = *text + (**text == '-' || **text == '+');
    double number = 0, unit = 1;

    for (; *at >= '0' && *at <= '9'; at++)
        number = number * 10 + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9'; at++)
            number += (*at - '0') * (unit /= 10);
    number = **text == '-' ? -number : number;
    *text = at;
    return number;
}

/* "240", "240px" or "85mm": browsers know the length of each, and here the ratio is enough. "100%" is no length. */
static double
read_length(const char *value)
{
    double length = read_number(&value);

    return *value == '%' || !(length > 0 && length < 1e6) ? 0 : length;
}

static void
read_size(struct reader *reader, const char *name, const char *value)
{
    double box[4];
    const char *at = value;
    size_t i;

    if (strcmp(name, "viewBox") == 0) {
        for (i = 0; i < 4; i++) {
            at += strspn(at, " ,\t\r\n");
            box[i] = read_number(&at);
        }
        reader->boxed = box[2] > 0 && box[3] > 0 && box[2] < 1e6 && box[3] < 1e6;
        if (reader->boxed) {
            reader->width = box[2];
            reader->height = box[3];
        }
    } else if (strcmp(name, "width") == 0 && !reader->boxed) {
        reader->width = read_length(value);
    } else if (strcmp(name, "height") == 0 && !reader->boxed) {
        reader->height = read_length(value);
    }
}

static void
check_attributes(struct reader *reader, int count, const xmlChar **attributes)
{
    int i;

    for (i = 0; i < count && reader->ok; i++) {
        const xmlChar **at = attributes + (size_t)i * 5;    /* name, prefix, namespace, value, its end */
        struct door_buf value = { 0 };

        door_buf_add(&value, (const char *)at[3], (size_t)(at[4] - at[3]));
        check_attribute(reader, (const char *)at[0], at[1] != NULL, door_buf_string(&value));
        if (reader->depth == 1 && !at[1])
            read_size(reader, (const char *)at[0], door_buf_string(&value));
        door_buf_release(&value);
    }
}

/* --- what libxml2 calls --- */

static void
start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
        const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes)
{
    struct reader *reader = context;
    bool ours = uri && strcmp((const char *)uri, "http://www.w3.org/2000/svg") == 0;
    size_t i;

    (void)prefix;
    (void)namespace_count;
    (void)namespaces;
    (void)defaulted;
    if (!reader->ok)
        return;
    if (reader->depth == 0 && (!ours || strcmp((const char *)name, "svg") != 0))
        refuse(reader, "this is no drawing: it begins with <%s>", (const char *)name,
                "An SVG file begins with <svg xmlns=\"http://www.w3.org/2000/svg\">.");
    if (++reader->depth > DEEPEST)
        refuse(reader, "this drawing is nested too deeply, at <%s>", (const char *)name, plain);
    for (i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (strcmp((const char *)name, forbidden[i]) == 0)
            refuse(reader, "this drawing holds <%s>, which runs, loads or moves", forbidden[i], plain);
    if (strcmp((const char *)name, "style") == 0)
        reader->style_depth = reader->depth;
    check_attributes(reader, count, attributes);
}

static void
end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reader *reader = context;

    (void)name;
    (void)prefix;
    (void)uri;
    if (reader->style_depth == reader->depth) {
        if (loads(door_buf_string(&reader->style)))
            refuse(reader, "this drawing loads something, in <%s>", "style", plain);
        door_buf_clear(&reader->style);
        reader->style_depth = 0;
    }
    reader->depth--;
}

static void
characters(void *context, const xmlChar *text, int size)
{
    struct reader *reader = context;

    if (reader->style_depth)
        door_buf_add(&reader->style, (const char *)text, (size_t)size);
}

static void
doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name;
    (void)external;
    (void)system;
    refuse(context, "this drawing has a %s", "DOCTYPE", "Take that line out; only old programs write it.");
}

static void
instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    (void)data;
    refuse(context, "this drawing holds the instruction <?%s?>", (const char *)target, plain);
}

static void
parser_error(void *context, xmlErrorPtr error)
{
    struct reader *reader = context;
    struct door_place place = { reader->file, error->line, error->int2 };

    if (error->code == XML_ERR_NO_MEMORY)
        door_fail("out of memory");
    if (reader->ok)
        door_diag_error(reader->diag, place, "media-damaged", "Save it again in the drawing program.",
                "this drawing can't be read: %.*s", (int)strcspn(error->message, "\n"), error->message);
    reader->ok = false;
}

/* Read all of it. False if anything was an error. */
static bool
read_drawing(struct reader *reader)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC, .startElementNs = start_element, .endElementNs = end_element,
        .characters = characters, .cdataBlock = characters, .internalSubset = doctype,
        .processingInstruction = instruction, .serror = parser_error,
    };

    reader->ok = true;
    reader->parser = xmlCreatePushParserCtxt(&handler, reader, NULL, 0, reader->file);
    if (!reader->parser)
        door_fail("out of memory");
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET);
    xmlParseChunk(reader->parser, reader->bytes, (int)reader->size, 1);
    if (reader->ok && reader->depth != 0)
        refuse(reader, "this drawing ends too early, in <%s>", "svg", "Save it again in the drawing program.");
    xmlFreeParserCtxt(reader->parser);
    door_buf_release(&reader->style);
    return reader->ok;
}

bool
door_svg_check(const char *file, const char *bytes, size_t size, struct door_diag *diag)
{
    struct reader reader = { .diag = diag, .file = file, .bytes = bytes, .size = size };

    return read_drawing(&reader);
}

void
door_svg_measure(const char *bytes, size_t size, double *width, double *height)
{
    struct reader reader = { .diag = door_diag_open(), .bytes = bytes, .size = size };

    read_drawing(&reader);
    door_diag_close(reader.diag);
    *width = reader.width > 0 && reader.height > 0 ? reader.width : 4;
    *height = reader.width > 0 && reader.height > 0 ? reader.height : 3;
}
