#include "theme/emblem.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/schema.h"
#include "theme/markup.h"
#include "theme/tokens.h"

#define ROUND 0.5522847498      /* a quarter circle as a curve: 4/3 (sqrt 2 - 1) */

enum {
    MOST_OUTLINES = 500
};

struct matrix {                 /* x' = a x + c y + e, y' = b x + d y + f */
    double a, b, c, d, e, f;
};

/* What an element hands down. */
struct paint {
    struct door_colour colour;
    bool inherits, none, even_odd;
    struct matrix matrix;
};

struct reader {
    struct door_arena *arena;
    struct door_diag *diag;
    struct door_outline *outlines;
    size_t count;
    bool ok;
};

static void refuse(struct reader *reader, struct door_place place, const char *format, ...)
        __attribute__((format(printf, 3, 4)));

/* One is enough: whoever mends it saves the drawing anew. */
static void
refuse(struct reader *reader, struct door_place place, const char *format, ...)
{
    char message[256];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (reader->ok)
        door_diag_error(reader->diag, place, "theme-logo",
                "Turn strokes, text and gradients into plain filled paths, and save it as plain SVG.", "%s", message);
    reader->ok = false;
}

static struct matrix
multiply(struct matrix p, struct matrix q)
{
    return (struct matrix){ p.a * q.a + p.c * q.b, p.b * q.a + p.d * q.b, p.a * q.c + p.c * q.d, p.b * q.c + p.d * q.d,
        p.a * q.e + p.c * q.f + p.e, p.b * q.e + p.d * q.f + p.f };
}

/* translate(2 3) scale(2): each in the coordinates of the one before it. */
static bool
read_transform(const char *text, struct matrix *matrix)
{
    while (*(text += strspn(text, " ,\t\r\n"))) {
        const char *name = text, *at = strchr(text, '(');
        size_t size = at ? (size_t)(at - text) : 0;
        double n[6] = { 0 };
        struct matrix step = { 1, 0, 0, 1, 0, 0 };
        int count = 0;

        if (!at)
            return false;
        for (at++; *at != ')' && count < 6; count++)
            if (!door_strokes_number(&at, &n[count]))
                return false;
        if (*at != ')')
            return false;
        if (size == 9 && strncmp(name, "translate", 9) == 0 && (count == 1 || count == 2)) {
            step.e = n[0];
            step.f = n[1];
        } else if (size == 5 && strncmp(name, "scale", 5) == 0 && (count == 1 || count == 2)) {
            step.a = n[0];
            step.d = count == 2 ? n[1] : n[0];
        } else if (size == 6 && strncmp(name, "matrix", 6) == 0 && count == 6) {
            step = (struct matrix){ n[0], n[1], n[2], n[3], n[4], n[5] };
        } else {
            return false;
        }
        *matrix = multiply(*matrix, step);
        text = at + 1;
    }
    return true;
}

static bool
read_fill(const char *text, struct paint *paint)
{
    char long_form[8];

    paint->none = strcmp(text, "none") == 0;
    paint->inherits = strcmp(text, "currentColor") == 0;
    if (paint->none || paint->inherits)
        return true;
    if (strcmp(text, "black") == 0)
        text = "#000000";
    else if (strcmp(text, "white") == 0)
        text = "#ffffff";
    if (text[0] == '#' && strlen(text) == 4) {
        snprintf(long_form, sizeof long_form, "#%c%c%c%c%c%c", text[1], text[1], text[2], text[2], text[3], text[3]);
        text = long_form;
    }
    return door_colour_parse(text, &paint->colour);
}

