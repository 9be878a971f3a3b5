/*
 * create - files that a command writes into an offer for its editor.
 *
 * Owns:   nothing.
 * Called: by the commands that begin something: init, new, schema.
 * Never:  writes below output/ (publish/output.c alone does).
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

/* Is the folder empty, or not there at all? */
bool door_create_is_free(const char *folder);

/* Copy a file, or a folder with all that is in it but links and hidden files. */
void door_create_copy(const char *from, const char *to);

#endif
