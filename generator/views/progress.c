#include "views/progress.h"

#include "base/arena.h"
#include "language/format.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_progress, name),
      .help = "The language's name in the language of the page." },
    { .name = "code", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_progress, code),
      .help = "Its BCP 47 tag." },
    { .name = "pages", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_progress, pages), .help = "How many pages of entries there are." },
    { .name = "english", .kind = DOOR_KIND_NUMBER, .offset = offsetof(struct door_progress, english),
      .help = "On how many of them something still stands in English; absent: on none." },
    { .name = "unread", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_progress, unread),
      .help = "Has no native reader read it?" },
};

const struct door_record door_progress_record = {
    .name = "language", .size = sizeof(struct door_progress), .fields = fields, .field_count = DOOR_COUNT(fields),
};

/* Is any of these pieces shown in the language content is written in? */
static bool
has_english(const struct door_language *language, uint32_t first, uint32_t end)
{
    uint32_t i;

    for (i = first; i < end; i++)
        if (language->pieces[i].language != language->index)
            return true;
    return false;
}

static void
count_pages(const struct door_visit *visit, const struct door_language *language, struct door_progress *progress)
{
    const struct door_record *type;
    size_t i, j;

    progress->english = 0;
    for (i = 0; (type = door_offer_type(i)); i++) {
        const struct door_list *list = door_offer_list(visit->offer, type);
        const struct door_entry *const *entries = list->items;

        for (j = 0; type->has_page && j < list->count; j++) {
            progress->pages++;
            progress->english += has_english(language, entries[j]->first_piece, entries[j]->piece_end);
        }
    }
    if (!progress->english)
        progress->english = DOOR_NO_NUMBER;
}

struct door_list
door_progress_build(const struct door_visit *visit)
{
    const struct door_languages *languages = visit->languages;
    struct door_progress *all = door_arena_array(&visit->worker->scratch, languages->count, sizeof *all);
    size_t i, count = 0;

    for (i = 1; i < languages->count; i++) {
        const struct door_language *language = &languages->items[i];
        struct door_progress *progress = &all[count];

        *progress = (struct door_progress){ .code = language->code, .unread = !language->native };
        count_pages(visit, language, progress);
        if (progress->english == DOOR_NO_NUMBER && !progress->unread)
            continue;
        progress->name = door_say_language(visit->worker, visit->language, language->code);
        count++;
    }
    return (struct door_list){ all, count };
}
