#include "publish/spare.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/map.h"
#include "publish/tree.h"

#define TEMPORARY ".frontdoor-new"  /* the name that a file has until it is whole; no page may be called so */

struct door_spare {
    struct door_arena *arena;       /* the output's */
    const char *path, *state;       /* the tree, and the folder that holds it */
    int tree, live;                 /* descriptors; live is -1 when there is no site yet */
    struct door_map folders;        /* of the tree, known to be there */
    struct door_buf folder;         /* that a file lies in */
    struct door_buf old;            /* a standing file, to compare with */
    size_t written;
};

/* What is known of a folder of the spare: it was there, or this build made it. */
static const char found[] = "found", made[] = "made";

/* The spare could not be worked on at this name; errno says why. */
static void
fail_at(struct door_spare *spare, const char *name)
{
    int error = errno;

    door_fail_path(door_path_join(spare->arena, spare->path, name), error);
}

/* An empty spare, or that of the last build; never a link, which would lead our files elsewhere. */
static int
open_tree(const char *path, const char *state)
{
    int descriptor;
    struct stat status;

    if (lstat(path, &status) == 0 && !S_ISDIR(status.st_mode) && unlink(path) != 0)
        door_fail_path(path, errno);
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        door_fail_path(path, errno);
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        door_fail_path(path, errno);
    door_tree_remove(descriptor, TEMPORARY, state);     /* of a build that was killed */
    return descriptor;
}

struct door_spare *
door_spare_open(struct door_arena *arena, const char *state, int live)
{
    struct door_spare *spare = door_arena_alloc(arena, sizeof *spare);

    spare->arena = arena;
    spare->path = door_path_join(arena, state, "tree");
    spare->state = state;
    spare->live = live;
    spare->tree = open_tree(spare->path, state);
    return spare;
}

/* Make one folder of the spare. Returns `made` if it was not there, else `found`. */
static const char *
make_folder(struct door_spare *spare, const char *folder)
{
    struct stat status;

    if (mkdirat(spare->tree, folder, 0777) == 0)
        return made;
    if (errno != EEXIST)
        fail_at(spare, folder);
    if (fstatat(spare->tree, folder, &status, AT_SYMLINK_NOFOLLOW) != 0)
        fail_at(spare, folder);
    if (S_ISDIR(status.st_mode))
        return found;
    if (unlinkat(spare->tree, folder, 0) != 0 || mkdirat(spare->tree, folder, 0777) != 0)
        fail_at(spare, folder);
    return made;
}

/* Make the folders that a file of the spare lies in. Is the last one new, and so empty but for what we put there? */
static bool
make_folders_of(struct door_spare *spare, const char *name)
{
    const char *state = found, *folder;
    char *slash;

    door_buf_clear(&spare->folder);
    door_buf_text(&spare->folder, name);
    folder = door_buf_string(&spare->folder);
    for (slash = strchr(folder, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        state = door_map_find(&spare->folders, folder);
        if (!state) {
            state = make_folder(spare, folder);
            door_map_put(&spare->folders, spare->arena, door_arena_text(spare->arena, folder), state);
        }
        *slash = '/';
    }
    return state == made;
}

/* Does the site that stands hold this file with these bytes? *status tells which file it is. */
static bool
stands(struct door_spare *spare, const char *name, const char *bytes, size_t size, struct stat *status)
{
    int descriptor;
    size_t done = 0;

    if (spare->live < 0 || fstatat(spare->live, name, status, AT_SYMLINK_NOFOLLOW) != 0
            || !S_ISREG(status->st_mode) || (size_t)status->st_size != size)
        return false;
    descriptor = openat(spare->live, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    door_buf_clear(&spare->old);
    door_buf_reserve(&spare->old, size);
    while (done < size) {
        ssize_t got = read(descriptor, spare->old.data + done, size - done);

        if (got <= 0)
            break;
        done += (size_t)got;
    }
    close(descriptor);
    return done == size && (size == 0 || memcmp(spare->old.data, bytes, size) == 0);
}

static void
rename_into_place(struct door_spare *spare, const char *name)
{
    if (renameat(spare->tree, TEMPORARY, spare->tree, name) == 0)
        return;
    if (errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST) {
        door_tree_remove(spare->tree, name, spare->state);
        if (renameat(spare->tree, TEMPORARY, spare->tree, name) == 0)
            return;
    }
    fail_at(spare, name);
}

/* Put the standing file into the spare; false where a link cannot be made, as to a file of another user. */
static bool
link_standing(struct door_spare *spare, const char *name, const struct stat *standing, bool fresh)
{
    struct stat there;

    if (fresh)
        return linkat(spare->live, name, spare->tree, name, 0) == 0;
    if (fstatat(spare->tree, name, &there, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT)
            fail_at(spare, name);      /* a link to itself would not be renamed, and stay in the way */
    } else if (there.st_ino == standing->st_ino && there.st_dev == standing->st_dev) {
        return true;
    }
    if (linkat(spare->live, name, spare->tree, TEMPORARY, 0) != 0)
        return false;
    rename_into_place(spare, name);
    return true;
}

/* In a fresh folder nothing stands in the way, so the file is written under its own name. */
static void
write_new(struct door_spare *spare, const char *name, const char *bytes, size_t size, bool fresh)
{
    int descriptor = openat(spare->tree, fresh ? name : TEMPORARY, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    size_t done = 0;

    if (descriptor < 0)
        fail_at(spare, name);
    while (done < size) {
        ssize_t put = write(descriptor, bytes + done, size - done);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            fail_at(spare, name);
        done += (size_t)put;
    }
    if (close(descriptor) != 0)
        fail_at(spare, name);
    if (!fresh)
        rename_into_place(spare, name);
    spare->written++;
}

void
door_spare_put(struct door_spare *spare, const char *name, const char *bytes, size_t size)
{
    struct stat standing;
    bool fresh = make_folders_of(spare, name);

    if (!stands(spare, name, bytes, size, &standing) || !link_standing(spare, name, &standing, fresh))
        write_new(spare, name, bytes, size, fresh);
}

/*
 * Remove from the spare what this build did not hand over; the folder itself where nothing is left in it. A folder that
 * this build made holds nothing else. path is the folder to look in.
 */
static void
remove_rest(struct door_spare *spare, const struct door_map *files, struct door_buf *path)
{
    size_t size = path->size;
    DIR *list = door_tree_open(spare->tree, spare->arena, spare->path, door_buf_string(path));
    const struct dirent *entry;

    while ((entry = door_tree_next(list, spare->path))) {
        bool folder = door_tree_is_folder(list, entry);
        const char *state;

        door_tree_step(path, size, entry->d_name);
        state = folder ? door_map_find(&spare->folders, path->data) : NULL;
        if (folder ? !state : !door_map_find(files, path->data))
            door_tree_remove(spare->tree, path->data, spare->state);
        else if (state == found)
            remove_rest(spare, files, path);
    }
    closedir(list);
    door_tree_step_back(path, size);
}

void
door_spare_finish(struct door_spare *spare, const struct door_map *files)
{
    struct door_buf path = { 0 };

    remove_rest(spare, files, &path);
    door_buf_release(&path);
}

void
door_spare_flush(struct door_spare *spare)
{
    if (syncfs(spare->tree) != 0)
        door_fail_path(spare->path, errno);
}

size_t
door_spare_written(const struct door_spare *spare)
{
    return spare->written;
}

void
door_spare_close(struct door_spare *spare)
{
    close(spare->tree);
    door_buf_release(&spare->folder);
    door_buf_release(&spare->old);
}
