#include "content/marks.h"

#include <string.h>

#include "base/arena.h"
#include "base/prose.h"

#define SHOWN 60        /* bytes of an editor's words in a message */
#define AROUND 12       /* bytes beside a mark that tell it from an escaped one */

static bool
is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* At most SHOWN bytes, cut between two characters. */
static int
shown(struct door_span span)
{
    size_t size = span.size;

    if (size > SHOWN)
        for (size = SHOWN; size && ((unsigned char)span.start[size] & 0xC0) == 0x80; size--)
            ;
    return (int)size;
}

/* --- at the beginning of a line --- */

/* What word processors begin the items of a list with. */
static size_t
bullet_size(struct door_span line, bool first)
{
    static const char *const bullets[] = {
        "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x80\xA3", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\x8B",
        "\xEF\x82\xB7", "\xE2\x80\x93 ",
    };
    size_t count = sizeof bullets / sizeof *bullets, i;

    if (!first)
        count--;        /* a short dash may stand where a sentence was broken */
    for (i = 0; i < count; i++)
        if (line.size > strlen(bullets[i]) && memcmp(line.start, bullets[i], strlen(bullets[i])) == 0)
            return strlen(bullets[i]);
    return 0;
}

static bool
make_space(struct door_arena *arena, struct door_span line, size_t size, const char *instead, struct door_mark *mark)
{
    struct door_span rest = door_text_trim((struct door_span){ line.start + size, line.size - size });

    mark->id = "markdown-space";
    mark->message = door_arena_format(arena, "no space behind \"%.*s\"", (int)size, line.start);
    mark->hint = door_arena_format(arena,
            "Write \"%s %.*s\", or put a backslash before it if it is meant as it stands.", instead, shown(rest),
            rest.start);
    return true;
}

static bool
make_bullet(struct door_arena *arena, struct door_span line, size_t size, struct door_mark *mark)
{
    struct door_span rest = door_text_trim((struct door_span){ line.start + size, line.size - size });

    mark->id = "markdown-bullet";
    mark->message = door_arena_format(arena, "\"%.*s\" makes no list", shown(line), line.start);
    mark->hint = door_arena_format(arena, "Begin each item with a hyphen and a space: \"- %.*s\".", shown(rest),
            rest.start);
    return true;
}

/* "##Head"; "#Head" too, where it is a line of its own: inside a sentence it is a word to search for. */
static bool
find_heading(struct door_arena *arena, struct door_span line, bool alone, struct door_mark *mark)
{
    size_t marks = 0;

    while (marks < line.size && line.start[marks] == '#')
        marks++;
    if (!marks || marks == line.size || line.start[marks] == ' '
            || (marks == 1 && (!alone || !is_letter(line.start[1]))))
        return false;
    return make_space(arena, line, marks, "##", mark);
}

/* "-one", "1.one". */
static bool
find_item(struct door_arena *arena, struct door_span line, struct door_mark *mark)
{
    size_t i = 0;

    if ((line.start[0] == '-' || line.start[0] == '+') && line.size > 1 && is_letter(line.start[1])
            && (unsigned char)line.start[1] != 0xC2)      /* "-£5" */
        return make_space(arena, line, 1, "-", mark);
    while (i < line.size && is_digit(line.start[i]))
        i++;
    if (!i || i > 2 || i + 2 >= line.size || !strchr(".)", line.start[i]) || !is_letter(line.start[i + 1])
            || !is_letter(line.start[i + 2]))
        return false;
    return make_space(arena, line, i + 1, door_arena_copy(arena, line.start, i + 1), mark);
}

static bool
find_in_line(struct door_arena *arena, struct door_span line, bool first, bool alone, struct door_mark *mark)
{
    size_t bullet = line.size ? bullet_size(line, first) : 0;

    if (!line.size)
        return false;
    if (bullet)
        return make_bullet(arena, line, bullet, mark);
    return find_heading(arena, line, alone, mark) || find_item(arena, line, mark);
}

static bool
find_in_lines(struct door_arena *arena, struct door_span source, struct door_mark *mark)
{
    const char *p = source.start, *end = p + source.size;
    const char *stop = memchr(p, '\n', source.size);
    bool alone = !stop || !door_text_trim((struct door_span){ stop, (size_t)(end - stop) }).size;

    for (mark->line = 0; p < end; p = stop + 1, mark->line++) {
        struct door_span line;

        stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop)
            stop = end;
        for (line.start = p; line.start < stop && strchr(" \t>", *line.start); line.start++)
            ;
        mark->column = (int)(line.start - p);
        line.size = (size_t)(stop - line.start);
        if (find_in_line(arena, line, mark->line == 0, alone, mark))
            return true;
    }
    return false;
}

/* --- in the words --- */

/*
 * Did an editor write the mark as it is, without a backslash? The tree no longer tells; the words around the mark are
 * looked for in the source.
 */
static bool
is_written(struct door_span source, const char *text, const char *at, size_t size)
{
    const char *start = at, *end = at + size, *stop = source.start + source.size, *found;

    while (start > text && at - start < AROUND && start[-1] != ' ')
        start--;
    while (*end && end - at < AROUND && *end != ' ')
        end++;
    size = (size_t)(end - start);
    for (found = source.start; (found = memmem(found, (size_t)(stop - found), start, size)); found++)
        if (found == source.start || found[-1] != '\\')
            return true;
    return false;
}

/* Is this (up to a bracket or space) where a link could lead: "place:x", "https://x", "www.x"? */
static bool
is_address(const char *text)
{
    size_t letters = 0;

    while (is_letter(text[letters]))
        letters++;
    return door_text_starts(text, "www.")
            || (letters > 2 && text[letters] == ':' && text[letters + 1] && !strchr(" )]", text[letters + 1]));
}

