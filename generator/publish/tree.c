#include "publish/tree.h"

#include <errno.h>
#include <fcntl.h>
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

const struct dirent *
door_tree_next(DIR *list, const char *path)
{
    const struct dirent *entry;

    do {
        errno = 0;
        entry = readdir(list);
        if (!entry && errno)
            door_fail_path(path, errno);
    } while (entry && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0));
    return entry;
}

DIR *
door_tree_open(int tree, struct door_arena *arena, const char *root, const char *name)
{
    int descriptor = openat(tree, name[0] ? name : ".", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *list = descriptor < 0 ? NULL : fdopendir(descriptor);

    if (!list)
        door_fail_path(door_path_join(arena, root, name), errno);
    return list;
}

bool
door_tree_is_folder(DIR *list, const struct dirent *entry)
{
    struct stat status;

    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(dirfd(list), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
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
