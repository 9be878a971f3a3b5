#include "workshop.h"

/* A page that is wrong, and what its author is told. */
struct mistake {
    const char *page, *complaint;
};

static void
check_all(const struct mistake *mistakes, size_t count)
{
    struct workshop workshop;
    size_t i;

    workshop_open(&workshop);
    for (i = 0; i < count; i++)
        assert_string_equal(workshop_complain(&workshop, mistakes[i].page), mistakes[i].complaint);
    workshop_close(&workshop);
}
#define CHECK(mistakes) check_all(mistakes, DOOR_COUNT(mistakes))

static void
names_that_no_table_has_are_refused_with_a_suggestion(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p>\n  <b fd:text=\"person.twon\"/></p>",
          "2:15 template-path: \"person\" has no \"twon\" (did you mean \"town\"?)" },
        { "<p fd:text=\"persom.town\"/>",
          "1:13 template-path: there is no \"persom\" here (did you mean \"person\"?)" },
        { "<p fd:each=\"x in all\"><b fd:text=\"y.town\"/></p>", "1:35 template-path: there is no \"y\" here" },
        { "<p fd:each=\"x in all\"/><b fd:text=\"x.town\"/>", "1:36 template-path: there is no \"x\" here" },
        { "<p fd:text=\"town.size\"/>", "1:13 template-path: \"town\" is one value, with nothing inside" },
        { "<p fd:text=\"Person\"/>", "1:13 template-path: \"Person\" is not a path "
          "(Write names with dots between them: service.name.)" },
        { "<p fd:text=\"person..town\"/>", "1:13 template-path: \"person..town\" is not a path "
          "(Write names with dots between them: service.name.)" },
        { "<p fd:class=\"'a' person.moods\"/>",
          "1:18 template-path: \"person\" has no \"moods\" (did you mean \"mood\"?)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
secrets_are_not_read(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p fd:text=\"person.secret\"/>", "1:13 template-secret: \"person.secret\" is not for readers "
          "(It is never published; leave it out.)" },
        { "<p fd:if=\"person.owner\"/>", "1:11 template-secret: \"person.owner\" is not for readers "
          "(It is never published; leave it out.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
what_may_be_absent_needs_an_if(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p fd:text=\"person.phone\"/>", "1:13 template-optional: \"person.phone\" may be absent "
          "(Put this inside an element with fd:if=\"person.phone\".)" },
        { "<p fd:if=\"pet\" fd:text=\"pet.note\"/>", "1:25 template-optional: \"pet.note\" may be absent "
          "(Put this inside an element with fd:if=\"pet.note\".)" },
        { "<p fd:text=\"pet.name\"/>", "1:13 template-optional: \"pet\" may be absent "
          "(Put this inside an element with fd:if=\"pet\".)" },
        { "<p fd:unless=\"phone\" fd:text=\"phone\"/>", "1:31 template-optional: \"phone\" may be absent "
          "(Put this inside an element with fd:if=\"phone\".)" },
        { "<p fd:if=\"phone\"/><p fd:else=\"\" fd:text=\"phone\"/>", "1:42 template-optional: \"phone\" may be absent "
          "(Put this inside an element with fd:if=\"phone\".)" },
        { "<p fd:each=\"x in all\"><b fd:if=\"phone\" fd:text=\"x.phone\"/></p>",
          "1:49 template-optional: \"x.phone\" may be absent (Put this inside an element with fd:if=\"x.phone\".)" },
        { "<p fd:t=\"\">See <fd:v name=\"a\" of=\"phone\"/></p>", "1:35 template-optional: \"phone\" may be absent "
          "(Put this inside an element with fd:if=\"phone\".)" },
        { "<p fd:text=\"pet.name\" fd:if=\"pet.note\"/>", "no complaint" },
        { "<p fd:if=\"pet.name\"/>", "no complaint" },
        { "<p fd:text=\"mood\"/>", "no complaint" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
lists_are_walked_and_values_are_not(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p fd:each=\"x in town\"/>",
          "1:18 template-each: \"town\" is not a list (Use fd:if to ask whether it is there.)" },
        { "<p fd:each=\"town\"/>", "1:13 template-each: \"town\" does not name each item "
          "(Write fd:each=\"session in service.sessions\".)" },
        { "<p fd:text=\"pets.name\"/>", "1:13 template-list: \"pets\" is a list (Walk through it with fd:each.)" },
        { "<p fd:text=\"pets\"/>", "1:13 template-list: \"pets\" is a list (Walk through it with fd:each.)" },
        { "<p fd:text=\"famous\"/>", "1:13 template-text: \"famous\" is nothing to read (Use fd:if on it.)" },
        { "<p fd:text=\"body\"/>", "1:13 template-text: \"body\" is nothing to read (Use fd:prose.)" },
        { "<p fd:text=\"person\"/>", "1:13 template-text: \"person\" is nothing to read (Name a value inside it.)" },
        { "<p fd:text=\"town\">1</p>", "1:1 template-text: \"fd:text\" fills this element, so what is inside would be "
          "lost (Leave the element empty.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
conditions_that_could_never_hold_are_refused(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p fd:if=\"mood = hapy\"/>", "1:18 template-word: \"mood\" is never \"hapy\" (did you mean \"happy\"?)" },
        { "<p fd:if=\"town = York\"/>", "1:18 template-word: \"town\" is not one of a set of words "
          "(Only words can be compared.)" },
        { "<p fd:if=\"mood happy\"/>", "1:11 template-condition: \"mood happy\" is not a condition "
          "(Write a path, or a path and a word: service.level = targeted.)" },
        { "<p fd:else=\"\"/>", "1:4 template-condition: fd:else follows nothing "
          "(Put it right behind an element with fd:if or fd:unless.)" },
        { "<p fd:if=\"phone\"/><b/><p fd:else=\"\"/>", "1:26 template-condition: fd:else follows nothing "
          "(Put it right behind an element with fd:if or fd:unless.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
words_outside_fd_t_are_refused(void **state)
{
    static const struct mistake mistakes[] = {
        { "<div>\n <p> Call us</p></div>", "2:6 template-words: \"Call us\" would be English in every language "
          "(Put fd:t=\"\" on the element that holds the words.)" },
        { "<p>żółw</p>", "1:4 template-words: \"żółw\" would be English in every language "
          "(Put fd:t=\"\" on the element that holds the words.)" },
        { "<img alt=\"A cat\"/>", "1:11 template-words: \"A cat\" would be English in every language "
          "(Write fd:t-alt=\"...\", so that it is translated.)" },
        { "<p fd:title=\"'A cat'\"/>", "1:14 template-words: \"A cat\" would be English in every language "
          "(Write fd:t-title=\"...\", so that it is translated.)" },
        { "<input type=\"submit\" value=\"Go\"/>", "1:29 template-words: \"Go\" would be English in every language "
          "(Write fd:t-value=\"...\", so that it is translated.)" },
        { "<p fd:t=\"\"> </p>", "1:1 template-words: there is nothing to translate here "
          "(Write the English words inside the element.)" },
        { "<p fd:t=\"\">Not <b fd:if=\"phone\">now</b></p>", "1:16 template-words: \"fd:if\" cannot stand inside a "
          "sentence (Write two sentences, each on an element of its own, or use fd:v for a value.)" },
        { "<p fd:t=\"\">A {b}</p>", "1:12 template-words: words cannot hold { } < or > "
          "(Use <fd:v/> for values, in attributes {path}; translators' tools read these signs as codes.)" },
        { "<p fd:t-title=\"A {town\"/>", "1:16 template-words: words cannot hold { } < or > "
          "(Use <fd:v/> for values, in attributes {path}; translators' tools read these signs as codes.)" },
        { "<p fd:t=\"\">A <fd:v of=\"town\"/></p>", "1:14 template-words: this value has no name "
          "(Write <fd:v name=\"date\" of=\"service.checked.date\"/>; translators see {date}.)" },
        { "<p>– 12:30 · €5 →</p><meta name=\"robots\" content=\"noindex\"/><img alt=\"\"/>", "no complaint" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
addresses_that_nobody_checked_are_refused(void **state)
{
    static const struct mistake mistakes[] = {
        { "<a href=\"https://x.example\"/>", "1:10 template-href: \"https://x.example\" is an address nobody checks "
          "(Write fd:href=\"'page/'\" for an address in the site, or a path.)" },
        { "<a fd:href=\"'https://x.example'\"/>", "1:13 template-href: \"https://x.example\" leaves the site "
          "(Addresses elsewhere come from the offer.)" },
        { "<a fd:href=\"'javascript:x'\"/>", "1:13 template-href: \"javascript:x\" leaves the site "
          "(Addresses elsewhere come from the offer.)" },
        { "<a fd:href=\"'//x.example'\"/>", "1:13 template-href: \"//x.example\" leaves the site "
          "(Addresses elsewhere come from the offer.)" },
        { "<a fd:href=\"town\"/>", "1:13 template-href: \"town\" is not an address "
          "(Addresses are entries, pages, web addresses, phones and e-mail addresses.)" },
        { "<a fd:href=\"link town\"/>", "1:18 template-href: \"town\" is not an address "
          "(Addresses are entries, pages, web addresses, phones and e-mail addresses.)" },
        { "<p onclick=\"x()\"/>", "1:4 template-inline: \"onclick\" would not work "
          "(The pages' policy allows no inline script or style; put it in a file.)" },
        { "<p style=\"x\"/>", "1:4 template-inline: \"style\" would not work "
          "(The pages' policy allows no inline script or style; put it in a file.)" },
        { "<script>1</script>", "1:1 template-inline: what is inside \"<script>\" would not work "
          "(The pages' policy allows no inline script or style; put it in a file.)" },
        { "<fd:data>1</fd:data>", "1:1 template-element: \"<fd:data>\" holds nothing (Write it after the element.)" },
        { "<fd:data fd:text=\"town\"/>", "1:10 template-attribute: \"fd:text\" does nothing on fd:data "
          "(Put it on an element of HTML.)" },
        { "<fd:code of=\"site\"/>",
          "1:1 template-code: a page cannot hold a code (Codes are drawn in print/ templates.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
xml_that_is_not_well_formed_is_told_at_its_place(void **state)
{
    static const struct mistake mistakes[] = {
        { "<div>\n  <p>1\n</div>", "2:3 template-xml: \"<p>\" is not closed where it should be "
          "(Each element needs its end tag: <br/>, <p>...</p>.)" },
        { "<div>", "1:1 template-xml: \"<div>\" is not closed where it should be "
          "(Each element needs its end tag: <br/>, <p>...</p>.)" },
        { "<p class=\"a&#8238;b\">x</p>", "1:11 text-bidi: an invisible mark that turns the direction of text "
          "(Delete it, and type the words around it again.)" },
        { "<p>caf\xE9</p>", "1:7 text-encoding: a byte that is not UTF-8 text (E9) "
          "(Save the file as UTF-8 (in Word: \"Plain text\", then UTF-8).)" },
        { "<p>&nbsp;</p>", "1:10 template-xml: entity 'nbsp' not defined "
          "(Write the character itself, or its number: &#160; is a space that never breaks.)" },
        { "<p fd:blok=\"town\"/>\n<fd:blok/>", "2:1 template-element: there is no element \"fd:blok\" "
          "(did you mean \"fd:block\"?)" },
        { "<fd:block class=\"x\"/>", "1:11 template-attribute: \"class\" does nothing on fd:block "
          "(Put it on an element of HTML.)" },
        { "<p class=\"x\" fd:class=\"'y'\"/>",
          "1:14 template-attribute: \"class\" is written twice (Keep one of the two.)" },
        { "<br>1</br>", "1:1 template-element: \"<br>\" holds nothing (Write it after the element.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
every_problem_is_told_at_once(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p fd:text=\"x\"/><p fd:if=\"y\"/><p>z</p>", "1:13 template-path: there is no \"x\" here\n"
          "1:27 template-path: there is no \"y\" here\n1:34 template-words: \"z\" would be English in every language "
          "(Put fd:t=\"\" on the element that holds the words.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
mistakes_in_components_tell_who_used_them(void **state)
{
    struct workshop workshop;

    (void)state;
    workshop_open(&workshop);
    workshop_write(&workshop, "components/card/template.html", "<b fd:text=\"who.twon\"/>");
    workshop_write(&workshop, "components/loop/template.html", "<fd:use name=\"loop\"/>");
    workshop_write(&workshop, "components/fine/template.html", "<b fd:text=\"who.phone\"/><fd:slot/>");
    assert_string_equal(workshop_complain(&workshop, "\n<fd:use name=\"card\" who=\"person\"/>"),
            "components/card/template.html:1:13 template-path: \"who\" has no \"twon\" "
            "(did you mean \"town\"? It is used from themes/toy/pages/x.html:2.)");
    assert_string_equal(workshop_complain(&workshop, "<fd:use name=\"crad\"/>"),
            "1:1 template-component: there is no component \"crad\" (did you mean \"card\"?)");
    assert_string_equal(workshop_complain(&workshop, "<fd:use name=\"loop\"/>"),
            "components/loop/template.html:1:1 template-component: the component \"loop\" uses itself "
            "(A component cannot hold itself. It is used from themes/toy/pages/x.html:1.)");
    assert_string_equal(workshop_complain(&workshop, "<fd:use name=\"fine\" who=\"person\"/>"),
            "components/fine/template.html:1:13 template-optional: \"who.phone\" may be absent (Put this inside an "
            "element with fd:if=\"who.phone\". It is used from themes/toy/pages/x.html:1.)");
    assert_string_equal(workshop_complain(&workshop, "<fd:use fd:if=\"phone\" name=\"fine\" who=\"person\"/>"),
            "no complaint");
    assert_string_equal(workshop_complain(&workshop,
            "<fd:use fd:if=\"phone\" name=\"fine\" who=\"person\"><fd:fill slot=\"top\"/></fd:use>"),
            "1:48 template-slot: the component \"fine\" has no slot \"top\"");
    assert_string_equal(workshop_complain(&workshop, "<fd:slot/>"),
            "1:1 template-slot: nothing could fill this slot (Slots belong in components.)");
    workshop_close(&workshop);
}

static void
plurals_need_both_forms_and_a_number(void **state)
{
    static const struct mistake mistakes[] = {
        { "<p fd:t=\"\" fd:plural=\"pets\"><fd:one>A</fd:one></p>",
          "1:1 template-plural: a plural has two forms in English "
          "(Write <fd:one>...</fd:one> and <fd:other>...</fd:other>.)" },
        { "<p fd:t=\"\" fd:plural=\"town\"><fd:one>A</fd:one><fd:other>B</fd:other></p>",
          "1:23 template-plural: \"town\" cannot be counted (Count a number, days or a list.)" },
        { "<p fd:t=\"\" fd:plural=\"pets\"><fd:one>A</fd:one><fd:other><b>B</b></fd:other></p>",
          "1:47 template-plural: fd:one and fd:other hold different elements" },
        { "<p fd:t=\"\" fd:plural=\"pets\"><fd:one><i>A</i></fd:one><fd:other><b>B</b></fd:other></p>",
          "1:54 template-plural: fd:one and fd:other hold different elements" },
        { "<p fd:t=\"\" fd:plural=\"pets\"><fd:one><b/> A</fd:one><fd:other><b>B</b></fd:other></p>",
          "1:52 template-plural: fd:one and fd:other hold different elements" },
        { "<fd:one>1</fd:one>", "1:1 template-plural: \"fd:one\" stands alone "
          "(Put it right inside an element with fd:t and fd:plural.)" },
    };

    (void)state;
    CHECK(mistakes);
}

static void
words_are_collected_once_with_context_and_note(void **state)
{
    struct workshop workshop;
    const struct door_interface_word *word;
    size_t before;

    (void)state;
    workshop_open(&workshop);
    before = workshop.words.count;
    assert_non_null(workshop_draw(&workshop, "<p fd:t=\"\">A <b>b</b></p><p fd:t=\"\">A\n  <i>b</i></p>"
            "<p fd:t=\"verb\" fd:note=\"A button.\">A</p>", "en"));
    assert_int_equal(workshop.words.count, before + 2);
    assert_string_equal(workshop.words.items[before].text, "A <1>b</1>");
    word = &workshop.words.items[before + 1];
    assert_string_equal(word->context, "verb");
    assert_string_equal(word->note, "A button.");
    assert_string_equal(word->place.file, "themes/toy/pages/x.html");
    workshop_close(&workshop);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_no_table_has_are_refused_with_a_suggestion),
        cmocka_unit_test(secrets_are_not_read),
        cmocka_unit_test(what_may_be_absent_needs_an_if),
        cmocka_unit_test(lists_are_walked_and_values_are_not),
        cmocka_unit_test(conditions_that_could_never_hold_are_refused),
        cmocka_unit_test(words_outside_fd_t_are_refused),
        cmocka_unit_test(addresses_that_nobody_checked_are_refused),
        cmocka_unit_test(xml_that_is_not_well_formed_is_told_at_its_place),
        cmocka_unit_test(every_problem_is_told_at_once),
        cmocka_unit_test(mistakes_in_components_tell_who_used_them),
        cmocka_unit_test(plurals_need_both_forms_and_a_number),
        cmocka_unit_test(words_are_collected_once_with_context_and_note),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
