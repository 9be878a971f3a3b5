#include "publish/pdf_font.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/hash.h"
#include "paper/font.h"
#include "publish/pdf_object.h"

#define LARGEST_CODE 65535      /* Identity-H codes have two bytes */
#define MAP_LINES 100           /* in one bfchar block: Adobe Technical Note 5014, CMap operators */

struct shown {                  /* one code */
    struct door_pdf_code code;
    uint32_t glyph;
    const char *text;
    struct shown *next_text;    /* the same glyph with another text */
    struct shown *next_code;
};

struct door_pdf_font {
    const struct door_face *face;
    struct door_arena *arena;
    hb_font_t *unscaled;        /* a scaled font (Pango's) rounds: its advances are not those of hmtx */
    double units;               /* per em */
    unsigned glyph_count;
    struct shown **by_glyph;
    struct shown *first, **last;
    int count;
};

/*
 * NEEDSWORK: fonts with CFF outlines (Noto CJK, for Chinese) want /CIDFontType0 and codes that are the font's own CIDs.
 * Until then such a font is refused rather than embedded wrongly, which would show as blank text.
 */
static void
require_truetype(const struct door_face *face)
{
    hb_blob_t *glyf = hb_face_reference_table(face->hb_face, HB_TAG('g', 'l', 'y', 'f'));
    bool has_outlines = hb_blob_get_length(glyf) > 0;

    hb_blob_destroy(glyf);
    if (!has_outlines)
        door_fail("%s: only fonts with TrueType outlines can be put into a PDF", face->file);
}

static struct door_pdf_font *
open_font(struct door_arena *arena, const struct door_face *face)
{
    struct door_pdf_font *font = door_arena_alloc(arena, sizeof *font);
    hb_face_t *hb_face = face->hb_face;

    require_truetype(face);
    font->face = face;
    font->arena = arena;
    font->unscaled = hb_font_create(hb_face);
    font->units = hb_face_get_upem(hb_face);
    font->glyph_count = hb_face_get_glyph_count(hb_face);
    font->by_glyph = door_arena_array(arena, font->glyph_count, sizeof *font->by_glyph);
    font->last = &font->first;
    return font;
}

void
door_pdf_fonts_release(struct door_pdf_fonts *fonts)
{
    int i;

    for (i = 0; i < fonts->count; i++)
        if (fonts->items[i])
            hb_font_destroy(fonts->items[i]->unscaled);
}

struct door_pdf_font *
door_pdf_fonts_get(struct door_pdf_fonts *fonts, const struct door_face *face)
{
    assert(face->number >= 0);
    if (face->number >= fonts->count) {
        int count = face->number + 8;
        struct door_pdf_font **items = door_arena_array(fonts->arena, (size_t)count, sizeof *items);

        if (fonts->count)
            memcpy(items, fonts->items, (size_t)fonts->count * sizeof *items);
        fonts->items = items;
        fonts->count = count;
    }
    if (!fonts->items[face->number])
        fonts->items[face->number] = open_font(fonts->arena, face);
    assert(fonts->items[face->number]->face == face);
    return fonts->items[face->number];
}

const struct door_pdf_code *
door_pdf_font_code(struct door_pdf_font *font, uint32_t glyph, const char *text)
{
    struct shown **at;

    assert(glyph > 0 && glyph < font->glyph_count);
    for (at = &font->by_glyph[glyph]; *at; at = &(*at)->next_text)
        if (strcmp((*at)->text, text) == 0)
            return &(*at)->code;
    if (font->count == LARGEST_CODE)
        door_fail("%s: more than %d glyphs in one file", font->face->name, LARGEST_CODE);
    *at = door_arena_alloc(font->arena, sizeof **at);
    (*at)->glyph = glyph;
    (*at)->text = text;
    (*at)->code.code = ++font->count;
    (*at)->code.width = hb_font_get_glyph_h_advance(font->unscaled, glyph) / font->units;
    *font->last = *at;
    font->last = &(*at)->next_code;
    return &(*at)->code;
}

