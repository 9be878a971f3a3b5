#include "publish/pdf_content.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "paper/code.h"
#include "paper/display.h"
#include "paper/font.h"
#include "publish/pdf_font.h"
#include "publish/pdf_object.h"
#include "publish/pdf_tags.h"
#include "theme/emblem.h"
#include "theme/theme.h"

#define NO_ELEMENT (DOOR_ARTIFACT - 1)
#define PEN_TOLERANCE_PT 0.01   /* how far a glyph may stand beside its place: 4 micrometres */
#define SMALLEST 0.0005         /* less than this is nothing: numbers have three decimals */
#define ROUND 0.5523            /* a quarter circle as a Bezier curve: 4/3 (sqrt 2 - 1) */

struct fill {
    bool gray;                  /* red is then the gray: 0 is black, printed with black ink alone */
    unsigned char red, green, blue;
};

struct painter {
    const struct door_display *display;
    int page;
    struct door_pdf_fonts *fonts;
    struct door_pdf_tags *tags;
    struct door_buf *out;
    int element;                /* whose marked content is open; NO_ELEMENT = none */
    bool in_text;               /* between BT and ET */
    struct fill fill;
    const struct door_face *face;
    double size, rise;
};

/* The pen while the glyphs of one run are shown. */
struct pen {
    struct painter *painter;
    struct door_pdf_font *font;
    double size, x;             /* points from the run's origin */
    bool in_array, in_string;   /* of the TJ operator */
};

static void
write_numbers(struct door_buf *out, const double *numbers, size_t count, const char *operator)
{
    size_t i;

    for (i = 0; i < count; i++) {
        door_pdf_number(out, numbers[i]);
        door_buf_char(out, ' ');
    }
    door_buf_text(out, operator);
    door_buf_char(out, '\n');
}

static void
leave_text(struct painter *painter)
{
    if (painter->in_text)
        door_buf_text(painter->out, "ET\n");
    painter->in_text = false;
}

/* Marks of one element that follow each other share one piece of marked content. */
static void
enter_element(struct painter *painter, int element)
{
    if (element == painter->element)
        return;
    leave_text(painter);
    if (painter->element != NO_ELEMENT)
        door_buf_text(painter->out, "EMC\n");
    if (element == DOOR_ARTIFACT)
        door_buf_text(painter->out, "/Artifact BMC\n");
    else if (element != NO_ELEMENT)
        door_buf_format(painter->out, "/%s<</MCID %d>>BDC\n",
                door_structure_name(painter->display->elements[element].type),
                door_pdf_tags_content(painter->tags, element, painter->page));
    painter->element = element;
}

/* Black that a theme gives as K alone must stay K alone: four inks under small letters blur them on a press. */
static struct fill
fill_of(const struct door_colour *colour)
{
    if (colour->black == 100 && !colour->cyan && !colour->magenta && !colour->yellow)
        return (struct fill){ .gray = true };
    return (struct fill){ .red = colour->red, .green = colour->green, .blue = colour->blue };
}

static void
set_fill(struct painter *painter, struct fill fill)
{
    const struct fill *now = &painter->fill;
    double numbers[3] = { fill.red / 255.0, fill.green / 255.0, fill.blue / 255.0 };

    if (fill.gray == now->gray && fill.red == now->red && fill.green == now->green && fill.blue == now->blue)
        return;
    write_numbers(painter->out, numbers, fill.gray ? 1 : 3, fill.gray ? "g" : "rg");
    painter->fill = fill;
}

static void
close_array(struct pen *pen)
{
    if (pen->in_string)
        door_buf_char(pen->painter->out, '>');
    if (pen->in_array)
        door_buf_text(pen->painter->out, "]TJ\n");
    pen->in_array = pen->in_string = false;
}

/* Move the pen to x, unless it stands there already: TJ takes thousandths of the font size, to the left. */
static void
move_pen(struct pen *pen, double x)
{
    double thousandths = (double)lround((pen->x - x) * 1000 / pen->size);

    if (fabs(pen->x - x) < PEN_TOLERANCE_PT || thousandths == 0)
        return;
    if (pen->in_string)
        door_buf_char(pen->painter->out, '>');
    pen->in_string = false;
    door_pdf_number(pen->painter->out, thousandths);
    pen->x -= thousandths * pen->size / 1000;
}

