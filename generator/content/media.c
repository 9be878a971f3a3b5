#include "content/media.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/map.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "content/svg.h"

#define LARGEST_FILE ((size_t)20 * 1024 * 1024)
#define LONGEST_SIDE ((uint32_t)12000)
#define MOST_PIXELS ((uint64_t)50 * 1000 * 1000)

struct picture {
    const unsigned char *bytes;
    size_t size;
    struct door_place place;
    struct door_diag *diag;
};

static uint32_t
big_endian(const unsigned char *bytes, size_t count)
{
    uint32_t value = 0;

    while (count--)
        value = value << 8 | *bytes++;
    return value;
}

static bool
damaged(const struct picture *picture, const char *how)
{
    door_diag_error(picture->diag, picture->place, "media-damaged", "Copy or save the picture again.",
            "this picture is damaged: %s", how);
    return false;
}

/* A picture is unpacked by each phone that shows it: a small file can ask for more memory than there is. */
static bool
check_size(const struct picture *picture, uint32_t width, uint32_t height)
{
    if (!width || !height)
        return damaged(picture, "it has no size");
    if (width <= LONGEST_SIDE && height <= LONGEST_SIDE && (uint64_t)width * height <= MOST_PIXELS)
        return true;
    door_diag_error(picture->diag, picture->place, "media-large", "Save it smaller: 2000 pixels are wide enough.",
            "this picture has %lu times %lu pixels", (unsigned long)width, (unsigned long)height);
    return false;
}

/* --- PNG (ISO/IEC 15948) --- */

/* The check that each chunk ends with: CRC-32 (annex D), four bits at a time. */
static uint32_t
checksum(const unsigned char *bytes, size_t size)
{
    static const uint32_t table[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
    };
    uint32_t sum = 0xffffffff;

    while (size--) {
        sum ^= *bytes++;
        sum = table[sum & 15] ^ (sum >> 4);
        sum = table[sum & 15] ^ (sum >> 4);
    }
    return ~sum;
}

static bool
check_png(const struct picture *picture)
{
    size_t at = 8, data = 0;

    for (;;) {
        const unsigned char *chunk = picture->bytes + at;
        size_t left = picture->size - at, size;

        if (left < 12)
            return damaged(picture, "its end is missing");
        size = big_endian(chunk, 4);
        if (size > left - 12)
            return damaged(picture, "its end is missing");
        if (checksum(chunk + 4, size + 4) != big_endian(chunk + 8 + size, 4))
            return damaged(picture, "some of its bytes have changed");
        if (at == 8 && (size != 13 || memcmp(chunk + 4, "IHDR", 4) != 0))
            return damaged(picture, "its beginning is missing");
        if (at == 8 && !check_size(picture, big_endian(chunk + 8, 4), big_endian(chunk + 12, 4)))
            return false;
        if (memcmp(chunk + 4, "IDAT", 4) == 0)
            data += size;
        if (memcmp(chunk + 4, "IEND", 4) == 0)
            return data || damaged(picture, "it is empty");
        at += 12 + size;
    }
}

/* --- JPEG (ITU-T T.81, annex B) --- */

