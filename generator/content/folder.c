#include "content/folder.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clean.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "content/media.h"
#include "content/reading.h"
#include "content/stray.h"

struct walk {
    struct door_arena *arena;
    struct door_arena scratch;      /* what lies where, until it is read */
    struct door_diag *diag;
    const char *root, *real_root;   /* real_root: the offer's folder without links, for links to be measured by */
    struct door_source *sources;
    const char **paths;             /* where they lie */
    size_t source_count, source_capacity, path_capacity;
    const char **media;
    size_t media_count, media_capacity;
    bool failed;
};

static struct door_place
place_of(const char *file)
{
    return (struct door_place){ file, 0, 0 };
}

static void
refuse(struct walk *walk, const char *file, const char *id, const char *message, const char *hint)
{
    door_diag_error(walk->diag, place_of(file), id, hint, "%s", message);
    walk->failed = true;
}

/* Is this a file to pass over? A name that is not text is told at its folder, since it cannot be shown. */
static bool
is_passed_over(struct walk *walk, const char *folder, const char *name)
{
    size_t bad;

    if (!door_clean_find(name, strlen(name), &bad))
        return door_stray_is_litter(name);
    refuse(walk, folder, "text-encoding", "a file in this folder has a name that is not UTF-8 text", "Rename it.");
    return true;
}

/* --- links --- */

static char *
real_path(struct door_arena *arena, const char *path)
{
    char *real = realpath(path, NULL), *kept = real ? door_arena_text(arena, real) : NULL;

    free(real);
    return kept;
}

static bool
is_below(const char *path, const char *folder)
{
    size_t size = strlen(folder);

    return strncmp(path, folder, size) == 0 && (path[size] == '/' || path[size] == '\0' || strcmp(folder, "/") == 0);
}

/* What a symbolic link leads to; DOOR_FILE_OTHER after an error was told. */
static enum door_file_type
follow(struct walk *walk, const char *path, const char *file)
{
    const char *real = real_path(walk->arena, path);
    size_t count;

    if (!real) {
        refuse(walk, file, "file-link", "this link leads nowhere", "Put the file itself here, or delete the link.");
        return DOOR_FILE_OTHER;
    }
    if (!is_below(real, walk->real_root)) {
        refuse(walk, file, "file-link", "this link leads out of the offer", "Put the file itself here.");
        return DOOR_FILE_OTHER;
    }
    return door_files_list(walk->arena, real, &count) ? DOOR_FILE_FOLDER : DOOR_FILE_REGULAR;
}

/* --- entries --- */

/* Note the file as a source to be read. */
static void
add_entry(struct walk *walk, const char *folder, const char *name, const char *path, const char *file)
{
    struct door_source source = { .file = file, .folder = folder };
    const char *end = strrchr(name, '.');

    if (door_diag_is_set_aside(walk->diag, file))
        return;
    source.id = door_arena_copy(walk->arena, name, (size_t)(end - name));
    if (!door_text_is_id(source.id)) {
        const char *better = door_stray_suggest_id(walk->arena, source.id);

        door_diag_error(walk->diag, place_of(file), "id-form", better[0]
                ? door_arena_format(walk->arena, "Rename it to \"%s%s\".", better, end)
                : "Name it with lower-case letters, digits and hyphens.",
                "\"%s\" is not a name for an entry: it becomes part of a web address", name);
        walk->failed = true;
        source.id = better;     /* so that links to it are not told as mistakes too */
    }
    walk->paths = door_arena_grow(&walk->scratch, walk->paths, walk->source_count, &walk->path_capacity,
            sizeof *walk->paths);
    walk->paths[walk->source_count] = path;
    walk->sources = door_arena_grow(walk->arena, walk->sources, walk->source_count, &walk->source_capacity,
            sizeof source);
    walk->sources[walk->source_count++] = source;
}

