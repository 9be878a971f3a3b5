#include "commands/edition.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/threads.h"
#include "commands/aside.h"
#include "commands/clock.h"
#include "commands/options.h"
#include "commands/share.h"
#include "language/format.h"
#include "language/phrases.h"
#include "model/due.h"
#include "model/distant.h"
#include "model/far.h"
#include "model/offer.h"
#include "paper/press.h"
#include "plain/plain.h"
#include "publish/gallery.h"
#include "publish/guard.h"
#include "theme/theme.h"
#include "views/calendar.h"
#include "views/order.h"

const char *
door_edition_words(struct door_edition *edition)
{
    return door_path_join(&edition->arena, edition->built_in, "generator/plain/english.yaml");
}

static bool
load(struct door_edition *edition, const struct door_options *options)
{
    struct door_arena *arena = &edition->arena;
    struct door_diag *diag = edition->diag;
    struct door_site *site = &edition->site;
    const char *themes = door_path_join(arena, edition->built_in, "themes");
    const char *words = door_path_join(arena, edition->built_in, "translations");
    bool read = door_content_load(arena, options->offer, &edition->content, edition->worker_count, diag);

    site->offer = door_offer_build(arena, &edition->content, options->drafts, diag);
    if (!read || !site->offer)
        return false;
    door_due_tell(site->offer, site->today, diag);
    door_far_tell(site->offer, site->today, diag);
    door_distant_tell(site->offer, diag);
    if (site->offer->plain != DOOR_STRICTNESS_OFF)
        door_plain_read(&edition->plain, arena, site->offer, &edition->content, door_edition_words(edition), diag);
    site->guard = door_guard_open(arena, site->offer, diag);
    door_content_forget(&edition->content);
    door_mentions_build(&site->mentions, arena, site->offer);
    site->calendar = door_calendar_build(arena, site->offer, site->today);
    site->theme = door_theme_load(arena, options->offer, themes, site->offer->theme, diag);
    if (!site->theme)
        return false;
    door_phrases_add(&edition->words, arena);
    if (!door_site_compile(arena, site, &edition->words, diag))
        return false;
    if (options->examples)
        edition->gallery = door_gallery_compile(arena, site->theme, site->offer, &edition->words, diag);
    if (options->examples && !edition->gallery)
        return false;
    if (!door_languages_load(arena, site->offer, &edition->words, options->offer, words, &edition->languages, diag))
        return false;
    site->languages = &edition->languages;
    door_site_bind(arena, site);
    return door_diag_errors(diag) == 0;
}

bool
door_edition_open(struct door_edition *edition, const struct door_options *options)
{
    size_t i;

    *edition = (struct door_edition){ .diag = door_diag_open() };
    if (!door_file_exists(options->offer))
        door_fail_path(options->offer, errno);
    edition->built_in = door_share_find(&edition->arena);
    edition->site.today = options->today.year ? options->today : door_clock_today();
    door_aside_take(&edition->arena, options, edition->diag);
    edition->site.from_disk = options->from_disk;
    edition->worker_count = options->jobs ? (size_t)options->jobs : door_threads_processors();
    edition->workers = door_arena_array(&edition->arena, edition->worker_count, sizeof *edition->workers);
    if (!load(edition, options))
        return false;
    for (i = 0; i < edition->worker_count; i++)
        edition->workers[i].speech = door_speech_open(&edition->languages);
    edition->site.orders = door_orders_build(&edition->arena, edition->site.offer, &edition->languages,
            edition->workers, edition->worker_count);
    return true;
}

/* https://no-color.org: set and not empty. */
static bool
wants_colour(void)
{
    const char *no = getenv("NO_COLOR");

    return isatty(STDERR_FILENO) && !(no && *no);
}

const char *
door_edition_output(struct door_edition *edition, const struct door_options *options)
{
    return options->output ? options->output : door_path_join(&edition->arena, options->offer, "output/site");
}

/* To people on stderr, to tools on stdout. */
static void
tell(struct door_diag *diag, enum door_problems_format format)
{
    struct door_buf report = { 0 };

    if (format == DOOR_PROBLEMS_TEXT) {
        door_diag_print(diag, stderr, wants_colour());
        return;
    }
    door_problems_write(&report, diag, format);
    if (fputs(door_buf_string(&report), stdout) == EOF || fflush(stdout) == EOF)
        door_fail_path("standard output", errno);
    door_buf_release(&report);
}

int
door_edition_report(struct door_edition *edition, const struct door_options *options)
{
    size_t errors, warnings;

    door_guard_report(edition->site.guard, edition->diag);
    door_aside_advise(&edition->arena, edition->diag);
    tell(edition->diag, options->format);
    errors = door_diag_errors(edition->diag);
    warnings = door_diag_warnings(edition->diag);
    return errors || (options->strict && warnings);
}

static void
close_worker(struct door_worker *worker)
{
    if (worker->press)
        door_press_close(worker->press);
    if (worker->speech)
        door_speech_close(worker->speech);
    door_buf_release(&worker->page);
    door_arena_release(&worker->scratch);
}

void
door_edition_close(struct door_edition *edition)
{
    size_t i;

    for (i = 0; i < edition->worker_count; i++)
        close_worker(&edition->workers[i]);
    door_guard_close(edition->site.guard);
    door_content_forget(&edition->content);
    door_arena_release(&edition->arena);
    door_diag_close(edition->diag);
}
