#include "base/clean.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* U+202A..U+202E and U+2066..U+2069. Arabic and Urdu need none of them; U+200E and U+200F stay allowed. */
static bool
is_bidi_control(const char *p)
{
    const unsigned char *c = (const unsigned char *)p;

    if (c[0] != 0xE2)       /* so there are two more bytes */
        return false;
    return (c[1] == 0x80 && c[2] >= 0xAA && c[2] <= 0xAE) || (c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9);
}

/*
 * Of ASCII and of Unicode: U+0080 to U+009F (a Windows apostrophe that was saved wrongly is one), U+2028 and U+2029
 * (line ends to YAML and to nobody else), and the two that are no characters, U+FFFE and U+FFFF.
 */
static bool
is_control(const char *p)
{
    const unsigned char *c = (const unsigned char *)p;

    switch (c[0]) {
    case '\t':
    case '\n':
    case '\r':
        return false;
    case 0xC2:
        return c[1] >= 0x80 && c[1] <= 0x9F;
    case 0xE2:
        return c[1] == 0x80 && (c[2] == 0xA8 || c[2] == 0xA9);
    case 0xEF:
        return c[1] == 0xBF && c[2] >= 0xBE;
    default:
        return c[0] < 0x20 || c[0] == 0x7F;
    }
}

/* How many of these bytes, from the first one, are printable ASCII. Nearly all that editors write is, so by eights. */
static size_t
plain_size(const char *bytes, size_t size)
{
    const uint64_t each = 0x0101010101010101u, high = 0x80 * each;
    uint64_t eight, delete;
    size_t i;

    for (i = 0; i + sizeof eight <= size; i += sizeof eight) {
        memcpy(&eight, bytes + i, sizeof eight);
        delete = eight ^ 0x7F * each;
        /* above ASCII, below a space, or 0x7F; what a borrow makes of the next byte is looked at again below */
        if ((eight | (eight - 0x20 * each) | ((delete - each) & ~delete)) & high)
            break;
    }
    while (i < size && bytes[i] >= 0x20 && bytes[i] < 0x7F)
        i++;
    return i;
}

bool
door_clean_find(const char *bytes, size_t size, size_t *bad)
{
    size_t i = 0, step;

    for (;;) {
        i += plain_size(bytes + i, size - i);
        if (i == size)
            return false;
        step = door_text_step(bytes + i, size - i);
        if (!step || is_control(bytes + i) || is_bidi_control(bytes + i)) {
            *bad = i;
            return true;
        }
        i += step;
    }
}

void
door_clean_report(const char *bad, struct door_place place, struct door_diag *diag)
{
    if (is_bidi_control(bad))
        door_diag_error(diag, place, "text-bidi", "Delete it, and type the words around it again.",
                "an invisible mark that turns the direction of text");
    else if (*bad && is_control(bad))
        door_diag_error(diag, place, "text-control", "Delete it, and type the words around it again.",
                "an invisible control character (%02X)", (unsigned)door_text_next(&bad));
    else
        door_diag_error(diag, place, "text-encoding", "Save the file as UTF-8 (in Word: \"Plain text\", then UTF-8).",
                "a byte that is not UTF-8 text (%02X)", (unsigned char)*bad);
}

static struct door_place
place_of(const char *file, const char *bytes, size_t offset)
{
    struct door_place place = { file, 1, 1 };
    size_t i;

    for (i = 0; i < offset; i++) {
        if (bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else {
            place.column += ((unsigned char)bytes[i] & 0xC0) != 0x80;
        }
    }
    return place;
}

/* Where git left both versions of a line for somebody to choose from, or NULL. */
static const char *
find_conflict(const char *bytes, size_t size)
{
    static const char mark[] = "<<<<<<< ";
    const char *end = bytes + size, *p;

    for (p = bytes; (p = memchr(p, '<', (size_t)(end - p))); p++)
        if ((p == bytes || p[-1] == '\n') && (size_t)(end - p) >= sizeof mark - 1
                && memcmp(p, mark, sizeof mark - 1) == 0)
            return p;
    return NULL;
}

bool
door_clean_check(const char *file, const char *bytes, size_t size, struct door_diag *diag)
{
    const char *conflict;
    size_t bad;

    if (!door_clean_find(bytes, size, &bad)) {
        conflict = find_conflict(bytes, size);
        if (conflict)
            door_diag_error(diag, place_of(file, bytes, (size_t)(conflict - bytes)), "merge-conflict",
                    "Keep one of the two, and delete the lines of <<<<<<<, ======= and >>>>>>>.",
                    "two versions of this text wait for somebody to choose");
        return !conflict;
    }
    if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        door_diag_error(diag, (struct door_place){ file, 1, 1 }, "text-encoding",
                "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8).", "this file is UTF-16, not UTF-8");
    else
        door_clean_report(bytes + bad, place_of(file, bytes, bad), diag);
    return false;
}
