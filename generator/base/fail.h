/*
 * fail - the machine is wrong: no memory, no disk, no such place. One way out.
 *
 * Owns:   nothing.
 * Called: by every room, when going on makes no sense.
 * Never:  used for mistakes in the content (that is diag) or in the program (that is assert).
 */
#ifndef DOOR_BASE_FAIL_H
#define DOOR_BASE_FAIL_H

/* Say "frontdoor: <message>" on stderr and end the program with exit status 2. */
_Noreturn void door_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same for a path and what the system said of it (an errno value). */
_Noreturn void door_fail_path(const char *path, int error);

#endif
