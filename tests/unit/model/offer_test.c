#include "offer_fixture.h"

#include "base/prose.h"
#include "model/publication.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"

#define SERVICE_LINES "name: Baby massage\nsummary: Learn gentle strokes.\nages: {from: birth, to: 12 months}\n" \
        "how_to_get: drop-in\ncost: free\nchecked: {date: 2026-10-01}\n"
#define SERVICE(lines) { "services", "massage", SERVICE_LINES lines, NULL }
#define AT(place) "content/services/massage.md:" place ": error: "
#define LINKED(lines) "topics: infant-feeding\norganisation: council\n" lines

static void
every_entry_is_found_by_type_and_id(void **state)
{
    struct built built = build(NULL, 0, false);
    const struct door_entry *entry;

    (void)state;
    assert_string_equal(built.told, "");
    entry = door_offer_find(built.offer, "stage", "pregnancy");
    assert_non_null(entry);
    assert_ptr_equal(entry->record, &door_stage_record);
    assert_string_equal(entry->path, "stages/pregnancy/");
    assert_int_equal(entry->place.line, 1);
    assert_non_null(door_offer_find(built.offer, "topic", "infant-feeding"));
    assert_null(door_offer_find(built.offer, "topic", "massage"));
    assert_null(door_offer_find(built.offer, "elephant", "massage"));
    assert_int_equal(door_offer_list(built.offer, &door_service_record)->count, 1);
    release(&built);
}

/* Sessions online must not fail while somebody works on the place's own words. */
static void
a_draft_of_online_leaves_the_place_as_it_is(void **state)
{
    static const struct file draft[] = {
        { "places", "online", "draft: yes\nname: On the internet\nkind: online\n", NULL },
        { "services", "massage", usual_service, "See [what is online](place:online).\n" },
    };
    struct built built = build(draft, 2, false);

    (void)state;
    assert_string_equal(built.told, "");
    assert_string_equal(((const struct door_venue *)door_offer_find(built.offer, "place", "online"))->name, "Online");
    release(&built);
}

static void
online_is_a_place_without_a_page(void **state)
{
    struct built built = build(NULL, 0, false);
    const struct door_venue *online = (const void *)door_offer_find(built.offer, "place", "online");

    (void)state;
    assert_non_null(online);
    assert_string_equal(online->name, "Online");
    assert_int_equal(online->kind, DOOR_VENUE_ONLINE);
    assert_null(online->entry.path);
    assert_int_equal(built.offer->places.count, 1);
    release(&built);
}

static void
pieces_carry_their_context_and_follow_one_another(void **state)
{
    static const struct { const char *context, *text; } wanted[] = {
        { "offer#name", "Babies and Young Children" },
        { "offer#urgent.name", "Emergency" },
        { "offer#urgent.when", "A life is at risk" },
        { "stages/pregnancy#name", "Pregnancy" },
        { "topics/infant-feeding#name", "Feeding your baby" },
        { "topics/infant-feeding#summary", "Help with milk." },
        { "services/massage#name", "Baby massage" },
        { "services/massage#summary", "Learn gentle strokes." },
        { "services/massage#body", "Bring a *towel*. Come to [the hub](place:hub)." },
        { "services/massage#body", "Fathers" },
        { "services/massage#body", "You too." },
    };
    struct built built = build(NULL, 0, false);
    const struct door_entry *entry = door_offer_find(built.offer, "service", "massage");
    const struct door_piece *pieces = built.offer->pieces.items;
    size_t i;

    (void)state;
    assert_int_equal(built.offer->pieces.count, sizeof wanted / sizeof *wanted + 1);
    for (i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        assert_string_equal(pieces[i + 1].context, wanted[i].context);
        assert_string_equal(pieces[i + 1].text, wanted[i].text);
    }
    assert_int_equal(entry->first_piece, 7);
    assert_int_equal(entry->piece_end, 12);
    assert_int_equal(built.offer->entry.piece_end, 4);
    assert_null(pieces[8].leaf);
    assert_int_equal(pieces[9].leaf->piece, 9);
    release(&built);
}

