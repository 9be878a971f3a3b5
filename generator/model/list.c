#include "model/list.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/schema.h"

#define FEW 16

/* How two items are the same: by their bytes, by the text they point to, by what was written; or nobody minds. */
enum sameness {
    SAME_NEVER,
    SAME_BYTES,
    SAME_TEXT,
    SAME_WRITTEN,
};

static enum sameness
sameness_of(const struct door_field *field)
{
    switch (field->kind) {
    case DOOR_KIND_WORD:
    case DOOR_KIND_DATE:
    case DOOR_KIND_DAY:
        return SAME_BYTES;
    case DOOR_KIND_ID:
    case DOOR_KIND_LANGUAGE:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_FILE:
        return SAME_TEXT;
    case DOOR_KIND_REF:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_PROSE:
        return SAME_WRITTEN;
    case DOOR_KIND_BODY:
    case DOOR_KIND_YES:
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_DATES:
    case DOOR_KIND_TIMES:
    case DOOR_KIND_AGE:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
    case DOOR_KIND_DAYS:
    case DOOR_KIND_OPENING:
    case DOOR_KIND_RECORD:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        break;
    }
    return SAME_NEVER;
}

/* What makes an item the one it is, as a key. */
static const char *
key_of(struct door_arena *arena, enum sameness sameness, const char *item, size_t size, const struct door_node *node)
{
    char *key;
    size_t i;

    if (sameness == SAME_TEXT)
        return *(const char *const *)item;
    if (sameness == SAME_WRITTEN)
        return door_text_folded(arena, node->text);
    key = door_arena_alloc(arena, size * 2 + 1);
    for (i = 0; i < size; i++) {
        key[i * 2] = (char)('a' + ((unsigned char)item[i] >> 4));
        key[i * 2 + 1] = (char)('a' + ((unsigned char)item[i] & 15));
    }
    return key;
}

/* The items so far, by key. Nearly all lists are short, and then a walk finds it. */
struct seen {
    struct door_arena *arena;
    const char *few[FEW];
    struct door_map many;
    size_t count;
};

/* Was the key there before? From now on it is. */
static bool
see(struct seen *seen, const char *key)
{
    size_t i;

    if (seen->count < FEW) {
        for (i = 0; i < seen->count; i++)
            if (strcmp(seen->few[i], key) == 0)
                return true;
        seen->few[seen->count++] = key;
        return false;
    }
    for (i = 0; !seen->many.count && i < FEW; i++)
        door_map_put(&seen->many, seen->arena, seen->few[i], key);
    if (door_map_find(&seen->many, key))
        return true;
    door_map_put(&seen->many, seen->arena, key, key);
    return false;
}

bool
door_list_refuse_twice(struct door_check *check, const struct door_field *field, const struct door_list *list,
        const struct door_node *node)
{
    enum sameness sameness = sameness_of(field);
    size_t size = door_field_item_size(field), i = 0;
    const struct door_node *item = node->children;
    struct seen seen = { .arena = &check->scratch };
    bool twice = false;

    if (sameness == SAME_NEVER || list->count < 2)
        return false;
    for (; item; item = item->next, i++) {
        if (!see(&seen, key_of(&check->scratch, sameness, (const char *)list->items + i * size, size, item)))
            continue;
        door_diag_error(check->diag, item->place, "list-twice", "Keep it once.", "\"%s\" is listed twice", item->text);
        twice = true;
    }
    door_arena_empty(&check->scratch);
    return twice;
}
