/*
 * print - booklets and posters as PDF files, and a picture of each printed code.
 *
 * Owns:   nothing.
 * Called: by commands/build.c.
 * Never:  decides what a publication holds: views/paper.c does.
 */
#ifndef DOOR_PUBLISH_PRINT_H
#define DOOR_PUBLISH_PRINT_H

#include <stdbool.h>
#include <stddef.h>

struct door_diag;
struct door_output;
struct door_site;
struct door_worker;

/*
 * Draw, check and hand over every publication in every language it is made in; *files counts them. A code that does not
 * read, a text that does not fit, a character that no font has: false, with the problem in diag.
 */
bool door_print_publish(const struct door_site *site, struct door_worker *worker, struct door_output *output,
        struct door_diag *diag, size_t *files);

#endif