static void
set_rise(struct pen *pen, double rise)
{
    if (fabs(pen->painter->rise - rise) < SMALLEST)
        return;
    close_array(pen);
    write_numbers(pen->painter->out, &rise, 1, "Ts");
    pen->painter->rise = rise;
}

static void
show_glyph(struct pen *pen, const struct door_glyph *glyph, const char *text)
{
    struct painter *painter = pen->painter;
    const struct door_pdf_code *code = door_pdf_font_code(pen->font, glyph->id, text);

    set_rise(pen, -glyph->y);
    if (!pen->in_array)
        door_buf_char(painter->out, '[');
    pen->in_array = true;
    move_pen(pen, glyph->x);
    if (!pen->in_string)
        door_buf_char(painter->out, '<');
    pen->in_string = true;
    door_pdf_hex(painter->out, (unsigned)code->code, 4);
    pen->x += code->width * pen->size;
}

/*
 * A cluster of several glyphs cannot give its text glyph by glyph, so its text is written around it. Readers that
 * look for text on the page (not in the structure tree) get words right by this alone.
 */
static void
show_cluster(struct pen *pen, const struct door_glyph *glyphs, size_t count)
{
    const char *text = glyphs[0].text ? glyphs[0].text : "";
    struct door_buf *out = pen->painter->out;
    size_t i;

    if (count > 1) {
        close_array(pen);
        door_buf_text(out, "/Span<</ActualText<FEFF");
        door_pdf_utf16(out, text);
        door_buf_text(out, ">>>BDC\n");
    }
    for (i = 0; i < count; i++)
        show_glyph(pen, &glyphs[i], i ? "" : text);
    if (count > 1) {
        close_array(pen);
        door_buf_text(out, "EMC\n");
    }
}

static void
set_font(struct painter *painter, const struct door_mark *mark)
{
    if (mark->face == painter->face && fabs(mark->size - painter->size) < SMALLEST)
        return;
    door_buf_format(painter->out, "/F%d ", mark->face->number);
    write_numbers(painter->out, &mark->size, 1, "Tf");
    painter->face = mark->face;
    painter->size = mark->size;
}

/* The glyphs of the cluster that begins here. */
static size_t
cluster_size(const struct door_glyph *glyphs, size_t count)
{
    size_t size = 1;

    while (size < count && !glyphs[size].text)
        size++;
    return size;
}

static void
show_plain(struct pen *pen, const struct door_mark *mark)
{
    size_t i, size;

    for (i = 0; i < mark->glyph_count; i += size) {
        size = cluster_size(mark->glyphs + i, mark->glyph_count - i);
        show_cluster(pen, mark->glyphs + i, size);
    }
    close_array(pen);
}

/* Nastaliq is written on a slope: letters, not only the marks above and below them, stand off the baseline. */
static bool
is_sloping(const struct door_mark *mark)
{
    size_t i;

    for (i = 0; i < mark->glyph_count; i++)
        if (mark->glyphs[i].advance > 0 && fabs(mark->glyphs[i].y) >= SMALLEST)
            return true;
    return false;
}

/* The widest glyph that is not blank, or NULL. */
static const struct door_glyph *
widest_glyph(const struct pen *pen, const struct door_glyph *glyphs, size_t count)
{
    const struct door_glyph *widest = NULL;
    size_t i;

    for (i = 0; i < count; i++)
        if (glyphs[i].advance > (widest ? widest->advance : 0) && door_pdf_font_has_ink(pen->font, glyphs[i].id))
            widest = &glyphs[i];
    return widest;
}

/* One glyph for a whole cluster, stretched to its width. Chrome passes over blanks, so a space borrows a letter. */
static void
write_level_cluster(struct pen *pen, const struct door_glyph *glyphs, size_t count, const struct door_glyph *any)
{
    const struct door_glyph *widest = widest_glyph(pen, glyphs, count);
    const char *text = glyphs[0].text ? glyphs[0].text : "";
    const struct door_pdf_code *code = door_pdf_font_code(pen->font, widest ? widest->id : any->id, text);
    double width = 0, percent;
    size_t i;

    for (i = 0; i < count; i++)
        width += glyphs[i].advance;
    percent = width / (code->width * pen->size) * 100;
    percent = percent < 1 ? 1 : percent;
    write_numbers(pen->painter->out, &percent, 1, "Tz");
    door_buf_char(pen->painter->out, '<');
    door_pdf_hex(pen->painter->out, (unsigned)code->code, 4);
    door_buf_text(pen->painter->out, ">Tj\n");
}

