#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/scan.h"
#include "model/values.h"

static const char *const months[] = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
};

static const char form_hint[] = "Write a date as 2026-10-01 or 1 October 2026.";

static int
days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

static bool
is_possible(int year, int month, int day)
{
    return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1
            && day <= days_in_month(year, month);
}

static bool
take(struct door_arena *arena, const char *text, int year, int month, int day, struct door_date *value,
        struct door_mistake *mistake)
{
    const char *hint = form_hint;

    if (is_possible(year, month, day)) {
        *value = (struct door_date){ (short)year, (signed char)month, (signed char)day };
        return true;
    }
    if (month < 1 || month > 12)
        hint = "The months are 01 to 12: write the year, the month and the day, 2026-10-01.";
    else if (year < 1900 || year > 2199)
        hint = "Write the year with four digits, between 1900 and 2199.";
    else
        hint = door_arena_format(arena, "%s %d has %d days.", months[month - 1], year, days_in_month(year, month));
    return door_mistake_make(mistake, arena, "date", hint, "\"%s\" is a date that does not exist", text);
}

/* "Oct", "Sept" or "October"; 0 if these letters are no month. */
static int
month_of(const char *letters, size_t size)
{
    int i;

    for (i = 0; i < 12; i++) {
        bool whole = size == strlen(months[i]);
        bool shortened = size == 3 || (size == 4 && i == 8);

        if ((whole || shortened) && strncasecmp(letters, months[i], size) == 0)
            return i + 1;
    }
    return 0;
}

/* One of the two ways to read "01/10/2026". */
static const char *
reading(struct door_arena *arena, int year, int month, int day)
{
    if (!is_possible(year, month, day))
        return NULL;
    return door_arena_format(arena, "%04d-%02d-%02d for %d %s %d", year, month, day, day, months[month - 1], year);
}

static bool
refuse_slashes(struct door_arena *arena, const char *text, int first, int second, int year,
        struct door_mistake *mistake)
{
    const char *british, *american, *hint = form_hint;

    if (year < 100)
        year += 2000;
    british = reading(arena, year, second, first);
    american = first == second ? NULL : reading(arena, year, first, second);
    if (british && american)
        hint = door_arena_format(arena, "Write %s, or %s.", british, american);
    else if (british || american)
        hint = door_arena_format(arena, "Write %s.", british ? british : american);
    if (british && american)
        return door_mistake_make(mistake, arena, "date", hint, "\"%s\" can be read in two ways", text);
    return door_mistake_make(mistake, arena, "date", hint, "\"%s\" is not written as a date here", text);
}

/* "01/10/2026", "1.10.26", "01-10-2026": a mistake, but one that deserves its two readings. */
static bool
is_slashed(const char *text, int *first, int *second, int *year)
{
    const char *p = text;
    char mark;

    if (!door_scan_digits(&p, 2, first) || !*p || !strchr("/.-", *p))
        return false;
    mark = *p++;
    if (!door_scan_digits(&p, 2, second) || *p++ != mark)
        return false;
    return door_scan_digits(&p, 4, year) && !*p;
}

/* The ordinal of "1st October". */
static void
skip_ordinal(const char **text)
{
    static const char *const endings[] = { "st", "nd", "rd", "th" };
    size_t i;

    for (i = 0; i < sizeof endings / sizeof *endings; i++)
        if (door_scan_word(text, endings[i]))
            return;
}

/* "1 October 2026": false when the text has another form. */
static bool
scan_worded(const char **text, int *year, int *month, int *day, bool *has_year)
{
    const char *p = *text, *letters, *start;

    if (!door_scan_digits(&p, 2, day))
        return false;
    skip_ordinal(&p);
    door_scan_space(&p);
    letters = p;
    *month = month_of(letters, door_scan_letters(&p));
    if (!*month)
        return false;
    if (*p == '.' || *p == ',')
        p++;
    door_scan_space(&p);
    start = p;
    *has_year = door_scan_digits(&p, 4, year) && p - start == 4;
    *text = p;
    return true;
}

static bool
scan_iso(const char **text, int *year, int *month, int *day)
{
    const char *p = *text;

    if (door_scan_digits(&p, 4, year) != 4 || *p++ != '-' || !door_scan_digits(&p, 2, month) || *p++ != '-'
            || !door_scan_digits(&p, 2, day))
        return false;
    *text = p;
    return true;
}

bool
door_date_parse(struct door_arena *arena, const char *text, struct door_date *value, struct door_mistake *mistake)
{
    const char *p = text;
    int year = 0, month = 0, day = 0;
    bool has_year = true;

    if (scan_iso(&p, &year, &month, &day) && !*p)
        return take(arena, text, year, month, day, value, mistake);
    p = text;
    if (scan_worded(&p, &year, &month, &day, &has_year) && !*p) {
        if (has_year)
            return take(arena, text, year, month, day, value, mistake);
        return door_mistake_make(mistake, arena, "date", "Write the year with four digits: 1 October 2026.",
                "\"%s\" has no year", text);
    }
    if (is_slashed(text, &day, &month, &year))
        return refuse_slashes(arena, text, day, month, year, mistake);
    return door_mistake_make(mistake, arena, "date", form_hint, "\"%s\" is not a date", text);
}

/*
 * Where the second date of "a to b" begins and the first ends. The hyphens inside 2026-10-26 are no range: a hyphen
 * counts only between spaces.
 */
static const char *
find_range(const char *text, size_t *first_size)
{
    const char *p;

    for (p = text; *p; p++) {
        const char *rest = p;
        bool dash = *p == '\xE2';

        if ((*p != ' ' && !dash) || !door_scan_range(&rest))
            continue;
        *first_size = (size_t)(p - text);
        return rest;
    }
    return NULL;
}

bool
door_dates_parse(struct door_arena *arena, const char *text, struct door_dates *value, struct door_mistake *mistake)
{
    size_t size = 0;
    const char *second = find_range(text, &size);
    const char *first = second ? door_arena_copy(arena, text, size) : text;

    if (!door_date_parse(arena, first, &value->from, mistake))
        return false;
    value->until = value->from;
    if (!second)
        return true;
    if (!door_date_parse(arena, second, &value->until, mistake))
        return false;
    if (door_date_compare(value->until, value->from) >= 0)
        return true;
    return door_mistake_make(mistake, arena, "date-order", "Write the first day, \"to\" and the last day.",
            "\"%s\" ends before it begins", text);
}

/* Days from civil and back, as Howard Hinnant describes them (chrono-Compatible Low-Level Date Algorithms). */
long
door_date_number(struct door_date date)
{
    long year = date.month <= 2 ? date.year - 1 : date.year;
    long era = (year >= 0 ? year : year - 399) / 400;
    long of_era = year - era * 400;
    long of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct door_date
door_date_of(long number)
{
    long shifted = number + 719468;
    long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    long day_of_era = shifted - era * 146097;
    long of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long day_of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
    long shifted_month = (5 * day_of_year + 2) / 153;
    long month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    long year = of_era + era * 400 + (month <= 2);

    return (struct door_date){ (short)year, (signed char)month,
            (signed char)(day_of_year - (153 * shifted_month + 2) / 5 + 1) };
}

int
door_date_weekday(struct door_date date)
{
    long from_monday = (door_date_number(date) + 3) % 7;    /* 1970-01-01 was a Thursday */

    return (int)(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

int
door_date_compare(struct door_date a, struct door_date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}
