#include "offer_fixture.h"

#include <math.h>

#include "model/service.h"
#include "model/venue.h"

/* The usual service with these lines behind it. */
#define SERVICE(lines) { "services", "massage", "name: Baby massage\nsummary: Learn gentle strokes.\n" \
        "topics: [infant-feeding]\nages: {from: birth, to: 12 months}\nhow_to_get: drop-in\norganisation: council\n" \
        "checked: {date: 2026-10-01}\ncontacts: [{phone: 01632 960 123}]\n" lines, NULL }
#define AT(place) "content/services/massage.md:" place ": error: "
#define AT_WARN(place) "content/services/massage.md:" place ": warning: "

static const struct door_service *
service_of(const struct built *built)
{
    const struct door_service *service = (const void *)door_offer_find(built->offer, "service", "massage");

    assert_non_null(service);
    return service;
}

static const char *
words(const struct built *built, uint32_t piece)
{
    assert_true(piece > 0 && piece < built->offer->pieces.count);
    return built->offer->pieces.items[piece].text;
}

static void
a_whole_service_is_loaded(void **state)
{
    static const struct file file = SERVICE(
            "cost: {amount: 3.50, per: session, note: Pay there}\n"
            "level: Targeted\n"
            "for: dads\n"
            "delivery: [in person group, helpline]\n"
            "languages: [no, ur]\n"
            "sessions:\n"
            "  - {place: hub, day: [Tue, last Friday], time: 9:30am to 11am, except: 2026-10-06,\n"
            "     note: Ring the bell}\n"
            "  - {place: online, day: Sat, every: 2 weeks, from: 5 December 2026, time: 10am to midday}\n"
            "places: hub\n"
            "bsl: on request\n"
            "sensitive: YES\n"
            "image: {file: media/massage.svg, alt: A dad}\n"
            "print: {short: Massage, order: 10}\n"
            "status: {is: full, from: 2026-10-01, why: Ask us}\n"
            "was: old-massage\n"
            "owner: asha@brackenshire.example\n");
    struct built built = build(&file, 1, false);
    const struct door_service *service;
    const struct door_session *sessions;
    const struct door_day *days;

    (void)state;
    assert_non_null(strstr(built.told, "[sensitive-image]"));      /* and nothing else is told */
    assert_ptr_equal(strchr(strchr(built.told, '\n') + 1, '\n') + 1, built.told + strlen(built.told));
    service = service_of(&built);
    sessions = service->sessions.items;
    days = sessions[0].day.items;
    assert_string_equal(service->entry.path, "services/massage/");
    assert_string_equal(service->entry.owner, "asha@brackenshire.example");
    assert_string_equal(words(&built, service->name), "Baby massage");
    assert_int_equal(service->level, DOOR_LEVEL_TARGETED);
    assert_int_equal(service->how_to_get, DOOR_HOW_DROP_IN);
    assert_int_equal(service->delivery.count, 2);
    assert_int_equal(((const int *)service->delivery.items)[0], 1);
    assert_string_equal(((const char *const *)service->languages.items)[0], "no");
    assert_int_equal(service->cost->amount, 350);
    assert_false(service->cost->free);
    assert_int_equal(service->sessions.count, 2);
    assert_ptr_equal(sessions[0].place, door_offer_find(built.offer, "place", "hub"));
    assert_int_equal(sessions[0].day.count, 2);
    assert_int_equal(days[1].nth, -1);
    assert_int_equal(sessions[0].time.to, 660);
    assert_int_equal(sessions[0].when, DOOR_WHEN_ALL_YEAR);
    assert_int_equal(sessions[0].every, DOOR_NO_NUMBER);
    assert_string_equal(words(&built, sessions[0].note), "Ring the bell");
    assert_int_equal(sessions[1].from.month, 12);
    assert_int_equal(sessions[1].every, 14);
    assert_string_equal(sessions[1].place->id, "online");
    assert_int_equal(service->bsl, 2);
    assert_int_equal(service->interpreters, 0);
    assert_true(service->sensitive);
    assert_int_equal(service->print->order, 10);
    assert_int_equal(service->status->is, DOOR_SERVICE_FULL);
    assert_null(service->wait);
    release(&built);
}

