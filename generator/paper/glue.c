#include "paper/glue.h"

#include <string.h>

#define DIGITS "0123456789"

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Any byte of a letter that is not ASCII counts. General Punctuation (E2 80, E2 81: marks that isolate) does not. */
static bool
is_letter(const char *text)
{
    unsigned char c = (unsigned char)*text;

    return is_capital(*text) || (c >= 'a' && c <= 'z') || (c >= 0x80 && c != 0xe2);
}

/* Does a number or word begin at this byte? The second and third byte of a mark that isolates stand before one too. */
static bool
begins(const char *text, size_t at)
{
    unsigned char before = at ? (unsigned char)text[at - 1] : ' ';

    if (at >= 3 && memcmp(text + at - 3, "\xe2\x81", 2) == 0)
        return true;
    return before == ' ' || before == '(';
}

/* "01632 960 100": where it ends, or 0. */
static size_t
groups_end(const char *text, size_t at)
{
    size_t groups = 0, end = at;

    while (is_digit(text[at])) {
        at += strspn(text + at, DIGITS);
        end = at;
        groups++;
        if (text[at] == ' ')
            at++;
    }
    return groups > 1 ? end : 0;
}

/* "ZB1 2AB", "SW1A 1AA". */
static size_t
postcode_end(const char *text, size_t at)
{
    if (!is_capital(text[at]))
        return 0;
    at += is_capital(text[at + 1]) ? 2 : 1;
    if (!is_digit(text[at]))
        return 0;
    at += is_digit(text[at + 1]) || is_capital(text[at + 1]) ? 2 : 1;
    if (text[at] != ' ' || !is_digit(text[at + 1]) || !is_capital(text[at + 2]) || !is_capital(text[at + 3]))
        return 0;
    return is_letter(text + at + 4) || is_digit(text[at + 4]) ? 0 : at + 4;
}

/* "8 December", "12 months": up to the word's first byte, so that the word itself can be hyphened or cut. */
static size_t
counted_end(const char *text, size_t at)
{
    size_t size = strspn(text + at, DIGITS);

    return size >= 1 && size <= 2 && text[at + size] == ' ' && is_letter(text + at + size + 1) ? at + size + 2 : 0;
}

/* "w domu", "i Ty": printers of these languages leave no word of one letter at a line's end. */
static size_t
small_word_end(const char *text, size_t at, const char *code)
{
    if (strncmp(code, "pl", 2) != 0 && strncmp(code, "cs", 2) != 0 && strncmp(code, "sk", 2) != 0)
        return 0;
    return text[at] && strchr("aiouwzAIOUWZ", text[at]) && text[at + 1] == ' ' && text[at + 2] ? at + 3 : 0;
}

bool
door_glue_next(const char *text, const char *language_code, size_t *start, size_t *end)
{
    size_t at;

    for (at = *end; text[at]; at++) {
        *end = 0;
        if (begins(text, at)) {
            *end = groups_end(text, at);
            if (!*end)
                *end = postcode_end(text, at);
            if (!*end)
                *end = counted_end(text, at);
            if (!*end)
                *end = small_word_end(text, at, language_code);
        }
        *start = at;
        if (*end)
            return true;
    }
    return false;
}
