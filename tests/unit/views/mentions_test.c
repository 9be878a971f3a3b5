/*
 * Which services an entry is named by.
 */
#include "../model/offer_fixture.h"

#include "model/service.h"
#include "views/mentions.h"

static const char visiting_service[] =
        "name: Weighing\n"
        "summary: Have your baby weighed.\n"
        "topics: [infant-feeding]\n"
        "ages: {from: birth, to: 12 months}\n"
        "how_to_get: drop-in\n"
        "organisation: council\n"
        "cost: free\n"
        "checked: {date: 2026-10-01, by: families@brackenshire.example}\n"
        "contacts: [{phone: 01632 960 123}]\n"
        "places: [hub]\n"
        "sessions:\n"
        "  - {place: hub, day: Tuesday, time: 10am to 11am}\n"
        "  - {place: hub, day: Friday, time: 10am to 11am}\n";

static const struct file weighing = { "services", "weighing", visiting_service, NULL };

/* The ids of the services that name an entry, one behind the other. */
static const char *
naming(struct built *built, const struct door_mentions *mentions, const char *type, const char *id)
{
    const struct door_list *list = door_mentions_find(mentions, door_offer_find(built->offer, type, id));
    const char *ids = "";
    size_t i;

    for (i = 0; i < list->count; i++)
        ids = door_arena_format(&built->arena, "%s %s", ids,
                ((const struct door_service *const *)list->items)[i]->entry.id);
    return ids;
}

static void
a_topic_is_named_by_its_services_in_the_order_of_ids(void **state)
{
    struct built built = build(&weighing, 1, false);
    struct door_mentions mentions = { 0 };

    (void)state;
    assert_non_null(built.offer);
    door_mentions_build(&mentions, &built.arena, built.offer);
    assert_string_equal(naming(&built, &mentions, "topic", "infant-feeding"), " massage weighing");
    assert_string_equal(naming(&built, &mentions, "organisation", "council"), " massage weighing");
    release(&built);
}

static void
a_service_that_names_a_place_three_times_is_listed_once(void **state)
{
    struct built built = build(&weighing, 1, false);
    struct door_mentions mentions = { 0 };

    (void)state;
    assert_non_null(built.offer);
    door_mentions_build(&mentions, &built.arena, built.offer);
    assert_string_equal(naming(&built, &mentions, "place", "hub"), " weighing");
    release(&built);
}

static void
an_entry_that_no_service_names_has_none(void **state)
{
    struct built built = build(NULL, 0, false);
    struct door_mentions mentions = { 0 };

    (void)state;
    assert_non_null(built.offer);
    door_mentions_build(&mentions, &built.arena, built.offer);
    assert_string_equal(naming(&built, &mentions, "place", "hub"), "");
    release(&built);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_topic_is_named_by_its_services_in_the_order_of_ids),
        cmocka_unit_test(a_service_that_names_a_place_three_times_is_listed_once),
        cmocka_unit_test(an_entry_that_no_service_names_has_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
