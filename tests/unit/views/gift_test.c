/*
 * Giving a page to somebody, telling what is wrong with it, and what stands in the foot when it is printed.
 */
#include "visit_fixture.h"

#include "model/service.h"
#include "views/frame.h"
#include "views/gift.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: ur\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n" \
        "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
#define TOPIC "topics/infant-feeding"
#define NAME "msgctxt \"" TOPIC "#name\"\nmsgid \"Feeding your baby\"\nmsgstr \"بچے کی خوراک\"\n\n"
#define SUMMARY "msgctxt \"" TOPIC "#summary\"\nmsgid \"Help with milk.\"\nmsgstr \"دودھ میں مدد۔\"\n\n"
#define OLD_SUMMARY "#, fuzzy\n#| msgid \"Milk.\"\n" SUMMARY

/* What is said of the topic in Urdu to an English reader, with this catalogue. */
static const char *
state_with(struct reading *reading, const char *catalogue, const char *root)
{
    const char *folder = door_arena_format(&reading->worker.scratch, "%s/translations/ur", root);
    const struct door_gift_view *gifts;
    FILE *file;

    assert_int_equal(system(door_arena_format(&reading->worker.scratch, "mkdir -p %s", folder)), 0);
    file = fopen(door_arena_format(&reading->worker.scratch, "%s/offer.po", folder), "w");
    assert_non_null(file);
    fputs(HEADER, file);
    fputs(catalogue, file);
    fclose(file);
    door_arena_release(&reading->worker.scratch);
    begin_reading(reading, NULL, 0, 0, root);
    reading->languages.items[1].worded = true;
    gifts = door_gift_build(&reading->visit, find(reading, "topic", "infant-feeding")).items;
    return gifts[1].state->text;
}

static void
how_much_of_a_page_is_in_a_language_is_said_in_the_language_of_the_giver(void **state)
{
    static const struct {
        const char *catalogue, *said;
    } cases[] = {
        { NAME SUMMARY, "all in Urdu" },
        { NAME, "part in Urdu, part in English" },
        { "", "times and phone in Urdu, text in English" },
        { NAME OLD_SUMMARY, "in Urdu, part older than the English" },
        { OLD_SUMMARY, "part in Urdu, part in English" },
    };
    char root[] = "/tmp/door-gift-XXXXXX", command[64];
    size_t i;

    (void)state;
    assert_non_null(mkdtemp(root));
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading = { 0 };

        assert_string_equal(state_with(&reading, cases[i].catalogue, root), cases[i].said);
        end_reading(&reading);
    }
    snprintf(command, sizeof command, "rm -r %s", root);
    assert_int_equal(system(command), 0);
}

static void
words_of_the_interface_that_are_missing_are_a_part_in_english(void **state)
{
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, NULL, 0, 0, NULL);
    const struct door_gift_view *gifts = door_gift_build(visit, find(&reading, "place", "hub")).items;

    (void)state;
    assert_string_equal(gifts[0].state->text, "all in English");
    assert_string_equal(gifts[1].state->text, "part in Urdu, part in English");
    end_reading(&reading);
}

static void
a_state_that_cannot_be_said_in_the_readers_language_is_english_as_a_whole(void **state)
{
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, NULL, 0, 1, NULL);
    const struct door_gift_view *gifts = door_gift_build(visit, find(&reading, "topic", "infant-feeding")).items;

    (void)state;
    assert_string_equal(gifts[1].state->text, "times and phone in Urdu, text in English");
    assert_int_equal(gifts[1].state->language, 0);
    assert_string_equal(gifts[1].language, "اردو");
    end_reading(&reading);
}

static void
a_gift_leads_to_the_page_its_code_and_messages_with_title_and_short_address(void **state)
{
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, NULL, 0, 0, NULL);
    struct door_list list = door_gift_build(visit, find(&reading, "service", "massage"));
    const struct door_gift_view *gifts = list.items;

    (void)state;
    assert_int_equal(list.count, 2);
    assert_true(gifts[0].current && !gifts[1].current);
    assert_string_equal(gifts[1].name, "اردو");
    assert_string_equal(gifts[1].direction, "rtl");
    assert_string_equal(gifts[1].href, "/ur/services/massage/");
    assert_string_equal(gifts[1].picture, "/services/massage/codes.svg#ur");
    assert_int_equal(strncmp(gifts[1].typed, "families.brackenshire.example/go/", 33), 0);
    assert_string_equal(gifts[1].text, door_arena_format(&reading.worker.scratch,
            "sms:?&body=Baby%%20massage%%0Ahttps://families.brackenshire.example/go/%s/",
            gifts[1].typed + 33));
    assert_string_equal(gifts[1].mail, door_arena_format(&reading.worker.scratch,
            "mailto:?subject=Baby%%20massage&body=https://families.brackenshire.example/go/%s/", gifts[1].typed + 33));
    end_reading(&reading);
}

