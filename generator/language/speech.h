/*
 * speech - the formatters of one worker, one set per language, each opened when first used. Private to language/.
 *
 * Owns:   ICU's handles, until door_speech_close (of format.h).
 * Called: by the files of format.h.
 * Never:  shared between threads: ICU's formatters may not be.
 */
#ifndef DOOR_LANGUAGE_SPEECH_H
#define DOOR_LANGUAGE_SPEECH_H

#include <unicode/ucasemap.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "language/format.h"
#include "language/kept.h"
#include "language/locale.h"

struct door_alphabet;
struct door_plural;

enum door_pattern {         /* the first ones are those of enum door_date_style */
    DOOR_PATTERN_LONG = DOOR_DATE_LONG,
    DOOR_PATTERN_WEEKDAY_DATE = DOOR_DATE_WEEKDAY,
    DOOR_PATTERN_DAY = DOOR_DATE_DAY,
    DOOR_PATTERN_WEEKDAY,   /* alone */
    DOOR_PATTERN_TIME,
    DOOR_PATTERN_COUNT
};

struct door_speaker {       /* NULL = not opened yet */
    const struct door_language *language;
    bool english;
    struct door_locale locale;
    UDateTimePatternGenerator *generator;
    UDateFormat *dates[DOOR_PATTERN_COUNT];
    UNumberFormatter *number, *money;
    UFormattedNumber *formatted;
    UListFormatter *list;
    ULocaleDisplayNames *names;
    UCollator *collator;
    struct door_plural *plural;
    struct door_alphabet *alphabet;     /* of alphabet.c */
    UCaseMap *capitals;
    bool half_day_clock;        /* does TIME count to 12? known once it is open */
    struct door_kept kept;      /* what was said before, */
    struct door_map lists;      /* and of lists: the items, one a line, to the sentence */
};

struct door_speech {
    struct door_arena arena;    /* where this struct lies */
    const struct door_languages *languages;
    struct door_speaker *speakers;
    struct door_buf text;       /* room for a sentence being filled */
};

struct door_speaker *door_speaker_of(const struct door_worker *worker, const struct door_language *language);

/* The formatters, opened if need be. */
UDateFormat *door_speaker_date(struct door_speaker *speaker, enum door_pattern pattern);
UNumberFormatter *door_speaker_number(struct door_speaker *speaker);
UNumberFormatter *door_speaker_money(struct door_speaker *speaker);
UListFormatter *door_speaker_list(struct door_speaker *speaker);
ULocaleDisplayNames *door_speaker_names(struct door_speaker *speaker);
UCollator *door_speaker_collator(struct door_speaker *speaker);
struct door_plural *door_speaker_plural(struct door_speaker *speaker);
UCaseMap *door_speaker_capitals(struct door_speaker *speaker);

/* Keep what was said of a number; returns a text that lives as long as the worker's speech. */
const char *door_speaker_keep(const struct door_worker *worker, struct door_speaker *speaker, uint64_t key,
        const char *text);

#endif
