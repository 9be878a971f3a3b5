#include "base/yaml_slip.h"

#include <string.h>

#include "base/arena.h"

#define MOST_OPEN 8         /* brackets in one value */

struct line {
    struct door_arena *arena;
    struct door_span text;
    struct door_span before;        /* up to the value: `  - name: ` */
    struct door_span value;         /* without white space at its ends */
    struct door_yaml_slip *slip;
};

static int
column_at(const struct line *line, const char *p)
{
    const char *q;
    int column = 1;

    for (q = line->text.start; q < p; q++)
        column += ((unsigned char)*q & 0xC0) != 0x80;
    return column;
}

static bool
contains(struct door_span span, char c)
{
    return memchr(span.start, c, span.size) != NULL;
}

const char *
door_yaml_quote(struct door_arena *arena, struct door_span value)
{
    char *quoted, *to;
    size_t i;

    if (!contains(value, '"') && !contains(value, '\\'))
        return door_arena_format(arena, "\"%.*s\"", (int)value.size, value.start);
    if (!contains(value, '\''))
        return door_arena_format(arena, "'%.*s'", (int)value.size, value.start);
    quoted = to = door_arena_alloc(arena, value.size * 2 + 3);
    *to++ = '"';
    for (i = 0; i < value.size; i++) {
        if (strchr("\"\\", value.start[i]))
            *to++ = '\\';
        *to++ = value.start[i];
    }
    *to = '"';
    return quoted;
}

/* The line with this instead of what stands from `from` on. */
static const char *
mend(const struct line *line, const char *from, const char *instead)
{
    return door_arena_format(line->arena, "%.*s%s", (int)(from - line->text.start), line->text.start, instead);
}

/* Report a slip at p, with the value put into quotes: inner is the value without the quotes it may have had. */
static bool
tell_quoted(struct line *line, const char *p, const char *id, const char *message, struct door_span inner)
{
    struct door_span before = door_text_trim(line->before);
    const char *quoted = door_yaml_quote(line->arena, inner);

    *line->slip = (struct door_yaml_slip){ column_at(line, p), id, message, door_arena_format(line->arena,
            "Put the whole value in quotes: %.*s %s", (int)before.size, before.start, quoted),
            mend(line, line->value.start, quoted) };
    return true;
}

static bool
tell(struct line *line, const char *p, const char *id, const char *message, const char *hint)
{
    *line->slip = (struct door_yaml_slip){ column_at(line, p), id, message, hint, NULL };
    return true;
}

/* The closing quotation mark of the value, or NULL. */
static const char *
closing_quote(struct door_span value)
{
    const char *p = value.start + 1, *end = value.start + value.size;

    for (; p < end; p++) {
        if (*value.start == '"' && *p == '\\')
            p++;
        else if (*p == *value.start && *p == '\'' && p + 1 < end && p[1] == '\'')
            p++;
        else if (*p == *value.start)
            return p;
    }
    return NULL;
}

static bool
is_behind_value(const char *p, const char *end)
{
    return p == end || ((*p == ' ' || *p == '\t') && (p + 1 == end || strspn(p, " \t") >= (size_t)(end - p)
            || p[strspn(p, " \t")] == '#'));
}

/* "C:\\Users": a backslash that YAML does not know, or NULL. */
static const char *
find_backslash(struct door_span value, const char *close)
{
    const char *p;

    for (p = value.start + 1; *value.start == '"' && p < close; p++) {
        if (*p == '\\' && !strchr("\"\\/nt", p[1]))
            return p;
        p += *p == '\\';
    }
    return NULL;
}

static bool
check_quotes(struct line *line)
{
    struct door_span value = line->value, inner = value;
    const char *end = value.start + value.size, *close = closing_quote(value);

    if (!close) {
        inner.start++, inner.size--;
        return tell_quoted(line, value.start, "yaml-quote", "a quotation mark that is not closed", inner);
    }
    if (is_behind_value(close + 1, end)) {
        const char *slash = find_backslash(value, close);

        inner.start++, inner.size = (size_t)(close - inner.start);
        return slash && tell_quoted(line, slash, "yaml-quote", "a backslash inside \"...\"", inner);
    }
    if (end[-1] != *value.start)
        return tell_quoted(line, close + 1, "yaml-quote", "text behind the closing quotation mark", inner);
    inner.start++, inner.size -= 2;
    return tell_quoted(line, close, "yaml-quote", *close == '\'' ? "an apostrophe inside '...'"
            : "a quotation mark inside \"...\"", inner);
}

/* Behind the bracket that closes the value's first, or NULL. */
static const char *
behind_bracket(struct door_span value)
{
    const char *p = value.start, *end = p + value.size;
    int depth = 0;

    for (; p < end; p++) {
        if (*p == '[' || *p == '{')
            depth++;
        else if ((*p == ']' || *p == '}') && --depth == 0)
            return p + 1;
    }
    return NULL;
}

