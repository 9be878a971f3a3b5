#include "content/marks.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/prose.h"

#define SHOWN 60        /* bytes of an editor's words in a message */
#define AROUND 12       /* bytes beside a mark that tell it from an escaped one */
#define MOST 10         /* marks told among the words of one leaf block; who typed more of them has seen enough */

struct search {
    struct door_arena *arena;
    struct door_span source;    /* what the editor wrote */
    struct door_mark *marks;
    size_t count, capacity, most;
    const char *after;          /* in the source: behind the last mark found of the kind that is looked for */
    size_t kind;                /* of lone_marks */
    bool open;                  /* a lone mark was told, and the next one is its partner */
};

/* A mark whose line (from 0) and column are to be filled in. */
static struct door_mark *
add_mark(struct search *search, const char *id)
{
    search->marks = door_arena_grow(search->arena, search->marks, search->count, &search->capacity,
            sizeof *search->marks);
    search->marks[search->count] = (struct door_mark){ .id = id };
    return &search->marks[search->count++];
}

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

    if (!line.size || (unsigned char)line.start[0] < 0x80)
        return 0;
    if (!first)
        count--;        /* a short dash may stand where a sentence was broken */
    for (i = 0; i < count; i++)
        if (line.size >= strlen(bullets[i]) && memcmp(line.start, bullets[i], strlen(bullets[i])) == 0)
            return strlen(bullets[i]);
    return 0;
}

static bool
make_space(struct search *search, struct door_span line, size_t size, const char *instead)
{
    struct door_span rest = door_text_trim((struct door_span){ line.start + size, line.size - size });
    struct door_mark *mark = add_mark(search, "markdown-space");

    mark->message = door_arena_format(search->arena, "no space behind \"%.*s\"", (int)size, line.start);
    mark->hint = door_arena_format(search->arena,
            "Write \"%s %.*s\", or put a backslash before it if it is meant as it stands.", instead, shown(rest),
            rest.start);
    return true;
}

static bool
make_bullet(struct search *search, struct door_span line, size_t size)
{
    struct door_span rest = door_text_trim((struct door_span){ line.start + size, line.size - size });
    struct door_mark *mark = add_mark(search, "markdown-bullet");

    mark->message = door_arena_format(search->arena, "\"%.*s\" makes no list", shown(line), line.start);
    mark->hint = door_arena_format(search->arena, "Begin each item with a hyphen and a space: \"- %.*s\".", shown(rest),
            rest.start);
    return true;
}

/* "##Head"; "#Head" too, where it is a line of its own: inside a sentence it is a word to search for. */
static bool
find_heading(struct search *search, struct door_span line, bool alone)
{
    size_t marks = 0;

    while (marks < line.size && line.start[marks] == '#')
        marks++;
    if (!marks || marks == line.size || line.start[marks] == ' '
            || (marks == 1 && (!alone || !is_letter(line.start[1]))))
        return false;
    return make_space(search, line, marks, "##");
}

/* "-one", "1.one". */
static bool
find_item(struct search *search, struct door_span line)
{
    size_t i = 0;

    if ((line.start[0] == '-' || line.start[0] == '+') && line.size > 1 && is_letter(line.start[1])
            && (unsigned char)line.start[1] != 0xC2)      /* "-£5" */
        return make_space(search, line, 1, "-");
    while (i < line.size && is_digit(line.start[i]))
        i++;
    if (!i || i > 2 || i + 2 >= line.size || !strchr(".)", line.start[i]) || !is_letter(line.start[i + 1])
            || !is_letter(line.start[i + 2]))
        return false;
    return make_space(search, line, i + 1, door_arena_copy(search->arena, line.start, i + 1));
}

static bool
find_in_line(struct search *search, struct door_span line, bool first, bool alone)
{
    size_t bullet = line.size ? bullet_size(line, first) : 0;

    if (!line.size)
        return false;
    if (bullet)
        return make_bullet(search, line, bullet);
    return find_heading(search, line, alone) || find_item(search, line);
}

