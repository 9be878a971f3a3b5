#include "content/source.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "content/markdown.h"

enum {
    LONGEST_LINE = 64 * 1024    /* bytes */
};

/* The file's text in lines that end with \n, without a byte order mark. It is changed where it lies. */
static struct door_span
plain_lines(char *bytes, size_t size)
{
    struct door_span span = { bytes, size };
    char *from, *to, *end;

    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        span.start = bytes += 3, span.size = size -= 3;
    end = bytes + size;
    from = to = memchr(bytes, '\r', size);
    if (!from)
        return span;
    for (; from < end; from++) {
        if (*from != '\r')
            *to++ = *from;
        else if (from + 1 == end || from[1] != '\n')
            *to++ = '\n';
    }
    *to = '\0';
    span.size = (size_t)(to - bytes);
    return span;
}

/* The line at p without white space behind it. */
static struct door_span
line_at(const char *p, const char *end)
{
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    struct door_span line = { p, (size_t)((stop ? stop : end) - p) };

    while (line.size && (p[line.size - 1] == ' ' || p[line.size - 1] == '\t'))
        line.size--;
    return line;
}

static const char *
next_line(const char *p, const char *end)
{
    const char *stop = memchr(p, '\n', (size_t)(end - p));

    return stop ? stop + 1 : end;
}

/* A word processor makes a dash of two hyphens, and a slip of the finger makes two or four of three. */
static bool
is_nearly_dashes(struct door_span line)
{
    size_t i;

    for (i = 0; i < line.size; i++)
        if (!strchr("-\xE2\x80\x93\x94", line.start[i]))
            return false;
    return line.size > 1;
}

/* The line of "---" that ends the front matter, or NULL. */
static const char *
find_end(struct door_span text, int *lines)
{
    const char *end = text.start + text.size, *p;

    *lines = 1;
    for (p = next_line(text.start, end); p < end; p = next_line(p, end), ++*lines)
        if (p[0] == '-' && door_span_is(line_at(p, end), "---"))
            return p;
    return NULL;
}

static bool
refuse_dashes(const struct door_source *source, int line, const char *message, const char *hint, struct door_diag *diag)
{
    door_diag_error(diag, (struct door_place){ source->file, line, 1 }, "front-matter", hint, "%s", message);
    return false;
}

/* Does a field begin here, "name: Baby", or does one go on: an item, a line further in, a comment? */
static bool
is_of_fields(struct door_span line)
{
    size_t size = 0;

    if (!line.size || strchr(" \t-#]}", line.start[0]))
        return true;
    while (size < line.size && ((line.start[size] >= 'a' && line.start[size] <= 'z') || line.start[size] == '_'))
        size++;
    return size && size < line.size && line.start[size] == ':';
}

/*
 * Where the front matter was meant to end, so that the rest of its mistakes are told too: at a line of nearly three
 * hyphens, where text begins, or at a heading below an empty line.
 */
static const char *
guess_end(struct door_span text, int *lines)
{
    const char *end = text.start + text.size, *p;
    bool below_empty = false;

    *lines = 1;
    for (p = next_line(text.start, end); p < end; p = next_line(p, end), ++*lines) {
        struct door_span line = line_at(p, end);

        if (is_nearly_dashes(line) || !is_of_fields(line) || (below_empty && door_text_starts(p, "## ")))
            return p;
        below_empty = !line.size;
    }
    return end;
}

static bool
refuse_end(const struct door_source *source, struct door_span text, struct door_diag *diag)
{
    const char *end = text.start + text.size, *p;
    int line = 2;

    for (p = next_line(text.start, end); p < end; p = next_line(p, end), line++)
        if (is_nearly_dashes(line_at(p, end)))
            return refuse_dashes(source, line, "the line below the fields is not \"---\"",
                    "Write exactly three hyphens on this line.", diag);
    return refuse_dashes(source, 1, "no line of \"---\" ends the fields",
            "Write a line of three hyphens between the fields and the text.", diag);
}

static bool
read_body(struct door_arena *arena, struct door_source *source, struct door_span text, int line,
        struct door_diag *diag)
{
    if (!door_text_trim(text).size)
        return true;
    source->body = door_markdown_parse(arena, (struct door_place){ source->file, line, 1 }, text.start, text.size,
            diag);
    return source->body != NULL;
}

/* The first line of an entry is "---"; where fields begin without it, they are read all the same. False: nothing is. */
static bool
find_front(const struct door_source *source, struct door_span text, const char **front, struct door_diag *diag)
{
    struct door_span first = line_at(text.start, text.start + text.size);

    *front = next_line(text.start, text.start + text.size);
    if (door_span_is(first, "---"))
        return true;
    refuse_dashes(source, 1, "the file does not begin with \"---\"", is_nearly_dashes(first)
            ? "Write exactly three hyphens on this line."
            : "Begin with a line of three hyphens, then the fields, then three hyphens again.", diag);
    if (is_nearly_dashes(first))
        return true;
    *front = text.start;
    return first.size && is_of_fields(first);
}

static bool
read_entry(struct door_tray *tray, struct door_source *source, struct door_span text, struct door_diag *diag)
{
    const char *end = text.start + text.size, *front, *stop;
    bool ok, whole = true;
    int lines;

    if (!find_front(source, text, &front, diag))
        return false;
    stop = find_end(text, &lines);
    if (!stop) {
        refuse_end(source, text, diag);
        stop = guess_end(text, &lines);
        whole = is_nearly_dashes(line_at(stop, end));
    }
    source->front = door_yaml_parse_apart(&tray->fronts, &tray->kept, &tray->known, source->file, front,
            (size_t)(stop - front), front != text.start, diag);
    ok = source->front != NULL;
    if (whole)
        stop = next_line(stop, end);
    return read_body(&tray->kept, source, (struct door_span){ stop, (size_t)(end - stop) }, lines + 1 + whole, diag)
            && ok;
}

/* No text for families has a line like that: a picture or a whole table was pasted. Reading on would only be slow. */
static bool
lines_fit(const char *file, struct door_span text, struct door_diag *diag)
{
    const char *at = text.start, *end = text.start + text.size;
    int line;

    for (line = 1; at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t size = (size_t)((stop ? stop : end) - at);

        if (size > LONGEST_LINE) {
            door_diag_error(diag, (struct door_place){ file, line, 1 }, "text-line",
                    "Take out what was pasted by mistake, or break it into paragraphs.",
                    "a line of %zu bytes; at most %d fit", size, LONGEST_LINE);
            return false;
        }
        at += size + 1;
    }
    return true;
}

static bool
read_text(struct door_tray *tray, struct door_source *source, struct door_span text, struct door_diag *diag)
{
    size_t errors = door_diag_errors(diag);

    if (!door_clean_check(source->file, text.start, text.size, diag) || !lines_fit(source->file, text, diag))
        return false;
    if (!door_text_ends(source->file, ".md"))
        source->front = door_yaml_parse_apart(&tray->fronts, &tray->kept, &tray->known, source->file, text.start,
                text.size, 0, diag);
    else if (!read_entry(tray, source, text, diag))
        return false;
    /* A key that is written twice leaves a tree, and is an error all the same. */
    return source->front && door_diag_errors(diag) == errors;
}

bool
door_source_read(struct door_tray *tray, const char *path, struct door_source *source, struct door_diag *diag)
{
    size_t size;
    char *bytes = door_file_read(&tray->file, path, &size);
    bool ok;

    if (!bytes)
        door_fail_path(path, errno);
    ok = read_text(tray, source, plain_lines(bytes, size), diag);
    door_arena_empty(&tray->file);
    return ok;
}
