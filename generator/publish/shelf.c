#include "publish/shelf.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/hash.h"
#include "base/map.h"

#define MAGIC "frontdoor print 1\n"
#define TEMPORARY ".new"        /* the name that a file has until it is whole */
#define LARGEST ((off_t)64 << 20)

enum { DIGITS = 12 };

struct door_shelf {
    int folder;                 /* -1: nothing can be kept here */
    struct door_map used;       /* names: each to itself */
    struct door_arena arena;    /* for them */
    struct door_buf file;       /* as read or to be written */
};

/* A folder in this one, made if need be; closes this one. -1 if that cannot be, and for a link. */
static int
step_into(int folder, const char *name)
{
    int inner = -1;

    if (folder >= 0) {
        mkdirat(folder, name, 0777);
        inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        close(folder);
    }
    return inner;
}

struct door_shelf *
door_shelf_open(const char *offer, const char *kind)
{
    struct door_shelf *shelf = calloc(1, sizeof *shelf);

    if (!shelf)
        door_fail("out of memory");
    shelf->folder = open(offer, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    shelf->folder = step_into(step_into(shelf->folder, ".frontdoor"), kind);
    return shelf;
}

/* The name that a file of this recipe has; from now on it is in use. */
static const char *
name_of(struct door_shelf *shelf, const struct door_buf *recipe)
{
    char digits[DIGITS + 1];
    const char *name;

    door_hash_digits(door_hash(recipe->data, recipe->size), DIGITS, digits);
    name = door_arena_text(&shelf->arena, digits);
    door_map_put(&shelf->used, &shelf->arena, name, name);
    return name;
}

/* Read a whole file into shelf->file. */
static bool
read_file(struct door_shelf *shelf, const char *name)
{
    int descriptor = openat(shelf->folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    ssize_t got = 0;

    if (descriptor < 0)
        return false;
    door_buf_clear(&shelf->file);
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= LARGEST) {
        door_buf_reserve(&shelf->file, (size_t)status.st_size);
        while (shelf->file.size < (size_t)status.st_size) {
            got = read(descriptor, shelf->file.data + shelf->file.size, (size_t)status.st_size - shelf->file.size);
            if (got <= 0)
                break;
            shelf->file.size += (size_t)got;
        }
    }
    close(descriptor);
    return shelf->file.size > 0 && shelf->file.size == (size_t)status.st_size;
}

/* Write what stands before recipe and file. */
static void
write_head(struct door_buf *out, const struct door_buf *recipe, const char *body, size_t size)
{
    char digits[DIGITS + 1];

    door_hash_digits(door_hash(body, size), DIGITS, digits);
    door_buf_format(out, MAGIC "%s %zu\n", digits, recipe->size);
}

bool
door_shelf_find(struct door_shelf *shelf, const struct door_buf *recipe, struct door_buf *out)
{
    const char *name = name_of(shelf, recipe), *body;
    struct door_buf head = { 0 };
    size_t size;
    bool found = false;

    if (shelf->folder < 0 || !read_file(shelf, name))
        return false;
    body = memchr(shelf->file.data + sizeof MAGIC - 1, '\n', shelf->file.size < sizeof MAGIC ? 0
            : shelf->file.size - (sizeof MAGIC - 1));
    body = body ? body + 1 : shelf->file.data;
    size = shelf->file.size - (size_t)(body - shelf->file.data);
    write_head(&head, recipe, body, size);
    if (head.size == shelf->file.size - size && memcmp(head.data, shelf->file.data, head.size) == 0
            && size >= recipe->size && memcmp(body, recipe->data, recipe->size) == 0) {
        door_buf_clear(out);
        door_buf_add(out, body + recipe->size, size - recipe->size);
        found = true;
    }
    door_buf_release(&head);
    return found;
}

static bool
write_file(int folder, const struct door_buf *head, const struct door_buf *body)
{
    const struct door_buf *parts[2] = { head, body };
    int descriptor, i;
    bool ok = true;

    unlinkat(folder, TEMPORARY, 0);
    descriptor = openat(folder, TEMPORARY, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return false;
    for (i = 0; i < 2 && ok; i++) {
        size_t done = 0;

        while (done < parts[i]->size && ok) {
            ssize_t put = write(descriptor, parts[i]->data + done, parts[i]->size - done);

            ok = put >= 0;
            done += ok ? (size_t)put : 0;
        }
    }
    return close(descriptor) == 0 && ok;
}

void
door_shelf_put(struct door_shelf *shelf, const struct door_buf *recipe, const struct door_buf *file)
{
    const char *name = name_of(shelf, recipe);
    struct door_buf head = { 0 };

    if (shelf->folder < 0)
        return;
    door_buf_clear(&shelf->file);
    door_buf_add(&shelf->file, recipe->data, recipe->size);
    door_buf_add(&shelf->file, file->data, file->size);
    write_head(&head, recipe, shelf->file.data, shelf->file.size);
    if (write_file(shelf->folder, &head, &shelf->file))
        renameat(shelf->folder, TEMPORARY, shelf->folder, name);
    door_buf_release(&head);
}

/* What later builds would not find either: layouts of an earlier content, damaged files, somebody else's. */
static void
remove_rest(struct door_shelf *shelf)
{
    DIR *list = fdopendir(shelf->folder);
    struct dirent *entry;

    if (!list)
        return;
    while ((entry = readdir(list)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0
                && !door_map_find(&shelf->used, entry->d_name))
            unlinkat(shelf->folder, entry->d_name, 0);
    closedir(list);
    shelf->folder = -1;
}

void
door_shelf_close(struct door_shelf *shelf)
{
    if (shelf->folder >= 0)
        remove_rest(shelf);
    if (shelf->folder >= 0)
        close(shelf->folder);
    door_buf_release(&shelf->file);
    door_arena_release(&shelf->arena);
    free(shelf);
}
