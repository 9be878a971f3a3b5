/*
 * manual - a part of the manual pages, from the tables that the program itself reads. `make manual` puts the parts into
 * generator/doc/.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "commands/commands.h"
#include "commands/options.h"
#include "publish/manual.h"

int
door_command_manual(const struct door_options *options)
{
    struct door_buf text = { 0 };
    const char *part = options->verb ? options->verb : "";
    bool known = door_options_manual(&text, part);

    if (!known && strcmp(part, "offer") == 0) {
        door_manual_write_offer(&text);
        known = true;
    } else if (!known && strcmp(part, "views") == 0) {
        door_manual_write_views(&text);
        known = true;
    }
    if (known)
        fputs(door_buf_string(&text), stdout);
    else
        fprintf(stderr, "frontdoor manual: there is no part \"%s\"\n", part);
    door_buf_release(&text);
    return known ? 0 : 2;
}