/* The value with what closes its brackets, where that is clear: NULL if it goes on, or one was closed by another. */
static const char *
close_brackets(struct door_arena *arena, struct door_span value)
{
    char open[MOST_OPEN + 1] = "";
    size_t depth = 0, i;

    for (i = 0; i < value.size; i++) {
        char c = value.start[i];

        if (c == '[' || c == '{') {
            if (depth == MOST_OPEN)
                return NULL;
            open[depth++] = c == '[' ? ']' : '}';
        } else if ((c == ']' || c == '}') && (!depth || open[--depth] != c)) {
            return NULL;
        }
    }
    if (!depth || strchr(",:[{", value.start[value.size - 1]) || contains(value, '"') || contains(value, '\''))
        return NULL;
    for (i = 0; i < depth / 2; i++) {
        char c = open[i];

        open[i] = open[depth - 1 - i];
        open[depth - 1 - i] = c;
    }
    return door_arena_format(arena, "%.*s%.*s", (int)value.size, value.start, (int)depth, open);
}

static bool
tell_open_bracket(struct line *line)
{
    struct door_span value = line->value;
    const char *closed = close_brackets(line->arena, value);

    tell(line, value.start, "yaml-bracket", *value.start == '{' ? "a { that is not closed" : "a [ that is not closed",
            closed ? door_arena_format(line->arena, "Close it: %s", closed)
            : "Close it; and put values that hold a comma, a colon or a bracket in quotes.");
    line->slip->mended = closed ? mend(line, value.start, closed) : NULL;
    return true;
}

static bool
check_bracket(struct line *line)
{
    struct door_span value = line->value;
    const char *behind = behind_bracket(value);

    if (!behind)
        return tell_open_bracket(line);
    if (is_behind_value(behind, value.start + value.size))
        return false;
    if (strspn(behind, "]} ") >= (size_t)(value.start + value.size - behind))
        return tell(line, behind, "yaml-bracket", "a bracket more than was opened", "Take the last one out.");
    return tell_quoted(line, behind, "yaml-bracket", "text behind the closing bracket", value);
}

/* | and > begin a text on the lines below, and stand alone on theirs. */
static bool
is_block_start(struct door_span value)
{
    size_t size = 1 + strspn(value.start + 1, "+-0123456789");

    return size >= value.size || is_behind_value(value.start + size, value.start + value.size);
}

static bool
check_curly(struct line *line)
{
    struct door_span inner = line->value;

    if (inner.size < 6 || memcmp(inner.start, "\xE2\x80", 2) != 0 || !strchr("\x9C\x98\x9E", inner.start[2]))
        return false;
    inner.start += 3, inner.size -= 3;
    if (memcmp(inner.start + inner.size - 3, "\xE2\x80", 2) == 0)
        inner.size -= 3;
    return tell_quoted(line, line->value.start, "yaml-curly", "curly quotes around a value", inner);
}

static bool
check_colon(struct line *line)
{
    const char *p = line->value.start, *end = p + line->value.size;

    for (; p < end; p++) {
        if (*p == '#' && p > line->value.start && p[-1] == ' ')
            return false;
        if (*p == ':' && (p + 1 == end || p[1] == ' ' || p[1] == '\t'))
            return tell_quoted(line, p, "yaml-colon", "a second colon in the line", line->value);
    }
    return false;
}

/* "-" and "?" stand for what is not known; "- free" is an item of a list, where the value was meant to stand. */
static bool
check_hyphen(struct line *line)
{
    struct door_span value = line->value, before = door_text_trim(line->before), rest;
    const char *mended;

    if (value.size > 1 && value.start[1] != ' ')
        return false;
    rest = door_text_trim((struct door_span){ value.start + 1, value.size - 1 });
    if (!rest.size)
        return tell(line, value.start, "yaml-start", door_arena_format(line->arena, "a value that is only \"%c\"",
                *value.start), "Write the value, or take the line out until it is known.");
    if (*value.start == '?' || *rest.start == '-')
        return tell_quoted(line, value.start, "yaml-start", door_arena_format(line->arena,
                "a value may not begin with %c", *value.start), value);
    mended = contains(rest, ':') ? door_yaml_quote(line->arena, rest)
            : door_arena_copy(line->arena, rest.start, rest.size);
    tell(line, value.start, "yaml-start", "a value may not begin with a hyphen", door_arena_format(line->arena,
            "Take the hyphen out: %.*s %s", (int)before.size, before.start, mended));
    line->slip->mended = mend(line, value.start, mended);
    return true;
}

static bool
check_value(struct line *line)
{
    struct door_span value = line->value;
    char first = value.size ? *value.start : '#';

    if (first == '#')
        return false;
    if (first == '"' || first == '\'')
        return check_quotes(line);
    if (first == '[' || first == '{')
        return check_bracket(line);
    if (strchr("-?", first))
        return check_hyphen(line) || check_colon(line);
    if (strchr("*&!@%`,]}", first) || (strchr("|>", first) && !is_block_start(value)))
        return tell_quoted(line, value.start, "yaml-start", door_arena_format(line->arena,
                "a value may not begin with %c", first), value);
    return check_curly(line) || check_colon(line);
}

