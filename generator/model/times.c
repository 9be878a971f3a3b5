#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/scan.h"
#include "model/values.h"

#define MIDDAY (12 * 60)
#define END_OF_DAY (24 * 60)
#define SMALL_HOURS (7 * 60)    /* "1:30" without am or pm is hardly ever half past one at night */

/* How a time was written: what it still needs from its neighbour depends on it. */
enum clock {
    CLOCK_NONE,
    CLOCK_24,           /* 09:30, 14:00 */
    CLOCK_BARE,         /* 9:30: half past nine in the morning, unless its neighbour says pm */
    CLOCK_12,           /* 9:30am */
    CLOCK_WORD,         /* midday, midnight */
};

struct scanned {
    enum clock clock;
    int minutes;
    bool midnight;
};

struct scanner {
    struct door_arena *arena;
    struct door_mistake *mistake;
    const char *text;   /* the whole value */
};

static const char form_hint[] = "Write times as 9:30am to 11am, or 09:30 to 11:00.";

/* am, pm, a.m., p.m. with or without a space: 'a', 'p', or 0. */
static char
scan_half(const char **text)
{
    static const struct { const char *text; char half; } halves[] = {
        { "a.m.", 'a' }, { "p.m.", 'p' }, { "a.m", 'a' }, { "p.m", 'p' }, { "am", 'a' }, { "pm", 'p' },
    };
    const char *p = *text;
    size_t i;

    door_scan_space(&p);
    for (i = 0; i < sizeof halves / sizeof *halves; i++)
        if (door_scan_word(&p, halves[i].text)) {
            *text = p;
            return halves[i].half;
        }
    return '\0';
}

static bool
scan_named(const char **text, struct scanned *time)
{
    const char *p = *text;

    if (door_text_starts(p, "12 "))     /* "12 noon" */
        p += 3;
    if (door_scan_word(&p, "midday") || door_scan_word(&p, "noon"))
        *time = (struct scanned){ CLOCK_WORD, MIDDAY, false };
    else if (door_scan_word(&p, "midnight"))
        *time = (struct scanned){ CLOCK_WORD, 0, true };
    else
        return false;
    *text = p;
    return true;
}

static bool
refuse_hour(const struct scanner *scanner, const char *start, const char *end)
{
    return door_mistake_make(scanner->mistake, scanner->arena, "time",
            "Write hours and minutes between 00:00 and 23:59.", "\"%.*s\" is not a time of day",
            (int)(end - start), start);
}

static bool
take_12(const struct scanner *scanner, const char *start, const char *end, int hour, int minute, char half,
        struct scanned *time)
{
    if (hour == 12 && minute == 0)
        return door_mistake_make(scanner->mistake, scanner->arena, "time",
                "Write midday or midnight.", "\"%.*s\" can be midnight or midday", (int)(end - start), start);
    if (hour < 1 || hour > 12)
        return refuse_hour(scanner, start, end);
    *time = (struct scanned){ CLOCK_12, (hour % 12 + (half == 'p' ? 12 : 0)) * 60 + minute, false };
    return true;
}

static bool
scan_time(const struct scanner *scanner, const char **text, struct scanned *time)
{
    const char *start = *text, *p = start;
    int hour = 0, minute = 0;
    size_t hour_digits, minute_digits = 0;
    char half;

    if (scan_named(text, time))
        return true;
    hour_digits = door_scan_digits(&p, 2, &hour);
    if (!hour_digits)
        return door_mistake_make(scanner->mistake, scanner->arena, "time", form_hint, "\"%s\" is not a time",
                scanner->text);
    if ((*p == ':' || *p == '.') && door_scan_is_digit(p[1])) {
        p++;
        minute_digits = door_scan_digits(&p, 2, &minute);
        if (minute_digits != 2 || minute > 59)
            return refuse_hour(scanner, start, p + strspn(p, "0123456789"));
    }
    half = scan_half(&p);
    *text = p;
    if (half)
        return take_12(scanner, start, p, hour, minute, half, time);
    if (!minute_digits)
        return door_mistake_make(scanner->mistake, scanner->arena, "time", form_hint,
                "\"%.*s\" needs am or pm", (int)(p - start), start);
    if (hour > 24 || (hour == 24 && minute))
        return refuse_hour(scanner, start, p);
    *time = (struct scanned){ hour_digits == 1 || (hour >= 10 && hour <= 12) ? CLOCK_BARE : CLOCK_24,
            hour % 24 * 60 + minute, hour == 24 };
    return true;
}

/* In "1:30 to 3pm" the first time may be half past one at night or in the afternoon: ask. */
static bool
agree(const struct scanner *scanner, const struct scanned *from, const struct scanned *to)
{
    bool mixed = (from->clock == CLOCK_BARE && to->clock == CLOCK_12)
            || (from->clock == CLOCK_12 && to->clock == CLOCK_BARE);

    if (!mixed)
        return true;
    return door_mistake_make(scanner->mistake, scanner->arena, "time",
            "Write am or pm behind both times: 1:30pm to 3pm.", "\"%s\" says am or pm only once", scanner->text);
}

static bool
is_clear(const struct scanner *scanner, const struct scanned *time)
{
    int hour = time->minutes / 60, minute = time->minutes % 60;

    if (time->clock != CLOCK_BARE || time->minutes >= SMALL_HOURS)
        return true;
    return door_mistake_make(scanner->mistake, scanner->arena, "time",
            door_arena_format(scanner->arena, "Write %d:%02dpm, or %02d:%02d if it is at night.", hour, minute, hour,
                    minute), "\"%d:%02d\" needs am or pm", hour, minute);
}

bool
door_times_parse(struct door_arena *arena, const char *text, struct door_times *value, struct door_mistake *mistake)
{
    struct scanner scanner = { arena, mistake, text };
    struct scanned from = { 0 }, to = { 0 };
    const char *p = text;
    int end;

    if (!scan_time(&scanner, &p, &from))
        return false;
    *value = (struct door_times){ (short)from.minutes, -1 };
    if (!*p)
        return is_clear(&scanner, &from);
    if (!door_scan_range(&p))
        return door_mistake_make(mistake, arena, "time", form_hint, "\"%s\" is not a time", text);
    if (!scan_time(&scanner, &p, &to))
        return false;
    if (*p)
        return door_mistake_make(mistake, arena, "time", form_hint, "\"%s\" is not a time", text);
    if (!agree(&scanner, &from, &to) || !is_clear(&scanner, &from) || !is_clear(&scanner, &to))
        return false;
    end = to.midnight ? END_OF_DAY : to.minutes;
    *value = (struct door_times){ (short)from.minutes, (short)end };
    if (end > from.minutes)
        return true;
    return door_mistake_make(mistake, arena, "time-order",
            "Write am or pm behind both times; for hours past midnight write one line for each day.",
            "\"%s\" ends before it begins", text);
}
