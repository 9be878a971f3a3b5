#include "publish/photo_notes.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

enum {
    MOST_PARTS = 255,           /* of a profile; the count is one byte */
    ORIENTATION = 0x0112,       /* EXIF 2.32, table 4 */
    SHORT = 3
};

#define LARGEST_PROFILE ((size_t)4 << 20)

struct part {
    const unsigned char *bytes;
    size_t size;
};

struct reading {
    struct door_photo_notes notes;
    struct part profile[MOST_PARTS];
    int part_count;
};

/* --- which side is up: EXIF is a TIFF file in a marker --- */

static uint32_t
number(const unsigned char *bytes, size_t count, bool big)
{
    uint32_t value = 0;
    size_t i;

    for (i = 0; i < count; i++)
        value = value << 8 | bytes[big ? i : count - 1 - i];
    return value;
}

static int
read_side(const unsigned char *tiff, size_t size)
{
    bool big = size >= 8 && tiff[0] == 'M';
    size_t at, i, count;

    if (size < 8 || (memcmp(tiff, "MM\0*", 4) != 0 && memcmp(tiff, "II*\0", 4) != 0))
        return 1;
    at = number(tiff + 4, 4, big);
    if (at > size - 2)
        return 1;
    count = number(tiff + at, 2, big);
    for (i = 0; i < count && at + 2 + (i + 1) * 12 <= size; i++) {
        const unsigned char *entry = tiff + at + 2 + i * 12;
        uint32_t side = number(entry + 8, 2, big);

        if (number(entry, 2, big) == ORIENTATION && number(entry + 2, 2, big) == SHORT)
            return side >= 1 && side <= 8 ? (int)side : 1;
    }
    return 1;
}

/* --- the colour profile: in one marker or several (ICC.1:2010, annex B.4) --- */

static void
keep_part(struct reading *reading, const unsigned char *payload, size_t size)
{
    int part = payload[12], count = payload[13];

    if (part < 1 || part > count || (reading->part_count && count != reading->part_count))
        return;
    reading->part_count = count;
    reading->profile[part - 1] = (struct part){ payload + 14, size - 14 };
}

static void
join_profile(struct reading *reading, struct door_arena *arena)
{
    size_t size = 0;
    char *joined;
    int i;

    for (i = 0; i < reading->part_count; i++) {
        if (!reading->profile[i].bytes)
            return;
        size += reading->profile[i].size;
    }
    if (!size || size > LARGEST_PROFILE)
        return;
    joined = door_arena_alloc(arena, size);
    reading->notes.profile = joined;
    reading->notes.profile_size = size;
    for (i = 0; i < reading->part_count; i++) {
        memcpy(joined, reading->profile[i].bytes, reading->profile[i].size);
        joined += reading->profile[i].size;
    }
}

/* --- markers (ITU-T T.81, annex B) --- */

static void
read_marker(struct reading *reading, unsigned char marker, const unsigned char *payload, size_t size)
{
    if (marker == 0xE1 && size > 6 && memcmp(payload, "Exif\0", 6) == 0) {
        reading->notes.side = read_side(payload + 6, size - 6);
    } else if (marker == 0xE2 && size > 14 && memcmp(payload, "ICC_PROFILE", 12) == 0) {
        keep_part(reading, payload, size);
    } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC && size >= 6) {
        reading->notes.height = (int)number(payload + 1, 2, true);
        reading->notes.width = (int)number(payload + 3, 2, true);
        reading->notes.colours = payload[5];
    }
}

/* Everything that pixels need stands before the first scan. */
struct door_photo_notes
door_photo_notes_read(struct door_arena *arena, const char *bytes, size_t size)
{
    const unsigned char *at = (const unsigned char *)bytes + 2, *end = (const unsigned char *)bytes + size;
    struct reading reading = { .notes.side = 1 };

    while (end - at >= 4) {
        size_t length;

        if (at[0] != 0xFF || at[1] == 0xFF) {       /* between markers there may be fill bytes */
            at++;
            continue;
        }
        length = number(at + 2, 2, true);
        if (at[1] == 0xDA || length < 2 || length > (size_t)(end - at) - 2)
            break;
        read_marker(&reading, at[1], at + 4, length - 2);
        at += 2 + length;
    }
    join_profile(&reading, arena);
    return reading.notes;
}
