#include "workshop.h"

#include "theme/emblem.h"
#include "theme/theme.h"

#define NOTO "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"

/* A theme named "toy" in the offer, beside a built-in "default". */
static const char base_theme[] =
    "name: default\n"
    "colours:\n"
    "  text: \"#000000\"\n"
    "  paper: \"#FFFFFF\"\n"
    "  accent: {rgb: \"#0f5a5e\", cmyk: [90, 30, 40, 10]}\n"
    "pairs:\n"
    "  - [text, paper]\n"
    "fonts: {body: \"Arial, 'Noto Sans'\"}\n"
    "corner: 4px\n";

static const struct door_theme *
load(struct workshop *workshop, const char *toy)
{
    door_diag_close(workshop->diag);
    workshop->diag = door_diag_open();
    workshop_write(workshop, "built/default/theme.yaml", base_theme);
    workshop_write(workshop, "offer/themes/toy/theme.yaml", toy);
    return door_theme_load(&workshop->arena, door_path_join(&workshop->arena, workshop->folder, "offer"),
            door_path_join(&workshop->arena, workshop->folder, "built"), "toy", workshop->diag);
}

/* A theme.yaml that is wrong, and the first thing its author is told. */
struct mistake {
    const char *theme, *complaint;
};

static void
themes_that_are_wrong_are_refused_with_a_place(void **state)
{
    static const struct mistake mistakes[] = {
        { "colours:\n  text: red\n", "2:9 theme-colour: \"red\" is not a colour" },
        { "colours:\n  text: \"#12345\"\n", "2:9 theme-colour: \"#12345\" is not a colour" },
        { "colours:\n  text: \"#12345g\"\n", "2:9 theme-colour: \"#12345g\" is not a colour" },
        { "colours:\n  text: {rgb: \"#123456\", cmyk: [1, 2, 3]}\n",
          "2:32 theme-colour: these are not the inks of a colour" },
        { "colours:\n  text: {rgb: \"#123456\", cmyk: [1, 2, 3, 101]}\n",
          "2:32 theme-colour: these are not the inks of a colour" },
        { "extends: default\ndark:\n  papr: \"#123456\"\n", "3:3 theme-colour: there is no colour \"papr\"" },
        { "extends: default\npairs:\n  - [text, papr]\n", "3:12 theme-colour: there is no colour \"papr\"" },
        { "extends: default\npairs:\n  - [text]\n", "3:5 theme-contrast: a pair is two colours" },
        { "colours: {a: \"#767676\", b: \"#ffffff\", c: \"#777777\"}\npairs:\n  - [a, b]\n  - [c, b]\n",
          "4:5 theme-contrast: \"c\" on \"b\" has a contrast of 4.47 to 1" },
        { "extends: default\ndark: {text: \"#ffffff\"}\n", "2:14 theme-contrast: \"text\" on "
          "\"paper\" has a contrast of 1.00 to 1 where the device asks for dark" },
        { "extends: default\ncorner: \"1px;}body{x\"\n",
          "2:9 theme-token: \"1px;}body{x\" cannot stand in the stylesheet" },
        { "colors: {}\n", "1:1 theme-token: a theme has no \"colors\"" },
        { "extends: defalt\n", "1:10 theme-missing: there is no other theme \"defalt\" to extend" },
        { "extends: toy\n", "1:10 theme-missing: there is no other theme \"toy\" to extend" },
        { "extends: ../default\n", "1:10 theme-missing: there is no other theme \"../default\" to extend" },
        { "extends: default\nlogo: logo.png\n", "2:7 theme-file: \"logo.png\" is no drawing" },
        { "extends: default\nlogo: [a]\n", "2:7 theme-file: \"logo\" is no drawing" },
        { "extends: default\nlogo: none.svg\n", "2:7 theme-file: there is no file \"none.svg\"" },
        { "extends: default\nlogo: ../logo.svg\n", "2:7 theme-file: \"../logo.svg\" is no file of the theme" },
        { "extends: default\nfaces: a.woff2\n", "2:8 theme-file: \"faces\" is a list" },
        { "extends: default\nfaces:\n  - {family: Own}\n", "3:14 theme-file: \"Own\" is no face" },
        { "extends: default\nfaces:\n  - {family: \"O;wn\", file: theme.yaml}\n",
          "3:14 theme-file: \"O;wn\" is no face" },
        { "extends: default\nfaces:\n  - {family: Own, weight: thin, file: theme.yaml}\n",
          "3:14 theme-file: \"Own\" is no face" },
        { "extends: default\nfaces:\n  - {family: Own, file: theme.yaml}\n",
          "3:25 theme-file: \"theme.yaml\" is no font" },
        { "extends: default\nfaces:\n  - {family: Own, paper: theme.yaml}\n",
          "3:26 theme-file: \"theme.yaml\" is no font" },
        { "- a\n", "1:1 theme-token: theme.yaml is a list of names and values" },
    };
    struct workshop workshop;
    const struct door_problem *problems;
    size_t i, count;
    char told[256];

    (void)state;
    workshop_open(&workshop);
    for (i = 0; i < DOOR_COUNT(mistakes); i++) {
        assert_null(load(&workshop, mistakes[i].theme));
        problems = door_diag_problems(workshop.diag, &count);
        snprintf(told, sizeof told, "%d:%d %s: %s", problems[0].place.line, problems[0].place.column, problems[0].id,
                problems[0].message);
        assert_string_equal(told, mistakes[i].complaint);
        assert_string_equal(problems[0].place.file, "themes/toy/theme.yaml");
    }
    workshop_close(&workshop);
}

