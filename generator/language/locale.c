#include "language/locale.h"

#include <stdio.h>
#include <string.h>

#include <unicode/ucasemap.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/text.h"
#include "language/language.h"

void
door_locale_expect(UErrorCode status, const char *what)
{
    if (U_FAILURE(status))
        door_fail("ICU cannot give %s: %s", what, u_errorName(status));
}

void
door_locale_begin(void)
{
    UErrorCode status = U_ZERO_ERROR;

    /* Where ICU lacks a language it falls back to its default, and that would be LANG's. */
    uloc_setDefault("en_GB", &status);
    door_locale_expect(status, "English");
}

/* The primary subtag: "en" of "en-GB". */
static struct door_span
primary(const char *code)
{
    return (struct door_span){ code, strcspn(code, "-") };
}

static bool
same_language(const char *a, const char *b)
{
    struct door_span left = primary(a), right = primary(b);

    return left.size == right.size && strncasecmp(left.start, right.start, left.size) == 0;
}

bool
door_locale_is_english(const char *code)
{
    return same_language(code, "en");
}

/* "pt_BR" of "pt-BR": ICU's spelling. A tag that ICU cannot read stands for itself and gets ICU's default. */
static void
write_id(const char *code, char *id, int32_t size)
{
    UErrorCode status = U_ZERO_ERROR;

    uloc_forLanguageTag(code, id, size, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        snprintf(id, (size_t)size, "en_GB");
}

struct door_locale
door_locale_of(const char *code)
{
    struct door_locale locale;
    char id[DOOR_LOCALE_SIZE / 2];

    write_id(door_locale_is_english(code) ? "en-GB" : code, id, sizeof id);
    /* Times and phone numbers are read side by side with clocks and keypads: digits are Western everywhere. */
    snprintf(locale.name, sizeof locale.name, "%s@calendar=gregorian;numbers=latn", id);
    return locale;
}

bool
door_locale_is_right_to_left(const char *code)
{
    char id[DOOR_LOCALE_SIZE / 2];

    write_id(code, id, sizeof id);
    return uloc_isRightToLeft(id);
}

bool
door_locale_is_known(const char *code)
{
    int32_t i, count = uloc_countAvailable();

    for (i = 0; i < count; i++) {
        const char *known = uloc_getAvailable(i);
        size_t size = strcspn(known, "_");

        if (size == primary(code).size && strncasecmp(known, code, size) == 0)
            return true;
    }
    return false;
}

const char *
door_locale_utf8(struct door_arena *arena, const UChar *text, int32_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t room = size * 3;        /* no UTF-16 unit needs more than three bytes */
    char *out = door_arena_alloc(arena, (size_t)room + 1);

    u_strToUTF8(out, room + 1, NULL, text, size, &status);
    door_locale_expect(status, "text");
    return out;
}

const UChar *
door_locale_utf16(struct door_arena *arena, const char *text, int32_t *size)
{
    UErrorCode status = U_ZERO_ERROR;
    size_t room = strlen(text) + 1;
    UChar *out = door_arena_array(arena, room, sizeof *out);

    u_strFromUTF8(out, (int32_t)room, size, text, -1, &status);
    door_locale_expect(status, "text");
    return out;
}

UCaseMap *
door_locale_open_capitals(const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    UCaseMap *capitals = ucasemap_open(name, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, &status);

    door_locale_expect(status, "capitals");
    return capitals;
}

const char *
door_locale_capital(struct door_arena *arena, UCaseMap *capitals, const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    size_t room = strlen(text) * 3 + 1;     /* a capital may be longer than its letter: "ŉ", "ﬃ" */
    char *out = door_arena_alloc(arena, room);

    ucasemap_utf8ToTitle(capitals, out, (int32_t)room, text, -1, &status);
    door_locale_expect(status, "capitals");
    return out;
}

static size_t
count_sharing(const struct door_languages *languages, const char *code)
{
    size_t i, count = 0;

    for (i = 0; i < languages->count; i++)
        if (same_language(languages->items[i].code, code))
            count++;
    return count;
}

const char *
door_locale_language_name(struct door_arena *arena, const ULocaleDisplayNames *names,
        const struct door_languages *languages, const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    char id[DOOR_LOCALE_SIZE / 2];
    UChar name[256];
    int32_t size;

    write_id(code, id, sizeof id);
    if (count_sharing(languages, code) == 1 && door_languages_find(languages, code))
        id[strcspn(id, "_")] = '\0';
    size = uldn_localeDisplayName(names, id, name, (int32_t)(sizeof name / sizeof *name), &status);
    door_locale_expect(status, "the name of a language");
    return door_locale_utf8(arena, name, size);
}

const char *
door_locale_with_land(struct door_arena *arena, const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    struct door_locale locale = door_locale_of(code);
    char likely[DOOR_LOCALE_SIZE], language[16], land[8];

    uloc_addLikelySubtags(locale.name, likely, sizeof likely, &status);
    uloc_getLanguage(likely, language, sizeof language, &status);
    uloc_getCountry(likely, land, sizeof land, &status);
    if (U_FAILURE(status) || !language[0] || !land[0])
        return NULL;
    return door_arena_format(arena, "%s_%s", language, land);
}

const char *
door_locale_own_name(struct door_arena *arena, const struct door_languages *languages, const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    struct door_locale locale = door_locale_of(code);
    ULocaleDisplayNames *names = uldn_open(locale.name, ULDN_DIALECT_NAMES, &status);
    UCaseMap *capitals = door_locale_open_capitals(locale.name);
    const char *name;

    door_locale_expect(status, "the names of languages");
    name = door_locale_language_name(arena, names, languages, code);
    uldn_close(names);
    /* CLDR leaves "polski" small, even if asked for a menu's form; lists of languages on the web do not. */
    name = door_locale_capital(arena, capitals, name);
    ucasemap_close(capitals);
    return name;
}
