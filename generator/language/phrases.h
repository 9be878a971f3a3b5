/*
 * phrases - the words that the program itself says, apart from any template: "{from} to {to}", "every {day}".
 *
 * They are added to the interface words first and in this order, so an enum door_phrase_id is a word's number.
 */
#ifndef DOOR_LANGUAGE_PHRASES_H
#define DOOR_LANGUAGE_PHRASES_H

struct door_arena;
struct door_words;

enum door_phrase_id {
    DOOR_PHRASE_RANGE,              /* times: {from} to {to} */
    DOOR_PHRASE_MIDDAY,
    DOOR_PHRASE_MIDNIGHT,
    DOOR_PHRASE_DAY_AND_NIGHT,      /* open at all hours */
    DOOR_PHRASE_CLOSED,
    DOOR_PHRASE_DAYS_TIMES,         /* {days}, {times} */
    DOOR_PHRASE_EVERY_DAY_OF_WEEK,  /* Every {day} */
    DOOR_PHRASE_FIRST_DAY,          /* first {day} of the month */
    DOOR_PHRASE_SECOND_DAY,
    DOOR_PHRASE_THIRD_DAY,
    DOOR_PHRASE_FOURTH_DAY,
    DOOR_PHRASE_LAST_DAY,
    DOOR_PHRASE_EVERY_WEEKS,        /* plural: every {count} weeks */
    DOOR_PHRASE_TERM_TIME,          /* in term time */
    DOOR_PHRASE_FROM_DATE,          /* from {date} */
    DOOR_PHRASE_UNTIL_DATE,         /* until {date} */
    DOOR_PHRASE_FREE,
    DOOR_PHRASE_AGE_PREGNANCY,
    DOOR_PHRASE_AGE_BIRTH,
    DOOR_PHRASE_AGE_WEEKS,          /* plural */
    DOOR_PHRASE_AGE_MONTHS,
    DOOR_PHRASE_AGE_YEARS,
    DOOR_PHRASE_AGES_RANGE,         /* {from} to {to} */
    DOOR_PHRASE_AGES_FROM_PREGNANCY,
    DOOR_PHRASE_AGES_FROM_BIRTH,
    DOOR_PHRASE_AGES_FROM_WEEKS,    /* plural: from {count} weeks */
    DOOR_PHRASE_AGES_FROM_MONTHS,
    DOOR_PHRASE_AGES_FROM_YEARS,
    DOOR_PHRASE_COST_PER_SESSION,   /* {amount} a session */
    DOOR_PHRASE_COST_PER_MONTH,
    DOOR_PHRASE_COST_PER_COURSE,
    DOOR_PHRASE_COST_PER_FAMILY,
    DOOR_PHRASE_DAYS,               /* plural: {count} days */
    DOOR_PHRASE_DAYS_RANGE,         /* days and dates: {from} to {to} */
    DOOR_PHRASE_PLACES,             /* the heading "Places" */
    DOOR_PHRASE_ON_PAPER,           /* the heading "On paper" */
    DOOR_PHRASE_NOT_FOUND,          /* the heading "Page not found" */
    DOOR_PHRASE_NOTICES,            /* the heading "Closures and changes" */
    DOOR_PHRASE_AUDIENCE_DADS,      /* the audiences, in the order of door_audience_words */
    DOOR_PHRASE_AUDIENCE_YOUNG_PARENTS,
    DOOR_PHRASE_AUDIENCE_LGBT,
    DOOR_PHRASE_AUDIENCE_MULTIPLES,
    DOOR_PHRASE_AUDIENCE_PREMATURE,
    DOOR_PHRASE_AUDIENCE_BEREAVED,
    DOOR_PHRASE_AUDIENCE_ADOPTIVE,
    DOOR_PHRASE_AUDIENCE_KINSHIP,
    DOOR_PHRASE_AUDIENCE_GRANDPARENTS,
    DOOR_PHRASE_AUDIENCE_ARMED_FORCES,
    DOOR_PHRASE_AUDIENCE_NEW_TO_UK,
    DOOR_PHRASE_AUDIENCE_DEAF,
    DOOR_PHRASE_AUDIENCE_DISABLED_PARENTS,
    DOOR_PHRASE_ON,                 /* the heading "What’s on" */
    DOOR_PHRASE_ON_DAY,             /* What’s on: {day} */
    DOOR_PHRASE_ON_AFTER_WORK,      /* What’s on: evenings and weekends */
    DOOR_PHRASE_AZ,                 /* the heading "A to Z" */
    DOOR_PHRASE_AZ_PART,            /* A to Z: {from} to {to} */
    DOOR_PHRASE_SEARCH,             /* the heading "Search" */
    DOOR_PHRASE_SEARCH_PART,        /* Search: {from} to {to} */
    DOOR_PHRASE_GIFT_WHOLE,         /* all in {language} */
    DOOR_PHRASE_GIFT_FACTS,         /* times and phone in {language}, text in {source} */
    DOOR_PHRASE_GIFT_PART,
    DOOR_PHRASE_GIFT_OLDER,
    DOOR_PHRASE_STATEMENT,          /* the heading "Accessibility statement" */
    DOOR_PHRASE_PRIVACY,            /* the heading "Privacy" */
    DOOR_PHRASE_LOST_WHY,           /* what may be wrong with an address that is not there */
    DOOR_PHRASE_LOST_HOME,          /* the link "Go to the home page" */
    DOOR_PHRASE_COUNT
};

/* Add them; must be the first thing that words get. */
void door_phrases_add(struct door_words *words, struct door_arena *arena);

#endif
