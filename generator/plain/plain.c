#include "plain/plain.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/prose.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "model/offer.h"
#include "plain/lexicon.h"
#include "plain/phone.h"
#include "plain/rules.h"

/* "services/baby-massage" of "services/baby-massage#summary" */
static size_t
entry_size(const char *context)
{
    return strcspn(context, "#");
}

static bool
is_same_entry(const struct door_piece *a, const struct door_piece *b)
{
    size_t size = entry_size(a->context);

    return strncmp(a->context, b->context, size) == 0 && b->context[size] == '#';
}

/* The program's own list comes first: an offer's may change what it says. */
static bool
load_words(struct door_lexicon *lexicon, struct door_arena *arena, const struct door_content *content,
        const char *path, struct door_diag *diag)
{
    const struct door_source *own = content ? door_content_find(content, "", "plain") : NULL;
    const struct door_node *root;
    size_t size;
    const char *bytes = door_file_read(arena, path, &size);

    if (!bytes)
        door_fail_path(path, errno);
    root = door_yaml_parse(arena, path, bytes, size, 0, diag);
    if (root)
        door_lexicon_load(lexicon, root, diag);
    if (own && own->front)
        door_lexicon_load(lexicon, own->front, diag);
    return root != NULL;
}

/* What may be silenced. */
static void
name_entries(struct door_lexicon *lexicon, struct door_arena *arena, const struct door_offer *offer)
{
    const struct door_pieces *pieces = &offer->pieces;
    size_t i;

    for (i = 1; i < pieces->count; i++) {
        const char *context = pieces->items[i].context;

        if (i == 1 || !is_same_entry(&pieces->items[i - 1], &pieces->items[i]))
            door_map_put(&lexicon->entries, arena, door_arena_copy(arena, context, entry_size(context)), context);
    }
}

enum { FIELD_LABEL = 12, ITEM_LABEL = 5 };

/*
 * Names, headings, roles and the like are no running text: Flesch leaves them out. They are told by having no end, and
 * by being short: an editor may leave out the last full stop of a paragraph.
 */
static bool
is_label(const struct door_piece *piece, const struct door_plain_text *text)
{
    if (piece->leaf && piece->leaf->type == DOOR_PROSE_HEADING)
        return true;
    return text->count < (piece->leaf ? ITEM_LABEL : FIELD_LABEL) && !text->has_end;
}

static void
tell_reading_age(struct door_rules *rules, const struct door_pieces *pieces)
{
    const struct door_plain_entry *entry = &rules->entry;
    double age = door_ease_age(&entry->ease);
    const struct door_token *first, *last;

    if (!rules->diag || age <= rules->lexicon->reading_age || !entry->hardest_piece)
        return;
    door_plain_text_read(&rules->text, &pieces->items[entry->hardest_piece], rules->lexicon);
    first = last = &rules->text.tokens[entry->hardest_token];
    while (!last->ends && last - first < 3)
        last++;
    door_rules_tell(rules, door_rules_place(rules, first), "plain-reading-age",
            door_arena_format(rules->arena, "Begin with the sentence \"%.*s ...\": use shorter words, or make two of "
                    "it.", (int)(last->start + last->size - first->start), door_token_bytes(&rules->text, first)),
            "this reads as for age %.1f, and %d is the most that suits everybody", age, rules->lexicon->reading_age);
}

static void
finish_entry(struct door_plain *plain, struct door_rules *rules, const struct door_pieces *pieces, const char *context)
{
    const struct door_ease *ease = &rules->entry.ease;

    door_ease_add(&plain->whole, ease);
    if (ease->words >= (size_t)rules->lexicon->reading_words) {
        tell_reading_age(rules, pieces);
        plain->entries = door_arena_grow(rules->arena, plain->entries, plain->count, &plain->capacity,
                sizeof *plain->entries);
        plain->entries[plain->count++] = (struct door_measured){
            door_arena_copy(rules->arena, context, entry_size(context)), *ease };
    }
    rules->entry = (struct door_plain_entry){ 0 };
}

static void
read_pieces(struct door_plain *plain, struct door_rules *rules, const struct door_pieces *pieces)
{
    size_t i;

    for (i = 1; i < pieces->count; i++) {
        const struct door_piece *piece = &pieces->items[i];

        if (rules->lexicon->silenced.count && (i == 1 || !is_same_entry(&pieces->items[i - 1], piece)))
            rules->name = door_arena_copy(rules->arena, piece->context, entry_size(piece->context));
        door_plain_text_read(&rules->text, piece, rules->lexicon);
        rules->alt = strcmp(piece->field->name, "alt") == 0;
        door_rules_judge(rules, i, is_label(piece, &rules->text));
        if (i + 1 == pieces->count || !is_same_entry(piece, &pieces->items[i + 1]))
            finish_entry(plain, rules, pieces, piece->context);
    }
}

static void
tell_phones(struct door_rules *rules, const struct door_offer *offer)
{
    const struct door_record *record;
    size_t i, k;

    rules->name = "offer";
    door_phone_tell_all(rules, &door_offer_record, offer->entry.source);
    for (i = 0; (record = door_offer_type(i)); i++) {
        const struct door_list *list = door_offer_list(offer, record);
        const struct door_entry *const *entries = list->items;

        for (k = 0; k < list->count; k++) {
            if (rules->lexicon->silenced.count)
                rules->name = door_arena_format(rules->arena, "%s/%s", record->folder, entries[k]->id);
            door_phone_tell_all(rules, record, entries[k]->source);
        }
    }
}

void
door_plain_read(struct door_plain *plain, struct door_arena *arena, const struct door_offer *offer,
        const struct door_content *content, const char *words, struct door_diag *diag)
{
    const char *language = *(const char *const *)offer->languages.items;
    struct door_lexicon lexicon = { .arena = arena };
    struct door_rules rules = {
        .lexicon = &lexicon, .arena = arena, .diag = content ? diag : NULL,
        .errors = offer->plain == DOOR_STRICTNESS_ERROR, .sight = { .root = content ? content->root : "" },
    };

    if (strcmp(language, "en") != 0 && !door_text_starts(language, "en-"))
        return;
    if (content && door_content_find(content, "", "plain"))
        name_entries(&lexicon, arena, offer);
    if (load_words(&lexicon, arena, content, words, diag)) {
        read_pieces(plain, &rules, &offer->pieces);
        if (content)
            tell_phones(&rules, offer);
    }
    door_plain_text_release(&rules.text);
    door_sight_release(&rules.sight);
}