static void
tell_stray(struct walk *walk, const char *folder, const char *name, const char *file)
{
    const char *hint = door_stray_hint(walk->arena, name);

    if (hint)
        refuse(walk, file, "file-stray", door_arena_format(walk->arena, "\"%s\" looks like an entry but is not read",
                name), hint);
    else if (!folder[0] && door_text_is_id(name))
        refuse(walk, file, "file-stray", door_arena_format(walk->arena, "\"%s\" is a file, where a folder may be meant",
                name), "Make a folder of that name for the entries, or delete the file.");
    else if (folder[0])     /* content/ itself also holds tables that offer.yaml names */
        door_diag_warn(walk->diag, place_of(file), "file-stray",
                "Pictures belong in content/media/, other files in content/files/.", "\"%s\" is not read", name);
}

/* --- walking --- */

struct found {              /* what lies in a folder, once a link is followed */
    const char *name, *path;
    const char *file;       /* as editors know it: "content/services/x.md" */
    enum door_file_type type;
    bool is_link;
};

/* Visit what is in a folder, in order. folder is relative to content/, "" for that itself. */
static void
each_file(struct walk *walk, const char *folder, const char *path,
        void (*visit)(struct walk *walk, const char *folder, const struct found *found))
{
    size_t count, i;
    struct door_file *files = door_files_list(&walk->scratch, path, &count);
    const char *shown = door_path_join(walk->arena, "content", folder);

    if (!files)
        door_fail_path(path, errno);
    for (i = 0; i < count; i++) {
        struct found found = { .name = files[i].name, .type = files[i].type };

        if (is_passed_over(walk, shown, found.name))
            continue;
        found.file = door_path_join(walk->arena, shown, found.name);
        found.path = door_path_join(&walk->scratch, path, found.name);
        found.is_link = found.type == DOOR_FILE_LINK;
        if (found.is_link)
            found.type = follow(walk, found.path, found.file);
        visit(walk, folder, &found);
    }
}

static void
visit_file(struct walk *walk, const char *folder, const struct found *found)
{
    bool markdown = door_text_ends(found->name, ".md");

    if (door_stray_is_copy(found->name) || (!markdown && !door_text_ends(found->name, ".yaml")))
        tell_stray(walk, folder, found->name, found->file);
    else if (markdown && !folder[0])
        refuse(walk, found->file, "file-stray", door_arena_format(walk->arena, "\"%s\" is in no folder of entries",
                found->name), "Move it into the folder of its kind, such as content/services/.");
    else
        add_entry(walk, folder, found->name, found->path, found->file);
}

static void
visit_entry(struct walk *walk, const char *folder, const struct found *found)
{
    if (found->type == DOOR_FILE_REGULAR)
        visit_file(walk, folder, found);
    else if (found->type == DOOR_FILE_FOLDER)
        door_diag_warn(walk->diag, place_of(found->file), "file-stray", "Move its files one folder up.",
                "the folder \"%s\" is not read", found->name);
}

static void
visit_media(struct walk *walk, const char *folder, const struct found *found)
{
    const char *name = door_path_join(walk->arena, folder, found->name);

    /* A link to a folder is passed over: it could lead round in a circle. */
    if (found->type == DOOR_FILE_FOLDER && !found->is_link)
        each_file(walk, name, found->path, visit_media);
    if (found->type != DOOR_FILE_REGULAR)
        return;
    if (!door_media_check(found->path, found->file, walk->diag))
        walk->failed = true;
    walk->media = door_arena_grow(walk->arena, walk->media, walk->media_count, &walk->media_capacity,
            sizeof *walk->media);
    walk->media[walk->media_count++] = name;
}

static void
visit_content(struct walk *walk, const char *folder, const struct found *found)
{
    if (found->type == DOOR_FILE_REGULAR)
        visit_file(walk, folder, found);
    else if (found->type == DOOR_FILE_FOLDER && strcmp(found->name, "media") == 0)
        each_file(walk, found->name, found->path, visit_media);
    else if (found->type == DOOR_FILE_FOLDER && strcmp(found->name, "files") != 0)
        each_file(walk, door_arena_text(walk->arena, found->name), found->path, visit_entry);
}

/* --- in order --- */

static int
compare_sources(const void *a, const void *b)
{
    const struct door_source *p = a, *q = b;
    int order = strcmp(p->folder, q->folder);

    if (!order)
        order = strcmp(p->id, q->id);
    return order ? order : strcmp(p->file, q->file);
}