static void
links_of_bodies_lead_to_their_entries(void **state)
{
    struct built built = build(NULL, 0, false);
    const struct door_service *service = (const void *)door_offer_find(built.offer, "service", "massage");
    const struct door_prose *inline_ = service->body->children->children;

    (void)state;
    while (inline_ && inline_->type != DOOR_PROSE_LINK)
        inline_ = inline_->next;
    assert_non_null(inline_);
    assert_ptr_equal(inline_->entry, door_offer_find(built.offer, "place", "hub"));
    release(&built);
}

static void
links_that_lead_nowhere_are_refused(void **state)
{
    static const struct told cases[] = {
        { { "services", "massage", usual_service, "Go to [the hub](place:hubb).\n" },
          "content/services/massage.md:20:7: error: no place has the id \"hubb\" [ref-unknown]\n"
          "  hint: did you mean \"hub\"?\n" },
        { { "services", "massage", usual_service, "Go to [the hub](hub).\n" },
          "content/services/massage.md:20:7: error: the link \"hub\" does not say what it leads to [link-type]\n"
          "  hint: Write place:hub.\n" },
        { { "services", "massage", usual_service, "Go to [the hub](../places/hub/).\n" },
          "content/services/massage.md:20:7: error: the link \"../places/hub/\" does not say what it leads to "
          "[link-type]\n  hint: Write the type and the id of an entry, [a hub](place:thornleigh-hub), or an https:// "
          "address.\n" },
        { { "services", "massage", usual_service, "Go to [the council](https://york.gov.uk) or [call](TEL:999).\n" },
          "" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
references_that_name_nothing_are_refused(void **state)
{
    static const struct told cases[] = {
        { SERVICE("topics: [infant-feedin]\norganisation: council\nplaces: hub\n"),
          AT("7:10") "no topic has the id \"infant-feedin\" [ref-unknown]\n"
          "  hint: did you mean \"infant-feeding\"?\n" },
        { SERVICE("topics: [topic:infant-feeding]\norganisation: organisation:council\nplaces: place:online\n"), "" },
        { SERVICE("topics: place:hub\norganisation: council\nplaces: hub\n"),
          AT("7:9") "\"place:hub\" is a place; a topic is wanted here [ref-type]\n"
          "  hint: Write the id of a topic.\n" },
        { SERVICE("topics: infant-feeding\norganisation: place:hub\nplaces: hub\n"),
          AT("8:15") "\"place:hub\" is a place; an organisation is wanted here [ref-type]\n"
          "  hint: Write the id of an organisation.\n" },
        { SERVICE("topics: elephant:hub\norganisation: council\nplaces: hub\n"),
          AT("7:9") "\"elephant\" is not a type of entry [ref-type]\n"
          "  hint: The types are stage, topic, service, place, organisation, question, notice, page and publication.\n" },
        { { "print", "poster", "kind: poster\ntitle: Help\nabout: hub\n", NULL }, "" },
        { { "print", "poster", "kind: poster\ntitle: Help\nabout: elephant\n", NULL },
          "content/print/poster.yaml:3:8: error: nothing has the id \"elephant\" [ref-unknown]\n"
          "  hint: Write the type and the id of an entry: service:baby-massage.\n" },
    };
    static const struct file twins[] = {
        { "pages", "hub", "name: About the hub\n", NULL },
        { "print", "poster", "kind: poster\ntitle: Help\nabout: hub\n", NULL },
    };
    struct built built = build(twins, 2, false);

    (void)state;
    assert_string_equal(built.told, "content/print/poster.yaml:3:8: error: \"hub\" is the id of more than one entry "
            "[ref-ambiguous]\n  hint: Write place:hub or page:hub.\n");
    release(&built);
    ASSERT_ALL_EXACTLY(cases);
}

static void
drafts_are_left_out_unless_they_are_wanted(void **state)
{
    static const struct file draft = { "topics", "sleep", "name: Sleep\ndraft: yes\n", NULL };
    static const struct file whole = { "topics", "sleep", "name: Sleep\nsummary: Nights.\ndraft: Yes\n", NULL };
    struct built built = build(&draft, 1, false);

    (void)state;
    assert_string_equal(built.told, "");
    assert_null(door_offer_find(built.offer, "topic", "sleep"));
    assert_int_equal(built.offer->topics.count, 1);
    release(&built);

    built = build(&draft, 1, true);
    assert_string_equal(built.told, "content/topics/sleep.md:1:1: error: \"summary\" is missing [field-missing]\n"
            "  hint: What help there is, in one short sentence.\n");
    release(&built);

    built = build(&whole, 1, true);
    assert_string_equal(built.told, "");
    assert_true(door_offer_find(built.offer, "topic", "sleep")->draft);
    release(&built);
}

static void
links_to_drafts_say_that_it_is_one(void **state)
{
    static const struct file files[] = {
        { "topics", "sleep", "name: Sleep\ndraft: yes\n", NULL },
        SERVICE("topics: [infant-feeding, sleep]\norganisation: council\nplaces: hub\n"),
    };
    struct built built = build(files, 2, false);

    (void)state;
    assert_string_equal(built.told, AT("7:26") "the topic \"sleep\" is a draft [ref-draft]\n"
            "  hint: Take the link out, or take \"draft: yes\" out of that entry.\n");
    release(&built);
}

static void
files_that_could_not_be_read_are_not_reported_again_by_links(void **state)
{
    static const struct file file = { "topics", "infant-feeding", NULL, NULL };
    struct built built = build(&file, 1, false);

    (void)state;
    assert_string_equal(built.told, "");
    release(&built);
}

static void
sessions_that_cannot_be_are_refused(void **state)
{
    static const struct told cases[] = {
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am}]\n")),
          AT("9:12") "this session has neither a day nor a date [session-day]\n"
          "  hint: Write day: Tuesday, or date: 2026-12-05.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, date: 2026-12-05}]\n")),
          AT("9:60") "a session has a day or a date, not both [session-day]\n"
          "  hint: Write two sessions: one with a day, one with a date.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, every: 2 weeks}]\n")),
          AT("9:61") "\"every\" needs \"from\", the day from which the weeks are counted [session-every]\n"
          "  hint: Write from: and the first date.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, every: 10 days, from: 2026-10-06}]\n")),
          AT("9:61") "sessions come back on the same day, so \"every\" is a number of weeks [session-every]\n"
          "  hint: Write a number of weeks: every: 2 weeks.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: first Tue, every: 2 weeks}]\n")),
          AT("9:67") "\"every\" does not go with a day of the month [session-every]\n"
          "  hint: Keep \"every\" or \"day\", whichever is meant.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, when: term time}]\n")),
          AT("9:60") "\"term time\" is not known: the offer has no terms [session-terms]\n"
          "  hint: Add them to offer.yaml: terms: [{name: Autumn 2026, from: 2026-09-03, until: 2026-12-18}]\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, from: 2026-10-06, "
                "until: 2026-10-05}]\n")),
          AT("9:79") "\"until\" is before \"from\" [date-order]\n"
          "  hint: Check both dates, and their years.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, except: [2026-10-06, 2026-10-07]}]\n")),
          AT("9:62") "2026-10-07 is a Wednesday, when this session is not on [session-except]\n"
          "  hint: Write the date of a day when it would be on.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, day: Tue, every: 2 weeks, from: 2026-10-06, "
          "except: [2026-10-13]}]\n")),
          AT("9:96") "2026-10-13 is a Tuesday, but not one when this session is on [session-except]\n"
          "  hint: Write the date of a day when it would be on.\n" },
        { SERVICE(LINKED("sessions: [{place: hub, time: 9am to 10am, date: 2026-12-05, until: 2026-12-06}]\n")),
          AT("9:69") "\"until\" does not go with \"date\" [session-date]\n"
          "  hint: Take it out: a session with a date happens once.\n" },
        { SERVICE(LINKED("sessions: [{day: Tue}]\n")),
          AT("9:12") "\"place\" is missing [field-missing]\n"
          "  hint: The id of the place, such as thornleigh-hub, or online.\n"
          AT("9:12") "\"time\" is missing [field-missing]\n"
          "  hint: When it begins and ends, such as 9:30am to 11am.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
services_that_contradict_themselves_are_told(void **state)
{
    static const struct told cases[] = {
        { SERVICE(LINKED("places: hub\nfor: [dad]\n")),
          AT("10:6") "\"dad\" is no audience of this offer [word-unknown]\n  hint: did you mean \"dads\"?\n" },
        { SERVICE(LINKED("")),
          "content/services/massage.md:1:1: warning: families cannot tell how to reach this service "
          "[service-unreachable]\n  hint: Add contacts, sessions or places.\n" },
        { SERVICE(LINKED("contacts: [{name: Asha}]\n")),
          AT("9:12") "this contact cannot be reached [contact-empty]\n"
          "  hint: Give a phone, a text number, an email or a url.\n" },
        { SERVICE(LINKED("places: hub\nstatus: {is: full, from: 2026-10-06, until: 2026-10-01}\n")),
          AT("10:45") "\"until\" is before \"from\" [date-order]\n"
          "  hint: Check both dates, and their years.\n" },
        { { "", "stages", "- {id: pregnancy, name: Pregnancy, ages: {from: birth, to: pregnancy}}\n", NULL },
          "content/stages.yaml:1:60: error: these ages end before they begin [age-order]\n"
          "  hint: Write the younger age under \"from\".\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
places_need_what_their_kind_needs(void **state)
{
    static const struct told cases[] = {
        { { "places", "hub", "name: Hub\nkind: library\n", NULL },
          "content/places/hub.md:1:1: error: \"address\" is missing [field-missing]\n"
          "  hint: Write its lines, town and postcode; only online and mobile places have none.\n" },
        { { "places", "hub", "name: Hub\nkind: online\n", NULL }, "" },
        { { "places", "hub", "name: Bus\nkind: mobile\nstops: [{name: Green, day: Tue, time: 9am to 10am}]\n", NULL },
          "" },
        { { "places", "hub", "name: Hub\nkind: online\nstops: [{name: Green, day: Tue, time: 9am to 10am}]\n", NULL },
          "content/places/hub.md:3:8: error: only a mobile place has stops [place-stops]\n"
          "  hint: Write kind: mobile.\n" },
        { { "places", "hub", "name: Hub\nkind: online\nlocation: {lat: -1.08, long: 53.95}\n", NULL },
          "content/places/hub.md:3:11: error: \"lat\" and \"long\" are the wrong way round [location]\n"
          "  hint: Swap them: in Britain, lat is about 50 to 60.\n" },
        { { "places", "hub", "name: Hub\nkind: online\nlocation: {lat: 53.95}\n", NULL },
          "content/places/hub.md:3:11: error: a location needs two numbers [location]\n"
          "  hint: Write {lat: 53.9583, long: -1.0803} or {easting: 460300, northing: 451800}.\n" },
        { { "places", "hub", "name: Hub\nkind: online\nuprn: 10x\n", NULL },
          "content/places/hub.md:3:7: error: \"10x\" is not a UPRN [uprn]\n  hint: Write its digits only.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

#define PRINT(lines) { "print", "booklet", "kind: booklet\ntitle: Help\n" lines, NULL }
#define AT_PRINT(place) "content/print/booklet.yaml:" place ": error: "

static void
sections_are_words_or_choices(void **state)
{
    static const struct file file = PRINT("size: a5\npages: 8\nlanguages: [ur]\nsections:\n"
            "  - cover\n  - topic: infant-feeding\n  - services: [massage]\n  - places: family-hub\n"
            "  - places: [hub, online]\n  - sessions: hub\n  - back\n");
    static const enum door_section_kind kinds[] = {
        DOOR_SECTION_COVER, DOOR_SECTION_TOPIC, DOOR_SECTION_SERVICES, DOOR_SECTION_PLACES, DOOR_SECTION_PLACES,
        DOOR_SECTION_SESSIONS, DOOR_SECTION_BACK,
    };
    struct built built = build(&file, 1, false);
    const struct door_publication *booklet;
    const struct door_section *sections;
    size_t i;

    (void)state;
    assert_string_equal(built.told, "");
    booklet = (const void *)door_offer_find(built.offer, "publication", "booklet");
    sections = booklet->sections.items;
    assert_true(booklet->size->width > 147 && booklet->size->width < 149);
    assert_null(booklet->entry.path);
    assert_int_equal(booklet->sections.count, sizeof kinds / sizeof *kinds);
    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(sections[i].kind, kinds[i]);
    assert_int_equal(sections[3].places->kind, DOOR_VENUE_FAMILY_HUB);
    assert_int_equal(sections[4].places->list.count, 2);
    assert_string_equal(((const struct door_entry *const *)sections[4].places->list.items)[1]->id, "online");
    release(&built);
}

static void
publications_that_cannot_be_printed_are_refused(void **state)
{
    static const struct told cases[] = {
        { PRINT("pages: 10\n"),
          AT_PRINT("3:8") "10 is not a multiple of 4 [pages]\n"
          "  hint: A folded sheet has 4 pages: write 4, 8, 12, 16 and so on.\n" },
        { PRINT("languages: [pl]\n"),
          AT_PRINT("3:12") "\"pl\" is not one of the offer's languages [language-not-offered]\n" },
        { PRINT("size: B5\n"),
          AT_PRINT("3:7") "\"B5\" is not a size of paper [size]\n"
          "  hint: Write A3, A4, A5 or {width: 140 mm, height: 200 mm}.\n" },
        { PRINT("size: {width: 14 mm, height: 20 cm}\n"),
          AT_PRINT("3:7") "a page is at least 50 mm wide and high [size]\n"
          "  hint: Write millimetres: {width: 140 mm, height: 200 mm}.\n" },
        { PRINT("sections: [topic]\n"),
          AT_PRINT("3:12") "the section \"topic\" does not say which [section]\n"
          "  hint: Say which: topic: infant-feeding, places: family-hub.\n" },
        { PRINT("sections: [{topic: infant-feeding, page: about}]\n"),
          AT_PRINT("3:42") "no page has the id \"about\" [ref-unknown]\n"
          "  hint: Write the name of its file without the ending, or make it with: frontdoor new page about\n" },
        { PRINT("sections: [{topic: infant-feeding, sessions: hub}]\n"),
          AT_PRINT("3:12") "this section says two things at once [section]\n"
          "  hint: Begin each section on a line of its own, with a \"-\".\n" },
        { PRINT("sections: [covr]\n"),
          AT_PRINT("3:12") "\"covr\" is not a word for \"sections\" [word-unknown]\n  hint: did you mean \"cover\"?\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

#define OFFER(lines) { "", "offer", "format: 1\nname: Babies\narea: Brackenshire\nlanguages: en\n" \
        "urgent: [{name: Emergency, phone: \"999\", when: Now}]\n" lines, NULL }
#define PUBLISHER "publisher: {name: Council, email: a@b.example}\nurl: https://b.example\n"
#define AT_OFFER(place) "content/offer.yaml:" place ": error: "

static void
the_offer_s_own_facts_are_checked(void **state)
{
    static const struct told cases[] = {
        { OFFER(PUBLISHER), "" },
        { OFFER(PUBLISHER "languages2: x\n"),
          AT_OFFER("8:1") "an offer has no field \"languages2\" [field-unknown]\n"
          "  hint: did you mean \"languages\"?\n" },
        { OFFER(PUBLISHER "lost_addresses: off\n"),
          AT_OFFER("8:17") "lost addresses are always told [word-unknown]\n  hint: Write warn or error.\n" },
        { OFFER(PUBLISHER "map: https://map.example/{lat}\n"),
          AT_OFFER("8:6") "\"https://map.example/{lat}\" is not an address of maps [map]\n"
          "  hint: Write none, openstreetmap, or an https:// address with {lat} and {long} in it.\n" },
        { OFFER(PUBLISHER "holidays: bank-holidays.json\n"),
          AT_OFFER("8:11") "there is no file content/bank-holidays.json [file-missing]\n" },
        { OFFER(PUBLISHER "terms: [{name: Autumn, from: 2026-09-03, until: 2026-12-18, "
                "half_term: 2026-10-26 to 2027-01-01}]\n"),
          AT_OFFER("8:72") "the half term is not within its term [date-order]\n"
          "  hint: Check the dates of both, and their years.\n" },
        { OFFER(PUBLISHER "gone: [{was: service:massage, see: topic:infant-feeding}]\n"),
          AT_OFFER("8:14") "\"service:massage\" is still there [was-taken]\n  hint: Take the line out.\n" },
        { OFFER(PUBLISHER "gone: [{was: massage, see: topic:infant-feeding}]\n"),
          AT_OFFER("8:14") "\"massage\" is not the type and id of an entry [ref-type]\n"
          "  hint: Write the type and the old id: service:baby-massage.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
samples_do_not_reach_a_real_address(void **state)
{
    static const struct file file = { "", "offer", "format: 1\nname: Babies\narea: York\nlanguages: en\n"
            "urgent: [{name: Line, phone: 01632 960 111, when: Now}]\n"
            "publisher: {name: Council, email: a@york.gov.uk}\nurl: https://families.york.gov.uk/\n", NULL };
    struct built built = build(&file, 1, false);

    (void)state;
    assert_string_equal(built.told,
            AT_OFFER("5:30") "\"01632 960 111\" is only an example [sample-value]\n"
            "  hint: Write the real one, or take the line out.\n"
            AT("8:33") "\"families@brackenshire.example\" is only an example [sample-value]\n"
            "  hint: Write the real one, or take the line out.\n"
            AT("9:20") "\"01632 960 123\" is only an example [sample-value]\n"
            "  hint: Write the real one, or take the line out.\n");
    release(&built);
}

static void
old_ids_lead_to_one_entry(void **state)
{
    static const struct file taken[] = {
        { "topics", "sleep", "name: Sleep\nsummary: Nights.\nwas: infant-feeding\n", NULL },
    };
    static const struct file twice[] = {
        { "topics", "sleep", "name: Sleep\nsummary: Nights.\nwas: nights\n", NULL },
        { "topics", "rest", "name: Rest\nsummary: Rest.\nwas: [nights]\n", NULL },
    };
    struct built built = build(taken, 1, false);

    (void)state;
    assert_string_equal(built.told, "content/topics/sleep.md:3:6: error: a topic has the id \"infant-feeding\" today "
            "[was-taken]\n  hint: Take it out: that entry has the address itself.\n");
    release(&built);
    built = build(twice, 2, false);
    assert_string_equal(built.told, "content/topics/sleep.md:3:6: error: the topic \"rest\" says that it was "
            "\"nights\" too [was-twice]\n  hint: Only one entry can follow another.\n");
    release(&built);
}

static void
stages_are_a_list_with_ids(void **state)
{
    static const struct told cases[] = {
        { { "", "stages", "id: pregnancy\n", NULL },
          "content/stages.yaml:1:1: error: stages.yaml is a list of stages [field-type]\n"
          "  hint: Begin each stage with a \"-\", its fields indented below.\n" },
        { { "", "stages", "- {name: Pregnancy, ages: {from: pregnancy}}\n", NULL },
          "content/stages.yaml:1:3: error: this stage has no \"id\" [field-missing]\n"
          "  hint: Each stage is a map with an id, a name and ages: {id: pregnancy, ...}.\n" },
        { { "", "stages", "- {id: Early Years, name: Early, ages: {from: birth}}\n", NULL },
          "content/stages.yaml:1:8: error: \"Early Years\" is not an id [id-form]\n"
          "  hint: Write lower-case letters, digits and hyphens: early-years.\n" },
        { { "", "stages", "- {id: a, name: A, ages: {from: birth}}\n- {id: a, name: B, ages: {from: birth}}\n", NULL },
          "content/stages.yaml:2:3: error: two of the stages have the id \"a\" [id-twice]\n"
          "  hint: Give one of them another id.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
folders_that_nothing_reads_are_told_once(void **state)
{
    static const struct file files[] = {
        { "events", "a", "name: x\n", NULL }, { "events", "b", "name: x\n", NULL }, { "", "budget", "[]\n", NULL },
    };
    struct built built = build(files, 3, false);

    (void)state;
    assert_non_null(built.offer);
    assert_string_equal(built.told,
            "content/budget.yaml: warning: nothing reads the file content/budget.yaml [file-unknown]\n"
            "content/events/a.md: warning: nothing reads the folder content/events/ [folder-unknown]\n");
    release(&built);
}

static void
folders_and_files_with_a_slip_in_their_name_are_refused(void **state)
{
    static const struct told cases[] = {
        { { "service", "a", "name: x\n", NULL },
          "content/service/a.md: error: nothing reads the folder content/service/ [folder-unknown]\n"
          "  hint: Move its files into content/services/.\n" },
        { { "Places", "a", "name: x\n", NULL },
          "content/Places/a.md: error: nothing reads the folder content/Places/ [folder-unknown]\n"
          "  hint: Move its files into content/places/.\n" },
        { { "", "stage", "[]\n", NULL },
          "content/stage.yaml: error: nothing reads the file content/stage.yaml [file-unknown]\n"
          "  hint: did you mean \"stages\"?\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_entry_is_found_by_type_and_id),
        cmocka_unit_test(online_is_a_place_without_a_page),
        cmocka_unit_test(a_draft_of_online_leaves_the_place_as_it_is),
        cmocka_unit_test(pieces_carry_their_context_and_follow_one_another),
        cmocka_unit_test(links_of_bodies_lead_to_their_entries),
        cmocka_unit_test(links_that_lead_nowhere_are_refused),
        cmocka_unit_test(references_that_name_nothing_are_refused),
        cmocka_unit_test(drafts_are_left_out_unless_they_are_wanted),
        cmocka_unit_test(links_to_drafts_say_that_it_is_one),
        cmocka_unit_test(files_that_could_not_be_read_are_not_reported_again_by_links),
        cmocka_unit_test(sessions_that_cannot_be_are_refused),
        cmocka_unit_test(services_that_contradict_themselves_are_told),
        cmocka_unit_test(places_need_what_their_kind_needs),
        cmocka_unit_test(sections_are_words_or_choices),
        cmocka_unit_test(publications_that_cannot_be_printed_are_refused),
        cmocka_unit_test(the_offer_s_own_facts_are_checked),
        cmocka_unit_test(samples_do_not_reach_a_real_address),
        cmocka_unit_test(old_ids_lead_to_one_entry),
        cmocka_unit_test(stages_are_a_list_with_ids),
        cmocka_unit_test(folders_that_nothing_reads_are_told_once),
        cmocka_unit_test(folders_and_files_with_a_slip_in_their_name_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