/* A property, as an attribute or in style="". False: it is one that paper can't print. */
static bool
read_property(const char *name, const char *value, struct paint *paint)
{
    static const char *const harmless[] = { "id", "class", "version", "width", "height", "viewBox", "x", "y", "cx",
        "cy", "r", "rx", "ry", "d", "points", "role", "aria-label", "aria-hidden", "focusable", "preserveAspectRatio",
        "xml:space", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "enable-background" };
    size_t i;

    if (strcmp(name, "fill") == 0)
        return read_fill(value, paint);
    if (strcmp(name, "transform") == 0)
        return read_transform(value, &paint->matrix);
    if (strcmp(name, "fill-rule") == 0) {
        paint->even_odd = strcmp(value, "evenodd") == 0;
        return true;
    }
    if (strcmp(name, "stroke") == 0)
        return strcmp(value, "none") == 0;
    if (strcmp(name, "opacity") == 0 || strcmp(name, "fill-opacity") == 0)
        return strcmp(value, "1") == 0;
    if (strchr(name, ':') || door_text_starts(name, "xmlns"))       /* notes of drawing programs */
        return true;
    for (i = 0; i < DOOR_COUNT(harmless); i++)
        if (strcmp(name, harmless[i]) == 0)
            return true;
    return false;
}

/* style="fill:#0f5a5e;stroke:none" */
static bool
read_style(struct reader *reader, const char *style, struct paint *paint)
{
    while (*(style += strspn(style, " ;\t\r\n"))) {
        size_t name = strcspn(style, ":;"), size;
        const char *value = style + name;

        if (*value != ':')
            return false;
        value += 1 + strspn(value + 1, " ");
        size = strcspn(value, ";");
        if (!read_property(door_arena_copy(reader->arena, style, name), door_arena_copy(reader->arena, value, size),
                paint))
            return false;
        style = value + size;
    }
    return true;
}

static double
number_of(const struct door_markup *element, const char *name, double absent)
{
    const struct door_markup_attribute *attribute = door_markup_find(element, name);
    const char *text = attribute ? attribute->value : "";
    double number;

    return attribute && door_strokes_number(&text, &number) ? number : absent;
}

static void
add(struct reader *reader, struct door_strokes *strokes, enum door_stroke_type type, double x, double y)
{
    door_strokes_add(strokes, reader->arena, type, (double[]){ x, y });
}

/* A quarter of an ellipse, from where the pen stands: first along (dx, 0) or (0, dy)? */
static void
add_quarter(struct reader *reader, struct door_strokes *strokes, double x, double y, double dx, double dy,
        bool sideways)
{
    double far = ROUND, near = 1 - ROUND;
    double first_x = sideways ? dx * far : 0, first_y = sideways ? 0 : dy * far;
    double second_x = sideways ? dx : dx * near, second_y = sideways ? dy * near : dy;

    door_strokes_add(strokes, reader->arena, DOOR_STROKE_CURVE, (double[]){ x + first_x, y + first_y, x + second_x,
            y + second_y, x + dx, y + dy });
}

static void
add_ellipse(struct reader *reader, struct door_strokes *strokes, double x, double y, double rx, double ry)
{
    add(reader, strokes, DOOR_STROKE_MOVE, x + rx, y);
    add_quarter(reader, strokes, x + rx, y, -rx, ry, false);
    add_quarter(reader, strokes, x, y + ry, -rx, -ry, true);
    add_quarter(reader, strokes, x - rx, y, rx, -ry, false);
    add_quarter(reader, strokes, x, y - ry, rx, ry, true);
    door_strokes_add(strokes, reader->arena, DOOR_STROKE_CLOSE, NULL);
}

