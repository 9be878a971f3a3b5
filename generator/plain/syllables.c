#include "plain/syllables.h"

#include <stdbool.h>
#include <string.h>

#include "model/schema.h"

/* The letters of one part of a word: "agency" of "multi-agency". */
struct part {
    const char *at;
    size_t size;
};

static bool
is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static bool
is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static char
letter(struct part part, size_t from_end)
{
    return from_end <= part.size ? part.at[part.size - from_end] : '\0';
}

static bool
ends(struct part part, const char *end)
{
    size_t size = strlen(end);

    return part.size >= size && memcmp(part.at + part.size - size, end, size) == 0;
}

static bool
begins(struct part part, const char *start)
{
    size_t size = strlen(start);

    return part.size >= size && memcmp(part.at, start, size) == 0;
}

/* Runs of vowels; "y" in front of another vowel at the beginning is none. */
static int
count_runs(struct part part)
{
    bool before = false;
    int count = 0;
    size_t i;

    for (i = 0; i < part.size; i++) {
        bool vowel = is_vowel(part.at[i]) && !(i == 0 && part.at[0] == 'y' && part.size > 1 && is_vowel(part.at[1]));

        count += vowel && !before;
        before = vowel;
    }
    return count;
}

/*
 * Two vowels that are spoken apart: "re-al" is not known from "deal" by spelling, so only pairs that mostly are, each
 * with the letters before or behind it that join them again ("special", "nation", "language").
 */
static const struct {
    const char *pair, *not_behind, *not_before;     /* letters next to the pair that join it */
} apart[] = {
    { "ia", "ctgsl", "g" },
    { "io", "tscgn", "" },
    { "iu", "", "" },
    { "ie", "bcdfghklmnprstuvwxz", "" },
    { "eo", "pgl", "" },
    { "ua", "gq", "" },
    { "ue", "gqbltrsnca", "" },
    { "uo", "q", "y" },
    { "oe", "hsntgdr", "" },
    { "yi", "", "" },
    { "ya", "", "" },
};

static bool
is_apart(struct part part, size_t i)
{
    size_t row;

    for (row = 0; row < DOOR_COUNT(apart); row++) {
        if (part.at[i] != apart[row].pair[0] || part.at[i + 1] != apart[row].pair[1])
            continue;
        if (i > 0 && strchr(apart[row].not_behind, part.at[i - 1]))
            return false;
        return i > 0 && !(i + 2 < part.size && strchr(apart[row].not_before, part.at[i + 2]));
    }
    return false;
}

static int
count_apart(struct part part)
{
    int count = 0;
    size_t i;

    for (i = 0; i + 1 < part.size; i++)
        count += is_apart(part, i);
    return count;
}

/* Endings that add a syllable which no vowel shows, or whose two vowels are spoken apart. */
static int
count_ending(struct part part)
{
    static const char *const added[] = { "sm", "sms", "thm", "thms" };
    static const char *const parted[] = { "eing", "oing", "uing", "iest", "iety", "ience", "iences", "ienced", "ient",
        "ients", "uity", "iet", "iets", "ier", "iers" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(added); i++)
        if (ends(part, added[i]))
            return 1;
    for (i = 0; i < DOOR_COUNT(parted); i++)
        if (ends(part, parted[i]))
            return !(parted[i][0] == 'i' && strchr("ct", letter(part, strlen(parted[i]) + 1)));
    return 0;
}

/* "table", "settled": the l is a syllable with the e that is written behind it. */
static bool
is_le(struct part part, size_t from_end)
{
    char before = letter(part, from_end + 2);

    return letter(part, from_end) == 'e' && letter(part, from_end + 1) == 'l' && before && !is_vowel(before)
            && !strchr("lrw", before);
}

/* Is the e at the end of the word, or before its last s or d, only written? */
static bool
has_silent_end(struct part part)
{
    char last = letter(part, 1), before;

    if (last == 'e')
        return !is_vowel(letter(part, 2)) && !is_le(part, 1);
    if ((last != 's' && last != 'd') || letter(part, 2) != 'e' || is_le(part, 2))
        return false;
    before = letter(part, 3);
    if (is_vowel(before))
        return false;
    if (last == 'd')
        return before != 't' && before != 'd';
    return !strchr("sxzcg", before) && !(before == 'h' && strchr("cs", letter(part, 4)));
}

/* "careful", "safely", "movement": the e that once ended the word stays silent. */
static bool
has_silent_middle(struct part part)
{
    static const char *const behind[] = { "ful", "fully", "ly", "ment", "ments", "less", "ness", "ty" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(behind); i++) {
        size_t size = strlen(behind[i]);

        if (ends(part, behind[i]) && letter(part, size + 1) == 'e' && part.size > size + 2)
            return !is_vowel(letter(part, size + 2)) && !is_le(part, size + 1);
    }
    return false;
}

static int count_part(struct part part);

/* "childcare", "something", "timetable": a short word with a silent e, and another behind it. 0: it is none. */
static int
count_compound(struct part part)
{
    static const char *const first[] = { "some", "home", "care", "life", "there", "where", "fore", "safe", "house",
        "time", "place", "case", "base", "fire", "use", "here", "wide", "name", "make", "take", "space", "face",
        "line" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(first); i++) {
        size_t size = strlen(first[i]);
        struct part rest = { part.at + size, part.size - size };

        if (!begins(part, first[i]) || part.size < size + 3)
            continue;
        if (count_runs(rest) && (!is_vowel(*rest.at) || (i == 0 && !ends(part, "ing"))) && !begins(rest, "ver"))
            return 1 + count_part(rest);
    }
    return 0;
}

static int
count_part(struct part part)
{
    int count = count_compound(part);

    if (count)
        return count;
    count = count_runs(part) + count_apart(part) + count_ending(part);
    if (count > 1 && has_silent_end(part))
        count--;
    if (count > 1 && has_silent_middle(part))
        count--;
    return count > 0 ? count : 1;
}

/* "doesn't", "couldn't": the n is a syllable behind s and d; "don't" and "can't" have one. */
static int
count_contraction(const char *apostrophe, const char *word, const char *end)
{
    return end - apostrophe == 2 && apostrophe[1] == 't' && apostrophe - word > 2 && apostrophe[-1] == 'n'
            && strchr("sd", apostrophe[-2]);
}

int
door_syllables(const char *word, size_t size)
{
    const char *at = word, *end = word + size;
    int count = 0;

    while (at < end) {
        struct part part = { at, 0 };

        while (at < end && is_letter(*at))
            at++;
        part.size = (size_t)(at - part.at);
        if (at < end && *at == '\'') {
            if (count_contraction(at, part.at, end)) {
                part.size--;
                count++;
            }
            while (++at < end && is_letter(*at))
                ;
        }
        if (part.size)
            count += count_part(part);
        if (at < end)
            at++;
    }
    return count > 0 ? count : 1;
}
