/*
 * The services by name in each language, and the words that people look for.
 */
#include "../model/offer_fixture.h"

#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/words.h"
#include "language/worker.h"
#include "model/service.h"
#include "views/order.h"

#define SERVICE(name, more) \
        "name: " name "\n" \
        "summary: Something for a baby.\n" \
        "topics: [infant-feeding]\n" \
        "ages: {from: birth, to: 12 months}\n" \
        "how_to_get: drop-in\n" \
        "organisation: council\n" \
        "cost: free\n" \
        "checked: {date: 2026-10-01, by: families@brackenshire.example}\n" \
        "contacts: [{phone: 01632 960 123}]\n" more

static const struct file files[] = {
    { "services", "a10", SERVICE("Group 10", ""), NULL },
    { "services", "a2", SERVICE("Group 2", ""), NULL },
    { "services", "b", SERVICE("élan", "words: [vigour, baby massage]\n"), NULL },
    { "services", "c", SERVICE("Quiet", "words: [whisper]\nsensitive: yes\n"), NULL },
    { "services", "z", SERVICE("Baby massage", ""), NULL },
};

struct ordered {
    struct built built;
    struct door_words words;
    struct door_languages languages;
    struct door_worker workers[2];
    const struct door_order *orders;
};

static void
order_with(struct ordered *ordered, size_t workers)
{
    struct door_diag *diag = door_diag_open();
    size_t i;

    *ordered = (struct ordered){ .built = build(files, 5, false) };
    assert_non_null(ordered->built.offer);
    door_phrases_add(&ordered->words, &ordered->built.arena);
    assert_true(door_languages_load(&ordered->built.arena, ordered->built.offer, &ordered->words, "/nowhere",
            "/nowhere", &ordered->languages, diag));
    door_diag_close(diag);
    for (i = 0; i < workers; i++)
        ordered->workers[i].speech = door_speech_open(&ordered->languages);
    ordered->orders = door_orders_build(&ordered->built.arena, ordered->built.offer, &ordered->languages,
            ordered->workers, workers);
}

static void
forget(struct ordered *ordered)
{
    size_t i;

    for (i = 0; i < 2; i++) {
        door_speech_close(ordered->workers[i].speech);
        door_arena_release(&ordered->workers[i].scratch);
    }
    release(&ordered->built);
}

static const char *
ids(struct ordered *ordered, const struct door_order *order)
{
    const char *text = "";
    size_t i;

    for (i = 0; i < ordered->built.offer->services.count; i++)
        text = door_arena_format(&ordered->built.arena, "%s %s", text, order->services[i]->entry.id);
    return text;
}

static void
names_come_as_readers_sort_them_and_two_of_one_name_by_their_ids(void **state)
{
    struct ordered ordered;

    (void)state;
    order_with(&ordered, 1);
    assert_string_equal(ids(&ordered, &ordered.orders[0]), " massage z b a2 a10 c");
    forget(&ordered);
}

static void
ranks_are_where_services_stand(void **state)
{
    struct ordered ordered;
    size_t i;

    (void)state;
    order_with(&ordered, 1);
    for (i = 0; i < ordered.built.offer->services.count; i++)
        assert_int_equal(ordered.orders[1].ranks[ordered.orders[1].services[i]->entry.number], i);
    assert_true(door_order_compare(&ordered.orders[0], ordered.orders[0].services[0],
            ordered.orders[0].services[1]) < 0);
    assert_true(door_order_compare(&ordered.orders[0], ordered.orders[0].services[1],
            ordered.orders[0].services[0]) > 0);
    forget(&ordered);
}

static void
workers_share_languages_out_and_change_nothing(void **state)
{
    struct ordered one, two;
    size_t i;

    (void)state;
    order_with(&one, 1);
    order_with(&two, 2);
    for (i = 0; i < one.languages.count; i++)
        assert_string_equal(ids(&one, &one.orders[i]), ids(&two, &two.orders[i]));
    forget(&one);
    forget(&two);
}

static void
words_stand_among_names_but_for_sensitive_ones(void **state)
{
    struct ordered ordered;
    const struct door_order *order;
    const char *text = "";
    size_t i;

    (void)state;
    order_with(&ordered, 1);
    order = &ordered.orders[0];
    assert_int_equal(order->line_count, door_order_lines(ordered.built.offer));
    for (i = 0; i < order->line_count; i++) {
        const struct door_service *service =
                ((const struct door_service *const *)ordered.built.offer->services.items)[order->lines[i].service];

        text = door_arena_format(&ordered.built.arena, "%s %s/%d", text, service->entry.id, order->lines[i].word);
    }
    /* "baby massage" is a word of b, and in small letters: it sorts before the names that have a capital */
    assert_string_equal(text, " b/2 massage/0 z/0 b/0 a2/0 a10/0 b/1");
    forget(&ordered);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_as_readers_sort_them_and_two_of_one_name_by_their_ids),
        cmocka_unit_test(ranks_are_where_services_stand),
        cmocka_unit_test(workers_share_languages_out_and_change_nothing),
        cmocka_unit_test(words_stand_among_names_but_for_sensitive_ones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
