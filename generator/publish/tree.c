#include "publish/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/files.h"

static void
fail_to_remove(const char *where, const char *name)
{
    door_fail("%s: can't remove %s: %s", where, name, strerror(errno));
}

void
door_tree_remove(int folder, const char *name, const char *where)
{
    int descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct dirent *entry;
    DIR *list;

    if (descriptor < 0) {
        int error = errno;

        if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
            return;
        if (errno == EISDIR)
            errno = error;      /* a folder, and this is why it could not be opened */
        fail_to_remove(where, name);
    }
    list = fdopendir(descriptor);
    if (!list)
        fail_to_remove(where, name);
    while ((entry = readdir(list)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            door_tree_remove(dirfd(list), entry->d_name, where);
    closedir(list);
    if (unlinkat(folder, name, AT_REMOVEDIR) != 0)
        fail_to_remove(where, name);
}

/*
 * Every build walks thousands of folders, most with one name in them. Asked of the system without opendir, a folder
 * takes four calls, not six.
 */
struct door_folder {
    int descriptor;
    size_t at, size;        /* in names: the next one, and their end */
    alignas(struct dirent64) char names[8 * 1024];
};

struct door_folder *
door_folder_open(int tree, struct door_arena *arena, const char *root, const char *name)
{
    struct door_folder *folder = malloc(sizeof *folder);

    if (!folder)
        door_fail("out of memory");
    folder->at = folder->size = 0;
    folder->descriptor = openat(tree, name[0] ? name : ".", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder->descriptor < 0)
        door_fail_path(door_path_join(arena, root, name), errno);
    return folder;
}

static bool
is_folder_at(int descriptor, const struct dirent64 *entry)
{
    struct stat status;

    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(descriptor, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

const char *
door_folder_next(struct door_folder *folder, const char *path, bool *is_folder)
{
    for (;;) {
        const struct dirent64 *entry;

        if (folder->at == folder->size) {
            ssize_t size = getdents64(folder->descriptor, folder->names, sizeof folder->names);

            if (size < 0)
                door_fail_path(path, errno);
            if (size == 0)
                return NULL;
            folder->at = 0;
            folder->size = (size_t)size;
        }
        entry = (const struct dirent64 *)(folder->names + folder->at);
        folder->at += entry->d_reclen;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        *is_folder = is_folder_at(folder->descriptor, entry);
        return entry->d_name;
    }
}

void
door_folder_close(struct door_folder *folder)
{
    close(folder->descriptor);
    free(folder);
}

void
door_tree_step(struct door_buf *path, size_t size, const char *name)
{
    path->size = size;
    if (size)
        door_buf_char(path, '/');
    door_buf_text(path, name);
}

void
door_tree_step_back(struct door_buf *path, size_t size)
{
    path->size = size;
    if (path->data)
        path->data[size] = '\0';
}
