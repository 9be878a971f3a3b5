/*
 * What browsers may let a page do, with and without hosts outside.
 */
#include "../model/offer_fixture.h"

#include "views/policy.h"

static const char with_hosts[] =
        "format: 1\n"
        "name: Babies and Young Children\n"
        "area: Brackenshire\n"
        "publisher: {name: Brackenshire Council, email: families@brackenshire.example}\n"
        "url: https://families.brackenshire.example\n"
        "languages: [en-GB, ur]\n"
        "urgent:\n"
        "  - {name: Emergency, phone: \"999\", when: A life is at risk}\n"
        "allow: {script: [a.example, b.example], frame: film.example, framed_by: \"www.example:8443\"}\n";

static const struct file offer_with_hosts = { "", "offer", with_hosts, NULL };

static void
a_page_may_do_nothing_but_show_itself(void **state)
{
    struct built built = build(NULL, 0, false);

    (void)state;
    assert_string_equal(door_policy_of_page(&built.arena, built.offer, false, false),
            "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'");
    assert_string_equal(door_policy_of_page(&built.arena, built.offer, true, false),
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'none'");
    assert_string_equal(door_policy_of_page(&built.arena, built.offer, false, true),
            "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
            "form-action 'none'");
    release(&built);
}

static void
hosts_are_added_to_what_they_are_allowed_for(void **state)
{
    struct built built = build(&offer_with_hosts, 1, false);

    (void)state;
    assert_non_null(built.offer);
    assert_string_equal(door_policy_of_page(&built.arena, built.offer, false, false),
            "default-src 'none'; script-src https://a.example https://b.example; connect-src 'self'; frame-src https://film.example; "
            "style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'");
    assert_non_null(strstr(door_policy_of_page(&built.arena, built.offer, true, false),
            "script-src 'self' https://a.example https://b.example;"));
    release(&built);
}

static void
only_a_header_says_who_may_frame_a_page(void **state)
{
    struct built none = build(NULL, 0, false), some = build(&offer_with_hosts, 1, false);

    (void)state;
    assert_non_null(strstr(door_policy_of_site(&none.arena, none.offer), "; frame-ancestors 'none'"));
    assert_non_null(strstr(door_policy_of_site(&some.arena, some.offer),
            "; frame-ancestors 'self' https://www.example:8443"));
    assert_null(strstr(door_policy_of_page(&some.arena, some.offer, true, false), "frame-ancestors"));
    release(&none);
    release(&some);
}

/* Browsers hold a page to both, so what its meta element allows and the header forbids would be forbidden. */
static void
the_header_allows_all_that_a_page_allows(void **state)
{
    struct built built = build(&offer_with_hosts, 1, false);
    const char *site = door_policy_of_site(&built.arena, built.offer);

    (void)state;
    assert_non_null(strstr(site, "script-src 'self' https://a.example https://b.example;"));
    assert_non_null(strstr(site, "frame-src https://film.example;"));
    assert_non_null(strstr(site, "style-src 'self'; img-src 'self';"));
    assert_null(strstr(site, "unsafe"));
    assert_null(strchr(site, '*'));
    release(&built);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_may_do_nothing_but_show_itself),
        cmocka_unit_test(hosts_are_added_to_what_they_are_allowed_for),
        cmocka_unit_test(only_a_header_says_who_may_frame_a_page),
        cmocka_unit_test(the_header_allows_all_that_a_page_allows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
