#include "model/check.h"
#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "model/venue.h"

#define LONG_SESSION (10 * 60)  /* minutes */

static const struct door_word whens[] = {
    { "term time", "Term time only" },
    { "all year", "All year" },
};

const struct door_enumeration door_when_words = { "when", whens, DOOR_COUNT(whens) };

static const struct door_field fields[] = {
    { "place", DOOR_KIND_REF, DOOR_REQUIRED, offsetof(struct door_session, place), .record = &door_venue_record,
      .open_referral = "location", .help = "The id of the place, such as thornleigh-hub, or online." },
    { "day", DOOR_KIND_DAY, DOOR_LIST, offsetof(struct door_session, day), .open_referral = "byday",
      .help = "The day of the week, such as Tuesday or first Tuesday, or a list of days." },
    { "date", DOOR_KIND_DATE, 0, offsetof(struct door_session, date), .open_referral = "dtstart",
      .help = "The date of something that happens once, such as 2026-12-05." },
    { "time", DOOR_KIND_TIMES, DOOR_REQUIRED, offsetof(struct door_session, time), .open_referral = "opens_at",
      .help = "When it begins and ends, such as 9:30am to 11am." },
    { "when", DOOR_KIND_WORD, 0, offsetof(struct door_session, when), .words = &door_when_words, .fallback = "all year",
      .help = "Write term time if it stops in the school holidays." },
    { "every", DOOR_KIND_PERIOD, 0, offsetof(struct door_session, every), .open_referral = "interval",
      .help = "Write 2 weeks if it is not every week." },
    { "from", DOOR_KIND_DATE, 0, offsetof(struct door_session, from), .open_referral = "valid_from",
      .help = "The first day on which it may happen." },
    { "until", DOOR_KIND_DATE, 0, offsetof(struct door_session, until), .open_referral = "valid_to",
      .help = "The last day on which it may happen." },
    { "except", DOOR_KIND_DATE, DOOR_LIST, offsetof(struct door_session, except),
      .help = "Dates on which it does not happen." },
    { "holidays", DOOR_KIND_YES, 0, offsetof(struct door_session, holidays),
      .help = "Write yes if it happens on bank holidays too." },
    { "note", DOOR_KIND_PROSE, 0, offsetof(struct door_session, note), .limit = 200, .open_referral = "notes",
      .help = "What else families should know about this session." },
};

static bool
has_monthly_day(const struct door_session *session)
{
    const struct door_day *days = session->day.items;
    size_t i;

    for (i = 0; i < session->day.count; i++)
        if (days[i].nth)
            return true;
    return false;
}

static void
check_every(struct door_check *check, const struct door_node *node, const struct door_session *session)
{
    if (session->every == DOOR_NO_NUMBER)
        return;
    if (session->every % 7)
        door_check_error(check, node, "every", "session-every", "Write a number of weeks: every: 2 weeks.",
                "sessions come back on the same day, so \"every\" is a number of weeks");
    else if (has_monthly_day(session))
        door_check_error(check, node, "every", "session-every", "Keep \"every\" or \"day\", whichever is meant.",
                "\"every\" does not go with a day of the month");
    else if (session->every > 7 && !session->from.year)
        door_check_error(check, node, "every", "session-every", "Write from: and the first date.",
                "\"every\" needs \"from\", the day from which the weeks are counted");
}

/* "9:30am to 11pm": half a day of baby massage is a slip of one letter. */
static void
check_length(struct door_check *check, const struct door_node *node, struct door_times time)
{
    if (time.to - time.from > LONG_SESSION)
        door_check_warn(check, node, "time", "session-long", "Check am and pm.", "this is %d hours long",
                (time.to - time.from) / 60);
}

/* A one-off has a date and none of what describes a repetition. */
static void
check_one_off(struct door_check *check, const struct door_node *node, const struct door_session *session)
{
    const char *field = session->every != DOOR_NO_NUMBER ? "every" : session->from.year ? "from"
            : session->until.year ? "until" : session->except.count ? "except" : NULL;

    check_length(check, node, session->time);
    if (field)
        door_check_error(check, node, field, "session-date", "Take it out: a session with a date happens once.",
                "\"%s\" does not go with \"date\"", field);
}

static bool
has_weekday(const struct door_session *session, int weekday)
{
    const struct door_day *days = session->day.items;
    size_t i;

    for (i = 0; i < session->day.count; i++)
        if (days[i].weekday == weekday)
            return true;
    return false;
}

/* A date left out that is no day of the session leaves the session on, on the day that was meant. */
/* Would it be on, if no term, holiday or exception stood against it? Outside "from" and "until" nobody minds. */
static bool
may_run(const struct door_check *check, const struct door_session *session, struct door_date day)
{
    struct door_session bare = *session;

    if ((session->from.year && door_date_compare(day, session->from) < 0)
            || (session->until.year && door_date_compare(session->until, day) < 0))
        return true;
    bare.except.count = 0;
    bare.holidays = true;
    bare.when = DOOR_WHEN_ALL_YEAR;
    return door_session_runs(&bare, check->offer, day);
}

static void
check_except(struct door_check *check, const struct door_node *node, const struct door_session *session)
{
    const struct door_date *dates = session->except.items;
    size_t i;

    for (i = 0; i < session->except.count; i++)
        if (!has_weekday(session, door_date_weekday(dates[i])))
            door_check_error(check, node, "except", "session-except", "Write the date of a day when it would be on.",
                    "%04d-%02d-%02d is a %s, when this session is not on", dates[i].year, dates[i].month,
                    dates[i].day, door_weekday_name(door_date_weekday(dates[i])));
        else if (!may_run(check, session, dates[i]))
            door_check_error(check, node, "except", "session-except", "Write the date of a day when it would be on.",
                    "%04d-%02d-%02d is a %s, but not one when this session is on", dates[i].year, dates[i].month,
                    dates[i].day, door_weekday_name(door_date_weekday(dates[i])));
}

void
door_session_check_rhythm(struct door_check *check, const struct door_node *node, const struct door_session *session)
{
    check_length(check, node, session->time);
    check_every(check, node, session);
    if (session->when == DOOR_WHEN_TERM_TIME && !check->offer->terms.count)
        door_check_error(check, node, "when", "session-terms",
                "Add them to offer.yaml: terms: [{name: Autumn 2026, from: 2026-09-03, until: 2026-12-18}]",
                "\"term time\" is not known: the offer has no terms");
    if (session->from.year && session->until.year && door_date_compare(session->until, session->from) < 0)
        door_check_error(check, node, "until", "date-order", "Check both dates, and their years.",
                "\"until\" is before \"from\"");
    else if (!door_session_can_run(session))
        door_check_error(check, node, "until", "session-never", "Check the day, and both dates.",
                "between these dates there is no day for it");
    check_except(check, node, session);
}

static void
check_session(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_session *session = record;
    bool once = session->date.year != 0, often = session->day.count > 0;

    if (once && often)
        door_check_error(check, node, "date", "session-day", "Write two sessions: one with a day, one with a date.",
                "a session has a day or a date, not both");
    else if (!once && !often)
        door_check_error(check, node, NULL, "session-day", "Write day: Tuesday, or date: 2026-12-05.",
                "this session has neither a day nor a date");
    else if (once)
        check_one_off(check, node, session);
    else
        door_session_check_rhythm(check, node, session);
}

const struct door_record door_session_record = {
    .name = "session", .size = sizeof(struct door_session),
    .fields = fields, .field_count = DOOR_COUNT(fields), .check = check_session,
};
