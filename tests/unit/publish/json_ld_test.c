/*
 * What machines read of a page.
 */
#include "../views/visit_fixture.h"

#include "base/buf.h"
#include "publish/json_ld.h"

static const char hub[] =
        "name: Thornleigh Hub\nkind: library\nsummary: Come in.\n"
        "address: {lines: [Rose & Sons, 4 Mill Lane], town: Thornleigh, postcode: yo17hh}\n"
        "location: {lat: 53.9583, long: -1.0803}\nopening: {Monday to Tuesday: 9am to 5pm, Sunday: closed}\n"
        "contacts: [{phone: 01632 960 100}]\naccess: [step-free]\n";

/* The data of an entry with this front matter; free it. */
static char *
data_of(const char *type, const char *folder, const char *id, const char *front, const char *place)
{
    const struct file files[] = { { folder, id, front, NULL }, { "places", "hub", place, NULL } };
    struct reading reading;
    const struct door_visit *visit = begin_reading(&reading, files, strcmp(folder, "places") == 0 ? 1 : 2, 0, NULL);
    struct door_buf out = { 0 };
    char *json;

    door_json_ld_write(visit, find(&reading, type, id), &out);
    json = strdup(door_buf_string(&out));
    door_buf_release(&out);
    end_reading(&reading);
    return json;
}

#define SERVICE "name: Group\nsummary: A group.\ntopics: [infant-feeding]\nages: {from: birth, to: 2 years}\n" \
        "organisation: council\nchecked: {date: 2026-10-01}\nhow_to_get: drop-in\n"

