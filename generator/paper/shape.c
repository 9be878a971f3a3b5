#include "paper/shape.h"

#include <assert.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/text.h"
#include "language/language.h"
#include "paper/font.h"
#include "paper/glue.h"

#define LINE_SEPARATOR 0x2028

struct door_shaper {
    struct door_fonts *fonts;
    PangoFontMap *map;
    PangoContext *context;
};

/* What the work on one paragraph needs. */
struct shaping {
    struct door_shaper *shaper;
    struct door_arena *arena;
    const struct door_paragraph *paragraph;
    struct door_shaped *shaped;
};

/* Hinting moves glyphs to pixels; paper has none. */
static void
leave_unhinted(FcPattern *pattern, gpointer data)
{
    (void)data;
    FcPatternDel(pattern, FC_HINTING);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
}

struct door_shaper *
door_shaper_open(const struct door_brand *brand)
{
    struct door_shaper *shaper = calloc(1, sizeof *shaper);

    if (!shaper)
        door_fail("out of memory");
    shaper->fonts = door_fonts_open(brand);
    shaper->map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(shaper->map), 72, 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(shaper->map), door_fonts_config(shaper->fonts));
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(shaper->map), leave_unhinted, NULL, NULL);
    shaper->context = pango_font_map_create_context(shaper->map);
    pango_context_set_round_glyph_positions(shaper->context, FALSE);
    return shaper;
}

void
door_shaper_close(struct door_shaper *shaper)
{
    if (!shaper)
        return;
    g_object_unref(shaper->context);
    g_object_unref(shaper->map);
    door_fonts_close(shaper->fonts);
    free(shaper);
}

/* Marks that only steer order and line breaks: U+2066 to U+2069 and U+2060, in UTF-8 E2 81 A6..A9 and A0. */
static bool
only_steers(const char *text)
{
    unsigned char last = (unsigned char)text[2];

    return memcmp(text, "\xe2\x81", 2) == 0 && (last == 0xa0 || (last >= 0xa6 && last <= 0xa9));
}

char *
door_shape_plain(struct door_arena *arena, const char *text, size_t size)
{
    char *plain = door_arena_alloc(arena, size + 1), *out = plain;
    size_t i = 0;

    while (i < size) {
        if (size - i >= 3 && only_steers(text + i)) {
            i += 3;
        } else if (size - i >= 3 && memcmp(text + i, "\xe2\x80\xa8", 3) == 0) {
            *out++ = ' ';
            i += 3;
        } else {
            *out++ = text[i++];
        }
    }
    return plain;
}

static const struct door_face *
face_of(const struct door_shaper *shaper, PangoFont *font)
{
    FcChar8 *file = NULL;

    FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file);
    return door_fonts_face(shaper->fonts, (const char *)file);
}

static PangoFontDescription *
describe(const struct door_shaper *shaper, const struct door_shape_span *span)
{
    PangoFontDescription *description = pango_font_description_new();

    pango_font_description_set_family_static(description, door_fonts_families(shaper->fonts, span->language->code));
    pango_font_description_set_weight(description, span->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description, span->size * PANGO_SCALE);
    return description;
}

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute, const struct door_shape_span *span)
{
    attribute->start_index = (guint)span->start;
    attribute->end_index = (guint)span->end;
    pango_attr_list_insert(list, attribute);
}

/* Stretches that stay on one line, as far as lines are wide enough. */
static void
glue(PangoAttrList *list, const struct door_paragraph *paragraph)
{
    struct door_shape_span stretch = { 0 };

    while (door_glue_next(paragraph->text, paragraph->language->code, &stretch.start, &stretch.end))
        add_attribute(list, pango_attr_allow_breaks_new(FALSE), &stretch);
}

/* The colour is no colour: a different one for each span, so that Pango ends a run where a span ends. */
static PangoAttrList *
attributes_of(const struct door_shaper *shaper, const struct door_paragraph *paragraph, bool glued)
{
    PangoAttrList *list = pango_attr_list_new();
    size_t i;

    for (i = 0; i < paragraph->span_count; i++) {
        const struct door_shape_span *span = &paragraph->spans[i];
        PangoFontDescription *description = describe(shaper, span);

        add_attribute(list, pango_attr_font_desc_new(description), span);
        add_attribute(list, pango_attr_language_new(pango_language_from_string(span->language->code)), span);
        add_attribute(list, pango_attr_foreground_new((guint16)(i & 0xffff), (guint16)(i >> 16), 0), span);
        pango_font_description_free(description);
    }
    if (glued)
        glue(list, paragraph);
    return list;
}

