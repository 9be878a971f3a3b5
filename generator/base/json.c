#include "base/json.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

static void
escape(struct door_buf *out, const char *bytes, size_t size)
{
    size_t i;

    for (i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];

        if (c == '"' || c == '\\')
            door_buf_char(out, '\\');
        if (c == '\n')
            door_buf_text(out, "\\n");
        else if (c < 0x20 || c == 0x7F)
            door_buf_format(out, "\\u%04x", c);
        else
            door_buf_char(out, (char)c);
    }
}

void
door_json_text(struct door_buf *out, const char *text)
{
    size_t size = strlen(text), bad;

    door_buf_char(out, '"');
    while (!door_text_is_clean(text, size, &bad)) {
        escape(out, text, bad);
        door_buf_text(out, "\\ufffd");
        text += bad + 1;
        size -= bad + 1;
    }
    escape(out, text, size);
    door_buf_char(out, '"');
}
