#include "paper/code_family.h"

#include <assert.h>
#include <qrencode.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "paper/code.h"

enum {
    BITS = 7,               /* of an ASCII character */
    BLANK = '0',            /* what stands for each digit in the first member; no turned bit makes it NUL */
    ELSEWHERE = 0x80        /* libqrencode's mark of a module that holds no data: a finder, the format, timing */
};

/* The modules that turn with one bit of the text. */
struct turn {
    unsigned short *modules;
    size_t count;
};

struct door_code_family {
    const char *before, *after;
    size_t digits;
    int modules;            /* on each side */
    const unsigned char *first;     /* the member whose digits are all BLANK */
    struct turn *turns;     /* BITS for each digit */
};

/* ISO/IEC 18004, table 10: does this mask turn the module in row i, column j? */
static bool
is_masked(int mask, int i, int j)
{
    switch (mask) {
    case 0:
        return (i + j) % 2 == 0;
    case 1:
        return i % 2 == 0;
    case 2:
        return j % 3 == 0;
    case 3:
        return (i + j) % 3 == 0;
    case 4:
        return (i / 2 + j / 3) % 2 == 0;
    case 5:
        return i * j % 2 + i * j % 3 == 0;
    case 6:
        return (i * j % 2 + i * j % 3) % 2 == 0;
    default:
        return ((i + j) % 2 + i * j % 3) % 2 == 0;
    }
}

/* It stands in row 8, columns 2 to 4, itself masked with 101 (7.9.1). */
static int
mask_of(const QRcode *code)
{
    const unsigned char *row = code->data + 8 * code->width;

    return ((row[2] & 1) << 2 | (row[3] & 1) << 1 | (row[4] & 1)) ^ 5;
}

/* The code of the text with this character at this digit. NULL: the text is too long. */
static QRcode *
encode(const struct door_code_family *family, size_t digit, char c, char level)
{
    size_t before = strlen(family->before), size = before + family->digits + strlen(family->after);
    struct door_arena scratch = { 0 };
    char *text = door_arena_alloc(&scratch, size + 1);
    QRcode *code;

    memcpy(text, family->before, before);
    memset(text + before, BLANK, family->digits);
    memcpy(text + before + family->digits, family->after, size - before - family->digits);
    text[before + digit] = c;
    code = QRcode_encodeString8bit(text, 0, level == 'L' ? QR_ECLEVEL_L : level == 'Q' ? QR_ECLEVEL_Q
            : level == 'H' ? QR_ECLEVEL_H : QR_ECLEVEL_M);
    door_arena_release(&scratch);
    return code;
}

/* Where the two differ, each without its mask. */
static struct turn
compare(struct door_arena *arena, const QRcode *a, const QRcode *b)
{
    int width = a->width, i, j, x = mask_of(a), y = mask_of(b);
    struct turn turn = { door_arena_array(arena, (size_t)width * (size_t)width, sizeof *turn.modules), 0 };

    assert(b->width == width);
    for (i = 0; i < width; i++) {
        for (j = 0; j < width; j++) {
            int at = i * width + j;

            if (!(a->data[at] & ELSEWHERE) && (((a->data[at] ^ b->data[at]) & 1)
                    ^ is_masked(x, i, j) ^ is_masked(y, i, j)))
                turn.modules[turn.count++] = (unsigned short)at;
        }
    }
    return turn;
}

static unsigned char *
dark_modules(struct door_arena *arena, const QRcode *code)
{
    size_t i, count = (size_t)code->width * (size_t)code->width;
    unsigned char *dark = door_arena_alloc(arena, count);

    for (i = 0; i < count; i++)
        dark[i] = code->data[i] & 1;
    return dark;
}

const struct door_code_family *
door_code_family_make(struct door_arena *arena, const char *before, size_t digits, const char *after, char level)
{
    struct door_code_family *family = door_arena_alloc(arena, sizeof *family);
    QRcode *first, *other;
    size_t i;

    family->before = door_arena_text(arena, before);
    family->after = door_arena_text(arena, after);
    family->digits = digits;
    first = encode(family, 0, BLANK, level);
    if (!first)
        return NULL;
    family->modules = first->width;
    family->first = dark_modules(arena, first);
    family->turns = door_arena_array(arena, digits * BITS, sizeof *family->turns);
    for (i = 0; i < digits * BITS; i++) {
        other = encode(family, i / BITS, (char)(BLANK ^ 1 << i % BITS), level);
        if (!other)
            door_fail("out of memory");
        family->turns[i] = compare(arena, first, other);
        QRcode_free(other);
    }
    QRcode_free(first);
    return family;
}

static void
apply(unsigned char *dark, const struct turn *turn)
{
    size_t i;

    for (i = 0; i < turn->count; i++)
        dark[turn->modules[i]] ^= 1;
}

const struct door_code *
door_code_family_member(const struct door_code_family *family, struct door_arena *arena, const char *digits)
{
    size_t count = (size_t)family->modules * (size_t)family->modules, i;
    struct door_code *code = door_arena_alloc(arena, sizeof *code);
    unsigned char *dark = door_arena_alloc(arena, count);

    assert(strlen(digits) == family->digits);
    memcpy(dark, family->first, count);
    for (i = 0; i < family->digits * BITS; i++)
        if ((digits[i / BITS] ^ BLANK) & 1 << i % BITS)
            apply(dark, &family->turns[i]);
    code->text = door_arena_format(arena, "%s%s%s", family->before, digits, family->after);
    code->modules = family->modules;
    code->dark = dark;
    return code;
}