/* Each line of a paragraph. */
static void
find_in_lines(struct search *search)
{
    const char *p = search->source.start, *end = p + search->source.size;
    const char *stop = memchr(p, '\n', search->source.size);
    bool alone = !stop || !door_text_trim((struct door_span){ stop, (size_t)(end - stop) }).size;
    int number;

    for (number = 0; p < end; p = stop + 1, number++) {
        struct door_span line;

        stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop)
            stop = end;
        for (line.start = p; line.start < stop && strchr(" \t>", *line.start); line.start++)
            ;
        line.size = (size_t)(stop - line.start);
        if (find_in_line(search, line, number == 0, alone)) {
            search->marks[search->count - 1].line = number;
            search->marks[search->count - 1].column = (int)(line.start - p);
        }
    }
}

/* --- in the words --- */

/*
 * Where did an editor write this mark as it is, without a backslash? NULL: it is meant. The tree no longer tells; the
 * words around the mark are looked for in the source, behind the last one of its kind.
 */
static const char *
find_written(struct search *search, const char *text, const char *at, size_t size)
{
    const char *start = at, *end = at + size, *stop = search->source.start + search->source.size, *found;
    size_t whole;

    while (start > text && at - start < AROUND && start[-1] != ' ')
        start--;
    while (*end && end - at < AROUND && *end != ' ')
        end++;
    whole = (size_t)(end - start);
    found = search->after - search->source.start > at - start ? search->after - (at - start) : search->source.start;
    for (; (found = memmem(found, (size_t)(stop - found), start, whole)); found++)
        if (found == search->source.start || found[-1] != '\\') {
            found += at - start;
            search->after = found + size;
            return found;
        }
    return NULL;
}

