#include "publish/photo_pixels.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <lcms2.h>

#include "base/arena.h"

/* --- fewer pixels --- */

/*
 * One row or column of `count` pixels, `step` bytes apart, becomes one of `fewer`. Lengths are counted in units of
 * 1/(count * fewer) of the whole: an old pixel is `fewer` long and a new one `count`, so that sums are whole numbers.
 */
static void
shrink_line(const unsigned char *from, size_t step, int count, unsigned char *to, size_t to_step, int fewer)
{
    uint32_t sum[3] = { 0 }, left = (uint32_t)count;
    int i, colour;

    for (i = 0; i < count; i++, from += step) {
        uint32_t length = (uint32_t)fewer, part = length < left ? length : left;

        for (colour = 0; colour < 3; colour++)
            sum[colour] += from[colour] * part;
        left -= part;
        if (left)
            continue;
        for (colour = 0; colour < 3; colour++) {
            to[colour] = (unsigned char)((sum[colour] + (uint32_t)count / 2) / (uint32_t)count);
            sum[colour] = from[colour] * (length - part);
        }
        to += to_step;
        left = (uint32_t)count - (length - part);
    }
}

static struct door_pixels
make(struct door_arena *arena, int width, int height)
{
    return (struct door_pixels){ door_arena_alloc(arena, (size_t)width * (size_t)height * 3), width, height };
}

struct door_pixels
door_pixels_shrink(struct door_arena *arena, struct door_pixels from, int width, int height)
{
    struct door_pixels narrow = make(arena, width, from.height), low = make(arena, width, height);
    size_t row = (size_t)from.width * 3, narrow_row = (size_t)width * 3;
    int i;

    assert(width > 0 && height > 0 && width <= from.width && height <= from.height);
    for (i = 0; i < from.height; i++)
        shrink_line(from.bytes + (size_t)i * row, 3, from.width, narrow.bytes + (size_t)i * narrow_row, 3, width);
    for (i = 0; i < width; i++)
        shrink_line(narrow.bytes + (size_t)i * 3, narrow_row, from.height, low.bytes + (size_t)i * 3, narrow_row,
                height);
    return low;
}

/* --- upright --- */

/*
 * Which stored pixel is shown at (x, y)? 1 is upright; stored as seen in a mirror (2), upside down (3), both (4),
 * and the same four lying on their side (5 to 8).
 */
struct door_pixels
door_pixels_turn(struct door_arena *arena, struct door_pixels from, int side)
{
    bool lies = side >= 5;
    bool flip_x = side == 2 || side == 3 || side == 7 || side == 8;
    bool flip_y = side == 3 || side == 4 || side == 6 || side == 7;
    int x, y;
    struct door_pixels turned;
    unsigned char *to;

    if (side == 1)
        return from;
    turned = make(arena, lies ? from.height : from.width, lies ? from.width : from.height);
    to = turned.bytes;
    for (y = 0; y < turned.height; y++) {
        for (x = 0; x < turned.width; x++) {
            int u = lies ? y : x, v = lies ? x : y;

            u = flip_x ? from.width - 1 - u : u;
            v = flip_y ? from.height - 1 - v : v;
            memcpy(to, from.bytes + ((size_t)v * (size_t)from.width + (size_t)u) * 3, 3);
            to += 3;
        }
    }
    return turned;
}

/* --- the colours of screens --- */

void
door_pixels_to_srgb(struct door_pixels *pixels, const char *profile, size_t size)
{
    cmsContext context = profile ? cmsCreateContext(NULL, NULL) : NULL;
    cmsHPROFILE from, to;
    cmsHTRANSFORM transform = NULL;

    if (!context)
        return;
    from = cmsOpenProfileFromMemTHR(context, profile, (cmsUInt32Number)size);
    to = cmsCreate_sRGBProfileTHR(context);
    if (from && to && cmsGetColorSpace(from) == cmsSigRgbData)
        transform = cmsCreateTransformTHR(context, from, TYPE_RGB_8, to, TYPE_RGB_8, INTENT_PERCEPTUAL, 0);
    if (transform) {
        cmsDoTransform(transform, pixels->bytes, pixels->bytes,
                (cmsUInt32Number)pixels->width * (cmsUInt32Number)pixels->height);
        cmsDeleteTransform(transform);
    }
    if (from)
        cmsCloseProfile(from);
    if (to)
        cmsCloseProfile(to);
    cmsDeleteContext(context);
}
