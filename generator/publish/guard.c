#include "publish/guard.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/needle.h"
#include "base/text.h"
#include "model/offer.h"
#include "model/secrets.h"
#include "model/venue.h"
#include "theme/escape.h"

struct leak {
    const char *file;           /* the first by name of those that it was found in, or NULL */
    size_t files;
};

struct door_guard {
    struct door_arena arena;    /* names of files; guarded by the lock, as leaks is */
    struct door_needles needles;
    struct door_list secrets;   /* struct door_secret */
    struct leak *leaks;         /* one a secret */
    bool only_mail;             /* every secret has an "@" */
    bool hides_place;
    pthread_mutex_t lock;
};

/* One text being looked at; hits has a byte for each secret, once there is one. */
struct look {
    const struct door_guard *guard;
    unsigned char *hits;
};

struct door_guard *
door_guard_open(struct door_arena *arena, const struct door_offer *offer, struct door_diag *diag)
{
    struct door_list secrets = door_secrets_find(arena, offer, diag);
    const struct door_secret *all = secrets.items;
    struct door_guard *guard;
    size_t i;

    if (!secrets.count)
        return NULL;
    guard = door_arena_alloc(arena, sizeof *guard);
    guard->secrets = secrets;
    guard->leaks = door_arena_array(arena, secrets.count, sizeof *guard->leaks);
    guard->only_mail = true;
    for (i = 0; i < offer->places.count; i++)
        guard->hides_place |= ((const struct door_venue *const *)offer->places.items)[i]->hide_address;
    for (i = 0; i < secrets.count; i++) {
        door_needles_add(&guard->needles, arena, all[i].kind, all[i].text, i);
        guard->only_mail &= strchr(all[i].text, '@') != NULL;
    }
    pthread_mutex_init(&guard->lock, NULL);
    return guard;
}

bool
door_guard_hides_place(const struct door_guard *guard)
{
    return guard && guard->hides_place;
}

static void
note_hit(void *context, size_t what)
{
    struct look *look = context;

    if (!look->hits)
        look->hits = calloc(look->guard->secrets.count, 1);
    if (!look->hits)
        door_fail("out of memory");
    look->hits[what] = 1;
}

/* The first soft hyphen or character of no width, or NULL. By memchr: most pages have none. */
static const char *
find_invisible(const char *text, size_t size)
{
    static const char leads[] = "\xC2\xE2\xEF";
    const char *lead, *at, *end = text + size;

    for (lead = leads; *lead; lead++)
        for (at = text; (at = memchr(at, *lead, (size_t)(end - at))) != NULL; at++)
            if (door_text_invisible(at))
                return at;
    return NULL;
}

static void
search_visible(struct look *look, const char *at, const char *end)
{
    struct door_buf visible = { 0 };

    while (at < end) {
        size_t invisible = door_text_invisible(at);

        if (!invisible)
            door_buf_char(&visible, *at);
        at += invisible ? invisible : 1;
    }
    door_needles_search(&look->guard->needles, door_buf_string(&visible), visible.size, note_hit, look);
    door_buf_release(&visible);
}

/* A word with a soft hyphen in it reads as if it had none. */
static void
search(struct look *look, const struct door_buf *text)
{
    const char *string = door_buf_string(text);

    door_needles_search(&look->guard->needles, string, text->size, note_hit, look);
    if (find_invisible(string, text->size))
        search_visible(look, string, string + text->size);
}

static void
write_code_point(struct door_buf *out, long c)
{
    if (c < 0x80) {
        door_buf_char(out, (char)c);
    } else if (c < 0x800) {
        door_buf_char(out, (char)(0xC0 | c >> 6));
        door_buf_char(out, (char)(0x80 | (c & 0x3F)));
    } else {
        door_buf_char(out, (char)(0xE0 | (c >> 12 & 0x0F)));
        door_buf_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
        door_buf_char(out, (char)(0x80 | (c & 0x3F)));
    }
}

