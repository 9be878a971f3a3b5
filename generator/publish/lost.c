#include "publish/lost.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/text.h"
#include "language/language.h"
#include "model/audience.h"
#include "model/offer.h"
#include "model/publication.h"
#include "publish/output.h"
#include "views/codes.h"

struct losing {
    const struct door_output *output;
    const struct door_offer *offer;
    const struct door_languages *languages;
    struct door_diag *diag;
    struct door_arena arena;
    struct door_map codes;      /* codes that are lost with a page, so that its line brings them back too */
    struct door_map told;
};

/* A page's file taken apart: "ur/services/x/index.html". */
struct lost_page {
    const char *language;       /* a code that the offer has or had; the first one's is not in the name */
    const struct door_record *record;
    const char *id;
};

static const struct door_record *
find_record(const char *folder)
{
    const struct door_record *record;
    size_t i;

    for (i = 0; (record = door_offer_type(i)); i++)
        if (record->has_page && strcmp(record->folder, folder) == 0)
            return record;
    return strcmp(door_audience_record.folder, folder) == 0 ? &door_audience_record : NULL;
}

/* The parts of a name between slashes, at most 4 of them; 5 if there are more. */
static size_t
split(struct losing *losing, const char *name, const char **parts)
{
    char *rest = door_arena_text(&losing->arena, name), *slash;
    size_t count = 0;

    while (count < 4) {
        parts[count++] = rest;
        slash = strchr(rest, '/');
        if (!slash)
            return count;
        *slash = '\0';
        rest = slash + 1;
    }
    return 5;
}

static bool
read_page(struct losing *losing, const char *name, struct lost_page *page)
{
    const char *parts[4];
    size_t count = split(losing, name, parts), first = count == 4;

    if ((count != 3 && count != 4) || strcmp(parts[count - 1], "index.html") != 0)
        return false;
    page->record = find_record(parts[first]);
    page->id = parts[first + 1];
    page->language = first ? parts[0] : losing->languages->items[0].code;
    return page->record != NULL;
}

static bool
is_told(struct losing *losing, const char *key)
{
    if (door_map_find(&losing->told, key))
        return true;
    door_map_put(&losing->told, &losing->arena, door_arena_text(&losing->arena, key), losing);
    return false;
}

static void
tell(struct losing *losing, const char *file, const char *hint, const char *lost)
{
    struct door_place place = { file, 0, 0 };

    if (losing->offer->lost_addresses == DOOR_STRICTNESS_ERROR)
        door_diag_error(losing->diag, place, "address-lost", hint, "%s would be lost", lost);
    else
        door_diag_warn(losing->diag, place, "address-lost", hint, "%s would be lost", lost);
}

/* The entry whose id is nearest to one that is gone: a file that was renamed, most likely. */
static const char *
nearest(struct losing *losing, const struct door_list *list, const char *id)
{
    const char **ids = door_arena_array(&losing->arena, list->count, sizeof *ids);
    size_t i;

    for (i = 0; i < list->count; i++)
        ids[i] = ((const struct door_entry *const *)list->items)[i]->id;
    return door_text_nearest(id, ids, list->count);
}

static void
tell_language(struct losing *losing, const char *language)
{
    if (!is_told(losing, door_arena_format(&losing->arena, "language %s", language)))
        tell(losing, "content/offer.yaml", door_arena_format(&losing->arena,
                "Write %s in \"languages\" again; what is not translated stands in English.", language),
                door_arena_format(&losing->arena, "every page below %s/", language));
}

static const char *
page_hint(struct losing *losing, const struct lost_page *page, const char *key)
{
    const char *type = page->record->name;
    const char *near = nearest(losing, door_offer_list(losing->offer, page->record), page->id);

    if (page->record == &door_audience_record)
        return door_arena_format(&losing->arena, "No service is for them any more. Write in offer.yaml where families "
                "should look: gone: [{was: %s:%s, see: topic:...}]", type, page->id);
    if (door_map_find(&losing->offer->drafts, key))
        return "It is a draft now. To end it and keep its page, take out \"draft\" and write: status: {is: ended}";
    if (near)
        return door_arena_format(&losing->arena, "If it is \"%s\" now, write there: was: [%s]; if nothing takes its "
                "place, in offer.yaml: gone: [{was: %s:%s, see: %s:%s}]", near, page->id, type, page->id, type, near);
    return door_arena_format(&losing->arena, "Write in the entry that takes its place: was: [%s]; or in offer.yaml, "
            "with where families should look: gone: [{was: %s:%s, see: topic:...}]", page->id, type, page->id);
}

