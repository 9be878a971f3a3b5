#include "language/language.h"

#include <assert.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/text.h"
#include "language/catalogue.h"
#include "language/interface.h"
#include "language/locale.h"
#include "language/translation.h"
#include "language/words.h"
#include "model/offer.h"

/* What every language is made from. */
struct load {
    struct door_arena *arena;
    const struct door_offer *offer;
    const struct door_words *words;
    const char *root, *interface_folder;
    struct door_diag *diag;
};

/* Two names of one file: the offer that carries the built-in words is that of the project itself. */
static bool
same_file(const char *a, const char *b)
{
    struct stat left, right;

    return stat(a, &left) == 0 && stat(b, &right) == 0 && left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

static bool
is_worded(const struct door_language *language)
{
    size_t i;

    for (i = 0; i < language->phrase_count; i++)
        if (language->phrases[i].missing)
            return false;
    return true;
}

static void
load_phrases(const struct load *load, struct door_language *language)
{
    const char *shown = door_arena_format(load->arena, "translations/%s/interface.po", language->code);
    const char *own_path = door_path_join(load->arena, load->root, shown);
    const char *built_in_path = door_arena_format(load->arena, "%s/%s/interface.po", load->interface_folder,
            language->code);
    struct door_catalogue own = { 0 }, built_in = { 0 };

    language->phrase_count = load->words->count;
    language->native = true;
    if (door_locale_is_english(language->code)) {
        language->phrases = door_interface_english(load->arena, load->words);
        return;
    }
    if (!door_diag_is_set_aside(load->diag, shown))
        door_catalogue_read(load->arena, own_path, shown, &own, load->diag);
    door_catalogue_check_language(&own, load->arena, language->code, load->diag);
    if (!same_file(own_path, built_in_path))
        door_catalogue_read(load->arena, built_in_path, built_in_path, &built_in, load->diag);
    language->native = door_catalogue_was_read(own.po.count ? &own : &built_in);
    language->phrases = door_interface_build(load->arena, load->words, language->code, &own, &built_in, load->diag);
}

static void
load_pieces(const struct load *load, struct door_language *language)
{
    const char *shown = door_arena_format(load->arena, "translations/%s/offer.po", language->code);
    struct door_catalogue catalogue = { 0 };

    language->piece_count = load->offer->pieces.count;
    if (language->index == 0) {
        language->pieces = door_translation_source(load->arena, load->offer);
        return;
    }
    if (!door_diag_is_set_aside(load->diag, shown))
        door_catalogue_read(load->arena, door_path_join(load->arena, load->root, shown), shown, &catalogue, load->diag);
    door_catalogue_check_language(&catalogue, load->arena, language->code, load->diag);
    language->native = language->native && door_catalogue_was_read(&catalogue);
    language->pieces = door_translation_build(load->arena, load->offer, &catalogue, language->index, load->diag);
}

static void
describe(const struct load *load, const struct door_languages *languages, struct door_language *language)
{
    language->own_name = door_locale_own_name(load->arena, languages, language->code);
    language->locale = door_locale_with_land(load->arena, language->code);
    language->right_to_left = door_locale_is_right_to_left(language->code);
    if (!door_locale_is_known(language->code))
        door_diag_warn(load->diag, load->offer->entry.place, "language-dates",
                "Its pages can be published all the same.",
                "dates and numbers in \"%s\" are written as in English: ICU does not know that language",
                language->code);
}

/* Translations that lie in the wrong place, or are those of a language that the offer does not have, stay unread. */
static void
survey(const struct load *load, const struct door_languages *languages)
{
    const char *folder = door_path_join(load->arena, load->root, "translations");
    const char *const *codes = load->offer->languages.items;
    struct door_file *files;
    const char *meant;
    size_t count, i;

    files = door_files_list(load->arena, folder, &count);
    for (i = 0; files && i < count; i++) {
        const char *name = files[i].name, *shown = door_arena_format(load->arena, "translations/%s", name);
        const char *inside = door_arena_format(load->arena, "%s/%s/offer.po", folder, name);
        struct door_place place = { shown, 0, 0 };

        meant = door_text_did_you_mean(load->arena, name, codes, languages->count);
        if (door_text_ends(name, ".po"))
            door_diag_warn(load->diag, place, "file-stray", door_arena_format(load->arena,
                    "Move it to translations/%.*s/offer.po.", (int)strlen(name) - 3, name), "\"%s\" is not read", name);
        else if (door_file_exists(inside) && !door_languages_find(languages, name))
            door_diag_warn(load->diag, place, "language-not-offered",
                    meant ? meant : "Add it to \"languages\" in offer.yaml, or take the folder away.",
                    "\"%s\" is not among the languages in offer.yaml, so its translations are not read", name);
    }
}

bool
door_languages_load(struct door_arena *arena, const struct door_offer *offer, const struct door_words *words,
        const char *root, const char *interface_folder, struct door_languages *languages, struct door_diag *diag)
{
    struct load load = { arena, offer, words, root, interface_folder, diag };
    const char *const *codes = offer->languages.items;
    size_t i, errors = door_diag_errors(diag);

    door_locale_begin();
    languages->count = offer->languages.count;
    languages->items = door_arena_array(arena, languages->count, sizeof *languages->items);
    for (i = 0; i < languages->count; i++) {
        languages->items[i].code = codes[i];
        languages->items[i].index = (int)i;
        languages->items[i].path = i ? door_arena_format(arena, "%s/", codes[i]) : "";
    }
    for (i = 0; i < languages->count; i++) {
        describe(&load, languages, &languages->items[i]);
        load_phrases(&load, &languages->items[i]);
        languages->items[i].worded = is_worded(&languages->items[i]);
        load_pieces(&load, &languages->items[i]);
    }
    survey(&load, languages);
    return door_diag_errors(diag) == errors;
}

const struct door_language *
door_languages_find(const struct door_languages *languages, const char *code)
{
    size_t i;

    for (i = 0; i < languages->count; i++)
        if (door_text_same(languages->items[i].code, code))
            return &languages->items[i];
    return NULL;
}

const struct door_said *
door_language_piece(const struct door_language *language, uint32_t piece)
{
    assert(piece > 0 && piece < language->piece_count);
    return &language->pieces[piece];
}

const char *
door_language_word(const struct door_language *language, size_t number)
{
    assert(number < language->phrase_count);
    return language->phrases[number].forms[0];
}

bool
door_language_is_whole(const struct door_language *language, uint32_t first, uint32_t end)
{
    uint32_t i;

    assert(end <= language->piece_count);
    for (i = first; i < end; i++)
        if (language->pieces[i].state != DOOR_STATE_FRESH)
            return false;
    return true;
}