/* Write the character that an entity means; where it ends. An unknown one stays as it is. */
static const char *
read_entity(const char *at, const char *end, struct door_buf *out)
{
    static const struct {
        const char *name, *means;
    } known[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&nbsp;", " " } };
    size_t i;

    for (i = 0; i < sizeof known / sizeof *known; i++)
        if ((size_t)(end - at) >= strlen(known[i].name) && strncmp(at, known[i].name, strlen(known[i].name)) == 0) {
            door_buf_text(out, known[i].means);
            return at + strlen(known[i].name);
        }
    if (end - at > 3 && at[1] == '#') {
        bool hex = at[2] == 'x' || at[2] == 'X';
        char *stop;
        long c = strtol(at + 2 + hex, &stop, hex ? 16 : 10);

        if (*stop == ';' && c > 0 && c < 0x10000) {
            write_code_point(out, c);
            return stop + 1;
        }
    }
    door_buf_char(out, '&');
    return at + 1;
}

/* "%20" in an address, which is as good as the space. */
static const char *
read_percent(const char *at, const char *end, struct door_buf *out)
{
    char digits[3] = { 0 }, *stop;
    long c;

    if (end - at >= 3) {
        memcpy(digits, at + 1, 2);
        c = strtol(digits, &stop, 16);
        if (stop == digits + 2 && c > 0) {
            door_buf_char(out, (char)c);
            return at + 3;
        }
    }
    door_buf_char(out, '%');
    return at + 1;
}

/* Text up to a mark, or what stands in one. */
static const char *
read_run(const char *at, const char *end, char until, struct door_buf *out)
{
    while (at < end && *at != until) {
        const char *start = at;

        while (at < end && *at != until && *at != '&' && *at != '%')
            at++;
        door_buf_add(out, start, (size_t)(at - start));
        if (at < end && *at == '&')
            at = read_entity(at, end, out);
        else if (at < end && *at == '%')
            at = read_percent(at, end, out);
    }
    return at;
}

/*
 * Take markup apart into what people read and what stands in its tags. With `joined`, a tag parts no words
 * ("Mi<b>ll</b>"); without, each does ("4<br/>Mill Lane").
 */
static void
read_markup(const char *at, const char *end, bool joined, struct door_buf *text, struct door_buf *tags)
{
    door_buf_clear(text);
    door_buf_clear(tags);
    while (at < end) {
        at = read_run(at, end, '<', text);
        if (at >= end)
            break;
        at = read_run(at + 1, end, '>', tags);
        door_buf_char(tags, '\n');
        at += at < end;
        if (!joined)
            door_buf_char(text, ' ');
    }
}

static bool
is_markup(const char *bytes, size_t size)
{
    while (size && strchr(" \n\r\t", *bytes)) {
        bytes++;
        size--;
    }
    return size && *bytes == '<';
}

/* A calendar's long lines are folded: a line end and a space, anywhere (RFC 5545, 3.1). */
static void
unfold(const char *at, const char *end, struct door_buf *text)
{
    for (; at < end; at++) {
        if (*at == '\r' && end - at >= 3 && at[1] == '\n' && at[2] == ' ')
            at += 2;
        else
            door_buf_char(text, *at);
    }
}

static void
look_at(struct look *look, const char *bytes, size_t size)
{
    struct door_buf text = { 0 }, tags = { 0 };

    if (is_markup(bytes, size)) {
        read_markup(bytes, bytes + size, false, &text, &tags);
        search(look, &text);
        search(look, &tags);
        read_markup(bytes, bytes + size, true, &text, &tags);
        search(look, &text);
    } else {
        unfold(bytes, bytes + size, &text);
        search(look, &text);
    }
    door_buf_release(&text);
    door_buf_release(&tags);
}

static void
note_leaks(struct door_guard *guard, const char *file, const unsigned char *hits)
{
    size_t i;

    pthread_mutex_lock(&guard->lock);
    for (i = 0; i < guard->secrets.count; i++) {
        struct leak *leak = &guard->leaks[i];

        if (!hits[i])
            continue;
        leak->files++;
        if (!leak->file || strcmp(file, leak->file) < 0)
            leak->file = door_arena_text(&guard->arena, file);
    }
    pthread_mutex_unlock(&guard->lock);
}

/* Pages are mostly without an "@", and offers mostly without other secrets than owners. */
static bool
may_hold(const struct door_guard *guard, const char *bytes, size_t size)
{
    return !guard->only_mail || memchr(bytes, '@', size) || memmem(bytes, size, "%40", 3)
            || memmem(bytes, size, "&#", 2);
}

bool
door_guard_look(struct door_guard *guard, const char *file, const char *bytes, size_t size)
{
    struct look look = { .guard = guard };
    bool found;

    if (!guard)
        return false;
    door_needles_search(&guard->needles, file, strlen(file), note_hit, &look);
    if (size && may_hold(guard, bytes, size))
        look_at(&look, bytes, size);
    found = look.hits != NULL;
    if (found)
        note_leaks(guard, file, look.hits);
    free(look.hits);
    return found;
}

static void
write_open(void *to, const char *name, const struct door_attribute *attributes, size_t count)
{
    size_t i;

    door_buf_format(to, "<%s", name);
    for (i = 0; i < count; i++) {
        door_buf_format(to, " %s=\"", attributes[i].name);
        door_html_attribute(to, attributes[i].value);
        door_buf_char(to, '"');
    }
    door_buf_char(to, '>');
}

static void
write_words(void *to, const char *text, const struct door_language *language)
{
    (void)language;
    door_html_text(to, text);
}

static void
write_close(void *to, const char *name)
{
    door_buf_format(to, "</%s>", name);
}

const struct door_sink door_guard_sink = { write_open, write_words, write_close };

void
door_guard_report(struct door_guard *guard, struct door_diag *diag)
{
    const struct door_secret *secrets = guard ? guard->secrets.items : NULL;
    size_t i;

    for (i = 0; guard && i < guard->secrets.count; i++) {
        const struct leak *leak = &guard->leaks[i];

        if (leak->files == 1)
            door_diag_error(diag, secrets[i].place, "leak", secrets[i].hint, "%s would be published in %s",
                    secrets[i].what, leak->file);
        else if (leak->files)
            door_diag_error(diag, secrets[i].place, "leak", secrets[i].hint,
                    "%s would be published in %zu files, the first of them %s", secrets[i].what, leak->files,
                    leak->file);
    }
}

void
door_guard_close(struct door_guard *guard)
{
    if (!guard)
        return;
    pthread_mutex_destroy(&guard->lock);
    door_arena_release(&guard->arena);
}
