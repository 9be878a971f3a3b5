#include "commands/create.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/files.h"
#include "publish/tree.h"

#define UNFINISHED ".frontdoor-new"     /* in a folder that is begun, until all of it is there */
#define MOVED ".moved"                  /* in that: what is moved out of it when all is there, a name a line */

struct door_beginning {
    struct door_arena arena;
    const char *folder, *unfinished;
    bool made;                  /* the folder was not there */
};

/* False with errno set. */
static bool
make_folders_above(const char *path)
{
    struct door_arena arena = { 0 };
    char *copy = door_arena_text(&arena, path), *slash;
    bool ok = true;

    for (slash = strchr(copy + 1, '/'); slash && ok; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        ok = mkdir(copy, 0777) == 0 || errno == EEXIST;
        *slash = '/';
    }
    door_arena_release(&arena);
    return ok;
}

/* The bytes in a file that was not there, on disk; false with errno set. What could not be written whole is removed. */
static bool
write_whole(const char *path, const char *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), error;
    FILE *stream = file < 0 ? NULL : fdopen(file, "w");
    bool ok;

    if (!stream)
        return false;
    ok = fwrite(bytes, 1, size, stream) == size && fflush(stream) == 0 && fsync(file) == 0;
    error = errno;
    if (fclose(stream) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (!ok)
        unlink(path);
    errno = error;
    return ok;
}

bool
door_create_file(const char *path, const char *bytes, size_t size, bool replace)
{
    struct door_arena arena = { 0 };
    const char *beside = replace ? door_arena_format(&arena, "%s.new", path) : path;
    bool ok;

    if (!make_folders_above(path))
        door_fail_path(path, errno);
    if (replace)
        unlink(beside);     /* of a program that was killed */
    ok = write_whole(beside, bytes, size);
    if (!ok && (replace || errno != EEXIST))
        door_fail_path(beside, errno);
    if (replace && rename(beside, path) != 0)
        door_fail_path(path, errno);
    door_arena_release(&arena);
    return ok;
}

/* Was it moved there by a program that was killed, out of what it had begun? What lies there still was not. */
static bool
is_moved(struct door_arena *arena, const char *unfinished, const char *name)
{
    size_t size;
    const char *names = door_file_read(arena, door_path_join(arena, unfinished, MOVED), &size);
    struct stat status;

    return names && strstr(names, door_arena_format(arena, "/%s\n", name))
            && lstat(door_path_join(arena, unfinished, name), &status) != 0;
}

bool
door_begin_is_free(const char *folder)
{
    struct door_arena arena = { 0 };
    const char *unfinished = door_path_join(&arena, folder, UNFINISHED);
    size_t count = 0, i;
    struct door_file *files = door_files_list(&arena, folder, &count);
    int error = errno;
    bool free = true;

    if (!files && error != ENOENT)
        door_fail_path(folder, error);
    for (i = 0; i < count && free; i++)
        free = strcmp(files[i].name, UNFINISHED) == 0 || is_moved(&arena, unfinished, files[i].name);
    door_arena_release(&arena);
    return free;
}

/* Remove what a program that was killed has left: what it moved, then what it had begun. */
static void
clear(struct door_beginning *beginning)
{
    struct door_arena *arena = &beginning->arena;
    size_t count = 0, i;
    struct door_file *files = door_files_list(arena, beginning->folder, &count);

    for (i = 0; files && i < count; i++)
        if (is_moved(arena, beginning->unfinished, files[i].name))
            door_tree_remove(AT_FDCWD, door_path_join(arena, beginning->folder, files[i].name), beginning->folder);
    door_tree_remove(AT_FDCWD, beginning->unfinished, beginning->folder);
}

struct door_beginning *
door_begin(const char *folder)
{
    struct door_arena arena = { 0 };
    struct door_beginning *beginning = door_arena_alloc(&arena, sizeof *beginning);
    size_t size = strlen(folder);

    while (size > 1 && folder[size - 1] == '/')
        size--;
    beginning->arena = arena;
    beginning->folder = folder = door_arena_copy(&beginning->arena, folder, size);
    beginning->unfinished = door_path_join(&beginning->arena, folder, UNFINISHED);
    if (!make_folders_above(folder))
        door_fail_path(folder, errno);
    beginning->made = mkdir(folder, 0777) == 0;
    if (!beginning->made && errno != EEXIST)
        door_fail_path(folder, errno);
    clear(beginning);
    if (mkdir(beginning->unfinished, 0777) != 0)
        door_begin_fail(beginning, beginning->unfinished, errno);
    return beginning;
}

void
door_begin_fail(struct door_beginning *beginning, const char *path, int error)
{
    door_tree_remove(AT_FDCWD, beginning->unfinished, beginning->folder);
    if (beginning->made)
        rmdir(beginning->folder);
    door_fail_path(path, error);
}

void
door_begin_file(struct door_beginning *beginning, const char *name, const char *bytes, size_t size)
{
    const char *path = door_path_join(&beginning->arena, beginning->unfinished, name);

    if (!make_folders_above(path) || !write_whole(path, bytes, size))
        door_begin_fail(beginning, door_path_join(&beginning->arena, beginning->folder, name), errno);
}

void
door_begin_copy(struct door_beginning *beginning, const char *from, const char *name)
{
    struct door_arena arena = { 0 };
    size_t count, size, i;
    struct door_file *files = door_files_list(&arena, from, &count);
    const char *bytes;

    if (!files) {
        bytes = door_file_read(&arena, from, &size);
        if (!bytes)
            door_begin_fail(beginning, from, errno);
        door_begin_file(beginning, name, bytes, size);
    }
    for (i = 0; files && i < count; i++)
        if (files[i].name[0] != '.' && (files[i].type == DOOR_FILE_REGULAR || files[i].type == DOOR_FILE_FOLDER))
            door_begin_copy(beginning, door_path_join(&arena, from, files[i].name),
                    door_path_join(&arena, name, files[i].name));
    door_arena_release(&arena);
}

/* Those that were put in their place are taken back: nothing was there before. */
static void
take_back(struct door_beginning *beginning, const struct door_file *files, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        door_tree_remove(AT_FDCWD, door_path_join(&beginning->arena, beginning->folder, files[i].name),
                beginning->folder);
}

/* Note what will be moved, so that whoever is killed on the way is known again. */
static void
note_moved(struct door_beginning *beginning, const struct door_file *files, size_t count)
{
    const char *names = "";
    size_t i;

    for (i = 0; i < count; i++)
        names = door_arena_format(&beginning->arena, "%s/%s\n", names, files[i].name);
    door_begin_file(beginning, MOVED, names, strlen(names));
}

void
door_begin_finish(struct door_beginning *beginning)
{
    struct door_arena *arena = &beginning->arena, whole;
    size_t count = 0, i;
    struct door_file *files = door_files_list(arena, beginning->unfinished, &count);

    note_moved(beginning, files, count);
    for (i = 0; files && i < count; i++) {
        int error;

        if (rename(door_path_join(arena, beginning->unfinished, files[i].name),
                door_path_join(arena, beginning->folder, files[i].name)) == 0)
            continue;
        error = errno;
        take_back(beginning, files, i);
        door_begin_fail(beginning, beginning->folder, error);
    }
    if (!files || unlink(door_path_join(arena, beginning->unfinished, MOVED)) != 0
            || rmdir(beginning->unfinished) != 0)
        door_fail_path(beginning->unfinished, errno);
    whole = beginning->arena;       /* in which it lies itself */
    door_arena_release(&whole);
}
