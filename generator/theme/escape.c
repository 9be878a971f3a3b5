#include "theme/escape.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

typedef unsigned char sixteen __attribute__((vector_size(16)));

/* Where a text has to be looked at; its NUL is one. */
static const bool stops[256] = { ['\0'] = true, ['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true };

/*
 * How many bytes of text can stand as they are. A page is mostly such bytes, so they are looked at by sixteens: GCC and
 * Clang make of this what the processor has.
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

    for (i = 0; i + sizeof some <= size; i += sizeof some) {
        memcpy(&some, text + i, sizeof some);
        found.bytes = (sixteen)((some == '&') | (some == '<') | (some == '>') | (some == (unsigned char)quote));
        if (found.halves[0] | found.halves[1])
            break;
    }
    while (!(stops[(unsigned char)text[i]]) || (text[i] == '"' && quote != '"'))
        i++;
    return i;
}

static void
write_escaped(struct door_buf *out, const char *text, char quote)
{
    size_t left = strlen(text), size;

    for (;;) {
        size = plain_size(text, left, quote);
        door_buf_add(out, text, size);
        if (size == left)
            return;
        switch (text[size]) {
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
        text += size + 1;
        left -= size + 1;
    }
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
