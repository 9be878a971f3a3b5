#include "content/stray.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

bool
door_stray_is_litter(const char *name)
{
    return name[0] == '.' || door_text_same(name, "Thumbs.db") || door_text_same(name, "desktop.ini")
            || strcmp(name, "README.md") == 0 || door_text_ends(name, "~") || door_text_starts(name, "~$")
            || strcmp(name, "Icon\r") == 0;
}

/* How much of the name is before what a file manager adds to a copy; 0 if it is none. */
static size_t
copied_size(const char *name)
{
    static const char *const marks[] = { " conflicted copy", " - Copy", " copy", " (copy)", "- Copy" };
    const char *end = strrchr(name, '.'), *p;
    size_t size = end ? (size_t)(end - name) : strlen(name), i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        p = strstr(name, marks[i]);
        if (p && p > name && !strchr("abcdefghijklmnopqrstuvwxyz", p[strlen(marks[i])] | 0x20))
            return (size_t)(p - name);
    }
    if (size < 4 || name[size - 1] != ')')
        return 0;
    for (i = size - 1; i > 0 && name[i - 1] >= '0' && name[i - 1] <= '9'; i--)
        ;
    if (i == size - 1 || i < 2 || name[i - 1] != '(')
        return 0;
    i--;
    return name[i - 1] == ' ' ? i - 1 : i;
}

bool
door_stray_is_copy(const char *name)
{
    return copied_size(name) > 0;
}

static const char *
find_ignoring_case(const char *text, const char *part)
{
    size_t size = strlen(part), i;

    for (; *text; text++) {
        for (i = 0; i < size && (text[i] | 0x20) == (part[i] | 0x20); i++)
            ;
        if (i == size)
            return text;
    }
    return NULL;
}

const char *
door_stray_hint(struct door_arena *arena, const char *name)
{
    static const struct {
        const char *part, *ending;
    } endings[] = { { ".markdown", ".md" }, { ".md", ".md" }, { ".yaml", ".yaml" }, { ".yml", ".yaml" } };
    size_t copied = copied_size(name), i;

    for (i = 0; i < sizeof endings / sizeof *endings; i++) {
        const char *p = find_ignoring_case(name, endings[i].part);

        if (!p || p == name)
            continue;
        if (copied)
            return door_arena_format(arena, "It is a copy: bring what is new in it into \"%.*s%s\", then delete it.",
                    (int)copied, name, endings[i].ending);
        return door_arena_format(arena, "Rename it to \"%.*s%s\", or delete it.", (int)(p - name), name,
                endings[i].ending);
    }
    return NULL;
}

/* U+00C0 to U+00FF without their accents. */
static const char plain_letters[] = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty";

const char *
door_stray_suggest_id(struct door_arena *arena, const char *name)
{
    char *id = door_arena_alloc(arena, strlen(name) + 1);
    size_t size = 0;

    while (*name && size < 64) {
        int32_t c = door_text_next(&name);

        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        if (c >= 0xC0 && c <= 0xFF)
            c = plain_letters[c - 0xC0];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id[size++] = (char)c;
        else if (size && id[size - 1] != '-' && c != '\'' && c != 0x2019)
            id[size++] = '-';
    }
    while (size && id[size - 1] == '-')
        size--;
    id[size] = '\0';
    return id;
}
