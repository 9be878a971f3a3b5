#include <assert.h>
#include <stdio.h>

#include "language/language.h"
#include "language/phrases.h"
#include "language/speech.h"
#include "language/worker.h"
#include "model/schema.h"

#define MILLISECONDS_A_MINUTE 60000.0
#define MINUTES_A_DAY 1440

/* What a UDateFormat says of a moment, counted in minutes since 1970. */
static const char *
say_moment(struct door_worker *worker, const struct door_language *language, enum door_pattern pattern, double minutes)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    uint64_t key = door_kept_key(DOOR_KEPT_MOMENT, pattern, (int64_t)minutes);
    const char *kept = door_kept_find(&speaker->kept, key);
    UErrorCode status = U_ZERO_ERROR;
    UChar text[256];
    int32_t size;

    if (kept)
        return kept;
    size = udat_format(door_speaker_date(speaker, pattern), minutes * MILLISECONDS_A_MINUTE, text, 256, NULL, &status);
    door_locale_expect(status, "a date");
    return door_speaker_keep(worker, speaker, key, door_locale_utf8(&worker->scratch, text, size));
}

const char *
door_say_date(struct door_worker *worker, const struct door_language *language, struct door_date date,
        enum door_date_style style)
{
    return say_moment(worker, language, (enum door_pattern)style, (double)door_date_number(date) * MINUTES_A_DAY);
}

const char *
door_say_weekday(struct door_worker *worker, const struct door_language *language, int weekday)
{
    const int monday = 4;       /* 1970-01-05 */

    assert(weekday >= 1 && weekday <= 7);
    return say_moment(worker, language, DOOR_PATTERN_WEEKDAY, (double)(monday + weekday - 1) * MINUTES_A_DAY);
}

/* "9am", "9:30am", "12:15am": NHS style has no space, no ":00" and no leading zero. */
static const char *
say_english_time(struct door_worker *worker, int minutes)
{
    int hour = minutes / 60 % 12;
    const char *half = minutes / 60 % 24 < 12 ? "am" : "pm";

    if (!hour)
        hour = 12;
    if (minutes % 60)
        return door_arena_format(&worker->scratch, "%d:%02d%s", hour, minutes % 60, half);
    return door_arena_format(&worker->scratch, "%d%s", hour, half);
}

/*
 * Midday and midnight go by name in English, and wherever a clock counts to 12 ("12:00 PM" is read both ways) and the
 * translators have given the name.
 */
static const char *
say_named_time(struct door_worker *worker, const struct door_language *language, int minutes)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    size_t word = minutes == MINUTES_A_DAY / 2 ? DOOR_PHRASE_MIDDAY : DOOR_PHRASE_MIDNIGHT;

    if (minutes % (MINUTES_A_DAY / 2) != 0)
        return NULL;
    if (speaker->english)
        return door_language_word(language, word);
    door_speaker_date(speaker, DOOR_PATTERN_TIME);
    if (speaker->half_day_clock && !language->phrases[word].missing)
        return door_language_word(language, word);
    return NULL;
}

const char *
door_say_time(struct door_worker *worker, const struct door_language *language, int minutes)
{
    const char *name = say_named_time(worker, language, minutes);

    if (name)
        return name;
    if (door_speaker_of(worker, language)->english)
        return say_english_time(worker, minutes);
    return say_moment(worker, language, DOOR_PATTERN_TIME, minutes);
}

static const char *
say_range(struct door_worker *worker, const struct door_language *language, size_t word, const char *from,
        const char *to)
{
    return door_say_phrase(worker, language, word, (struct door_hole[]){ { "from", from }, { "to", to } }, 2);
}

static const char *
say_times(struct door_worker *worker, const struct door_language *language, struct door_times times)
{
    if (times.from < 0)
        return door_language_word(language, DOOR_PHRASE_CLOSED);
    if (times.from == 0 && times.to == MINUTES_A_DAY)
        return door_language_word(language, DOOR_PHRASE_DAY_AND_NIGHT);
    if (times.to < 0)
        return door_say_time(worker, language, times.from);
    return say_range(worker, language, DOOR_PHRASE_RANGE, door_say_time(worker, language, times.from),
            door_say_time(worker, language, times.to));
}

const char *
door_say_times(struct door_worker *worker, const struct door_language *language, struct door_times times)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    uint64_t key = door_kept_key(DOOR_KEPT_TIMES, 0, (int64_t)times.from * 65536 + times.to);
    const char *kept = door_kept_find(&speaker->kept, key);

    return kept ? kept : door_speaker_keep(worker, speaker, key, say_times(worker, language, times));
}