static void
add_rectangle(struct reader *reader, struct door_strokes *strokes, const struct door_markup *element)
{
    double x = number_of(element, "x", 0), y = number_of(element, "y", 0), w = number_of(element, "width", 0);
    double h = number_of(element, "height", 0), rx = number_of(element, "rx", -1), ry = number_of(element, "ry", -1);

    rx = rx < 0 ? (ry < 0 ? 0 : ry) : rx;
    ry = ry < 0 ? rx : ry;
    rx = fmin(rx, w / 2);
    ry = fmin(ry, h / 2);
    add(reader, strokes, DOOR_STROKE_MOVE, x + rx, y);
    add(reader, strokes, DOOR_STROKE_LINE, x + w - rx, y);
    add_quarter(reader, strokes, x + w - rx, y, rx, ry, true);
    add(reader, strokes, DOOR_STROKE_LINE, x + w, y + h - ry);
    add_quarter(reader, strokes, x + w, y + h - ry, -rx, ry, false);
    add(reader, strokes, DOOR_STROKE_LINE, x + rx, y + h);
    add_quarter(reader, strokes, x + rx, y + h, -rx, -ry, true);
    add(reader, strokes, DOOR_STROKE_LINE, x, y + ry);
    add_quarter(reader, strokes, x, y + ry, rx, -ry, false);
    door_strokes_add(strokes, reader->arena, DOOR_STROKE_CLOSE, NULL);
}

static bool
add_polygon(struct reader *reader, struct door_strokes *strokes, const char *points)
{
    double x, y;

    while (*points) {
        if (!door_strokes_number(&points, &x) || !door_strokes_number(&points, &y))
            return false;
        add(reader, strokes, strokes->count ? DOOR_STROKE_LINE : DOOR_STROKE_MOVE, x, y);
    }
    door_strokes_add(strokes, reader->arena, DOOR_STROKE_CLOSE, NULL);
    return strokes->count > 3;
}

static const char *
value_of(const struct door_markup *element, const char *name)
{
    const struct door_markup_attribute *attribute = door_markup_find(element, name);

    return attribute ? attribute->value : "";
}

/* False if the element draws nothing that can be printed. */
static bool
add_shape(struct reader *reader, const struct door_markup *element, struct door_strokes *strokes)
{
    double radius = number_of(element, "r", 0);

    if (strcmp(element->name, "path") == 0)
        return door_strokes_read(strokes, reader->arena, value_of(element, "d"));
    if (strcmp(element->name, "polygon") == 0)
        return add_polygon(reader, strokes, value_of(element, "points"));
    if (strcmp(element->name, "rect") == 0)
        add_rectangle(reader, strokes, element);
    else if (strcmp(element->name, "circle") == 0)
        add_ellipse(reader, strokes, number_of(element, "cx", 0), number_of(element, "cy", 0), radius, radius);
    else if (strcmp(element->name, "ellipse") == 0)
        add_ellipse(reader, strokes, number_of(element, "cx", 0), number_of(element, "cy", 0),
                number_of(element, "rx", 0), number_of(element, "ry", 0));
    return strokes->count > 0;
}

static void
keep(struct reader *reader, const struct door_strokes *strokes, const struct paint *paint)
{
    struct door_outline *outline = &reader->outlines[reader->count++];
    size_t i, j;

    *outline = (struct door_outline){ paint->colour, paint->inherits, paint->even_odd, strokes->items, strokes->count };
    for (i = 0; i < strokes->count; i++) {
        for (j = 0; j < 6; j += 2) {
            double *at = strokes->items[i].at + j, x = at[0], y = at[1];

            at[0] = paint->matrix.a * x + paint->matrix.c * y + paint->matrix.e;
            at[1] = paint->matrix.b * x + paint->matrix.d * y + paint->matrix.f;
        }
    }
}

static void read_elements(struct reader *reader, const struct door_markup *first, const struct paint *outer);

