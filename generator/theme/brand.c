#include "theme/brand.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/svg.h"
#include "model/schema.h"
#include "theme/emblem.h"
#include "theme/font_file.h"
#include "theme/template.h"

enum {
    MOST_FACES = 12,
    DIGITS = 8,
    CSS_PIXELS_IN_REM = 16
};

#define POINTS_IN_PIXEL 0.75
#define CORNER_UNKNOWN 4        /* points: of a corner that is given in no unit paper knows */

struct reader {
    struct door_brand *brand;
    struct door_arena *arena;
    const struct door_template_source *source;
    const struct door_node *const *nodes;
    struct door_brand_file *files;
    struct door_brand_face *faces;
    struct door_buf *style;
    struct door_diag *diag;
};

static void
complain(const struct reader *reader, const struct door_node *node, const char *hint, const char *message,
        const char *value)
{
    door_diag_error(reader->diag, node->place, "theme-file", hint, message, value);
}

/* What the nearest theme says under this key; *generation is whose it is. */
static const struct door_node *
find(const struct reader *reader, const char *key, size_t *generation)
{
    const struct door_node *node = NULL;

    for (*generation = 0; *generation < reader->source->count && !node; ++*generation)
        node = door_node_find(reader->nodes[*generation], key);
    --*generation;
    return node;
}

/* A file of the theme that says so, and what an error calls it. */
static const char *
read_file(const struct reader *reader, const struct door_node *node, size_t generation, size_t *size,
        const char **path)
{
    const char *bytes = NULL;

    if (!node->text || !node->text[0] || node->text[0] == '/' || strstr(node->text, "..")) {
        complain(reader, node, "Write the name of a file in the theme's folder: fonts/council.woff2.",
                "\"%s\" is no file of the theme", node->text ? node->text : "");
        return NULL;
    }
    *path = door_path_join(reader->arena, reader->source->folders[generation], node->text);
    bytes = door_file_read(reader->arena, *path, size);
    if (!bytes)
        complain(reader, node, "File names are relative to the theme's folder.", "there is no file \"%s\"", node->text);
    return bytes;
}

/* Hand it over to pages, under a name that its bytes make. */
static const struct door_brand_file *
keep(struct reader *reader, const char *text, const char *bytes, size_t size)
{
    struct door_brand_file *file = &reader->files[reader->brand->file_count++];
    const char *slash = strrchr(text, '/'), *base = slash ? slash + 1 : text, *dot = strrchr(base, '.');
    char digits[DIGITS + 1];

    door_hash_digits(door_hash(bytes, size), DIGITS, digits);
    *file = (struct door_brand_file){ door_arena_format(reader->arena, "assets/%.*s.%s%s",
            (int)(dot ? dot - base : (long)strlen(base)), base, digits, dot ? dot : ""), bytes, size };
    return file;
}

static void
load_logo(struct reader *reader)
{
    size_t generation, size;
    const struct door_node *node = find(reader, "logo", &generation);
    const char *bytes, *path, *shown;
    double width, height;

    if (!node || (node->text && strcmp(node->text, "none") == 0))
        return;
    if (!node->text || !door_text_ends(node->text, ".svg")) {
        complain(reader, node, "Save it as SVG: it is sharp at any size, on paper too.", "\"%s\" is no drawing",
                node->text ? node->text : "logo");
        return;
    }
    bytes = read_file(reader, node, generation, &size, &path);
    shown = door_path_join(reader->arena, reader->source->names[generation], node->text);
    if (!bytes || !door_svg_check(shown, bytes, size, reader->diag))
        return;
    reader->brand->emblem = door_emblem_parse(reader->arena, shown, bytes, size, reader->diag);
    door_svg_measure(bytes, size, &width, &height);
    reader->brand->logo_width = (int)(DOOR_LOGO_HEIGHT * width / height + 0.5);
    reader->brand->logo = door_arena_join(reader->arena, "/", keep(reader, node->text, bytes, size)->name);
}

/* Between quotes in a stylesheet, and a family's name to fontconfig: letters, digits, spaces, hyphens. */
static bool
is_family(const char *text)
{
    const char *at;

    for (at = text; *at; at++)
        if (!(*at == ' ' || *at == '-' || (*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'Z')
                || (*at >= 'a' && *at <= 'z')))
            return false;
    return at > text;
}