static void
what_is_not_written_falls_back_or_is_absent(void **state)
{
    struct built built = build(NULL, 0, false);
    const struct door_service *service;
    const struct door_venue *venue;

    (void)state;
    assert_string_equal(built.told, "");
    service = service_of(&built);
    venue = (const void *)door_offer_find(built.offer, "place", "hub");
    assert_int_equal(service->level, DOOR_LEVEL_UNIVERSAL);
    assert_int_equal(service->status->is, DOOR_SERVICE_LIVE);
    assert_true(service->cost->free);
    assert_int_equal(service->cost->amount, DOOR_NO_NUMBER);
    assert_int_equal(service->sessions.count, 0);
    assert_int_equal(service->who_for, 0);
    assert_int_equal(venue->status->is, DOOR_SERVICE_LIVE);
    assert_string_equal(venue->address->postcode, "YO1 7HH");
    assert_null(venue->location);
    assert_int_equal(built.offer->review_every, 90);
    assert_string_equal(built.offer->codes, "https://families.brackenshire.example");
    assert_int_equal(built.offer->stale_translations, DOOR_STALE_SHOW);
    release(&built);
}

static void
costs_are_read_in_every_short_form(void **state)
{
    static const struct { struct file file; bool free; int amount; const char *words; } cases[] = {
        { SERVICE("cost: Free\n"), true, DOOR_NO_NUMBER, NULL },
        { SERVICE("cost: 0\n"), true, 0, NULL },
        { SERVICE("cost: {amount: 0, note: Bring a towel}\n"), true, 0, NULL },
        { SERVICE("cost: {free: yes, note: Bring a towel}\n"), true, DOOR_NO_NUMBER, NULL },
        { SERVICE("cost: \xC2\xA3" "3.50\n"), false, 350, NULL },
        { SERVICE("cost: \xC2\xA3" "1,200\n"), false, 120000, NULL },
        { SERVICE("cost: \xC2\xA3" "3.50 per session\n"), false, 350, NULL },
        { SERVICE("cost: \xC2\xA3" "3.50/session\n"), false, 350, NULL },
        { SERVICE("cost: 50p a session, siblings free\n"), false, 50, NULL },
        { SERVICE("cost: \xC2\xA3" "3 (cash only)\n"), false, 300, NULL },
        { SERVICE("cost: \xC2\xA3" "3 to \xC2\xA3" "5\n"), false, DOOR_NO_NUMBER, "\xC2\xA3" "3 to \xC2\xA3" "5" },
        { SERVICE("cost: \xC2\xA3" "5 off with a card\n"), false, DOOR_NO_NUMBER, "\xC2\xA3" "5 off with a card" },
        { SERVICE("cost: Free for the first child\n"), false, DOOR_NO_NUMBER, "Free for the first child" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct built built = build(&cases[i].file, 1, false);
        const struct door_cost *cost;

        assert_string_equal(built.told, "");
        cost = service_of(&built)->cost;
        assert_int_equal(cost->free, cases[i].free);
        assert_int_equal(cost->amount, cases[i].amount);
        if (cases[i].words)
            assert_string_equal(words(&built, cost->words), cases[i].words);
        else
            assert_int_equal(cost->words, 0);
        release(&built);
    }
}

static void
a_price_keeps_what_is_said_behind_it(void **state)
{
    struct file file = SERVICE("cost: \xC2\xA3" "3.50 per session (siblings free)\n");
    struct built built = build(&file, 1, false);
    const struct door_cost *cost;

    (void)state;
    assert_string_equal(built.told, "");
    cost = service_of(&built)->cost;
    assert_int_equal(cost->amount, 350);
    assert_int_equal(cost->per, 1);
    assert_string_equal(words(&built, cost->note), "siblings free");
    release(&built);
}

static void
costs_that_almost_say_free_are_refused(void **state)
{
    static const char *const typed[] = { "free of charge", "fre", "freee", "frre", "Fere", "no charge", "FREE!" };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof typed / sizeof *typed; i++) {
        char front[600], told[300];
        struct file file = SERVICE("");
        struct built built;

        snprintf(front, sizeof front, "%scost: %s\n", file.front, typed[i]);
        snprintf(told, sizeof told, AT("9:7") "\"%s\" does not count as free [cost-free]\n"
                "  hint: Write free; if there is more to say, write {free: yes, note: ...}.\n", typed[i]);
        file.front = front;
        built = build(&file, 1, false);
        assert_string_equal(built.told, told);
        release(&built);
    }
}

