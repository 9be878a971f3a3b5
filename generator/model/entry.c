#include "model/entry.h"

#include "base/arena.h"
#include "base/map.h"
#include "model/check.h"
#include "model/offer.h"

static const struct door_field fields[] = {
    { "was", DOOR_KIND_ID, DOOR_LIST, offsetof(struct door_entry, was),
      .help = "Earlier ids (file names) of this entry; their addresses and codes keep working." },
    { "draft", DOOR_KIND_YES, 0, offsetof(struct door_entry, draft),
      .help = "Write yes to keep this entry out of everything that is published." },
    { "owner", DOOR_KIND_EMAIL, DOOR_SECRET, offsetof(struct door_entry, owner),
      .help = "The e-mail address of who keeps this entry right; it is never published." },
};

/* An old id must lead to one entry, and to no other than this. */
static void
check_entry(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_entry *entry = record;
    const char *const *ids = entry->was.items;
    size_t i;

    for (i = 0; i < entry->was.count; i++) {
        const char *key = door_arena_format(check->arena, "%s:%s", entry->record->name, ids[i]);
        const struct door_entry *other = door_map_find(&check->was, key);

        if (door_map_find(&check->offer->index, key))
            door_check_error(check, node, "was", "was-taken", "Take it out: that entry has the address itself.",
                    "%s %s has the id \"%s\" today", door_article(entry->record->name), entry->record->name, ids[i]);
        else if (other && other->record == &door_offer_record)
            door_check_error(check, node, "was", "was-twice", "Take it out of \"gone\" in offer.yaml.",
                    "offer.yaml says that the %s \"%s\" is gone", entry->record->name, ids[i]);
        else if (other && other != entry)
            door_check_error(check, node, "was", "was-twice", "Only one entry can follow another.",
                    "the %s \"%s\" says that it was \"%s\" too", entry->record->name, other->id, ids[i]);
        door_map_put(&check->was, check->arena, key, entry);
    }
}

const struct door_record door_entry_record = {
    .name = "entry", .size = sizeof(struct door_entry),
    .fields = fields, .field_count = DOOR_COUNT(fields), .check = check_entry,
};

bool
door_entry_is_among(const struct door_entry *entry, const struct door_list *refs)
{
    size_t i;

    for (i = 0; i < refs->count; i++)
        if (((const struct door_entry *const *)refs->items)[i] == entry)
            return true;
    return false;
}
