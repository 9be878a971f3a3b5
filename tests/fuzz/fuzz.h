/*
 * fuzz - what the harnesses of the fuzzer share. A harness is one way in: it hands bytes to the real functions and
 * asserts what must hold whatever the bytes are.
 *
 * Owns:   nothing.
 * Called: by libFuzzer (`make fuzz`), or by replay.c, which hands over the kept inputs of corpus/.
 * Never:  asks whether the input is right: only whether the program can be trusted with it.
 */
#ifndef DOOR_TESTS_FUZZ_H
#define DOOR_TESTS_FUZZ_H

/* A harness has no failures but these, whatever the flags of the build. */
#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/diag.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes with a NUL behind them, as door_file_read gives them; a step too far shows all the same. To be freed. */
static inline char *
fuzz_file(const uint8_t *data, size_t size)
{
    char *bytes = malloc(size + 1);

    assert(bytes);
    if (size)
        memcpy(bytes, data, size);
    bytes[size] = '\0';
    return bytes;
}

/* A text for an editor's terminal: there, clean, on one line. */
static inline void
fuzz_check_text(const char *text)
{
    size_t bad;

    assert(text && text[0]);
    assert(!door_clean_find(text, strlen(text), &bad));
    assert(!strpbrk(text, "\r\n"));
}

/* All that was told reads as it should. lines: how many lines the input has, 0 = not to be looked at. */
static inline void
fuzz_check_problems(struct door_diag *diag, size_t lines)
{
    size_t count, i;
    const struct door_problem *problems = door_diag_problems(diag, &count);

    for (i = 0; i < count; i++) {
        const struct door_problem *problem = &problems[i];

        fuzz_check_text(problem->message);
        fuzz_check_text(problem->id);
        if (problem->hint)
            assert(problem->hint[0]);
        assert(problem->place.file);
        assert(problem->place.line >= 0 && problem->place.column >= 0);
        if (lines)
            assert((size_t)problem->place.line <= lines);
    }
}

static inline size_t
fuzz_lines(const uint8_t *data, size_t size)
{
    size_t lines = 1, i;

    for (i = 0; i < size; i++)
        lines += data[i] == '\n' || data[i] == '\r';
    return lines;
}

#endif
