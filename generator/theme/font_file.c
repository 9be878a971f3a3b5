#include "theme/font_file.h"

#include <stdint.h>
#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include "base/fail.h"

enum {                  /* bytes of an OpenType file: what it begins with, and each row of its list of tables */
    HEADER = 12,
    ROW = 16
};

static const char again[] = "Copy the file again from where it came from, or export it anew.";

/* WOFF2 for screens; TrueType for paper, which screens can show as well, like OpenType with other outlines. */
static bool
has_right_form(const char *bytes, size_t size, bool paper)
{
    if (size < 4)
        return false;
    return memcmp(bytes, "\0\1\0\0", 4) == 0
            || (!paper && (memcmp(bytes, "wOF2", 4) == 0 || memcmp(bytes, "OTTO", 4) == 0));
}

static uint32_t
number_at(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* FreeType does without a table that a cut file no longer holds. What WOFF2 holds is packed: there it notices. */
static bool
holds_all_tables(const char *bytes, size_t size)
{
    size_t count, i;

    if (memcmp(bytes, "wOF2", 4) == 0)
        return true;
    count = size < HEADER ? SIZE_MAX : number_at(bytes + 4) >> 16;
    if (count > size / ROW)
        return false;
    for (i = 0; i < count && HEADER + (i + 1) * ROW <= size; i++) {
        const char *row = bytes + HEADER + i * ROW;

        if ((uint64_t)number_at(row + 8) + number_at(row + 12) > size)
            return false;
    }
    return i == count;
}

static bool
has_every_outline(FT_Face face)
{
    FT_Long glyph;

    for (glyph = 0; glyph < face->num_glyphs; glyph++)
        if (FT_Load_Glyph(face, (FT_UInt)glyph, FT_LOAD_NO_SCALE) != 0)
            return false;
    return true;
}

/* FreeType does not look at these, but HarfBuzz cuts no font down for a PDF that has them wrong. */
static bool
has_sound_head(FT_Face face)
{
    const TT_Header *head = FT_Get_Sfnt_Table(face, FT_SFNT_HEAD);

    return head && head->Table_Version >> 16 == 1 && head->Magic_Number == 0x5F0F3CF5;
}

static bool
is_whole(FT_Face face, bool paper)
{
    return face->num_glyphs > 1 && face->units_per_EM > 0 && face->family_name
            && (!paper || (has_sound_head(face) && has_every_outline(face)));
}

const char *
door_font_file_fault(const char *bytes, size_t size, bool paper, const char **hint)
{
    FT_Library library;
    FT_Face face;
    FT_Error error;
    bool whole;

    *hint = paper ? "Paper needs the .ttf that the .woff2 was made from." : "Save it as WOFF2, which is smallest.";
    if (!has_right_form(bytes, size, paper))
        return "is no font";
    if (FT_Init_FreeType(&library) != 0)
        door_fail("out of memory");
    error = FT_New_Memory_Face(library, (const FT_Byte *)bytes, (FT_Long)size, 0, &face);
    whole = error ? FT_ERROR_BASE(error) == FT_Err_Unimplemented_Feature : is_whole(face, paper);
    whole = whole && holds_all_tables(bytes, size);
    FT_Done_FreeType(library);
    *hint = again;
    return whole ? NULL : "is a damaged font";
}
