#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <lcms2.h>
#include <turbojpeg.h>

#include "base/buf.h"
#include "base/diag.h"
#include "publish/photo.h"

/* --- photos as cameras give them --- */

enum look { CORNERS, LEAVES };

/* CORNERS: red top left, green top right, blue bottom left, white bottom right. LEAVES: every pixel another. */
static void
paint(unsigned char *pixels, int width, int height, enum look look)
{
    static const unsigned char corners[4][3] = { { 200, 50, 50 }, { 50, 200, 50 }, { 50, 50, 200 }, { 250, 250, 250 } };
    uint32_t seed = 1;
    int x, y, colour;

    for (y = 0; y < height; y++)
        for (x = 0; x < width; x++)
            for (colour = 0; colour < 3; colour++, pixels++) {
                seed = seed * 1664525 + 1013904223;
                *pixels = look == LEAVES ? (unsigned char)(seed >> 24)
                        : corners[(y >= height / 2) * 2 + (x >= width / 2)][colour];
            }
}

/* A JPEG file; notes are markers to stand behind its first two bytes. */
static void
make_photo(struct door_buf *out, int width, int height, enum look look, const struct door_buf *notes, int flags)
{
    unsigned char *pixels = malloc((size_t)width * (size_t)height * 3), *bytes = NULL;
    unsigned long size = 0;
    tjhandle handle = tjInitCompress();

    paint(pixels, width, height, look);
    assert_int_equal(tjCompress2(handle, pixels, width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_420, 90, flags), 0);
    door_buf_add(out, (char *)bytes, 2);
    if (notes)
        door_buf_add(out, notes->data, notes->size);
    door_buf_add(out, (char *)bytes + 2, size - 2);
    tjFree(bytes);
    tjDestroy(handle);
    free(pixels);
}

static void
add_marker(struct door_buf *notes, unsigned char marker, const char *bytes, size_t size)
{
    door_buf_char(notes, (char)0xFF);
    door_buf_char(notes, (char)marker);
    door_buf_char(notes, (char)((size + 2) >> 8));
    door_buf_char(notes, (char)(size + 2));
    door_buf_add(notes, bytes, size);
}

/* EXIF with one entry that says which side is up; what follows it is a place as a camera would tell it. */
static void
add_exif(struct door_buf *notes, int side, bool big)
{
    struct door_buf exif = { 0 };

    door_buf_add(&exif, "Exif\0\0", 6);
    door_buf_add(&exif, big ? "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1" : "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0", 18);
    door_buf_char(&exif, big ? 0 : (char)side);
    door_buf_char(&exif, big ? (char)side : 0);
    door_buf_add(&exif, "\0\0\0\0\0\0", 6);
    door_buf_text(&exif, "GPSLatitude 54 3 12 N, Asha's phone");
    add_marker(notes, 0xE1, exif.data, exif.size);
    door_buf_release(&exif);
}

static void
add_talk(struct door_buf *notes)
{
    static const char xmp[] = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude</x:xmpmeta>";

    add_exif(notes, 1, true);
    add_marker(notes, 0xE1, xmp, sizeof xmp - 1);
    add_marker(notes, 0xED, "Photoshop 3.0\0 8BIM by-line Asha", 32);
    add_marker(notes, 0xFE, "taken at Asha's home", 20);
}

/* --- what comes out --- */

/* The id of what is told, or ""; and into `words`, if that is not NULL, the message. */
static const char *
told(const struct door_buf *file, struct door_buf *words)
{
    static char id[40];
    struct door_diag *diag = door_diag_open();
    struct door_photo photo;
    bool ok = door_photo_make(&photo, file->data, file->size, (struct door_place){ "content/media/x.jpg", 0, 0 }, diag);
    size_t count;
    const struct door_problem *problems = door_diag_problems(diag, &count);

    snprintf(id, sizeof id, "%s", count ? problems[0].id : "");
    if (words && count)
        door_buf_text(words, problems[0].message);
    assert_int_equal(ok, !id[0]);
    door_photo_release(&photo);
    door_diag_close(diag);
    return id;
}

