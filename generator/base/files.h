/*
 * files - reading what lies on disk.
 *
 * Owns:   nothing; what it reads goes into the caller's arena.
 * Called: by content/ for the offer, by theme/ and paper/ for the theme and fonts.
 * Never:  writes (publish/output.c and publish/spare.c alone do), nor tells an editor of a mistake (no diag). A disk
 *         that fails (EIO and the like) ends the program with exit 2; what is not there is the caller's to tell.
 */
#ifndef DOOR_BASE_FILES_H
#define DOOR_BASE_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;

enum door_file_type {
    DOOR_FILE_REGULAR,
    DOOR_FILE_FOLDER,
    DOOR_FILE_LINK,     /* a symbolic link: never followed by the lister */
    DOOR_FILE_OTHER,
};

struct door_file {
    const char *name;
    enum door_file_type type;
};

/* The whole file with a NUL behind it, or NULL with errno set. */
char *door_file_read(struct door_arena *arena, const char *path, size_t *size);

/* What is in a folder, sorted bytewise by name, without "." and ".."; NULL with errno set. */
struct door_file *door_files_list(struct door_arena *arena, const char *path, size_t *count);

bool door_file_exists(const char *path);

/* "a/b" of "a" and "b"; an empty or "." folder adds nothing. */
char *door_path_join(struct door_arena *arena, const char *folder, const char *name);

#endif
