/*
 * print - booklets and posters as PDF files, and a picture of each printed code.
 *
 * Owns:   nothing.
 * Called: by commands/.
 * Never:  decides what a publication holds: views/paper.c does.
 */
#ifndef DOOR_PUBLISH_PRINT_H
#define DOOR_PUBLISH_PRINT_H

#include <stddef.h>

struct door_diag;
struct door_output;
struct door_site;
struct door_worker;

/*
 * Draw, check and hand over every publication in every language it is made in; how many files that were. A code that
 * does not read, a text that does not fit, a character that no font has are errors. What is drawn from the same as an
 * earlier time is not drawn again: it is kept in the folder `offer` (shelf.h).
 */
size_t door_print_publish(const struct door_site *site, const char *offer, struct door_worker *worker,
        struct door_output *output, struct door_diag *diag);

#endif