static void
tell_page(struct losing *losing, const struct lost_page *page)
{
    const char *key = door_arena_format(&losing->arena, "%s:%s", page->record->name, page->id), *file;

    if (!door_languages_find(losing->languages, page->language)) {
        tell_language(losing, page->language);
        return;
    }
    if (is_told(losing, key))
        return;
    file = page->record == &door_audience_record ? "content/offer.yaml"
            : strcmp(page->record->folder, "stages") == 0 ? "content/stages.yaml"
            : door_arena_format(&losing->arena, "content/%s/%s.%s", page->record->folder, page->id,
                    strcmp(page->record->folder, "questions") == 0 ? "yaml" : "md");
    tell(losing, file, page_hint(losing, page, key),
            door_arena_format(&losing->arena, "the page %s/%s/", page->record->folder, page->id));
}

/* "near.pl.pdf" */
static void
tell_print(struct losing *losing, const char *name)
{
    char *id = door_arena_text(&losing->arena, name), *language = strchr(id, '.'), *end;
    const char *file;

    if (!language)
        return;
    *language++ = '\0';
    end = strpbrk(language, ".");
    if (end)
        *end = '\0';
    if (door_output_holds(losing->output, door_arena_format(&losing->arena, "print/%s/index.html", name)))
        return;         /* it is in "gone" */
    file = door_arena_format(&losing->arena, "content/print/%s.yaml", id);
    if (door_offer_find(losing->offer, door_publication_record.name, id)) {
        tell(losing, file, door_arena_format(&losing->arena,
                "Write %s in its \"languages\" again, or in those of the offer.", language),
                door_arena_format(&losing->arena, "the file print/%s", name));
        return;
    }
    if (!is_told(losing, door_arena_format(&losing->arena, "print:%s", id)))
        tell(losing, file, door_arena_format(&losing->arena,
                "Write in the publication that takes its place: was: [%s]; or in offer.yaml, with where families "
                "should look: gone: [{was: publication:%s, see: topic:...}]", id, id),
                door_arena_format(&losing->arena, "the file print/%s", name));
}

static void
tell_file(struct losing *losing, const char *name)
{
    const char *parts[4];
    struct lost_page page;
    size_t count = split(losing, name, parts);

    if (read_page(losing, name, &page))
        tell_page(losing, &page);
    else if (count == 2 && strcmp(parts[0], "print") == 0)
        tell_print(losing, parts[1]);
    else if (count == 3 && strcmp(parts[0], "go") == 0 && strcmp(parts[2], "index.html") == 0
            && !door_map_find(&losing->codes, parts[1]))
        tell(losing, "content/offer.yaml", "It was printed for an entry, a language or a venue that is no longer "
                "there: bring that back with \"was\" or \"languages\".",
                door_arena_format(&losing->arena, "the code go/%s/", parts[1]));
}

static void
note_code(struct losing *losing, const struct door_entry *entry, const char *language)
{
    struct door_language old = { .code = language };
    char code[DOOR_CODE_DIGITS + 1];
    const char *kept;

    door_code_of(entry, &old, NULL, code);
    kept = door_arena_text(&losing->arena, code);
    door_map_put(&losing->codes, &losing->arena, kept, kept);
}

void
door_lost_tell(const struct door_output *output, const struct door_offer *offer,
        const struct door_languages *languages, struct door_diag *diag)
{
    struct losing losing = { .output = output, .offer = offer, .languages = languages, .diag = diag };
    struct lost_page page;
    const char *name;
    size_t at;

    if (offer->lost_addresses == DOOR_STRICTNESS_OFF)
        return;
    for (at = 0; (name = door_output_lost(output, &at));)
        if (read_page(&losing, name, &page)) {
            note_code(&losing, &(struct door_entry){ .record = page.record, .id = page.id }, page.language);
            note_code(&losing, NULL, page.language);
        }
    for (at = 0; (name = door_output_lost(output, &at));)
        tell_file(&losing, name);
    door_arena_release(&losing.arena);
}
