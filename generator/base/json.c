#include "base/json.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

static bool
must_be_escaped(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

static void
escape(struct door_buf *out, const char *bytes, size_t size)
{
    size_t i, begun = 0;

    for (i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];

        if (!must_be_escaped(c))
            continue;
        door_buf_add(out, bytes + begun, i - begun);
        begun = i + 1;
        if (c == '\n')
            door_buf_text(out, "\\n");
        else if (c < 0x20 || c == 0x7F)
            door_buf_format(out, "\\u%04x", c);
        else
            door_buf_add(out, (char[]){ '\\', (char)c }, 2);
    }
    door_buf_add(out, bytes + begun, size - begun);
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
