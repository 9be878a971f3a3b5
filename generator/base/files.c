#include "base/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fail.h"

/* What is not there, or not for us to read, is the caller's to tell; a disk that fails ends the program. */
static void
see_to_machine(const char *path, int error)
{
    switch (error) {
    case EIO:
    case ENOMEM:
    case EMFILE:
    case ENFILE:
    case ESTALE:
    case ETIMEDOUT:
        door_fail_path(path, error);
    }
}

char *
door_file_read(struct door_arena *arena, const char *path, size_t *size)
{
    char *bytes = NULL;
    struct stat status;
    size_t done = 0;
    int descriptor, error = 0;

    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);     /* a pipe would wait for its writer for ever */
    if (descriptor < 0) {
        see_to_machine(path, errno);
        return NULL;
    }
    if (fstat(descriptor, &status) != 0) {
        error = errno;
        goto out;
    }
    if (!S_ISREG(status.st_mode)) {
        error = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        goto out;
    }
    bytes = door_arena_alloc(arena, (size_t)status.st_size + 1);
    while (done < (size_t)status.st_size) {
        ssize_t got = read(descriptor, bytes + done, (size_t)status.st_size - done);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            error = errno;
            goto out;
        }
        if (got == 0)
            break;      /* the file shrank while it was read */
        done += (size_t)got;
    }
    bytes[done] = '\0';
    *size = done;
out:
    close(descriptor);
    see_to_machine(path, error);
    errno = error;
    return error ? NULL : bytes;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(((const struct door_file *)a)->name, ((const struct door_file *)b)->name);
}

static enum door_file_type
type_of(int folder, const struct dirent *entry)
{
    struct stat status;

    switch (entry->d_type) {
    case DT_REG:
        return DOOR_FILE_REGULAR;
    case DT_DIR:
        return DOOR_FILE_FOLDER;
    case DT_LNK:
        return DOOR_FILE_LINK;
    }
    /* Some file systems do not tell. */
    if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return DOOR_FILE_OTHER;
    if (S_ISREG(status.st_mode))
        return DOOR_FILE_REGULAR;
    if (S_ISDIR(status.st_mode))
        return DOOR_FILE_FOLDER;
    return S_ISLNK(status.st_mode) ? DOOR_FILE_LINK : DOOR_FILE_OTHER;
}

struct door_file *
door_files_list(struct door_arena *arena, const char *path, size_t *count)
{
    struct door_file *files = NULL, *copy;
    size_t used = 0, capacity = 0;
    struct dirent *entry;
    DIR *folder = opendir(path);

    if (!folder) {
        see_to_machine(path, errno);
        return NULL;
    }
    while (errno = 0, (entry = readdir(folder))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (used == capacity) {
            capacity = capacity ? capacity * 2 : 64;
            files = realloc(files, capacity * sizeof *files);
            if (!files)
                door_fail("out of memory");
        }
        files[used].name = door_arena_text(arena, entry->d_name);
        files[used++].type = type_of(dirfd(folder), entry);
    }
    if (errno)
        door_fail_path(path, errno);
    closedir(folder);
    if (used)
        qsort(files, used, sizeof *files, compare_names);
    copy = door_arena_array(arena, used + 1, sizeof *copy);
    if (used)
        memcpy(copy, files, used * sizeof *copy);
    free(files);
    *count = used;
    return copy;
}

bool
door_file_exists(const char *path)
{
    if (access(path, F_OK) == 0)
        return true;
    see_to_machine(path, errno);
    return false;
}

char *
door_path_join(struct door_arena *arena, const char *folder, const char *name)
{
    if (!folder[0] || strcmp(folder, ".") == 0)
        return door_arena_text(arena, name);
    if (folder[strlen(folder) - 1] == '/')
        return door_arena_format(arena, "%s%s", folder, name);
    return door_arena_format(arena, "%s/%s", folder, name);
}