bool
door_pdf_font_has_ink(const struct door_pdf_font *font, uint32_t glyph)
{
    hb_glyph_extents_t extents = { 0 };

    return hb_font_get_glyph_extents(font->unscaled, glyph, &extents) && extents.width && extents.height;
}

/*
 * What readers of PDF never look at is dropped. GSUB, GPOS and GDEF above all: with them HarfBuzz would keep each
 * glyph that shaping could reach from ours, and Nastaliq reaches nearly everything.
 */
static hb_subset_input_t *
subset_input(const struct door_pdf_font *font)
{
    static const char dropped[][5] = {
        "GSUB", "GPOS", "GDEF", "BASE", "DSIG", "OS/2", "STAT", "VORG", "cmap", "gasp", "kern", "name", "post",
        "vhea", "vmtx", "meta", "MATH", "JSTF",
    };
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    const struct shown *shown;
    size_t i;

    if (!input)
        door_fail("out of memory");
    for (i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), hb_tag_from_string(dropped[i], 4));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    for (shown = font->first; shown; shown = shown->next_code)
        hb_set_add(hb_subset_input_glyph_set(input), shown->glyph);
    return input;
}

/* Two bytes for each code from 0: the glyph in the subset. */
static void
write_glyph_map(const struct door_pdf_font *font, const hb_map_t *new_glyphs, struct door_buf *out)
{
    const struct shown *shown;

    door_buf_add(out, "\0", 2);
    for (shown = font->first; shown; shown = shown->next_code) {
        unsigned glyph = hb_map_get(new_glyphs, shown->glyph);

        assert(glyph != HB_MAP_VALUE_INVALID && glyph <= 0xFFFF);
        door_buf_char(out, (char)(glyph >> 8));
        door_buf_char(out, (char)(glyph & 0xFF));
    }
}

/* Subset the font: the file's bytes, and the map from codes to its glyphs. */
static void
make_subset(const struct door_pdf_font *font, struct door_buf *bytes, struct door_buf *glyph_map)
{
    hb_subset_input_t *input = subset_input(font);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->face->hb_face, input);
    hb_face_t *subset = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    hb_blob_t *blob;
    const char *data;
    unsigned size = 0;

    if (!subset)
        door_fail("%s: the font cannot be cut down for a PDF", font->face->file);
    write_glyph_map(font, hb_subset_plan_old_to_new_glyph_mapping(plan), glyph_map);
    blob = hb_face_reference_blob(subset);
    data = hb_blob_get_data(blob, &size);
    door_buf_add(bytes, data, size);
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
}

