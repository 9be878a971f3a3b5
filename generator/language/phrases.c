#include "language/phrases.h"

#include <assert.h>

#include "language/words.h"

/*
 * Each is whole, so that translators may turn it round, and has a context, so that "{from} to {to}" of times and of
 * days can differ. What can stand inside a sentence begins small; whoever begins a line with it asks for a capital
 * (door_say_capital).
 */
static const struct door_interface_word phrases[DOOR_PHRASE_COUNT] = {
    [DOOR_PHRASE_RANGE] = { .context = "times", .text = "{from} to {to}",
        .note = "Two times of day: 9:30am to 11am. A dash is fine: {from}–{to}." },
    [DOOR_PHRASE_MIDDAY] = { .context = "times", .text = "midday",
        .note = "12 o'clock in the day. Languages with a 24-hour clock write 12:00." },
    [DOOR_PHRASE_MIDNIGHT] = { .context = "times", .text = "midnight" },
    [DOOR_PHRASE_DAY_AND_NIGHT] = { .context = "times", .text = "day and night",
        .note = "Instead of opening times: it never closes." },
    [DOOR_PHRASE_CLOSED] = { .context = "times", .text = "closed", .note = "Instead of opening times, beside a day." },
    [DOOR_PHRASE_DAYS_TIMES] = { .context = "times", .text = "{days}, {times}",
        .note = "Joins days and times, and what limits them: Every Tuesday, 9:30am to 11am, in term time." },
    [DOOR_PHRASE_EVERY_DAY_OF_WEEK] = { .context = "days", .text = "Every {day}",
        .note = "{day} is a day or a list of days: Every Tuesday and Thursday; Every first Tuesday of the month. Where "
            "\"every\" would change with the day, write it behind: {day}, every week." },
    [DOOR_PHRASE_FIRST_DAY] = { .context = "days", .text = "first {day} of the month",
        .note = "Where \"first\" would change with the day, write: {day} (first of the month)." },
    [DOOR_PHRASE_SECOND_DAY] = { .context = "days", .text = "second {day} of the month" },
    [DOOR_PHRASE_THIRD_DAY] = { .context = "days", .text = "third {day} of the month" },
    [DOOR_PHRASE_FOURTH_DAY] = { .context = "days", .text = "fourth {day} of the month" },
    [DOOR_PHRASE_LAST_DAY] = { .context = "days", .text = "last {day} of the month" },
    [DOOR_PHRASE_EVERY_WEEKS] = { .context = "days", .text = "every week", .plural = "every {count} weeks",
        .note = "How often, behind the day and time." },
    [DOOR_PHRASE_TERM_TIME] = { .context = "days", .text = "in term time",
        .note = "Only while schools are open, behind the day and time." },
    [DOOR_PHRASE_FROM_DATE] = { .context = "days", .text = "from {date}", .note = "The first day, in the future." },
    [DOOR_PHRASE_UNTIL_DATE] = { .context = "days", .text = "until {date}", .note = "The last day; it is included." },
    [DOOR_PHRASE_FREE] = { .context = "cost", .text = "Free", .note = "It costs nothing." },
    [DOOR_PHRASE_AGE_PREGNANCY] = { .context = "ages", .text = "pregnancy" },
    [DOOR_PHRASE_AGE_BIRTH] = { .context = "ages", .text = "birth" },
    [DOOR_PHRASE_AGE_WEEKS] = { .context = "ages", .text = "{count} week", .plural = "{count} weeks",
        .note = "A child's age." },
    [DOOR_PHRASE_AGE_MONTHS] = { .context = "ages", .text = "{count} month", .plural = "{count} months",
        .note = "A child's age." },
    [DOOR_PHRASE_AGE_YEARS] = { .context = "ages", .text = "{count} year", .plural = "{count} years",
        .note = "A child's age." },
    [DOOR_PHRASE_AGES_RANGE] = { .context = "ages", .text = "{from} to {to}",
        .note = "Ages a service is for: Birth to 12 months. Where the ages would change their endings, write a dash: "
            "{from} – {to}." },
    [DOOR_PHRASE_AGES_FROM_PREGNANCY] = { .context = "ages", .text = "from pregnancy", .note = "No upper end." },
    [DOOR_PHRASE_AGES_FROM_BIRTH] = { .context = "ages", .text = "from birth", .note = "No upper end." },
    [DOOR_PHRASE_AGES_FROM_WEEKS] = { .context = "ages", .text = "from {count} week", .plural = "from {count} weeks",
        .note = "No upper end." },
    [DOOR_PHRASE_AGES_FROM_MONTHS] = { .context = "ages", .text = "from {count} month",
        .plural = "from {count} months", .note = "No upper end." },
    [DOOR_PHRASE_AGES_FROM_YEARS] = { .context = "ages", .text = "from {count} year", .plural = "from {count} years",
        .note = "No upper end." },
    [DOOR_PHRASE_COST_PER_SESSION] = { .context = "cost", .text = "{amount} a session",
        .note = "{amount} is a sum of money: £3.50." },
    [DOOR_PHRASE_COST_PER_MONTH] = { .context = "cost", .text = "{amount} a month" },
    [DOOR_PHRASE_COST_PER_COURSE] = { .context = "cost", .text = "{amount} for the course",
        .note = "For all sessions together." },
    [DOOR_PHRASE_COST_PER_FAMILY] = { .context = "cost", .text = "{amount} for each family",
        .note = "However many of the family come." },
    [DOOR_PHRASE_DAYS] = { .context = "days", .text = "{count} day", .plural = "{count} days",
        .note = "How long: a wait." },
    [DOOR_PHRASE_DAYS_RANGE] = { .context = "days", .text = "{from} to {to}",
        .note = "Two days of the week, or two dates: Monday to Friday. A dash is fine: {from}–{to}." },
    [DOOR_PHRASE_PLACES] = { .context = "headings", .text = "Places",
        .note = "Where help is to be had: hubs, libraries, clinics." },
    [DOOR_PHRASE_ON_PAPER] = { .context = "headings", .text = "On paper", .note = "Booklets and posters to print." },
    [DOOR_PHRASE_NOT_FOUND] = { .context = "headings", .text = "Page not found" },
    [DOOR_PHRASE_NOTICES] = { .context = "headings", .text = "Closures and changes",
        .note = "What families should know of these days: a hub is shut, a group meets elsewhere." },
    [DOOR_PHRASE_AUDIENCE_DADS] = { .context = "audience", .text = "Dads" },
    [DOOR_PHRASE_AUDIENCE_YOUNG_PARENTS] = { .context = "audience", .text = "Young parents" },
    [DOOR_PHRASE_AUDIENCE_LGBT] = { .context = "audience", .text = "LGBT+ families" },
    [DOOR_PHRASE_AUDIENCE_MULTIPLES] = { .context = "audience", .text = "Twins, triplets and more" },
    [DOOR_PHRASE_AUDIENCE_PREMATURE] = { .context = "audience", .text = "Premature babies" },
    [DOOR_PHRASE_AUDIENCE_BEREAVED] = { .context = "audience", .text = "Families who have lost a baby or a child" },
    [DOOR_PHRASE_AUDIENCE_ADOPTIVE] = { .context = "audience", .text = "Adoptive families" },
    [DOOR_PHRASE_AUDIENCE_KINSHIP] = { .context = "audience", .text = "Kinship carers" },
    [DOOR_PHRASE_AUDIENCE_GRANDPARENTS] = { .context = "audience", .text = "Grandparents" },
    [DOOR_PHRASE_AUDIENCE_ARMED_FORCES] = { .context = "audience", .text = "Armed forces families" },
    [DOOR_PHRASE_AUDIENCE_NEW_TO_UK] = { .context = "audience", .text = "Families new to the UK" },
    [DOOR_PHRASE_AUDIENCE_DEAF] = { .context = "audience", .text = "Deaf parents and children" },
    [DOOR_PHRASE_AUDIENCE_DISABLED_PARENTS] = { .context = "audience", .text = "Disabled parents" },
    [DOOR_PHRASE_ON] = { .context = "headings", .text = "What’s on",
        .note = "Groups and sessions that families can go to, day by day." },
    [DOOR_PHRASE_ON_DAY] = { .context = "headings", .text = "What’s on: {day}",
        .note = "{day} is a day of the week, as it stands alone." },
    [DOOR_PHRASE_ON_AFTER_WORK] = { .context = "headings", .text = "What’s on: evenings and weekends" },
    [DOOR_PHRASE_AZ] = { .context = "headings", .text = "A to Z",
        .note = "All help, in the order of your alphabet. Name its first and last letter." },
    [DOOR_PHRASE_AZ_PART] = { .context = "headings", .text = "A to Z: {from} to {to}",
        .note = "A part of the list: the letters that it begins and ends with." },
    [DOOR_PHRASE_SEARCH] = { .context = "headings", .text = "Search" },
    [DOOR_PHRASE_SEARCH_PART] = { .context = "headings", .text = "Search: {from} to {to}",
        .note = "A part of the list of words: the letters that it begins and ends with." },
    [DOOR_PHRASE_GIFT_WHOLE] = { .context = "giving", .text = "all in {language}",
        .note = "Beside the name of a language, for somebody who gives a page to a family and can't read it. Where the "
            "name would change its ending, write: all in this language: {language}." },
    [DOOR_PHRASE_GIFT_FACTS] = { .context = "giving", .text = "times and phone in {language}, text in {source}",
        .note = "{source} is the language that pages are written in: English." },
    [DOOR_PHRASE_GIFT_PART] = { .context = "giving", .text = "part in {language}, part in {source}" },
    [DOOR_PHRASE_GIFT_OLDER] = { .context = "giving", .text = "in {language}, part older than the {source}",
        .note = "Some of it was translated before the {source} was changed." },
    [DOOR_PHRASE_STATEMENT] = { .context = "headings", .text = "Accessibility statement",
        .note = "The page that the law wants: how far people with disabilities can use this website." },
    [DOOR_PHRASE_PRIVACY] = { .context = "headings", .text = "Privacy" },
    [DOOR_PHRASE_LOST_WHY] = {
        .text = "The address may have changed, or have a typing mistake in it. The help is still here.",
        .note = "On the page that is shown in place of one that is not there." },
    [DOOR_PHRASE_LOST_HOME] = { .text = "Go to the home page", .note = "A link to the first page of the website." },
};

void
door_phrases_add(struct door_words *words, struct door_arena *arena)
{
    size_t i, number;

    assert(words->count == 0);
    for (i = 0; i < DOOR_PHRASE_COUNT; i++) {
        struct door_interface_word phrase = phrases[i];

        phrase.place.file = "generator/language/phrases.c";
        number = door_words_add(words, arena, phrase);
        assert(number == i);
    }
}
