/*
 * A reader of the small offer of offer_fixture.h: in English or Urdu, on 24 November 2026, a Tuesday.
 */
#ifndef DOOR_TESTS_VISIT_FIXTURE_H
#define DOOR_TESTS_VISIT_FIXTURE_H

#include "../model/offer_fixture.h"

#include <sys/stat.h>

#include "base/files.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/words.h"
#include "language/worker.h"
#include "views/mentions.h"
#include "views/visit.h"

#define UNUSED __attribute__((unused))

struct reading {
    struct built built;
    struct door_words words;
    struct door_languages languages;
    struct door_mentions mentions;
    struct door_worker worker;
    struct door_visit visit;
};

/* Read the usual offer with these files in the language of that index; root may hold translations/, or be NULL. */
static inline struct door_visit *
begin_reading(struct reading *reading, const struct file *files, size_t count, size_t language, const char *root)
{
    struct door_diag *diag = door_diag_open();

    *reading = (struct reading){ .built = build(files, count, false) };
    if (!reading->built.offer)
        print_error("%s", reading->built.told);
    assert_non_null(reading->built.offer);
    door_phrases_add(&reading->words, &reading->built.arena);
    assert_true(door_languages_load(&reading->built.arena, reading->built.offer, &reading->words,
            root ? root : "/nowhere", root ? root : "/nowhere", &reading->languages, diag));
    door_diag_close(diag);
    door_mentions_build(&reading->mentions, &reading->built.arena, reading->built.offer);
    reading->worker.speech = door_speech_open(&reading->languages);
    reading->visit = (struct door_visit){ .offer = reading->built.offer, .mentions = &reading->mentions,
        .languages = &reading->languages, .language = &reading->languages.items[language], .worker = &reading->worker,
        .today = { 2026, 11, 24 }, .style = "/assets/style.css", .gives = true };
    return &reading->visit;
}

static inline void
end_reading(struct reading *reading)
{
    door_speech_close(reading->worker.speech);
    door_arena_release(&reading->worker.scratch);
    release(&reading->built);
}

static UNUSED const struct door_entry *
find(const struct reading *reading, const char *type, const char *id)
{
    const struct door_entry *entry = door_offer_find(reading->built.offer, type, id);

    assert_non_null(entry);
    return entry;
}

#endif
