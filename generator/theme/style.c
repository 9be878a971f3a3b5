/* A stylesheet on its way to a phone: comments and indents stay behind. */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "theme/tokens.h"

/* Behind the quote at text; strings are copied as they are. */
static const char *
string_end(const char *text)
{
    char quote = *text++;

    while (*text && *text != quote)
        text += *text == '\\' && text[1] ? 2 : 1;
    return *text ? text + 1 : text;
}

/* White space and comments from text on. */
static const char *
skip_blank(const char *text)
{
    for (;;) {
        if (isspace((unsigned char)*text)) {
            text++;
        } else if (text[0] == '/' && text[1] == '*') {
            const char *end = strstr(text + 2, "*/");

            text = end ? end + 2 : text + strlen(text);
        } else {
            return text;
        }
    }
}

void
door_style_write(struct door_buf *out, const char *css)
{
    while (*css) {
        const char *next = skip_blank(css);
        char last = out->size ? out->data[out->size - 1] : '\n';

        if (next > css) {
            /* Beside these a space says nothing; elsewhere it may be a combinator or part a value. */
            if (*next && !strchr("{};,", *next) && !strchr("{};,\n", last))
                door_buf_char(out, ' ');
            css = next;
        } else if (*css == '"' || *css == '\'') {
            next = string_end(css);
            door_buf_add(out, css, (size_t)(next - css));
            css = next;
        } else {
            door_buf_char(out, *css++);
        }
    }
    if (out->size && out->data[out->size - 1] != '\n')
        door_buf_char(out, '\n');
}
