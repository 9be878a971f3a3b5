#include "model_test.h"

static const char *
read_phone(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *value = NULL;

    return door_phone_parse(arena, text, &value, mistake) ? value : NULL;
}

static const char *
read_email(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *value = NULL;

    return door_email_parse(arena, text, &value, mistake) ? value : NULL;
}

static const char *
read_url(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *value = NULL;

    return door_url_parse(arena, text, &value, mistake) ? value : NULL;
}

static const char *
read_postcode(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *value = NULL;

    return door_postcode_parse(arena, text, &value, mistake) ? value : NULL;
}

static void
phones_keep_the_groups_in_which_they_were_typed(void **state)
{
    static const struct right cases[] = {
        { "01632 960 123", "01632 960 123" },
        { "01632  960123", "01632 960123" },
        { "020 7946 0018", "020 7946 0018" },
        { "+44 1632 960123", "+44 1632 960123" },
        { "999", "999" }, { "111", "111" }, { "116 123", "116 123" }, { "85258", "85258" },
        { "0800 1111", "0800 1111" }, { "0800 123 456", "0800 123 456" }, { "01204 12345", "01204 12345" },
        { "+353 1 234 5678", "+353 1 234 5678" },
    };

    (void)state;
    ASSERT_ALL_READ(read_phone, cases);
}

static void
phones_of_an_odd_length_are_doubted(void **state)
{
    static const char hint[] = "Check it: British numbers have 11 digits, with the 0.";
    const struct wrong cases[] = {
        { "01632 960 12", "phone", "\"01632 960 12\" has 10 digits, an odd length for a phone number", hint },
        { "01632 960 1234", "phone", "\"01632 960 1234\" has 12 digits, an odd length for a phone number", hint },
        { "+44 1632 96012", "phone", "\"+44 1632 96012\" has 11 digits, an odd length for a phone number", hint },
        { "12345", "phone", "\"12345\" has 5 digits, an odd length for a phone number", hint },
        { "113", "phone", "\"113\" has 3 digits, an odd length for a phone number", hint },
        { "960 1234", "phone", "\"960 1234\" has 7 digits, an odd length for a phone number", hint },
    };

    (void)state;
    ASSERT_ALL_DOUBTED(read_phone, cases);
}

static void
phones_with_anything_but_digits_are_refused(void **state)
{
    static const char hint[] =
            "Write digits and spaces only, 01632 960 123; what else there is to say goes into its own field.";
    const struct wrong cases[] = {
        { "01632 960 123 ext 5", "phone", "\"01632 960 123 ext 5\" is not a phone number", hint },
        { "(01632) 960 123", "phone", "\"(01632) 960 123\" is not a phone number", hint },
        { "01632-960-123", "phone", "\"01632-960-123\" is not a phone number", hint },
        { "44+1632", "phone", "\"44+1632\" is not a phone number", hint },
        { "12", "phone", "\"12\" is not a phone number", hint },
        { "ask at the desk", "phone", "\"ask at the desk\" is not a phone number", hint },
    };

    (void)state;
    ASSERT_ALL_REFUSED(read_phone, cases);
}

static void
sample_numbers_and_addresses_are_known(void **state)
{
    (void)state;
    assert_true(door_phone_is_sample("01632 960 123"));
    assert_true(door_phone_is_sample("+44 7700 900 111"));
    assert_true(door_phone_is_sample("0207 946 0018"));
    assert_false(door_phone_is_sample("01632 970 123"));
    assert_false(door_phone_is_sample("999"));
    assert_true(door_address_is_sample("families@brackenshire.example"));
    assert_true(door_address_is_sample("https://Families.Brackenshire.EXAMPLE:8080/a"));
    assert_false(door_address_is_sample("https://york.gov.uk/a.example"));
    assert_false(door_address_is_sample("example@york.gov.uk"));
}

static void
phones_dial_with_the_code_of_the_country(void **state)
{
    static const char *const cases[][2] = {
        { "01632 960 123", "+441632960123" }, { "07700 900 123", "+447700900123" }, { "+44 1632 960123", "+441632960123" },
        { "999", "999" }, { "111", "111" }, { "0808 157 0111", "+448081570111" },
    };
    struct door_arena arena = { 0 };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(door_phone_dialled(&arena, cases[i][0]), cases[i][1]);
    door_arena_release(&arena);
}

static void
emails_need_one_at_and_a_host(void **state)
{
    static const struct right right[] = {
        { "families@brackenshire.example", "families@brackenshire.example" },
        { "first.last+x@a-b.gov.uk", "first.last+x@a-b.gov.uk" },
    };
    static const char hint[] = "Write it as families@council.gov.uk.";
    const struct wrong wrong[] = {
        { "families", "email", "\"families\" is not an e-mail address", hint },
        { "families@york", "email", "\"families@york\" is not an e-mail address", hint },
        { "@york.gov.uk", "email", "\"@york.gov.uk\" is not an e-mail address", hint },
        { "a b@york.gov.uk", "email", "\"a b@york.gov.uk\" is not an e-mail address", hint },
        { "a@b@york.gov.uk", "email", "\"a@b@york.gov.uk\" is not an e-mail address", hint },
        { "a.@york.gov.uk", "email", "\"a.@york.gov.uk\" is not an e-mail address", hint },
        { "a..b@york.gov.uk", "email", "\"a..b@york.gov.uk\" is not an e-mail address", hint },
        { "a@york..uk", "email", "\"a@york..uk\" is not an e-mail address", hint },
        { "Families <a@york.gov.uk>", "email", "\"Families <a@york.gov.uk>\" is not an e-mail address", hint },
        { "mailto:a@york.gov.uk", "email", "\"mailto:a@york.gov.uk\" is not an e-mail address",
          "Write the address alone, without \"mailto:\"." },
    };

    (void)state;
    ASSERT_ALL_READ(read_email, right);
    ASSERT_ALL_REFUSED(read_email, wrong);
}

