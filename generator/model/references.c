#include "model/references.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/prose.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/stray.h"
#include "model/offer.h"

/* Guessing looks at every id of a type; beyond this many problems nobody reads the guesses any more. */
#define MOST_GUESSES 200
#define FEW_IDS 12          /* fit into a hint */

struct search {
    const struct door_offer *offer;
    struct door_place place;
    struct door_arena *arena;
    struct door_diag *diag;
};

/* For a hint, so that a new type need not be told here. */
static const char *
name_types(struct door_arena *arena)
{
    const char *names = "The types are";
    const struct door_record *record;
    size_t i;

    for (i = 0; (record = door_offer_type(i)); i++)
        names = door_arena_format(arena, "%s%s %s", names, !i ? "" : door_offer_type(i + 1) ? "," : " and",
                record->name);
    return door_arena_format(arena, "%s.", names);
}

static bool
is_among(const struct search *search, const struct door_map *map, const struct door_record *record, const char *id)
{
    return door_map_find(map, door_arena_format(search->arena, "%s:%s", record->name, id)) != NULL;
}

/* The id of the entry that may be meant: one of this name, or with an id that is near. NULL if none is. */
static const char *
nearest(const struct search *search, const struct door_record *record, const char *typed)
{
    const struct door_list *list = door_offer_list(search->offer, record);
    const struct door_entry *const *entries = list->items;
    const char **ids = door_arena_array(search->arena, list->count + 1, sizeof *ids);
    size_t i;

    for (i = 0; i < list->count; i++) {
        const struct door_node *name = entries[i]->source ? door_node_find(entries[i]->source, "name") : NULL;

        if (name && name->text && door_text_same(name->text, typed))
            return entries[i]->id;
        ids[i] = entries[i]->id;
    }
    return door_text_nearest(typed, ids, list->count);
}

/* "There are: feeding, sleep." where they are few, else how to make one. */
static const char *
name_some(const struct search *search, const struct door_record *record, const char *typed)
{
    const struct door_list *list = door_offer_list(search->offer, record);
    const struct door_entry *const *entries = list->items;
    const char *names = "There are:";
    size_t i;

    for (i = 0; i < list->count && list->count <= FEW_IDS; i++)
        names = door_arena_format(search->arena, "%s %s%s", names, entries[i]->id, i + 1 < list->count ? "," : ".");
    if (list->count && list->count <= FEW_IDS)
        return names;
    typed = door_stray_suggest_id(search->arena, typed);
    return door_arena_format(search->arena, "Write the name of its file without the ending, or make it with: frontdoor "
            "new %s %s", record->name, typed[0] ? typed : "ID");
}

static const char *
guess(const struct search *search, const struct door_record *record, const char *id)
{
    const char *meant;

    if (door_diag_errors(search->diag) > MOST_GUESSES)
        return NULL;
    meant = nearest(search, record, id);
    return meant ? door_arena_format(search->arena, "did you mean \"%s\"?", meant) : name_some(search, record, id);
}

/* Where an entry of any type may stand. */
static const char *
guess_any(const struct search *search, const char *id)
{
    const struct door_record *record;
    const char *meant;
    size_t i;

    for (i = 0; door_diag_errors(search->diag) <= MOST_GUESSES && (record = door_offer_type(i)); i++) {
        meant = nearest(search, record, id);
        if (meant)
            return door_arena_format(search->arena, "did you mean \"%s:%s\"?", record->name, meant);
    }
    return "Write the type and the id of an entry: service:baby-massage.";
}

static const struct door_entry *
find_typed(const struct search *search, const struct door_record *record, const char *id)
{
    const struct door_entry *entry = door_offer_find(search->offer, record->name, id);

    if (entry)
        return entry;
    if (is_among(search, &search->offer->unread, record, id))
        return NULL;        /* its file has been reported */
    if (is_among(search, &search->offer->drafts, record, id))
        door_diag_error(search->diag, search->place, "ref-draft",
                "Take the link out, or take \"draft: yes\" out of that entry.", "the %s \"%s\" is a draft",
                record->name, id);
    else
        door_diag_error(search->diag, search->place, "ref-unknown", guess(search, record, id),
                "no %s has the id \"%s\"", record->name, id);
    return NULL;
}

