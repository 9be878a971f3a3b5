#include "language/speech.h"

#include <string.h>

#include <unicode/ustring.h>

#include "language/language.h"
#include "language/plural.h"
#include "language/worker.h"

struct door_speech *
door_speech_open(const struct door_languages *languages)
{
    struct door_arena arena = { 0 };
    struct door_speech *speech = door_arena_alloc(&arena, sizeof *speech);
    size_t i;

    door_locale_begin();
    speech->languages = languages;
    speech->speakers = door_arena_array(&arena, languages->count, sizeof *speech->speakers);
    for (i = 0; i < languages->count; i++) {
        const char *code = languages->items[i].code;

        speech->speakers[i].language = &languages->items[i];
        speech->speakers[i].english = door_locale_is_english(code);
        speech->speakers[i].locale = door_locale_of(code);
    }
    speech->arena = arena;
    return speech;
}

static void
close_speaker(struct door_speaker *speaker)
{
    size_t i;

    for (i = 0; i < DOOR_PATTERN_COUNT; i++)
        if (speaker->dates[i])
            udat_close(speaker->dates[i]);
    if (speaker->generator)
        udatpg_close(speaker->generator);
    if (speaker->number)
        unumf_close(speaker->number);
    if (speaker->money)
        unumf_close(speaker->money);
    if (speaker->formatted)
        unumf_closeResult(speaker->formatted);
    if (speaker->list)
        ulistfmt_close(speaker->list);
    if (speaker->names)
        uldn_close(speaker->names);
    if (speaker->collator)
        ucol_close(speaker->collator);
    if (speaker->plural)
        door_plural_close(speaker->plural);
    if (speaker->capitals)
        ucasemap_close(speaker->capitals);
}

void
door_speech_close(struct door_speech *speech)
{
    struct door_arena arena;
    size_t i;

    if (!speech)
        return;
    for (i = 0; i < speech->languages->count; i++)
        close_speaker(&speech->speakers[i]);
    door_buf_release(&speech->text);
    arena = speech->arena;
    door_arena_release(&arena);
}

struct door_speaker *
door_speaker_of(const struct door_worker *worker, const struct door_language *language)
{
    return &worker->speech->speakers[language->index];
}

/* NHS style has no comma behind the weekday; CLDR's British English has one. Elsewhere CLDR's order and signs stand. */
static const struct pattern {
    const UChar *skeleton, *english;
} patterns[DOOR_PATTERN_COUNT] = {
    [DOOR_PATTERN_LONG] = { u"yMMMMd", u"d MMMM y" },
    [DOOR_PATTERN_WEEKDAY_DATE] = { u"yMMMMEEEEd", u"EEEE d MMMM y" },
    [DOOR_PATTERN_DAY] = { u"MMMMEEEEd", u"EEEE d MMMM" },
    [DOOR_PATTERN_WEEKDAY] = { u"cccc", u"cccc" },
    [DOOR_PATTERN_TIME] = { u"jm", u"h:mm a" },
};

/*
 * CLDR has no Urdu or Bengali for "AM" and "PM" and puts Latin letters there; but it has the parts of the day that
 * people say ("1:00 in the afternoon"). A script of its own tells where Latin letters are out of place.
 */
static bool
says_parts_of_day(const struct door_speaker *speaker)
{
    char full[ULOC_FULLNAME_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, speaker->locale.name, u"GMT", -1, u"a", 1, &status);
    UChar half_day[32] = { 0 };

    udat_getSymbols(format, UDAT_AM_PMS, 0, half_day, 32, &status);
    udat_close(format);
    uloc_addLikelySubtags(speaker->language->code, full, sizeof full, &status);
    uloc_getScript(full, script, sizeof script, &status);
    return U_SUCCESS(status) && half_day[0] < 0x80 && strcmp(script, "Latn") != 0;
}

/* Who names the part of the day says it first, "morning 9:30"; CLDR puts it last, as English does. Returns length. */
static int32_t
begin_with_part(UChar *pattern, int32_t length)
{
    UChar space;

    if (length < 3 || pattern[length - 1] != 'B' || !u_isspace(pattern[length - 2]))
        return length;
    space = pattern[length - 2];
    u_memmove(pattern + 2, pattern, length - 2);
    pattern[0] = 'B';
    pattern[1] = space;
    return length;
}

