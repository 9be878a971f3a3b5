#include "plain/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/prose.h"
#include "model/pieces.h"
#include "plain/lexicon.h"

/* --- bytes, and where they came from --- */

static void *
grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 64;
    return realloc(items, *capacity * size);    /* base/memory.c: it does not come back without memory */
}

static void
add_stretch(struct door_plain_text *text, struct door_place place, const char *url)
{
    text->stretches = grow(text->stretches, text->stretch_count, &text->stretch_capacity, sizeof *text->stretches);
    text->stretches[text->stretch_count++] = (struct door_stretch){ text->bytes.size, place, url };
}

static void
gather(struct door_plain_text *text, const struct door_prose *prose, const char *file, const char *url)
{
    const struct door_prose *child;

    for (child = prose->children; child; child = child->next) {
        if (child->type == DOOR_PROSE_TEXT) {
            add_stretch(text, door_prose_place(child, file), url);
            door_buf_text(&text->bytes, child->text);
        } else if (child->type == DOOR_PROSE_BREAK) {
            door_buf_char(&text->bytes, ' ');
        } else {
            gather(text, child, file, child->type == DOOR_PROSE_LINK ? child->url : url);
        }
    }
}

const struct door_stretch *
door_plain_text_stretch(const struct door_plain_text *text, size_t byte)
{
    size_t i = text->stretch_count;

    while (i > 1 && text->stretches[i - 1].start > byte)
        i--;
    return &text->stretches[i - 1];
}

/* --- words --- */

#define APOSTROPHE "\xE2\x80\x99"
#define EN_DASH "\xE2\x80\x93"

/* The bytes of the letter or digit that stands here, 0 if it is another mark. */
static size_t
letter_size(const char *p)
{
    unsigned char c = (unsigned char)*p;

    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == 0xC2 || (c == 0xE2 && (unsigned char)p[1] <= 0x82))
        return 0;       /* signs such as a pound; dashes, quotes and spaces */
    return c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
}

/* Over one mark that is no letter. */
static const char *
step_over(const char *p)
{
    for (p++; ((unsigned char)*p & 0xC0) == 0x80; p++)
        ;
    return p;
}

/* The bytes of a mark that joins what stands on both sides to one word: "don't", "drop-in", "9:30", "A&E", "GOV.UK". */
static size_t
joiner_size(const char *p)
{
    size_t size = 1;
    bool figures = false;

    if (*p == ' ')
        return 0;
    if (strncmp(p, APOSTROPHE, 3) == 0)
        size = 3;
    else if (strncmp(p, EN_DASH, 3) == 0)
        size = 3, figures = true;
    else if (*p == ':' || *p == ',')
        figures = true;
    else if (!*p || !strchr("'-.&/@", *p))
        return 0;
    if (figures && !(isdigit((unsigned char)p[-1]) && isdigit((unsigned char)p[size])))
        return 0;
    return letter_size(p + size) ? size : 0;
}

static size_t
word_size(const char *word)
{
    const char *p = word;
    size_t size;

    for (;;) {
        if ((size = letter_size(p)) || (p > word && (size = joiner_size(p))))
            p += size;
        else
            return (size_t)(p - word);
    }
}

/* ASCII letters in lower case, a curly apostrophe as a straight one. */
static void
add_lower(struct door_buf *lower, const char *word, size_t size)
{
    const char *end = word + size;
    char *to;

    door_buf_reserve(lower, size + 1);
    to = lower->data + lower->size;
    while (word < end) {
        if (*word == APOSTROPHE[0] && strncmp(word, APOSTROPHE, 3) == 0) {
            *to++ = '\'';
            word += 3;
        } else {
            *to++ = (char)(*word >= 'A' && *word <= 'Z' ? *word + 32 : *word);
            word++;
        }
    }
    *to++ = '\0';
    lower->size = (size_t)(to - lower->data);
}

/* Does a sentence end between two words? A full stop before a small letter ("e.g. milk") is no end. */
static bool
has_end(const char *from, const char *next)
{
    const char *p;

    for (p = from; *p && p < next; p++)
        if (*p == '.' || *p == '?' || *p == '!')
            return !islower((unsigned char)*next);
    return false;
}

static void
add_token(struct door_plain_text *text, struct door_lexicon *lexicon, size_t start, size_t size)
{
    struct door_token *token;

    text->tokens = grow(text->tokens, text->count, &text->capacity, sizeof *text->tokens);
    token = &text->tokens[text->count++];
    *token = (struct door_token){ (uint32_t)start, (uint32_t)size, (uint32_t)text->lower.size, false, false, NULL };
    add_lower(&text->lower, text->bytes.data + start, size);
    token->known = door_lexicon_meet(lexicon, text->lower.data + token->lower);
}

void
door_plain_text_read(struct door_plain_text *text, const struct door_piece *piece, struct door_lexicon *lexicon)
{
    const char *p;
    bool begins = true;

    door_buf_clear(&text->bytes);
    door_buf_clear(&text->lower);
    text->count = text->stretch_count = 0;
    text->has_end = false;
    if (piece->leaf) {
        gather(text, piece->leaf, piece->place.file, NULL);
    } else {
        add_stretch(text, piece->place, NULL);
        door_buf_text(&text->bytes, piece->text);
    }
    if (!text->bytes.size)
        return;
    for (p = text->bytes.data; *p;) {
        size_t size = word_size(p);
        struct door_token *token;
        const char *next;

        if (!size) {
            p = step_over(p);
            continue;
        }
        add_token(text, lexicon, (size_t)(p - text->bytes.data), size);
        token = &text->tokens[text->count - 1];
        p += size;
        for (next = p; *next && !letter_size(next); next = step_over(next))
            ;
        token->begins = begins;
        begins = has_end(p, next);
        text->has_end = text->has_end || begins;
        token->ends = begins || !*next;
        p = next;
    }
}

void
door_plain_text_release(struct door_plain_text *text)
{
    door_buf_release(&text->bytes);
    door_buf_release(&text->lower);
    free(text->tokens);
    free(text->stretches);
    *text = (struct door_plain_text){ 0 };
}