/* A bare id where an entry of any type may stand. */
static const struct door_entry *
find_any(const struct search *search, const char *id)
{
    const struct door_entry *found = NULL, *entry;
    const struct door_record *record;
    size_t i;

    for (i = 0; (record = door_offer_type(i)); i++) {
        entry = door_offer_find(search->offer, record->name, id);
        if (entry && found) {
            door_diag_error(search->diag, search->place, "ref-ambiguous",
                    door_arena_format(search->arena, "Write %s:%s or %s:%s.", found->record->name, id,
                            record->name, id), "\"%s\" is the id of more than one entry", id);
            return NULL;
        }
        found = entry ? entry : found;
    }
    for (i = 0; !found && (record = door_offer_type(i)); i++)
        if (is_among(search, &search->offer->drafts, record, id)
                || is_among(search, &search->offer->unread, record, id))
            return find_typed(search, record, id);
    if (!found)
        door_diag_error(search->diag, search->place, "ref-unknown", guess_any(search, id),
                "nothing has the id \"%s\"", id);
    return found;
}

/* "place:thornleigh-hub" where a typed or an untyped reference may stand; size is that of "place". */
static const struct door_entry *
find_prefixed(const struct search *search, const struct door_record *wanted, const char *text, size_t size)
{
    const struct door_record *record = door_offer_type_named(text, size);

    if (!record) {
        door_diag_error(search->diag, search->place, "ref-type",
                name_types(search->arena),
                "\"%.*s\" is not a type of entry", (int)size, text);
        return NULL;
    }
    if (wanted && record != wanted) {
        door_diag_error(search->diag, search->place, "ref-type",
                door_arena_format(search->arena, "Write the id of %s %s.", door_article(wanted->name), wanted->name),
                "\"%s\" is %s %s; %s %s is wanted here", text, door_article(record->name), record->name,
                door_article(wanted->name), wanted->name);
        return NULL;
    }
    return find_typed(search, record, text + size + 1);
}

const struct door_entry *
door_reference_find(const struct door_offer *offer, const struct door_record *record, const char *text,
        struct door_place place, struct door_arena *arena, struct door_diag *diag)
{
    struct search search = { offer, place, arena, diag };
    const char *colon = strchr(text, ':');

    if (colon)
        return find_prefixed(&search, record, text, (size_t)(colon - text));
    return record ? find_typed(&search, record, text) : find_any(&search, text);
}

/* Addresses that leave the offer; content/markdown.c has checked their form. */
static bool
is_outside(const char *url)
{
    static const char *const schemes[] = { "https:", "http:", "tel:", "mailto:", "sms:" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(schemes); i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

static void
refuse_bare(const struct search *search, const char *url)
{
    const struct door_record *record;
    const char *hint = "Write the type and the id of an entry, [a hub](place:thornleigh-hub), or an https:// address.";
    size_t i;

    for (i = 0; (record = door_offer_type(i)); i++)
        if (door_offer_find(search->offer, record->name, url))
            hint = door_arena_format(search->arena, "Write %s:%s.", record->name, url);
    door_diag_error(search->diag, search->place, "link-type", hint, "the link \"%s\" does not say what it leads to",
            url);
}

static void
resolve(struct search *search, struct door_prose *prose)
{
    for (; prose; prose = prose->next) {
        if (prose->type == DOOR_PROSE_LINK && !prose->entry && !is_outside(prose->url)) {
            const char *colon = strchr(prose->url, ':');

            search->place = door_prose_place(prose, search->place.file);
            if (colon)
                prose->entry = find_prefixed(search, NULL, prose->url, (size_t)(colon - prose->url));
            else
                refuse_bare(search, prose->url);
        }
        resolve(search, prose->children);
    }
}

void
door_offer_resolve_links(const struct door_offer *offer, struct door_prose *prose, const char *file,
        struct door_diag *diag)
{
    struct door_arena scratch = { 0 };      /* hints only: diag keeps copies */
    struct search search = { offer, { .file = file }, &scratch, diag };

    if (prose)
        resolve(&search, prose->children);
    door_arena_release(&scratch);
}
