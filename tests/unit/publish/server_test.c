/*
 * The settings of web servers: what must hold in each of them, whatever its language. tests/servers runs them.
 */
#include "../model/offer_fixture.h"

#include "base/buf.h"
#include "publish/server.h"

static const char below_a_path[] =
        "format: 1\n"
        "name: Babies and Young Children\n"
        "area: Brackenshire\n"
        "publisher: {name: Brackenshire Council, email: families@brackenshire.example}\n"
        "url: https://www.brackenshire.example/help/families/\n"
        "languages: [en-GB, ur]\n"
        "urgent:\n"
        "  - {name: Emergency, phone: \"999\", when: A life is at risk}\n";

static const struct file offer_below_a_path = { "", "offer", below_a_path, NULL };

static void
every_server_is_told_every_type_and_every_header(void **state)
{
    struct built built = build(NULL, 0, false);
    const struct door_serving serving = { .offer = built.offer, .policy = "default-src 'none'" };
    const struct door_served_type *type;
    const struct door_server *server;
    struct door_header header;
    size_t i, j;

    (void)state;
    for (i = 0; (server = door_server(i)); i++) {
        struct door_buf out = { 0 };

        door_server_write(&out, &built.arena, server, built.offer, "/srv/site");
        for (j = 0; (type = door_served_type(j)); j++)
            assert_non_null(strstr(out.data, type->type));
        for (j = 0; door_server_header(&serving, j, &header); j++)
            assert_non_null(strstr(out.data, header.name));
        assert_non_null(strstr(out.data, "404.html"));
        assert_non_null(strstr(out.data, "immutable"));
        door_buf_release(&out);
    }
    assert_int_equal(i, 4);
    release(&built);
}

static void
no_header_holds_what_would_end_it(void **state)
{
    const struct door_serving serving = { .policy = "" };
    struct door_header header;
    size_t i;

    (void)state;
    for (i = 0; door_server_header(&serving, i, &header); i++) {
        assert_null(strpbrk(header.value, "\"\\\n$%"));
        assert_null(strpbrk(header.name, " :\n"));
    }
    assert_true(i > 0);
}

static void
no_type_is_told_twice(void **state)
{
    const struct door_served_type *a, *b;
    size_t i, j;

    (void)state;
    for (i = 0; (a = door_served_type(i)); i++)
        for (j = 0; j < i && (b = door_served_type(j)); j++)
            assert_string_not_equal(a->ending, b->ending);
}

static void
the_path_of_the_address_is_that_of_the_pages(void **state)
{
    struct built built = build(&offer_below_a_path, 1, false);
    struct door_buf out = { 0 };

    (void)state;
    assert_non_null(built.offer);
    door_server_write(&out, &built.arena, door_server(0), built.offer, "/srv/\"odd\" site");
    assert_non_null(strstr(out.data, "server_name www.brackenshire.example;"));
    assert_non_null(strstr(out.data, "location /help/families/ {"));
    assert_non_null(strstr(out.data, "alias \"/srv/\\\"odd\\\" site/\";"));
    assert_non_null(strstr(out.data, "404 /help/families/404.html;"));
    door_buf_clear(&out);
    door_server_write(&out, &built.arena, door_server(1), built.offer, NULL);
    assert_non_null(strstr(out.data, "ErrorDocument 404 /help/families/404.html\n"));
    door_buf_release(&out);
    release(&built);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_server_is_told_every_type_and_every_header),
        cmocka_unit_test(no_header_holds_what_would_end_it),
        cmocka_unit_test(no_type_is_told_twice),
        cmocka_unit_test(the_path_of_the_address_is_that_of_the_pages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
