#include "language/translation.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/prose.h"
#include "base/text.h"
#include "content/markdown.h"
#include "language/catalogue.h"
#include "language/language.h"
#include "model/former.h"
#include "model/offer.h"
#include "model/sample.h"

/* What laying one catalogue over the pieces needs. */
struct overlay {
    struct door_arena *arena;
    const struct door_offer *offer;
    struct door_catalogue *catalogue;
    struct door_diag *diag;
    struct door_diag *unheard;      /* what is wrong with stale words: nobody's fault, the English stands in */
    struct door_buf key;
    size_t strays;                  /* messages that belong to nothing */
    struct door_place stray_place;  /* of the first that is only counted */
};

#define FEW_STRAYS 3    /* so many are told one by one: an entry that went takes dozens with it */

/* ---- contexts that have moved or gone ---- */

/* Follow a renamed entry, or warn of words that belong to nothing any more. */
static void
place_stray(struct overlay *overlay, const struct door_map *moved, const struct door_po_message *message)
{
    const char *field = message->context ? strchr(message->context, '#') : NULL;
    const char *entry = NULL;

    if (field)
        entry = door_map_find(moved, door_arena_copy(overlay->arena, message->context,
                (size_t)(field - message->context)));
    if (entry) {
        door_catalogue_move(overlay->catalogue, overlay->arena, message,
                door_arena_format(overlay->arena, "%s%s", entry, field));
        return;
    }
    if (overlay->strays++ == FEW_STRAYS)
        overlay->stray_place = message->place;
    if (overlay->strays > FEW_STRAYS)
        return;
    if (message->context)
        door_diag_warn(overlay->diag, message->place, "po-context",
                "Run \"frontdoor translations update\": it lays the words aside in case they come back.",
                "nothing in content/ is called \"%s\" any more", message->context);
    else
        door_diag_warn(overlay->diag, message->place, "po-context",
                "Run \"frontdoor translations update\": it writes each message with its msgctxt.",
                "\"%.60s\" has no msgctxt, so nothing shows where it belongs", message->id);
}

static void
place_strays(struct overlay *overlay)
{
    const struct door_pieces *pieces = &overlay->offer->pieces;
    const struct door_po *po = &overlay->catalogue->po;
    struct door_map contexts = { 0 }, moved = door_former_contexts(overlay->arena, overlay->offer);
    size_t i;

    for (i = 1; i < pieces->count; i++)
        door_map_put(&contexts, overlay->arena, pieces->items[i].context, &pieces->items[i]);
    for (i = 0; i < po->count; i++) {
        const struct door_po_message *message = &po->messages[i];

        if (!message->obsolete && !(message->context && door_map_find(&contexts, message->context)))
            place_stray(overlay, &moved, message);
    }
    if (overlay->strays > FEW_STRAYS)
        door_diag_warn(overlay->diag, overlay->stray_place, "po-context",
                "Run \"frontdoor translations update\": it lays the words aside in case they come back.",
                "%zu more messages belong to nothing in content/", overlay->strays - FEW_STRAYS);
}

/* ---- links ---- */

/* The addresses of a tree's links go into found. */
static void
collect_links(struct door_arena *arena, const struct door_prose *prose, struct door_map *found)
{
    for (; prose; prose = prose->next) {
        if (prose->type == DOOR_PROSE_LINK)
            door_map_put(found, arena, prose->url, prose);
        collect_links(arena, prose->children, found);
    }
}

static void
report_links(struct overlay *overlay, const struct door_prose *prose, const struct door_map *known,
        const struct door_po_message *message, bool lost)
{
    for (; prose; prose = prose->next) {
        if (prose->type == DOOR_PROSE_LINK && !door_map_find(known, prose->url)) {
            if (lost)
                door_diag_error(overlay->diag, message->text_place, "po-links",
                        "Write it as in the English: the words between [ and ] are yours, the address stays.",
                        "the link to \"%s\" is missing from the translation", prose->url);
            else
                door_diag_error(overlay->diag, message->text_place, "po-links",
                        "Keep the addresses of the English; only the words between [ and ] are translated.",
                        "the translation links to \"%s\", the English does not", prose->url);
        }
        report_links(overlay, prose->children, known, message, lost);
    }
}

static void
compare_links(struct overlay *overlay, const struct door_prose *source, const struct door_prose *translated,
        const struct door_po_message *message)
{
    struct door_map in_source = { 0 }, in_translation = { 0 };

    collect_links(overlay->arena, source->children, &in_source);
    collect_links(overlay->arena, translated->children, &in_translation);
    if (in_source.count == 0 && in_translation.count == 0)
        return;
    report_links(overlay, source->children, &in_translation, message, true);
    report_links(overlay, translated->children, &in_source, message, false);
}

