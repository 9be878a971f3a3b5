/*
 * service - one kind of help that families can get.
 */
#ifndef DOOR_MODEL_SERVICE_H
#define DOOR_MODEL_SERVICE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"
#include "model/values.h"

struct door_image;
struct door_organisation;
struct door_place_entry;
struct door_prose;

enum door_how_to_get {
    DOOR_HOW_DROP_IN = 1,
    DOOR_HOW_BOOK,
    DOOR_HOW_SELF_REFER,
    DOOR_HOW_REFERRAL,
    DOOR_HOW_HOME_VISIT,
    DOOR_HOW_AUTOMATIC,
};

enum door_level {
    DOOR_LEVEL_UNIVERSAL = 1,
    DOOR_LEVEL_TARGETED,
    DOOR_LEVEL_SPECIALIST,
};

enum door_service_state {
    DOOR_SERVICE_LIVE = 1,
    DOOR_SERVICE_PLANNED,
    DOOR_SERVICE_FULL,
    DOOR_SERVICE_PAUSED,
    DOOR_SERVICE_ENDED,
};

enum door_when {
    DOOR_WHEN_TERM_TIME = 1,
    DOOR_WHEN_ALL_YEAR,
};

struct door_ages {
    struct door_age from, to;       /* to is not included; absent = no upper end */
};

struct door_session {
    const struct door_entry *place; /* struct door_venue */
    struct door_list day;           /* struct door_day */
    struct door_date date;          /* a one-off */
    struct door_times time;
    int when;                       /* enum door_when */
    int every;                      /* days: a multiple of 7 */
    struct door_date from, until;
    struct door_list except;        /* struct door_date */
    bool holidays;
    uint32_t note;                  /* prose */
};

struct door_cost {
    bool free;                      /* derived: written as "free", or amount 0 */
    int amount;                     /* pence */
    int per;
    uint32_t words;                 /* prose: a cost in words */
    uint32_t note;                  /* prose */
};

struct door_wait {
    int days;
    struct door_date as_of;
};

struct door_status {
    int is;                         /* enum door_service_state */
    struct door_date from, until;
    uint32_t why;                   /* prose */
};

struct door_changed {
    struct door_date date;
    uint32_t what;                  /* prose */
};

struct door_checked {
    struct door_date date;
    const char *by;
};

struct door_print_wish {            /* what a service wants of print */
    bool left_out;                  /* print: no */
    bool wanted;                    /* print: yes, which a sensitive entry must say */
    uint32_t brief;                 /* prose: `short` */
    int order;
};

struct door_open_referral {
    const char *id;                 /* a UUID */
};

struct door_service {
    struct door_entry entry;
    uint32_t name, summary;         /* prose */
    struct door_list topics;        /* refs to struct door_topic; the first is its home */
    const struct door_ages *ages;
    int level;                      /* enum door_level */
    struct door_list audiences;     /* `for`: const char *, ids of offer.audiences or built in */
    uint32_t who_for;               /* prose */
    int how_to_get;                 /* enum door_how_to_get */
    uint32_t how, what_happens;     /* prose */
    struct door_list delivery;      /* int: words */
    const struct door_entry *organisation;
    struct door_list contacts;      /* struct door_contact */
    struct door_list sessions;      /* struct door_session */
    struct door_list places;        /* refs to struct door_venue */
    const struct door_cost *cost;
    struct door_list languages;     /* const char * */
    int interpreters, bsl;          /* word: yes, on request, no */
    const struct door_wait *wait;
    uint32_t while_waiting;         /* prose */
    const struct door_status *status;
    bool sensitive;
    const struct door_changed *changed;
    const struct door_checked *checked;
    struct door_list words;         /* const char *: for search */
    const struct door_image *image;
    const struct door_print_wish *print;
    const struct door_open_referral *open_referral;
    const struct door_prose *body;
};

extern const struct door_record door_service_record;

/* Nested records that others have too: a stage's ages, a place's status. */
extern const struct door_record door_ages_record;
extern const struct door_record door_status_record;
extern const struct door_record door_session_record;
extern const struct door_enumeration door_how_to_get_words;
extern const struct door_enumeration door_service_state_words;

/* The words that describe how something can be had; a service's and a place's tables share them. */
extern const struct door_enumeration door_on_request_words;
extern const struct door_enumeration door_when_words;

/* The audiences that every offer has; an offer adds its own in `audiences`. */
extern const struct door_enumeration door_audience_words;

/* Is each of these audiences (`for`) one of the offer's? Reports those that are not. */
bool door_audiences_check(struct door_check *check, const struct door_list *audiences, const struct door_node *node);

/* Is there an age that both hold? An age at which one ends and the other begins is not. */
bool door_ages_overlap(const struct door_ages *a, const struct door_ages *b);

/* Rules for what happens again and again, of sessions and of the stops of a mobile place. */
void door_session_check_rhythm(struct door_check *check, const struct door_node *node,
        const struct door_session *session);

#endif
