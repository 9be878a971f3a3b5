/*
 * A display list made by hand becomes a PDF, and the PDF is what was meant. The rules of PDF/UA and PDF/A are checked
 * on whole files by tests/pdf/; FRONTDOOR_PDF_SAMPLE=<folder> keeps the sample there for them (sample.pdf, sample.tsv).
 */
#include "publish/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "paper/code.h"
#include "paper/display.h"
#include "paper/font.h"
#include "publish/pdf_object.h"
#include "theme/theme.h"

#define FONTS "/usr/share/fonts/truetype/noto/"
#define CODE_MODULES 21

static const struct door_language english = { .code = "en-GB", .path = "" };
static const struct door_language urdu = { .code = "ur", .path = "ur/", .right_to_left = true };
static const struct door_language bengali = { .code = "bn", .path = "bn/" };
static const struct door_colour black = { .name = "text", .red = 11, .green = 12, .blue = 12, .black = 100 };
static const struct door_colour accent = {
    .name = "accent", .red = 29, .green = 112, .blue = 184, .cyan = 84, .magenta = 39,
};

enum { SANS, BOLD, NASTALIQ, BENGALI, FACES };

struct sheet {                  /* a display list that is being made */
    struct door_arena arena;
    struct door_face faces[FACES];
    struct door_element elements[40];
    struct door_mark marks[2][80];
    struct door_display_page pages[2];
    struct door_heading_mark headings[4];
    struct door_display display;
    int page;
};

static void
open_faces(struct sheet *sheet)
{
    static const char *const names[FACES] = {
        "NotoSans-Regular", "NotoSans-Bold", "NotoNastaliqUrdu-Regular", "NotoSansBengali-Regular",
    };
    int i;

    for (i = 0; i < FACES; i++) {
        const char *file = door_arena_format(&sheet->arena, FONTS "%s.ttf", names[i]);
        hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);

        assert_non_null(blob);
        sheet->faces[i] = (struct door_face){ names[i], file, i, hb_face_create(blob, 0) };
        hb_blob_destroy(blob);
    }
}

static struct sheet *
open_sheet(const struct door_language *language)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    struct door_display *display = &sheet->display;

    assert_non_null(sheet);
    open_faces(sheet);
    *display = (struct door_display){
        .title = "Babies & Young Children", .language = language, .width = 419.528, .height = 595.276,
        .pages = sheet->pages, .page_count = 2, .elements = sheet->elements, .headings = sheet->headings,
    };
    sheet->pages[0].marks = sheet->marks[0];
    sheet->pages[1].marks = sheet->marks[1];
    sheet->elements[0] = (struct door_element){ .type = DOOR_STRUCTURE_DOCUMENT, .parent = -1, .language = language };
    display->element_count = 1;
    return sheet;
}

static void
close_sheet(struct sheet *sheet)
{
    int i;

    for (i = 0; i < FACES; i++)
        hb_face_destroy(sheet->faces[i].hb_face);
    door_arena_release(&sheet->arena);
    free(sheet);
}

static int
add_element(struct sheet *sheet, enum door_structure type, int parent, const struct door_language *language,
        const char *text)
{
    int number = (int)sheet->display.element_count++;

    sheet->elements[number] = (struct door_element){
        .type = type, .parent = parent, .language = language, .text = text,
        .right_to_left = text && language->right_to_left,
    };
    return number;
}

static struct door_mark *
add_mark(struct sheet *sheet, enum door_mark_type type, int element)
{
    struct door_mark *mark = &sheet->marks[sheet->page][sheet->pages[sheet->page].count++];

    *mark = (struct door_mark){ .type = type, .element = element, .colour = &black };
    return mark;
}

/* The text of a cluster: from its first byte to the next cluster's, whichever way the glyphs run. */
static const char *
cluster_text(struct sheet *sheet, const char *text, const hb_glyph_info_t *infos, unsigned count, unsigned cluster)
{
    size_t end = strlen(text);
    unsigned i;

    for (i = 0; i < count; i++)
        if (infos[i].cluster > cluster && infos[i].cluster < end)
            end = infos[i].cluster;
    return door_arena_copy(&sheet->arena, text + cluster, end - cluster);
}

