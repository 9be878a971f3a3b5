#include "model/prose_fact.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "base/prose.h"
#include "model/cost.h"
#include "model/pieces.h"

#define POUND "\xC2\xA3"
/* Most bytes in front of a fact's first digit: "(+44", "AB1", a pound. */
#define BEFORE_DIGIT 2

/* Letters and digits of ASCII, and the bytes of any other letter. */
static bool
is_wordy(char c)
{
    return isalnum((unsigned char)c) || ((unsigned char)c & 0x80);
}

/* Each looks at text, where a word begins, and returns the size of the fact that stands there, or 0. */

/* "01632 960 123", "+44 (0)1632 960123", "07700-900-123": 9 to 13 digits after a 0 or +44. */
static size_t
phone_size(const char *text)
{
    const char *at = text, *end = text;
    size_t digits = 0;

    if (*at == '(')
        at++;
    if (*at != '0' && strncmp(at, "+44", 3) != 0)
        return 0;
    for (; *at; at++) {
        if (isdigit((unsigned char)*at)) {
            digits++;
            end = at + 1;
        } else if (!strchr(" -()+", *at) || (at > end && *at == ' ' && at[-1] == ' ')) {
            break;
        }
    }
    return digits >= 9 && digits <= 13 && !is_wordy(*end) ? (size_t)(end - text) : 0;
}

/* "ZB1 2AB": BS 7666's form, in capitals, with its space. */
static size_t
postcode_size(const char *text)
{
    const char *at = text;

    if (!isupper((unsigned char)*at++))
        return 0;
    at += isupper((unsigned char)*at) != 0;
    if (!isdigit((unsigned char)*at++))
        return 0;
    at += isalnum((unsigned char)*at) != 0;
    if (*at++ != ' ')
        return 0;
    if (!isdigit((unsigned char)at[0]) || !isupper((unsigned char)at[1]) || !isupper((unsigned char)at[2])
            || is_wordy(at[3]))
        return 0;
    return (size_t)(at + 3 - text);
}

/* "£3.50", "£1,200", "50p" */
static size_t
price_size(const char *text)
{
    size_t size = strspn(text, "0123456789");

    if (size && size <= 2 && text[size] == 'p' && !is_wordy(text[size + 1]))
        return size + 1;
    if (strncmp(text, POUND, strlen(POUND)) != 0)
        return 0;
    size = strlen(POUND) + strspn(text + strlen(POUND), "0123456789,.");
    while (size > strlen(POUND) && !isdigit((unsigned char)text[size - 1]))
        size--;
    return size > strlen(POUND) ? size : 0;
}

/* "9am", "9.30 pm", "14:00" */
static size_t
time_size(const char *text)
{
    size_t size = strspn(text, "0123456789"), space;
    bool minutes;

    if (!size || size > 2)
        return 0;
    minutes = (text[size] == ':' || text[size] == '.') && isdigit((unsigned char)text[size + 1])
            && isdigit((unsigned char)text[size + 2]) && !isdigit((unsigned char)text[size + 3]);
    if (minutes && text[size] == ':' && !is_wordy(text[size + 3]))
        return size + 3;
    size += minutes ? 3 : 0;
    space = text[size] == ' ';
    if ((text[size + space] == 'a' || text[size + space] == 'p') && text[size + space + 1] == 'm'
            && !is_wordy(text[size + space + 2]))
        return size + space + 2;
    return 0;
}

static const struct {
    size_t (*size)(const char *text);
    const char *words, *hint;
} facts[] = {
    [DOOR_PROSE_FACT_PHONE] = { phone_size, "a phone number",
            "Put it into contacts, where a tap calls it in every language; on a page, link it: "
            "[01632 960 100](tel:01632960100)." },
    [DOOR_PROSE_FACT_POSTCODE] = { postcode_size, "a postcode",
            "Put it into the address of a place, and link to that place: there it is right in every language." },
    [DOOR_PROSE_FACT_PRICE] = { price_size, "a price",
            "Put it into cost: there it is right in every language." },
    [DOOR_PROSE_FACT_TIME] = { time_size, "a time of day",
            "Put it into sessions, opening or hours: there it is right in every language." },
};

/* Each fact has a digit among its first few bytes, and most texts have none: from here to where one could begin. */
static const char *
skip_words(const char *at)
{
    const char *digit = at + strcspn(at, "0123456789");

    if (!*digit)
        return digit;
    return digit - at > BEFORE_DIGIT ? digit - BEFORE_DIGIT : at;
}

bool
door_prose_fact_find(const char *text, enum door_prose_fact *kind, struct door_span *fact)
{
    const char *at;
    size_t i;

    for (at = skip_words(text); *at; at = skip_words(at + 1)) {
        /* A sign of a pound is no letter; all else begins where no word or number goes on. */
        if (at > text && is_wordy(at[-1]) && strncmp(at, POUND, strlen(POUND)) != 0)
            continue;
        if (at > text && strchr(".,:/-", at[-1]) && at - 1 > text && isdigit((unsigned char)at[-2]))
            continue;
        for (i = 0; i < sizeof facts / sizeof *facts; i++) {
            size_t size = facts[i].size(at);

            if (size) {
                *kind = (enum door_prose_fact)i;
                *fact = (struct door_span){ at, size };
                return true;
            }
        }
    }
    return false;
}

/* Prices in the words of a cost are where they belong: "£3 to £5 a session". */
static bool
is_at_home(const struct door_piece *piece, enum door_prose_fact kind)
{
    return kind == DOOR_PROSE_FACT_PRICE && door_record_has(&door_cost_record, piece->field);
}

static void
warn(const char *text, const struct door_piece *piece, struct door_place place, struct door_diag *diag)
{
    enum door_prose_fact kind;
    struct door_span fact;

    while (door_prose_fact_find(text, &kind, &fact)) {
        if (!is_at_home(piece, kind))
            door_diag_warn(diag, place, "prose-fact", facts[kind].hint, "\"%.*s\" is %s in a text", (int)fact.size,
                    fact.start, facts[kind].words);
        text = fact.start + fact.size;
    }
}

static void
warn_block(const struct door_prose *block, const struct door_piece *piece, struct door_diag *diag)
{
    const struct door_prose *child;

    for (child = block->children; child; child = child->next) {
        if (child->type == DOOR_PROSE_TEXT)
            warn(child->text, piece, child->line ? door_prose_place(child, piece->place.file) : piece->place,
                    diag);
        else if (child->type != DOOR_PROSE_LINK || (!door_text_starts(child->url, "tel:")
                && !door_text_starts(child->url, "sms:")))
            warn_block(child, piece, diag);
    }
}

void
door_prose_fact_warn(const struct door_pieces *pieces, struct door_diag *diag)
{
    size_t i;

    for (i = 1; i < pieces->count; i++) {
        const struct door_piece *piece = &pieces->items[i];

        if (piece->leaf)
            warn_block(piece->leaf, piece, diag);
        else
            warn(piece->text, piece, piece->place, diag);
    }
}