static struct door_photo
made(const struct door_buf *file)
{
    struct door_diag *diag = door_diag_open();
    struct door_photo photo;

    assert_true(door_photo_make(&photo, file->data, file->size, (struct door_place){ "x.jpg", 0, 0 }, diag));
    assert_int_equal(door_diag_errors(diag), 0);
    door_diag_close(diag);
    return photo;
}

/* The colour in the middle of a quarter: 0 top left, 1 top right, 2 bottom left, 3 bottom right. */
static void
look_at(const struct door_buf *file, int quarter, unsigned char colour[3])
{
    tjhandle handle = tjInitDecompress();
    int width, height, sampling, space;
    unsigned char *pixels;

    assert_int_equal(tjDecompressHeader3(handle, (unsigned char *)file->data, file->size, &width, &height, &sampling,
            &space), 0);
    pixels = malloc((size_t)width * (size_t)height * 3);
    assert_int_equal(tjDecompress2(handle, (unsigned char *)file->data, file->size, pixels, width, 0, height, TJPF_RGB,
            TJFLAG_ACCURATEDCT), 0);
    memcpy(colour, pixels + ((size_t)(quarter / 2 ? height * 3 / 4 : height / 4) * (size_t)width
            + (size_t)(quarter % 2 ? width * 3 / 4 : width / 4)) * 3, 3);
    free(pixels);
    tjDestroy(handle);
}

static char
name_of(const unsigned char *colour)
{
    if (colour[0] > 150 && colour[1] > 150)
        return 'w';
    return colour[0] > 150 ? 'r' : colour[1] > 150 ? 'g' : 'b';
}

/* --- tests --- */

static bool
holds(const struct door_buf *file, const char *text)
{
    return memmem(file->data, file->size, text, strlen(text)) != NULL;
}

static void
a_finished_photo_says_nothing_of_where_when_or_by_whom(void **state)
{
    static const char *const lost[] = { "Exif", "GPS", "Asha", "adobe", "xmp", "8BIM", "taken" };
    struct door_buf notes = { 0 }, file = { 0 };
    struct door_photo photo;
    size_t i, at;

    (void)state;
    add_talk(&notes);
    make_photo(&file, 1200, 800, CORNERS, &notes, 0);
    photo = made(&file);
    for (i = 0; i < sizeof lost / sizeof *lost; i++) {
        assert_true(holds(&file, lost[i]));
        assert_false(holds(&photo.small, lost[i]));
        assert_false(holds(&photo.large, lost[i]));
    }
    /* The only note before the pixels is JFIF's, which says that this is a JPEG. */
    for (at = 2; (unsigned char)photo.large.data[at + 1] != 0xDA;) {
        unsigned char marker = (unsigned char)photo.large.data[at + 1];

        assert_true(marker < 0xE1 && marker != 0xFE);
        at += 2 + ((size_t)(unsigned char)photo.large.data[at + 2] << 8 | (unsigned char)photo.large.data[at + 3]);
    }
    door_photo_release(&photo);
    door_buf_release(&notes);
    door_buf_release(&file);
}

