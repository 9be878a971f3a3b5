/*
 * output - the finished site, published all at once or not at all.
 *
 * Beside the output folder lies a spare tree, .<name>.frontdoor/:
 *
 *     output/site/                    what the web server shows; nobody writes into it
 *     output/.site.frontdoor/tree/    the spare: made equal to the new site
 *     output/.site.frontdoor/list     the files that are ours; names at least all that stand
 *     output/.site.frontdoor/lock     held while a build runs
 *
 * A file that did not change is the same inode in both trees (a hard link), so it keeps its identity and time; a
 * changed one is written anew under another name and renamed over the link, never written into. When the spare is
 * complete and on the disk, one renameat2(RENAME_EXCHANGE) swaps the trees; where nothing changed the spare is left
 * alone and nothing is swapped. Killed at any instant, the site is the old one or the new. What is new gets its
 * permissions from the umask and its owner from whoever builds. Where links can't be made (another user's files, FAT)
 * files are copied; where trees can't be exchanged, three renames do it and the next build recovers.
 *
 * Owns:   the descriptors and the lock, from open to close.
 * Called: by commands/build.c to open and commit; by publish/ to hand over finished files. One thread publishes.
 * Never:  looks at what it writes. A machine that fails (disk full, no permission) ends the program with exit 2.
 */
#ifndef DOOR_PUBLISH_OUTPUT_H
#define DOOR_PUBLISH_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

struct door_audit;
struct door_output;

struct door_output_counts {
    size_t files, written;      /* all of the site's files; those that were not there or differ */
};

/*
 * Take hold of the output folder. A folder that holds somebody else's files or empty folders, an output that is a link
 * or a mount point or has no name ("."), and a build that is under way already each end the program with exit 2 and
 * say what to do.
 */
struct door_output *door_output_open(const char *path);

/*
 * For `frontdoor check`: what is handed over goes to the audit and is kept nowhere. Of the site at this path only the
 * list is read. To be closed, never committed.
 */
struct door_output *door_output_open_audit(const char *path, struct door_audit *audit);

/*
 * Hand over one finished file; name is relative, "services/x/index.html". A name handed over twice is a bug. With no
 * output (NULL) nothing is kept: `frontdoor check` draws everything and publishes nothing.
 */
void door_output_file(struct door_output *output, const char *name, const char *bytes, size_t size);

/* Has a file of this name been handed over? */
bool door_output_holds(const struct door_output *output, const char *name);

/*
 * Keep a file of the site that stands (a name that door_output_lost gave) as if it had been handed over. Returns its
 * bytes; NULL if it is no longer there.
 */
const char *door_output_keep(struct door_output *output, const char *name, size_t *size);

/* The next file of the site that stands which was not handed over; NULL behind the last. *at starts as 0. */
const char *door_output_lost(const struct door_output *output, size_t *at);

/* Make it the site: remove what is no longer part of it, flush, swap. */
struct door_output_counts door_output_commit(struct door_output *output);

/* Let go. Without a commit the old site stands as it was. */
void door_output_close(struct door_output *output);

#endif
