/*
 * values - the typed values of an offer, and the one place that reads them from text.
 *
 * Owns:   nothing. Dates are read in dates.c, times of day in times.c, days in days.c, phones and addresses
 *         in reach.c, languages in tongues.c, plain quantities in values.c.
 * Called: by model/load.c for each scalar; by views/ to compare and step through dates.
 * Never:  reports: what is wrong with a text is handed back, ready for an editor.
 */
#ifndef DOOR_MODEL_VALUES_H
#define DOOR_MODEL_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct door_arena;

struct door_date {          /* proleptic Gregorian; year 0 = absent */
    short year;
    signed char month, day;
};

struct door_dates {         /* both days included; from.year 0 = absent */
    struct door_date from, until;
};

struct door_times {         /* minutes since midnight, 1440 at its end; from < 0 = absent; to < 0 = no end given */
    short from, to;
};

struct door_day {           /* weekday 1 = Monday ... 7 = Sunday (ISO 8601); 0 = absent */
    signed char weekday;
    signed char nth;        /* 0 = each week, 1 to 4 = that one of the month, -1 = the last */
};

struct door_opening {       /* one line of opening hours */
    unsigned char days;     /* bit 0 = Monday ... bit 6 = Sunday */
    struct door_times times;    /* from < 0 = closed; 0 to 1440 = all day */
};

enum door_age_unit {
    DOOR_AGE_NONE,          /* absent */
    DOOR_AGE_PREGNANCY,
    DOOR_AGE_BIRTH,
    DOOR_AGE_WEEKS,
    DOOR_AGE_MONTHS,
    DOOR_AGE_YEARS,
};

struct door_age {
    enum door_age_unit unit;
    int count;              /* of weeks, months or years */
};

/* A problem with a value: message and hint are texts in the arena or static. */
struct door_mistake {
    const char *id;         /* "date", "time" ... */
    const char *message;    /* with the value in quotes */
    const char *hint;       /* or NULL */
};

/*
 * Each returns true and fills value, or returns false and fills mistake. A value that is taken but odd (an http: link,
 * a phone of an unusual length) returns true and fills mistake too: worth a warning. Callers pass mistake as { 0 };
 * text is clean UTF-8 without white space at its ends.
 */
bool door_date_parse(struct door_arena *arena, const char *text, struct door_date *value, struct door_mistake *mistake);
bool door_dates_parse(struct door_arena *arena, const char *text, struct door_dates *value,
        struct door_mistake *mistake);
bool door_times_parse(struct door_arena *arena, const char *text, struct door_times *value,
        struct door_mistake *mistake);
bool door_day_parse(struct door_arena *arena, const char *text, struct door_day *value, struct door_mistake *mistake);
bool door_days_parse(struct door_arena *arena, const char *text, unsigned char *days, struct door_mistake *mistake);
bool door_age_parse(struct door_arena *arena, const char *text, struct door_age *value, struct door_mistake *mistake);
bool door_period_parse(struct door_arena *arena, const char *text, int *days, struct door_mistake *mistake);
bool door_money_parse(struct door_arena *arena, const char *text, int *pence, struct door_mistake *mistake);
bool door_length_parse(struct door_arena *arena, const char *text, double *mm, struct door_mistake *mistake);
bool door_number_parse(struct door_arena *arena, const char *text, int *value, struct door_mistake *mistake);
bool door_degrees_parse(struct door_arena *arena, const char *text, double *value, struct door_mistake *mistake);
bool door_yes_parse(struct door_arena *arena, const char *text, bool *value, struct door_mistake *mistake);
bool door_phone_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake);
/* "01632 960 123" as it is dialled from anywhere, "+441632960123"; short numbers such as 999 work only as they are. */
const char *door_phone_dialled(struct door_arena *arena, const char *phone);
bool door_email_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake);
bool door_url_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake);
bool door_postcode_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake);
bool door_language_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake);

/* Is it one of the numbers that Ofcom keeps for drama, or an address below .example, which nobody can own? */
bool door_phone_is_sample(const char *phone);
bool door_address_is_sample(const char *email_or_url);

/* Days since 1970-01-01, and back. */
long door_date_number(struct door_date date);
struct door_date door_date_of(long number);
int door_date_weekday(struct door_date date);       /* 1 = Monday */
const char *door_weekday_name(int weekday);         /* in English, for messages */
int door_date_compare(struct door_date a, struct door_date b);

/* An age on one line of days: pregnancy < birth = 0 < weeks < ...; for order and overlap only. */
long door_age_days(struct door_age age);

#endif
