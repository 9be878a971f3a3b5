/*
 * value - what the harnesses of typed values share: a text is read, written down in the plainest form, and read again.
 */
#ifndef DOOR_TESTS_FUZZ_VALUE_H
#define DOOR_TESTS_FUZZ_VALUE_H

#include "fuzz.h"

#include "model/values.h"

/* The value in the form that says it most plainly, or NULL with the mistake. */
typedef const char *(*value_reader)(struct door_arena *arena, const char *text, struct door_mistake *mistake);

/* Whatever was read means the same when it is read from its plain form; whatever was not is told in words. */
static inline void
check_value(struct door_arena *arena, value_reader read, const char *text)
{
    struct door_mistake mistake = { 0 }, none = { 0 };
    const char *plain = read(arena, text, &mistake), *again;

    if (mistake.message || !plain) {
        size_t bad;

        assert(mistake.message && mistake.message[0] && mistake.id && mistake.id[0]);
        assert(!door_clean_find(mistake.message, strlen(mistake.message), &bad));
    }
    if (!plain)
        return;
    again = read(arena, plain, &none);
    assert(again && strcmp(again, plain) == 0);
}

/* As door_*_parse ask for it: clean, folded, no white space at its ends. NULL: not such a text. */
static inline const char *
value_text(struct door_arena *arena, const uint8_t *data, size_t size)
{
    struct door_span span = door_text_trim((struct door_span){ (const char *)data, size });
    size_t bad;

    if (!span.size || door_clean_find(span.start, span.size, &bad))
        return NULL;
    return door_arena_copy(arena, span.start, span.size);
}

static inline int
check_values(const value_reader *readers, size_t count, const uint8_t *data, size_t size)
{
    struct door_arena arena = { 0 };
    const char *text = value_text(&arena, data, size);
    size_t i;

    for (i = 0; text && i < count; i++)
        check_value(&arena, readers[i], text);
    door_arena_release(&arena);
    return 0;
}

#endif
