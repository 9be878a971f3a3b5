/*
 * The words of a small PDF made by hand, as pdf_content.c writes them. Whole files are read by tests/sample/secrets.
 */
#include "publish/pdf_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "publish/pdf_object.h"

static const char map[] = "2 beginbfchar\n<0001> <0048>\n<0002> <0069>\nendbfchar\n"
        "2 beginbfchar\n<0003> <D83DDC76>\n<0004> <200B>\nendbfchar\n";

static void
add_object(struct door_pdf_file *file, int number, const char *body)
{
    door_pdf_begin(file, number);
    door_buf_text(&file->bytes, body);
    door_pdf_end(file);
}

/* One page that shows this content, with one font, a link and a title. */
static void
write_pdf(const char *content, struct door_buf *out)
{
    struct door_arena arena = { 0 };
    struct door_pdf_file file;

    door_pdf_file_init(&file, &arena);
    door_pdf_reserve(&file, 8);
    add_object(&file, 1, "<</Type/Catalog/Pages 2 0 R>>");
    add_object(&file, 2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    add_object(&file, 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>"
            "/Annots[7 0 R]>>");
    door_pdf_stream(&file, 4, "", content, strlen(content));
    add_object(&file, 5, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R>>");
    door_pdf_stream(&file, 6, "", map, strlen(map));
    add_object(&file, 7, "<</Type/Annot/Subtype/Link/A<</S/URI/URI(mailto:asha@x.example)>>>>");
    add_object(&file, 8, "<</Title<FEFF0048006900E9>>>");
    door_pdf_finish(&file, 1, 8, out);
    door_pdf_file_release(&file);
    door_arena_release(&arena);
}

static void
assert_words(const char *content, const char *words)
{
    struct door_buf pdf = { 0 }, out = { 0 };

    write_pdf(content, &pdf);
    assert_true(door_pdf_words_read(pdf.data, pdf.size, &out));
    if (strncmp(door_buf_string(&out), words, strlen(words)) != 0)
        fail_msg("\"%s\" is not \"%s\"", door_buf_string(&out), words);
    assert_non_null(strstr(out.data, "mailto:asha@x.example\n"));
    assert_non_null(strstr(out.data, "Hi\xC3\xA9\n"));
    door_buf_release(&pdf);
    door_buf_release(&out);
}

static void
codes_are_read_by_the_map_of_their_font(void **state)
{
    (void)state;
    assert_words("BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n[<0001> -20 <0002>]TJ\n1 0 0 1 0 9 Tm\n[<00030004>]TJ\nET",
            "\nHi\n\xF0\x9F\x91\xB6\n");
}

static void
text_that_stands_for_glyphs_is_taken_instead_of_them(void **state)
{
    (void)state;
    assert_words("/P<</MCID 0>>BDC\nBT /F1 10 Tf\n/Span<</ActualText<FEFF00660069>>>BDC\n[<0001>]TJ\nEMC\n[<0002>]TJ\n"
            "/Span<</ActualText()>>BDC\n<0001>Tj\nEMC\n<0001>Tj ET EMC", "fiiH\n");
}

static void
what_is_no_whole_pdf_is_refused(void **state)
{
    struct door_buf pdf = { 0 }, out = { 0 };

    (void)state;
    assert_false(door_pdf_words_read("", 0, &out));
    assert_false(door_pdf_words_read("Rowan Lodge", 11, &out));
    write_pdf("BT ET", &pdf);
    assert_true(door_pdf_words_read(pdf.data, pdf.size, &out));
    assert_false(door_pdf_words_read(pdf.data, pdf.size / 2, &out));
    assert_false(door_pdf_words_read(pdf.data, pdf.size - 30, &out));
    door_buf_release(&pdf);
    door_buf_release(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_read_by_the_map_of_their_font),
        cmocka_unit_test(text_that_stands_for_glyphs_is_taken_instead_of_them),
        cmocka_unit_test(what_is_no_whole_pdf_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