/*
 * Who copies or searches in a viewer gets what that finds along straight lines, and finds next to no word on a slope.
 * So the text is written level first, invisible (as scanned pages carry theirs), then the glyphs on their slope with
 * no text of their own. Words found on 52 pages of Urdu, without this and with it: pdf.js 11 % and 98 %, PDFium 32 %
 * and 84 %, poppler 44 % and 92 %. Who reads by the structure tree hears its ActualText either way.
 */
static void
show_sloping(struct pen *pen, const struct door_mark *mark, const double matrix[6])
{
    struct door_buf *out = pen->painter->out;
    const struct door_glyph *any = widest_glyph(pen, mark->glyphs, mark->glyph_count);
    size_t i, size;

    if (!any) {
        show_plain(pen, mark);
        return;
    }
    set_rise(pen, 0);
    door_buf_text(out, "3 Tr\n");
    for (i = 0; i < mark->glyph_count; i += size) {
        size = cluster_size(mark->glyphs + i, mark->glyph_count - i);
        write_level_cluster(pen, mark->glyphs + i, size, any);
    }
    door_buf_text(out, "0 Tr\n100 Tz\n/Span<</ActualText()>>BDC\n");
    write_numbers(out, matrix, 6, "Tm");
    for (i = 0; i < mark->glyph_count; i++)
        show_glyph(pen, &mark->glyphs[i], "");
    close_array(pen);
    door_buf_text(out, "EMC\n");
}

static void
draw_run(struct painter *painter, const struct door_mark *mark)
{
    struct pen pen = { .painter = painter, .size = mark->size };
    double matrix[6] = { 1, 0, 0, 1, mark->x, painter->display->height - mark->y };

    if (!mark->glyph_count)
        return;
    pen.font = door_pdf_fonts_get(painter->fonts, mark->face);
    set_fill(painter, fill_of(mark->colour));
    if (!painter->in_text)
        door_buf_text(painter->out, "BT\n");
    painter->in_text = true;
    set_font(painter, mark);
    write_numbers(painter->out, matrix, 6, "Tm");
    if (is_sloping(mark))
        show_sloping(&pen, mark, matrix);
    else
        show_plain(&pen, mark);
}

/* A rectangle with round corners, from the middle of its left side, clockwise on paper. */
static void
write_round_box(struct door_buf *out, const double box[4], double radius)
{
    double left = box[0], bottom = box[1], right = left + box[2], top = bottom + box[3];
    double r = radius, k = radius * (1 - ROUND);

    write_numbers(out, (double[]){ left, bottom + r }, 2, "m");
    write_numbers(out, (double[]){ left, top - r }, 2, "l");
    write_numbers(out, (double[]){ left, top - k, left + k, top, left + r, top }, 6, "c");
    write_numbers(out, (double[]){ right - r, top }, 2, "l");
    write_numbers(out, (double[]){ right - k, top, right, top - k, right, top - r }, 6, "c");
    write_numbers(out, (double[]){ right, bottom + r }, 2, "l");
    write_numbers(out, (double[]){ right, bottom + k, right - k, bottom, right - r, bottom }, 6, "c");
    write_numbers(out, (double[]){ left + r, bottom }, 2, "l");
    write_numbers(out, (double[]){ left + k, bottom, left, bottom + k, left, bottom + r }, 6, "c");
}

static void
draw_box(struct painter *painter, const struct door_mark *mark)
{
    double box[4] = { mark->x, painter->display->height - mark->y - mark->height, mark->width, mark->height };
    double most = (mark->width < mark->height ? mark->width : mark->height) / 2;

    leave_text(painter);
    set_fill(painter, fill_of(mark->colour));
    if (mark->radius > 0)
        write_round_box(painter->out, box, mark->radius < most ? mark->radius : most);
    else
        write_numbers(painter->out, box, 4, "re");
    door_buf_text(painter->out, "f\n");
}

