/*
 * offer - the small site of tests/sites/tiny with one file put in its place, as far as drawn pages.
 *
 * Owns:   the site as it is, its theme and words, for the life of the program.
 * Called: by the harnesses of entries and translations, from the top folder of the project.
 * Never:  publishes.
 */
#ifndef DOOR_TESTS_FUZZ_OFFER_H
#define DOOR_TESTS_FUZZ_OFFER_H

#include "fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "content/folder.h"
#include "content/source.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/words.h"
#include "language/worker.h"
#include "model/offer.h"
#include "publish/site.h"
#include "theme/theme.h"
#include "views/calendar.h"
#include "views/order.h"

#define FUZZ_OFFER "tests/sites/tiny"

/* What does not depend on the input. */
struct offer_usual {
    struct door_arena arena;
    const struct door_theme *theme;
    struct door_words words;
    struct door_site site;
};

/* One input's. */
struct offer_work {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_content content;
    const struct door_offer *offer;
};

static inline const struct offer_usual *
offer_usual(void)
{
    static struct offer_usual usual;
    struct door_diag *diag;

    if (usual.theme)
        return &usual;
    diag = door_diag_open();
    usual.theme = door_theme_load(&usual.arena, FUZZ_OFFER, "themes", "default", diag);
    door_phrases_add(&usual.words, &usual.arena);
    usual.site.theme = usual.theme;
    usual.site.today = (struct door_date){ 2026, 11, 10 };
    assert(usual.theme && door_site_compile(&usual.arena, &usual.site, &usual.words, diag));
    door_diag_close(diag);
    return &usual;
}

/* A file that only this process sees, and where it lies. To be closed. */
static inline int
offer_file(const char *bytes, size_t size, char path[32])
{
    int memory = memfd_create("input", 0);

    assert(memory >= 0 && write(memory, bytes, size) == (ssize_t)size);
    snprintf(path, 32, "/proc/self/fd/%d", memory);
    return memory;
}

/*
 * Read the usual offer (each input its own, for the model writes into the trees) and put a source among its sources, in
 * its order and in place of its like.
 */
static inline void
offer_put(struct offer_work *work, const struct door_source *source)
{
    const struct door_content *content = &work->content;
    struct door_source *sources;
    size_t i, count = 0;
    bool put = false;

    assert(door_content_load(&work->arena, FUZZ_OFFER, &work->content, 1, work->diag));
    sources = door_arena_array(&work->arena, content->source_count + 1, sizeof *sources);
    for (i = 0; i <= content->source_count; i++) {
        const struct door_source *other = i < content->source_count ? &content->sources[i] : NULL;
        int order = other ? strcmp(other->folder, source->folder) : 1;

        if (order == 0)
            order = strcmp(other->id, source->id);
        if (order >= 0 && !put) {
            sources[count++] = *source;
            put = true;
        }
        if (other && order != 0)
            sources[count++] = *other;
    }
    work->content.sources = sources;
    work->content.source_count = count;
}

/* Draw every page of an offer that was built, in every language. */
static inline void
offer_draw(struct offer_work *work, const char *root)
{
    const struct offer_usual *usual = offer_usual();
    struct door_site site = usual->site;
    struct door_languages languages;
    struct door_worker worker = { 0 };

    site.offer = work->offer;
    site.languages = &languages;
    door_mentions_build(&site.mentions, &work->arena, site.offer);
    if (!door_languages_load(&work->arena, site.offer, &usual->words, root, "no folder", &languages, work->diag))
        return;
    door_site_bind(&work->arena, &site);
    site.calendar = door_calendar_build(&work->arena, site.offer, site.today);
    worker.speech = door_speech_open(&languages);
    site.orders = door_orders_build(&work->arena, site.offer, &languages, &worker, 1);
    door_site_publish(&site, &worker, 1, NULL, work->diag);
    door_speech_close(worker.speech);
    door_buf_release(&worker.page);
    door_arena_release(&worker.scratch);
}

static inline void
offer_release(struct offer_work *work)
{
    fuzz_check_problems(work->diag, 0);
    door_diag_close(work->diag);
    door_content_forget(&work->content);
    door_arena_release(&work->arena);
}

#endif