static struct door_glyph *
shape(struct sheet *sheet, int face, double size, const char *text, size_t *glyph_count)
{
    hb_font_t *font = hb_font_create(sheet->faces[face].hb_face);
    double scale = size / hb_face_get_upem(sheet->faces[face].hb_face), x = 0;
    hb_buffer_t *buffer = hb_buffer_create();
    struct door_glyph *glyphs;
    unsigned count, i;

    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    glyphs = door_arena_array(&sheet->arena, count, sizeof *glyphs);
    for (i = 0; i < count; i++) {
        glyphs[i] = (struct door_glyph){ .id = infos[i].codepoint, .x = x + places[i].x_offset * scale,
            .y = -places[i].y_offset * scale, .advance = places[i].x_advance * scale };
        x += places[i].x_advance * scale;
        if (!i || infos[i].cluster != infos[i - 1].cluster)
            glyphs[i].text = cluster_text(sheet, text, infos, count, infos[i].cluster);
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    *glyph_count = count;
    return glyphs;
}

static struct door_mark *
add_run(struct sheet *sheet, int element, int face, double y, const char *text)
{
    struct door_mark *mark = add_mark(sheet, DOOR_MARK_RUN, element);

    mark->face = &sheet->faces[face];
    mark->size = face == NASTALIQ ? 14 : 10;
    mark->x = 36;
    mark->y = y;
    mark->glyphs = shape(sheet, face, mark->size, text, &mark->glyph_count);
    return mark;
}

/* An element with one line of text. */
static int
add_line(struct sheet *sheet, enum door_structure type, int parent, const struct door_language *language, int face,
        double y, const char *text)
{
    int element = add_element(sheet, type, parent, language, text);

    add_run(sheet, element, face, y, text);
    return element;
}

static void
add_heading(struct sheet *sheet, int element, int level, double y)
{
    sheet->headings[sheet->display.heading_count++] = (struct door_heading_mark){ element, sheet->page, level, y };
}

static const struct door_code *
make_code(struct sheet *sheet)
{
    struct door_code *code = door_arena_alloc(&sheet->arena, sizeof *code);
    unsigned char *dark = door_arena_alloc(&sheet->arena, CODE_MODULES * CODE_MODULES);
    int i;

    for (i = 0; i < CODE_MODULES * CODE_MODULES; i++)
        dark[i] = i % 3 == 0 || i % 7 == 0;
    *code = (struct door_code){ "https://bfamilies.example/b", CODE_MODULES, dark };
    return code;
}

static void
add_figure(struct sheet *sheet, int parent, double y)
{
    int figure = add_element(sheet, DOOR_STRUCTURE_FIGURE, parent, &english, NULL);
    struct door_element *element = &sheet->elements[figure];
    struct door_mark *mark = add_mark(sheet, DOOR_MARK_CODE, figure);

    element->alt = "Code that opens bfamilies.example/b";
    element->x = mark->x = 60;
    element->y = mark->y = y;
    element->width = element->height = mark->width = mark->height = 63;
    mark->code = make_code(sheet);
}

static void
add_link(struct sheet *sheet, int parent, double y)
{
    int link = add_element(sheet, DOOR_STRUCTURE_LINK, parent, &english, "families.brackenshire.example");
    struct door_mark *mark;

    sheet->elements[link].href = "https://families.brackenshire.example/ur/\xD8\xA8(1)/";
    add_run(sheet, link, SANS, y, "families.brackenshire.example")->colour = &accent;
    mark = add_mark(sheet, DOOR_MARK_LINK, link);
    mark->x = 36;
    mark->y = y - 9;
    mark->width = 150;
    mark->height = 12;
}

static void
add_list(struct sheet *sheet, double y)
{
    int list = add_element(sheet, DOOR_STRUCTURE_L, 0, &english, NULL);
    int i;

    for (i = 0; i < 2; i++) {
        int item = add_element(sheet, DOOR_STRUCTURE_LI, list, &english, NULL);

        add_line(sheet, DOOR_STRUCTURE_LBL, item, &english, SANS, y + 14 * i, "\xE2\x80\xA2 ");
        add_line(sheet, DOOR_STRUCTURE_LBODY, item, &english, SANS, y + 14 * i, i ? "a blanket" : "the red book");
    }
}

static void
add_table(struct sheet *sheet, double y)
{
    int table = add_element(sheet, DOOR_STRUCTURE_TABLE, 0, &english, NULL);
    int row = add_element(sheet, DOOR_STRUCTURE_TR, table, &english, NULL);

    add_line(sheet, DOOR_STRUCTURE_TH, row, &english, BOLD, y, "Day");
    add_line(sheet, DOOR_STRUCTURE_TH, row, &english, BOLD, y, "Time");
    row = add_element(sheet, DOOR_STRUCTURE_TR, table, &english, NULL);
    sheet->elements[add_line(sheet, DOOR_STRUCTURE_TH, row, &english, BOLD, y + 14, "Monday")].row_heading = true;
    add_line(sheet, DOOR_STRUCTURE_TD, row, &english, SANS, y + 14, "9:30am to 11am");
}

static void
fill_first_page(struct sheet *sheet)
{
    struct door_mark *tint = add_mark(sheet, DOOR_MARK_BOX, DOOR_ARTIFACT);
    int heading, paragraph;

    tint->x = tint->y = -8.504;         /* past the trimmed edge, as a background that bleeds */
    tint->width = 440;
    tint->height = 60;
    tint->colour = &accent;
    heading = add_line(sheet, DOOR_STRUCTURE_H1, 0, &english, BOLD, 40, "Your baby: first steps");
    add_heading(sheet, heading, 1, 30);
    paragraph = add_element(sheet, DOOR_STRUCTURE_P, 0, &english, "Find the office on the first floor. It is free.");
    add_run(sheet, paragraph, SANS, 80, "Find the office on the ");
    add_run(sheet, paragraph, SANS, 94, "first floor. It is free.");
    paragraph = add_element(sheet, DOOR_STRUCTURE_P, 0, &english, NULL);
    add_line(sheet, DOOR_STRUCTURE_SPAN, paragraph, &english, SANS, 110, "More at ");
    add_link(sheet, paragraph, 124);
    add_list(sheet, 150);
    add_table(sheet, 200);
    add_figure(sheet, 0, 260);
    add_run(sheet, DOOR_ARTIFACT, SANS, 580, "1");
}

static void
fill_second_page(struct sheet *sheet)
{
    int section, paragraph;
    struct door_mark *box;

    sheet->page = 1;
    section = add_element(sheet, DOOR_STRUCTURE_SECT, 0, &urdu, NULL);
    box = add_mark(sheet, DOOR_MARK_BOX, DOOR_ARTIFACT);
    box->x = 30;
    box->y = 20;
    box->width = 300;
    box->height = 200;
    box->radius = 6;
    box->colour = &accent;
    add_heading(sheet, add_line(sheet, DOOR_STRUCTURE_H2, section, &urdu, NASTALIQ, 50,
            "\xD8\xA8\xDA\x86\xDB\x92 \xDA\xA9\xDB\x8C \xD9\x85\xD8\xA7\xD9\x84\xD8\xB4"), 2, 30);
    paragraph = add_element(sheet, DOOR_STRUCTURE_P, section, &urdu,
            "\xDB\x81\xD8\xB1 \xD9\x86\xD8\xA6\xDB\x92 \xD8\xA8\xDA\x86\xDB\x92 \xDA\xA9\xDB\x92 "
            "\xD9\x84\xDB\x8C\xDB\x92 \xD9\x85\xD9\x81\xD8\xAA");
    add_run(sheet, paragraph, NASTALIQ, 100,
            "\xDB\x81\xD8\xB1 \xD9\x86\xD8\xA6\xDB\x92 \xD8\xA8\xDA\x86\xDB\x92 \xDA\xA9\xDB\x92 ");
    add_run(sheet, paragraph, NASTALIQ, 140, "\xD9\x84\xDB\x8C\xDB\x92 \xD9\x85\xD9\x81\xD8\xAA");
    add_heading(sheet, add_line(sheet, DOOR_STRUCTURE_H2, 0, &english, BOLD, 300, "In Bengali"), 2, 290);
    add_line(sheet, DOOR_STRUCTURE_P, 0, &bengali, BENGALI, 330,
            "\xE0\xA6\xB6\xE0\xA6\xBF\xE0\xA6\xB6\xE0\xA7\x81\xE0\xA6\xB0 "
            "\xE0\xA6\xAF\xE0\xA6\xA4\xE0\xA7\x8D\xE0\xA6\xA8");
}

static struct sheet *
make_sample(void)
{
    struct sheet *sheet = open_sheet(&english);

    fill_first_page(sheet);
    fill_second_page(sheet);
    return sheet;
}

static void
write_sample(struct door_buf *pdf, struct door_buf *text)
{
    struct sheet *sheet = make_sample();

    door_pdf_write(&sheet->display, (struct door_date){ 2026, 9, 14 }, pdf);
    if (text)
        door_display_write_text(&sheet->display, text);
    close_sheet(sheet);
}

static void
save(const char *folder, const char *name, const struct door_buf *bytes)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->data, 1, bytes->size, file), bytes->size);
    assert_int_equal(fclose(file), 0);
}

