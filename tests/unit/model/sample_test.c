#include "model/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof (array) / sizeof *(array))

static const struct {
    const char *text, *value;   /* value NULL: none */
} texts[] = {
    { "Write to families@brackenshire.example.", "families@brackenshire.example" },
    { "See [us](https://www.brackenshire.example/massage)", "www.brackenshire.example" },
    { "For example, a towel. Good example.", NULL },
    { "a .example of it", NULL },
    { "https://www.example.org/ and my.example.com and x.examples", NULL },
    { "Call 01632 960 123", "01632 960 123" },
    { "[Call](tel:07700900123)", "07700900123" },
    { "Call 01904 551 550, not 07700 900 123", "07700 900 123" },
    { "Call 01904 551 550", NULL },
    { "", NULL },
};

static void
values_that_nobody_owns_are_found_in_texts(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        struct door_span value = { "", 0 };
        bool found = door_sample_find(texts[i].text, &value);

        if (found != (texts[i].value != NULL) || (found && !door_span_is(value, texts[i].value)))
            fail_msg("%s: \"%.*s\"", texts[i].text, (int)value.size, value.start);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_that_nobody_owns_are_found_in_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
