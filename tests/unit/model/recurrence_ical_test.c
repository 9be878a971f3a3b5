/*
 * recurrence.c and libical agree on every day of thousands of rules. Terms, bank holidays and exceptions are no part of
 * an RRULE, so the witness leaves those days out itself, as an EXDATE would.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <libical/ical.h>

#include "model/offer.h"
#include "model/recurrence.h"
#include "model/service.h"

#define RULES 3000
#define FIRST 20454L        /* Thursday 1 January 2026, in days since 1970 */
#define DAYS 1100

static const struct door_term terms[] = {
    { 0, { 2026, 1, 5 }, { 2026, 3, 27 }, { { 2026, 2, 16 }, { 2026, 2, 20 } } },
    { 0, { 2026, 9, 3 }, { 2026, 12, 18 }, { { 0 }, { 0 } } },
};
static const struct door_date holidays[] = { { 2026, 4, 6 }, { 2026, 5, 4 }, { 2027, 1, 1 }, { 2028, 5, 29 } };
static const struct door_offer offer = { .terms = { terms, 2 }, .bank_holidays = { holidays, 4 } };

/* A rule, and what it is made of. */
struct made {
    struct door_session session;
    struct door_day days[3];
    struct door_date except[4];
};

/* xorshift32: the same rules on every machine. */
static int
pick(uint32_t *seed, int from, int to)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return from + (int)(*seed % (uint32_t)(to - from + 1));
}

static void
make_rule(uint32_t *seed, struct made *made)
{
    static const int nths[] = { 1, 2, 3, 4, -1 };
    bool monthly = pick(seed, 0, 2) == 0;
    struct door_session *session = &made->session;
    size_t i;

    *made = (struct made){ .session = { .every = DOOR_NO_NUMBER, .when = DOOR_WHEN_ALL_YEAR } };
    session->day = (struct door_list){ made->days, (size_t)pick(seed, 1, 3) };
    for (i = 0; i < session->day.count; i++) {
        made->days[i].weekday = pick(seed, 1, 7);
        made->days[i].nth = monthly && pick(seed, 0, 3) ? nths[pick(seed, 0, 4)] : 0;
    }
    if (pick(seed, 0, 1))
        session->from = door_date_of(FIRST + pick(seed, -400, 700));
    if (pick(seed, 0, 2) == 0)
        session->until = door_date_of(FIRST + pick(seed, 0, 1200));
    if (!monthly && session->from.year && pick(seed, 0, 1))
        session->every = 7 * pick(seed, 1, 6);
    session->except = (struct door_list){ made->except, (size_t)pick(seed, 0, 4) };
    for (i = 0; i < session->except.count; i++)
        made->except[i] = door_date_of(FIRST + pick(seed, 0, DAYS));
    session->when = pick(seed, 0, 3) ? DOOR_WHEN_ALL_YEAR : DOOR_WHEN_TERM_TIME;
    session->holidays = pick(seed, 0, 1);
}

/* "FREQ=MONTHLY;BYDAY=1TU,-1FR" */
static void
write_rule(const struct made *made, char *text, size_t size)
{
    static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    bool monthly = false;
    size_t used, i;

    for (i = 0; i < made->session.day.count; i++)
        monthly = monthly || made->days[i].nth;
    used = (size_t)snprintf(text, size, "FREQ=%s;WKST=MO;INTERVAL=%d;BYDAY=", monthly ? "MONTHLY" : "WEEKLY",
            made->session.every == DOOR_NO_NUMBER ? 1 : made->session.every / 7);
    for (i = 0; i < made->session.day.count; i++) {
        char nth[8] = "";

        if (made->days[i].nth)
            snprintf(nth, sizeof nth, "%d", made->days[i].nth);
        used += (size_t)snprintf(text + used, size - used, "%s%s%s", i ? "," : "", nth,
                names[made->days[i].weekday - 1]);
    }
}

static struct icaltimetype
ical_day(long number)
{
    struct door_date date = door_date_of(number);

    return (struct icaltimetype){ .year = date.year, .month = date.month, .day = date.day, .is_date = 1 };
}

static bool
is_one_of(long number, const struct door_date *dates, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (door_date_number(dates[i]) == number)
            return true;
    return false;
}

static bool
is_term(long day)
{
    size_t i;

    for (i = 0; i < 2; i++)
        if (door_date_number(terms[i].from) <= day && day <= door_date_number(terms[i].until))
            return !terms[i].half_term.from.year || day < door_date_number(terms[i].half_term.from)
                    || day > door_date_number(terms[i].half_term.until);
    return false;
}

/* Mark the days on which libical has it. Its first day must be one of the rule's: so RFC 5545 wants DTSTART. */
static void
witness(const struct made *made, const char *text, bool *runs)
{
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(text);
    const struct door_session *session = &made->session;
    long start = session->from.year ? door_date_number(session->from) : FIRST - 400;
    struct icaltimetype next;
    icalrecur_iterator *iterator;

    for (;; start++) {
        icalrecur_iterator *probe = icalrecur_iterator_new(rule, ical_day(start));
        bool fits = icaltime_compare_date_only(icalrecur_iterator_next(probe), ical_day(start)) == 0;

        icalrecur_iterator_free(probe);
        if (fits)
            break;
    }
    iterator = icalrecur_iterator_new(rule, ical_day(start));
    memset(runs, 0, DAYS * sizeof *runs);
    for (next = icalrecur_iterator_next(iterator); !icaltime_is_null_time(next);
            next = icalrecur_iterator_next(iterator)) {
        long day = door_date_number((struct door_date){ (short)next.year, (signed char)next.month,
                (signed char)next.day });

        if (day >= FIRST + DAYS || (session->until.year && day > door_date_number(session->until)))
            break;
        if (day < FIRST || is_one_of(day, made->except, session->except.count)
                || (!session->holidays && is_one_of(day, holidays, 4))
                || (session->when == DOOR_WHEN_TERM_TIME && !is_term(day)))
            continue;
        runs[day - FIRST] = true;
    }
    icalrecur_iterator_free(iterator);
}

static void
every_rule_means_what_it_means_to_libical(void **state)
{
    uint32_t seed = 20261124;
    size_t i, ran = 0;
    long day;

    (void)state;
    for (i = 0; i < RULES; i++) {
        struct made made;
        bool runs[DAYS];
        char text[120];

        make_rule(&seed, &made);
        write_rule(&made, text, sizeof text);
        witness(&made, text, runs);
        for (day = 0; day < DAYS; day++) {
            ran += runs[day];
            if (door_session_runs(&made.session, &offer, door_date_of(FIRST + day)) != runs[day])
                fail_msg("rule %zu, %s, from %04d-%02d-%02d: day %ld", i, text, made.session.from.year,
                        made.session.from.month, made.session.from.day, day);
        }
    }
    assert_true(ran > 50000);      /* the rules are not all empty */
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_means_what_it_means_to_libical),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
