#include <stdio.h>

#include "base/buf.h"
#include "base/diag.h"
#include "commands/aside.h"
#include "commands/clock.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "publish/files.h"
#include "publish/lost.h"
#include "publish/output.h"
#include "publish/pictures.h"
#include "publish/print.h"

/* What a monitor asks: was the site rebuilt, and is all well with it? */
static void
publish_facts(const struct door_edition *edition, size_t pages, struct door_output *output)
{
    struct door_buf out = { 0 };
    struct door_date today = edition->site.today;

    door_buf_format(&out, "{\"day\":\"%04d-%02d-%02d\",\"version\":\"%s\",\"pages\":%zu,\"languages\":%zu,"
            "\"errors\":%zu,\"warnings\":%zu}\n", today.year, today.month, today.day, DOOR_VERSION, pages,
            edition->languages.count, door_diag_errors(edition->diag), door_diag_warnings(edition->diag));
    door_output_file(output, "assets/build.json", out.data, out.size);
    door_buf_release(&out);
}

static void
tell(const struct door_edition *edition, size_t pages, size_t prints, struct door_output_counts counts, double seconds)
{
    size_t languages = edition->languages.count, warnings = door_diag_warnings(edition->diag);

    fprintf(stderr, "%zu pages in %zu language%s, %zu PDFs, %zu of %zu files new, %.2f s, %zu warning%s\n", pages,
            languages, languages == 1 ? "" : "s", prints, counts.written, counts.files, seconds, warnings,
            warnings == 1 ? "" : "s");
}

/* Everything is drawn and checked before anything is swapped in. */
int
door_command_build(const struct door_options *options)
{
    double began = door_clock_seconds();
    struct door_edition edition;
    struct door_output *output = NULL;
    struct door_output_counts counts;
    size_t pages = 0, prints = 0;
    int status;

    if (door_edition_open(&edition, options)) {
        output = door_output_open(door_edition_output(&edition, options));
        edition.site.pictures = door_pictures_publish(&edition.arena, &edition.site, options->offer, output,
                edition.diag);
        pages = door_site_publish(&edition.site, edition.workers, edition.worker_count, output, edition.diag);
        prints = door_print_publish(&edition.site, options->offer, &edition.workers[0], output, edition.diag);
        door_aside_keep(&edition, options, output);
        door_files_publish(options->offer, edition.site.guard, output, edition.diag);
        door_lost_tell(output, edition.site.offer, &edition.languages, edition.diag);
    }
    status = door_edition_report(&edition, options);
    if (status == 0) {
        publish_facts(&edition, pages, output);
        counts = door_output_commit(output);
        if (!options->quiet)
            tell(&edition, pages, prints, counts, door_clock_seconds() - began);
    } else {
        door_diag_print_counts(edition.diag, stderr);
        fputs(": nothing was published\n", stderr);
    }
    if (output)
        door_output_close(output);
    door_edition_close(&edition);
    return status;
}
