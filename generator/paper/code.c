#include "paper/code.h"

#include <png.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"

#define DOTS_PER_MM (150 / 25.4)

static QRecLevel
level_of(char letter)
{
    switch (letter) {
    case 'L':
        return QR_ECLEVEL_L;
    case 'Q':
        return QR_ECLEVEL_Q;
    case 'H':
        return QR_ECLEVEL_H;
    default:
        return QR_ECLEVEL_M;
    }
}

const struct door_code *
door_code_make(struct door_arena *arena, const char *text, char level)
{
    QRcode *made = *text ? QRcode_encodeString8bit(text, 0, level_of(level)) : NULL;
    struct door_code *code;
    unsigned char *dark;
    size_t i, count;

    if (!made)
        return NULL;
    code = door_arena_alloc(arena, sizeof *code);
    count = (size_t)made->width * (size_t)made->width;
    dark = door_arena_alloc(arena, count);
    for (i = 0; i < count; i++)
        dark[i] = made->data[i] & 1;
    code->text = door_arena_text(arena, text);
    code->modules = made->width;
    code->dark = dark;
    QRcode_free(made);
    return code;
}

static bool
is_dark(const struct door_code *code, int x, int y)
{
    if (x < 0 || y < 0 || x >= code->modules || y >= code->modules)
        return false;
    return code->dark[(size_t)y * (size_t)code->modules + (size_t)x];
}

/* Which module a pixel's centre lies in, counted from the code's own first one. */
static int
module_at(unsigned pixel, unsigned side, int modules)
{
    return (int)((2 * pixel + 1) * (unsigned)modules / (2 * side)) - DOOR_CODE_QUIET_ZONE;
}

/* A grey picture of the code, as a scanner would see it. */
static unsigned char *
draw(const struct door_code *code, unsigned side)
{
    unsigned char *pixels = malloc((size_t)side * side);
    int all = code->modules + 2 * DOOR_CODE_QUIET_ZONE;
    unsigned x, y;

    if (!pixels)
        door_fail("out of memory");
    for (y = 0; y < side; y++)
        for (x = 0; x < side; x++)
            pixels[(size_t)y * side + x] = is_dark(code, module_at(x, side, all), module_at(y, side, all)) ? 0 : 255;
    return pixels;
}

static bool
scan(unsigned char *pixels, unsigned side, const char *text)
{
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    const zbar_symbol_t *symbol;
    bool found = false;

    if (!scanner || !image)
        door_fail("out of memory");
    zbar_image_scanner_set_config(scanner, 0, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, side, side);
    zbar_image_set_data(image, pixels, (unsigned long)side * side, NULL);
    if (zbar_scan_image(scanner, image) > 0)
        for (symbol = zbar_image_first_symbol(image); symbol; symbol = zbar_symbol_next(symbol))
            found = found || strcmp(zbar_symbol_get_data(symbol), text) == 0;
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
    return found;
}

bool
door_code_reads(const struct door_code *code, double width_mm)
{
    unsigned side = (unsigned)(width_mm * DOTS_PER_MM + 0.5);
    unsigned char *pixels;
    bool reads;

    if (side < 1 || side > 8192)
        return false;
    pixels = draw(code, side);
    reads = scan(pixels, side, code->text);
    free(pixels);
    return reads;
}

static void
write_bytes(png_structp png, png_bytep bytes, png_size_t size)
{
    door_buf_add(png_get_io_ptr(png), (const char *)bytes, size);
}

static void
flush_nothing(png_structp png)
{
    (void)png;
}

/* libpng reports by jumping; nothing that we write can be wrong, so it is the machine. */
static void
give_up(png_structp png, png_const_charp message)
{
    (void)png;
    door_fail("a picture of a code could not be written: %s", message);
}

static void
write_rows(png_structp png, const struct door_code *code, int scale)
{
    int side = (code->modules + 2 * DOOR_CODE_QUIET_ZONE) * scale, x, y;
    size_t size = ((size_t)side + 7) / 8;
    unsigned char *row = malloc(size);

    if (!row)
        door_fail("out of memory");
    for (y = 0; y < side; y++) {
        memset(row, 0xff, size);
        for (x = 0; x < side; x++)
            if (is_dark(code, x / scale - DOOR_CODE_QUIET_ZONE, y / scale - DOOR_CODE_QUIET_ZONE))
                row[x / 8] &= (unsigned char)~(0x80 >> (x % 8));
        png_write_row(png, row);
    }
    free(row);
}

void
door_code_write_png(const struct door_code *code, int scale, struct door_buf *out)
{
    png_uint_32 side = (png_uint_32)((code->modules + 2 * DOOR_CODE_QUIET_ZONE) * scale);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, give_up, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;

    if (!info)
        door_fail("out of memory");
    png_set_write_fn(png, out, write_bytes, flush_nothing);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_set_compression_level(png, 9);
    png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
            PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    write_rows(png, code, scale);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}
