#include "theme/escape.h"

#include "base/buf.h"

enum {
    IN_TEXT = 1, IN_ATTRIBUTE = 2
};

/* What cannot stand as it is, and where. A table beats strcspn on texts as short as a page's. */
static const unsigned char stops[256] = {
    ['\0'] = IN_TEXT | IN_ATTRIBUTE, ['&'] = IN_TEXT | IN_ATTRIBUTE, ['<'] = IN_TEXT | IN_ATTRIBUTE,
    ['>'] = IN_TEXT | IN_ATTRIBUTE, ['"'] = IN_ATTRIBUTE,
};

static void
write_escaped(struct door_buf *out, const char *text, unsigned char where)
{
    for (;;) {
        const char *start = text;

        while (!(stops[(unsigned char)*text] & where))
            text++;
        door_buf_add(out, start, (size_t)(text - start));
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
    write_escaped(out, text, IN_TEXT);
}

void
door_html_attribute(struct door_buf *out, const char *text)
{
    write_escaped(out, text, IN_ATTRIBUTE);
}
