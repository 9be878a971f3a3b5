/* The audit finds what no template should be able to make, so the pages here are written by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/allowed.h"
#include "publish/audit.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

#define HEAD "<!doctype html>\n<html lang=\"en-GB\" dir=\"ltr\"><head><meta charset=\"utf-8\">" \
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>A page</title></head><body>"

static const char *const scripts[] = { "maps.example", "stats.example:8443" };
static const char *const frames[] = { "film.example" };
static const struct door_allowed allowed = { .script = { scripts, COUNT(scripts) }, .frame = { frames, COUNT(frames) } };

/* A page of what is given inside <main>, at services/x/index.html; the ids told, in the order of their places. */
static const char *
audit(const char *inside, const char *page_of_its_own)
{
    static char told[1000];
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    struct door_audit *audit = door_audit_begin(&arena, "https://families.example/families", &allowed, diag);
    const char *page = page_of_its_own ? page_of_its_own
            : door_arena_format(&arena, HEAD "<main><h1>A page</h1>%s</main></body></html>", inside);
    const struct door_problem *problems;
    size_t count, i;

    door_audit_file(audit, "services/x/index.html", page, strlen(page));
    door_audit_file(audit, "files/y.pdf", "%PDF", 4);
    door_audit_file(audit, "a.png", "", 0);
    door_audit_finish(audit);
    problems = door_diag_problems(diag, &count);
    told[0] = '\0';
    for (i = 0; i < count; i++)
        strncat(strncat(told, i ? " " : "", sizeof told - strlen(told) - 1), problems[i].id,
                sizeof told - strlen(told) - 1);
    door_diag_close(diag);
    door_arena_release(&arena);
    return told;
}

static const struct {
    const char *inside, *told;
} pages[] = {
    { "<p>Right</p>", "" },
    { "<p lang=\"ur\" dir=\"rtl\">x</p>", "" },
    { "<p lang=\"\">x</p>", "audit-language" },
    { "<p lang=\"ur\" dir=\"left\">x</p>", "audit-language" },
    { "<script src=\"https://maps.example/a.js\"></script>", "" },
    { "<script src=\"https://stats.example:8443/a.js\"></script>", "" },
    { "<script src=\"https://stats.example/a.js\"></script>", "audit-host" },
    { "<script src=\"http://maps.example/a.js\"></script>", "audit-host" },
    { "<script src=\"https://maps.example.evil.example/a.js\"></script>", "audit-host" },
    { "<script src=\"https://film.example/a.js\"></script>", "audit-host" },
    { "<iframe title=\"Film\" src=\"https://film.example/1\"></iframe>", "" },
    { "<iframe title=\"Film\" src=\"https://maps.example/1\"></iframe>", "audit-host" },
    { "<img alt=\"\" src=\"https://film.example/1.png\">", "audit-host" },
    { "<h2>A</h2><h3>B</h3><h2>C</h2>", "" },
    { "<h3>A</h3>", "audit-heading" },
    { "<h2>A</h2><h4>B</h4>", "audit-heading" },
    { "<h2> </h2>", "audit-heading" },
    { "<p id=\"a\"></p><p id=\"a\"></p>", "audit-id" },
    { "<p id=\"\"></p>", "audit-id" },
    { "<p aria-labelledby=\"a b\">x</p><i id=\"a\"></i>", "audit-id" },
    { "<p aria-labelledby=\"a b\">x</p><i id=\"a\"></i><i id=\"b\"></i>", "" },
    { "<a href=\"#a\">x</a><p id=\"a\"></p>", "" },
    { "<a href=\"#a\">x</a>", "audit-link" },
    { "<a href=\"#%C3%A9\">x</a><p id=\"\xC3\xA9\"></p>", "" },
    { "<a href=\"../x/\">x</a><a href=\"../../files/y.pdf\">x</a><a href=\"../../files/y.pdf?v=1\">x</a>", "" },
    { "<a href=\"../y/\">x</a>", "audit-link" },
    { "<a href=\"../x/#b\">x</a>", "audit-link" },
    { "<a href=\"../../../x/\">x</a>", "audit-link" },
    { "<a href=\"/families/services/x/\">x</a>", "" },
    { "<a href=\"/services/x/\">x</a>", "audit-link" },
    { "<a href=\"https://families.example/families/services/x/\">x</a>", "" },
    { "<a href=\"https://families.example/families/services/y/\">x</a>", "audit-link" },
    { "<a href=\"https://www.nhs.uk/\">x</a><a href=\"tel:999\">x</a><a href=\"mailto:a@b.example\">x</a>", "" },
    { "<a href=\"javascript:x()\">x</a>", "audit-link" },
    { "<a href=\"data:text/html,x\">x</a>", "audit-link" },
    { "<a href=\"#a\"> </a><p id=\"a\"></p>", "audit-link-text" },
    { "<a href=\"#a\"><span aria-hidden=\"true\">x</span></a><p id=\"a\"></p>", "audit-link-text" },
    { "<a href=\"#a\"><img src=\"../../a.png\" alt=\"x\"></a><p id=\"a\"></p>", "" },
    { "<a href=\"#a\"><img src=\"../../a.png\" alt=\"\"></a><p id=\"a\"></p>", "audit-link-text" },
    { "<a href=\"#a\" aria-label=\"x\"></a><p id=\"a\"></p>", "" },
    { "<a>x</a><a></a>", "" },
    { "<button></button>", "audit-link-text" },
    { "<img src=\"../../a.png\">", "audit-image" },
    { "<img src=\"../../b.png\" alt=\"\">", "audit-link" },
    { "<img src=\"https://tracker.example/a.png\" alt=\"\">", "audit-host" },
    { "<img src=\"//tracker.example/a.png\" alt=\"\">", "audit-host" },
    { "<img src=\"../../a.png\" srcset=\"../../a.png 1x, https://t.example/b.png 2x\" alt=\"\">", "audit-host" },
    { "<script src=\"https://t.example/a.js\"></script>", "audit-host" },
    { "<iframe title=\"x\" src=\"https://t.example/\"></iframe>", "audit-host" },
    { "<svg role=\"img\"><path d=\"M0 0\"></path></svg>", "audit-image" },
    { "<svg role=\"img\"><title>x</title></svg>", "" },
    { "<svg aria-hidden=\"true\"></svg>", "" },
    { "<input name=\"a\">", "audit-label" },
    { "<input name=\"a\" type=\"hidden\">", "" },
    { "<input name=\"a\" aria-label=\"x\">", "" },
    { "<label>x <input name=\"a\"></label>", "" },
    { "<input id=\"a\"><label for=\"a\">x</label>", "" },
    { "<textarea></textarea><select></select>", "audit-label audit-label" },
    { "<label><input></label>", "audit-label" },
    { "<p style=\"color: red\">x</p>", "audit-inline" },
    { "<p onclick=\"x()\">x</p>", "audit-inline" },
    { "<style>p { }</style>", "audit-inline" },
    { "<script>x()</script>", "audit-inline" },
    { "<script type=\"application/ld+json\">{}</script>", "" },
    { "<main>x</main>", "audit-main" },
    { "<p><b>x</i></b></p>", "audit-html" },
};