static int
compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Has its file the name that its id asks for? If not, that has been told. */
static bool
is_well_named(const struct door_source *source)
{
    const char *name = strrchr(source->file, '/') + 1;

    return door_text_starts(name, source->id) && name[strlen(source->id)] == '.';
}

/* Sort, and leave out the second of two files with one id ("x.md" and "x.yaml"). */
static void
sort_sources(struct walk *walk)
{
    struct door_source *sources = walk->sources;
    size_t i, kept = 0;

    if (walk->source_count)
        qsort(sources, walk->source_count, sizeof *sources, compare_sources);
    for (i = 0; i < walk->source_count; i++) {
        const struct door_source *earlier = kept ? &sources[kept - 1] : NULL;

        if (!sources[i].id[0])
            continue;       /* its name could not be mended; that has been told */
        if (!earlier || strcmp(earlier->folder, sources[i].folder) != 0 || strcmp(earlier->id, sources[i].id) != 0)
            sources[kept++] = sources[i];
        else if (is_well_named(earlier) && is_well_named(&sources[i]))
            refuse(walk, sources[i].file, "id-twice", door_arena_format(walk->arena,
                    "\"%s\" is also the id of %s", sources[i].id, earlier->file), "Rename or delete one of them.");
    }
    walk->source_count = kept;
    if (walk->media_count)
        qsort(walk->media, walk->media_count, sizeof *walk->media, compare_texts);
}

bool
door_content_load(struct door_arena *arena, const char *root, struct door_content *content, size_t workers,
        struct door_diag *diag)
{
    struct walk walk = { .arena = arena, .diag = diag, .root = root };
    const char *path = door_path_join(arena, root, "content");
    const char *offer = door_path_join(arena, path, "offer.yaml"), *real = real_path(arena, path);

    *content = (struct door_content){ .root = root };
    walk.real_root = real_path(arena, root);
    if (!walk.real_root || !real || !door_file_exists(offer)) {
        refuse(&walk, "content/offer.yaml", "offer-missing", door_arena_format(arena,
                "there is no offer in \"%s\"", root), "Run this in the folder that holds content/, or make a new offer "
                "with: frontdoor init DIR");
        return false;
    }
    if (!is_below(real, walk.real_root)) {
        refuse(&walk, "content", "file-link", "this link leads out of the offer", "Put the folder itself here.");
        return false;
    }
    each_file(&walk, "", path, visit_content);
    if (!door_sources_read(arena, &content->fronts, walk.sources, walk.paths, walk.source_count, workers, diag))
        walk.failed = true;
    door_arena_release(&walk.scratch);
    sort_sources(&walk);
    content->sources = walk.sources;
    content->source_count = walk.source_count;
    content->media = walk.media;
    content->media_count = walk.media_count;
    if (!door_content_find(content, "", "offer"))
        refuse(&walk, "content/offer.yaml", "offer-missing", "it is not a file",
                "Put the file that begins with \"format: 1\" here.");
    if (!walk.failed)       /* else what names a picture may not have been read */
        door_media_tell_unused(content, diag);
    return !walk.failed;
}

void
door_content_forget(struct door_content *content)
{
    door_arena_release(&content->fronts);
    content->sources = NULL;
    content->source_count = 0;
}

/* The first source that is not before (folder, id). */
static size_t
lower_bound(const struct door_content *content, const char *folder, const char *id)
{
    size_t low = 0, high = content->source_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct door_source *source = &content->sources[middle];
        int order = strcmp(source->folder, folder);

        if (!order)
            order = strcmp(source->id, id);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct door_source *
door_content_folder(const struct door_content *content, const char *folder, size_t *count)
{
    size_t first = lower_bound(content, folder, ""), end = first;

    while (end < content->source_count && strcmp(content->sources[end].folder, folder) == 0)
        end++;
    *count = end - first;
    return content->sources + first;
}

const struct door_source *
door_content_find(const struct door_content *content, const char *folder, const char *id)
{
    size_t i = lower_bound(content, folder, id);
    const struct door_source *source = content->sources + i;

    return i < content->source_count && strcmp(source->folder, folder) == 0 && strcmp(source->id, id) == 0
            ? source : NULL;
}
