/*
 * create - files that a command writes into an offer for its editor.
 *
 * Owns:   nothing.
 * Called: by the commands that write into an offer: init, new, schema, translations.
 * Never:  writes below output/ (publish/output.c and its spare.c alone do).
 */
#ifndef DOOR_COMMANDS_CREATE_H
#define DOOR_COMMANDS_CREATE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Write a file, and the folders above it that are not there. One that is there is replaced whole if replace, else left
 * as it is: false. A machine that cannot write ends the program, and what was there stays.
 */
bool door_create_file(const char *path, const char *bytes, size_t size, bool replace);

/*
 * A folder that is begun: what is written lies in one folder inside it until all is there. Where something can't be
 * read or written, all of it is removed before the program ends.
 */
struct door_beginning;

/* Is the folder empty, or not there at all? */
bool door_begin_is_free(const char *folder);

struct door_beginning *door_begin(const char *folder);

/* name is relative: "content/offer.yaml". */
void door_begin_file(struct door_beginning *beginning, const char *name, const char *bytes, size_t size);

/* Copy a file, or a folder with all that is in it but links and hidden files. */
void door_begin_copy(struct door_beginning *beginning, const char *from, const char *name);

/* Give up, and end the program with the reason. */
void door_begin_fail(struct door_beginning *beginning, const char *path, int error) __attribute__((noreturn));

void door_begin_finish(struct door_beginning *beginning);

#endif
