#include "publish/shelf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

#define FOLDER ".frontdoor/print"

static struct door_buf
buf_of(const char *text)
{
    struct door_buf buf = { 0 };

    door_buf_text(&buf, text);
    return buf;
}

/* A build that makes "file" by "recipe". */
static void
keep(const char *recipe_text, const char *file_text)
{
    struct door_shelf *shelf = door_shelf_open(".", "print");
    struct door_buf recipe = buf_of(recipe_text), file = buf_of(file_text);

    door_shelf_put(shelf, &recipe, &file);
    door_shelf_close(shelf);
    door_buf_release(&recipe);
    door_buf_release(&file);
}

/* What a build finds for this recipe: "" if nothing. */
static const char *
found(const char *recipe_text)
{
    static char text[64];
    struct door_shelf *shelf = door_shelf_open(".", "print");
    struct door_buf recipe = buf_of(recipe_text), file = buf_of("an older file");
    bool is = door_shelf_find(shelf, &recipe, &file);

    door_shelf_close(shelf);
    snprintf(text, sizeof text, "%s", is ? door_buf_string(&file) : "");
    door_buf_release(&recipe);
    door_buf_release(&file);
    return text;
}

/* The path of the one file that is kept, or NULL. */
static const char *
only_file(void)
{
    static char path[128];
    DIR *list = opendir(FOLDER);
    struct dirent *entry;
    int count = 0;

    while (list && (entry = readdir(list)))
        if (entry->d_name[0] != '.' && ++count == 1)
            snprintf(path, sizeof path, FOLDER "/%.100s", entry->d_name);
    if (list)
        closedir(list);
    return count == 1 ? path : NULL;
}

static size_t
read_bytes(const char *path, char *bytes, size_t room)
{
    FILE *stream = fopen(path, "r");
    size_t size;

    assert_non_null(stream);
    size = fread(bytes, 1, room, stream);
    fclose(stream);
    return size;
}

static void
write_bytes(const char *path, const char *bytes, size_t size)
{
    FILE *stream = fopen(path, "w");

    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, size, stream), size);
    assert_int_equal(fclose(stream), 0);
}

static void
what_was_put_is_found_by_its_recipe_alone(void **state)
{
    (void)state;
    assert_string_equal(found("flour"), "");
    keep("flour", "bread");
    assert_string_equal(found("flour"), "bread");
    assert_string_equal(found("flour"), "bread");
    assert_string_equal(found("flou"), "");
    keep("flour", "bread");
    assert_string_equal(found("flourb"), "");
}

static void
what_a_build_did_not_use_is_removed_at_its_end(void **state)
{
    (void)state;
    keep("flour", "bread");
    keep("milk", "cheese");
    assert_string_equal(found("flour"), "");
    assert_null(only_file());
    keep("milk", "cheese");
    write_bytes(FOLDER "/letter.txt", "mine", 4);
    write_bytes(FOLDER "/.new", "half a file", 11);
    assert_string_equal(found("milk"), "cheese");
    assert_non_null(only_file());
    assert_int_equal(access(FOLDER "/.new", F_OK), -1);
}

static void
a_file_that_was_damaged_at_any_byte_is_not_found(void **state)
{
    char bytes[256], path[128];
    size_t size, i;

    (void)state;
    keep("flour", "bread");
    snprintf(path, sizeof path, "%s", only_file());
    size = read_bytes(path, bytes, sizeof bytes);
    for (i = 0; i < size; i++) {
        bytes[i] ^= 4;
        write_bytes(path, bytes, size);
        assert_string_equal(found("flour"), "");
        bytes[i] ^= 4;
    }
    for (i = 0; i < size; i++) {
        write_bytes(path, bytes, i);
        assert_string_equal(found("flour"), "");
    }
    write_bytes(path, bytes, size);
    assert_string_equal(found("flour"), "bread");
    assert_true(size < sizeof bytes);
    bytes[size] = 'y';
    write_bytes(path, bytes, size + 1);
    assert_string_equal(found("flour"), "");
    keep("flour", "bread");
    assert_string_equal(found("flour"), "bread");
}

static void
a_whole_file_under_another_name_is_not_found(void **state)
{
    char bytes[256], path[128];
    size_t size;

    (void)state;
    keep("flour", "bread");
    size = read_bytes(only_file(), bytes, sizeof bytes);
    keep("milk", "cheese");
    snprintf(path, sizeof path, "%s", only_file());
    write_bytes(path, bytes, size);
    assert_string_equal(found("milk"), "");
}

static void
links_pipes_and_folders_in_its_place_are_passed_over(void **state)
{
    char path[128];

    (void)state;
    keep("flour", "bread");
    snprintf(path, sizeof path, "%s", only_file());
    assert_int_equal(rename(path, "moved"), 0);
    assert_int_equal(symlink("../../moved", path), 0);
    assert_string_equal(found("flour"), "");
    keep("flour", "bread");
    assert_string_equal(found("flour"), "bread");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkfifo(path, 0666), 0);
    assert_string_equal(found("flour"), "");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0777), 0);
    assert_string_equal(found("flour"), "");
    keep("flour", "bread");
}

static void
where_nothing_can_be_kept_nothing_is_found(void **state)
{
    (void)state;
    write_bytes(".frontdoor", "a file", 6);
    keep("flour", "bread");
    assert_string_equal(found("flour"), "");
    assert_int_equal(unlink(".frontdoor"), 0);
    assert_int_equal(mkdir(".frontdoor", 0777), 0);
    assert_int_equal(mkdir("outside", 0777), 0);
    assert_int_equal(symlink("../outside", FOLDER), 0);
    keep("flour", "bread");
    assert_string_equal(found("flour"), "");
    assert_int_equal(rmdir("outside"), 0);
}

static int
begin(void **state)
{
    char *folder = strdup("/tmp/frontdoor-XXXXXX");

    *state = folder;
    return folder && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int
end(void **state)
{
    char command[64];

    snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
    free(*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_put_is_found_by_its_recipe_alone, begin, end),
        cmocka_unit_test_setup_teardown(what_a_build_did_not_use_is_removed_at_its_end, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_was_damaged_at_any_byte_is_not_found, begin, end),
        cmocka_unit_test_setup_teardown(a_whole_file_under_another_name_is_not_found, begin, end),
        cmocka_unit_test_setup_teardown(links_pipes_and_folders_in_its_place_are_passed_over, begin, end),
        cmocka_unit_test_setup_teardown(where_nothing_can_be_kept_nothing_is_found, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
