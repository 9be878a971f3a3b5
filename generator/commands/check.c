#include <stdio.h>

#include "base/diag.h"
#include "commands/aside.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "model/offer.h"
#include "publish/audit.h"
#include "publish/files.h"
#include "publish/lost.h"
#include "publish/output.h"
#include "publish/pictures.h"
#include "publish/print.h"

/* Draw everything as for a site, and read it again. */
static void
draw(struct door_edition *edition, const struct door_options *options)
{
    struct door_audit *audit = door_audit_begin(&edition->arena, edition->site.offer->url,
            edition->site.offer->allow, edition->diag);
    struct door_output *output = door_output_open_audit(door_edition_output(edition, options), audit);

    edition->site.pictures = door_pictures_publish(&edition->arena, &edition->site, options->offer, output,
            edition->diag);
    door_site_publish(&edition->site, edition->workers, edition->worker_count, output, edition->diag);
    door_print_publish(&edition->site, options->offer, &edition->workers[0], output, edition->diag);
    door_aside_keep(edition, options, output);
    door_files_publish(options->offer, edition->site.guard, output, edition->diag);
    door_audit_finish(audit);
    door_lost_tell(output, edition->site.offer, &edition->languages, edition->diag);
    door_output_close(output);
}

/* All that build does, but for publishing. */
int
door_command_check(const struct door_options *options)
{
    struct door_edition edition;
    int status;

    if (door_edition_open(&edition, options))
        draw(&edition, options);
    status = door_edition_report(&edition, options);
    if (!options->quiet) {
        door_diag_print_counts(edition.diag, stderr);
        fputc('\n', stderr);
    }
    door_edition_close(&edition);
    return status;
}
