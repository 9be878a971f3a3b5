#include "model/scan.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/values.h"

bool
door_mistake_make(struct door_mistake *mistake, struct door_arena *arena, const char *id, const char *hint,
        const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    *mistake = (struct door_mistake){ id, door_arena_format_list(arena, format, arguments), hint };
    va_end(arguments);
    return false;
}

bool
door_scan_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool
door_scan_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t
door_scan_digits(const char **text, size_t most, int *value)
{
    size_t size = 0, i;
    int number = 0;

    while (door_scan_is_digit((*text)[size]))
        size++;
    if (!size || size > most)
        return 0;
    for (i = 0; i < size; i++)
        number = number * 10 + ((*text)[i] - '0');
    *text += size;
    *value = number;
    return size;
}

bool
door_scan_space(const char **text)
{
    const char *start = *text;

    while (**text == ' ' || **text == '\t' || **text == '\n')
        ++*text;
    return *text > start;
}

bool
door_scan_word(const char **text, const char *word)
{
    size_t size = strlen(word);

    if (strncasecmp(*text, word, size) != 0 || door_scan_is_letter((*text)[size]))
        return false;
    *text += size;
    return true;
}

size_t
door_scan_letters(const char **text)
{
    const char *start = *text;

    while (door_scan_is_letter(**text))
        ++*text;
    return (size_t)(*text - start);
}

bool
door_scan_range(const char **text)
{
    static const char *const dashes[] = { "-", "\xE2\x80\x93", "\xE2\x80\x94" };
    const char *p = *text;
    size_t i;
    bool found;

    door_scan_space(&p);
    found = door_scan_word(&p, "to");
    for (i = 0; i < sizeof dashes / sizeof *dashes && !found; i++)
        if (door_text_starts(p, dashes[i])) {
            p += strlen(dashes[i]);
            found = true;
        }
    if (!found)
        return false;
    door_scan_space(&p);
    *text = p;
    return true;
}
