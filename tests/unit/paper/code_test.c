#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "paper/code.h"

#define ADDRESS "https://bfamilies.example/go/k3v9x2m7"

static void
a_code_reads_at_print_size(void **state)
{
    static const struct { const char *text; char level; double width_mm; } cases[] = {
        { ADDRESS, 'M', 28 }, { ADDRESS, 'Q', 72 }, { ADDRESS, 'M', 15 },
        { "https://x.example/\xd9\x85\xd8\xaf\xd8\xaf", 'M', 28 },
    };
    struct door_arena arena = { 0 };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct door_code *code = door_code_make(&arena, cases[i].text, cases[i].level);

        assert_non_null(code);
        assert_true(door_code_reads(code, cases[i].width_mm));
    }
    door_arena_release(&arena);
}

static void
a_spoilt_code_does_not_read(void **state)
{
    struct door_arena arena = { 0 };
    const struct door_code *code = door_code_make(&arena, ADDRESS, 'M');
    struct door_code spoilt = *code, other = *code;
    size_t count = (size_t)code->modules * (size_t)code->modules, i;
    unsigned char *dark = (unsigned char *)door_arena_copy(&arena, (const char *)code->dark, count);

    (void)state;
    for (i = count / 3; i < count * 2 / 3; i++)
        dark[i] = 1;
    spoilt.dark = dark;
    assert_false(door_code_reads(&spoilt, 28));
    other.text = "https://bfamilies.example/go/another1";
    assert_false(door_code_reads(&other, 28));
    assert_false(door_code_reads(code, 0));
    assert_false(door_code_reads(code, 3));
    door_arena_release(&arena);
}

static void
a_text_that_no_code_holds_gives_none(void **state)
{
    struct door_arena arena = { 0 };
    char *text = door_arena_alloc(&arena, 4001);

    (void)state;
    memset(text, 'a', 4000);
    assert_null(door_code_make(&arena, text, 'M'));
    assert_null(door_code_make(&arena, "", 'M'));
    door_arena_release(&arena);
}

static void
more_correction_needs_more_modules(void **state)
{
    struct door_arena arena = { 0 };

    (void)state;
    assert_int_equal(door_code_make(&arena, ADDRESS, 'M')->modules, 29);
    assert_int_equal(door_code_make(&arena, ADDRESS, 'Q')->modules, 33);
    door_arena_release(&arena);
}

static void
a_picture_is_the_same_every_time(void **state)
{
    struct door_arena arena = { 0 };
    struct door_buf a = { 0 }, b = { 0 };

    (void)state;
    door_code_write_png(door_code_make(&arena, ADDRESS, 'M'), 8, &a);
    door_code_write_png(door_code_make(&arena, ADDRESS, 'M'), 8, &b);
    assert_int_equal(a.size, b.size);
    assert_memory_equal(a.data, b.data, a.size);
    assert_memory_equal(a.data, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x28\0\0\x01\x28\x01\0", 26);  /* 37 x 8 = 296 */
    door_buf_release(&a);
    door_buf_release(&b);
    door_arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_reads_at_print_size),
        cmocka_unit_test(a_spoilt_code_does_not_read),
        cmocka_unit_test(a_text_that_no_code_holds_gives_none),
        cmocka_unit_test(more_correction_needs_more_modules),
        cmocka_unit_test(a_picture_is_the_same_every_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