static const char *
load_font(struct reader *reader, const struct door_node *node, size_t generation, bool paper, size_t *size,
        const char **path)
{
    const char *bytes = read_file(reader, node, generation, size, path), *hint;
    const char *fault = bytes ? door_font_file_fault(bytes, *size, paper, &hint) : NULL;

    if (fault)
        door_diag_error(reader->diag, node->place, "theme-file", hint, "\"%s\" %s", node->text, fault);
    return fault ? NULL : bytes;
}

static void
load_face(struct reader *reader, const struct door_node *face, size_t generation)
{
    const struct door_node *family = door_node_find(face, "family"), *weight = door_node_find(face, "weight");
    const struct door_node *file = door_node_find(face, "file"), *paper = door_node_find(face, "paper");
    bool bold = weight && weight->text && strcmp(weight->text, "bold") == 0;
    const char *bytes, *path;
    size_t size;

    if (!family || !family->text || !is_family(family->text) || (!file && !paper)
            || (weight && !bold && (!weight->text || strcmp(weight->text, "regular") != 0))) {
        complain(reader, family ? family : face,
                "Write {family: Council Sans, weight: bold, file: fonts/bold.woff2, paper: fonts/bold.ttf}.",
                "\"%s\" is no face", family && family->text ? family->text : "faces");
        return;
    }
    if (file && (bytes = load_font(reader, file, generation, false, &size, &path))) {
        const struct door_brand_file *kept = keep(reader, file->text, bytes, size);

        reader->brand->fonts = true;
        door_buf_format(reader->style, "@font-face{font-family:\"%s\";font-weight:%s;font-display:swap;src:url(%s)}\n",
                family->text, bold ? "600 900" : "400", strchr(kept->name, '/') + 1);
    }
    if (paper && (bytes = load_font(reader, paper, generation, true, &size, &path)))
        reader->faces[reader->brand->face_count++] = (struct door_brand_face){ family->text, bold, path, bytes, size };
}

static void
load_faces(struct reader *reader)
{
    size_t generation, count = 0;
    const struct door_node *faces = find(reader, "faces", &generation), *face;

    if (faces && faces->type != DOOR_NODE_LIST) {
        complain(reader, faces, "Begin each face with a hyphen.", "\"%s\" is a list", "faces");
        return;
    }
    for (face = faces ? faces->children : NULL; face; face = face->next) {
        if (count++ == MOST_FACES) {
            complain(reader, face, "Two are enough: regular and bold.", "there are too many \"%s\"", "faces");
            return;
        }
        load_face(reader, face, generation);
    }
}

/* "0.5rem" in points. */
static double
corner_of(const char *text)
{
    double number;

    if (!door_strokes_number(&text, &number) || number < 0)
        return CORNER_UNKNOWN;
    if (strcmp(text, "rem") == 0 || strcmp(text, "em") == 0)
        return number * CSS_PIXELS_IN_REM * POINTS_IN_PIXEL;
    if (strcmp(text, "px") == 0)
        return number * POINTS_IN_PIXEL;
    if (strcmp(text, "pt") == 0 || number == 0)
        return number;
    return CORNER_UNKNOWN;
}

void
door_brand_load(struct door_brand *brand, struct door_arena *arena, const struct door_template_source *source,
        const struct door_node *const *nodes, struct door_buf *style, struct door_diag *diag)
{
    struct reader reader = { .brand = brand, .arena = arena, .source = source, .nodes = nodes, .style = style,
        .diag = diag, .files = door_arena_array(arena, MOST_FACES + 1, sizeof *reader.files),
        .faces = door_arena_array(arena, MOST_FACES, sizeof *reader.faces) };
    const struct door_node *corner;
    size_t generation;

    *brand = (struct door_brand){ .files = reader.files, .faces = reader.faces };
    load_logo(&reader);
    load_faces(&reader);
    corner = find(&reader, "corner", &generation);
    brand->corner = corner && corner->text ? corner_of(corner->text) : 0;
}
