/*
 * format - dates, times, numbers, lists and plurals in words, by ICU. Digits are always Western.
 *
 * Owns:   ICU's formatters, one set per language, opened when first used; results live in the worker's scratch arena.
 * Called: by views/ and theme/.
 * Never:  asks the machine for its locale, time zone or clock.
 */
#ifndef DOOR_LANGUAGE_FORMAT_H
#define DOOR_LANGUAGE_FORMAT_H

#include <stddef.h>

#include "model/values.h"

struct door_ages;
struct door_language;
struct door_languages;
struct door_list;
struct door_worker;

struct door_speech;     /* the formatters of one worker */

struct door_speech *door_speech_open(const struct door_languages *languages);
void door_speech_close(struct door_speech *speech);

enum door_date_style {
    DOOR_DATE_LONG,         /* 6 October 2026 */
    DOOR_DATE_WEEKDAY,      /* Tuesday 6 October 2026 */
    DOOR_DATE_DAY,          /* Tuesday 6 October */
};

const char *door_say_date(struct door_worker *worker, const struct door_language *language, struct door_date date,
        enum door_date_style style);
/* The name of a weekday, 1 = Monday, as it stands alone. */
const char *door_say_weekday(struct door_worker *worker, const struct door_language *language, int weekday);
/* "9:30am" and "midday" in English (NHS style); elsewhere what CLDR says. */
const char *door_say_time(struct door_worker *worker, const struct door_language *language, int minutes);
const char *door_say_times(struct door_worker *worker, const struct door_language *language, struct door_times times);
/* "Monday to Friday", "Tuesday and Thursday": days as in struct door_opening. */
const char *door_say_days(struct door_worker *worker, const struct door_language *language, unsigned char days);
/* "Tuesday and Thursday", "first Monday of the month": a list of struct door_day. */
const char *door_say_day_list(struct door_worker *worker, const struct door_language *language,
        const struct door_list *days);
/* "Every Tuesday and Thursday": the same as days that come again. */
const char *door_say_every(struct door_worker *worker, const struct door_language *language,
        const struct door_list *days);
/* "Every Tuesday, 9:30am to 11am": days and times as they are said, side by side; and of days that come again. */
const char *door_say_days_times(struct door_worker *worker, const struct door_language *language, const char *days,
        const char *times);
const char *door_say_every_times(struct door_worker *worker, const struct door_language *language,
        const struct door_list *days, struct door_times times);
const char *door_say_age(struct door_worker *worker, const struct door_language *language, struct door_age age);
const char *door_say_ages(struct door_worker *worker, const struct door_language *language,
        const struct door_ages *ages);
const char *door_say_money(struct door_worker *worker, const struct door_language *language, int pence);
const char *door_say_number(struct door_worker *worker, const struct door_language *language, long number);
/* "a, b and c". */
const char *door_say_list(struct door_worker *worker, const struct door_language *language,
        const char *const *items, size_t count);
/* The name of language `code` in this language: "Urdu". */
const char *door_say_language(struct door_worker *worker, const struct door_language *language, const char *code);

/* Fill the holes of an interface word; names and values are count pairs. For a plural, number chooses the form. */
struct door_hole {
    const char *name, *value;
};
const char *door_say_phrase(struct door_worker *worker, const struct door_language *language, size_t word,
        const struct door_hole *holes, size_t count);
const char *door_say_plural(struct door_worker *worker, const struct door_language *language, size_t word, long number,
        const struct door_hole *holes, size_t count);

/*
 * Which form of a plural this number takes: an index into the forms of language->phrases[word]. It depends on the word,
 * because one that is missing is English and has English forms.
 */
size_t door_plural_form(struct door_worker *worker, const struct door_language *language, size_t word, long number);

/* The text with its first letter as a capital, for what begins a line: "Every Tuesday". */
const char *door_say_capital(struct door_worker *worker, const struct door_language *language, const char *text);

/* <0, 0, >0 as the language's readers sort (CLDR root order tailored). */
int door_collate(struct door_worker *worker, const struct door_language *language, const char *a, const char *b);

#endif