static void
write_to_unicode(const struct door_pdf_font *font, struct door_buf *out)
{
    const struct shown *shown = font->first;
    int left = font->count;

    door_buf_text(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    while (left) {
        int lines = left < MAP_LINES ? left : MAP_LINES;

        door_buf_format(out, "%d beginbfchar\n", lines);
        for (left -= lines; lines; lines--, shown = shown->next_code) {
            door_buf_char(out, '<');
            door_pdf_hex(out, (unsigned)shown->code.code, 4);
            door_buf_text(out, "> <");
            /* PDF/A-2, 6.2.11.7.2 wants some character for each code: a zero width space is the least of them. */
            door_pdf_utf16(out, *shown->text ? shown->text : "\xE2\x80\x8B");
            door_buf_text(out, ">\n");
        }
        door_buf_text(out, "endbfchar\n");
    }
    door_buf_text(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static void
write_widths(const struct door_pdf_font *font, struct door_buf *out)
{
    const struct shown *shown;

    door_buf_text(out, "/DW 0/W[1[");
    for (shown = font->first; shown; shown = shown->next_code) {
        if (shown != font->first)
            door_buf_char(out, ' ');
        door_pdf_number(out, shown->code.width * 1000);
    }
    door_buf_text(out, "]]");
}

/* A signed 16-bit number of the head table, in thousandths of an em. */
static double
head_value(const struct door_pdf_font *font, size_t offset)
{
    hb_blob_t *blob = hb_face_reference_table(font->face->hb_face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned size = 0;
    const unsigned char *data = (const unsigned char *)hb_blob_get_data(blob, &size);
    int value = offset + 2 <= size ? (data[offset] << 8 | data[offset + 1]) : 0;

    hb_blob_destroy(blob);
    return (value >= 0x8000 ? value - 0x10000 : value) * 1000 / font->units;
}

static void
write_box(const struct door_pdf_font *font, struct door_buf *out)
{
    size_t offset;

    door_buf_text(out, "/FontBBox[");
    for (offset = 36; offset <= 42; offset += 2) {      /* xMin, yMin, xMax, yMax */
        door_pdf_number(out, head_value(font, offset));
        door_buf_char(out, offset < 42 ? ' ' : ']');
    }
}

static double
metric(const struct door_pdf_font *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t value = 0;

    hb_ot_metrics_get_position_with_fallback(font->unscaled, tag, &value);
    return value * 1000 / font->units;
}

static void
write_descriptor(const struct door_pdf_font *font, const char *name, int file_number, struct door_buf *out)
{
    bool bold = strstr(font->face->name, "Bold") != NULL;

    /* Flags 4: symbolic, for the codes are our own. StemV guides a substitute, which an embedded font never has. */
    door_buf_format(out, "<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0/StemV %d", name, bold ? 140 : 80);
    write_box(font, out);
    door_buf_text(out, "/Ascent ");
    door_pdf_number(out, metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER));
    door_buf_text(out, "/Descent ");
    door_pdf_number(out, metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER));
    door_buf_text(out, "/CapHeight ");
    door_pdf_number(out, metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT));
    door_buf_format(out, "/FontFile2 %d 0 R>>", file_number);
}

/* The name with a tag of six letters made from the subset's bytes (ISO 32000-1, 9.6.4). */
static const char *
tagged_name(const struct door_pdf_font *font, const struct door_buf *subset)
{
    uint64_t hash = door_hash(subset->data, subset->size);
    char tag[7] = { 0 };
    int i;

    for (i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return door_arena_format(font->arena, "%s+%s", tag, font->face->name);
}

static int
write_font(const struct door_pdf_font *font, struct door_pdf_file *file)
{
    int first = door_pdf_reserve(file, 6);
    struct door_buf subset = { 0 }, map = { 0 }, unicode = { 0 };
    const char *name;

    make_subset(font, &subset, &map);
    name = tagged_name(font, &subset);
    write_to_unicode(font, &unicode);
    door_pdf_begin(file, first);
    door_buf_format(&file->bytes, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
            "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, first + 1, first + 2);
    door_pdf_end(file);
    door_pdf_begin(file, first + 1);
    door_buf_format(&file->bytes, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            "/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R", name, first + 3, first + 4);
    write_widths(font, &file->bytes);
    door_buf_text(&file->bytes, ">>");
    door_pdf_end(file);
    door_pdf_stream(file, first + 2, "", unicode.data, unicode.size);
    door_pdf_begin(file, first + 3);
    write_descriptor(font, name, first + 5, &file->bytes);
    door_pdf_end(file);
    door_pdf_stream(file, first + 4, "", map.data, map.size);
    door_pdf_stream(file, first + 5, door_arena_format(font->arena, "/Length1 %zu", subset.size), subset.data,
            subset.size);
    door_buf_release(&subset);
    door_buf_release(&map);
    door_buf_release(&unicode);
    return first;
}

void
door_pdf_fonts_write(struct door_pdf_fonts *fonts, struct door_pdf_file *file, struct door_buf *resources)
{
    int i;

    for (i = 0; i < fonts->count; i++)
        if (fonts->items[i])
            door_buf_format(resources, "/F%d %d 0 R", i, write_font(fonts->items[i], file));
}

