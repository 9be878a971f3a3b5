#include "commands/aside.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "publish/guard.h"
#include "publish/output.h"
#include "publish/pdf_words.h"

static bool
is_print(const char *what)
{
    return door_text_starts(what, "print/");
}

static const char *
file_of(struct door_arena *arena, const char *what)
{
    return is_print(what) ? door_arena_format(arena, "content/%s.yaml", what)
            : door_arena_format(arena, "translations/%s", what);
}

void
door_aside_take(struct door_arena *arena, const struct door_options *options, struct door_diag *diag)
{
    size_t i;

    for (i = 0; i < options->set_aside_count; i++) {
        const char *file = file_of(arena, options->set_aside[i]);

        if (!door_file_exists(door_path_join(arena, options->offer, file)))
            door_fail("there is no %s to set aside", file);
        door_diag_set_aside(diag, file);
    }
}

/*
 * What stands was looked at when it was made, but the offer may keep more to itself since then. What nobody can read
 * again can't be answered for.
 */
static void
look_at(const struct door_edition *edition, const char *name, const char *bytes, size_t size)
{
    static const char hint[] = "Mend what was set aside, so that its files are made anew; or delete it, and say in "
            "\"gone\" in offer.yaml where families should look instead.";
    struct door_place place = { name, 0, 0 };
    struct door_buf words = { 0 };

    if (door_text_ends(name, ".pdf") && !door_pdf_words_read(bytes, size, &words))
        door_diag_error(edition->diag, place, "aside-unread", hint,
                "it can't be kept: it is damaged, and nobody knows what it says");
    else if (words.data ? door_guard_look(edition->site.guard, name, words.data, words.size)
            : door_guard_look(edition->site.guard, name, bytes, size))
        door_diag_error(edition->diag, place, "aside-leak", hint, "it can't be kept: it tells what must stay hidden");
    door_buf_release(&words);
}

void
door_aside_keep(const struct door_edition *edition, const struct door_options *options, struct door_output *output)
{
    struct door_arena scratch = { 0 };
    size_t i, at, size;
    const char *name, *bytes;

    for (i = 0; i < options->set_aside_count; i++) {
        const char *start = door_arena_join(&scratch, options->set_aside[i], ".");

        for (at = 0; is_print(start) && (name = door_output_lost(output, &at));) {
            if (!door_text_starts(name, start))
                continue;
            bytes = door_output_keep(output, name, &size);
            if (bytes && edition->site.guard)
                look_at(edition, name, bytes, size);
        }
    }
    door_arena_release(&scratch);
}

/*
 * "ur/offer.po" of "translations/ur/offer.po" (and interface.po alike), "print/x" of "content/print/x.yaml", NULL of
 * any other file.
 */
static const char *
what_of(struct door_arena *arena, const char *file)
{
    if (door_text_starts(file, "translations/")
            && (door_text_ends(file, "/offer.po") || door_text_ends(file, "/interface.po")))
        return file + strlen("translations/");
    if (door_text_starts(file, "content/print/") && door_text_ends(file, ".yaml"))
        return door_arena_copy(arena, file + strlen("content/"), strlen(file) - strlen("content/") - strlen(".yaml"));
    return NULL;
}

void
door_aside_advise(struct door_arena *arena, struct door_diag *diag)
{
    size_t count, i;
    const struct door_problem *problems = door_diag_problems(diag, &count);
    const char *last = "";

    for (i = 0; i < count; i++) {
        const char *file = problems[i].place.file, *what = what_of(arena, file);

        if (!what || problems[i].severity != DOOR_SEVERITY_ERROR || strcmp(file, last) == 0
                || strcmp(problems[i].id, "address-lost") == 0)
            continue;
        last = file;
        door_diag_add_hint(diag, &problems[i], door_arena_format(arena,
                "To publish the rest without it: frontdoor build --set-aside %s", what));
    }
}
