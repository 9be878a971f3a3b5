/* The path language of SVG 1.1, 8.3, and its arcs as curves. */
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "theme/emblem.h"

#define PI 3.14159265358979323846

struct pen {
    struct door_strokes *strokes;
    struct door_arena *arena;
    const char *at;
    double x, y;                /* where it stands */
    double start_x, start_y;    /* where the outline began */
    double hint_x, hint_y;      /* the last curve's second control point: a smooth one goes on from it */
    char before;                /* the last command, in capitals */
};

void
door_strokes_add(struct door_strokes *strokes, struct door_arena *arena, enum door_stroke_type type, const double *at)
{
    static const size_t numbers[] = { 2, 2, 6, 0 };

    if (strokes->count == strokes->capacity) {
        size_t capacity = strokes->capacity ? strokes->capacity * 2 : 32;
        struct door_stroke *items = door_arena_array(arena, capacity, sizeof *items);

        if (strokes->count)
            memcpy(items, strokes->items, strokes->count * sizeof *items);
        strokes->items = items;
        strokes->capacity = capacity;
    }
    strokes->items[strokes->count].type = type;
    if (numbers[type])
        memcpy(strokes->items[strokes->count].at, at, numbers[type] * sizeof *at);
    strokes->count++;
}

static const char *
skip(const char *text)
{
    return text + strspn(text, " ,\t\r\n");
}

/* By hand: strtod asks the locale. */
bool
door_strokes_number(const char **text, double *number)
{
    const char *at = skip(*text);
    bool minus = *at == '-', any = false;
    double scale = 0.1, power = 0;

    at += *at == '-' || *at == '+';
    for (*number = 0; isdigit((unsigned char)*at); at++, any = true)
        *number = *number * 10 + (*at - '0');
    if (*at == '.')
        for (at++; isdigit((unsigned char)*at); at++, scale /= 10, any = true)
            *number += (*at - '0') * scale;
    if (any && (*at == 'e' || *at == 'E') && (isdigit((unsigned char)at[1])
            || ((at[1] == '-' || at[1] == '+') && isdigit((unsigned char)at[2])))) {
        bool down = at[1] == '-';

        for (at += isdigit((unsigned char)at[1]) ? 1 : 2; isdigit((unsigned char)*at) && power < 100; at++)
            power = power * 10 + (*at - '0');
        *number *= pow(10, down ? -power : power);
    }
    if (minus)
        *number = -*number;
    *text = skip(at);
    return any && fabs(*number) < 1e6;
}

static bool
read_numbers(struct pen *pen, double *numbers, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (!door_strokes_number(&pen->at, &numbers[i]))
            return false;
    return true;
}

static void
line_to(struct pen *pen, enum door_stroke_type type, double x, double y)
{
    door_strokes_add(pen->strokes, pen->arena, type, (double[]){ x, y });
    pen->x = x;
    pen->y = y;
}

static void
curve_to(struct pen *pen, const double *at)
{
    door_strokes_add(pen->strokes, pen->arena, DOOR_STROKE_CURVE, at);
    pen->hint_x = at[2];
    pen->hint_y = at[3];
    pen->x = at[4];
    pen->y = at[5];
}

/* A curve with one control point is one with two, each two thirds of the way to it. */
static void
quadratic_to(struct pen *pen, double cx, double cy, double x, double y)
{
    curve_to(pen, (double[]){ pen->x + 2 * (cx - pen->x) / 3, pen->y + 2 * (cy - pen->y) / 3, x + 2 * (cx - x) / 3,
            y + 2 * (cy - y) / 3, x, y });
    pen->hint_x = cx;
    pen->hint_y = cy;
}

/* An ellipse's arc around its centre, in parts of a quarter at most. */
static void
draw_arc(struct pen *pen, double cx, double cy, double rx, double ry, double turn, double from, double sweep)
{
    int parts = (int)ceil(fabs(sweep) / (PI / 2) - 1e-9), i;
    double step = sweep / (parts ? parts : 1), reach = 4.0 / 3 * tan(step / 4);

    for (i = 0; i < parts; i++) {
        double a = from + i * step, b = a + step, at[6];
        const double points[3][2] = {
            { rx * (cos(a) - reach * sin(a)), ry * (sin(a) + reach * cos(a)) },
            { rx * (cos(b) + reach * sin(b)), ry * (sin(b) - reach * cos(b)) },
            { rx * cos(b), ry * sin(b) },
        };
        int j;

        for (j = 0; j < 3; j++) {
            at[2 * j] = cx + points[j][0] * cos(turn) - points[j][1] * sin(turn);
            at[2 * j + 1] = cy + points[j][0] * sin(turn) + points[j][1] * cos(turn);
        }
        curve_to(pen, at);
    }
}

