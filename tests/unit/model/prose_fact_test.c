#include "model/prose_fact.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof (array) / sizeof *(array))

static const struct {
    const char *text, *fact;    /* fact NULL: none */
    enum door_prose_fact kind;
} texts[] = {
    { "Call 01632 960 123 to book.", "01632 960 123", DOOR_PROSE_FACT_PHONE },
    { "Call (01632) 960123.", "(01632) 960123", DOOR_PROSE_FACT_PHONE },
    { "Text 07700-900-123", "07700-900-123", DOOR_PROSE_FACT_PHONE },
    { "+44 (0)1632 960 123", "+44 (0)1632 960 123", DOOR_PROSE_FACT_PHONE },
    { "Free on 0808 157 0111, day and night", "0808 157 0111", DOOR_PROSE_FACT_PHONE },
    { "Call 999, 111 or 55.", NULL, 0 },
    { "In 2026 we saw 0 or 1 of 20 000 families.", NULL, 0 },
    { "Our number is 1234567.", NULL, 0 },
    { "Charity 1055555555", NULL, 0 },
    { "At ZB1 2AB, by the river", "ZB1 2AB", DOOR_PROSE_FACT_POSTCODE },
    { "M1 1AE", "M1 1AE", DOOR_PROSE_FACT_POSTCODE },
    { "EC1A 1BB", "EC1A 1BB", DOOR_PROSE_FACT_POSTCODE },
    { "The A1 2nd exit, B12 3 miles on", NULL, 0 },
    { "room B1 2ABC", NULL, 0 },
    { "Bring \xC2\xA3" "3.50.", "\xC2\xA3" "3.50", DOOR_PROSE_FACT_PRICE },
    { "caf\xC3\xA9\xC2\xA3" "2", "\xC2\xA3" "2", DOOR_PROSE_FACT_PRICE },
    { "It costs \xC2\xA3" "1,200, once", "\xC2\xA3" "1,200", DOOR_PROSE_FACT_PRICE },
    { "50p a cup", "50p", DOOR_PROSE_FACT_PRICE },
    { "a \xC2\xA3 sign, and 720p", NULL, 0 },
    { "Come at 9am", "9am", DOOR_PROSE_FACT_TIME },
    { "9.30 am to 10", "9.30 am", DOOR_PROSE_FACT_TIME },
    { "doors at 14:00", "14:00", DOOR_PROSE_FACT_TIME },
    { "(10pm)", "10pm", DOOR_PROSE_FACT_TIME },
    { "1:1 help, 24/7, at 6 amazing clubs, 2:100", NULL, 0 },
    { "9 to 12 months, 3.5 kg, 10 pm2", NULL, 0 },
    { "day or night", NULL, 0 },
    { "", NULL, 0 },
};

static void
facts_are_found_and_other_numbers_are_not(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        enum door_prose_fact kind = DOOR_PROSE_FACT_PHONE;
        struct door_span fact = { "", 0 };
        bool found = door_prose_fact_find(texts[i].text, &kind, &fact);

        if (found != (texts[i].fact != NULL) || (found && (!door_span_is(fact, texts[i].fact) || kind != texts[i].kind)))
            fail_msg("%s: \"%.*s\"", texts[i].text, (int)fact.size, fact.start);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_are_found_and_other_numbers_are_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
