#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/files.h"
#include "theme/font_file.h"

/* Noto Sans with nothing left in it but the letter l, as WOFF2. */
static const unsigned char l_woff2[] = {
    119, 79, 70, 50, 0, 1, 0, 0, 0, 0, 1, 24, 0, 10, 0, 0, 0, 0, 2, 36,
    0, 0, 0, 210, 0, 2, 1, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 6, 96, 0, 52, 10, 24, 54, 1, 54, 2, 36, 3,
    8, 11, 6, 0, 4, 32, 5, 32, 7, 32, 27, 139, 1, 0, 46, 10, 108, 103, 23, 21,
    120, 118, 224, 144, 210, 187, 24, 191, 196, 67, 112, 175, 190, 187, 127, 63, 83, 187, 104, 241,
    88, 188, 105, 76, 202, 160, 20, 36, 68, 165, 37, 28, 164, 214, 91, 144, 106, 147, 37, 66,
    202, 137, 245, 136, 223, 15, 156, 208, 235, 170, 242, 31, 28, 114, 243, 128, 40, 197, 0, 61,
    209, 192, 14, 22, 108, 140, 61, 135, 35, 130, 102, 133, 202, 171, 120, 211, 146, 175, 9, 247,
    129, 197, 204, 73, 68, 14, 219, 172, 182, 50, 11, 1, 0, 215, 207, 207, 215, 113, 105, 110,
    94, 251, 255, 95, 212, 126, 64, 64, 110, 228, 216, 86, 72, 52, 88, 209, 8, 172, 40, 219,
    40, 37, 48, 95, 6, 155, 0, 144, 160, 16, 40, 180, 128, 2, 68, 13, 7, 237, 112, 49,
    29, 16, 200, 232, 124, 206, 218, 121, 225, 244, 175, 215, 109, 126, 225, 187, 237, 2, 126, 118,
    23, 27, 97, 145, 163, 35, 65, 240, 33, 57, 53, 106, 95, 8, 150, 153, 83, 179, 72, 35,
    129, 84, 2, 4, 0, 0, 210, 166, 70, 84, 95, 72, 182, 242, 116, 165, 1, 150, 58, 33,
};

#define NOTO "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"

static const char *
fault_of(const void *bytes, size_t size, bool paper)
{
    const char *hint;

    return door_font_file_fault(bytes, size, paper, &hint);
}

static void
whole_fonts_are_taken(void **state)
{
    struct door_arena arena = { 0 };
    size_t size;
    const char *noto = door_file_read(&arena, NOTO, &size);

    (void)state;
    assert_null(fault_of(l_woff2, sizeof l_woff2, false));
    assert_null(fault_of(noto, size, false));
    assert_null(fault_of(noto, size, true));
    door_arena_release(&arena);
}

static void
paper_takes_only_outlines_that_a_pdf_can_hold(void **state)
{
    (void)state;
    assert_string_equal(fault_of(l_woff2, sizeof l_woff2, true), "is no font");
    assert_string_equal(fault_of("OTTO and more", 13, true), "is no font");
    assert_string_equal(fault_of("OTTO and more", 13, false), "is a damaged font");
}

static void
a_font_that_is_cut_short_anywhere_is_damaged(void **state)
{
    struct door_arena arena = { 0 };
    size_t size, cut;
    const char *noto = door_file_read(&arena, NOTO, &size);

    (void)state;
    for (cut = 4; cut < sizeof l_woff2; cut++)
        assert_string_equal(fault_of(l_woff2, cut, false), "is a damaged font");
    for (cut = 4; cut < size; cut += size / 20)
        assert_string_equal(fault_of(noto, cut, true), "is a damaged font");
    assert_string_equal(fault_of(noto, size - size / 8, true), "is a damaged font");
    assert_string_equal(fault_of(noto, 3, true), "is no font");
    assert_string_equal(fault_of(noto, 0, true), "is no font");
    door_arena_release(&arena);
}

/* What FreeType lets through and HarfBuzz does not. */
static void
a_font_whose_head_is_none_is_damaged(void **state)
{
    static const char magic[] = "\x5F\x0F\x3C\xF5";
    struct door_arena arena = { 0 };
    size_t size;
    char *noto = (char *)door_file_read(&arena, NOTO, &size);

    (void)state;
    *(char *)memmem(noto, size, magic, 4) = 0;
    assert_string_equal(fault_of(noto, size, true), "is a damaged font");
    door_arena_release(&arena);
}

static void
a_font_that_was_written_over_is_damaged(void **state)
{
    struct door_arena arena = { 0 };
    size_t size, at;
    char *noto = (char *)door_file_read(&arena, NOTO, &size);

    (void)state;
    for (at = 4; at < size; at++)
        noto[at] = (char)(at * 2654435761u >> 13);
    assert_string_equal(fault_of(noto, size, true), "is a damaged font");
    assert_string_equal(fault_of("<!DOCTYPE html>", 15, false), "is no font");
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_fonts_are_taken),
        cmocka_unit_test(paper_takes_only_outlines_that_a_pdf_can_hold),
        cmocka_unit_test(a_font_that_is_cut_short_anywhere_is_damaged),
        cmocka_unit_test(a_font_whose_head_is_none_is_damaged),
        cmocka_unit_test(a_font_that_was_written_over_is_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