static void
each_size_is_no_larger_than_pages_use_and_a_first_visit_bears(void **state)
{
    static const struct {
        int width, height;
        enum look look;
        int small_width, small_height, large_width, large_height;
    } sizes[] = {
        { 4000, 3000, CORNERS, 320, 240, 480, 360 },
        { 3000, 4000, CORNERS, 240, 320, 360, 480 },
        { 961, 961, CORNERS, 320, 320, 480, 480 },
        { 480, 100, CORNERS, 320, 67, 480, 100 },
        { 479, 100, CORNERS, 320, 67, 0, 0 },
        { 64, 48, CORNERS, 64, 48, 0, 0 },
        { 1, 1, CORNERS, 1, 1, 0, 0 },
        { 2000, 1, CORNERS, 320, 1, 480, 1 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct door_buf file = { 0 };
        struct door_photo photo;

        make_photo(&file, sizes[i].width, sizes[i].height, sizes[i].look, NULL, 0);
        photo = made(&file);
        assert_int_equal(photo.width, sizes[i].small_width);
        assert_int_equal(photo.height, sizes[i].small_height);
        assert_int_equal(photo.large.size ? photo.large_width : 0, sizes[i].large_width);
        assert_int_equal(photo.large.size ? photo.large_height : 0, sizes[i].large_height);
        assert_in_range(photo.small.size, 100, DOOR_PHOTO_BYTES);
        assert_in_range(photo.large.size, 0, DOOR_PHOTO_BYTES);
        door_photo_release(&photo);
        door_buf_release(&file);
    }
}

static void
a_photo_that_no_quality_makes_small_has_fewer_pixels(void **state)
{
    struct door_buf file = { 0 };
    struct door_photo photo;

    (void)state;
    make_photo(&file, 480, 480, LEAVES, NULL, 0);
    photo = made(&file);
    assert_int_equal(photo.width, 320);         /* what a page gives it stays */
    assert_in_range(photo.small.size, 1, DOOR_PHOTO_BYTES);
    assert_int_equal(photo.large.size, 0);
    door_photo_release(&photo);
    door_buf_release(&file);
}

static void
a_photo_stands_upright_however_the_camera_was_held(void **state)
{
    /* What is seen, quarter by quarter, when red green / blue white is stored (EXIF 2.32, figure of Orientation). */
    static const char seen[8][5] = { "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb" };
    int side, quarter;

    (void)state;
    for (side = 1; side <= 16; side++) {
        struct door_buf notes = { 0 }, file = { 0 };
        struct door_photo photo;
        unsigned char colour[3];

        add_exif(&notes, (side - 1) % 8 + 1, side > 8);
        make_photo(&file, 600, 400, CORNERS, &notes, 0);
        photo = made(&file);
        assert_int_equal(photo.width > photo.height, (side - 1) % 8 < 4);
        for (quarter = 0; quarter < 4; quarter++) {
            look_at(&photo.small, quarter, colour);
            if (name_of(colour) != seen[(side - 1) % 8][quarter])
                fail_msg("side %d, quarter %d: %c", side, quarter, name_of(colour));
        }
        door_photo_release(&photo);
        door_buf_release(&notes);
        door_buf_release(&file);
    }
}

static void
notes_that_lead_out_of_the_file_are_as_good_as_none(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
    } notes[] = {
        { "Exif\0\0MM\0*\xff\xff\xff\xff", 14 },
        { "Exif\0\0MM\0*\0\0\0\10\xff\xff", 16 },
        { "Exif\0\0II*\0\7\0\0\0", 14 },
        { "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\77\0\0", 28 },
        { "Exif\0\0MM", 8 },
        { "ICC_PROFILE\0\1\2half", 18 },
        { "ICC_PROFILE\0\5\2more", 18 },
        { "ICC_PROFILE\0\1\1rubbish", 21 },
        { "ICC_PROFILE\0\0\0", 14 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof notes / sizeof *notes; i++) {
        struct door_buf marker = { 0 }, file = { 0 };
        struct door_photo photo;
        unsigned char colour[3];

        add_marker(&marker, notes[i].bytes[0] == 'E' ? 0xE1 : 0xE2, notes[i].bytes, notes[i].size);
        make_photo(&file, 600, 400, CORNERS, &marker, 0);
        photo = made(&file);
        look_at(&photo.small, 0, colour);
        assert_in_range(colour[0], 194, 206);
        assert_in_range(colour[1], 44, 56);
        door_photo_release(&photo);
        door_buf_release(&marker);
        door_buf_release(&file);
    }
}

static void
colours_of_another_screen_become_those_of_all_screens(void **state)
{
    static const cmsCIExyY white = { 0.3127, 0.3290, 1 };
    static const cmsCIExyYTRIPLE wide = { { 0.680, 0.320, 1 }, { 0.265, 0.690, 1 }, { 0.150, 0.060, 1 } };
    cmsToneCurve *curve = cmsBuildGamma(NULL, 2.2), *curves[3] = { curve, curve, curve };
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &wide, curves);
    cmsUInt32Number size = 0;
    struct door_buf payload = { 0 }, notes = { 0 }, file = { 0 };
    struct door_photo photo;
    unsigned char colour[3];

    (void)state;
    cmsSaveProfileToMem(profile, NULL, &size);
    door_buf_add(&payload, "ICC_PROFILE\0\1\1", 14);
    door_buf_reserve(&payload, size);
    cmsSaveProfileToMem(profile, payload.data + 14, &size);
    payload.size += size;
    add_marker(&notes, 0xE2, payload.data, payload.size);
    make_photo(&file, 600, 400, CORNERS, &notes, 0);
    photo = made(&file);
    look_at(&photo.small, 0, colour);
    assert_in_range(colour[0], 209, 225);       /* 200, 50, 50 of a wide screen is a stronger red on others */
    assert_in_range(colour[1], 0, 40);
    look_at(&photo.small, 3, colour);
    assert_in_range(colour[0], 246, 254);       /* and white stays white */
    assert_false(holds(&photo.small, "ICC_PROFILE"));
    door_photo_release(&photo);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(curve);
    door_buf_release(&payload);
    door_buf_release(&notes);
    door_buf_release(&file);
}

