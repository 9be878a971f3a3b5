#include "language/alphabet.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "base/arena.h"
#include "language/language.h"
#include "language/speech.h"
#include "language/worker.h"

struct letter {
    const char *text;
    const char *key;        /* its primary weights alone: whoever begins with it has a key that is no less */
    size_t key_size;
    UScriptCode script;
};

struct door_alphabet {
    struct letter *letters;
    size_t count, capacity;
};

const char *
door_sort_key(struct door_arena *arena, struct door_worker *worker, const struct door_language *language,
        const char *text)
{
    const UCollator *collator = door_speaker_collator(door_speaker_of(worker, language));
    int32_t size, room;
    const UChar *units = door_locale_utf16(&worker->scratch, text, &size);
    uint8_t first[128];
    char *key;

    room = ucol_getSortKey(collator, units, size, first, sizeof first);
    key = door_arena_alloc(arena, (size_t)room + 1);
    if (room <= (int32_t)sizeof first)
        memcpy(key, first, (size_t)room);
    else
        ucol_getSortKey(collator, units, size, (uint8_t *)key, room);
    return key;
}

static UScriptCode
script_of(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;

    return uscript_getScript(c, &status);
}

/* The first letter or digit of the text; 0 if it has none. */
static UChar32
first_of(const char *text)
{
    int32_t at = 0, size = (int32_t)strlen(text);
    UChar32 c;

    while (at < size) {
        U8_NEXT(text, at, size, c);
        if (u_isalnum(c))
            return c;
    }
    return 0;
}

/* Weights of a level end with a byte 1, which no weight has. */
static size_t
primary_size(const char *key)
{
    return strcspn(key, "\1");
}

static void
add_letter(struct door_alphabet *alphabet, struct door_worker *worker, const struct door_language *language,
        const UChar *text, int32_t size)
{
    struct door_arena *arena = &worker->speech->arena;
    struct letter letter = { .text = door_locale_utf8(arena, text, size) };

    letter.key = door_sort_key(arena, worker, language, letter.text);
    letter.key_size = primary_size(letter.key);
    letter.script = script_of(first_of(letter.text));
    alphabet->letters = door_arena_grow(arena, alphabet->letters, alphabet->count, &alphabet->capacity,
            sizeof *alphabet->letters);
    alphabet->letters[alphabet->count++] = letter;
}

/* An item of a set is a range of characters, or one string: "CH" of Czech. */
static void
add_item(struct door_alphabet *alphabet, struct door_worker *worker, const struct door_language *language,
        const USet *set, int32_t item)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar32 first, last;
    UChar text[16];
    int32_t size = uset_getItem(set, item, &first, &last, text, 16, &status);

    door_locale_expect(status, "an alphabet");
    if (size) {
        add_letter(alphabet, worker, language, text, size);
        return;
    }
    for (; first <= last; first++) {
        int32_t units = 0;

        U16_APPEND_UNSAFE(text, units, first);
        add_letter(alphabet, worker, language, text, units);
    }
}

/* A language that CLDR has no index of is listed by A to Z alone. */
static void
add_letters(struct door_alphabet *alphabet, struct door_worker *worker, const struct door_language *language,
        const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(locale, &status);
    USet *set = ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX, &status);
    int32_t i;

    for (i = 0; U_SUCCESS(status) && i < uset_getItemCount(set); i++)
        add_item(alphabet, worker, language, set, i);
    if (U_SUCCESS(status))
        uset_close(set);
    if (data)
        ulocdata_close(data);
}

static int
compare(const void *a, const void *b)
{
    const struct letter *p = a, *q = b;
    int order = strcmp(p->key, q->key);

    return order ? order : strcmp(p->text, q->text);
}

static bool
is_same(const struct letter *a, const struct letter *b)
{
    return a->key_size == b->key_size && memcmp(a->key, b->key, a->key_size) == 0;
}

static const struct door_alphabet *
alphabet_of(struct door_worker *worker, const struct door_language *language)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    struct door_alphabet *alphabet = speaker->alphabet;
    size_t i, count = 0;

    if (alphabet)
        return alphabet;
    alphabet = speaker->alphabet = door_arena_alloc(&worker->speech->arena, sizeof *alphabet);
    add_letters(alphabet, worker, language, speaker->locale.name);
    add_letters(alphabet, worker, language, "en_GB");
    qsort(alphabet->letters, alphabet->count, sizeof *alphabet->letters, compare);
    for (i = 0; i < alphabet->count; i++)
        if (!count || !is_same(&alphabet->letters[count - 1], &alphabet->letters[i]))
            alphabet->letters[count++] = alphabet->letters[i];
    alphabet->count = count;
    return alphabet;
}

static bool
has_script(const struct door_alphabet *alphabet, UScriptCode script)
{
    size_t i;

    for (i = 0; i < alphabet->count; i++)
        if (alphabet->letters[i].script == script)
            return true;
    return false;
}

size_t
door_letter_of(struct door_worker *worker, const struct door_language *language, const char *key, const char *text)
{
    const struct door_alphabet *alphabet = alphabet_of(worker, language);
    size_t low = 0, high = alphabet->count;
    UChar32 c = first_of(text);

    if (!c || u_isdigit(c))
        return 0;
    if (!has_script(alphabet, script_of(c)))
        return alphabet->count + 1;
    while (low < high) {        /* how many letters are not behind the text */
        size_t middle = (low + high) / 2;
        const struct letter *letter = &alphabet->letters[middle];

        if (strncmp(letter->key, key, letter->key_size) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const char *
door_letter_name(struct door_worker *worker, const struct door_language *language, size_t number)
{
    const struct door_alphabet *alphabet = alphabet_of(worker, language);

    if (!number)
        return "0–9";
    return number <= alphabet->count ? alphabet->letters[number - 1].text : "…";
}