/* ---- pieces ---- */

/* Words on which somebody acts at once: when they are out of date, the English is safer. */
static bool
must_be_fresh(const char *context)
{
    return door_text_starts(context, "offer#urgent") || door_text_starts(context, "notices/")
            || door_text_ends(context, "#status.why");
}

/* May the message be shown for this piece, and is it fresh or stale? MISSING = it may not. */
static enum door_state
state_of(const struct overlay *overlay, const struct door_piece *piece, const struct door_po_message *message)
{
    if (!message || message->text_count == 0 || !*message->texts[0])
        return DOOR_STATE_MISSING;
    if (!message->fuzzy)
        return DOOR_STATE_FRESH;    /* a machine's draft too: somebody has taken the mark away */
    if (message->machine)
        return DOOR_STATE_MISSING;
    if (overlay->offer->stale_translations == DOOR_STALE_SOURCE || must_be_fresh(piece->context))
        return DOOR_STATE_MISSING;
    return DOOR_STATE_STALE;
}

/* The tree of a translated leaf block; NULL after an error. Only words that are fresh must link as the English does. */
static const struct door_prose *
parse_leaf(struct overlay *overlay, const struct door_piece *piece, const struct door_po_message *message,
        enum door_state state, struct door_diag *diag)
{
    struct door_prose *leaf = door_markdown_inline(overlay->arena, message->text_place, message->texts[0], diag);

    if (!leaf)
        return NULL;
    leaf->type = piece->leaf->type;
    leaf->level = piece->leaf->level;
    leaf->piece = piece->leaf->piece;
    door_offer_resolve_links(overlay->offer, leaf, message->text_place.file, diag);
    if (state == DOOR_STATE_FRESH)
        compare_links(overlay, piece->leaf, leaf, message);
    return leaf;
}

static void
check_length(const struct door_piece *piece, const struct door_po_message *message, struct door_diag *diag)
{
    size_t length = door_text_length(message->texts[0]), limit = piece->field->limit;

    if (limit && length > limit)
        door_diag_error(diag, message->text_place, "text-long",
                "Say it in fewer words: there is no more room where it is shown.",
                "the translation has %zu characters, %zu too many (at most %zu)", length, length - limit, limit);
}

static struct door_said
source_of(const struct door_piece *piece, enum door_state state)
{
    return (struct door_said){ .text = piece->text, .leaf = piece->leaf, .language = 0,
            .state = (unsigned char)state };
}

static struct door_said
translate(struct overlay *overlay, const struct door_piece *piece, int index)
{
    const struct door_po_message *message = door_catalogue_find(overlay->catalogue, &overlay->key, piece->context,
            piece->text);
    enum door_state state = state_of(overlay, piece, message);
    struct door_said said = { .language = (unsigned short)index, .state = (unsigned char)state };
    struct door_diag *diag = state == DOOR_STATE_STALE ? overlay->unheard : overlay->diag;
    size_t errors = door_diag_errors(diag);

    if (state == DOOR_STATE_MISSING)
        return source_of(piece, state);
    if (message->plural_id)
        door_diag_error(diag, message->text_place, "po-plural",
                "Take the line of msgid_plural out, and write msgstr for msgstr[0].",
                "plural forms, where one text is translated by one text");
    check_length(piece, message, diag);
    door_sample_refuse(overlay->offer, message->texts[0], message->text_place, diag);
    said.text = message->texts[0];
    if (piece->leaf)
        said.leaf = parse_leaf(overlay, piece, message, state, diag);
    return door_diag_errors(diag) > errors ? source_of(piece, DOOR_STATE_MISSING) : said;
}

const struct door_said *
door_translation_source(struct door_arena *arena, const struct door_offer *offer)
{
    struct door_said *said = door_arena_array(arena, offer->pieces.count, sizeof *said);
    size_t i;

    for (i = 1; i < offer->pieces.count; i++)
        said[i] = source_of(&offer->pieces.items[i], DOOR_STATE_FRESH);
    return said;
}

const struct door_said *
door_translation_build(struct door_arena *arena, const struct door_offer *offer, struct door_catalogue *catalogue,
        int index, struct door_diag *diag)
{
    struct overlay overlay = { .arena = arena, .offer = offer, .catalogue = catalogue, .diag = diag,
            .unheard = door_diag_open() };
    struct door_said *said = door_arena_array(arena, offer->pieces.count, sizeof *said);
    size_t i;

    place_strays(&overlay);
    for (i = 1; i < offer->pieces.count; i++)
        said[i] = translate(&overlay, &offer->pieces.items[i], index);
    door_buf_release(&overlay.key);
    door_diag_close(overlay.unheard);
    return said;
}