static void
each_mistake_of_a_page_is_told_and_what_is_right_is_not(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(pages); i++) {
        const char *told = audit(pages[i].inside, NULL);

        if (strcmp(told, pages[i].told) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", pages[i].inside, told, pages[i].told);
    }
}

static void
a_page_without_anything_lacks_everything(void **state)
{
    (void)state;
    assert_string_equal(audit(NULL, "<p>x</p>"),
            "audit-language audit-language audit-heading audit-main audit-policy audit-html audit-title");
}

static void
a_weak_policy_and_a_late_one_are_told(void **state)
{
    (void)state;
    assert_string_equal(audit(NULL, "<!doctype html>\n<html lang=\"en\" dir=\"ltr\"><head><title>x</title>"
            "<link rel=\"stylesheet\" href=\"../../a.png\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline'\"></head>"
            "<body><main><h1>x</h1></main></body></html>"), "audit-policy audit-policy");
}

static void
a_mistake_of_many_pages_is_told_once_for_each_time_on_a_page(void **state)
{
    static const char page[] = HEAD "<main><h1>x</h1><button></button><button></button></main></body></html>";
    static const char *const names[] = { "a/index.html", "b/index.html", "c/index.html" };
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    struct door_audit *audit = door_audit_begin(&arena, "https://families.example", NULL, diag);
    const struct door_problem *problems;
    size_t count, i;

    (void)state;
    for (i = 0; i < COUNT(names); i++)
        door_audit_file(audit, names[i], page, strlen(page));
    door_audit_finish(audit);
    problems = door_diag_problems(diag, &count);
    assert_int_equal(count, 2);
    assert_string_equal(problems[0].place.file, "output/site/a/index.html");
    assert_string_equal(problems[0].message, "a button has no words (and 2 more pages)");
    assert_true(problems[0].place.column < problems[1].place.column);
    door_diag_close(diag);
    door_arena_release(&arena);
}

static void
files_that_are_no_pages_are_read_too(void **state)
{
    static const struct {
        const char *name, *bytes, *told;
    } files[] = {
        { "sitemap.xml", "<a><b/></a>", NULL },
        { "sitemap.xml", "<a><b></a>", "audit-html" },
        { "style.css", "p { background: url(a.png) }", NULL },
        { "style.css", "p { background: url('https://t.example/a.png') }", "audit-host" },
        { "style.css", "@import \"//t.example/a.css\";", "audit-host" },
        { "style.css", "p { background: URL(https://t.example/a.png) }", "audit-host" },
    };
    size_t i, count;

    (void)state;
    for (i = 0; i < COUNT(files); i++) {
        struct door_arena arena = { 0 };
        struct door_diag *diag = door_diag_open();
        struct door_audit *audit = door_audit_begin(&arena, "https://families.example", NULL, diag);
        const struct door_problem *problems;

        door_audit_file(audit, files[i].name, files[i].bytes, strlen(files[i].bytes));
        door_audit_finish(audit);
        problems = door_diag_problems(diag, &count);
        if (count != (files[i].told != NULL) || (count && strcmp(problems[0].id, files[i].told) != 0))
            fail_msg("%s: %s", files[i].bytes, count ? problems[0].id : "nothing");
        door_diag_close(diag);
        door_arena_release(&arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_of_a_page_is_told_and_what_is_right_is_not),
        cmocka_unit_test(a_page_without_anything_lacks_everything),
        cmocka_unit_test(a_weak_policy_and_a_late_one_are_told),
        cmocka_unit_test(a_mistake_of_many_pages_is_told_once_for_each_time_on_a_page),
        cmocka_unit_test(files_that_are_no_pages_are_read_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
