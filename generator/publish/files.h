/*
 * files - what lies in content/files/ (CNAME, .well-known/ and the like), copied to the site's root as it is.
 *
 * Owns:   nothing.
 * Called: by commands/, when everything else is handed over.
 * Never:  takes the place of a page: a clash is an error.
 */
#ifndef DOOR_PUBLISH_FILES_H
#define DOOR_PUBLISH_FILES_H

struct door_diag;
struct door_guard;
struct door_output;

/* offer is the folder that holds content/. */
void door_files_publish(const char *offer, struct door_guard *guard, struct door_output *output,
        struct door_diag *diag);

#endif
