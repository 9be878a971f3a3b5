#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <png.h>

#include "base/buf.h"
#include "publish/png.h"

static void
take(png_structp png, png_bytep bytes, size_t size)
{
    door_buf_add(png_get_io_ptr(png), (const char *)bytes, size);
}

static void
flush(png_structp png)
{
    (void)png;
}

/* A picture of 3 by 2 pixels, and what cameras and programs write beside them. */
static void
make_talkative(struct door_buf *out)
{
    static const png_byte rows[2][9] = { { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 9, 8, 7, 6, 5, 4, 3, 2, 1 } };
    static png_byte exif[] = "MM\0*\0\0\0\10GPS";
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_text texts[2] = {
        { .compression = PNG_TEXT_COMPRESSION_NONE, .key = (char *)"Author", .text = (char *)"Asha Example" },
        { .compression = PNG_ITXT_COMPRESSION_NONE, .key = (char *)"XML:com.adobe.xmp", .text = (char *)"<GPSLatitude>",
          .lang = (char *)"", .lang_key = (char *)"" },
    };
    png_time when = { .year = 2026, .month = 11, .day = 1 };
    int y;

    png_set_write_fn(png, out, take, flush);
    png_set_IHDR(png, info, 3, 2, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
            PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_text(png, info, texts, 2);
    png_set_tIME(png, info, &when);
    png_set_eXIf_1(png, info, sizeof exif - 1, exif);
    png_write_info(png, info);
    for (y = 0; y < 2; y++)
        png_write_row(png, rows[y]);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}

static void
a_png_loses_everything_but_its_pixels_and_colours(void **state)
{
    static const char *const lost[] = { "Asha", "GPS", "tEXt", "iTXt", "tIME", "eXIf", "behind" };
    static const char *const kept[] = { "IHDR", "sRGB", "IDAT", "IEND" };
    struct door_buf talkative = { 0 }, bare = { 0 };
    int width = 0, height = 0;
    size_t i;

    (void)state;
    make_talkative(&talkative);
    door_buf_text(&talkative, "behind the end, where nobody looks");
    door_png_write_bare(&bare, talkative.data, talkative.size, &width, &height);
    assert_int_equal(width, 3);
    assert_int_equal(height, 2);
    for (i = 0; i < sizeof lost / sizeof *lost; i++) {
        assert_non_null(memmem(talkative.data, talkative.size, lost[i], strlen(lost[i])));
        assert_null(memmem(bare.data, bare.size, lost[i], strlen(lost[i])));
    }
    for (i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_non_null(memmem(bare.data, bare.size, kept[i], strlen(kept[i])));
    door_buf_release(&talkative);
    door_buf_release(&bare);
}

static void
a_bare_png_has_the_same_pixels(void **state)
{
    struct door_buf talkative = { 0 }, bare = { 0 };
    png_image image = { .version = PNG_IMAGE_VERSION };
    png_byte pixels[18];
    int width, height;

    (void)state;
    make_talkative(&talkative);
    door_png_write_bare(&bare, talkative.data, talkative.size, &width, &height);
    assert_true(png_image_begin_read_from_memory(&image, bare.data, bare.size));
    image.format = PNG_FORMAT_RGB;
    assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
    assert_int_equal(pixels[0], 1);
    assert_int_equal(pixels[17], 1);
    assert_int_equal(pixels[8], 9);
    door_buf_release(&talkative);
    door_buf_release(&bare);
}

static void
a_png_cut_off_anywhere_is_read_no_further_than_it_goes(void **state)
{
    struct door_buf talkative = { 0 }, bare = { 0 };
    size_t size;
    int width, height;

    (void)state;
    make_talkative(&talkative);
    for (size = 33; size < talkative.size; size++) {
        door_buf_clear(&bare);
        door_png_write_bare(&bare, talkative.data, size, &width, &height);
        assert_true(bare.size <= size);
    }
    door_buf_release(&talkative);
    door_buf_release(&bare);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_png_loses_everything_but_its_pixels_and_colours),
        cmocka_unit_test(a_bare_png_has_the_same_pixels),
        cmocka_unit_test(a_png_cut_off_anywhere_is_read_no_further_than_it_goes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