static void
mistakes_of_form_are_told_where_they_stand(void **state)
{
    static const struct told cases[] = {
        { SERVICE("cost: free\nsumary: x\n"),
          AT("10:1") "a service has no field \"sumary\" [field-unknown]\n  hint: did you mean \"summary\"?\n" },
        { SERVICE("cost: free\nzzz: x\n"),
          AT("10:1") "a service has no field \"zzz\" [field-unknown]\n"
          "  hint: Take the line out, or see the manual for what a file may say.\n" },
        { SERVICE("cost: free\nbody: x\n"),
          AT("10:1") "a service has no field \"body\" [field-unknown]\n"
          "  hint: Write this text below the second \"---\".\n" },
        { SERVICE(""),
          AT("1:1") "\"cost\" is missing [field-missing]\n"
          "  hint: Write free, a price such as 3.50 per session, or a short text.\n" },
        { SERVICE("cost:\n"),
          AT("9:6") "\"cost\" is empty [field-empty]\n"
          "  hint: Write free, a price such as 3.50 per session, or a short text.\n" },
        { SERVICE("cost: free\nhow: \"\"\n"),
          AT("10:6") "\"how\" is empty [field-empty]\n  hint: Write something here, or take the line out.\n" },
        { SERVICE("cost: free\nlevel: [universal]\n"),
          AT("10:8") "\"level\" takes one value, not a list [field-type]\n"
          "  hint: Whom it is for: universal (everyone), targeted or specialist.\n" },
        { SERVICE("cost: free\nhow: {a: b}\n"),
          AT("10:6") "\"how\" takes one value, not fields of its own [field-type]\n"
          "  hint: What to do first, and whom to ask for.\n" },
        { SERVICE("cost: free\nwait: soon\n"),
          AT("10:7") "\"wait\" has fields of its own, so \"soon\" can't be read [field-type]\n"
          "  hint: How long families wait, such as {days: 30, as_of: 2026-10-01}.\n" },
        { SERVICE("cost: free\nwait: {days: 3, as_of: 2026-10-01, soon: yes}\n"),
          AT("10:36") "a wait has no field \"soon\" [field-unknown]\n"
          "  hint: Its fields are days and as_of.\n" },
        { SERVICE("cost: free\nhow: Ask **us** <3\n"),
          AT("10:6") "\"**\" would be shown as it stands [text-markup]\n"
          "  hint: Take it out: a field holds plain words.\n" },
        { SERVICE("cost: free\nhow: Ask <b>us</b>\n"),
          AT("10:6") "\"<b>\" would be shown as it stands [text-markup]\n"
          "  hint: Take it out: a field holds plain words.\n" },
        { SERVICE("cost: free\nhow: Mums &amp; dads\n"),
          AT("10:6") "\"&amp;\" would be shown as it stands [text-markup]\n"
          "  hint: Take it out: a field holds plain words.\n" },
        { SERVICE("cost: free\nhow: Ask [us](page:contact)\n"),
          AT("10:6") "\"](\" would be shown as it stands [text-markup]\n"
          "  hint: Take it out: a field holds plain words.\n" },
        { SERVICE("cost: free\nhow: R&B; a < b > c, 5 * 3 [sic] <3\n"), "" },
        { SERVICE("cost: # free\n"),
          AT("9:6") "\"cost\" is empty: # begins a comment [text-comment]\n"
          "  hint: Write a value in front of the #, or put the whole text in double quotes.\n" },
        { SERVICE("cost: free\nlevel: universel\n"),
          AT("10:8") "\"universel\" is not a word for \"level\" [word-unknown]\n"
          "  hint: did you mean \"universal\"?\n" },
        { SERVICE("cost: free\nbsl: sometimes\n"),
          AT("10:6") "\"sometimes\" is not a word for \"bsl\" [word-unknown]\n"
          "  hint: Write yes, on request or no.\n" },
        { SERVICE("cost: free\nwait: {days: 3}\n"),
          AT("10:7") "\"as_of\" is missing [field-missing]\n  hint: The day on which this was true.\n" },
        { SERVICE("cost: free\nfor: dads, deaf\n"),
          AT("10:6") "\"dads, deaf\" is one value with a comma in it [list-comma]\n"
          "  hint: Write several values as [dads, deaf].\n" },
        { SERVICE("cost: free\nwords: cuddle, bonding\n"),
          AT_WARN("10:8") "\"cuddle, bonding\" is one value with a comma in it [list-comma]\n"
          "  hint: Write several values as [cuddle, bonding].\n" },
        { SERVICE("cost: free\nwords: \"cuddle, bonding\"\n"), "" },
        { SERVICE("cost: free\nsensitive: true\n"),
          AT("10:12") "\"true\" is neither yes nor no [yes]\n  hint: Write yes.\n" },
        { SERVICE("cost: free\nfor: [Dads!]\n"),
          AT("10:7") "\"Dads!\" is not an id [id-form]\n"
          "  hint: Write lower-case letters, digits and hyphens: baby-massage.\n" },
        { SERVICE("cost: free\nprint: maybe\n"),
          AT("10:8") "\"maybe\" is neither yes nor no [yes]\n  hint: Write yes, no, or {short: ..., order: 10}.\n" },
        { { "services", "massage", "- a\n- b\n", NULL },
          AT("1:1") "a service is made of fields [field-type]\n"
          "  hint: Write one field to a line: its name, a colon, a space and its value.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
texts_may_be_as_long_as_the_table_says(void **state)
{
    char name[256], front[1000];
    struct file file = { "topics", "infant-feeding", front, NULL };
    struct built built;

    (void)state;
    memset(name, 'n', 255);
    name[255] = '\0';
    snprintf(front, sizeof front, "name: %s\nsummary: Help.\n", name);
    built = build(&file, 1, false);
    assert_string_equal(built.told, "");
    release(&built);

    /* code points count, not bytes: 255 of these are 510 bytes */
    snprintf(front, sizeof front, "name: %s%s\nsummary: Help.\n", "\xC3\xA9\xC3\xA9", name + 2);
    built = build(&file, 1, false);
    assert_string_equal(built.told, "");
    release(&built);

    snprintf(front, sizeof front, "name: %sxy\nsummary: Help.\n", name);
    built = build(&file, 1, false);
    assert_string_equal(built.told, "content/topics/infant-feeding.md:1:7: error: \"name\" is 2 characters too long "
            "[text-long]\n  hint: At most 255 characters fit; this has 257.\n");
    release(&built);
}

static void
values_are_refused_with_the_ids_of_their_parsers(void **state)
{
    static const struct told cases[] = {
        { SERVICE("cost: free\nwait: {days: many, as_of: 01/10/2026}\n"),
          AT("10:14") "\"many\" is not a number [number]\n  hint: Write a whole number in digits.\n"
          AT("10:27") "\"01/10/2026\" can be read in two ways [date]\n"
          "  hint: Write 2026-10-01 for 1 October 2026, or 2026-01-10 for 10 January 2026.\n" },
        { SERVICE("cost: free\nlanguages: [Urdu]\n"),
          AT("10:13") "\"Urdu\" is not the code of a language [language]\n  hint: Write \"ur\" for Urdu.\n" },
        { SERVICE("cost: free\nowner: asha\n"),
          AT("10:8") "\"asha\" is not an e-mail address [email]\n  hint: Write it as families@council.gov.uk.\n" },
        { SERVICE("cost: free\nimage: {file: media/masage.svg, alt: A dad}\n"),
          AT("10:15") "there is no file content/media/masage.svg [file-missing]\n"
          "  hint: did you mean \"media/massage.svg\"?\n" },
        { SERVICE("cost: free\nimage: {file: ../secret.svg, alt: A dad}\n"),
          AT("10:15") "\"../secret.svg\" is not a file below content/ [file-outside]\n"
          "  hint: Name a file below content/: media/massage.svg.\n" },
        { SERVICE("cost: free\nimage: {file: media/../../x, alt: A dad}\n"),
          AT("10:15") "\"media/../../x\" is not a file below content/ [file-outside]\n"
          "  hint: Name a file below content/: media/massage.svg.\n" },
        { SERVICE("cost: free\nimage: {file: /etc/passwd, alt: A dad}\n"),
          AT("10:15") "\"/etc/passwd\" is not a file below content/ [file-outside]\n"
          "  hint: Name a file below content/: media/massage.svg.\n" },
        { SERVICE("cost: free\nstatus: stopped\n"),
          AT("10:9") "\"stopped\" is not a word for \"status\" [word-unknown]\n"
          "  hint: Write live, planned, full, paused or ended.\n" },
        { SERVICE("cost: free\nstatus: [live]\n"),
          AT("10:9") "\"status\" takes one value, not a list [field-type]\n"
          "  hint: How things stand: live, planned, full, paused or ended.\n" },
        { SERVICE("cost: free\nstatus: {is: stopped}\n"),
          AT("10:14") "\"stopped\" is not a word for \"is\" [word-unknown]\n"
          "  hint: Write live, planned, full, paused or ended.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

#define PLACE(lines) { "places", "hub", "name: Hub\nkind: library\n" \
        "address: {lines: [4 Mill Lane], town: Thornleigh, postcode: YO1 7HH}\n" lines, NULL }
#define AT_PLACE(place) "content/places/hub.md:" place ": error: "

static void
opening_hours_are_lines_of_days_and_times(void **state)
{
    static const struct file file = PLACE("opening:\n"
            "  Monday to Thursday: 9am to 5pm\n"
            "  Friday: [9am to midday, 1pm to 5pm]\n"
            "  Saturday: closed\n"
            "contacts: [{phone: \"999\", hours: always}]\n");
    struct built built = build(&file, 1, false);
    const struct door_venue *venue;
    const struct door_contact *contacts;
    const struct door_opening *openings, *always;

    (void)state;
    assert_string_equal(built.told, "");
    venue = (const void *)door_offer_find(built.offer, "place", "hub");
    openings = venue->opening.items;
    contacts = venue->contacts.items;
    always = contacts->hours.items;
    assert_int_equal(venue->opening.count, 4);
    assert_int_equal(openings[0].days, 0x0F);
    assert_int_equal(openings[2].days, 0x10);
    assert_int_equal(openings[2].times.from, 13 * 60);
    assert_true(openings[3].times.from < 0);
    assert_int_equal(always->days, 0x7F);
    assert_int_equal(always->times.to, 24 * 60);
    release(&built);
}

static void
opening_hours_that_make_no_sense_are_refused(void **state)
{
    static const struct told cases[] = {
        { PLACE("opening: {Monday to Friday: 9am to 5pm, Friday: closed}\n"),
          AT_PLACE("4:41") "\"Friday\" names a day that another line has [day-twice]\n"
          "  hint: Keep one line for each day.\n" },
        { PLACE("opening: {Mondy: 9am to 5pm}\n"),
          AT_PLACE("4:11") "\"Mondy\" is not a day of the week [day]\n  hint: did you mean \"Monday\"?\n" },
        { PLACE("opening: {Monday: 9am}\n"),
          AT_PLACE("4:19") "\"9am\" does not say when it closes [time]\n"
          "  hint: Write when it opens and when it closes: 9am to 5pm.\n" },
        { PLACE("opening: {Monday: 5pm to 9am}\n"),
          AT_PLACE("4:19") "\"5pm to 9am\" ends before it begins [time-order]\n"
          "  hint: Write am or pm behind both times; for hours past midnight write one line for each day.\n" },
        { PLACE("opening: mornings\n"),
          AT_PLACE("4:10") "\"opening\" takes days and times [field-type]\n"
          "  hint: Write {Monday to Friday: 9am to 5pm}, or always.\n" },
        { PLACE("opening: {Monday: {from: 9am}}\n"),
          AT_PLACE("4:19") "a time is wanted here [field-type]\n  hint: Write times as 9am to 5pm.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_service_is_loaded),
        cmocka_unit_test(what_is_not_written_falls_back_or_is_absent),
        cmocka_unit_test(costs_are_read_in_every_short_form),
        cmocka_unit_test(a_price_keeps_what_is_said_behind_it),
        cmocka_unit_test(costs_that_almost_say_free_are_refused),
        cmocka_unit_test(mistakes_of_form_are_told_where_they_stand),
        cmocka_unit_test(texts_may_be_as_long_as_the_table_says),
        cmocka_unit_test(values_are_refused_with_the_ids_of_their_parsers),
        cmocka_unit_test(opening_hours_are_lines_of_days_and_times),
        cmocka_unit_test(opening_hours_that_make_no_sense_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