/* Fill in where it stands. */
static void
place_mark(struct search *search, struct door_mark *mark, const char *written)
{
    const char *line = search->source.start, *stop;

    while ((stop = memchr(line, '\n', (size_t)(written - line)))) {
        line = stop + 1;
        mark->line++;
    }
    mark->column = (int)door_text_length(door_arena_copy(search->arena, line, (size_t)(written - line)));
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

static void
make_link(struct search *search, const char *written, struct door_span words, struct door_span address)
{
    struct door_mark *mark = add_mark(search, "markdown-link");

    mark->message = door_arena_format(search->arena, "the link to \"%.*s\" is not read as one", shown(address),
            address.start);
    mark->hint = door_arena_format(search->arena, "Write [%.*s](%.*s), without spaces in or before the ( ).",
            shown(words), words.start, SHOWN, mend_address(search->arena, address));
    place_mark(search, mark, written);
}

/* "[x](place: y)", and "[x](place:y" without its end. */
static void
find_broken_links(struct search *search, const char *text)
{
    const char *at, *written;

    for (at = text; search->count < search->most && (at = strstr(at, "](")); at += 2) {
        struct door_span address = { at + 2, strcspn(at + 2, ")") };

        written = find_written(search, text, at, 2);
        if (!written)
            continue;
        if (!at[2 + address.size])
            address.size = strcspn(address.start, " ");
        make_link(search, written, words_before(text, at), address);
    }
}

/* "[x] (place:y)" */
static void
find_parted_links(struct search *search, const char *text)
{
    const char *at, *written;

    for (at = text; search->count < search->most && (at = strstr(at, "] (")); at += 3) {
        written = is_address(at + 3) ? find_written(search, text, at, 3) : NULL;
        if (written)
            make_link(search, written, words_before(text, at),
                    (struct door_span){ at + 3, strcspn(at + 3, " )") });
    }
}

/* "(x)[place:y]" */
static void
find_crossed_links(struct search *search, const char *text)
{
    const char *at, *start, *written;

    for (at = text; search->count < search->most && (at = strstr(at, ")[")); at += 2) {
        written = is_address(at + 2) ? find_written(search, text, at, 2) : NULL;
        for (start = at; start > text && start[-1] != '('; start--)
            ;
        if (written)
            make_link(search, written, (struct door_span){ start, (size_t)(at - start) },
                    (struct door_span){ at + 2, strcspn(at + 2, " ]") });
    }
}

static const struct {
    const char *mark;
    bool pairs;         /* two of them are one slip */
    const char *hint;
} lone_marks[] = {
    { "**", true, "Bold words have ** right before and right behind them, without a space: **free**." },
    { "~~", true, "Take the words out: nothing is struck through here." },
    { "][", false, "Write where the link leads in ( ): [a hub](place:thornleigh-hub)." },
    { "[^", false, "Say it in the sentence: there are no footnotes here." },
};

static void
find_lone_marks(struct search *search, const char *text)
{
    const char *sign = lone_marks[search->kind].mark, *at, *written;
    struct door_mark *mark;

    for (at = text; search->count < search->most && (at = strstr(at, sign)); at += 2) {
        written = find_written(search, text, at, 2);
        if (!written)
            continue;
        if (!search->open) {
            mark = add_mark(search, "markdown-marks");
            mark->message = door_arena_format(search->arena, "\"%s\" would be shown as it stands", sign);
            mark->hint = lone_marks[search->kind].hint;
            place_mark(search, mark, written);
        }
        search->open = lone_marks[search->kind].pairs && !search->open;
    }
}

/* Is there a character among the words that all these marks are made of? Mostly not, and then nothing is looked for. */
static bool
has_signs(const struct door_prose *prose)
{
    for (; prose; prose = prose->next)
        if ((prose->type == DOOR_PROSE_TEXT && strpbrk(prose->text, "[(*~")) || has_signs(prose->children))
            return true;
    return false;
}

/* Hand all words of the leaf block to look, in order. */
static void
each_text(struct search *search, const struct door_prose *prose,
        void (*look)(struct search *search, const char *text))
{
    for (; prose; prose = prose->next) {
        if (prose->type == DOOR_PROSE_TEXT)
            look(search, prose->text);
        each_text(search, prose->children, look);
    }
}

static void
find_in_words(struct search *search, const struct door_prose *prose)
{
    static void (*const looks[])(struct search *search, const char *text) = {
        find_broken_links, find_parted_links, find_crossed_links,
    };
    size_t i;

    if (!has_signs(prose))
        return;
    search->most = search->count + MOST;
    for (i = 0; i < sizeof looks / sizeof *looks; i++) {
        search->after = search->source.start;
        each_text(search, prose, looks[i]);
    }
    for (i = 0; i < sizeof lone_marks / sizeof *lone_marks; i++) {
        search->after = search->source.start;
        search->kind = i;
        search->open = false;
        each_text(search, prose, find_lone_marks);
    }
}

/*
 * However it is spelled ("&bull;"), what begins with a bullet must not come back from a catalogue as a mistake. What
 * stands as it is in a paragraph has been told with its line.
 */
static void
find_spelled_bullets(struct search *search, const struct door_prose *leaf)
{
    const struct door_prose *text;
    bool after_break = true;

    for (text = leaf->children; text; after_break = text->type == DOOR_PROSE_BREAK, text = text->next) {
        struct door_span line = { text->text, text->type == DOOR_PROSE_TEXT ? strlen(text->text) : 0 };
        size_t size = line.size && after_break ? bullet_size(line, text == leaf->children) : 0;

        if (size && (leaf->type != DOOR_PROSE_PARAGRAPH
                || !memmem(search->source.start, search->source.size, line.start, size)))
            make_bullet(search, line, size);
    }
}

const struct door_mark *
door_marks_find(struct door_arena *arena, const struct door_prose *leaf, struct door_span source, size_t *count)
{
    struct search search = { .arena = arena, .source = source };

    if (leaf->type == DOOR_PROSE_PARAGRAPH)
        find_in_lines(&search);
    find_spelled_bullets(&search, leaf);
    find_in_words(&search, leaf->children);
    *count = search.count;
    return search.marks;
}
