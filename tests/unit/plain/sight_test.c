#include "plain/sight.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "plain_test.h"

/* A file, where a text begins in it, the text as it is read, a word of it (its first letter marked by how far it is). */
static const struct {
    const char *file, *text;
    int line, column;
    size_t word, size;
    int found_line, found_column;
} places[] = {
    { "name: Baby clinic\n", "Baby clinic", 1, 7, 5, 6, 1, 12 },
    { "name: \"Baby clinic\"\n", "Baby clinic", 1, 7, 5, 6, 1, 13 },
    { "x: a\nname: >\n  Come\n  to a  hub\n", "Come to a hub", 2, 7, 10, 3, 4, 9 },
    { "n: it''s a hub, a hub\n", "it's a hub, a hub", 1, 4, 14, 3, 1, 19 },
    { "n: caf\xC3\xA9 \xE2\x80\x93 hub\n", "caf\xC3\xA9 \xE2\x80\x93 hub", 1, 4, 10, 3, 1, 11 },
    { "a hub\r\nand hub\r\n", "a hub and hub", 1, 1, 10, 3, 2, 5 },
    { "n: a &amp; b\n", "a & b", 1, 4, 2, 1, 1, 6 },
    /* spelled with an escape, or gone: the place of the text */
    { "n: \"caf\\u00e9\"\n", "caf\xC3\xA9", 1, 4, 0, 5, 1, 4 },
    { "n:\n", "hub", 1, 4, 0, 3, 1, 4 },
    { "", "hub", 3, 4, 0, 3, 3, 4 },
    /* a place that is not known */
    { "n: hub\n", "hub", 0, 0, 0, 3, 0, 0 },
};

static void
write_file(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(bytes, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void
a_word_is_found_where_the_editor_wrote_it(void **state)
{
    char folder[] = "/tmp/frontdoor-sight-XXXXXX", path[64];
    size_t i;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/x.md", folder);
    for (i = 0; i < COUNT(places); i++) {
        struct door_sight sight = { .root = folder };
        struct door_place at = { "x.md", places[i].line, places[i].column };

        write_file(path, places[i].file);
        at = door_sight_find(&sight, at, places[i].text,
                (struct door_span){ places[i].text + places[i].word, places[i].size });
        if (at.line != places[i].found_line || at.column != places[i].found_column)
            fail_msg("%zu: %d:%d", i, at.line, at.column);
        door_sight_release(&sight);
    }
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void
a_file_that_is_gone_has_the_place_of_the_text(void **state)
{
    struct door_sight sight = { .root = "/nowhere" };
    const char *text = "a hub";
    struct door_place at = door_sight_find(&sight, (struct door_place){ "x.md", 7, 3 }, text,
            (struct door_span){ text + 2, 3 });

    (void)state;
    assert_int_equal(at.line, 7);
    assert_int_equal(at.column, 3);
    door_sight_release(&sight);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_found_where_the_editor_wrote_it),
        cmocka_unit_test(a_file_that_is_gone_has_the_place_of_the_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
