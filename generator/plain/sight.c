#include "plain/sight.h"

#include <string.h>

#include "base/files.h"

/* The file's bytes, or NULL: it went away since. */
static const char *
read_file(struct door_sight *sight, const char *file)
{
    size_t size;

    if (sight->file != file) {
        door_arena_empty(&sight->arena);
        sight->file = file;
        sight->bytes = door_file_read(&sight->arena, door_path_join(&sight->arena, sight->root, file), &size);
    }
    return sight->bytes;
}

/* Step over a code point, keeping count. */
static const char *
step(const char *p, struct door_place *place)
{
    if (*p++ == '\n') {
        place->line++;
        place->column = 1;
        return p;
    }
    while (((unsigned char)*p & 0xC0) == 0x80)
        p++;
    place->column++;
    return p;
}

static const char *
walk_to(const char *p, struct door_place *at, struct door_place to)
{
    while (*p && (at->line < to.line || (at->line == to.line && at->column < to.column)))
        p = step(p, at);
    return p;
}

/* How often does the word stand in the text before its own place? */
static size_t
count_before(const char *text, struct door_span word)
{
    size_t count = 0;

    for (; text < word.start; text++)
        count += strncmp(text, word.start, word.size) == 0;
    return count;
}

struct door_place
door_sight_find(struct door_sight *sight, struct door_place place, const char *text, struct door_span word)
{
    const char *p = place.line ? read_file(sight, place.file) : NULL;
    struct door_place at = { place.file, 1, 1 };
    size_t before = count_before(text, word);

    if (!p)
        return place;
    for (p = walk_to(p, &at, place); *p; p = step(p, &at))
        if (strncmp(p, word.start, word.size) == 0 && before-- == 0)
            return at;
    return place;
}

void
door_sight_release(struct door_sight *sight)
{
    door_arena_release(&sight->arena);
}