/* "name:Baby": letters, a colon, and something that is no address. */
static bool
check_space(struct line *line, struct door_span rest)
{
    const char *mended;
    size_t size = 0;

    while (size < rest.size && ((rest.start[size] >= 'a' && rest.start[size] <= 'z') || rest.start[size] == '_'))
        size++;
    if (!size || size + 1 >= rest.size || rest.start[size] != ':' || rest.start[size + 1] == '/')
        return false;
    mended = door_arena_format(line->arena, "%.*s: %.*s", (int)size, rest.start, (int)(rest.size - size - 1),
            rest.start + size + 1);
    tell(line, rest.start + size, "yaml-space", "no space behind the colon", door_arena_join(line->arena, "Write: ",
            mended));
    line->slip->mended = mend(line, rest.start, mended);
    return true;
}

/* "name; Baby", "name = Baby": a word as fields are named, and a mark that is near the colon. */
static bool
check_mark(struct line *line, struct door_span rest)
{
    const char *mended;
    size_t size = 0, mark;

    while (size < rest.size && ((rest.start[size] >= 'a' && rest.start[size] <= 'z') || rest.start[size] == '_'))
        size++;
    mark = size < rest.size && rest.start[size] == ' ' ? size + 1 : size;
    if (!size || mark + 2 >= rest.size || !strchr(";=", rest.start[mark]) || rest.start[mark + 1] != ' ')
        return false;
    mended = door_arena_format(line->arena, "%.*s: %.*s", (int)size, rest.start, (int)(rest.size - mark - 2),
            rest.start + mark + 2);
    tell(line, rest.start + mark, "yaml-key", door_arena_format(line->arena, "a \"%c\" where the colon belongs",
            rest.start[mark]), door_arena_join(line->arena, "Write: ", mended));
    line->slip->mended = mend(line, rest.start, mended);
    return true;
}

const char *
door_yaml_add_comma(struct door_arena *arena, struct door_span line, size_t colon)
{
    const char *end = line.start + line.size, *p = line.start + colon, *word;

    if (colon >= line.size || *p != ':')
        return NULL;
    while (p > line.start && ((p[-1] >= 'a' && p[-1] <= 'z') || p[-1] == '_'))
        p--;
    word = p;
    while (p > line.start && p[-1] == ' ')
        p--;
    if (word == line.start + colon || p == word || p == line.start)
        return NULL;
    p -= p[-1] == ';';
    return door_arena_format(arena, "%.*s, %.*s", (int)(p - line.start), line.start, (int)(end - word), word);
}

/* "-role: reception", or a dash of a word processor, where "- role" begins an item of a list. */
static bool
check_dash(struct line *line, struct door_span rest)
{
    bool hyphen = rest.size > 1 && rest.start[0] == '-' && rest.start[1] != '-', dash;
    const char *start = rest.start, *mended;
    size_t size = hyphen ? 1 : 3;

    dash = rest.size > 3 && (memcmp(rest.start, "\xE2\x80\x93", 3) == 0 || memcmp(rest.start, "\xE2\x80\x94", 3) == 0);
    if (!hyphen && !dash)
        return false;
    rest.start += size, rest.size -= size;
    rest = door_text_trim(rest);
    mended = door_arena_format(line->arena, "- %.*s", (int)rest.size, rest.start);
    tell(line, start, "yaml-dash", hyphen ? "no space behind the hyphen" : "a long dash in front of an item of a list",
            door_arena_join(line->arena, "Write: ", mended));
    line->slip->mended = mend(line, start, mended);
    return true;
}

/* The offset of the colon that ends a field's name, or rest.size. */
static size_t
find_colon(struct door_span rest)
{
    size_t i;

    for (i = 0; i < rest.size; i++)
        if (rest.start[i] == ':' && (i + 1 == rest.size || rest.start[i + 1] == ' ' || rest.start[i + 1] == '\t'))
            return i;
    return rest.size;
}

bool
door_yaml_find_slip(struct door_arena *arena, struct door_span text, struct door_yaml_slip *slip)
{
    struct line line = { .arena = arena, .text = text, .slip = slip };
    struct door_span rest = text;
    size_t colon;

    for (; rest.size && (*rest.start == ' ' || *rest.start == '\t'); rest.start++, rest.size--)
        if (*rest.start == '\t')
            return tell(&line, rest.start, "yaml-tab", "a tab at the beginning of the line",
                    "Use spaces, as many as the lines beside it have.");
    while (rest.size > 1 && rest.start[0] == '-' && rest.start[1] == ' ')
        rest.start += 2, rest.size -= 2;
    rest = door_text_trim(rest);
    if (!rest.size || *rest.start == '#' || strchr("\"'[{", *rest.start))
        return false;
    if (check_dash(&line, rest))
        return true;
    colon = find_colon(rest);
    if (colon == rest.size)
        return check_mark(&line, rest) || check_space(&line, rest);
    line.before = (struct door_span){ text.start, (size_t)(rest.start + colon + 1 - text.start) };
    line.value = door_text_trim((struct door_span){ rest.start + colon + 1, rest.size - colon - 1 });
    return check_value(&line);
}