static void
read_element(struct reader *reader, const struct door_markup *element, const struct paint *outer)
{
    struct door_strokes strokes = { 0 };
    struct paint paint = *outer;
    size_t i;

    for (i = 0; i < element->attribute_count; i++) {
        const struct door_markup_attribute *attribute = &element->attributes[i];

        if (strcmp(attribute->name, "style") == 0 ? !read_style(reader, attribute->value, &paint)
                : !read_property(attribute->name, attribute->value, &paint)) {
            refuse(reader, attribute->place, "paper cannot print %s=\"%.60s\"", attribute->name, attribute->value);
            return;
        }
    }
    if (strcmp(element->name, "g") == 0 || strcmp(element->name, "svg") == 0) {
        read_elements(reader, element->children, &paint);
    } else if (reader->count == MOST_OUTLINES) {
        refuse(reader, element->place, "a logo of more than %d shapes is too fine to print", MOST_OUTLINES);
    } else if (!add_shape(reader, element, &strokes)) {
        refuse(reader, element->place, "paper cannot print this <%s>", element->name);
    } else if (!paint.none) {
        keep(reader, &strokes, &paint);
    }
}

static bool
is_passed_over(const struct door_markup *element)
{
    static const char *const names[] = { "title", "desc", "metadata" };
    size_t i;

    if (!element->name || strchr(element->name, ':') || (strcmp(element->name, "defs") == 0 && !element->children))
        return true;
    for (i = 0; i < DOOR_COUNT(names); i++)
        if (strcmp(element->name, names[i]) == 0)
            return true;
    return false;
}

static void
read_elements(struct reader *reader, const struct door_markup *first, const struct paint *outer)
{
    for (; first && reader->ok; first = first->next)
        if (!is_passed_over(first))
            read_element(reader, first, outer);
}

/* How large it is, and what moves its corner to 0, 0. */
static bool
read_box(const struct door_markup *svg, struct door_emblem *emblem, struct paint *paint)
{
    const char *box = value_of(svg, "viewBox");
    double n[4] = { 0, 0, number_of(svg, "width", 0), number_of(svg, "height", 0) };
    int i;

    for (i = 0; *box && i < 4; i++)
        if (!door_strokes_number(&box, &n[i]))
            return false;
    emblem->width = n[2];
    emblem->height = n[3];
    paint->matrix = (struct matrix){ 1, 0, 0, 1, -n[0], -n[1] };
    return n[2] > 0 && n[3] > 0;
}

/* "<?xml ...?>" and "<!DOCTYPE ...>" are no part of a fragment; blanks keep the places of what follows. */
static char *
without_prolog(struct door_arena *arena, const char *bytes, size_t size)
{
    char *copy = door_arena_copy(arena, bytes, size), *at = copy, *end;

    for (;;) {
        at += strspn(at, " \t\r\n");
        if ((at[0] != '<' || (at[1] != '?' && !door_text_starts(at, "<!DOCTYPE"))) || !(end = strchr(at, '>')))
            return copy;
        for (; at <= end; at++)
            *at = *at == '\n' ? '\n' : ' ';
    }
}

const struct door_emblem *
door_emblem_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, struct door_diag *diag)
{
    struct reader reader = { .arena = arena, .diag = diag, .ok = true };
    struct door_emblem *emblem = door_arena_alloc(arena, sizeof *emblem);
    struct door_markup *root = door_markup_parse(arena, file, without_prolog(arena, bytes, size), size, diag);
    const struct door_markup *svg = root ? root->children : NULL;
    struct paint paint = { .matrix = { 1, 0, 0, 1, 0, 0 } };

    while (svg && !svg->name)
        svg = svg->next;
    if (!root)
        return NULL;
    door_colour_parse("#000000", &paint.colour);
    reader.outlines = door_arena_array(arena, MOST_OUTLINES, sizeof *reader.outlines);
    if (!svg || strcmp(svg->name, "svg") != 0 || !read_box(svg, emblem, &paint)) {
        refuse(&reader, svg ? svg->place : (struct door_place){ file, 0, 0 }, "this is no <svg> with a size");
        return NULL;
    }
    read_element(&reader, svg, &paint);
    if (reader.ok && !reader.count)
        refuse(&reader, svg->place, "nothing is drawn here");
    emblem->outlines = reader.outlines;
    emblem->count = reader.count;
    return reader.ok ? emblem : NULL;
}
