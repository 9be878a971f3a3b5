#include "publish/known.h"

#include <string.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "model/offer.h"
#include "model/topic.h"

/* The texts of a list, or of one value that stands for it; of maps the texts under key. */
static struct door_ids
texts_of(struct door_arena *arena, const struct door_node *list, const char *key)
{
    const struct door_node *node, *items = list && list->type == DOOR_NODE_LIST ? list->children : list;
    const char **texts = NULL;
    size_t count = 0, capacity = 0;

    for (node = items; node; node = node->next) {
        const struct door_node *text = node->type == DOOR_NODE_MAP && key ? door_node_find(node, key) : node;

        if (text && text->text && text->text[0]) {
            texts = door_arena_grow(arena, texts, count, &capacity, sizeof *texts);
            texts[count++] = text->text;
        }
        if (items == list)
            break;      /* its next is the next field, not an item */
    }
    return (struct door_ids){ texts, count };
}

static struct door_ids
ids_of(struct door_arena *arena, const struct door_content *content, const struct door_record *record)
{
    const struct door_source *stages = door_content_find(content, "", "stages"), *sources;
    const char **ids;
    size_t count, i;

    if (record == &door_stage_record)
        return texts_of(arena, stages && stages->front && stages->front->type == DOOR_NODE_LIST ? stages->front : NULL,
                "id");
    sources = door_content_folder(content, record->folder, &count);
    ids = door_arena_array(arena, count, sizeof *ids);
    for (i = 0; i < count; i++)
        ids[i] = sources[i].id;
    return (struct door_ids){ ids, count };
}

void
door_known_gather(struct door_known *known, struct door_arena *arena, const struct door_content *content)
{
    const struct door_source *offer = door_content_find(content, "", "offer");
    size_t types = 0, i;

    while (door_offer_type(types))
        types++;
    known->ids = door_arena_array(arena, types, sizeof *known->ids);
    for (i = 0; i < types; i++)
        known->ids[i] = ids_of(arena, content, door_offer_type(i));
    known->media = (struct door_ids){ content->media, content->media_count };
    known->languages = texts_of(arena, offer && offer->front ? door_node_find(offer->front, "languages") : NULL, NULL);
}

struct door_ids
door_known_ids(const struct door_known *known, const struct door_record *record)
{
    const struct door_record *type;
    size_t i;

    for (i = 0; (type = door_offer_type(i)); i++)
        if (type == record)
            return known->ids[i];
    return (struct door_ids){ NULL, 0 };
}
