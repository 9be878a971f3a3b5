#include "base/text.h"

#include <string.h>

#include "base/arena.h"

size_t
door_text_step(const char *bytes, size_t left)
{
    const unsigned char *p = (const unsigned char *)bytes;
    unsigned char low = 0x80, high = 0xBF;
    size_t size, i;

    if (p[0] < 0x80)
        return p[0] != 0;
    if (p[0] >= 0xC2 && p[0] <= 0xDF)
        size = 2;
    else if (p[0] >= 0xE0 && p[0] <= 0xEF)
        size = 3;
    else if (p[0] >= 0xF0 && p[0] <= 0xF4)
        size = 4;
    else
        return 0;
    if (size > left)
        return 0;
    if (p[0] == 0xE0)
        low = 0xA0;
    else if (p[0] == 0xED)
        high = 0x9F;
    else if (p[0] == 0xF0)
        low = 0x90;
    else if (p[0] == 0xF4)
        high = 0x8F;
    if (p[1] < low || p[1] > high)
        return 0;
    for (i = 2; i < size; i++)
        if (p[i] < 0x80 || p[i] > 0xBF)
            return 0;
    return size;
}

bool
door_text_is_clean(const char *bytes, size_t size, size_t *bad)
{
    size_t i = 0, step;

    while (i < size) {
        step = door_text_step(bytes + i, size - i);
        if (!step) {
            *bad = i;
            return false;
        }
        i += step;
    }
    return true;
}

int32_t
door_text_next(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;

    if (p[0] < 0x80) {
        *text += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *text += 2;
        return (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (p[0] < 0xF0) {
        *text += 3;
        return (p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    *text += 4;
    return (p[0] & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

size_t
door_text_length(const char *text)
{
    size_t length = 0;

    for (; *text; text++)
        length += ((unsigned char)*text & 0xC0) != 0x80;
    return length;
}

bool
door_text_is_id(const char *text)
{
    size_t i;

    for (i = 0; text[i]; i++) {
        bool word = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9');
        bool hyphen = text[i] == '-' && i > 0 && text[i - 1] != '-' && text[i + 1];

        if (!word && !hyphen)
            return false;
    }
    return i > 0 && i <= 64;
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

bool
door_text_same(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b))
        a++, b++;
    return lower(*a) == lower(*b);
}

bool
door_text_starts(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

bool
door_text_ends(const char *text, const char *end)
{
    size_t size = strlen(text), tail = strlen(end);

    return size >= tail && strcmp(text + size - tail, end) == 0;
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct door_span
door_text_trim(struct door_span span)
{
    while (span.size && is_space(span.start[0]))
        span.start++, span.size--;
    while (span.size && is_space(span.start[span.size - 1]))
        span.size--;
    return span;
}

bool
door_span_is(struct door_span span, const char *text)
{
    return strlen(text) == span.size && memcmp(span.start, text, span.size) == 0;
}

char *
door_text_fold_space(struct door_arena *arena, const char *text)
{
    char *folded = door_arena_alloc(arena, strlen(text) + 1);
    size_t size = 0;

    for (; *text; text++) {
        if (!is_space(*text))
            folded[size++] = *text;
        else if (size && folded[size - 1] != ' ')
            folded[size++] = ' ';
    }
    if (size && folded[size - 1] == ' ')
        size--;
    folded[size] = '\0';
    return folded;
}

const char *
door_text_folded(struct door_arena *arena, const char *text)
{
    const char *p;

    for (p = text; *p; p++)
        if (is_space(*p) && (*p != ' ' || p == text || p[1] == ' ' || !p[1]))
            return door_text_fold_space(arena, text);
    return text;
}

#define LONGEST_GUESS 48

/* Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each. */
/* U+00A0 and U+202F; pasted from web pages and word processors. */
static bool
is_no_break_space(const char *p)
{
    return memcmp(p, "\xC2\xA0", 2) == 0 || (p[1] && memcmp(p, "\xE2\x80\xAF", 3) == 0);
}

size_t
door_text_invisible(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;

    if (c[0] == 0xC2)
        return c[1] == 0xAD ? 2 : 0;
    if (c[0] == 0xE2)
        return (c[1] == 0x80 && c[2] >= 0x8B && c[2] <= 0x8F) || (c[1] == 0x81 && c[2] == 0xA0) ? 3 : 0;
    return c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF ? 3 : 0;
}

const char *
door_text_typed(struct door_arena *arena, const char *text)
{
    const char *p = text;
    char *typed, *to;

    while (*p && (unsigned char)*p < 0x80)
        p++;
    if (!*p)
        return text;
    typed = to = door_arena_alloc(arena, strlen(text) + 1);
    for (p = text; *p; ) {
        size_t size = door_text_invisible(p);

        if (size) {
            p += size;
        } else if (is_no_break_space(p)) {
            *to++ = ' ';
            p += *p == '\xC2' ? 2 : 3;
        } else {
            *to++ = *p++;
        }
    }
    *to = '\0';
    return door_text_fold_space(arena, typed);
}

size_t
door_text_distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST_GUESS + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2], *spare;
    size_t m = strlen(a), n = strlen(b), i, j;

    if (m > LONGEST_GUESS || n > LONGEST_GUESS)
        return LONGEST_GUESS;
    for (j = 0; j <= n; j++)
        above[j] = j;
    for (i = 1; i <= m; i++) {
        row[0] = i;
        for (j = 1; j <= n; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            size_t best = above[j - 1] + !same;

            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])
                    && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[n];
}

const char *
door_text_nearest(const char *typed, const char *const *candidates, size_t count)
{
    size_t best = strlen(typed) / 3 + 1, i;
    const char *nearest = NULL;

    for (i = 0; i < count; i++) {
        size_t d = door_text_distance(typed, candidates[i]);

        if (d < best || (d == best && !nearest && d < strlen(typed))) {
            best = d;
            nearest = candidates[i];
        }
    }
    return nearest;
}

const char *
door_text_did_you_mean(struct door_arena *arena, const char *typed, const char *const *candidates,
        size_t count)
{
    const char *nearest = door_text_nearest(typed, candidates, count);

    return nearest ? door_arena_format(arena, "did you mean \"%s\"?", nearest) : NULL;
}

/* The size of a tag or an entity that begins here, or 0. "<3" and "R&B" are neither. */
static size_t
markup_size(const char *p)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    bool number = p[0] == '&' && p[1] == '#';
    const char *name = p + 1 + (number || (p[0] == '<' && p[1] == '/')), *end;
    size_t size = strspn(name, number ? "0123456789" : letters);

    if (door_text_starts(p, "**") || door_text_starts(p, "]("))
        return 2;
    if (p[0] == '<')
        end = size ? strchr(name, '>') : NULL;
    else
        end = p[0] == '&' && size > !number && name[size] == ';' ? name + size : NULL;
    return end ? (size_t)(end + 1 - p) : 0;
}

struct door_span
door_text_find_markup(const char *text)
{
    const char *p;
    size_t size;

    for (p = strpbrk(text, "<&*]"); p; p = strpbrk(p + 1, "<&*]")) {
        size = markup_size(p);
        if (size)
            return (struct door_span){ p, size };
    }
    return (struct door_span){ text, 0 };
}
