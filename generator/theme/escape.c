#include "theme/escape.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

typedef unsigned char sixteen __attribute__((vector_size(16)));

enum {
    PIECE = 256     /* copied at once: a text that is all signs must not be copied whole for each of them */
};

/*
 * How many of the bytes can stand as they are. A page is mostly such bytes, so they are looked at by sixteens: GCC and
 * Clang make of this what the processor has. Behind them there is room for fifteen more, which may be looked at too.
 */
static size_t
plain_size(const char *text, size_t size, char quote)
{
    union {
        sixteen bytes;
        uint64_t halves[2];
    } found;
    sixteen some;
    size_t i;

    for (i = 0; i < size; i += sizeof some) {
        memcpy(&some, text + i, sizeof some);
        found.bytes = (sixteen)((some == '&') | (some == '<') | (some == '>') | (some == (unsigned char)quote));
        if (found.halves[0] | found.halves[1])
            break;
    }
    while (i < size && text[i] != '&' && text[i] != '<' && text[i] != '>' && text[i] != quote)
        i++;
    return i < size ? i : size;
}

static void
write_sign(struct door_buf *out, char sign)
{
    switch (sign) {
    case '&':
        door_buf_text(out, "&amp;");
        break;
    case '<':
        door_buf_text(out, "&lt;");
        break;
    case '>':
        door_buf_text(out, "&gt;");
        break;
    default:
        door_buf_text(out, "&quot;");
        break;
    }
}

/* First copied, then looked at: behind a text there may be nothing, behind the copy there is room. */
static void
write_escaped(struct door_buf *out, const char *text, char quote)
{
    size_t left = strlen(text), size, plain;

    do {
        char *copy;

        size = left < PIECE ? left : PIECE;
        door_buf_reserve(out, size + sizeof(sixteen));
        copy = out->data + out->size;
        memcpy(copy, text, size);
        memset(copy + size, 0, sizeof(sixteen));
        plain = plain_size(copy, size, quote);
        out->size += plain;
        if (plain < size)
            write_sign(out, text[plain++]);
        text += plain;
        left -= plain;
    } while (left);
}

void
door_html_text(struct door_buf *out, const char *text)
{
    write_escaped(out, text, '<');
}

void
door_html_attribute(struct door_buf *out, const char *text)
{
    write_escaped(out, text, '"');
}