static PangoLayout *
set_lines(const struct shaping *shaping, double width, bool glued)
{
    const struct door_paragraph *paragraph = shaping->paragraph;
    PangoContext *context = shaping->shaper->context;
    PangoAttrList *attributes = attributes_of(shaping->shaper, paragraph, glued);
    PangoFontDescription *description = describe(shaping->shaper, &paragraph->spans[0]);
    PangoLayout *layout;

    pango_context_set_base_dir(context,
            paragraph->language->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context, pango_language_from_string(paragraph->language->code));
    layout = pango_layout_new(context);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_text(layout, paragraph->text, -1);
    pango_layout_set_attributes(layout, attributes);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE + 0.5));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_attr_list_unref(attributes);
    pango_font_description_free(description);
    return layout;
}

/* What stays on one line is parted all the same where it is wider than the measure: nothing may stand out. */
static PangoLayout *
open_layout(const struct shaping *shaping, double width)
{
    PangoLayout *layout = set_lines(shaping, width, true);
    PangoRectangle extents;

    pango_layout_get_extents(layout, NULL, &extents);
    if (extents.width <= (int)(width * PANGO_SCALE + 1))
        return layout;
    g_object_unref(layout);
    return set_lines(shaping, width, false);
}

static struct door_shape_span *
span_at(const struct door_paragraph *paragraph, size_t offset)
{
    size_t i;

    for (i = 0; i + 1 < paragraph->span_count; i++)
        if (offset < paragraph->spans[i].end)
            break;
    return &paragraph->spans[i];
}

/* Where the cluster that begins at byte `start` of the item ends: the next one that some glyph names. */
static int
cluster_end(const PangoGlyphItem *run, int start)
{
    const PangoGlyphString *glyphs = run->glyphs;
    int i, end = run->item->length;

    for (i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->log_clusters[i] > start && glyphs->log_clusters[i] < end)
            end = glyphs->log_clusters[i];
    return end;
}

/*
 * The glyph to draw. Pango blanks the space at a line's end and characters that only steer shaping; a real space
 * stands in for them, without width, so that their text is still found and words of two lines do not join.
 */
static uint32_t
drawn_glyph(const struct shaping *shaping, const PangoGlyphItem *run, int i, hb_font_t *font)
{
    PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
    hb_codepoint_t space = 0;
    const char *text;

    if (glyph == PANGO_GLYPH_EMPTY) {
        hb_font_get_nominal_glyph(font, ' ', &space);
        return space;
    }
    if (glyph == 0) {
        text = shaping->paragraph->text + run->item->offset + run->glyphs->log_clusters[i];
        shaping->shaped->missing = (uint32_t)door_text_next(&text);
        return 0;
    }
    if (glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
        shaping->shaped->missing = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
        return 0;
    }
    return glyph;
}

/* Fill in a run's glyphs from Pango's; its width. */
static double
place_glyphs(const struct shaping *shaping, const PangoGlyphItem *run, struct door_mark *mark)
{
    struct door_glyph *glyphs = door_arena_array(shaping->arena, (size_t)run->glyphs->num_glyphs, sizeof *glyphs);
    const char *text = shaping->paragraph->text + run->item->offset, *said;
    hb_font_t *font = pango_font_get_hb_font(run->item->analysis.font);
    double pen = 0;
    int i, start, before = -1;

    for (i = 0; i < run->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
        struct door_glyph *glyph = &glyphs[mark->glyph_count];

        start = run->glyphs->log_clusters[i];
        said = NULL;
        if (start != before)
            said = door_shape_plain(shaping->arena, text + start, (size_t)(cluster_end(run, start) - start));
        before = start;
        if (info->glyph == PANGO_GLYPH_EMPTY && (!said || !*said))
            continue;
        glyph->id = drawn_glyph(shaping, run, i, font);
        glyph->x = pen + info->geometry.x_offset / (double)PANGO_SCALE;
        glyph->y = info->geometry.y_offset / (double)PANGO_SCALE;
        glyph->advance = info->geometry.width / (double)PANGO_SCALE;
        glyph->text = said;
        pen += glyph->advance;
        mark->glyph_count++;
    }
    mark->glyphs = glyphs;
    return pen;
}

