#include "publish/spare.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
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

/* A file that stands, as this build handed it over. */
struct standing {
    const char *name;
    dev_t device;
    ino_t inode;
    bool linked;                    /* it is in the spare too */
};

struct door_spare {
    struct door_arena *arena;       /* the output's */
    const char *path, *state;       /* the tree, and the folder that holds it */
    int tree, live;                 /* descriptors; -1 when it is not touched yet, and when there is no site yet */
    struct door_map folders;        /* of the tree, known to be there */
    struct standing *standing;
    size_t standing_count, standing_room;
    struct door_map standing_at;    /* name to its place among them, from 1 */
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
    spare->tree = -1;
    return spare;
}

static void
begin(struct door_spare *spare)
{
    if (spare->tree < 0)
        spare->tree = open_tree(spare->path, spare->state);
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

/* Read a standing file, which is open, into spare->old. False if it is not of this size after all. */
static bool
read_standing(struct door_spare *spare, int descriptor, size_t size)
{
    size_t done = 0;

    door_buf_clear(&spare->old);
    door_buf_reserve(&spare->old, size);
    while (done < size) {
        ssize_t got = read(descriptor, spare->old.data + done, size - done);

        if (got <= 0)
            break;
        done += (size_t)got;
    }
    return done == size;
}

/* Does the site that stands hold this file with these bytes? Then *status tells which file it is. */
static bool
stands(struct door_spare *spare, const char *name, const char *bytes, size_t size, struct stat *status)
{
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;       /* a pipe would wait for ever */
    int descriptor = spare->live < 0 ? -1 : openat(spare->live, name, flags);
    bool same;

    if (descriptor < 0)
        return false;
    same = fstat(descriptor, status) == 0 && S_ISREG(status->st_mode) && (size_t)status->st_size == size
            && read_standing(spare, descriptor, size) && (size == 0 || memcmp(spare->old.data, bytes, size) == 0);
    close(descriptor);
    return same;
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
}

void
door_spare_put(struct door_spare *spare, const char *name, const char *bytes, size_t size)
{
    struct stat status;

    if (stands(spare, name, bytes, size, &status)) {
        spare->standing = door_arena_grow(spare->arena, spare->standing, spare->standing_count, &spare->standing_room,
                sizeof *spare->standing);
        spare->standing[spare->standing_count++] = (struct standing){
            .name = name, .device = status.st_dev, .inode = status.st_ino,
        };
        return;
    }
    begin(spare);
    write_new(spare, name, bytes, size, make_folders_of(spare, name));
    spare->written++;
}

/* A file of the spare: is it one that this build wrote, or the one that stands? That is noted. */
static bool
is_right(struct door_spare *spare, const struct door_map *files, const char *name)
{
    size_t place = (size_t)(uintptr_t)door_map_find(&spare->standing_at, name);
    struct standing *standing = place ? &spare->standing[place - 1] : NULL;
    struct stat there;

    if (!standing)
        return door_map_find(files, name) != NULL;
    if (fstatat(spare->tree, name, &there, AT_SYMLINK_NOFOLLOW) != 0)
        fail_at(spare, name);
    standing->linked = there.st_ino == standing->inode && there.st_dev == standing->device;
    return standing->linked;
}

/*
 * Remove from a folder of the spare what is not right, and the folders in it where nothing right is in them. path is
 * the folder; is anything left in it? One that this build made holds nothing else.
 */
static bool
remove_wrong(struct door_spare *spare, const struct door_map *files, struct door_buf *path)
{
    size_t size = path->size;
    struct door_folder *list = door_folder_open(spare->tree, spare->arena, spare->path, door_buf_string(path));
    const char *name;
    bool folder, any = false;

    while ((name = door_folder_next(list, spare->path, &folder))) {
        bool right;

        door_tree_step(path, size, name);
        right = !folder ? is_right(spare, files, path->data)
                : door_map_find(&spare->folders, path->data) == made || remove_wrong(spare, files, path);
        if (!right)
            door_tree_remove(spare->tree, path->data, spare->state);
        else if (folder && !door_map_find(&spare->folders, path->data))
            door_map_put(&spare->folders, spare->arena, door_arena_text(spare->arena, path->data), found);
        any |= right;
    }
    door_folder_close(list);
    door_tree_step_back(path, size);
    return any;
}

/* Where no link can be made, as to a file of another user. */
static void
copy_standing(struct door_spare *spare, const char *name)
{
    int descriptor = openat(spare->live, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status;

    if (descriptor < 0 || fstat(descriptor, &status) != 0)
        fail_at(spare, name);
    errno = EIO;        /* unless there is a better reason */
    if (!read_standing(spare, descriptor, (size_t)status.st_size))
        fail_at(spare, name);
    close(descriptor);
    write_new(spare, name, spare->old.data, (size_t)status.st_size, true);
}

/* Nothing stands in the way: what was wrong is removed. */
static void
link_standing(struct door_spare *spare)
{
    size_t i;

    for (i = 0; i < spare->standing_count; i++) {
        const char *name = spare->standing[i].name;

        if (spare->standing[i].linked)
            continue;
        make_folders_of(spare, name);
        if (linkat(spare->live, name, spare->tree, name, 0) != 0)
            copy_standing(spare, name);
    }
}

void
door_spare_finish(struct door_spare *spare, const struct door_map *files)
{
    struct door_buf path = { 0 };
    size_t i;

    begin(spare);
    for (i = 0; i < spare->standing_count; i++)
        door_map_put(&spare->standing_at, spare->arena, spare->standing[i].name, (const void *)(uintptr_t)(i + 1));
    remove_wrong(spare, files, &path);
    link_standing(spare);
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
    if (spare->tree >= 0)
        close(spare->tree);
    door_buf_release(&spare->folder);
    door_buf_release(&spare->old);
}
