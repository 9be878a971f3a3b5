#include "language/plural.h"

#include <string.h>

#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/locale.h"

enum { CATEGORY_COUNT = 6, EXAMPLES = 4, LAST = 200 };

static const char *const categories[CATEGORY_COUNT] = { "zero", "one", "two", "few", "many", "other" };

struct door_plural {
    struct door_arena arena;        /* where this struct lies */
    UPluralRules *rules;
    size_t forms[CATEGORY_COUNT];   /* of each category */
    size_t numbers[CATEGORY_COUNT]; /* that take each form, of those to 200 */
    size_t count;
    bool millions;                  /* have a category of their own */
};

static size_t
category_of(const UPluralRules *rules, long number)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar word[16];
    char name[16];
    size_t i;

    uplrules_select(rules, (double)number, word, 16, &status);
    door_locale_expect(status, "plurals");
    u_austrcpy(name, word);
    for (i = 0; i < CATEGORY_COUNT - 1; i++)
        if (strcmp(name, categories[i]) == 0)
            break;
    return i;
}

/*
 * Up to 200 and 1,000 show every category that counting can need. A million is left out on purpose: French, Spanish,
 * Italian and Portuguese have a category for it alone, which no translator's tool knows and no page here says.
 */
static void
find_forms(struct door_plural *plural)
{
    bool taken[CATEGORY_COUNT] = { false };
    long number;
    size_t i;

    for (number = 0; number <= LAST; number++)
        taken[category_of(plural->rules, number)] = true;
    taken[category_of(plural->rules, 1000)] = true;
    plural->millions = !taken[category_of(plural->rules, 1000000)];
    for (i = 0; i < CATEGORY_COUNT; i++)
        if (taken[i])
            plural->forms[i] = plural->count++;
    for (i = 0; i < CATEGORY_COUNT; i++)
        if (!taken[i])
            plural->forms[i] = plural->count - 1;
    for (number = 0; number <= LAST; number++)
        plural->numbers[door_plural_choose(plural, number)]++;
}

struct door_plural *
door_plural_open(const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    struct door_locale locale = door_locale_of(code);
    struct door_arena arena = { 0 };
    struct door_plural *plural = door_arena_alloc(&arena, sizeof *plural);

    door_locale_begin();
    plural->arena = arena;
    plural->rules = uplrules_open(locale.name, &status);
    door_locale_expect(status, "plurals");
    find_forms(plural);
    return plural;
}

void
door_plural_close(struct door_plural *plural)
{
    struct door_arena arena = plural->arena;

    uplrules_close(plural->rules);
    door_arena_release(&arena);
}

size_t
door_plural_count(const struct door_plural *plural)
{
    return plural->count;
}

bool
door_plural_is_narrow(const struct door_plural *plural, size_t form)
{
    return plural->numbers[form] <= 2;
}

bool
door_plural_accepts(const struct door_plural *plural, size_t count)
{
    return count == plural->count || (plural->millions && count == plural->count + 1);
}

size_t
door_plural_written(const struct door_plural *plural, size_t count, size_t form)
{
    return count > plural->count && form == plural->count - 1 ? form + 1 : form;
}

size_t
door_plural_choose(const struct door_plural *plural, long number)
{
    return plural->forms[category_of(plural->rules, number)];
}

const char *
door_plural_examples(const struct door_plural *plural, struct door_arena *arena, size_t form)
{
    struct door_buf text = { 0 };
    const char *examples;
    long number;
    int found = 0;

    for (number = 0; number <= LAST && found < EXAMPLES; number++)
        if (door_plural_choose(plural, number) == form)
            door_buf_format(&text, "%s%ld", found++ ? ", " : "", number);
    examples = door_arena_text(arena, door_buf_string(&text));
    door_buf_release(&text);
    return examples;
}
