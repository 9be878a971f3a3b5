/*
 * Entries: a file of the offer, parted, read, checked, and drawn on every page if nothing is wrong with it. The first
 * line of an input says where below content/ it lies: "services/x.md".
 */
#include "offer.h"

/* "services/x.md" to folder, id and file. False: no name that content/folder.c would read. */
static bool
name_source(struct door_arena *arena, struct door_span line, struct door_source *source)
{
    char *name = door_arena_copy(arena, line.start, line.size), *slash = strchr(name, '/'), *end;

    source->file = door_arena_format(arena, "content/%s", name);
    source->folder = slash ? door_arena_copy(arena, name, (size_t)(slash - name)) : "";
    source->id = slash ? slash + 1 : name;
    end = strrchr(source->id, '.');
    if (!end || (strcmp(end, ".yaml") != 0 && (strcmp(end, ".md") != 0 || !slash)))
        return false;
    *end = '\0';
    return door_text_is_id(source->id) && (!slash || door_text_is_id(source->folder));
}

static void
build(struct offer_work *work, struct door_source *source, const char *bytes, size_t size)
{
    char path[32];
    int memory = offer_file(bytes, size, path);
    struct door_tray tray = { 0 };
    bool read = door_source_read(&tray, path, source, work->diag);

    close(memory);
    door_arena_adopt(&work->arena, &tray.kept);
    door_arena_adopt(&work->arena, &tray.fronts);
    door_arena_release(&tray.file);
    door_arena_release(&tray.known.arena);
    assert(read == (door_diag_errors(work->diag) == 0));
    offer_put(work, source);
    work->offer = door_offer_build(&work->arena, &work->content, false, work->diag);
    assert(work->offer || door_diag_errors(work->diag));
    if (read && work->offer)
        offer_draw(work, FUZZ_OFFER);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data, *stop = size ? memchr(bytes, '\n', size) : NULL;
    struct offer_work work = { 0 };
    struct door_source source = { 0 };

    if (!stop)
        return 0;
    work.diag = door_diag_open();
    if (name_source(&work.arena, (struct door_span){ bytes, (size_t)(stop - bytes) }, &source))
        build(&work, &source, stop + 1, size - (size_t)(stop + 1 - bytes));
    offer_release(&work);
    return 0;
}