static void
a_child_changes_only_what_it_names(void **state)
{
    struct workshop workshop;
    const struct door_theme *theme;
    const struct door_colour *colour;

    (void)state;
    workshop_open(&workshop);
    theme = load(&workshop, "extends: default\ncolours: {paper: \"#f0f0f0\"}\nfonts: {heading: serif}\n");
    assert_non_null(theme);
    assert_int_equal(theme->source.count, 2);
    assert_string_equal(theme->source.names[1], "themes/default");
    assert_string_equal(theme->style, ":root{--colour-text:#000000;--colour-paper:#f0f0f0;--colour-accent:#0f5a5e;"
            "--font-body:Arial, 'Noto Sans';--font-heading:serif;--corner:4px;}\n");
    colour = door_theme_colour(theme, "paper");
    assert_int_equal(colour->red, 0xf0);
    assert_int_equal(colour->black, 6);
    assert_int_equal(colour->cyan, 0);
    colour = door_theme_colour(theme, "accent");
    assert_int_equal(colour->cyan, 90);
    assert_int_equal(colour->black, 10);
    assert_int_equal(door_theme_colour(theme, "text")->black, 100);
    assert_null(door_theme_colour(theme, "blue"));
    assert_null(theme->print);
    workshop_close(&workshop);
}

static void
styles_come_base_first_and_components_by_name_the_nearest_one(void **state)
{
    struct workshop workshop;
    const struct door_theme *theme;

    (void)state;
    workshop_open(&workshop);
    workshop_write(&workshop, "built/default/style.css", "/* base */\na > b , c {\n  color: red;\n}\n");
    workshop_write(&workshop, "built/default/components/card/style.css", ".card { x: 'a  /* b */ }' }");
    workshop_write(&workshop, "built/default/components/bar/style.css", ".bar { }");
    workshop_write(&workshop, "offer/themes/toy/style.css", "d { }");
    workshop_write(&workshop, "offer/themes/toy/components/card/style.css", ".mine :hover { }");
    workshop_write(&workshop, "built/default/print/style.yaml", "booklet: {}\n");
    theme = load(&workshop, "extends: default\n");
    assert_non_null(theme);
    assert_string_equal(strchr(theme->style, '\n') + 1, "a > b,c{color: red;}\nd{}\n.bar{}\n.mine :hover{}\n");
    assert_non_null(theme->print);
    unlink(door_path_join(&workshop.arena, workshop.folder, "offer/themes/toy/components/card/style.css"));
    theme = load(&workshop, "extends: default\n");
    assert_non_null(strstr(theme->style, ".card{x: 'a  /* b */ }'}\n"));
    workshop_close(&workshop);
}

