#include "paper/font.h"

#include <assert.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "theme/brand.h"

#define FOLDER "/usr/share/fonts/truetype/noto/"

/*
 * Noto Nastaliq Urdu comes without its Bold: that file calls itself Regular (usWeightClass 400), and fontconfig
 * then picks it for body text. Urdu headings stand out by size and colour.
 */
static const struct { const char *name, *file; } files[] = {
    { "NotoSans-Regular", FOLDER "NotoSans-Regular.ttf" },
    { "NotoSans-Bold", FOLDER "NotoSans-Bold.ttf" },
    { "NotoNaskhArabic-Regular", FOLDER "NotoNaskhArabic-Regular.ttf" },
    { "NotoNaskhArabic-Bold", FOLDER "NotoNaskhArabic-Bold.ttf" },
    { "NotoSansArabic-Regular", FOLDER "NotoSansArabic-Regular.ttf" },
    { "NotoSansArabic-Bold", FOLDER "NotoSansArabic-Bold.ttf" },
    { "NotoNastaliqUrdu-Regular", FOLDER "NotoNastaliqUrdu-Regular.ttf" },
    { "NotoSansHebrew-Regular", FOLDER "NotoSansHebrew-Regular.ttf" },
    { "NotoSansHebrew-Bold", FOLDER "NotoSansHebrew-Bold.ttf" },
    { "NotoSansGurmukhi-Regular", FOLDER "NotoSansGurmukhi-Regular.ttf" },
    { "NotoSansGurmukhi-Bold", FOLDER "NotoSansGurmukhi-Bold.ttf" },
    { "NotoSansBengali-Regular", FOLDER "NotoSansBengali-Regular.ttf" },
    { "NotoSansBengali-Bold", FOLDER "NotoSansBengali-Bold.ttf" },
    { "NotoSansGujarati-Regular", FOLDER "NotoSansGujarati-Regular.ttf" },
    { "NotoSansGujarati-Bold", FOLDER "NotoSansGujarati-Bold.ttf" },
    { "NotoSansTamil-Regular", FOLDER "NotoSansTamil-Regular.ttf" },
    { "NotoSansTamil-Bold", FOLDER "NotoSansTamil-Bold.ttf" },
    { "NotoSansDevanagari-Regular", FOLDER "NotoSansDevanagari-Regular.ttf" },
    { "NotoSansDevanagari-Bold", FOLDER "NotoSansDevanagari-Bold.ttf" },
    { "NotoSansSinhala-Regular", FOLDER "NotoSansSinhala-Regular.ttf" },
    { "NotoSansSinhala-Bold", FOLDER "NotoSansSinhala-Bold.ttf" },
    { "NotoSansTelugu-Regular", FOLDER "NotoSansTelugu-Regular.ttf" },
    { "NotoSansTelugu-Bold", FOLDER "NotoSansTelugu-Bold.ttf" },
    { "NotoSansMalayalam-Regular", FOLDER "NotoSansMalayalam-Regular.ttf" },
    { "NotoSansMalayalam-Bold", FOLDER "NotoSansMalayalam-Bold.ttf" },
    { "NotoSansEthiopic-Regular", FOLDER "NotoSansEthiopic-Regular.ttf" },
    { "NotoSansEthiopic-Bold", FOLDER "NotoSansEthiopic-Bold.ttf" },
    { "NotoSansThai-Regular", FOLDER "NotoSansThai-Regular.ttf" },
    { "NotoSansThai-Bold", FOLDER "NotoSansThai-Bold.ttf" },
    { "NotoSansMyanmar-Regular", FOLDER "NotoSansMyanmar-Regular.ttf" },
    { "NotoSansMyanmar-Bold", FOLDER "NotoSansMyanmar-Bold.ttf" },
    { "NotoSansGeorgian-Regular", FOLDER "NotoSansGeorgian-Regular.ttf" },
    { "NotoSansGeorgian-Bold", FOLDER "NotoSansGeorgian-Bold.ttf" },
    { "NotoSansArmenian-Regular", FOLDER "NotoSansArmenian-Regular.ttf" },
    { "NotoSansArmenian-Bold", FOLDER "NotoSansArmenian-Bold.ttf" },
};