/* Three days in a row or more are a range; fewer are named one by one. Adds to items, at most seven; how many then. */
static size_t
name_days(struct door_worker *worker, const struct door_language *language, unsigned days, const char **items)
{
    size_t count = 0;
    int day, last;

    for (day = 1; day <= 7; day = last + 1) {
        for (last = day; last <= 7 && days & (1u << (last - 1)); last++)
            ;
        if (last - day >= 3) {
            items[count++] = say_range(worker, language, DOOR_PHRASE_DAYS_RANGE,
                    door_say_weekday(worker, language, day), door_say_weekday(worker, language, last - 1));
            continue;
        }
        for (; day < last; day++)
            items[count++] = door_say_weekday(worker, language, day);
    }
    return count;
}

const char *
door_say_days(struct door_worker *worker, const struct door_language *language, unsigned char days)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    uint64_t key = door_kept_key(DOOR_KEPT_DAYS, 0, days);
    const char *kept = door_kept_find(&speaker->kept, key), *items[7];
    size_t count;

    if (kept)
        return kept;
    count = name_days(worker, language, days, items);
    return door_speaker_keep(worker, speaker, key,
            door_say_capital(worker, language, door_say_list(worker, language, items, count)));
}

/* "first Monday of the month" */
static const char *
say_day_of_month(struct door_worker *worker, const struct door_language *language, struct door_day day)
{
    static const enum door_phrase_id words[] = {
        DOOR_PHRASE_FIRST_DAY, DOOR_PHRASE_SECOND_DAY, DOOR_PHRASE_THIRD_DAY, DOOR_PHRASE_FOURTH_DAY,
    };

    return door_say_phrase(worker, language, day.nth > 0 ? words[day.nth - 1] : DOOR_PHRASE_LAST_DAY,
            &(struct door_hole){ "day", door_say_weekday(worker, language, day.weekday) }, 1);
}

/* Bit 0 = Monday: days that come every week. */
static unsigned
weekly_of(const struct door_list *days)
{
    const struct door_day *day = days->items;
    unsigned weekly = 0;
    size_t i;

    for (i = 0; i < days->count; i++)
        if (day[i].nth == 0)
            weekly |= 1u << (day[i].weekday - 1);
    return weekly;
}

static bool
is_weekly(const struct door_list *days)
{
    size_t i;

    for (i = 0; i < days->count; i++)
        if (((const struct door_day *)days->items)[i].nth != 0)
            return false;
    return true;
}

const char *
door_say_day_list(struct door_worker *worker, const struct door_language *language, const struct door_list *days)
{
    const struct door_day *day = days->items;
    const char **items = door_arena_array(&worker->scratch, days->count + 7, sizeof *items);
    size_t i, count = name_days(worker, language, weekly_of(days), items);

    for (i = 0; i < days->count; i++)
        if (day[i].nth != 0)
            items[count++] = say_day_of_month(worker, language, day[i]);
    return door_say_list(worker, language, items, count);
}

static const char *
say_every(struct door_worker *worker, const struct door_language *language, const struct door_list *days)
{
    return door_say_phrase(worker, language, DOOR_PHRASE_EVERY_DAY_OF_WEEK,
            &(struct door_hole){ "day", door_say_day_list(worker, language, days) }, 1);
}

const char *
door_say_every(struct door_worker *worker, const struct door_language *language, const struct door_list *days)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    uint64_t key = door_kept_key(DOOR_KEPT_EVERY, 0, weekly_of(days));
    const char *kept;

    if (!is_weekly(days))
        return say_every(worker, language, days);
    kept = door_kept_find(&speaker->kept, key);
    return kept ? kept : door_speaker_keep(worker, speaker, key, say_every(worker, language, days));
}

const char *
door_say_days_times(struct door_worker *worker, const struct door_language *language, const char *days,
        const char *times)
{
    return door_say_phrase(worker, language, DOOR_PHRASE_DAYS_TIMES,
            (struct door_hole[]){ { "days", days }, { "times", times } }, 2);
}

const char *
door_say_every_times(struct door_worker *worker, const struct door_language *language, const struct door_list *days,
        struct door_times times)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    uint64_t key = door_kept_key(DOOR_KEPT_EVERY_TIMES, weekly_of(days), (int64_t)times.from * 65536 + times.to);
    const char *kept = is_weekly(days) ? door_kept_find(&speaker->kept, key) : NULL, *said;

    if (kept)
        return kept;
    said = door_say_days_times(worker, language, door_say_every(worker, language, days),
            door_say_times(worker, language, times));
    return is_weekly(days) ? door_speaker_keep(worker, speaker, key, said) : said;
}
