#include <stdio.h>

#include "base/diag.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "publish/print.h"

/* All that build does, but for publishing. */
int
door_command_check(const struct door_options *options)
{
    struct door_edition edition;
    int status;

    if (door_edition_open(&edition, options)) {
        door_site_publish(&edition.site, edition.workers, edition.worker_count, NULL, edition.diag);
        door_print_publish(&edition.site, &edition.workers[0], NULL, edition.diag);
    }
    status = door_edition_report(&edition, options);
    if (!options->quiet)
        fprintf(stderr, "%zu errors, %zu warnings\n", door_diag_errors(edition.diag),
                door_diag_warnings(edition.diag));
    door_edition_close(&edition);
    return status;
}
