#include "language/words.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "content/po.h"
#include "model/schema.h"

static size_t
append(struct door_words *words, struct door_arena *arena, struct door_interface_word word)
{
    words->items = door_arena_grow(arena, words->items, words->count, &words->capacity, sizeof word);
    words->items[words->count] = word;
    return words->count++;
}

/* Numbers lie in the map one too high: it holds no NULL. */
static void
remember(struct door_words *words, struct door_arena *arena, const char *key, size_t number)
{
    door_map_put(&words->index, arena, key, (const void *)(uintptr_t)(number + 1));
}

static bool
recall(const struct door_words *words, const char *key, size_t *number)
{
    uintptr_t found = (uintptr_t)door_map_find(&words->index, key);

    *number = (size_t)found - 1;
    return found != 0;
}

size_t
door_words_add(struct door_words *words, struct door_arena *arena, struct door_interface_word word)
{
    const char *key;
    size_t number;

    assert(word.text && *word.text);
    key = door_po_key(arena, word.context, word.text);
    if (!recall(words, key, &number)) {
        word.again = false;
        number = append(words, arena, word);
        remember(words, arena, key, number);
        return number;
    }
    /* gettext has one message for a text, whether it is used as a plural or alone. */
    if (!words->items[number].plural)
        words->items[number].plural = word.plural;
    if (!words->items[number].note)
        words->items[number].note = word.note;
    return number;
}

size_t
door_words_add_enumeration(struct door_words *words, struct door_arena *arena,
        const struct door_enumeration *enumeration)
{
    /* No key of a word begins so: the labels of an enumeration are found by its name. */
    const char *name = door_arena_format(arena, "\006%s", enumeration->name);
    size_t first, i, number;

    if (recall(words, name, &first))
        return first;
    first = words->count;
    remember(words, arena, name, first);
    for (i = 0; i < enumeration->count; i++) {
        const struct door_word *word = &enumeration->words[i];
        struct door_interface_word label = { .context = enumeration->name,
                .text = word->label ? word->label : word->word };
        const char *key = door_po_key(arena, label.context, label.text);

        label.again = recall(words, key, &number);
        number = append(words, arena, label);
        if (!label.again)
            remember(words, arena, key, number);
    }
    return first;
}
