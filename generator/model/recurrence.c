#include "model/recurrence.h"

#include "model/offer.h"
#include "model/service.h"

static bool
in_list(const struct door_list *dates, struct door_date day)
{
    size_t i;

    for (i = 0; i < dates->count; i++)
        if (door_date_compare(((const struct door_date *)dates->items)[i], day) == 0)
            return true;
    return false;
}

static bool
within(struct door_date day, struct door_date from, struct door_date until)
{
    return (!from.year || door_date_compare(from, day) <= 0) && (!until.year || door_date_compare(day, until) <= 0);
}

static bool
in_term(const struct door_offer *offer, struct door_date day)
{
    size_t i;

    for (i = 0; i < offer->terms.count; i++) {
        const struct door_term *term = &((const struct door_term *)offer->terms.items)[i];

        if (within(day, term->from, term->until))
            return !term->half_term.from.year || !within(day, term->half_term.from, term->half_term.until);
    }
    return false;
}

static bool
is_day(const struct door_day *rule, struct door_date day)
{
    if (rule->weekday != door_date_weekday(day))
        return false;
    if (rule->nth < 0)
        return door_date_of(door_date_number(day) + 7).month != day.month;
    return rule->nth == 0 || (day.day - 1) / 7 + 1 == rule->nth;
}

static bool
is_any_day(const struct door_list *rules, struct door_date day)
{
    size_t i;

    for (i = 0; i < rules->count; i++)
        if (is_day(&((const struct door_day *)rules->items)[i], day))
            return true;
    return false;
}

/* The Monday of a day's week, in days since 1970. */
static long
monday(struct door_date day)
{
    return door_date_number(day) - door_date_weekday(day) + 1;
}

static bool
in_cycle(const struct door_session *session, struct door_date day)
{
    struct door_date anchor = session->from;

    if (session->every == DOOR_NO_NUMBER || session->every <= 7 || !session->from.year)
        return true;
    while (!is_any_day(&session->day, anchor))      /* at most a week on: nth days do not go with `every` */
        anchor = door_date_of(door_date_number(anchor) + 1);
    return (monday(day) - monday(anchor)) % session->every == 0;
}

bool
door_session_runs(const struct door_session *session, const struct door_offer *offer, struct door_date day)
{
    if (session->date.year)
        return door_date_compare(session->date, day) == 0;
    return is_any_day(&session->day, day)
            && within(day, session->from, session->until)
            && !in_list(&session->except, day)
            && (session->holidays || !in_list(&offer->bank_holidays, day))
            && (session->when != DOOR_WHEN_TERM_TIME || in_term(offer, day))
            && in_cycle(session, day);
}

bool
door_session_can_run(const struct door_session *session)
{
    long day, last;

    if (session->date.year || !session->from.year || !session->until.year)
        return true;
    last = door_date_number(session->until);
    for (day = door_date_number(session->from); day <= last; day++) {
        struct door_date date = door_date_of(day);

        if (is_any_day(&session->day, date) && !in_list(&session->except, date) && in_cycle(session, date))
            return true;
    }
    return false;
}

/* Bit 0 = Monday: the days of the week on which it may run. Most of a month is passed over by these alone. */
static unsigned
weekdays(const struct door_session *session)
{
    const struct door_day *rules = session->day.items;
    unsigned days = 0;
    size_t i;

    if (session->date.year)
        return 1u << (door_date_weekday(session->date) - 1);
    for (i = 0; i < session->day.count; i++)
        days |= 1u << rules[i].weekday >> 1;       /* none for a day that could not be read */
    return days;
}

size_t
door_session_next(const struct door_session *session, const struct door_offer *offer, struct door_date first, int days,
        struct door_date *found, size_t most)
{
    int weekday = door_date_weekday(first) - 1, i;
    unsigned may = weekdays(session);
    long number = door_date_number(first);
    size_t count = 0;

    for (i = 0; i < days && count < most; i++, weekday = (weekday + 1) % 7) {
        struct door_date day;

        if (!(may & 1u << weekday))
            continue;
        day = door_date_of(number + i);
        if (door_session_runs(session, offer, day))
            found[count++] = day;
    }
    return count;
}

static bool
runs_within(const struct door_session *session, const struct door_offer *offer, struct door_date from,
        struct door_date until)
{
    struct door_date day;

    return door_session_next(session, offer, from, (int)(door_date_number(until) - door_date_number(from)) + 1, &day,
            1) > 0;
}

bool
door_session_ever_runs(const struct door_session *session, const struct door_offer *offer)
{
    const struct door_term *terms = offer->terms.items;
    size_t i;

    if (session->date.year)
        return true;
    if (session->when != DOOR_WHEN_TERM_TIME)
        return !session->from.year || !session->until.year
                || runs_within(session, offer, session->from, session->until);
    for (i = 0; i < offer->terms.count; i++)
        if (runs_within(session, offer, terms[i].from, terms[i].until))
            return true;
    return false;
}

bool
door_session_is_over(const struct door_session *session, struct door_date day)
{
    struct door_date last = session->date.year ? session->date : session->until;

    return last.year && door_date_compare(last, day) < 0;
}

int
door_status_on(const struct door_status *status, struct door_date day)
{
    /* What is planned is so until it starts; `from` says when that is. */
    if (status && status->is == DOOR_SERVICE_PLANNED && status->from.year)
        return door_date_compare(day, status->from) < 0 ? DOOR_SERVICE_PLANNED : DOOR_SERVICE_LIVE;
    if (!status || !within(day, status->from, status->until))
        return DOOR_SERVICE_LIVE;
    return status->is;
}
