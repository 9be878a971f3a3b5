#include "publish/output.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/map.h"
#include "publish/audit.h"

#define TEMPORARY ".frontdoor-new"  /* the name that a file has until it is whole; no page may be called so */

struct door_output {
    struct door_arena arena;
    const char *path;               /* "output/site" */
    const char *state, *spare, *list;   /* ".site.frontdoor" and what is in it */
    int lock, live, tree;           /* descriptors; live is -1 when there is no site yet */
    struct door_map ours;           /* what earlier builds published, files and folders: name to name */
    const char **standing;          /* the files among them, in the order of the list */
    size_t standing_count, standing_room;
    struct door_map files;          /* what this one hands over */
    struct door_map folders;        /* of the spare, known to be there */
    struct door_buf names;          /* of files, a line each */
    struct door_buf known;          /* the same, and ours */
    struct door_buf old;            /* a standing file, to compare with */
    struct door_output_counts counts;
    struct door_audit *audit;       /* takes what is handed over, and nothing above is in use; NULL: a site is made */
};

/* What is known of a folder of the spare: it was there, or this build made it. */
static const char found[] = "found", made[] = "made";

/* The spare could not be worked on at this name; errno says why. */
static void
fail_at(struct door_output *output, const char *name)
{
    int error = errno;

    door_fail_path(door_path_join(&output->arena, output->spare, name), error);
}

static void
make_folder(const char *path)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        door_fail_path(path, errno);
}

/* The folder beside the site, into whose parent both are swapped. */
static void
make_state(struct door_output *output)
{
    if (mkdir(output->state, 0777) == 0 || errno == EEXIST)
        return;
    if (errno == EACCES || errno == EROFS)
        door_fail("%s: %s\n  hint: The site is swapped as a whole, so the folder that holds it must be writable.",
                output->state, strerror(errno));
    door_fail_path(output->state, errno);
}

/* mkdir -p, for the folder that holds the output. */
static void
make_parents(struct door_arena *arena, const char *path)
{
    char *copy = door_arena_text(arena, path), *slash;

    for (slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        make_folder(copy);
        *slash = '/';
    }
}

