/*
 * late - libraries that are loaded when one of their functions is first called.
 *
 * A build that prints nothing calls nothing of Pango, qpdf, zbar and the 50 libraries which these bring along; to load
 * them took four fifths of what passes before main. The program is linked without them. For each of their functions it
 * has a stub instead (base/late.S), which finds the function here and jumps to it; callers know nothing of it.
 *
 * Owns:   nothing; a library stays loaded.
 * Called: by the stubs alone. Only programs for x86-64 have any; elsewhere, sanitised, and in tests all is linked.
 * Never:  returns without the function: a library that is not there ends the program with exit 2.
 */
#ifndef DOOR_BASE_LATE_H
#define DOOR_BASE_LATE_H

struct door_late {          /* as base/late.S lays it out */
    void *function;         /* where the stub jumps to */
    const char *library, *name;     /* "libzbar.so.0", "zbar_image_create" */
};

/* Load the library if need be, and let the stub jump to the function from now on. Any thread; returns the function. */
void *door_late_bind(struct door_late *late);

#endif
