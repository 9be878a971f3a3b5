#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/files.h"
#include "commands/commands.h"
#include "commands/create.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "content/po_file.h"
#include "model/former.h"
#include "model/offer.h"

/* Put a catalogue in the place of the old one, whole or not at all. A catalogue that stays the same is not touched. */
static bool
replace_file(struct door_arena *arena, const char *path, const struct door_buf *text)
{
    size_t size;
    const char *old = door_file_read(arena, path, &size);

    if (old && size == text->size && memcmp(old, text->data, size) == 0)
        return false;
    return door_create_file(path, text->data, text->size, true);
}

static const struct door_po_wanted *
interface_words(struct door_edition *edition, size_t *count)
{
    const struct door_words *words = &edition->words;
    struct door_po_wanted *wanted = door_arena_array(&edition->arena, words->count, sizeof *wanted);
    size_t i;

    *count = 0;
    for (i = 0; i < words->count; i++) {
        const struct door_interface_word *word = &words->items[i];

        if (!word->again)
            wanted[(*count)++] = (struct door_po_wanted){ .context = word->context, .id = word->text,
                .plural_id = word->plural, .note = word->note, .place = word->place };
    }
    return wanted;
}

static const struct door_po_wanted *
offer_words(struct door_edition *edition, size_t *count)
{
    const struct door_pieces *pieces = &edition->site.offer->pieces;
    struct door_po_wanted *wanted = door_arena_array(&edition->arena, pieces->count, sizeof *wanted);
    size_t i;

    *count = pieces->count - 1;
    for (i = 1; i < pieces->count; i++)
        wanted[i - 1] = (struct door_po_wanted){ .context = pieces->items[i].context, .id = pieces->items[i].text,
            .note = pieces->items[i].field->help, .place = pieces->items[i].place,
            .limit = pieces->items[i].field->limit };
    return wanted;
}

static void
update(struct door_edition *edition, const struct door_options *options, const char *language, const char *name,
        const struct door_po_wanted *wanted, size_t count, const struct door_map *moved)
{
    struct door_arena *arena = &edition->arena;
    const char *file = door_arena_format(arena, "translations/%s/%s", language, name);
    const char *path = door_path_join(arena, options->offer, file);
    struct door_buf text = { 0 };

    if (door_po_update(arena, path, file, language, wanted, count, moved, &text, edition->diag)
            && replace_file(arena, path, &text) && !options->quiet)
        fprintf(stderr, "%s: %zu messages\n", file, count);
    door_buf_release(&text);
}

/*
 * The interface's words are the program's own; an offer has a catalogue of them only where it says them differently. In
 * the program's own tree the two are one.
 */
static bool
has_interface(struct door_edition *edition, const struct door_options *options, const char *language)
{
    char offer[PATH_MAX], program[PATH_MAX];
    const char *path = door_arena_format(&edition->arena, "%s/translations/%s/interface.po", options->offer, language);

    return door_file_exists(path) || (realpath(options->offer, offer) && realpath(edition->built_in, program)
            && strcmp(offer, program) == 0);
}

static void
update_all(struct door_edition *edition, const struct door_options *options)
{
    size_t words, pieces, i;
    const struct door_po_wanted *interface = interface_words(edition, &words);
    const struct door_po_wanted *offer = offer_words(edition, &pieces);

    struct door_map moved = door_former_contexts(&edition->arena, edition->site.offer);

    for (i = 1; i < edition->languages.count; i++) {
        const char *language = edition->languages.items[i].code;

        if (has_interface(edition, options, language))
            update(edition, options, language, "interface.po", interface, words, NULL);
        update(edition, options, language, "offer.po", offer, pieces, &moved);
    }
}

int
door_command_translations(const struct door_options *options)
{
    struct door_edition edition;
    int status;

    if (!options->verb || strcmp(options->verb, "update") != 0) {
        fprintf(stderr, "frontdoor translations: say what to do: frontdoor translations update [OFFER]\n");
        return 2;
    }
    if (door_edition_open(&edition, options))
        update_all(&edition, options);
    status = door_edition_report(&edition, options);
    door_edition_close(&edition);
    return status;
}