/* From two points, radii and flags to a centre and angles: SVG 1.1, F.6.5. */
static void
arc_to(struct pen *pen, const double *n, double x, double y)
{
    double rx = fabs(n[0]), ry = fabs(n[1]), turn = n[2] * PI / 180, dx = (pen->x - x) / 2, dy = (pen->y - y) / 2;
    double px = cos(turn) * dx + sin(turn) * dy, py = -sin(turn) * dx + cos(turn) * dy, scale, part, cx, cy, from, to;
    bool large = n[3] != 0, sweep = n[4] != 0;

    if (rx < 1e-9 || ry < 1e-9 || (fabs(dx) < 1e-12 && fabs(dy) < 1e-12)) {
        line_to(pen, DOOR_STROKE_LINE, x, y);
        return;
    }
    scale = px * px / (rx * rx) + py * py / (ry * ry);
    if (scale > 1) {
        rx *= sqrt(scale);
        ry *= sqrt(scale);
    }
    part = (rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px) / (rx * rx * py * py + ry * ry * px * px);
    part = (large == sweep ? -1 : 1) * sqrt(part > 0 ? part : 0);
    cx = part * rx * py / ry;
    cy = -part * ry * px / rx;
    from = atan2((py - cy) / ry, (px - cx) / rx);
    to = atan2((-py - cy) / ry, (-px - cx) / rx) - from;
    if (sweep && to < 0)
        to += 2 * PI;
    if (!sweep && to > 0)
        to -= 2 * PI;
    draw_arc(pen, cos(turn) * cx - sin(turn) * cy + (pen->x + x) / 2,
            sin(turn) * cx + cos(turn) * cy + (pen->y + y) / 2, rx, ry, turn, from, to);
    pen->x = x;
    pen->y = y;
}

/* How many numbers a command takes. */
static int
numbers_of(char command)
{
    static const char commands[] = "MLHVCSQTAZ";
    static const int counts[] = { 2, 2, 1, 1, 6, 4, 4, 2, 7, 0 };
    const char *found = command ? strchr(commands, command) : NULL;

    return found ? counts[found - commands] : -1;
}

/* One command whose points count from where the pen stands already. */
static void
draw(struct pen *pen, char command, const double *n)
{
    bool on_curve = pen->before == 'C' || pen->before == 'S', on_quad = pen->before == 'Q' || pen->before == 'T';
    double mirror_x = 2 * pen->x - pen->hint_x, mirror_y = 2 * pen->y - pen->hint_y;

    switch (command) {
    case 'M':
        line_to(pen, DOOR_STROKE_MOVE, n[0], n[1]);
        pen->start_x = n[0];
        pen->start_y = n[1];
        break;
    case 'L':
        line_to(pen, DOOR_STROKE_LINE, n[0], n[1]);
        break;
    case 'H':
        line_to(pen, DOOR_STROKE_LINE, n[0], pen->y);
        break;
    case 'V':
        line_to(pen, DOOR_STROKE_LINE, pen->x, n[0]);
        break;
    case 'C':
        curve_to(pen, n);
        break;
    case 'S':
        curve_to(pen, (double[]){ on_curve ? mirror_x : pen->x, on_curve ? mirror_y : pen->y, n[0], n[1], n[2], n[3] });
        break;
    case 'Q':
        quadratic_to(pen, n[0], n[1], n[2], n[3]);
        break;
    case 'T':
        quadratic_to(pen, on_quad ? mirror_x : pen->x, on_quad ? mirror_y : pen->y, n[0], n[1]);
        break;
    case 'A':
        arc_to(pen, n, n[5], n[6]);
        break;
    case 'Z':
        door_strokes_add(pen->strokes, pen->arena, DOOR_STROKE_CLOSE, NULL);
        pen->x = pen->start_x;
        pen->y = pen->start_y;
        break;
    }
    pen->before = command;
}

/* Relative numbers become absolute ones. */
static void
make_absolute(const struct pen *pen, char command, double *n, int count)
{
    int i;

    if (command == 'H' || command == 'V') {
        n[0] += command == 'H' ? pen->x : pen->y;
    } else if (command == 'A') {
        n[5] += pen->x;
        n[6] += pen->y;
    } else {
        for (i = 0; i < count; i += 2) {
            n[i] += pen->x;
            n[i + 1] += pen->y;
        }
    }
}

/* The flags of an arc may stand without anything between: "a1 1 0 01 2 3". */
static bool
read_arc(struct pen *pen, double *n)
{
    int i;

    if (!read_numbers(pen, n, 3))
        return false;
    for (i = 3; i < 5; i++) {
        if (*pen->at != '0' && *pen->at != '1')
            return false;
        n[i] = *pen->at - '0';
        pen->at = skip(pen->at + 1);
    }
    return read_numbers(pen, n + 5, 2);
}

bool
door_strokes_read(struct door_strokes *strokes, struct door_arena *arena, const char *path)
{
    struct pen pen = { .strokes = strokes, .arena = arena, .at = skip(path) };
    char letter = '\0';

    while (*pen.at) {
        double n[7] = { 0 };
        char command;
        int count;

        if (isalpha((unsigned char)*pen.at)) {
            letter = *pen.at;
            pen.at = skip(pen.at + 1);
        } else if (letter == 'Z' || letter == 'z' || !letter) {
            return false;
        } else if (letter == 'M' || letter == 'm') {
            letter = letter == 'M' ? 'L' : 'l';     /* more points behind a move are lines */
        }
        command = (char)toupper((unsigned char)letter);
        count = numbers_of(command);
        if (count < 0 || (!pen.before && command != 'M')
                || !(command == 'A' ? read_arc(&pen, n) : read_numbers(&pen, n, (size_t)count)))
            return false;
        if (islower((unsigned char)letter))
            make_absolute(&pen, command, n, count);
        draw(&pen, command, n);
    }
    return strokes->count > 0;
}
