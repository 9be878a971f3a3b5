#include "commands/clock.h"

#include <time.h>

/* British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October (SI 2002/262). */
static bool
is_summer(time_t now)
{
    struct tm utc;
    struct door_date begin, end;
    long day;

    gmtime_r(&now, &utc);
    begin = (struct door_date){ (short)(utc.tm_year + 1900), 3, 31 };
    end = (struct door_date){ begin.year, 10, 31 };
    begin = door_date_of(door_date_number(begin) - door_date_weekday(begin) % 7);
    end = door_date_of(door_date_number(end) - door_date_weekday(end) % 7);
    day = (now - 3600) / 86400;     /* the day whose 01:00 UTC has passed */
    return day >= door_date_number(begin) && day < door_date_number(end);
}

struct door_date
door_clock_today(void)
{
    time_t now = time(NULL);

    return door_date_of((now + (is_summer(now) ? 3600 : 0)) / 86400);
}

double
door_clock_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