static void
take_lock(struct door_output *output)
{
    const char *path = door_path_join(&output->arena, output->state, "lock");

    output->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (output->lock < 0)
        door_fail_path(path, errno);
    if (flock(output->lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            door_fail("%s: another build is writing this site; wait until it is done", output->path);
        door_fail_path(path, errno);
    }
}

static void
fail_to_remove(struct door_output *output, const char *name)
{
    door_fail("%s: can't remove %s: %s", output->state, name, strerror(errno));
}

/* Remove a file, a link, or a folder with all that is in it; nothing there is no mistake. */
static void
remove_tree(struct door_output *output, int folder, const char *name)
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
        fail_to_remove(output, name);
    }
    list = fdopendir(descriptor);
    if (!list)
        fail_to_remove(output, name);
    while ((entry = readdir(list)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_tree(output, dirfd(list), entry->d_name);
    closedir(list);
    if (unlinkat(folder, name, AT_REMOVEDIR) != 0)
        fail_to_remove(output, name);
}

/*
 * Without RENAME_EXCHANGE a swap takes three renames, and a build was stopped between two of them: put the old site
 * back, or let go of it where the new one was in place already.
 */
static void
recover(struct door_output *output)
{
    const char *aside = door_path_join(&output->arena, output->state, "aside");

    if (!door_file_exists(aside))
        return;
    if (door_file_exists(output->path))
        remove_tree(output, AT_FDCWD, aside);
    else if (rename(aside, output->path) != 0)
        door_fail_path(output->path, errno);
}

static void
add_line(struct door_buf *lines, const char *line)
{
    door_buf_text(lines, line);
    door_buf_char(lines, '\n');
}

static void
read_list(struct door_output *output)
{
    size_t size;
    char *line = door_file_read(&output->arena, output->list, &size), *end, *slash;

    if (!line && errno != ENOENT)
        door_fail_path(output->list, errno);
    for (; line && (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        door_map_put(&output->ours, &output->arena, line, line);
        output->standing = door_arena_grow(&output->arena, output->standing, output->standing_count,
                &output->standing_room, sizeof *output->standing);
        output->standing[output->standing_count++] = line;
        add_line(&output->known, line);
        for (slash = strchr(line, '/'); slash; slash = strchr(slash + 1, '/')) {
            *slash = '\0';
            if (!door_map_find(&output->ours, line)) {
                const char *folder = door_arena_text(&output->arena, line);

                door_map_put(&output->ours, &output->arena, folder, folder);
            }
            *slash = '/';
        }
    }
}

/* The next name in a folder, but for "." and ".."; NULL at its end. */
static const struct dirent *
next_name(DIR *list, const char *path)
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

/* A folder of a tree, "" for the tree itself; root is the tree's path. */
static DIR *
open_folder(struct door_output *output, int tree, const char *root, const char *name)
{
    int descriptor = openat(tree, name[0] ? name : ".", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *list = descriptor < 0 ? NULL : fdopendir(descriptor);

    if (!list)
        door_fail_path(door_path_join(&output->arena, root, name), errno);
    return list;
}

static bool
is_folder(DIR *list, const struct dirent *entry)
{
    struct stat status;

    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(dirfd(list), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

/* Step into a folder's file: path, of that size, gets its name. */
static void
step(struct door_buf *path, size_t size, const char *name)
{
    path->size = size;
    if (size)
        door_buf_char(path, '/');
    door_buf_text(path, name);
}

/*
 * The first file below the site that is not ours, or folder without files; NULL if there is none. path is the folder to
 * look in. Every build walks the whole site here, so nothing is sorted.
 */
static const char *
find_foreign(struct door_output *output, int tree, struct door_buf *path)
{
    size_t size = path->size;
    DIR *list = open_folder(output, tree, output->path, door_buf_string(path));
    const struct dirent *entry;
    const char *first = NULL;

    while ((entry = next_name(list, output->path))) {
        bool folder = is_folder(list, entry);
        const char *foreign;

        step(path, size, entry->d_name);
        foreign = folder ? find_foreign(output, tree, path) : NULL;
        if (!foreign && !door_map_find(&output->ours, path->data))
            foreign = door_arena_text(&output->arena, path->data);
        if (foreign && (!first || strcmp(foreign, first) < 0))
            first = foreign;
    }
    closedir(list);
    path->size = size;
    if (path->data)
        path->data[size] = '\0';
    return first;
}

static void
fail_mount_point(struct door_output *output)
{
    door_fail("%s: is a mount point and can't be swapped; mount and serve the folder above it", output->path);
}

/* Can what stands at the output's path be swapped? False if nothing stands there. */
static bool
check_site(struct door_output *output)
{
    struct stat site, parent;

    if (lstat(output->path, &site) != 0) {
        if (errno == ENOENT)
            return false;
        door_fail_path(output->path, errno);
    }
    if (S_ISLNK(site.st_mode))
        door_fail("%s: is a link and can't be swapped; give -o the folder that it leads to", output->path);
    if (!S_ISDIR(site.st_mode))
        door_fail("%s: is not a folder; choose another output with -o", output->path);
    if (stat(door_arena_format(&output->arena, "%s/..", output->path), &parent) == 0 && parent.st_dev != site.st_dev)
        fail_mount_point(output);
    return true;
}

static void
refuse_foreign(struct door_output *output)
{
    struct door_buf path = { 0 };
    const char *foreign;
    int site;

    if (!check_site(output))
        return;
    site = open(output->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (site < 0)
        door_fail_path(output->path, errno);
    foreign = find_foreign(output, site, &path);
    close(site);
    door_buf_release(&path);
    if (foreign)
        door_fail("%s: holds something that frontdoor did not write: %s\n"
                "  hint: Choose another output with -o, or move it out of there.", output->path, foreign);
}

/* An empty spare, or that of the last build; never a link, which would lead our files elsewhere. */
static int
open_spare(struct door_output *output)
{
    const char *path = output->spare;
    int descriptor;
    struct stat status;

    if (lstat(path, &status) == 0 && !S_ISDIR(status.st_mode) && unlink(path) != 0)
        door_fail_path(path, errno);
    make_folder(path);
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        door_fail_path(path, errno);
    remove_tree(output, descriptor, TEMPORARY);     /* of a build that was killed */
    return descriptor;
}

static int
open_live(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (descriptor < 0 && errno != ENOENT)
        door_fail_path(path, errno);
    return descriptor;
}

/* Name the output and what lies beside it. A tree is swapped by its name, so it must have one. */
static void
take_paths(struct door_output *output, const char *path)
{
    size_t size = strlen(path);
    const char *slash, *name;

    while (size > 1 && path[size - 1] == '/')
        size--;
    path = output->path = door_arena_copy(&output->arena, path, size);
    slash = strrchr(path, '/');
    name = slash ? slash + 1 : path;
    if (!name[0] || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        door_fail("%s: can't be swapped; give -o a folder by its name, such as public", path);
    output->state = door_arena_format(&output->arena, "%.*s.%s.frontdoor", (int)(name - path), path, name);
    output->spare = door_path_join(&output->arena, output->state, "tree");
    output->list = door_path_join(&output->arena, output->state, "list");
}

struct door_output *
door_output_open(const char *path)
{
    struct door_output *output = calloc(1, sizeof *output);

    if (!output)
        door_fail("out of memory");
    take_paths(output, path);
    if (!door_file_exists(output->state))
        refuse_foreign(output);     /* before anything is made beside a folder that is not ours */
    make_parents(&output->arena, output->path);
    make_state(output);
    take_lock(output);
    recover(output);
    read_list(output);
    if (!output->ours.count)
        refuse_foreign(output);     /* else door_output_commit does, once for a build */
    else
        check_site(output);
    output->live = open_live(output->path);
    output->tree = open_spare(output);
    return output;
}

struct door_output *
door_output_open_audit(const char *path, struct door_audit *audit)
{
    struct door_output *output = calloc(1, sizeof *output);

    if (!output)
        door_fail("out of memory");
    output->audit = audit;
    take_paths(output, path);
    read_list(output);
    return output;
}

/* Make one folder of the spare. Returns `made` if it was not there, else `found`. */
static const char *
make_spare_folder(struct door_output *output, const char *folder)
{
    struct stat status;

    if (mkdirat(output->tree, folder, 0777) == 0)
        return made;
    if (errno != EEXIST)
        fail_at(output, folder);
    if (fstatat(output->tree, folder, &status, AT_SYMLINK_NOFOLLOW) != 0)
        fail_at(output, folder);
    if (S_ISDIR(status.st_mode))
        return found;
    if (unlinkat(output->tree, folder, 0) != 0 || mkdirat(output->tree, folder, 0777) != 0)
        fail_at(output, folder);
    return made;
}

/* Make the folders that a file of the spare lies in. Is the last one new, and so empty but for what we put there? */
static bool
make_folders_of(struct door_output *output, char *name)
{
    const char *state = found;
    char *slash;

    for (slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        state = door_map_find(&output->folders, name);
        if (!state) {
            state = make_spare_folder(output, name);
            door_map_put(&output->folders, &output->arena, door_arena_text(&output->arena, name), state);
        }
        *slash = '/';
    }
    return state == made;
}

/* Does the site that stands hold this file with these bytes? *status tells which file it is. */
static bool
stands(struct door_output *output, const char *name, const char *bytes, size_t size, struct stat *status)
{
    int descriptor;
    size_t done = 0;

    if (output->live < 0 || fstatat(output->live, name, status, AT_SYMLINK_NOFOLLOW) != 0
            || !S_ISREG(status->st_mode) || (size_t)status->st_size != size)
        return false;
    descriptor = openat(output->live, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    door_buf_clear(&output->old);
    door_buf_reserve(&output->old, size);
    while (done < size) {
        ssize_t got = read(descriptor, output->old.data + done, size - done);

        if (got <= 0)
            break;
        done += (size_t)got;
    }
    close(descriptor);
    return done == size && (size == 0 || memcmp(output->old.data, bytes, size) == 0);
}

static void
rename_into_place(struct door_output *output, const char *name)
{
    if (renameat(output->tree, TEMPORARY, output->tree, name) == 0)
        return;
    if (errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST) {
        remove_tree(output, output->tree, name);
        if (renameat(output->tree, TEMPORARY, output->tree, name) == 0)
            return;
    }
    fail_at(output, name);
}

/* Put the standing file into the spare; false where a link cannot be made, as to a file of another user. */
static bool
link_standing(struct door_output *output, const char *name, const struct stat *standing, bool fresh)
{
    struct stat spare;

    if (fresh)
        return linkat(output->live, name, output->tree, name, 0) == 0;
    if (fstatat(output->tree, name, &spare, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT)
            fail_at(output, name);      /* a link to itself would not be renamed, and stay in the way */
    } else if (spare.st_ino == standing->st_ino && spare.st_dev == standing->st_dev) {
        return true;
    }
    if (linkat(output->live, name, output->tree, TEMPORARY, 0) != 0)
        return false;
    rename_into_place(output, name);
    return true;
}

/* In a fresh folder nothing stands in the way, so the file is written under its own name. */
static void
write_new(struct door_output *output, const char *name, const char *bytes, size_t size, bool fresh)
{
    int descriptor = openat(output->tree, fresh ? name : TEMPORARY, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    size_t done = 0;

    if (descriptor < 0)
        fail_at(output, name);
    while (done < size) {
        ssize_t put = write(descriptor, bytes + done, size - done);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            fail_at(output, name);
        done += (size_t)put;
    }
    if (close(descriptor) != 0)
        fail_at(output, name);
    if (!fresh)
        rename_into_place(output, name);
    output->counts.written++;
}

void
door_output_file(struct door_output *output, const char *name, const char *bytes, size_t size)
{
    struct stat standing;
    char *kept;
    bool fresh;

    if (!output)
        return;
    kept = door_arena_text(&output->arena, name);
    assert(!door_map_find(&output->files, name));
    door_map_put(&output->files, &output->arena, kept, kept);
    if (output->audit) {
        door_audit_file(output->audit, name, bytes, size);
        return;
    }
    add_line(&output->names, name);
    if (!door_map_find(&output->ours, name))
        add_line(&output->known, name);
    output->counts.files++;
    fresh = make_folders_of(output, kept);
    if (!stands(output, name, bytes, size, &standing) || !link_standing(output, name, &standing, fresh))
        write_new(output, name, bytes, size, fresh);
}

bool
door_output_holds(const struct door_output *output, const char *name)
{
    return door_map_find(&output->files, name) != NULL;
}

void
door_output_keep(struct door_output *output, const char *name)
{
    const char *path = door_path_join(&output->arena, output->path, name);
    size_t size;
    const char *bytes = door_file_read(&output->arena, path, &size);

    if (bytes)
        door_output_file(output, name, bytes, size);
    else if (errno != ENOENT)
        door_fail_path(path, errno);
}

const char *
door_output_lost(const struct door_output *output, size_t *at)
{
    while (*at < output->standing_count) {
        const char *name = output->standing[(*at)++];

        if (!door_map_find(&output->files, name))
            return name;
    }
    return NULL;
}

/*
 * Remove from the spare what this build did not hand over; the folder itself where nothing is left in it. A folder that
 * this build made holds nothing else. path is the folder to look in.
 */
static void
remove_rest(struct door_output *output, struct door_buf *path)
{
    size_t size = path->size;
    DIR *list = open_folder(output, output->tree, output->spare, door_buf_string(path));
    const struct dirent *entry;

    while ((entry = next_name(list, output->spare))) {
        bool folder = is_folder(list, entry);
        const char *state;

        step(path, size, entry->d_name);
        state = folder ? door_map_find(&output->folders, path->data) : NULL;
        if (folder ? !state : !door_map_find(&output->files, path->data))
            remove_tree(output, output->tree, path->data);
        else if (state == found)
            remove_rest(output, path);
    }
    closedir(list);
    path->size = size;
    if (path->data)
        path->data[size] = '\0';
}

static void
write_list(const char *path, struct door_buf *names)
{
    FILE *stream;

    if (unlink(path) != 0 && errno != ENOENT)
        door_fail_path(path, errno);
    stream = fopen(path, "wex");
    if (!stream)
        door_fail_path(path, errno);
    if (fwrite(door_buf_string(names), 1, names->size, stream) != names->size
            || fflush(stream) != 0 || fclose(stream) != 0)
        door_fail_path(path, errno);
}

static void
replace_list(struct door_output *output, const char *list)
{
    if (rename(list, output->list) != 0)
        door_fail_path(output->list, errno);
}

static void
swap(struct door_output *output)
{
    const char *aside = door_path_join(&output->arena, output->state, "aside");

    if (output->live < 0) {
        if (rename(output->spare, output->path) != 0)
            door_fail_path(output->path, errno);
        return;
    }
    if (renameat2(AT_FDCWD, output->spare, AT_FDCWD, output->path, RENAME_EXCHANGE) == 0)
        return;
    if (errno == EBUSY)
        fail_mount_point(output);       /* one of the same file system */
    if (errno != EINVAL && errno != ENOSYS)
        door_fail_path(output->path, errno);
    /* A file system without exchange: two renames, and recover() puts the site back if we are stopped between them. */
    if (rename(output->path, aside) != 0)
        door_fail_path(output->path, errno);
    if (rename(output->spare, output->path) != 0) {
        int error = errno;

        if (rename(aside, output->path) != 0)
            door_fail_path(output->path, errno);
        door_fail_path(output->path, error);
    }
    if (rename(aside, output->spare) != 0)
        door_fail_path(output->spare, errno);
}

/*
 * What the list lacks is refused as somebody else's, so at any instant it must name all that stands: before the swap it
 * gets what either tree holds, after it what the new one holds.
 */
struct door_output_counts
door_output_commit(struct door_output *output)
{
    const char *list = door_arena_format(&output->arena, "%s.new", output->list);
    struct door_buf path = { 0 };

    remove_rest(output, &path);
    door_buf_release(&path);
    refuse_foreign(output);         /* last of all: somebody may have put a file there meanwhile */
    write_list(list, &output->known);
    replace_list(output, list);
    write_list(list, &output->names);
    if (syncfs(output->tree) != 0)
        door_fail_path(output->spare, errno);
    swap(output);
    replace_list(output, list);
    return output->counts;
}

void
door_output_close(struct door_output *output)
{
    if (!output->audit) {
        if (output->live >= 0)
            close(output->live);
        close(output->tree);
        close(output->lock);
    }
    door_buf_release(&output->names);
    door_buf_release(&output->known);
    door_buf_release(&output->old);
    door_arena_release(&output->arena);
    free(output);
}