static void
a_service_tells_who_runs_it_for_whom_where_and_when(void **state)
{
    char *json = data_of("service", "services", "group", SERVICE "cost: {amount: 3.50, per: session}\nlanguages: [ur]\n"
            "contacts: [{phone: 01632 960 123, text: 07700 900 123}]\nsessions:\n"
            "  - {place: hub, day: [Monday, Friday], time: 9:30am to midday, until: 2026-12-18}\n"
            "  - {place: hub, day: first Friday, time: 1pm to 2pm}\n"
            "  - {place: hub, date: 2026-11-23, time: 1pm to 2pm}\n", hub);

    (void)state;
    assert_string_equal(json, "{\"@context\":\"https://schema.org\",\"@type\":\"GovernmentService\",\"name\":\"Group\","
            "\"description\":\"A group.\",\"url\":\"https://families.brackenshire.example/services/group/\","
            "\"provider\":{\"@type\":\"GovernmentOrganization\",\"name\":\"Brackenshire Council\","
            "\"url\":\"https://families.brackenshire.example/organisations/council/\"},"
            "\"areaServed\":{\"@type\":\"AdministrativeArea\",\"name\":\"Brackenshire\"},"
            "\"audience\":{\"@type\":\"ParentAudience\",\"childMinAge\":0,\"childMaxAge\":2},"
            "\"offers\":{\"@type\":\"Offer\",\"price\":\"3.50\",\"priceCurrency\":\"GBP\"},"
            "\"availableChannel\":[{\"@type\":\"ServiceChannel\","
            "\"servicePhone\":{\"@type\":\"ContactPoint\",\"telephone\":\"+441632960123\"},"
            "\"serviceSmsNumber\":{\"@type\":\"ContactPoint\",\"telephone\":\"+447700900123\"},"
            "\"availableLanguage\":[\"ur\"]},"
            "{\"@type\":\"ServiceChannel\",\"serviceLocation\":{\"@type\":\"Library\",\"name\":\"Thornleigh Hub\","
            "\"url\":\"https://families.brackenshire.example/places/hub/\",\"address\":{\"@type\":\"PostalAddress\","
            "\"streetAddress\":\"Rose & Sons, 4 Mill Lane\",\"addressLocality\":\"Thornleigh\","
            "\"postalCode\":\"YO1 7HH\",\"addressCountry\":\"GB\"},"
            "\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":53.95830,\"longitude\":-1.08030}}}],"
            "\"hoursAvailable\":[{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":[\"Monday\",\"Friday\"],"
            "\"opens\":\"09:30\",\"closes\":\"12:00\",\"validThrough\":\"2026-12-18\"}]}");
    free(json);
}

static void
a_place_tells_where_it_is_when_it_is_open_and_how_one_gets_in(void **state)
{
    char *json = data_of("place", "places", "hub", hub, NULL);

    (void)state;
    assert_non_null(strstr(json, "\"@type\":\"Library\",\"name\":\"Thornleigh Hub\""));
    assert_non_null(strstr(json, "\"telephone\":\"+441632960100\",\"openingHoursSpecification\":"
            "[{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":[\"Monday\",\"Tuesday\"],"
            "\"opens\":\"09:00\",\"closes\":\"17:00\"}],\"amenityFeature\":[{\"@type\":\"LocationFeatureSpecification\","
            "\"name\":\"Step-free access\",\"value\":true}]}"));
    free(json);
}

static void
of_a_hidden_place_a_service_tells_the_name_alone_and_its_own_page_nothing(void **state)
{
    static const char hidden[] = "name: Harbour Rooms\nkind: community\nhide_address: yes\n"
            "address: {lines: 7 Secret Lane, town: Thornleigh, postcode: YO1 7HJ}\n"
            "location: {lat: 53.9501, long: -1.0802}\n";
    char *service = data_of("service", "services", "group", SERVICE "cost: free\nplaces: [hub]\n", hidden);
    char *place = data_of("place", "places", "hub", hidden, NULL);

    (void)state;
    assert_non_null(strstr(service, "Harbour Rooms"));
    assert_string_equal(place, "");
    assert_null(strstr(service, "Secret"));
    assert_null(strstr(service, "7HJ"));
    assert_null(strstr(service, "53.95"));
    free(service);
    free(place);
}

static void
what_is_sensitive_or_has_ended_or_is_something_else_has_no_data(void **state)
{
    static const char *const none[] = {
        SERVICE "cost: free\nplaces: [hub]\nsensitive: yes\n",
        SERVICE "cost: free\nplaces: [hub]\nstatus: {is: ended}\n",
    };
    char *json;
    size_t i;

    (void)state;
    for (i = 0; i < sizeof none / sizeof *none; i++) {
        json = data_of("service", "services", "group", none[i], hub);
        assert_string_equal(json, "");
        free(json);
    }
    json = data_of("topic", "topics", "sleep", "name: Sleep\nsummary: Help.\n", hub);
    assert_string_equal(json, "");
    free(json);
}

static void
a_paused_service_has_no_hours_and_words_are_no_price(void **state)
{
    char *json = data_of("service", "services", "group", SERVICE "cost: A small gift\nstatus: {is: paused}\nsessions:\n"
            "  - {place: hub, day: Monday, time: 9am to 10am}\n", hub);

    (void)state;
    assert_null(strstr(json, "hoursAvailable"));
    assert_null(strstr(json, "offers"));
    free(json);
}

static void
nothing_in_a_text_can_end_the_element(void **state)
{
    struct door_buf out = { 0 };

    (void)state;
    door_json_ld_embed("{\"a\":\"</script><b>&amp;\"}", &out);
    assert_string_equal(out.data, "<script type=\"application/ld+json\">"
            "{\"a\":\"\\u003c/script\\u003e\\u003cb\\u003e\\u0026amp;\"}</script>");
    door_buf_release(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_service_tells_who_runs_it_for_whom_where_and_when),
        cmocka_unit_test(a_place_tells_where_it_is_when_it_is_open_and_how_one_gets_in),
        cmocka_unit_test(of_a_hidden_place_a_service_tells_the_name_alone_and_its_own_page_nothing),
        cmocka_unit_test(what_is_sensitive_or_has_ended_or_is_something_else_has_no_data),
        cmocka_unit_test(a_paused_service_has_no_hours_and_words_are_no_price),
        cmocka_unit_test(nothing_in_a_text_can_end_the_element),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