static void
a_page_whose_template_shows_no_gifts_has_none(void **state)
{
    struct reading reading;
    struct door_visit *visit = begin_reading(&reading, NULL, 0, 0, NULL);

    (void)state;
    visit->gives = false;
    assert_int_equal(door_gift_build(visit, find(&reading, "service", "massage")).count, 0);
    end_reading(&reading);
}

static void
a_mail_about_a_mistake_names_entry_and_language(void **state)
{
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, NULL, 0, 1, NULL);

    (void)state;
    assert_string_equal(door_wrong_address(visit, find(&reading, "service", "massage")),
            "mailto:families@brackenshire.example?subject=service%3Amassage%20ur");
    end_reading(&reading);
}

static struct door_frame *
frame_of(struct reading *reading, const char *more, size_t language)
{
    const char *front = door_arena_format(&reading->worker.scratch, "%s%s", usual_service, more);
    const struct file file = { "services", "massage", strdup(front), NULL };
    const struct door_visit *visit;
    const struct door_entry *entry;

    door_arena_release(&reading->worker.scratch);
    visit = begin_reading(reading, &file, 1, language, NULL);
    free((char *)(uintptr_t)file.front);
    entry = find(reading, "service", "massage");
    return door_frame_build(visit, entry->path, entry, door_visit_name(visit, entry), NULL);
}

static void
a_printed_page_in_another_language_is_named_in_english_with_the_day_of_its_check(void **state)
{
    struct reading reading = { 0 };
    struct door_frame *frame = frame_of(&reading, "", 1);

    (void)state;
    assert_string_equal(frame->printed->title->text, "Baby massage");
    assert_int_equal(frame->printed->title->language, 0);
    assert_string_equal(frame->printed->checked->text, "1 October 2026");
    end_reading(&reading);
}

static void
a_sensitive_page_is_not_given_away_and_names_itself_nowhere(void **state)
{
    struct reading reading = { 0 };
    struct door_frame *frame = frame_of(&reading, "sensitive: yes\n", 1);

    (void)state;
    assert_false(door_gift_is_for(find(&reading, "service", "massage")));
    assert_int_equal(frame->gifts.count, 0);
    door_frame_hide(&reading.visit, frame);
    assert_null(frame->wrong);
    assert_null(frame->printed->title);
    assert_non_null(frame->printed->typed);
    end_reading(&reading);
}

static void
a_place_whose_address_is_hidden_is_not_given_away(void **state)
{
    static const struct file hub = { "places", "hub", "name: Harbour\nkind: community\nhide_address: yes\n"
            "address: {lines: 7 Secret Lane, town: Thornleigh, postcode: YO1 7HJ}\n", NULL };
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, &hub, 1, 0, NULL);

    (void)state;
    assert_int_equal(door_gift_build(visit, find(&reading, "place", "hub")).count, 0);
    end_reading(&reading);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_much_of_a_page_is_in_a_language_is_said_in_the_language_of_the_giver),
        cmocka_unit_test(words_of_the_interface_that_are_missing_are_a_part_in_english),
        cmocka_unit_test(a_state_that_cannot_be_said_in_the_readers_language_is_english_as_a_whole),
        cmocka_unit_test(a_gift_leads_to_the_page_its_code_and_messages_with_title_and_short_address),
        cmocka_unit_test(a_page_whose_template_shows_no_gifts_has_none),
        cmocka_unit_test(a_mail_about_a_mistake_names_entry_and_language),
        cmocka_unit_test(a_printed_page_in_another_language_is_named_in_english_with_the_day_of_its_check),
        cmocka_unit_test(a_place_whose_address_is_hidden_is_not_given_away),
        cmocka_unit_test(a_sensitive_page_is_not_given_away_and_names_itself_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
