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
        sight->text = sight->bytes;
        sight->at = (struct door_place){ file, 1, 1 };
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

/* Go to where a text begins; from the one before, mostly, since texts come in order. */
static void
walk_to(struct door_sight *sight, struct door_place to)
{
    if (to.line < sight->at.line || (to.line == sight->at.line && to.column < sight->at.column)) {
        sight->text = sight->bytes;
        sight->at = (struct door_place){ to.file, 1, 1 };
    }
    while (*sight->text && (sight->at.line < to.line || (sight->at.line == to.line && sight->at.column < to.column)))
        sight->text = step(sight->text, &sight->at);
}

/* How often does the word stand in the text before its own place? */
static size_t
count_before(const char *text, struct door_span word)
{
    size_t count = 0;

    for (; text < word.start; text++)
        count += *text == *word.start && strncmp(text, word.start, word.size) == 0;
    return count;
}

struct door_place
door_sight_find(struct door_sight *sight, struct door_place place, const char *text, struct door_span word)
{
    size_t before = count_before(text, word);
    struct door_place at;
    const char *p;

    if (!place.line || !read_file(sight, place.file))
        return place;
    walk_to(sight, place);
    at = sight->at;
    for (p = sight->text; *p; p = step(p, &at))
        if (*p == *word.start && strncmp(p, word.start, word.size) == 0 && before-- == 0)
            return at;
    return place;
}

void
door_sight_release(struct door_sight *sight)
{
    door_arena_release(&sight->arena);
}