static void
a_logo_and_fonts_become_files_named_by_their_bytes(void **state)
{
    static const char logo[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path d='M0 0h30v10z'/></svg>";
    struct workshop workshop;
    const struct door_theme *theme;
    const char *style;

    (void)state;
    workshop_open(&workshop);
    workshop_write(&workshop, "offer/themes/toy/fonts/README", "");
    assert_int_equal(symlink(NOTO, door_path_join(&workshop.arena, workshop.folder,
            "offer/themes/toy/fonts/own-bold.ttf")), 0);
    theme = load(&workshop, "extends: default\nlogo: none\n");
    assert_non_null(theme);
    assert_null(theme->brand.logo);
    assert_null(theme->brand.emblem);
    workshop_write(&workshop, "offer/themes/toy/logo.svg", logo);
    theme = load(&workshop, "extends: default\nlogo: logo.svg\ncorner: 0.5rem\nfaces:\n"
            "  - {family: Own Sans, weight: bold, file: fonts/own-bold.ttf}\n");
    assert_non_null(theme);
    assert_int_equal(theme->brand.file_count, 2);
    assert_true(door_text_starts(theme->brand.logo, "/assets/logo."));
    assert_true(door_text_ends(theme->brand.logo, ".svg"));
    assert_int_equal(theme->brand.logo_width, 3 * DOOR_LOGO_HEIGHT);
    assert_int_equal(theme->brand.emblem->count, 1);
    assert_true(theme->brand.corner > 5.9 && theme->brand.corner < 6.1);
    assert_true(theme->brand.fonts);
    assert_int_equal(theme->brand.face_count, 0);
    style = door_arena_format(&workshop.arena, "@font-face{font-family:\"Own Sans\";font-weight:600 900;"
            "font-display:swap;src:url(%s)}", strchr(theme->brand.files[1].name, '/') + 1);
    assert_non_null(strstr(theme->style, style));
    workshop_close(&workshop);
}

static void
an_offer_may_extend_the_built_in_theme_of_the_same_name(void **state)
{
    struct workshop workshop;
    const struct door_theme *theme;

    (void)state;
    workshop_open(&workshop);
    workshop_write(&workshop, "built/toy/theme.yaml", base_theme);
    theme = load(&workshop, "extends: toy\ncolours: {text: \"#111111\"}\n");
    assert_non_null(theme);
    assert_int_equal(theme->source.count, 2);
    assert_int_equal(door_theme_colour(theme, "text")->red, 0x11);
    workshop_close(&workshop);
}

static void
a_template_that_no_theme_has_is_an_error(void **state)
{
    struct workshop workshop;
    const struct door_problem *problems;
    size_t count;

    (void)state;
    workshop_open(&workshop);
    assert_null(door_template_compile(&workshop.arena, &workshop.source, "pages/none.html", &people_record,
            &workshop.words, workshop.diag));
    problems = door_diag_problems(workshop.diag, &count);
    assert_int_equal(count, 1);
    assert_string_equal(problems[0].id, "theme-missing");
    assert_string_equal(problems[0].place.file, "themes/toy/pages/none.html");
    workshop_close(&workshop);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(themes_that_are_wrong_are_refused_with_a_place),
        cmocka_unit_test(a_child_changes_only_what_it_names),
        cmocka_unit_test(styles_come_base_first_and_components_by_name_the_nearest_one),
        cmocka_unit_test(a_logo_and_fonts_become_files_named_by_their_bytes),
        cmocka_unit_test(an_offer_may_extend_the_built_in_theme_of_the_same_name),
        cmocka_unit_test(a_template_that_no_theme_has_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
