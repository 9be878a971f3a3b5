/*
 * gallery - the components of the offer's theme, for those who design it.
 */
#include <stdio.h>

#include "base/diag.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "publish/gallery.h"
#include "publish/output.h"

static void
tell(struct door_gallery_counts counts)
{
    fprintf(stderr, "%zu component%s, %zu example%s", counts.components, counts.components == 1 ? "" : "s",
            counts.examples, counts.examples == 1 ? "" : "s");
    if (counts.passed_over)
        fprintf(stderr, "; %zu in a language that the offer does not have", counts.passed_over);
    fputc('\n', stderr);
}

int
door_command_gallery(const struct door_options *options)
{
    struct door_options with_examples = *options;
    struct door_gallery_counts counts;
    struct door_edition edition;
    struct door_output *output;
    int status;

    if (!options->output) {
        fputs("frontdoor gallery: it needs -o DIR, a folder of its own\n", stderr);
        return 2;
    }
    with_examples.examples = true;
    if (door_edition_open(&edition, &with_examples)) {
        output = door_output_open(options->output);
        counts = door_gallery_publish(edition.gallery, &edition.languages, &edition.workers[0], output);
        door_output_commit(output);
        door_output_close(output);
        if (!options->quiet)
            tell(counts);
    }
    status = door_edition_report(&edition, options);
    if (status) {
        door_diag_print_counts(edition.diag, stderr);
        fputs(": nothing was published\n", stderr);
    }
    door_edition_close(&edition);
    return status;
}
