/*
 * folder - the files of an offer, read and parted into front matter and body.
 *
 * Owns:   the sources, in the caller's arena.
 * Called: by commands/ to read content/; the model asks it for the sources of one folder.
 * Never:  knows what a service is: it knows folders, YAML and Markdown.
 */
#ifndef DOOR_CONTENT_FOLDER_H
#define DOOR_CONTENT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct door_node;
struct door_prose;

struct door_source {            /* one file that an editor keeps */
    const char *file;           /* "content/services/baby-massage.md" */
    const char *folder;         /* "services"; "" for content/ itself */
    const char *id;             /* "baby-massage": the name without its ending */
    const struct door_node *front;  /* a map, or for some .yaml files a list; NULL if it could not be read */
    struct door_prose *body;    /* NULL in .yaml files and when there is none */
};

struct door_content {
    const char *root;           /* the folder of the offer, as given on the command line */
    const struct door_source *sources;  /* sorted by folder and id */
    size_t source_count;
    const char *const *media;   /* "media/massage.svg", sorted: relative to content/ */
    size_t media_count;
    struct door_arena fronts;   /* the nodes of front matter */
};

/*
 * Read content/ below root, files side by side with so many workers. Every problem is reported; false if any was an
 * error. What could be read is in content all the same, so that the model can look on.
 */
bool door_content_load(struct door_arena *arena, const char *root, struct door_content *content, size_t workers,
        struct door_diag *diag);

/*
 * Give back the nodes of all front matter, once the offer is checked: they are a third of what an offer takes. Texts
 * and bodies stay. There are no sources then.
 */
void door_content_forget(struct door_content *content);

/* The sources of one folder, and how many. */
const struct door_source *door_content_folder(const struct door_content *content, const char *folder,
        size_t *count);

/* One file of content/ itself, such as "offer"; NULL if it is not there. */
const struct door_source *door_content_find(const struct door_content *content, const char *folder,
        const char *id);

#endif