/* The file as qpdf shows it to people: each object in plain text. NULL if qpdf found anything wrong. */
static char *
unpack(struct door_arena *arena, const struct door_buf *pdf)
{
    char folder[] = "/tmp/frontdoor-pdf-XXXXXX", command[300], *plain;
    struct door_buf read = { 0 };
    int status, c;
    FILE *file;

    assert_non_null(mkdtemp(folder));
    save(folder, "a.pdf", pdf);
    snprintf(command, sizeof command, "cd %s && qpdf --check a.pdf >check 2>&1"
            " && qpdf --qdf --normalize-content=n a.pdf b.pdf", folder);
    status = system(command);
    snprintf(command, sizeof command, "%s/b.pdf", folder);
    file = fopen(command, "rb");
    while (file && (c = getc(file)) != EOF)
        door_buf_char(&read, c ? (char)c : ' ');
    if (file)
        fclose(file);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
    plain = door_arena_text(arena, door_buf_string(&read));
    door_buf_release(&read);
    return status == 0 ? plain : NULL;
}

/* How often needle occurs. */
static int
count(const char *text, const char *needle)
{
    int found = 0;

    for (; (text = strstr(text, needle)) != NULL; text += strlen(needle))
        found++;
    return found;
}

static void
the_sample_is_a_sound_file_with_what_it_should_hold(void **state)
{
    static const struct {
        const char *text;
        int times;
    } wanted[] = {
        { "%PDF-1.7", 1 },
        { "/DisplayDocTitle true", 1 },
        { "/Lang (en-GB)", 1 },                 /* the catalog: what is below inherits it */
        { "/Lang (ur)", 1 },                    /* the section alone: what is below inherits it */
        { "/Lang (bn)", 1 },
        { "/WritingMode /RlTb", 1 },
        { "/S /H1", 1 }, { "/S /H2", 2 }, { "/S /Sect", 1 }, { "/S /Figure", 1 }, { "/S /Link", 1 },
        { "/S /TH", 3 }, { "/S /TD", 1 }, { "/S /TR", 2 }, { "/S /LI\n", 2 }, { "/S /LBody", 2 }, { "/S /Lbl", 2 },
        { "/Scope /Row", 1 }, { "/Scope /Column", 2 },
        { "/ListNumbering /Disc", 1 },
        { "/Type /OBJR", 1 },
        { "/Contents (families.brackenshire.example)", 1 },
        { "/URI (https://families.brackenshire.example/ur/%D8%A8\\(1\\)/)", 1 },
        { "/Alt (Code that opens bfamilies.example/b)", 1 },
        { "/Tabs /S", 2 },
        { "/Title (Babies & Young Children)", 1 },
        { "Babies &amp; Young Children", 2 },
        { "2026-09-14T00:00:00Z", 3 },
        { "(D:20260914000000Z)", 2 },
        { "/CIDToGIDMap", 4 },
        { "/Artifact BMC", 3 },

        { "/S /GTS_PDFA1", 1 },
        { "/MediaBox [\n", 2 },
    };
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    const char *plain;
    size_t i;

    (void)state;
    write_sample(&pdf, NULL);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (count(plain, wanted[i].text) != wanted[i].times)
            fail_msg("%s: %d times, not %d", wanted[i].text, count(plain, wanted[i].text), wanted[i].times);
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
black_is_one_ink_and_other_colours_are_mixed(void **state)
{
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    const char *plain;

    (void)state;
    write_sample(&pdf, NULL);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    assert_non_null(strstr(plain, "0.114 0.439 0.722 rg\n"));
    assert_non_null(strstr(plain, "\n0 g\n"));
    assert_null(strstr(plain, "0.043 0.047 0.047 rg"));     /* what a screen shows for the text's role */
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
lines_of_one_paragraph_share_a_piece_of_content(void **state)
{
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    const char *plain;

    (void)state;
    write_sample(&pdf, NULL);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    /* The English and Urdu paragraphs of two lines each, and the Bengali one. */
    assert_int_equal(count(plain, "/P<</MCID"), 3);
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
the_same_display_list_gives_the_same_bytes(void **state)
{
    struct door_buf first = { 0 }, second = { 0 };

    (void)state;
    write_sample(&first, NULL);
    write_sample(&second, NULL);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    door_buf_release(&first);
    door_buf_release(&second);
}

static void
another_date_gives_other_bytes_and_no_date_gives_none(void **state)
{
    struct sheet *sheet = make_sample();
    struct door_arena arena = { 0 };
    struct door_buf undated = { 0 };
    const char *plain;

    (void)state;
    door_pdf_write(&sheet->display, (struct door_date){ 0 }, &undated);
    plain = unpack(&arena, &undated);
    assert_non_null(plain);
    assert_null(strstr(plain, "CreationDate"));
    assert_null(strstr(plain, "CreateDate"));
    close_sheet(sheet);
    door_buf_release(&undated);
    door_arena_release(&arena);
}

static void
the_title_of_a_right_to_left_document_and_its_side_are_told(void **state)
{
    struct sheet *sheet = open_sheet(&urdu);
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    const char *plain;

    (void)state;
    sheet->display.title = "\xD8\xA8\xDA\x86\xDB\x92";
    add_line(sheet, DOOR_STRUCTURE_P, 0, &urdu, NASTALIQ, 50, "\xD8\xA8\xDA\x86\xDB\x92");
    door_pdf_write(&sheet->display, (struct door_date){ 2026, 9, 14 }, &pdf);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    assert_non_null(strstr(plain, "/Direction /R2L"));
    assert_non_null(strstr(plain, "/Title <feff0628068606d2>"));
    assert_non_null(strstr(plain, "/ActualText <feff0628068606d2>"));
    assert_null(strstr(plain, "/Outlines"));
    close_sheet(sheet);
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
one_glyph_for_two_texts_has_two_codes(void **state)
{
    struct sheet *sheet = open_sheet(&english);
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    int paragraph = add_element(sheet, DOOR_STRUCTURE_P, 0, &english, "AAB");
    struct door_mark *mark = add_run(sheet, paragraph, SANS, 50, "AAA");
    const char *plain;

    (void)state;
    ((struct door_glyph *)mark->glyphs)[2].text = "B";
    door_pdf_write(&sheet->display, (struct door_date){ 2026, 9, 14 }, &pdf);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    assert_non_null(strstr(plain, "<000100010002>"));
    assert_non_null(strstr(plain, "<0001> <0041>\n<0002> <0042>"));
    close_sheet(sheet);
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
a_cluster_of_several_glyphs_has_its_text_around_it(void **state)
{
    struct sheet *sheet = open_sheet(&english);
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    int paragraph = add_element(sheet, DOOR_STRUCTURE_P, 0, &english, "AxB");
    struct door_mark *mark = add_run(sheet, paragraph, SANS, 50, "HBB");
    const char *plain;

    (void)state;
    ((struct door_glyph *)mark->glyphs)[0].text = "Ax";
    ((struct door_glyph *)mark->glyphs)[1].text = NULL;
    door_pdf_write(&sheet->display, (struct door_date){ 2026, 9, 14 }, &pdf);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    assert_non_null(strstr(plain, "/Span<</ActualText<FEFF00410078>>>BDC\n[<00010002>]TJ\nEMC\n[<0003>]TJ\n"));
    assert_non_null(strstr(plain, "<0002> <200B>"));
    close_sheet(sheet);
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
sloping_text_is_written_level_and_hidden_before_it_is_drawn(void **state)
{
    struct sheet *sheet = open_sheet(&urdu);
    struct door_arena arena = { 0 };
    struct door_buf pdf = { 0 };
    const char *plain, *hidden, *shown;

    (void)state;
    add_line(sheet, DOOR_STRUCTURE_P, 0, &urdu, NASTALIQ, 50, "\xD8\xA8\xDA\x86\xDB\x92 \xDA\xA9\xDB\x8C");
    add_line(sheet, DOOR_STRUCTURE_P, 0, &bengali, BENGALI, 80, "\xE0\xA6\xB6\xE0\xA6\xBF");
    door_pdf_write(&sheet->display, (struct door_date){ 2026, 9, 14 }, &pdf);
    plain = unpack(&arena, &pdf);
    assert_non_null(plain);
    assert_int_equal(count(plain, "3 Tr\n"), 1);        /* not the Bengali, which stands on its line */
    hidden = strstr(plain, "3 Tr\n");
    shown = strstr(plain, "0 Tr\n100 Tz\n/Span<</ActualText()>>BDC\n");
    assert_non_null(shown);
    assert_int_equal(count(hidden, "Tj\n"), 6);         /* five letters and a space */
    assert_null(strstr(shown, "Tj\n"));
    close_sheet(sheet);
    door_buf_release(&pdf);
    door_arena_release(&arena);
}

static void
numbers_have_three_decimals_at_most_and_no_locale(void **state)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        { 0, "0" }, { -0.0, "0" }, { 0.0004, "0" }, { -0.0004, "0" }, { 0.0006, "0.001" }, { 1, "1" }, { -1.5, "-1.5" },
        { 0.05, "0.05" }, { 419.528, "419.528" }, { 100, "100" }, { 12.999999, "13" }, { -0.25, "-0.25" },
        { 1000000.125, "1000000.125" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct door_buf text = { 0 };

        door_pdf_number(&text, cases[i].value);
        assert_string_equal(text.data, cases[i].text);
        door_buf_release(&text);
    }
}

static void
texts_are_escaped_or_written_as_utf_16(void **state)
{
    static const struct {
        const char *text, *written;
    } cases[] = {
        { "", "()" },
        { "a (b) \\ c", "(a \\(b\\) \\\\ c)" },
        { "\xC4\x85", "<FEFF0105>" },
        { "\xF0\x9F\x8D\xBC", "<FEFFD83CDF7C>" },
        { "a\nb", "<FEFF0061000A0062>" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct door_buf text = { 0 };

        door_pdf_text(&text, cases[i].text);
        assert_string_equal(text.data, cases[i].written);
        door_buf_release(&text);
    }
}

static void
the_text_of_each_leaf_is_listed_with_its_language(void **state)
{
    struct door_buf pdf = { 0 }, text = { 0 };
    const char *folder = getenv("FRONTDOOR_PDF_SAMPLE");

    (void)state;
    write_sample(&pdf, &text);
    assert_int_equal(strncmp(text.data, "H1\ten-GB\tYour baby: first steps\n", 32), 0);
    assert_non_null(strstr(text.data, "\nLink\ten-GB\tfamilies.brackenshire.example\n"));
    assert_non_null(strstr(text.data, "\nFigure\ten-GB\tCode that opens bfamilies.example/b\n"));
    assert_non_null(strstr(text.data, "\nH2\tur\t\xD8\xA8\xDA\x86\xDB\x92 "));
    assert_null(strstr(text.data, "Table\t"));
    if (folder) {
        save(folder, "sample.pdf", &pdf);
        save(folder, "sample.tsv", &text);
    }
    door_buf_release(&pdf);
    door_buf_release(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_is_a_sound_file_with_what_it_should_hold),
        cmocka_unit_test(black_is_one_ink_and_other_colours_are_mixed),
        cmocka_unit_test(lines_of_one_paragraph_share_a_piece_of_content),
        cmocka_unit_test(the_same_display_list_gives_the_same_bytes),
        cmocka_unit_test(another_date_gives_other_bytes_and_no_date_gives_none),
        cmocka_unit_test(the_title_of_a_right_to_left_document_and_its_side_are_told),
        cmocka_unit_test(one_glyph_for_two_texts_has_two_codes),
        cmocka_unit_test(a_cluster_of_several_glyphs_has_its_text_around_it),
        cmocka_unit_test(sloping_text_is_written_level_and_hidden_before_it_is_drawn),
        cmocka_unit_test(numbers_have_three_decimals_at_most_and_no_locale),
        cmocka_unit_test(texts_are_escaped_or_written_as_utf_16),
        cmocka_unit_test(the_text_of_each_leaf_is_listed_with_its_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
