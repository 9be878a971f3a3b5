#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/scan.h"
#include "model/values.h"

#define EVERY_DAY 0x7F

static const char *const names[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

/* What editors write for them, beside the names and their plurals. */
static const struct { const char *text; int weekday; } short_names[] = {
    { "mon", 1 }, { "tue", 2 }, { "tues", 2 }, { "wed", 3 }, { "weds", 3 }, { "thu", 4 }, { "thur", 4 },
    { "thurs", 4 }, { "fri", 5 }, { "sat", 6 }, { "sun", 7 },
};

static const struct { const char *text; signed char nth; } ordinals[] = {
    { "first", 1 }, { "second", 2 }, { "third", 3 }, { "fourth", 4 }, { "last", -1 },
    { "1st", 1 }, { "2nd", 2 }, { "3rd", 3 }, { "4th", 4 },
};

const char *
door_weekday_name(int weekday)
{
    return names[weekday - 1];
}

/* The weekday (1 = Monday) whose name stands here, or 0. */
static int
scan_weekday(const char **text)
{
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        const char *p = *text;
        size_t size = strlen(names[i]);

        if (door_scan_word(&p, names[i])) {
            *text = p;
            return (int)i + 1;
        }
        if (strncasecmp(p, names[i], size) == 0 && (p[size] == 's' || p[size] == 'S')
                && !door_scan_is_letter(p[size + 1])) {
            *text = p + size + 1;
            return (int)i + 1;
        }
    }
    for (i = 0; i < sizeof short_names / sizeof *short_names; i++)
        if (door_scan_word(text, short_names[i].text))
            return short_names[i].weekday;
    return 0;
}

/* Several days where one is wanted: "Tuesday and Thursday", "Mon-Fri", "weekdays". The usual hint if it is neither. */
static const char *
hint_for_one(struct door_arena *arena, const char *text)
{
    static const char usual[] = "Write a day like Tuesday, first Tuesday or last Friday.";
    struct door_mistake mistake;
    struct door_buf list = { 0 };
    unsigned char days;
    const char *hint;
    int i;

    if (door_text_starts(text, "every ") || door_text_starts(text, "Every "))
        return "Write the day alone; for every second week add every: 2 weeks.";
    if (strncasecmp(text, "alternate ", 10) == 0)
        return "Write the day alone, and every: 2 weeks.";
    if (door_text_same(text, "weekdays"))
        text = "Monday to Friday";
    else if (door_text_same(text, "daily"))
        text = "every day";
    if (!door_days_parse(arena, text, &days, &mistake))
        return usual;
    for (i = 0; i < 7; i++)
        if (days >> i & 1)
            door_buf_format(&list, "%s%s", list.size ? ", " : "", names[i]);
    hint = door_arena_format(arena, "Write [%s].", door_buf_string(&list));
    door_buf_release(&list);
    return hint;
}

static bool
refuse(struct door_arena *arena, const char *text, const char *usual, struct door_mistake *mistake)
{
    const char *hint = door_text_did_you_mean(arena, text, names, sizeof names / sizeof *names);

    return door_mistake_make(mistake, arena, "day", hint ? hint : usual, "\"%s\" is not a day of the week", text);
}

bool
door_day_parse(struct door_arena *arena, const char *text, struct door_day *value, struct door_mistake *mistake)
{
    const char *p = text;
    signed char nth = 0;
    size_t i;
    int weekday;

    for (i = 0; i < sizeof ordinals / sizeof *ordinals && !nth; i++)
        if (door_scan_word(&p, ordinals[i].text))
            nth = ordinals[i].nth;
    door_scan_space(&p);
    weekday = scan_weekday(&p);
    door_scan_space(&p);
    if (nth && door_text_same(p, "of the month"))
        p = "";
    if (!weekday || *p)
        return refuse(arena, text, hint_for_one(arena, text), mistake);
    *value = (struct door_day){ (signed char)weekday, nth };
    return true;
}

/* One part of a list of days, "Monday" or "Monday to Friday"; a range may run over the weekend. */
static bool
scan_days(const char **text, unsigned char *days)
{
    int first = scan_weekday(text), last, day;
    const char *p = *text;

    if (!first)
        return false;
    *days |= (unsigned char)(1 << (first - 1));
    if (!door_scan_range(&p))
        return true;
    last = scan_weekday(&p);
    if (!last)
        return false;
    for (day = first; day != last; day = day % 7 + 1)
        *days |= (unsigned char)(1 << (day - 1));
    *days |= (unsigned char)(1 << (last - 1));
    *text = p;
    return true;
}

/* What stands between two parts: a comma, "and", "&", or both. */
static bool
scan_comma(const char **text)
{
    const char *p = *text;

    door_scan_space(&p);
    if (*p == ',')
        p++;
    door_scan_space(&p);
    if (!door_scan_word(&p, "and") && *p == '&')
        p++;
    door_scan_space(&p);
    if (p == *text || !*p)
        return false;
    *text = p;
    return true;
}

bool
door_days_parse(struct door_arena *arena, const char *text, unsigned char *days, struct door_mistake *mistake)
{
    const char *usual = door_text_same(text, "weekdays") ? "Write Monday to Friday."
            : door_text_same(text, "daily") ? "Write every day."
            : "Write days like Monday, Monday to Friday, or every day.";
    const char *p = text;

    *days = 0;
    if (door_text_same(text, "every day")) {
        *days = EVERY_DAY;
        return true;
    }
    do {
        if (!scan_days(&p, days))
            return refuse(arena, text, usual, mistake);
    } while (*p && scan_comma(&p));
    if (!*p)
        return true;
    return refuse(arena, text, usual, mistake);
}