/* A marker that begins a frame, and so tells its size: SOF0 to SOF15, which leave out DHT, JPG and DAC. */
static bool
is_frame(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* A marker that stands alone: TEM, RST0 to RST7, and the stuffed byte of packed data. */
static bool
is_alone(unsigned char marker)
{
    return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

static bool
check_jpeg(const struct picture *picture)
{
    const unsigned char *bytes = picture->bytes;
    bool sized = false;
    size_t at = 2;

    for (;;) {
        size_t size;

        while (at < picture->size && bytes[at] != 0xFF)     /* packed data */
            at++;
        while (at < picture->size && bytes[at] == 0xFF)
            at++;
        if (at >= picture->size)
            return damaged(picture, "its end is missing");
        if (bytes[at] == 0xD9)
            return sized || damaged(picture, "it is empty");
        if (is_alone(bytes[at++]))
            continue;
        size = at + 2 <= picture->size ? big_endian(bytes + at, 2) : 0;
        if (size < 2 || size > picture->size - at)
            return damaged(picture, "its end is missing");
        if (is_frame(bytes[at - 1])) {
            if (size < 8 || !check_size(picture, big_endian(bytes + at + 5, 2), big_endian(bytes + at + 3, 2)))
                return size >= 8 ? false : damaged(picture, "it has no size");
            sized = true;
        }
        at += size;
    }
}

/* --- what a file is --- */

static bool
check_svg(const struct picture *picture)
{
    return door_svg_check(picture->place.file, (const char *)picture->bytes, picture->size, picture->diag);
}

static const struct type {
    const char *magic;
    size_t size, offset;
    const char *name;
    const char *endings[3];
    bool (*check)(const struct picture *picture);   /* NULL: not taken */
} types[] = {
    { "\x89PNG\r\n\x1a\n", 8, 0, "a PNG picture", { ".png" }, check_png },
    { "\xFF\xD8\xFF", 3, 0, "a JPEG picture", { ".jpg", ".jpeg" }, check_jpeg },
    { "GIF8", 4, 0, "a GIF picture", { ".gif" }, NULL },
    { "WEBP", 4, 8, "a WebP picture", { ".webp" }, NULL },
    { "ftyp", 4, 4, "a HEIC picture or a film", { ".heic" }, NULL },
    { "%PDF", 4, 0, "a PDF", { ".pdf" }, NULL },
    { "PK\x03\x04", 4, 0, "an office document or an archive", { ".zip" }, NULL },
    { "BM", 2, 0, "a BMP picture", { ".bmp" }, NULL },
    { "<", 1, 0, "an SVG drawing", { ".svg" }, check_svg },     /* what kind of XML it is, check_svg asks */
};

static const struct type *
type_of_bytes(const char *bytes, size_t size)
{
    size_t i, blank = 0;

    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        blank = 3;
    while (blank < size && strchr(" \t\r\n", bytes[blank]) && bytes[blank])
        blank++;
    for (i = 0; i < sizeof types / sizeof *types; i++) {
        size_t at = types[i].offset + (types[i].check == check_svg ? blank : 0);

        if (size >= at + types[i].size && memcmp(bytes + at, types[i].magic, types[i].size) == 0)
            return &types[i];
    }
    return NULL;
}

static bool
has_ending(const char *file, const struct type *type)
{
    const char *dot = strrchr(file, '.');
    size_t i;

    for (i = 0; dot && i < sizeof type->endings / sizeof *type->endings; i++)
        if (type->endings[i] && door_text_same(dot, type->endings[i]))
            return true;
    return false;
}

bool
door_media_check_bytes(const char *file, const char *bytes, size_t size, struct door_diag *diag)
{
    struct picture picture = { (const unsigned char *)bytes, size, { file, 0, 0 }, diag };
    const struct type *type = type_of_bytes(bytes, size);

    if (!size) {
        damaged(&picture, "it is empty");
    } else if (!type) {
        door_diag_error(diag, picture.place, "media-type", "Save it as PNG, JPEG or SVG.", "this is not a picture");
    } else if (!type->check) {
        door_diag_error(diag, picture.place, "media-type", "Save it as PNG, JPEG or SVG.", "this is %s", type->name);
    } else if (!has_ending(file, type)) {
        struct door_arena arena = { 0 };

        door_diag_error(diag, picture.place, "media-type", door_arena_format(&arena, "Let its name end with %s.",
                type->endings[0]), "this is %s, whatever its name says", type->name);
        door_arena_release(&arena);
    } else {
        return type->check(&picture);
    }
    return false;
}

bool
door_media_check(const char *path, const char *file, struct door_diag *diag)
{
    struct door_place place = { file, 0, 0 };
    struct door_arena arena = { 0 };
    struct stat status;
    const char *bytes;
    size_t size;
    bool ok = false;

    if (stat(path, &status) == 0 && (size_t)status.st_size > LARGEST_FILE) {
        door_diag_error(diag, place, "media-large", "Save it smaller: 2000 pixels are wide enough.",
                "this picture has %zu megabytes", (size_t)status.st_size / 1024 / 1024);
        return false;
    }
    bytes = door_file_read(&arena, path, &size);
    if (bytes)
        ok = door_media_check_bytes(file, bytes, size, diag);
    else
        door_diag_error(diag, place, "file-read", NULL, "it can't be read: %s", strerror(errno));
    door_arena_release(&arena);
    return ok;
}

/* --- use --- */

static void
mark_used(const struct door_node *node, struct door_map *used, struct door_arena *arena)
{
    for (; node; node = node->next) {
        if (node->text && door_text_starts(node->text, "media/"))
            door_map_put(used, arena, node->text, node);
        mark_used(node->children, used, arena);
    }
}

void
door_media_tell_unused(const struct door_content *content, struct door_diag *diag)
{
    struct door_arena arena = { 0 };
    struct door_map used = { 0 };
    size_t i;

    for (i = 0; content->media_count && i < content->source_count; i++)
        mark_used(content->sources[i].front, &used, &arena);
    for (i = 0; i < content->media_count; i++)
        if (!door_map_find(&used, content->media[i]))
            door_diag_warn(diag, (struct door_place){ door_path_join(&arena, "content", content->media[i]), 0, 0 },
                    "media-unused", "Delete it, or name it in the image: of an entry.", "no entry shows this picture");
    door_arena_release(&arena);
}
