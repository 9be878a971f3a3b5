#include "base/prose.h"

#include <string.h>

#include "base/buf.h"

void
door_prose_write_plain(struct door_buf *out, const struct door_prose *prose)
{
    const struct door_prose *child;

    if (prose->type == DOOR_PROSE_TEXT)
        door_buf_text(out, prose->text);
    if (prose->type == DOOR_PROSE_BREAK)
        door_buf_char(out, ' ');
    for (child = prose->children; child; child = child->next) {
        door_prose_write_plain(out, child);
        if (child->type < DOOR_PROSE_TEXT && child->next)
            door_buf_char(out, ' ');
    }
}

/* CommonMark lets a backslash stand before any ASCII punctuation; only these can mean something inside a line. */
static void
write_escaped(struct door_buf *out, const char *text, bool at_start)
{
    const char *p;

    for (p = text; *p; p++) {
        bool first = at_start && p == text;
        size_t digits = first ? strspn(p, "0123456789") : 0;

        if (digits && (p[digits] == '.' || p[digits] == ')')) {
            door_buf_add(out, p, digits);
            p += digits;
            door_buf_char(out, '\\');
        } else if (strchr("\\`*_[]<>", *p) || (first && strchr("#+-=>~", *p))
                || (*p == '!' && p[1] == '[') || (*p == '&' && p[1] && strchr(p, ';')) || *p == '~') {
            door_buf_char(out, '\\');
        }
        door_buf_char(out, *p);
    }
}

static void
write_inline(struct door_buf *out, const struct door_prose *inlines, bool at_start)
{
    for (; inlines; inlines = inlines->next, at_start = false) {
        switch (inlines->type) {
        case DOOR_PROSE_TEXT:
            write_escaped(out, inlines->text, at_start);
            break;
        case DOOR_PROSE_EMPHASIS:
            door_buf_char(out, '*');
            write_inline(out, inlines->children, false);
            door_buf_char(out, '*');
            break;
        case DOOR_PROSE_STRONG:
            door_buf_text(out, "**");
            write_inline(out, inlines->children, false);
            door_buf_text(out, "**");
            break;
        case DOOR_PROSE_LINK:
            door_buf_char(out, '[');
            write_inline(out, inlines->children, false);
            door_buf_format(out, "](%s)", inlines->url);
            break;
        case DOOR_PROSE_BREAK:
            door_buf_text(out, "\\\n");
            break;
        case DOOR_PROSE_BODY:
        case DOOR_PROSE_HEADING:
        case DOOR_PROSE_PARAGRAPH:
        case DOOR_PROSE_LIST:
        case DOOR_PROSE_ITEM:
        case DOOR_PROSE_QUOTE:
        case DOOR_PROSE_RULE:
            break;      /* no block stands inside a leaf */
        }
    }
}

void
door_prose_write_markdown(struct door_buf *out, const struct door_prose *leaf)
{
    write_inline(out, leaf->children, true);
}