static int32_t
find_pattern(struct door_speaker *speaker, enum door_pattern which, UChar *pattern, int32_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length;

    if (speaker->english || which == DOOR_PATTERN_WEEKDAY) {
        u_strncpy(pattern, patterns[which].english, size);
        return u_strlen(pattern);
    }
    if (!speaker->generator)
        speaker->generator = udatpg_open(speaker->locale.name, &status);
    length = udatpg_getBestPattern(speaker->generator, patterns[which].skeleton, -1, pattern, size, &status);
    if (which == DOOR_PATTERN_TIME && u_memchr(pattern, 'a', length) && says_parts_of_day(speaker)) {
        length = udatpg_getBestPattern(speaker->generator, u"Bhm", -1, pattern, size, &status);
        length = begin_with_part(pattern, length);
    }
    door_locale_expect(status, "the form of a date");
    return length;
}

UDateFormat *
door_speaker_date(struct door_speaker *speaker, enum door_pattern which)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[128];
    int32_t length;

    if (speaker->dates[which])
        return speaker->dates[which];
    length = find_pattern(speaker, which, pattern, 128);
    /* Civil dates and times have no zone: they go in and come out as if the Earth had one. */
    speaker->dates[which] = udat_open(UDAT_PATTERN, UDAT_PATTERN, speaker->locale.name, u"GMT", -1, pattern, length,
            &status);
    door_locale_expect(status, "dates");
    if (which == DOOR_PATTERN_TIME)
        speaker->half_day_clock = u_memchr(pattern, 'h', length) || u_memchr(pattern, 'K', length);
    return speaker->dates[which];
}

static UNumberFormatter *
open_number(struct door_speaker *speaker, const UChar *skeleton)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(skeleton, -1, speaker->locale.name, &status);

    if (!speaker->formatted)
        speaker->formatted = unumf_openResult(&status);
    door_locale_expect(status, "numbers");
    return formatter;
}

UNumberFormatter *
door_speaker_number(struct door_speaker *speaker)
{
    if (!speaker->number)
        speaker->number = open_number(speaker, u"");
    return speaker->number;
}

UNumberFormatter *
door_speaker_money(struct door_speaker *speaker)
{
    if (!speaker->money)
        speaker->money = open_number(speaker, u"currency/GBP unit-width-narrow .00/w");
    return speaker->money;
}

UListFormatter *
door_speaker_list(struct door_speaker *speaker)
{
    UErrorCode status = U_ZERO_ERROR;

    if (!speaker->list)
        speaker->list = ulistfmt_open(speaker->locale.name, &status);
    door_locale_expect(status, "lists");
    return speaker->list;
}

ULocaleDisplayNames *
door_speaker_names(struct door_speaker *speaker)
{
    UErrorCode status = U_ZERO_ERROR;

    if (!speaker->names)
        speaker->names = uldn_open(speaker->locale.name, ULDN_DIALECT_NAMES, &status);
    door_locale_expect(status, "the names of languages");
    return speaker->names;
}

UCollator *
door_speaker_collator(struct door_speaker *speaker)
{
    UErrorCode status = U_ZERO_ERROR;

    if (!speaker->collator) {
        speaker->collator = ucol_open(speaker->locale.name, &status);
        door_locale_expect(status, "sorting");
        ucol_setAttribute(speaker->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);   /* "Group 2", "Group 10" */
    }
    door_locale_expect(status, "sorting");
    return speaker->collator;
}

struct door_plural *
door_speaker_plural(struct door_speaker *speaker)
{
    if (!speaker->plural)
        speaker->plural = door_plural_open(speaker->language->code);
    return speaker->plural;
}

UCaseMap *
door_speaker_capitals(struct door_speaker *speaker)
{
    if (!speaker->capitals)
        speaker->capitals = door_locale_open_capitals(speaker->locale.name);
    return speaker->capitals;
}

const char *
door_speaker_keep(const struct door_worker *worker, struct door_speaker *speaker, uint64_t key, const char *text)
{
    return door_kept_put(&speaker->kept, &worker->speech->arena, key, text);
}