/*
 * Half the leading above and half below. The metrics are those of the language's own face, not of one that stands in
 * for a digit, so that all lines of a paragraph are equally far apart.
 */
static void
stretch_line(const struct shaping *shaping, const struct door_shape_span *span, struct door_line *line)
{
    const struct door_shaper *shaper = shaping->shaper;
    PangoFontDescription *description = describe(shaper, span);
    PangoFont *font = pango_context_load_font(shaper->context, description);
    const struct door_face *face = face_of(shaper, font);
    double ascent = door_fonts_ascent(shaper->fonts, face) * span->size;
    double descent = door_fonts_descent(shaper->fonts, face) * span->size;
    double half = (span->leading - ascent - descent) / 2;

    if (ascent + half > line->ascent)
        line->ascent = ascent + half;
    if (descent + half > line->descent)
        line->descent = descent + half;
    g_object_unref(font);
    pango_font_description_free(description);
}

/* A line has one area for each link, however many runs it has there. */
static void
add_link_area(struct door_line *line, const struct door_shape_span *span, double x, double width)
{
    size_t i;

    for (i = 0; i < line->mark_count; i++) {
        struct door_mark *area = &line->marks[i];

        if (area->type == DOOR_MARK_LINK && area->element == span->element) {
            area->width = x + width - area->x;
            return;
        }
    }
    line->marks[line->mark_count++] = (struct door_mark){ .type = DOOR_MARK_LINK, .element = span->element,
            .x = x, .y = -span->size, .width = width, .height = span->size * 1.3 };
}

/* One run, and the area of its link behind it. */
static double
place_run(const struct shaping *shaping, const PangoGlyphItem *run, double x, struct door_line *line)
{
    struct door_shape_span *span = span_at(shaping->paragraph, (size_t)run->item->offset);
    struct door_mark *mark = &line->marks[line->mark_count];
    double width;

    stretch_line(shaping, span, line);
    *mark = (struct door_mark){ .type = DOOR_MARK_RUN, .element = span->element, .colour = span->colour, .x = x,
            .size = span->size, .face = face_of(shaping->shaper, run->item->analysis.font) };
    width = place_glyphs(shaping, run, mark);
    if (run->item->analysis.level & 1)
        span->turns = true;
    if (!mark->glyph_count)
        return 0;
    line->mark_count++;
    if (span->link)
        add_link_area(line, span, x, width);
    return width;
}

static void
place_line(const struct shaping *shaping, const PangoLayoutLine *from, struct door_line *line)
{
    GSList *step;
    double x = 0;
    size_t runs = g_slist_length(from->runs);

    line->marks = door_arena_array(shaping->arena, runs * 2 + 1, sizeof *line->marks);
    for (step = from->runs; step; step = step->next)
        x += place_run(shaping, step->data, x, line);
    line->width = x;
    if (!runs)
        stretch_line(shaping, span_at(shaping->paragraph, (size_t)from->start_index), line);
}

/* Did Pango have to break at this byte although the language does not allow it there? Addresses may be cut. */
static bool
cuts_word(PangoLayout *layout, const char *text, int byte)
{
    const PangoLogAttr *attributes;
    int count, at = (int)g_utf8_pointer_to_offset(text, text + byte);
    const char *word = text + byte;

    attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    if (byte == 0 || at >= count || attributes[at].is_line_break)
        return false;
    while (word > text && word[-1] != ' ')
        word--;
    return strcspn(word, "/@.") >= strcspn(word, " ");
}

void
door_shape(struct door_shaper *shaper, struct door_arena *arena, const struct door_paragraph *paragraph,
        double width, struct door_shaped *shaped)
{
    struct shaping shaping = { shaper, arena, paragraph, shaped };
    PangoLayout *layout = open_layout(&shaping, width);
    GSList *step;
    size_t i = 0;

    *shaped = (struct door_shaped){ 0 };
    shaped->line_count = (size_t)pango_layout_get_line_count(layout);
    shaped->lines = door_arena_array(arena, shaped->line_count, sizeof *shaped->lines);
    for (step = pango_layout_get_lines_readonly(layout); step; step = step->next, i++) {
        const PangoLayoutLine *line = step->data;

        if (cuts_word(layout, paragraph->text, line->start_index))
            shaped->broken_word = true;
        place_line(&shaping, line, &shaped->lines[i]);
    }
    g_object_unref(layout);
}
