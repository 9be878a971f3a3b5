/*
 * locale - what ICU calls a language of ours. Private to language/; with speech.h it shows ICU's types.
 *
 * Owns:   nothing.
 * Called: by the files of language/.
 * Never:  looks at the machine's locale: ICU's default, which ICU takes from LANG, is set once in door_locale_begin.
 */
#ifndef DOOR_LANGUAGE_LOCALE_H
#define DOOR_LANGUAGE_LOCALE_H

#include <stdbool.h>
#include <stdint.h>

#include <unicode/ucasemap.h>
#include <unicode/uldnames.h>
#include <unicode/umachine.h>
#include <unicode/utypes.h>

struct door_arena;
struct door_languages;

#define DOOR_LOCALE_SIZE 128    /* of ICU's name of a locale, keywords included */

struct door_locale {
    char name[DOOR_LOCALE_SIZE];    /* "ur@calendar=gregorian;numbers=latn" */
};

/* Fix ICU's default locale. Cheap, and safe from any thread; everything that opens something of ICU calls it first. */
void door_locale_begin(void);

/* English is always British: "en" alone would write the month before the day. */
struct door_locale door_locale_of(const char *code);
bool door_locale_is_english(const char *code);
bool door_locale_is_right_to_left(const char *code);

/* As Open Graph writes it, with the land where most speak it: "en_GB", "pl_PL", "ur_PK". NULL: ICU knows none. */
const char *door_locale_with_land(struct door_arena *arena, const char *code);

/* Has ICU any data for it? If not, its dates and lists come out in English. */
bool door_locale_is_known(const char *code);

/* End the program if ICU failed: that means its data is not installed, or no memory. */
void door_locale_expect(UErrorCode status, const char *what);

/* size UTF-16 units as UTF-8. */
const char *door_locale_utf8(struct door_arena *arena, const UChar *text, int32_t size);

/* Room for text as UTF-16; *size is its length in units. */
const UChar *door_locale_utf16(struct door_arena *arena, const char *text, int32_t *size);

/* What makes capitals by the rules of the language; to be closed with ucasemap_close. */
UCaseMap *door_locale_open_capitals(const char *name);

/* With its first letter as a capital; nothing else changes. */
const char *door_locale_capital(struct door_arena *arena, UCaseMap *capitals, const char *text);

/*
 * The name of language `code`, in the language that names was opened for. The region is left out ("English", not
 * "English (United Kingdom)") when the offer has the language, and has it once.
 */
const char *door_locale_language_name(struct door_arena *arena, const ULocaleDisplayNames *names,
        const struct door_languages *languages, const char *code);

/* The name of language `code` in itself, with a capital where its script has them: "Polski". */
const char *door_locale_own_name(struct door_arena *arena, const struct door_languages *languages, const char *code);

#endif
