/*
 * print_link - what there is on paper about one entry: booklets that hold it, posters that lead to it.
 */
#ifndef DOOR_VIEWS_PRINT_LINK_H
#define DOOR_VIEWS_PRINT_LINK_H

#include <stdbool.h>

#include "model/schema.h"

struct door_entry;
struct door_publication;
struct door_said;
struct door_visit;

struct door_print_link {
    const struct door_said *title;
    int kind;                       /* enum door_publication_kind */
    const char *href;               /* its PDF in the reader's language, or else the first that there is */
    const char *language, *code, *direction;    /* of that PDF, if it is another; else NULL */
};

extern const struct door_record door_print_link_record;

/* Does a publication tell of this entry, by its sections or by what its code opens? */
bool door_publication_holds(const struct door_publication *publication, const struct door_entry *entry);

/* The publications that can be made yet and tell of the entry, in the order of ids. */
struct door_list door_print_links(const struct door_visit *visit, const struct door_entry *entry);

#endif
