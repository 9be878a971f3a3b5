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

static void
make_folders_above(const char *path)
{
    struct door_arena arena = { 0 };
    char *copy = door_arena_text(&arena, path), *slash;

    for (slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(copy, 0777) != 0 && errno != EEXIST)
            door_fail_path(copy, errno);
        *slash = '/';
    }
    door_arena_release(&arena);
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

    make_folders_above(path);
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

bool
door_create_is_free(const char *folder)
{
    struct door_arena arena = { 0 };
    size_t count = 0;
    bool listed = door_files_list(&arena, folder, &count) != NULL;
    int error = errno;

    door_arena_release(&arena);
    if (listed)
        return count == 0;
    if (error != ENOENT)
        door_fail_path(folder, error);
    return true;
}

void
door_create_copy(const char *from, const char *to)
{
    struct door_arena arena = { 0 };
    size_t count, size, i;
    struct door_file *files = door_files_list(&arena, from, &count);
    const char *bytes;

    if (!files) {
        bytes = door_file_read(&arena, from, &size);
        if (!bytes)
            door_fail_path(from, errno);
        door_create_file(to, bytes, size, true);
    }
    for (i = 0; files && i < count; i++)
        if (files[i].name[0] != '.' && (files[i].type == DOOR_FILE_REGULAR || files[i].type == DOOR_FILE_FOLDER))
            door_create_copy(door_path_join(&arena, from, files[i].name), door_path_join(&arena, to, files[i].name));
    door_arena_release(&arena);
}