static void
a_photo_that_ends_too_early_is_told(void **state)
{
    static const int flags[] = { 0, TJFLAG_PROGRESSIVE };
    size_t i;

    (void)state;
    for (i = 0; i < 2; i++) {
        struct door_buf file = { 0 };

        make_photo(&file, 600, 400, LEAVES, NULL, flags[i]);
        assert_string_equal(told(&file, NULL), "");
        file.size = file.size / 2;
        assert_string_equal(told(&file, NULL), "media-damaged");
        door_buf_add(&file, "\xFF\xD9", 2);     /* an end alone makes it no whole one */
        assert_string_equal(told(&file, NULL), "media-damaged");
        door_buf_release(&file);
    }
}

static void
a_few_bytes_too_many_between_parts_are_no_damage(void **state)
{
    struct door_buf file = { 0 };
    char *quantization;

    (void)state;
    make_photo(&file, 600, 400, CORNERS, NULL, 0);
    quantization = memmem(file.data, file.size, "\xFF\xDB", 2);
    door_buf_reserve(&file, 3);
    quantization = memmem(file.data, file.size, "\xFF\xDB", 2);
    memmove(quantization + 3, quantization, file.size - (size_t)(quantization - file.data));
    memcpy(quantization, "\0\0\0", 3);
    file.size += 3;
    assert_string_equal(told(&file, NULL), "");
    door_buf_release(&file);
}

static void
a_photo_in_the_colours_of_printers_is_told(void **state)
{
    unsigned char pixels[16 * 16 * 4] = { 0 }, *bytes = NULL;
    unsigned long size = 0;
    tjhandle handle = tjInitCompress();
    struct door_buf file = { 0 };

    (void)state;
    assert_int_equal(tjCompress2(handle, pixels, 16, 0, 16, TJPF_CMYK, &bytes, &size, TJSAMP_444, 90, 0), 0);
    door_buf_add(&file, (char *)bytes, size);
    assert_string_equal(told(&file, NULL), "media-colours");
    tjFree(bytes);
    tjDestroy(handle);
    door_buf_release(&file);
}

