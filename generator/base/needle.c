#include "base/needle.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct door_needle {
    enum door_needle_kind kind;
    uint32_t first;             /* the hash of its first word */
    const char *words;          /* of WORDS and CASED: one space between them; else the text */
    double degrees;
    size_t what;
    size_t next;                /* the one before it in its chain, counted from 1; 0 = none */
};

#define LONGEST 20              /* bytes of a number: more decimals tell nothing */
#define NEARLY 0.0001           /* of a degree: eleven metres */

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

/* How many bytes of Unicode's spaces, dashes and quotes (U+00A0, U+00AD, U+2000 to U+207F, U+FEFF) stand here. */
static size_t
wide_gap(const char *at, const char *end)
{
    const unsigned char *c = (const unsigned char *)at;

    if (end - at >= 2 && c[0] == 0xC2 && (c[1] == 0xA0 || c[1] == 0xAD))
        return 2;
    if (end - at >= 3 && ((c[0] == 0xE2 && (c[1] == 0x80 || c[1] == 0x81)) || (c[0] == 0xEF && c[1] == 0xBB)))
        return 3;
    return 0;
}

static bool
is_word(const char *at, const char *end)
{
    return is_ascii_word(*at) || ((unsigned char)*at >= 0x80 && !wide_gap(at, end));
}

static const char *
skip_gap(const char *at, const char *end)
{
    while (at < end && !is_word(at, end)) {
        size_t wide = wide_gap(at, end);

        at += wide ? wide : 1;
    }
    return at;
}

/* The end of the word that begins here, and its hash (FNV-1a of the lower-case letters). */
static const char *
read_word(const char *at, const char *end, uint32_t *hash)
{
    uint32_t value = 2166136261u;

    for (; at < end && is_word(at, end); at++)
        value = (value ^ (unsigned char)lower(*at)) * 16777619u;
    *hash = value;
    return at;
}

/* "53.9583" (or with a comma), without a sign. */
static double
read_number(const char *text, size_t size)
{
    double number = 0, unit = 1;
    bool decimals = false;
    size_t i;

    for (i = 0; i < size; i++) {
        if (text[i] == '.' || text[i] == ',') {
            decimals = true;
        } else if (text[i] >= '0' && text[i] <= '9') {
            number = number * 10 + (text[i] - '0');
            unit *= decimals ? 10 : 1;
        }
    }
    return number / unit;
}

static char *
join_words(struct door_arena *arena, const char *text, bool cased, size_t *count)
{
    const char *end = text + strlen(text), *at = skip_gap(text, end);
    char *words = door_arena_alloc(arena, strlen(text) * 2 + 1), *out = words;

    for (*count = 0; at < end; (*count)++) {
        if (*count)
            *out++ = ' ';
        for (; at < end && is_word(at, end); at++)
            *out++ = cased ? *at : lower(*at);
        at = skip_gap(at, end);
    }
    return words;
}

char *
door_needle_words(struct door_arena *arena, const char *text, size_t *count)
{
    return join_words(arena, text, false, count);
}

void
door_needles_add(struct door_needles *needles, struct door_arena *arena, enum door_needle_kind kind,
        const char *text, size_t what)
{
    struct door_needle *needle;
    size_t count, *chain;
    const char *words = join_words(arena, text, kind == DOOR_NEEDLE_CASED, &count);

    if (!count)
        return;
    needles->items = door_arena_grow(arena, needles->items, needles->count, &needles->capacity, sizeof *needle);
    needle = &needles->items[needles->count++];
    *needle = (struct door_needle){ .kind = kind, .words = words, .what = what };
    if (kind == DOOR_NEEDLE_ADDRESS)
        needle->words = door_arena_text(arena, skip_gap(text, text + strlen(text)));
    read_word(needle->words, needle->words + strlen(needle->words), &needle->first);
    chain = &needles->heads[needle->first % (sizeof needles->heads / sizeof *needles->heads)];
    if (kind == DOOR_NEEDLE_DEGREES) {
        needle->degrees = read_number(text + strspn(text, "-"), strlen(text));
        chain = &needles->degrees;
    }
    needle->next = *chain;
    *chain = needles->count;
}

static bool
are_words(const char *words, bool cased, const char *at, const char *end)
{
    for (;;) {
        for (; *words && *words != ' '; words++, at++)
            if (at >= end || (cased ? *at : lower(*at)) != *words)
                return false;
        if (at < end && is_word(at, end))
            return false;
        if (!*words++)
            return true;
        at = skip_gap(at, end);
    }
}

/* May this stand beside an address without being part of it? A full stop ends a sentence where no word follows. */
static bool
ends_address(const char *at, const char *end)
{
    if (at >= end)
        return true;
    if (*at == '.')
        return at + 1 >= end || !is_word(at + 1, end);
    return !is_word(at, end) && *at != '-' && *at != '_' && *at != '@';
}

static bool
is_address(const char *address, const char *text, const char *at, const char *end)
{
    size_t size = strlen(address), i;

    if ((size_t)(end - at) < size || (at > text && strchr("._%+-@", at[-1])))
        return false;
    for (i = 0; i < size; i++)
        if (lower(at[i]) != lower(address[i]))
            return false;
    return ends_address(at + size, end);
}

/* A number begins here: does it have four decimals or more, and which is it? */
static bool
read_degrees(const char *at, const char *end, double *degrees)
{
    size_t whole = 0, size;

    while (at + whole < end && at[whole] >= '0' && at[whole] <= '9')
        whole++;
    for (size = whole + 1; size < LONGEST && at + size < end && at[size] >= '0' && at[size] <= '9'; size++)
        ;
    if (!whole || whole > 3 || at + whole >= end || (at[whole] != '.' && at[whole] != ',') || size < whole + 5)
        return false;
    *degrees = read_number(at, size);
    return true;
}

static void
search_degrees(const struct door_needles *needles, const char *at, const char *end, door_needle_found *found,
        void *context)
{
    double degrees;
    size_t i;

    if (!read_degrees(at, end, &degrees))
        return;
    for (i = needles->degrees; i; i = needles->items[i - 1].next)
        if (fabs(needles->items[i - 1].degrees - degrees) < NEARLY)
            found(context, needles->items[i - 1].what);
}

static bool
is_needle(const struct door_needle *needle, const char *text, const char *at, const char *end)
{
    switch (needle->kind) {
    case DOOR_NEEDLE_WORDS:
    case DOOR_NEEDLE_CASED:
        return are_words(needle->words, needle->kind == DOOR_NEEDLE_CASED, at, end);
    case DOOR_NEEDLE_ADDRESS:
        return is_address(needle->words, text, at, end);
    case DOOR_NEEDLE_DEGREES:
        return false;
    }
    return false;
}

void
door_needles_search(const struct door_needles *needles, const char *text, size_t size, door_needle_found *found,
        void *context)
{
    const char *end = text + size, *at = skip_gap(text, end), *next;
    const size_t heads = sizeof needles->heads / sizeof *needles->heads;
    size_t i;

    for (; at < end; at = skip_gap(next, end)) {
        uint32_t hash;

        next = read_word(at, end, &hash);
        if (needles->degrees && *at >= '0' && *at <= '9')
            search_degrees(needles, at, end, found, context);
        for (i = needles->heads[hash % heads]; i; i = needles->items[i - 1].next)
            if (needles->items[i - 1].first == hash && is_needle(&needles->items[i - 1], text, at, end))
                found(context, needles->items[i - 1].what);
    }
}