#define FILE_COUNT (sizeof files / sizeof *files)

/* Most of these lack some Latin letters, digits or brackets: Noto Sans stands in, and not whatever comes next. */
static const struct door_script scripts[] = {
    { "latin", "Noto Sans" },
    { "naskh", "Noto Naskh Arabic, Noto Sans" },
    { "nastaliq", "Noto Nastaliq Urdu, Noto Sans" },
    { "arabic-sans", "Noto Sans Arabic, Noto Sans" },
    { "hebrew", "Noto Sans Hebrew, Noto Sans" },
    { "gurmukhi", "Noto Sans Gurmukhi, Noto Sans" },
    { "bengali", "Noto Sans Bengali, Noto Sans" },
    { "gujarati", "Noto Sans Gujarati, Noto Sans" },
    { "tamil", "Noto Sans Tamil, Noto Sans" },
    { "devanagari", "Noto Sans Devanagari, Noto Sans" },
    { "sinhala", "Noto Sans Sinhala, Noto Sans" },
    { "telugu", "Noto Sans Telugu, Noto Sans" },
    { "malayalam", "Noto Sans Malayalam, Noto Sans" },
    { "ethiopic", "Noto Sans Ethiopic, Noto Sans" },
    { "thai", "Noto Sans Thai, Noto Sans" },
    { "burmese", "Noto Sans Myanmar, Noto Sans" },
    { "georgian", "Noto Sans Georgian, Noto Sans" },
    { "armenian", "Noto Sans Armenian, Noto Sans" },
};

/* A longer code stands before the shorter one that begins it. */
static const struct { const char *code, *script; } languages[] = {
    { "pa-Arab", "nastaliq" }, { "pnb", "nastaliq" }, { "ur", "nastaliq" }, { "ks", "nastaliq" },
    { "ckb", "arabic-sans" }, { "ar", "naskh" }, { "fa", "naskh" }, { "prs", "naskh" }, { "ps", "naskh" },
    { "sd", "naskh" }, { "he", "hebrew" }, { "yi", "hebrew" }, { "pa", "gurmukhi" }, { "bn", "bengali" },
    { "as", "bengali" }, { "syl", "bengali" }, { "gu", "gujarati" }, { "ta", "tamil" }, { "hi", "devanagari" },
    { "mr", "devanagari" }, { "ne", "devanagari" }, { "si", "sinhala" }, { "te", "telugu" }, { "ml", "malayalam" },
    { "am", "ethiopic" }, { "ti", "ethiopic" }, { "th", "thai" }, { "my", "burmese" }, { "ka", "georgian" },
    { "hy", "armenian" },
};

enum {
    MOST_OWN = 12       /* as many as a theme may bring */
};

struct door_fonts {
    FcConfig *config;
    struct {
        struct door_face face;
        double ascent, descent;
    } faces[FILE_COUNT + MOST_OWN];
    const struct door_brand *brand;
    const char *families;       /* for Latin letters: the theme's, then Noto Sans */
    struct door_arena arena;    /* for names */
};

static const struct door_script *
find_script(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(scripts[i].name, name) == 0)
            return &scripts[i];
    return NULL;
}

bool
door_script_exists(const char *name)
{
    return find_script(name) != NULL;
}

const struct door_script *
door_script_of(const char *language_code)
{
    size_t i, size;

    for (i = 0; i < sizeof languages / sizeof *languages; i++) {
        size = strlen(languages[i].code);
        if (strncmp(language_code, languages[i].code, size) == 0
                && (language_code[size] == '\0' || language_code[size] == '-'))
            return find_script(languages[i].script);
    }
    return &scripts[0];
}

const char *
door_fonts_file(size_t n)
{
    return n < FILE_COUNT ? files[n].file : NULL;
}

/* What fontconfig calls the family of this file, whatever theme.yaml calls it. */
static const char *
family_of(struct door_fonts *fonts, const char *file)
{
    int count;
    FcPattern *pattern = FcFreeTypeQuery((const FcChar8 *)file, 0, NULL, &count);
    FcChar8 *family = NULL;
    const char *name = NULL;

    if (pattern && FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch)
        name = door_arena_text(&fonts->arena, (const char *)family);
    if (pattern)
        FcPatternDestroy(pattern);
    return name;
}

