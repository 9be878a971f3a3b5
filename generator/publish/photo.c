#include "publish/photo.h"

#include <string.h>

#include <turbojpeg.h>

#include "base/arena.h"
#include "base/fail.h"
#include "publish/photo_notes.h"
#include "publish/photo_pixels.h"

enum {
    /* Quality: what more than the best would give nobody sees, and what less than the worst would, everybody. */
    BEST = 82, WORST = 34, STEP = 4,
    WORST_LARGE = 42                    /* below, the small one looks better, even drawn larger */
};

static bool
damaged(struct door_place place, struct door_diag *diag, const char *how)
{
    door_diag_error(diag, place, "media-damaged", "Copy or save the picture again.", "this picture is damaged: %s",
            how);
    return false;
}

/* --- in --- */

/* The decoder can leave out pixels itself, which costs less. Twice as many as wanted remain, for a good mean. */
static tjscalingfactor
scale_of(int side)
{
    int count, i;
    const tjscalingfactor *factors = tjGetScalingFactors(&count);
    tjscalingfactor best = { 1, 1 };

    if (!factors)
        door_fail("out of memory");
    for (i = 0; i < count; i++)
        if (TJSCALED(side, factors[i]) >= 2 * DOOR_PHOTO_LARGE
                && factors[i].num * best.denom < best.num * factors[i].denom)
            best = factors[i];
    return best;
}

/*
 * Some programs write a few bytes too many between parts, which every browser passes over. Anything else that the
 * decoder warns of is a grey lower half.
 */
static bool
is_harmless(tjhandle handle)
{
    return tjGetErrorCode(handle) == TJERR_WARNING && strstr(tjGetErrorStr2(handle), "extraneous bytes");
}

/* LIMITSCANS: a file of few bytes can ask for the same pixels to be drawn thousands of times. */
static bool
unpack(struct door_arena *arena, struct door_pixels *pixels, const struct door_photo_notes *notes, const char *bytes,
        size_t size, struct door_place place, struct door_diag *diag)
{
    tjscalingfactor scale = scale_of(notes->width > notes->height ? notes->width : notes->height);
    tjhandle handle = tjInitDecompress();
    bool ok = true;

    if (!handle)
        door_fail("out of memory");
    pixels->width = TJSCALED(notes->width, scale);
    pixels->height = TJSCALED(notes->height, scale);
    pixels->bytes = door_arena_alloc(arena, (size_t)pixels->width * (size_t)pixels->height * 3);
    if (tjDecompress2(handle, (const unsigned char *)bytes, (unsigned long)size, pixels->bytes, pixels->width, 0,
            pixels->height, TJPF_RGB, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS) && !is_harmless(handle))
        ok = damaged(place, diag, door_arena_format(arena, "its pixels can't be read (%s)", tjGetErrorStr2(handle)));
    tjDestroy(handle);
    return ok;
}

/* --- out --- */

/* At the best quality that takes few enough bytes; false if none does, down to the worst. */
static bool
pack(struct door_buf *out, const struct door_pixels *pixels, int worst)
{
    tjhandle handle = tjInitCompress();
    int quality;

    if (!handle)
        door_fail("out of memory");
    for (quality = BEST; quality >= worst; quality -= STEP) {
        unsigned char *bytes = NULL;
        unsigned long size = 0;

        if (tjCompress2(handle, pixels->bytes, pixels->width, 0, pixels->height, TJPF_RGB, &bytes, &size, TJSAMP_420,
                quality, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE))
            door_fail("out of memory");
        door_buf_clear(out);
        door_buf_add(out, (const char *)bytes, size);
        tjFree(bytes);
        if (size <= DOOR_PHOTO_BYTES)
            break;
    }
    tjDestroy(handle);
    return quality >= worst;
}

/* The size of what is no longer than `most` on its longer side. */
static void
fit(const struct door_pixels *pixels, int most, int *width, int *height)
{
    int side = pixels->width > pixels->height ? pixels->width : pixels->height;

    if (most > side)
        most = side;
    *width = (pixels->width * most + side / 2) / side;
    *height = (pixels->height * most + side / 2) / side;
    *width += !*width;
    *height += !*height;
}

/* A photo of leaves or gravel that takes too many bytes at any quality has fewer pixels instead. */
static void
pack_small(struct door_arena *arena, struct door_photo *photo, struct door_pixels pixels)
{
    int side = DOOR_PHOTO_SMALL, width, height;

    fit(&pixels, side, &photo->width, &photo->height);
    for (;; side = side * 7 / 8) {
        struct door_pixels fewer;

        fit(&pixels, side, &width, &height);
        fewer = door_pixels_shrink(arena, pixels, width, height);
        if (pack(&photo->small, &fewer, WORST))
            return;
    }
}

static void
pack_large(struct door_arena *arena, struct door_photo *photo, struct door_pixels pixels)
{
    struct door_pixels fewer;

    if (pixels.width < DOOR_PHOTO_LARGE && pixels.height < DOOR_PHOTO_LARGE)
        return;
    fit(&pixels, DOOR_PHOTO_LARGE, &photo->large_width, &photo->large_height);
    fewer = door_pixels_shrink(arena, pixels, photo->large_width, photo->large_height);
    if (!pack(&photo->large, &fewer, WORST_LARGE))
        door_buf_clear(&photo->large);
}

bool
door_photo_make(struct door_photo *photo, const char *bytes, size_t size, struct door_place place,
        struct door_diag *diag)
{
    struct door_arena arena = { 0 };
    struct door_photo_notes notes = door_photo_notes_read(&arena, bytes, size);
    struct door_pixels pixels = { 0 };
    bool ok = false;
    int width, height;

    *photo = (struct door_photo){ 0 };
    if (!notes.width || !notes.height) {
        damaged(place, diag, "it has no size");
    } else if (notes.colours == 4) {
        door_diag_error(diag, place, "media-colours", "Save it in RGB, the colours of screens.",
                "this photo is in CMYK, the colours of printers");
    } else if (unpack(&arena, &pixels, &notes, bytes, size, place, diag)) {
        fit(&pixels, 2 * DOOR_PHOTO_LARGE, &width, &height);
        pixels = door_pixels_turn(&arena, door_pixels_shrink(&arena, pixels, width, height), notes.side);
        door_pixels_to_srgb(&pixels, notes.profile, notes.profile_size);
        pack_small(&arena, photo, pixels);
        pack_large(&arena, photo, pixels);
        ok = true;
    }
    door_arena_release(&arena);
    return ok;
}

void
door_photo_release(struct door_photo *photo)
{
    door_buf_release(&photo->small);
    door_buf_release(&photo->large);
}
