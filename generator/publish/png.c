#include "publish/png.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

/* What pixels are, and in which colours they are meant (PNG 3rd edition, 11.2, 11.3.2). An animation stands still. */
static bool
is_needed(const char *type)
{
    static const char needed[][5] = { "IHDR", "PLTE", "tRNS", "cHRM", "gAMA", "iCCP", "sRGB", "cICP", "IDAT", "IEND" };
    size_t i;

    for (i = 0; i < sizeof needed / sizeof *needed; i++)
        if (memcmp(type, needed[i], 4) == 0)
            return true;
    return false;
}

static size_t
big_endian(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

void
door_png_write_bare(struct door_buf *out, const char *bytes, size_t size, int *width, int *height)
{
    size_t at = 8;

    *width = (int)big_endian(bytes + 16);
    *height = (int)big_endian(bytes + 20);
    door_buf_add(out, bytes, at);
    while (size - at >= 12) {
        size_t whole = big_endian(bytes + at) + 12;
        bool last = memcmp(bytes + at + 4, "IEND", 4) == 0;

        if (whole > size - at)
            return;
        if (is_needed(bytes + at + 4))
            door_buf_add(out, bytes + at, whole);
        if (last)           /* what is glued behind a picture is none of it */
            return;
        at += whole;
    }
}
