#include "publish/output.h"

#include <assert.h>
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
#include "publish/spare.h"
#include "publish/tree.h"

struct door_output {
    struct door_arena arena;
    const char *path;               /* "output/site" */
    const char *state, *tree, *list;    /* ".site.frontdoor" and what is in it */
    int lock, live;                 /* descriptors; live is -1 when there is no site yet */
    struct door_map ours;           /* what earlier builds published, files and folders: name to name */
    const char **standing;          /* the files among them, in the order of the list */
    size_t standing_count, standing_room;
    struct door_map files;          /* what this one hands over */
    struct door_spare *spare;       /* the tree, being made equal to them */
    struct door_buf names;          /* of files, a line each */
    struct door_buf known;          /* the same, and ours */
    struct door_audit *audit;       /* takes what is handed over, and nothing above is in use; NULL: a site is made */
};

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
        door_tree_remove(AT_FDCWD, aside, output->state);
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

/*
 * The first file below the site that is not ours, or folder without files; NULL if there is none. path is the folder to
 * look in. Every build walks the whole site here, so nothing is sorted.
 */
static const char *
find_foreign(struct door_output *output, int tree, struct door_buf *path)
{
    size_t size = path->size;
    struct door_folder *list = door_folder_open(tree, &output->arena, output->path, door_buf_string(path));
    const char *name, *first = NULL;
    bool folder;

    while ((name = door_folder_next(list, output->path, &folder))) {
        const char *foreign;

        door_tree_step(path, size, name);
        foreign = folder ? find_foreign(output, tree, path) : NULL;
        if (!foreign && !door_map_find(&output->ours, path->data))
            foreign = door_arena_text(&output->arena, path->data);
        if (foreign && (!first || strcmp(foreign, first) < 0))
            first = foreign;
    }
    door_folder_close(list);
    door_tree_step_back(path, size);
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
    output->tree = door_path_join(&output->arena, output->state, "tree");
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
    output->spare = door_spare_open(&output->arena, output->state, output->live);
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

void
door_output_file(struct door_output *output, const char *name, const char *bytes, size_t size)
{
    const char *kept;

    if (!output)
        return;
    assert(!door_map_find(&output->files, name));
    kept = door_arena_text(&output->arena, name);
    door_map_put(&output->files, &output->arena, kept, kept);
    if (output->audit) {
        door_audit_file(output->audit, name, bytes, size);
        return;
    }
    add_line(&output->names, name);
    if (!door_map_find(&output->ours, name))
        add_line(&output->known, name);
    door_spare_put(output->spare, kept, bytes, size);
}

bool
door_output_holds(const struct door_output *output, const char *name)
{
    return door_map_find(&output->files, name) != NULL;
}

const char *
door_output_keep(struct door_output *output, const char *name, size_t *size)
{
    const char *path = door_path_join(&output->arena, output->path, name);
    const char *bytes = door_file_read(&output->arena, path, size);

    if (bytes)
        door_output_file(output, name, bytes, *size);
    else if (errno != ENOENT)
        door_fail_path(path, errno);
    return bytes;
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
        if (rename(output->tree, output->path) != 0)
            door_fail_path(output->path, errno);
        return;
    }
    if (renameat2(AT_FDCWD, output->tree, AT_FDCWD, output->path, RENAME_EXCHANGE) == 0)
        return;
    if (errno == EBUSY)
        fail_mount_point(output);       /* one of the same file system */
    if (errno != EINVAL && errno != ENOSYS)
        door_fail_path(output->path, errno);
    /* A file system without exchange: two renames, and recover() puts the site back if we are stopped between them. */
    if (rename(output->path, aside) != 0)
        door_fail_path(output->path, errno);
    if (rename(output->tree, output->path) != 0) {
        int error = errno;

        if (rename(aside, output->path) != 0)
            door_fail_path(output->path, errno);
        door_fail_path(output->path, error);
    }
    if (rename(aside, output->tree) != 0)
        door_fail_path(output->tree, errno);
}

/* Does the site that stands, still at its path, have all that was handed over, as it is, and nothing else of ours? */
static bool
is_unchanged(const struct door_output *output)
{
    struct stat here, live;
    size_t at = 0;

    return output->live >= 0 && door_spare_written(output->spare) == 0 && !door_output_lost(output, &at)
            && lstat(output->path, &here) == 0 && fstat(output->live, &live) == 0
            && here.st_ino == live.st_ino && here.st_dev == live.st_dev;
}

/*
 * What the list lacks is refused as somebody else's, so at any instant it must name all that stands: before the swap it
 * gets what either tree holds, after it what the new one holds.
 */
struct door_output_counts
door_output_commit(struct door_output *output)
{
    const char *list = door_arena_format(&output->arena, "%s.new", output->list);
    struct door_output_counts counts = { output->files.count, door_spare_written(output->spare) };
    bool unchanged = is_unchanged(output);

    if (!unchanged)
        door_spare_finish(output->spare, &output->files);
    refuse_foreign(output);         /* last of all: somebody may have put a file there meanwhile */
    if (unchanged)
        return counts;
    write_list(list, &output->known);
    replace_list(output, list);
    write_list(list, &output->names);
    door_spare_flush(output->spare);
    swap(output);
    replace_list(output, list);
    return counts;
}

void
door_output_close(struct door_output *output)
{
    if (!output->audit) {
        if (output->live >= 0)
            close(output->live);
        door_spare_close(output->spare);
        close(output->lock);
    }
    door_buf_release(&output->names);
    door_buf_release(&output->known);
    door_arena_release(&output->arena);
    free(output);
}
