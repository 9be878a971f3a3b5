#include "base/prose.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

struct door_place
door_prose_place(const struct door_prose *prose, const char *file)
{
    return (struct door_place){ file, prose->line, (int)prose->column };
}

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

/*
 * Writing Markdown so that it means the same when it is read again. Every decision looks at the characters on both
 * sides, because CommonMark does; tests/unit/content/markdown_test.c reads back what this writes for thousands of
 * made-up lines.
 */

struct writer {
    struct door_buf *out;
    size_t start;           /* of this leaf block in out */
};

static bool
at_line_start(const struct writer *writer)
{
    const struct door_buf *out = writer->out;

    return out->size == writer->start || out->data[out->size - 1] == '\n';
}

/* Does "&" begin what could be read as an entity? */
static bool
is_entity(const char *p)
{
    size_t size = strspn(p + 1, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    return size > 0 && p[1 + size] == ';';
}

/* Escape what would mean something at the beginning of a line: a list, a heading, a quote, a fence, a rule. */
static const char *
write_line_start(struct door_buf *out, const char *p)
{
    size_t digits = strspn(p, "0123456789");

    door_buf_add(out, p, digits);
    p += digits;
    if (digits ? *p == '.' || *p == ')' : *p && strchr("#+-=>~", *p)) {
        door_buf_char(out, '\\');
        door_buf_char(out, *p++);
    }
    return p;
}

/* Where copying words stops for a closer look. */
static const bool may_be_mark[256] = {
    ['\0'] = true, ['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true, ['['] = true, [']'] = true, ['<'] = true,
    ['&'] = true, ['!'] = true, ['~'] = true,
};

static void
write_text(struct writer *writer, const char *text, bool link_follows, bool spell_first)
{
    struct door_buf *out = writer->out;
    const char *p = text;

    if (at_line_start(writer))
        p = write_line_start(out, p);
    else if (spell_first)
        door_buf_format(out, "&#%d;", (int)door_text_next(&p));
    for (;; p++) {
        const char *start = p;

        while (!may_be_mark[(unsigned char)*p])
            p++;
        door_buf_add(out, start, (size_t)(p - start));
        if (!*p)
            return;
        if (strchr("\\`*_[]", *p) || (*p == '<' && p[1] && p[1] != ' ') || (*p == '&' && is_entity(p))
                || (*p == '!' && !p[1] && link_follows) || (*p == '~' && p[1] == '~'))
            door_buf_char(out, '\\');
        door_buf_char(out, *p);
    }
}

/*
 * Parentheses need not match in an address, and a backslash or an entity would be read as one. cmark resolves entities
 * in an address before it looks for backslashes, so a backslash does not protect the first "&" of one.
 */
static void
write_url(struct door_buf *out, const char *url)
{
    const char *p;

    for (p = url; *p; p++) {
        if (*p == '&' && is_entity(p)) {
            door_buf_text(out, "&amp;");
            continue;
        }
        if (strchr("\\()", *p) || (*p == '<' && p == url))
            door_buf_char(out, '\\');
        door_buf_char(out, *p);
    }
}

/* White space of CommonMark: Unicode's Zs. */
static bool
is_white(int32_t c)
{
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F
            || c == 0x3000;
}

static void
write_inlines(struct writer *writer, const struct door_prose *inlines, const struct door_prose *parent);

/* The words inside emphasis. White space at its ends has to be spelled as an entity, or the stars would be stars. */
static void
write_inside(struct writer *writer, const struct door_prose *emphasis)
{
    struct door_buf *out = writer->out;
    size_t start = out->size;
    struct door_buf inside = { 0 };
    const char *p, *next;

    write_inlines(writer, emphasis->children, emphasis);
    door_buf_add(&inside, out->data + start, out->size - start);
    out->size = start;
    for (p = door_buf_string(&inside); *p; p = next) {
        next = p;
        if (is_white(door_text_next(&next)) && (p == inside.data || !*next)) {
            next = p;
            door_buf_format(out, "&#%d;", (int)door_text_next(&next));
        } else {
            door_buf_add(out, p, (size_t)(next - p));
        }
    }
    if (inside.size && inside.data[inside.size - 1] == '\n')
        door_buf_text(out, "&#32;");
    door_buf_release(&inside);
}

/* Of a byte: part of a letter or digit, as far as that can be told without Unicode's tables. */
static bool
is_letter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The punctuation that prose has at the ends of emphasised words. */
static bool
is_punctuation(int32_t c)
{
    return c < 0x80 ? !is_letter((char)c) : (c >= 0xA1 && c <= 0xBF) || (c >= 0x600 && c <= 0x61F) || c == 0x6D4
            || c == 0x964 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x3001 && c <= 0x303F)
            || (c >= 0xFF01 && c <= 0xFF0F);
}

/* The code point that ends at offset end of out. */
static int32_t
code_point_before(const struct door_buf *out, size_t end, size_t *start)
{
    const char *p;

    for (*start = end - 1; *start > 0 && ((unsigned char)out->data[*start] & 0xC0) == 0x80; --*start)
        ;
    p = out->data + *start;
    return door_text_next(&p);
}

/*
 * Stars between a letter and punctuation mean nothing, unless that letter is spelled as an entity: which is how the
 * editor must have written it.
 */
static void
spell_letter_before(struct writer *writer, size_t mark)
{
    struct door_buf *out = writer->out, behind = { 0 };
    size_t start;
    int32_t letter = code_point_before(out, mark, &start);

    door_buf_add(&behind, out->data + mark, out->size - mark);
    out->size = start;
    door_buf_format(out, "&#%d;", (int)letter);
    door_buf_add(out, behind.data, behind.size);
    door_buf_release(&behind);
}

/*
 * "*", or "_" where stars of a neighbour would run into ours. Underscores mean nothing beside a letter, so stars stay
 * the rule.
 */
static char
choose_mark(const struct writer *writer, const struct door_prose *emphasis, const struct door_prose *parent)
{
    const struct door_prose *next = emphasis->next;
    const struct door_buf *out = writer->out;
    char before = at_line_start(writer) ? '\n' : out->data[out->size - 1];
    bool letter_follows = next && next->type == DOOR_PROSE_TEXT && is_letter(next->text[0]);
    bool touches = before == '*' || (next && next->type == DOOR_PROSE_STRONG)
            || (!next && parent->type == DOOR_PROSE_STRONG);

    if (emphasis->type == DOOR_PROSE_STRONG || !touches || letter_follows || is_letter(before))
        return '*';
    return '_';
}

static void
write_emphasis(struct writer *writer, const struct door_prose *emphasis, const struct door_prose *parent)
{
    char mark[3] = { choose_mark(writer, emphasis, parent), 0, 0 };
    struct door_buf *out = writer->out;
    bool letter_before = !at_line_start(writer) && is_letter(out->data[out->size - 1]);
    size_t start = out->size;
    const char *first;

    if (emphasis->type == DOOR_PROSE_STRONG)
        mark[1] = mark[0];
    door_buf_text(out, mark);
    write_inside(writer, emphasis);
    door_buf_text(out, mark);
    first = out->data + start + strlen(mark);
    if (letter_before && is_punctuation(door_text_next(&first)))
        spell_letter_before(writer, start);
}

/* Does text that begins with a letter follow emphasis that ends with punctuation? */
static bool
must_spell_first(const struct writer *writer, const struct door_prose *before, const struct door_prose *text)
{
    const struct door_buf *out = writer->out;
    size_t mark = before && before->type == DOOR_PROSE_STRONG ? 2 : 1, start;

    return before && (before->type == DOOR_PROSE_STRONG || before->type == DOOR_PROSE_EMPHASIS)
            && is_letter(text->text[0]) && is_punctuation(code_point_before(out, out->size - mark, &start));
}

static void
write_inlines(struct writer *writer, const struct door_prose *inlines, const struct door_prose *parent)
{
    struct door_buf *out = writer->out;
    const struct door_prose *before = NULL;

    for (; inlines; before = inlines, inlines = inlines->next) {
        switch (inlines->type) {
        case DOOR_PROSE_TEXT:
            write_text(writer, inlines->text, inlines->next && inlines->next->type == DOOR_PROSE_LINK,
                    must_spell_first(writer, before, inlines));
            break;
        case DOOR_PROSE_EMPHASIS:
        case DOOR_PROSE_STRONG:
            write_emphasis(writer, inlines, parent);
            break;
        case DOOR_PROSE_LINK:
            door_buf_char(out, '[');
            write_inlines(writer, inlines->children, inlines);
            door_buf_text(out, "](");
            write_url(out, inlines->url);
            door_buf_char(out, ')');
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
    struct writer writer = { out, out->size };

    write_inlines(&writer, leaf->children, leaf);
}