/* The fonts of the theme, in front of ours. */
static void
add_own(struct door_fonts *fonts)
{
    const struct door_brand *brand = fonts->brand;
    const char *last = NULL, *family;
    size_t i;

    fonts->families = scripts[0].families;
    for (i = brand ? brand->face_count : 0; i-- > 0;) {
        family = family_of(fonts, brand->faces[i].file);
        if (!family || !FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)brand->faces[i].file))
            door_fail("the theme's font %s cannot be read", brand->faces[i].file);
        if (!last || strcmp(last, family) != 0)
            fonts->families = door_arena_format(&fonts->arena, "%s, %s", family, fonts->families);
        last = family;
    }
}

const char *
door_fonts_families(const struct door_fonts *fonts, const char *language_code)
{
    const struct door_script *script = door_script_of(language_code);

    return script == &scripts[0] ? fonts->families : script->families;
}

struct door_fonts *
door_fonts_open(const struct door_brand *brand)
{
    struct door_fonts *fonts = calloc(1, sizeof *fonts);
    size_t i;

    if (!fonts)
        door_fail("out of memory");
    fonts->config = FcConfigCreate();
    if (!fonts->config)
        door_fail("out of memory");
    for (i = 0; i < FILE_COUNT; i++)
        if (!FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)files[i].file))
            door_fail("the font %s cannot be read; install the package fonts-noto-core", files[i].file);
    fonts->brand = brand;
    add_own(fonts);
    return fonts;
}

void
door_fonts_close(struct door_fonts *fonts)
{
    size_t i;

    if (!fonts)
        return;
    for (i = 0; i < FILE_COUNT + MOST_OWN; i++)
        hb_face_destroy(fonts->faces[i].face.hb_face);
    FcConfigDestroy(fonts->config);
    door_arena_release(&fonts->arena);
    free(fonts);
}

struct _FcConfig *
door_fonts_config(const struct door_fonts *fonts)
{
    return fonts->config;
}

static void
map_face(struct door_fonts *fonts, size_t i, const char *name, const char *file)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
    struct door_face *face = &fonts->faces[i].face;
    hb_font_extents_t extents;
    hb_font_t *font;
    double units;

    if (!blob)
        door_fail("the font %s cannot be read", file);
    face->hb_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->name = name;
    face->file = file;
    face->number = (int)i;

    font = hb_font_create(face->hb_face);
    units = hb_face_get_upem(face->hb_face);
    hb_font_get_h_extents(font, &extents);
    fonts->faces[i].ascent = extents.ascender / units;
    fonts->faces[i].descent = -extents.descender / units;
    hb_font_destroy(font);
}

/* A PostScript name: "Council-Sans-Bold". */
static const char *
own_name(struct door_fonts *fonts, size_t own)
{
    const struct door_brand_face *face = &fonts->brand->faces[own];
    char *name = door_arena_format(&fonts->arena, "%s-%s%zu", face->family, face->bold ? "Bold" : "Regular", own), *at;

    for (at = name; (at = strchr(at, ' '));)
        *at = '-';
    return name;
}

const struct door_face *
door_fonts_face(struct door_fonts *fonts, const char *file)
{
    size_t count = fonts->brand ? fonts->brand->face_count : 0, i, own;

    for (i = 0; i < FILE_COUNT; i++)
        if (strcmp(files[i].file, file) == 0)
            break;
    for (own = 0; i == FILE_COUNT + own && own < count && strcmp(fonts->brand->faces[own].file, file) != 0; own++)
        i++;
    assert(i < FILE_COUNT + count);     /* the configuration holds no other file */
    if (!fonts->faces[i].face.hb_face)
        map_face(fonts, i, i < FILE_COUNT ? files[i].name : own_name(fonts, i - FILE_COUNT), file);
    return &fonts->faces[i].face;
}

double
door_fonts_ascent(const struct door_fonts *fonts, const struct door_face *face)
{
    return fonts->faces[face->number].ascent;
}

double
door_fonts_descent(const struct door_fonts *fonts, const struct door_face *face)
{
    return fonts->faces[face->number].descent;
}
