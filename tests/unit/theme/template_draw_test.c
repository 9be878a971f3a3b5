#include "workshop.h"

/* Template, language, what comes out. */
struct drawn {
    const char *page, *language, *expected;
};

static void
check_all(const struct drawn *drawn, size_t count)
{
    struct workshop workshop;
    size_t i;

    workshop_open(&workshop);
    for (i = 0; i < count; i++) {
        const char *out = workshop_draw(&workshop, drawn[i].page, drawn[i].language);

        if (!out)
            door_diag_print(workshop.diag, stderr, false);
        assert_non_null(out);
        assert_string_equal(out, drawn[i].expected);
    }
    workshop_close(&workshop);
}
#define CHECK(drawn) check_all(drawn, DOOR_COUNT(drawn))

static void
text_is_escaped_for_where_it_lands(void **state)
{
    static const struct drawn drawn[] = {
        { "<p fd:text=\"person.name\"/>", "en", "<p>Ada &amp; &lt;Co&gt;</p>" },
        { "<p fd:title=\"title\"/>", "en", "<p title=\"Likes &quot;cats&quot;\"></p>" },
        { "<a fd:href=\"site\"/>", "en", "<a href=\"https://x.example/?a=1&amp;b=2\"></a>" },
        { "<p>&lt;&amp; &#169;</p>", "en", "<p>&lt;&amp; ©</p>" },
        { "<p data-x=\"&quot;&lt;\"/>", "en", "<p data-x=\"&quot;&lt;\"></p>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
values_say_their_language(void **state)
{
    static const struct drawn drawn[] = {
        { "<p fd:text=\"person.name\"/>", "ur", "<p>عائدہ</p>" },
        { "<p fd:text=\"town\"/>", "ur", "<p lang=\"en-GB\" dir=\"ltr\">York</p>" },
        { "<p fd:text=\"town\"/>", "en", "<p>York</p>" },
        { "<p class=\"x\" fd:text=\"title\"/>", "ur", "<p class=\"x\" lang=\"en-GB\" dir=\"ltr\">Likes \"cats\"</p>" },
        { "<p fd:text=\"postcode\"/>", "ur", "<p dir=\"ltr\">YO1 7HH</p>" },
        { "<p fd:text=\"postcode\"/>", "en", "<p>YO1 7HH</p>" },
        { "<p fd:text=\"email\" fd:if=\"email\"/>", "ur", "<p dir=\"ltr\">bob@<wbr>x.<wbr>example</p>" },
        { "<title fd:if=\"email\"><fd:v of=\"email\"/></title>", "en", "<title>bob@x.example</title>" },
        { "<p fd:text=\"mood\"/>", "ur", "<p>خوش</p>" },
        { "<p fd:text=\"about.id\" fd:if=\"about\"/>", "ur", "<p>bob</p>" },
        { "<b fd:each=\"x in friends\" fd:text=\"x.mood\"/>", "ur", "<b lang=\"en-GB\" dir=\"ltr\">Sad</b>" },
        { "<p fd:lang=\"x\" fd:each=\"x in speaks\" fd:text=\"town\"/>", "ur",
          "<p lang=\"ur\">York</p><p lang=\"pl\">York</p>" },
        { "<p><fd:v of=\"town\"/></p>", "ur", "<p><span lang=\"en-GB\" dir=\"ltr\">York</span></p>" },
        { "<title><fd:v of=\"town\"/></title>", "ur", "<title>\u2066York\u2069</title>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
facts_are_said_in_the_language_of_the_page(void **state)
{
    static const struct drawn drawn[] = {
        { "<p fd:text=\"born\"/>", "en", "<p>1 May 1990</p>" },
        { "<p fd:text=\"awake\"/>", "en", "<p>9am to 5pm</p>" },
        { "<p fd:text=\"speaks\"/>", "en", "<p>Urdu and Polish</p>" },
        { "<p fd:text=\"fee\"/>", "en", "<p>£3.50</p>" },
        { "<p fd:text=\"count\"/>", "en", "<p>1</p>" },
        { "<p fd:text=\"greeting\"/>", "en", "<p>Hi</p>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
attributes_take_what_a_machine_reads(void **state)
{
    static const struct drawn drawn[] = {
        { "<time fd:datetime=\"born\"/>", "ur", "<time datetime=\"1990-05-01\"></time>" },
        { "<time fd:datetime=\"awake\"/>", "en", "<time datetime=\"09:00\"></time>" },
        { "<p fd:class=\"'mood mood-' person.mood\"/>", "ur", "<p class=\"mood mood-happy\"></p>" },
        { "<p fd:data-fee=\"fee\"/>", "en", "<p data-fee=\"3.50\"></p>" },
        { "<p fd:data-a=\"height\" fd:data-b=\"east\"/>", "en", "<p data-a=\"1700\" data-b=\"-54.12346\"></p>" },
        { "<p fd:id=\"person.id\" fd:hidden=\"famous\"/>", "en", "<p id=\"ada\" hidden=\"\"></p>" },
        { "<p fd:each=\"x in friends\" fd:hidden=\"x.famous\"/>", "en", "<p></p>" },
        { "<p fd:aria-current=\"'page' if person.famous\"/>", "en", "<p aria-current=\"page\"></p>" },
        { "<p fd:aria-current=\"'page' unless person.famous\"/>", "en", "<p></p>" },
        { "<p fd:data-a=\"phone if phone\"/>", "en", "<p data-a=\"01632 960 123\"></p>" },
        { "<p fd:title=\"person.mood\"/>", "ur", "<p title=\"خوش\"></p>" },
        { "<p fd:each=\"x in speaks\" fd:dir=\"x\"/>", "en", "<p dir=\"rtl\"></p><p dir=\"auto\"></p>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
addresses_are_relative_to_the_page(void **state)
{
    static const struct drawn drawn[] = {
        { "<a fd:href=\"person\"/>", "en", "<a href=\"../people/ada/\"></a>" },
        { "<a fd:if=\"about\" fd:href=\"about\"/>", "en", "<a href=\"../people/bob/\"></a>" },
        { "<a fd:href=\"link\"/>", "en", "<a href=\"../help/\"></a>" },
        { "<a fd:href=\"'/assets/x.svg'\"/>", "en", "<a href=\"../../assets/x.svg\"></a>" },
        { "<a fd:href=\"'contact/'\"/>", "en", "<a href=\"../contact/\"></a>" },
        { "<a href=\"#main\"/>", "en", "<a href=\"#main\"></a>" },
        { "<a fd:href=\"'#' person.id\"/>", "en", "<a href=\"#ada\"></a>" },
        { "<a fd:href=\"person '#' person.mood\"/>", "en", "<a href=\"../people/ada/#happy\"></a>" },
        { "<a fd:if=\"phone\" fd:href=\"phone\"/>", "en", "<a href=\"tel:+441632960123\"></a>" },
        { "<a fd:if=\"phone\" fd:href=\"phone\" fd:scheme=\"sms\"/>", "en", "<a href=\"sms:+441632960123\"></a>" },
        { "<a fd:href=\"email\"/>", "en", "<a href=\"mailto:bob@x.example\"></a>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
conditions_choose_and_else_follows(void **state)
{
    static const struct drawn drawn[] = {
        { "<b fd:if=\"phone\"/><i fd:else=\"\"/>", "en", "<b></b>" },
        { "<b fd:unless=\"phone\"/> <i fd:else=\"\" fd:text=\"phone\"/>", "en", "<i>01632 960 123</i>" },
        { "<b fd:if=\"mood = sad\"/><i fd:else=\"\" fd:if=\"mood = happy\"/><u fd:else=\"\"/>", "en", "<i></i>" },
        { "<b fd:if=\"mood != sad\"/>", "en", "<b></b>" },
        { "<b fd:if=\"mood=happy\"/>", "en", "<b></b>" },
        { "<p fd:each=\"x in all\"><b fd:if=\"x.pet.note\" fd:text=\"x.pet.note\"/><i fd:else=\"\"/></p>", "en",
          "<p><i></i></p><p><b>Likes \"cats\"</b></p>" },
        { "<fd:block fd:if=\"friends\"><b/></fd:block>", "en", "<b></b>" },
        { "<p fd:each=\"x in all\"><b fd:unless=\"x.friends\"/></p>", "en", "<p><b></b></p><p></p>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
loops_walk_records_references_and_values(void **state)
{
    static const struct drawn drawn[] = {
        { "<ul><li fd:each=\"pet in pets\"><b fd:text=\"pet.name\"/></li></ul>", "en",
          "<ul><li><b>Rex</b></li><li><b>Tom</b></li></ul>" },
        { "<li fd:each=\"x in all\" fd:text=\"x.id\"/>", "en", "<li>bob</li><li>ada</li>" },
        { "<li fd:each=\"x in speaks\" fd:text=\"x\"/>", "en", "<li>Urdu</li><li>Polish</li>" },
        { "<p fd:each=\"x in all\"><b fd:each=\"y in x.friends\" fd:text=\"y.id\"/></p>", "en",
          "<p></p><p><b>bob</b></p>" },
        { "<p fd:each=\"x in all\"><b fd:each=\"y in x.friends\"><i fd:each=\"p in pets\" fd:text=\"p.name\"/>"
          "<u fd:text=\"x.id\"/></b></p>", "en", "<p></p><p><b><i>Rex</i><i>Tom</i><u>ada</u></b></p>" },
        { "<b fd:each=\"x in all\" fd:if=\"x.famous\" fd:text=\"x.id\"/>", "en", "<b>ada</b>" },
        { "<a fd:each=\"x in all\" fd:href=\"x\"/>", "en",
          "<a href=\"../people/bob/\"></a><a href=\"../people/ada/\"></a>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
words_come_in_the_language_of_the_page(void **state)
{
    static const struct drawn drawn[] = {
        { "<p fd:t=\"\"> Hello </p>", "ur", "<p>سلام</p>" },
        { "<p fd:t=\"\">Bye &amp; out</p>", "ur", "<p lang=\"en-GB\" dir=\"ltr\">Bye &amp; out</p>" },
        { "<p fd:t=\"\">Born on <fd:v name=\"date\" of=\"born\"/></p>", "en", "<p>Born on 1 May 1990</p>" },
        { "<p fd:t=\"\">See <a fd:href=\"person\"><fd:v name=\"name\" of=\"person.name\"/></a>\n and <b>more</b></p>",
          "en", "<p>See <a href=\"../people/ada/\">Ada &amp; &lt;Co&gt;</a> and <b>more</b></p>" },
        { "<p fd:t=\"\">See <a fd:href=\"person\"><fd:v name=\"name\" of=\"person.name\"/></a>\n and <b>more</b></p>",
          "ur", "<p><b>مزید</b> اور <a href=\"../people/ada/\">عائدہ</a></p>" },
        { "<p fd:t=\"\">In <fd:v name=\"a\" of=\"greeting\"/></p>", "ur",
          "<p lang=\"en-GB\" dir=\"ltr\">In <span lang=\"ur\" dir=\"rtl\">Hi</span></p>" },
        { "<p fd:t=\"\">At <fd:v name=\"a\" of=\"postcode\"/></p>", "ur",
          "<p lang=\"en-GB\" dir=\"ltr\">At YO1 7HH</p>" },
        { "<p fd:t=\"\">Line<br/>two</p>", "en", "<p>Line<br>two</p>" },
        { "<img fd:t-alt=\"Hello\" fd:src=\"'/assets/a.png'\"/>", "ur",
          "<img alt=\"سلام\" src=\"../../assets/a.png\">" },
        { "<img fd:t-alt=\"Call {person.town}\"/>", "ur", "<img alt=\"York فون\">" },
        { "<img fd:t-alt=\"Call {person.town}\"/>", "en", "<img alt=\"Call York\">" },
    };

    (void)state;
    CHECK(drawn);
}

static void
plurals_take_the_form_of_their_number(void **state)
{
    static const char page[] = "<p fd:t=\"\" fd:plural=\"friends\"><fd:one><b><fd:v name=\"count\"/></b> pal</fd:one>"
            "<fd:other><b><fd:v name=\"count\"/></b> pals</fd:other></p>";
    static const struct drawn drawn[] = {
        { page, "en", "<p><b>1</b> pal</p>" },
        { "<p fd:t=\"\" fd:plural=\"pets\"><fd:one>1 pet</fd:one><fd:other><fd:v name=\"count\"/> pets</fd:other></p>",
          "en", "<p>2 pets</p>" },
        { "<p fd:t=\"\" fd:plural=\"count\"><fd:one><fd:v name=\"count\"/> friend</fd:one>"
          "<fd:other><fd:v name=\"count\"/> friends</fd:other></p>", "ur", "<p>1 دوست</p>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
bodies_are_drawn_with_their_languages(void **state)
{
    static const struct drawn drawn[] = {
        { "<div fd:prose=\"body\"/>", "en",
          "<div><h2 id=\"part-1\">About Ada</h2><p>She writes. <a href=\"../people/bob/\">More</a></p></div>" },
        { "<div fd:prose=\"body\" fd:shift=\"1\"/>", "ur", "<div><h3 id=\"part-1\">About Ada</h3>"
          "<p lang=\"en-GB\" dir=\"ltr\">She writes. <a href=\"../people/bob/\">More</a></p></div>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
white_space_is_kept_where_it_shows(void **state)
{
    static const struct drawn drawn[] = {
        { "<div>\n  <p>\n <b>1</b> <i>2</i>\n</p>\n  <p> 3 </p>\n</div>\n", "en",
          "<div><p><b>1</b> <i>2</i></p><p>3</p></div>" },
        { "<p><b>1</b>,  <i>2</i></p>", "en", "<p><b>1</b>, <i>2</i></p>" },
        { "<a> <b>1</b>\n<i>2</i> </a>", "en", "<a><b>1</b> <i>2</i></a>" },
        { "<p><b>1</b><fd:block fd:if=\"phone\"> · <i>2</i></fd:block></p>", "en", "<p><b>1</b> · <i>2</i></p>" },
        { "<p>\n<fd:block fd:each=\"x in all\"><a fd:text=\"x.id\"/> </fd:block></p>", "en",
          "<p><a>bob</a> <a>ada</a> </p>" },
        { "<div>\n <fd:block fd:if=\"phone\">\n <p/>\n <p/> </fd:block> <hr/></div>", "en",
          "<div><p></p><p></p><hr></div>" },
        { "<title><fd:block fd:text=\"greeting\"/> · <fd:block fd:text=\"count\"/></title>", "en",
          "<title>Hi · 1</title>" },
        { "<!-- not drawn --><p><!-- nor this -->1<br/></p>", "en", "<p>1<br></p>" },
    };

    (void)state;
    CHECK(drawn);
}

static void
components_take_paths_and_fill_slots(void **state)
{
    struct workshop workshop;

    (void)state;
    workshop_open(&workshop);
    workshop_write(&workshop, "components/card/template.html",
            "<article><b fd:text=\"who.name\"/><fd:slot name=\"foot\"><i>1</i></fd:slot><fd:slot/>"
            "<u fd:if=\"tone = loud\"/></article>");
    workshop_write(&workshop, "components/layout/template.html",
            "<html><body><fd:slot name=\"main\"/><p fd:text=\"town\"/></body></html>");
    assert_string_equal(workshop_draw(&workshop, "<fd:use name=\"card\" who=\"person\" tone=\"'soft'\"/>", "en"),
            "<article><b>Ada &amp; &lt;Co&gt;</b><i>1</i></article>");
    assert_string_equal(workshop_draw(&workshop, "<fd:use name=\"layout\"><fd:fill slot=\"main\">"
            "<fd:use fd:each=\"x in all\" name=\"card\" who=\"x\" tone=\"'loud'\"><s fd:text=\"x.id\"/>"
            "<fd:fill slot=\"foot\"><em fd:text=\"x.town\"/></fd:fill></fd:use></fd:fill></fd:use>", "ur"),
            "<!doctype html>\n<html lang=\"ur\" dir=\"rtl\"><body>"
            "<article><b lang=\"en-GB\" dir=\"ltr\">Bob</b><em lang=\"en-GB\" dir=\"ltr\">York</em><s>bob</s><u></u>"
            "</article>"
            "<article><b>عائدہ</b><em lang=\"en-GB\" dir=\"ltr\">York</em><s>ada</s><u></u></article>"
            "<p lang=\"en-GB\" dir=\"ltr\">York</p></body></html>");
    workshop_close(&workshop);
}

static void
conditions_on_plain_text_are_settled_while_compiling(void **state)
{
    struct workshop workshop;

    (void)state;
    workshop_open(&workshop);
    workshop_write(&workshop, "components/mark/template.html",
            "<b fd:if=\"tone\"/><i fd:unless=\"tone\"/><u fd:unless=\"tone = loud\"/>");
    assert_string_equal(workshop_draw(&workshop, "<fd:use name=\"mark\" tone=\"'loud'\"/>", "en"), "<b></b>");
    assert_string_equal(workshop_draw(&workshop, "<fd:use name=\"mark\" tone=\"'soft'\"/>", "en"), "<b></b><u></u>");
    assert_string_equal(workshop_draw(&workshop, "<fd:use name=\"mark\" tone=\"''\"/>", "en"), "<i></i><u></u>");
    workshop_close(&workshop);
}

static void
a_sink_gets_the_same_in_parts(void **state)
{
    struct workshop workshop;

    (void)state;
    workshop_open(&workshop);
    assert_string_equal(workshop_emit(&workshop, "print/x.html", "<section class=\"a\"><h2 fd:t=\"\">Hello</h2>"
            "<p fd:text=\"town\"/><p fd:if=\"phone\" fd:text=\"phone\"/><p fd:t=\"\">See <a fd:href=\"person\">"
            "<fd:v name=\"name\" of=\"person.name\"/></a> and <b>more</b></p><br/></section>", "ur"),
            "(section class=a)(h2)[ur سلام](/h2)(p lang=en-GB dir=ltr)[en-GB York](/p)"
            "(p dir=ltr)[ur \u206601632 960 123\u2069](/p)"
            "(p)(b)[ur مزید](/b)[ur  اور ](a href=../people/ada/)[ur عائدہ](/a)(/p)(br)(/br)(/section)");
    assert_string_equal(workshop_emit(&workshop, "print/x.html", "<fd:code of=\"site\" fd:t-alt=\"Hello\"/>", "en"),
            "(fd:code href=https://x.example/?a=1&b=2 alt=Hello)(/fd:code)");
    assert_string_equal(workshop_emit(&workshop, "pages/x.html", "<div fd:prose=\"body\"/>", "ur"),
            "(div)(h2)[ur About Ada](/h2)(p lang=en-GB dir=ltr)[en-GB She writes. ]"
            "(a href=../people/bob/)[en-GB More](/a)(/p)(/div)");
    workshop_close(&workshop);
}

static void
a_translation_that_lost_its_codes_is_not_used(void **state)
{
    struct workshop workshop;
    struct door_template *template;
    struct door_drawing drawing;
    static const char *const broken[] = { "{date} <1>کو</2> پیدا" };
    struct door_phrase *phrases;

    (void)state;
    workshop_open(&workshop);
    template = compile(&workshop, "pages/x.html", "<p fd:t=\"\">Born <b><fd:v name=\"date\" of=\"born\"/></b></p>");
    assert_non_null(template);
    phrases = door_arena_array(&workshop.arena, workshop.words.count, sizeof *phrases);
    memcpy(phrases, workshop.items[1].phrases, workshop.words.count * sizeof *phrases);
    phrases[workshop.words.count - 1] = (struct door_phrase){ broken, 1, false };
    workshop.items[1].phrases = phrases;
    door_template_bind(template, &workshop.arena, &workshop.languages);
    drawing = drawing_of(&workshop, "ur");
    door_template_write(template, &drawing, &workshop.out);
    assert_true(door_text_starts(door_buf_string(&workshop.out), "<p lang=\"en-GB\" dir=\"ltr\">Born <b>"));
    workshop_close(&workshop);
}

static void
tell(void *context, struct door_buf *out)
{
    door_buf_text(out, context);
}

static void
data_stands_where_the_template_has_a_place_for_it(void **state)
{
    struct workshop workshop;
    struct door_template *template;
    struct door_drawing drawing;

    (void)state;
    workshop_open(&workshop);
    template = compile(&workshop, "pages/x.html", "<head><meta charset=\"utf-8\"/><fd:data/></head>");
    assert_non_null(template);
    drawing = drawing_of(&workshop, "en");
    door_template_write(template, &drawing, &workshop.out);
    assert_string_equal(workshop.out.data, "<head><meta charset=\"utf-8\"></head>");
    drawing.data = tell;
    drawing.data_context = (char[]){ "<b>1</b>" };
    door_buf_clear(&workshop.out);
    door_template_write(template, &drawing, &workshop.out);
    assert_string_equal(workshop.out.data, "<head><meta charset=\"utf-8\"><b>1</b></head>");
    workshop_close(&workshop);
}

static void
a_template_shows_the_records_that_it_walks_through(void **state)
{
    struct workshop workshop;

    (void)state;
    workshop_open(&workshop);
    assert_true(door_template_shows(compile(&workshop, "pages/x.html", "<p fd:each=\"pet in person.pets\"/>"),
            &pet_record));
    assert_false(door_template_shows(compile(&workshop, "pages/x.html", "<p fd:each=\"friend in friends\"/>"
            "<p fd:if=\"person.pets\"/>"), &pet_record));
    workshop_close(&workshop);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped_for_where_it_lands),
        cmocka_unit_test(values_say_their_language),
        cmocka_unit_test(facts_are_said_in_the_language_of_the_page),
        cmocka_unit_test(attributes_take_what_a_machine_reads),
        cmocka_unit_test(addresses_are_relative_to_the_page),
        cmocka_unit_test(conditions_choose_and_else_follows),
        cmocka_unit_test(loops_walk_records_references_and_values),
        cmocka_unit_test(words_come_in_the_language_of_the_page),
        cmocka_unit_test(plurals_take_the_form_of_their_number),
        cmocka_unit_test(bodies_are_drawn_with_their_languages),
        cmocka_unit_test(white_space_is_kept_where_it_shows),
        cmocka_unit_test(components_take_paths_and_fill_slots),
        cmocka_unit_test(conditions_on_plain_text_are_settled_while_compiling),
        cmocka_unit_test(a_sink_gets_the_same_in_parts),
        cmocka_unit_test(a_translation_that_lost_its_codes_is_not_used),
        cmocka_unit_test(data_stands_where_the_template_has_a_place_for_it),
        cmocka_unit_test(a_template_shows_the_records_that_it_walks_through),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