/* The words in [ ] that end at `end`. */
static struct door_span
words_before(const char *text, const char *end)
{
    const char *start = end;

    while (start > text && start[-1] != '[')
        start--;
    return start > text ? (struct door_span){ start, (size_t)(end - start) } : (struct door_span){ "words", 5 };
}

/* An address as it would work: a web address keeps its spaces, spelled as browsers spell them. */
static const char *
mend_address(struct door_arena *arena, struct door_span address)
{
    char *mended = door_arena_alloc(arena, address.size * 3 + 1), *to = mended;
    bool web = address.size > 4 && (memmem(address.start, address.size, "//", 2) != NULL);
    size_t i;

    address = door_text_trim(address);
    for (i = 0; i < address.size; i++) {
        if (address.start[i] != ' ')
            *to++ = address.start[i];
        else if (web)
            memcpy(to, "%20", 3), to += 3;
    }
    *to = '\0';
    mended[shown((struct door_span){ mended, (size_t)(to - mended) })] = '\0';
    return mended;
}

static bool
make_link(struct door_arena *arena, struct door_span words, struct door_span address, struct door_mark *mark)
{
    mark->id = "markdown-link";
    mark->message = door_arena_format(arena, "the link to \"%.*s\" is not read as one", shown(address), address.start);
    mark->hint = door_arena_format(arena, "Write [%.*s](%.*s), without spaces in or before the ( ).", shown(words),
            words.start, SHOWN, mend_address(arena, address));
    return true;
}

/* "[x](place: y)", and "[x](place:y" without its end. */
static bool
find_broken_link(struct door_arena *arena, const char *text, struct door_span source, struct door_mark *mark)
{
    const char *at;

    for (at = text; (at = strstr(at, "](")); at += 2) {
        struct door_span address = { at + 2, strcspn(at + 2, ")") };

        if (!is_written(source, text, at, 2))
            continue;
        if (!at[2 + address.size])
            address.size = strcspn(address.start, " ");
        return make_link(arena, words_before(text, at), address, mark);
    }
    return false;
}

/* "[x] (place:y)" and "(x)[place:y]". */
static bool
find_parted_link(struct door_arena *arena, const char *text, struct door_span source, struct door_mark *mark)
{
    const char *at;

    for (at = text; (at = strstr(at, "] (")); at += 3)
        if (is_address(at + 3) && is_written(source, text, at, 3))
            return make_link(arena, words_before(text, at),
                    (struct door_span){ at + 3, strcspn(at + 3, " )") }, mark);
    for (at = text; (at = strstr(at, ")[")); at += 2) {
        const char *start = at;

        while (start > text && start[-1] != '(')
            start--;
        if (is_address(at + 2) && is_written(source, text, at, 2))
            return make_link(arena, (struct door_span){ start, (size_t)(at - start) },
                    (struct door_span){ at + 2, strcspn(at + 2, " ]") }, mark);
    }
    return false;
}

static bool
find_lone_mark(struct door_arena *arena, const char *text, struct door_span source, struct door_mark *mark)
{
    static const struct {
        const char *mark, *hint;
    } marks[] = {
        { "**", "Bold words have ** right before and right behind them, without a space: **free**." },
        { "~~", "Take the words out: nothing is struck through here." },
        { "][", "Write where the link leads in ( ): [a hub](place:thornleigh-hub)." },
        { "[^", "Say it in the sentence: there are no footnotes here." },
    };
    const char *at;
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        at = strstr(text, marks[i].mark);
        if (!at || !is_written(source, text, at, 2))
            continue;
        mark->id = "markdown-marks";
        mark->message = door_arena_format(arena, "\"%s\" would be shown as it stands", marks[i].mark);
        mark->hint = marks[i].hint;
        return true;
    }
    return false;
}

/* However it is spelled ("&bull;"), what begins with a bullet must not come back from a catalogue as a mistake. */
static bool
find_bullet(struct door_arena *arena, const struct door_prose *text, bool first, struct door_mark *mark)
{
    struct door_span line = { text->text, strlen(text->text) };
    size_t size = bullet_size(line, first);

    return size && make_bullet(arena, line, size, mark);
}

static bool
find_in_words(struct door_arena *arena, const struct door_prose *prose, struct door_span source,
        struct door_mark *mark)
{
    for (; prose; prose = prose->next) {
        mark->text = prose;
        if (prose->type == DOOR_PROSE_TEXT && strpbrk(prose->text, "[(*~")
                && (find_broken_link(arena, prose->text, source, mark)
                || find_parted_link(arena, prose->text, source, mark)
                || find_lone_mark(arena, prose->text, source, mark)))
            return true;
        if (find_in_words(arena, prose->children, source, mark))
            return true;
    }
    return false;
}

bool
door_marks_find(struct door_arena *arena, const struct door_prose *leaf, struct door_span source,
        struct door_mark *mark)
{
    const struct door_prose *text;
    bool after_break = false;

    *mark = (struct door_mark){ 0 };
    if (leaf->type == DOOR_PROSE_PARAGRAPH && find_in_lines(arena, source, mark))
        return true;
    mark->line = -1;
    for (text = leaf->children; text; after_break = text->type == DOOR_PROSE_BREAK, text = text->next) {
        mark->text = text;
        if (text->type == DOOR_PROSE_TEXT && (after_break || text == leaf->children)
                && find_bullet(arena, text, text == leaf->children, mark))
            return true;
    }
    return find_in_words(arena, leaf->children, source, mark);
}