static void
web_addresses_are_https(void **state)
{
    static const struct right right[] = {
        { "https://york.gov.uk", "https://york.gov.uk" },
        { "https://www.york.gov.uk/families?x=1&y=2#top", "https://www.york.gov.uk/families?x=1&y=2#top" },
        { "https://york.gov.uk:8443/a", "https://york.gov.uk:8443/a" },
        { "HTTPS://York.gov.uk/A", "https://York.gov.uk/A" },
    };
    static const struct wrong doubted[] = {
        { "http://york.gov.uk/a", "link-http", "\"http://york.gov.uk/a\" is not a secure address",
          "Try https://york.gov.uk/a, and write that if it opens." },
    };
    static const char usual[] = "Write it as https://www.council.gov.uk/families.";
    static const char scheme[] =
            "Only https: addresses are allowed here; phones and e-mail addresses have fields of their own.";
    const struct wrong wrong[] = {
        { "www.york.gov.uk/a", "url", "\"www.york.gov.uk/a\" has no https:// in front",
          "Write \"https://www.york.gov.uk/a\"." },
        { "javascript:alert(1)", "url", "\"javascript:alert(1)\" is not a web address", scheme },
        { "data:text/html,x", "url", "\"data:text/html,x\" is not a web address", scheme },
        { "tel:999", "url", "\"tel:999\" is not a web address", scheme },
        { "ftp://york.gov.uk", "url", "\"ftp://york.gov.uk\" is not a web address", scheme },
        { "https://", "url", "\"https://\" is not a web address", usual },
        { "https://www.york", "url", "\"https://www.york\" is not a web address", usual },
        { "https://york", "url", "\"https://york\" is not a web address", usual },
        { "https://york.gov.uk/a b", "url", "\"https://york.gov.uk/a b\" is not a web address", usual },
        { "https://me@york.gov.uk/", "url", "\"https://me@york.gov.uk/\" is not a web address", usual },
        { "https://york.gov.uk:abc/", "url", "\"https://york.gov.uk:abc/\" is not a web address", usual },
        { "https://york.gov.uk/\"x", "url", "\"https://york.gov.uk/\"x\" is not a web address", usual },
        { "our website", "url", "\"our website\" is not a web address", usual },
    };

    (void)state;
    ASSERT_ALL_READ(read_url, right);
    ASSERT_ALL_DOUBTED(read_url, doubted);
    ASSERT_ALL_REFUSED(read_url, wrong);
}

static void
postcodes_are_brought_into_one_form(void **state)
{
    static const struct right right[] = {
        { "YO1 7HH", "YO1 7HH" }, { "yo17hh", "YO1 7HH" }, { "M1 1AE", "M1 1AE" }, { "m60 1nw", "M60 1NW" },
        { "CR2 6XH", "CR2 6XH" }, { "DN55 1PT", "DN55 1PT" }, { "W1A 1HQ", "W1A 1HQ" }, { "EC1A 1BB", "EC1A 1BB" },
        { "GIR 0AA", "GIR 0AA" },
    };
    static const char letters[] = "Write it as YO1 7HH: none of the last two letters is I or O.";
    const struct wrong wrong[] = {
        { "YO1", "postcode", "\"YO1\" is not a postcode", "Write it as YO1 7HH." },
        { "YO1 7H", "postcode", "\"YO1 7H\" is not a postcode", "Write it as YO1 7HH." },
        { "Y01 7HHH", "postcode", "\"Y01 7HHH\" is not a postcode", "Write it as YO1 7HH." },
        { "ABC 1AA", "postcode", "\"ABC 1AA\" is not a postcode", "Write it as YO1 7HH." },
        { "12345", "postcode", "\"12345\" is not a postcode", "Write it as YO1 7HH." },
        { "Y01 7HH", "postcode", "\"Y01 7HH\" is not a postcode", "Write YO1 7HH." },
        { "YO1-7HH", "postcode", "\"YO1-7HH\" is not a postcode", "Write YO1 7HH." },
        { "YOl IHH", "postcode", "\"YOl IHH\" is not a postcode", "Write YO1 1HH." },
        { "YO1 7OH", "postcode", "\"YO1 7OH\" is not a postcode", letters },
    };

    (void)state;
    ASSERT_ALL_READ(read_postcode, right);
    ASSERT_ALL_REFUSED(read_postcode, wrong);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phones_keep_the_groups_in_which_they_were_typed),
        cmocka_unit_test(phones_of_an_odd_length_are_doubted),
        cmocka_unit_test(phones_with_anything_but_digits_are_refused),
        cmocka_unit_test(sample_numbers_and_addresses_are_known),
        cmocka_unit_test(phones_dial_with_the_code_of_the_country),
        cmocka_unit_test(emails_need_one_at_and_a_host),
        cmocka_unit_test(web_addresses_are_https),
        cmocka_unit_test(postcodes_are_brought_into_one_form),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