static void
a_grey_photo_is_taken(void **state)
{
    unsigned char pixels[64 * 64], *bytes = NULL;
    unsigned long size = 0;
    tjhandle handle = tjInitCompress();
    struct door_buf file = { 0 };
    struct door_photo photo;
    unsigned char colour[3];

    (void)state;
    memset(pixels, 120, sizeof pixels);
    assert_int_equal(tjCompress2(handle, pixels, 64, 0, 64, TJPF_GRAY, &bytes, &size, TJSAMP_GRAY, 90, 0), 0);
    door_buf_add(&file, (char *)bytes, size);
    photo = made(&file);
    look_at(&photo.small, 0, colour);
    assert_in_range(colour[2], 117, 123);
    door_photo_release(&photo);
    tjFree(bytes);
    tjDestroy(handle);
    door_buf_release(&file);
}

/* The last scan of a progressive photo, again and again: each asks for all pixels anew. */
static void
a_photo_that_asks_for_its_pixels_without_end_is_told(void **state)
{
    struct door_buf file = { 0 }, bomb = { 0 }, words = { 0 };
    size_t at, scan = 0;
    int i;

    (void)state;
    make_photo(&file, 64, 64, CORNERS, NULL, TJFLAG_PROGRESSIVE);
    for (at = 0; at + 1 < file.size; at++)
        if ((unsigned char)file.data[at] == 0xFF && (unsigned char)file.data[at + 1] == 0xDA)
            scan = at;
    door_buf_add(&bomb, file.data, file.size - 2);
    for (i = 0; i < 1000; i++)
        door_buf_add(&bomb, file.data + scan, file.size - 2 - scan);
    door_buf_add(&bomb, "\xFF\xD9", 2);
    assert_string_equal(told(&bomb, &words), "media-damaged");
    assert_true(holds(&words, "scans"));        /* and not for what else is wrong with it */
    door_buf_release(&words);
    door_buf_release(&file);
    door_buf_release(&bomb);
}

static void
no_changed_byte_of_a_photo_leads_astray(void **state)
{
    struct door_buf notes = { 0 }, file = { 0 };
    size_t i;

    (void)state;
    add_talk(&notes);
    make_photo(&file, 40, 24, CORNERS, &notes, TJFLAG_PROGRESSIVE);
    for (i = 2; i < file.size; i++) {
        char before = file.data[i];

        file.data[i] = (char)(before ^ 0x55);
        told(&file, NULL);
        file.data[i] = (char)0xFF;
        told(&file, NULL);
        file.data[i] = before;
    }
    door_buf_release(&notes);
    door_buf_release(&file);
}

static void
the_same_photo_gives_the_same_bytes(void **state)
{
    struct door_buf file = { 0 };
    struct door_photo once, again;

    (void)state;
    make_photo(&file, 1234, 777, LEAVES, NULL, 0);
    once = made(&file);
    again = made(&file);
    assert_int_equal(once.small.size, again.small.size);
    assert_memory_equal(once.small.data, again.small.data, once.small.size);
    assert_int_equal(once.large.size, again.large.size);
    if (once.large.size)
        assert_memory_equal(once.large.data, again.large.data, once.large.size);
    door_photo_release(&once);
    door_photo_release(&again);
    door_buf_release(&file);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finished_photo_says_nothing_of_where_when_or_by_whom),
        cmocka_unit_test(each_size_is_no_larger_than_pages_use_and_a_first_visit_bears),
        cmocka_unit_test(a_photo_that_no_quality_makes_small_has_fewer_pixels),
        cmocka_unit_test(a_photo_stands_upright_however_the_camera_was_held),
        cmocka_unit_test(notes_that_lead_out_of_the_file_are_as_good_as_none),
        cmocka_unit_test(colours_of_another_screen_become_those_of_all_screens),
        cmocka_unit_test(a_photo_that_ends_too_early_is_told),
        cmocka_unit_test(a_few_bytes_too_many_between_parts_are_no_damage),
        cmocka_unit_test(a_photo_in_the_colours_of_printers_is_told),
        cmocka_unit_test(a_grey_photo_is_taken),
        cmocka_unit_test(a_photo_that_asks_for_its_pixels_without_end_is_told),
        cmocka_unit_test(no_changed_byte_of_a_photo_leads_astray),
        cmocka_unit_test(the_same_photo_gives_the_same_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
