#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/prose.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "content/stray.h"

struct fixture {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_content content;
    char *root;
};

static int
open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    fixture->diag = door_diag_open();
    fixture->root = door_arena_text(&fixture->arena, "/tmp/folder_test_XXXXXX");
    assert_non_null(mkdtemp(fixture->root));
    *state = fixture;
    return 0;
}

static void
remove_folder(struct door_arena *arena, const char *path)
{
    size_t count, i;
    struct door_file *files = door_files_list(arena, path, &count);

    for (i = 0; files && i < count; i++) {
        const char *below = door_path_join(arena, path, files[i].name);

        if (files[i].type == DOOR_FILE_FOLDER)
            remove_folder(arena, below);
        else
            unlink(below);
    }
    rmdir(path);
}

static int
close_fixture(void **state)
{
    struct fixture *fixture = *state;

    remove_folder(&fixture->arena, fixture->root);
    door_diag_close(fixture->diag);
    door_content_forget(&fixture->content);
    door_arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

static const char *
path_of(struct fixture *fixture, const char *name)
{
    char *path = door_path_join(&fixture->arena, fixture->root, name), *slash;

    for (slash = path + strlen(fixture->root) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        mkdir(path, 0777);
    }
    return path;
}

static void
put_bytes(struct fixture *fixture, const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(path_of(fixture, name), "w");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void
put(struct fixture *fixture, const char *name, const char *text)
{
    put_bytes(fixture, name, text, strlen(text));
}

static bool
load(struct fixture *fixture)
{
    put(fixture, "content/offer.yaml", "format: 1\n");
    door_content_forget(&fixture->content);
    return door_content_load(&fixture->arena, fixture->root, &fixture->content, 3, fixture->diag);
}

/* Load, and expect one problem, shown as "file:line:column: message [id] hint". */
static void
assert_problem(struct fixture *fixture, const char *expected)
{
    const struct door_problem *problem;
    size_t count;

    load(fixture);
    problem = door_diag_problems(fixture->diag, &count);
    if (count != 1)
        door_diag_print(fixture->diag, stderr, false);
    assert_int_equal(count, 1);
    assert_string_equal(door_arena_format(&fixture->arena, "%s:%d:%d: %s [%s] %s", problem->place.file,
            problem->place.line, problem->place.column, problem->message, problem->id, problem->hint), expected);
}

static const char entry[] = "---\nname: X\n---\n";

static void
files_become_sources_sorted_by_folder_and_id(void **state)
{
    struct fixture *fixture = *state;
    const struct door_source *sources;
    size_t count;

    put(fixture, "content/services/b-a.md", entry);
    put(fixture, "content/services/b.md", "---\nname: X\n---\n\nHello\n");
    put(fixture, "content/questions/start.yaml", "ask: What?\nimages: [media/z.svg, media/deep/a.svg]\n");
    put(fixture, "content/stages.yaml", "- id: a\n");
    put(fixture, "content/media/z.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    put(fixture, "content/media/deep/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    put(fixture, "content/files/CNAME", "x");
    put(fixture, "content/bank-holidays.json", "{}");
    put(fixture, "content/services/.DS_Store", "x");
    put(fixture, "content/services/b.md~", "x");
    assert_true(load(fixture));
    assert_int_equal(fixture->content.source_count, 5);
    sources = door_content_folder(&fixture->content, "services", &count);
    assert_int_equal(count, 2);
    assert_string_equal(sources[0].id, "b");
    assert_string_equal(sources[0].file, "content/services/b.md");
    assert_string_equal(sources[1].id, "b-a");
    assert_null(sources[1].body);
    assert_string_equal(door_node_find(sources[0].front, "name")->text, "X");
    assert_int_equal(sources[0].front->children->place.line, 2);
    assert_int_equal(sources[0].body->children->line, 5);
    assert_int_equal(door_content_find(&fixture->content, "", "stages")->front->type, DOOR_NODE_LIST);
    assert_non_null(door_content_find(&fixture->content, "questions", "start"));
    assert_null(door_content_find(&fixture->content, "questions", "begin"));
    door_content_folder(&fixture->content, "places", &count);
    assert_int_equal(count, 0);
    assert_int_equal(fixture->content.media_count, 2);
    assert_string_equal(fixture->content.media[0], "media/deep/a.svg");
    assert_int_equal(door_diag_warnings(fixture->diag), 0);
}

static void
marks_of_windows_and_old_macs_change_no_line(void **state)
{
    struct fixture *fixture = *state;
    const struct door_source *source;

    put(fixture, "content/pages/a.md", "\xEF\xBB\xBF---\r\nname: A\r\n---  \r\nx\r\n\r\n## B\r\n");
    put(fixture, "content/pages/b.md", "---\rname: B\r---\rx\r\r## B");
    assert_true(load(fixture));
    source = door_content_find(&fixture->content, "pages", "a");
    assert_string_equal(source->front->children->text, "A");
    assert_int_equal(source->body->children->next->line, 6);
    source = door_content_find(&fixture->content, "pages", "b");
    assert_string_equal(source->front->children->text, "B");
    assert_int_equal(source->body->children->next->line, 6);
}

static const struct {
    const char *name, *text, *problem;
} wrong[] = {
    { "content/pages/a.md", "name: A\n---\n", "content/pages/a.md:1:1: the file does not begin with \"---\" "
        "[front-matter] "
        "Begin with a line of three hyphens, then the fields, then three hyphens again." },
    { "content/pages/a.md", "", "content/pages/a.md:1:1: the file does not begin with \"---\" [front-matter] "
        "Begin with a line of three hyphens, then the fields, then three hyphens again." },
    { "content/pages/a.md", "\xE2\x80\x94-\nname: A\n---\n", "content/pages/a.md:1:1: the file does not begin with "
        "\"---\" "
        "[front-matter] Write exactly three hyphens on this line." },
    { "content/pages/a.md", "---\nname: A\n\nHello\n", "content/pages/a.md:1:1: no line of \"---\" ends the fields "
        "[front-matter] Write a line of three hyphens between the fields and the text." },
    { "content/pages/a.md", "---\nname: A\n----\nHello\n", "content/pages/a.md:3:1: the line below the fields is not "
        "\"---\" "
        "[front-matter] Write exactly three hyphens on this line." },
    { "content/pages/a.md", "---\nname: A\n---\n\n# B\n", "content/pages/a.md:5:1: a heading of level 1 "
        "[markdown-heading-1] Begin with ##; the page's own heading is the name." },
    { "content/pages/a.md", "---\nname: caf\xE9\n---\n", "content/pages/a.md:2:10: a byte that is not UTF-8 text (E9) "
        "[text-encoding] Save the file as UTF-8 (in Word: \"Plain text\", then UTF-8)." },
    { "content/pages/a.md", "---\nname: \xE2\x80\xAE x\n---\n", "content/pages/a.md:2:7: an invisible mark that "
        "turns the "
        "direction of text [text-bidi] Delete it, and type the words around it again." },
    { "content/pages/a.md", "---\nname: \x01x\n---\n", "content/pages/a.md:2:7: an invisible control character (01) "
        "[text-control] Delete it, and type the words around it again." },
    { "content/pages/a.md", "---\nname: it\xC2\x92s\n---\n", "content/pages/a.md:2:9: an invisible control character (92) "
        "[text-control] Delete it, and type the words around it again." },
    { "content/pages/a.md", "---\nname: a\xE2\x80\xA8 b\n---\n", "content/pages/a.md:2:8: an invisible control "
        "character (2028) [text-control] Delete it, and type the words around it again." },
    { "content/media/a/caf\xE9.png", "x", "content/media/a:0:0: a file in this folder has a name that is not UTF-8 text "
        "[text-encoding] Rename it." },
    { "content/pages/a.md.txt", "x", "content/pages/a.md.txt:0:0: \"a.md.txt\" looks like an entry but is not read "
        "[file-stray] Rename it to \"a.md\", or delete it." },
    { "content/pages/a (1).md", "x", "content/pages/a (1).md:0:0: \"a (1).md\" looks like an entry but is not read "
        "[file-stray] It is a copy: bring what is new in it into \"a.md\", then delete it." },
    { "content/pages/a - Copy.md", "x", "content/pages/a - Copy.md:0:0: \"a - Copy.md\" looks like an entry but is "
        "not read "
        "[file-stray] It is a copy: bring what is new in it into \"a.md\", then delete it." },
    { "content/pages/a.yml", "x", "content/pages/a.yml:0:0: \"a.yml\" looks like an entry but is not read [file-stray] "
        "Rename it to \"a.yaml\", or delete it." },
    { "content/pages/A.MD", "x", "content/pages/A.MD:0:0: \"A.MD\" looks like an entry but is not read [file-stray] "
        "Rename it to \"A.md\", or delete it." },
    { "content/pages/notes.docx", "x", "content/pages/notes.docx:0:0: \"notes.docx\" is not read [file-stray] "
        "Pictures belong in content/media/, other files in content/files/." },
    { "content/pages/old/a.md", "x", "content/pages/old:0:0: the folder \"old\" is not read [file-stray] "
        "Move its files one folder up." },
    { "content/a.md", "---\n---\n", "content/a.md:0:0: \"a.md\" is in no folder of entries [file-stray] "
        "Move it into the folder of its kind, such as content/services/." },
    { "content/pages/Caf\xC3\xA9 & Tea.md", "---\nname: A\n---\n", "content/pages/Caf\xC3\xA9 & Tea.md:0:0: "
        "\"Caf\xC3\xA9 & "
        "Tea.md\" is not a name for an entry: it becomes part of a web address [id-form] Rename it to "
        "\"cafe-tea.md\"." },
};

static void
what_is_wrong_with_a_file_is_told_with_what_to_do(void **state)
{
    struct fixture *fixture;
    size_t i;

    (void)state;
    for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        void *own;

        open_fixture(&own);
        fixture = own;
        put(fixture, wrong[i].name, wrong[i].text);
        assert_problem(fixture, wrong[i].problem);
        close_fixture(&own);
    }
}

static void
utf_16_and_nul_are_told(void **state)
{
    struct fixture *fixture = *state;

    put_bytes(fixture, "content/pages/a.md", "\xFF\xFE-\0-\0-\0", 8);
    assert_problem(fixture, "content/pages/a.md:1:1: this file is UTF-16, not UTF-8 [text-encoding] "
            "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8).");
}

static void
a_file_that_cannot_be_read_keeps_its_id(void **state)
{
    struct fixture *fixture = *state;
    const struct door_source *source;

    put(fixture, "content/pages/Old Page.md", "no front matter");
    assert_false(load(fixture));
    source = door_content_find(&fixture->content, "pages", "old-page");
    assert_non_null(source);
    assert_null(source->front);
}

static void
two_files_with_one_id_are_told(void **state)
{
    struct fixture *fixture = *state;

    put(fixture, "content/pages/a.md", entry);
    put(fixture, "content/pages/a.yaml", "name: A\n");
    assert_problem(fixture, "content/pages/a.yaml:0:0: \"a\" is also the id of content/pages/a.md [id-twice] "
            "Rename or delete one of them.");
    assert_int_equal(fixture->content.source_count, 2);
}

static void
links_may_lead_about_in_the_offer_but_not_out_of_it(void **state)
{
    struct fixture *fixture = *state;

    put(fixture, "content/pages/a.md", entry);
    assert_int_equal(symlink("../../content/pages/a.md", path_of(fixture, "content/pages/b.md")), 0);
    assert_int_equal(symlink("pages", path_of(fixture, "content/topics")), 0);
    assert_true(load(fixture));
    assert_non_null(door_content_find(&fixture->content, "pages", "b"));
    assert_non_null(door_content_find(&fixture->content, "topics", "a"));
    assert_int_equal(symlink("/etc/hostname", path_of(fixture, "content/places/c.md")), 0);
    assert_problem(fixture, "content/places/c.md:0:0: this link leads out of the offer [file-link] "
            "Put the file itself here.");
}

static void
a_link_to_nowhere_is_told(void **state)
{
    struct fixture *fixture = *state;

    path_of(fixture, "content/media/x");
    assert_int_equal(symlink("gone.svg", path_of(fixture, "content/media/x.svg")), 0);
    assert_problem(fixture, "content/media/x.svg:0:0: this link leads nowhere [file-link] "
            "Put the file itself here, or delete the link.");
}

static void
a_folder_without_an_offer_is_told(void **state)
{
    struct fixture *fixture = *state;
    const struct door_problem *problem;
    size_t count;

    assert_false(door_content_load(&fixture->arena, fixture->root, &fixture->content, 3, fixture->diag));
    problem = door_diag_problems(fixture->diag, &count);
    assert_int_equal(count, 1);
    assert_string_equal(problem->id, "offer-missing");
    assert_non_null(strstr(problem->hint, "frontdoor init"));
    assert_int_equal(fixture->content.source_count, 0);
}

static const struct {
    const char *name, *id;
} suggestions[] = {
    { "Baby Massage", "baby-massage" }, { "baby_massage!", "baby-massage" }, { "--a--b--", "a-b" }, { "Dad's group",
        "dads-group" },
    { "\xC3\x89t\xC3\xA9 2026", "ete-2026" }, { "\xD8\xA7\xD8\xB1", "" }, { "", "" },
};

static void
ids_are_suggested_from_names(void **state)
{
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < sizeof suggestions / sizeof *suggestions; i++)
        assert_string_equal(door_stray_suggest_id(&fixture->arena, suggestions[i].name), suggestions[i].id);
}

static void
copies_are_told_from_names_that_only_look_so(void **state)
{
    (void)state;
    assert_true(door_stray_is_copy("x (2).md"));
    assert_true(door_stray_is_copy("x(2).md"));
    assert_true(door_stray_is_copy("x copy 2.md"));
    assert_true(door_stray_is_copy("x - Copy (3).md"));
    assert_false(door_stray_is_copy("x copybook.md"));
    assert_false(door_stray_is_copy("copy.md"));
    assert_false(door_stray_is_copy("x ().md"));
    assert_false(door_stray_is_copy("(1).md"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(files_become_sources_sorted_by_folder_and_id),
        TEST(marks_of_windows_and_old_macs_change_no_line),
        cmocka_unit_test(what_is_wrong_with_a_file_is_told_with_what_to_do),
        TEST(utf_16_and_nul_are_told),
        TEST(a_file_that_cannot_be_read_keeps_its_id),
        TEST(two_files_with_one_id_are_told),
        TEST(links_may_lead_about_in_the_offer_but_not_out_of_it),
        TEST(a_link_to_nowhere_is_told),
        TEST(a_folder_without_an_offer_is_told),
        TEST(ids_are_suggested_from_names),
        cmocka_unit_test(copies_are_told_from_names_that_only_look_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
