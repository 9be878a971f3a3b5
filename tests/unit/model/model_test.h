/*
 * What the tests of the model share: tables of values that are read or refused, and small offers from strings.
 */
#ifndef DOOR_TESTS_MODEL_TEST_H
#define DOOR_TESTS_MODEL_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/values.h"

/* A parser under test: the value in words of the test's own, or NULL with the mistake. */
typedef const char *(*reader)(struct door_arena *arena, const char *text, struct door_mistake *mistake);

struct right {
    const char *typed, *value;
};

struct wrong {
    const char *typed, *id, *message, *hint;
};

static inline void
assert_all_read(reader read, const struct right *cases, size_t count)
{
    struct door_arena arena = { 0 };
    size_t i;

    for (i = 0; i < count; i++) {
        struct door_mistake mistake = { 0 };
        const char *value = read(&arena, cases[i].typed, &mistake);

        if (!value)
            print_error("%s: %s\n", cases[i].typed, mistake.message);
        assert_non_null(value);
        assert_string_equal(value, cases[i].value);
        if (mistake.message)
            print_error("%s: %s\n", cases[i].typed, mistake.message);
        assert_null(mistake.message);
    }
    door_arena_release(&arena);
}

/* Each is refused, or (taken) worth a warning, with exactly these words. */
static inline void
assert_all_told(reader read, const struct wrong *cases, size_t count, bool taken)
{
    struct door_arena arena = { 0 };
    size_t i;

    for (i = 0; i < count; i++) {
        struct door_mistake mistake = { 0 };
        const char *value = read(&arena, cases[i].typed, &mistake);

        if ((value != NULL) != taken || !mistake.message)
            print_error("%s gives %s\n", cases[i].typed, value ? value : "nothing");
        assert_int_equal(value != NULL, taken);
        assert_non_null(mistake.message);
        assert_string_equal(mistake.message, cases[i].message);
        assert_string_equal(mistake.id, cases[i].id);
        assert_string_equal(mistake.hint ? mistake.hint : "", cases[i].hint);
    }
    door_arena_release(&arena);
}

#define ASSERT_ALL_READ(read, cases) assert_all_read(read, cases, sizeof cases / sizeof *cases)
#define ASSERT_ALL_REFUSED(read, cases) assert_all_told(read, cases, sizeof cases / sizeof *cases, false)
#define ASSERT_ALL_DOUBTED(read, cases) assert_all_told(read, cases, sizeof cases / sizeof *cases, true)

#endif
