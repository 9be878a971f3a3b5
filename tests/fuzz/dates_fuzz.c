/* Dates, times, days, ages and periods. */
#include "value.h"

static const char *
date_text(struct door_arena *arena, struct door_date date)
{
    struct door_date back = door_date_of(door_date_number(date));

    assert(date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31);
    assert(door_date_compare(date, back) == 0);
    assert(door_date_weekday(date) >= 1 && door_date_weekday(date) <= 7);
    return door_arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static const char *
read_date(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_date date;

    return door_date_parse(arena, text, &date, mistake) ? date_text(arena, date) : NULL;
}

static const char *
read_dates(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_dates dates;

    if (!door_dates_parse(arena, text, &dates, mistake))
        return NULL;
    assert(door_date_compare(dates.from, dates.until) <= 0);
    return door_arena_format(arena, "%s to %s", date_text(arena, dates.from), date_text(arena, dates.until));
}

static const char *
read_times(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_times times;

    if (!door_times_parse(arena, text, &times, mistake))
        return NULL;
    assert(times.from >= 0 && times.from < 1440 && times.to <= 1440);
    if (times.to < 0)
        return door_arena_format(arena, "%02d:%02d", times.from / 60, times.from % 60);
    assert(times.to > times.from);
    return door_arena_format(arena, "%02d:%02d to %02d:%02d", times.from / 60, times.from % 60, times.to / 60,
            times.to % 60);
}

static const char *
read_day(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    static const char *const nths[] = { "last ", "", "first ", "second ", "third ", "fourth " };
    struct door_day day;

    if (!door_day_parse(arena, text, &day, mistake))
        return NULL;
    assert(day.weekday >= 1 && day.weekday <= 7 && day.nth >= -1 && day.nth <= 4);
    return door_arena_format(arena, "%s%s", nths[day.nth + 1], door_weekday_name(day.weekday));
}

static const char *
read_days(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    unsigned char days;
    char *list = NULL;
    int day;

    if (!door_days_parse(arena, text, &days, mistake))
        return NULL;
    assert(days && days < 1 << 7);
    for (day = 1; day <= 7; day++)
        if (days & 1 << (day - 1))
            list = list ? door_arena_format(arena, "%s, %s", list, door_weekday_name(day))
                    : door_arena_text(arena, door_weekday_name(day));
    return list;
}

static const char *
read_age(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    struct door_age age;

    if (!door_age_parse(arena, text, &age, mistake))
        return NULL;
    switch (age.unit) {
    case DOOR_AGE_PREGNANCY:
        return "pregnancy";
    case DOOR_AGE_BIRTH:
        return "birth";
    case DOOR_AGE_WEEKS:
        return door_arena_format(arena, "%d weeks", age.count);
    case DOOR_AGE_MONTHS:
        return door_arena_format(arena, "%d months", age.count);
    case DOOR_AGE_YEARS:
        return door_arena_format(arena, "%d years", age.count);
    case DOOR_AGE_NONE:
        break;
    }
    assert(!"an age that was read is there");
}

static const char *
read_period(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    int days;

    if (!door_period_parse(arena, text, &days, mistake))
        return NULL;
    assert(days > 0);
    /* "8551 weeks" is read, and more days than can be written. */
    return door_arena_format(arena, "%d days", days < 9999 ? days : 9999);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const value_reader readers[] = {
        read_date, read_dates, read_times, read_day, read_days, read_age, read_period,
    };

    return check_values(readers, sizeof readers / sizeof *readers, data, size);
}
