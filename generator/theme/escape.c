#include "theme/escape.h"

#include <string.h>

#include "base/buf.h"

static void
write_escaped(struct door_buf *out, const char *text, const char *special)
{
    for (;;) {
        size_t plain = strcspn(text, special);

        door_buf_add(out, text, plain);
        text += plain;
        switch (*text++) {
        case '\0':
            return;
        case '&':
            door_buf_text(out, "&amp;");
            break;
        case '<':
            door_buf_text(out, "&lt;");
            break;
        case '>':
            door_buf_text(out, "&gt;");
            break;
        case '"':
            door_buf_text(out, "&quot;");
            break;
        }
    }
}

void
door_html_text(struct door_buf *out, const char *text)
{
    write_escaped(out, text, "&<>");
}

void
door_html_attribute(struct door_buf *out, const char *text)
{
    write_escaped(out, text, "&<>\"");
}