/* One path with whole numbers for coordinates: painted module by module, hairlines would show between them. */
static void
write_modules(struct door_buf *out, const struct door_code *code)
{
    int row, column, end;

    for (row = 0; row < code->modules; row++) {
        const unsigned char *dark = code->dark + (ptrdiff_t)row * code->modules;

        for (column = 0; column < code->modules; column = end) {
            end = column + 1;
            if (!dark[column])
                continue;
            while (end < code->modules && dark[end])
                end++;
            door_buf_format(out, "%d %d %d 1 re\n", column, row, end - column);
        }
    }
}

static void
draw_code(struct painter *painter, const struct door_mark *mark)
{
    double top = painter->display->height - mark->y, modules = mark->code->modules;
    double quiet_x = DOOR_CODE_QUIET_ZONE * mark->width / modules;
    double quiet_y = DOOR_CODE_QUIET_ZONE * mark->height / modules;
    double ground[4] = { mark->x - quiet_x, top - mark->height - quiet_y, mark->width + 2 * quiet_x,
            mark->height + 2 * quiet_y };
    double matrix[6] = { mark->width / modules, 0, 0, -mark->height / modules, mark->x, top };

    leave_text(painter);
    set_fill(painter, (struct fill){ .gray = true, .red = 255 });
    write_numbers(painter->out, ground, 4, "re");
    door_buf_text(painter->out, "f\n");
    set_fill(painter, fill_of(mark->colour));
    door_buf_text(painter->out, "q\n");
    write_numbers(painter->out, matrix, 6, "cm");
    write_modules(painter->out, mark->code);
    door_buf_text(painter->out, "f\nQ\n");
}

static void
write_strokes(struct door_buf *out, const struct door_outline *outline)
{
    static const struct {
        size_t numbers;
        const char *operator;
    } kinds[] = {
        [DOOR_STROKE_MOVE] = { 2, "m" }, [DOOR_STROKE_LINE] = { 2, "l" }, [DOOR_STROKE_CURVE] = { 6, "c" },
        [DOOR_STROKE_CLOSE] = { 0, "h" },
    };
    size_t i;

    for (i = 0; i < outline->count; i++)
        write_numbers(out, outline->strokes[i].at, kinds[outline->strokes[i].type].numbers,
                kinds[outline->strokes[i].type].operator);
}

static void
draw_emblem(struct painter *painter, const struct door_mark *mark)
{
    const struct door_emblem *emblem = mark->emblem;
    double size = mark->height / emblem->height, top = painter->display->height - mark->y;
    double matrix[6] = { size, 0, 0, -size, mark->x, top };
    struct fill before = painter->fill;
    size_t i;

    leave_text(painter);
    door_buf_text(painter->out, "q\n");
    write_numbers(painter->out, matrix, 6, "cm");
    for (i = 0; i < emblem->count; i++) {
        const struct door_outline *outline = &emblem->outlines[i];

        set_fill(painter, fill_of(outline->inherits ? mark->colour : &outline->colour));
        write_strokes(painter->out, outline);
        door_buf_text(painter->out, outline->even_odd ? "f*\n" : "f\n");
    }
    door_buf_text(painter->out, "Q\n");
    painter->fill = before;     /* as Q gives it back */
}

void
door_pdf_content_write(const struct door_display *display, int page, struct door_pdf_fonts *fonts,
        struct door_pdf_tags *tags, struct door_buf *out)
{
    struct painter painter = {
        .display = display, .page = page, .fonts = fonts, .tags = tags, .out = out,
        .element = NO_ELEMENT, .fill = { .gray = true },
    };
    size_t i;

    for (i = 0; i < display->pages[page].count; i++) {
        const struct door_mark *mark = &display->pages[page].marks[i];

        if (mark->type == DOOR_MARK_LINK)
            continue;       /* an annotation, not content */
        enter_element(&painter, mark->element);
        switch (mark->type) {
        case DOOR_MARK_RUN:
            draw_run(&painter, mark);
            break;
        case DOOR_MARK_BOX:
            draw_box(&painter, mark);
            break;
        case DOOR_MARK_CODE:
            draw_code(&painter, mark);
            break;
        case DOOR_MARK_EMBLEM:
            draw_emblem(&painter, mark);
            break;
        case DOOR_MARK_LINK:
            break;
        }
    }
    enter_element(&painter, NO_ELEMENT);
}
