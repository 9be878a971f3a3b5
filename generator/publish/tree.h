/*
 * tree - walking the folders of a site, and removing from them.
 *
 * Owns:   nothing.
 * Called: by publish/output.c for the site that stands and by publish/spare.c for the one being made.
 * Never:  sorts: every build walks the whole site. A machine that fails ends the program with exit 2.
 */
#ifndef DOOR_PUBLISH_TREE_H
#define DOOR_PUBLISH_TREE_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_buf;
struct door_folder;

/* A folder of a tree, "" for the tree itself; root is the tree's path. To be closed with door_folder_close. */
struct door_folder *door_folder_open(int tree, struct door_arena *arena, const char *root, const char *name);

/*
 * The next name in a folder, but for "." and ".."; NULL at its end. It is there until the folder is asked again. path
 * is told where the folder can't be read.
 */
const char *door_folder_next(struct door_folder *folder, const char *path, bool *is_folder);

void door_folder_close(struct door_folder *folder);

/* Step into a folder's file: path, of that size, gets its name. */
void door_tree_step(struct door_buf *path, size_t size, const char *name);

/* And back, to the path of that size. */
void door_tree_step_back(struct door_buf *path, size_t size);

/*
 * Remove a file, a link, or a folder with all that is in it; nothing there is no mistake. `where` is told where it
 * can't be done.
 */
void door_tree_remove(int folder, const char *name, const char *where);

#endif
