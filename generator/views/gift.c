#include "views/gift.h"

#include "base/arena.h"
#include "base/buf.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/entry.h"
#include "model/offer.h"
#include "model/sensitive.h"
#include "model/venue.h"
#include "views/codes.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_gift_view, name), .help = "The language, by its own name." },
    { .name = "language", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_gift_view, language), .help = "The language, as the page's readers call it." },
    { .name = "code", .kind = DOOR_KIND_ID, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_gift_view, code),
      .help = "Its BCP 47 tag." },
    { .name = "direction", .kind = DOOR_KIND_ID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_gift_view, direction), .help = "ltr or rtl." },
    { .name = "state", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_gift_view, state), .help = "How much of the page is in that language." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_gift_view, href),
      .help = "The page in that language." },
    { .name = "picture", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_gift_view, picture), .help = "The code to scan, an SVG picture." },
    { .name = "typed", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_gift_view, typed), .help = "The short address, to read out." },
    { .name = "text", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_gift_view, text),
      .help = "Begins a text message with title and address." },
    { .name = "mail", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED, .offset = offsetof(struct door_gift_view, mail),
      .help = "Begins an e-mail with title and address." },
    { .name = "current", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_gift_view, current),
      .help = "Is it the language of this page?" },
};

const struct door_record door_gift_view_record = {
    .name = "gift", .size = sizeof(struct door_gift_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

/* What may stand in a query as it is (RFC 3986, 3.4): letters, what ASCII has from "-" to ":", "_" and "~". */
static bool
is_plain(unsigned char c)
{
    return (c >= '-' && c <= ':') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '~';
}

/* Text as a part of an address. */
static void
write_escaped(struct door_buf *out, const char *text)
{
    static const char digits[] = "0123456789ABCDEF";

    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        if (is_plain(c))
            door_buf_char(out, *text);
        else
            door_buf_add(out, (char[]){ '%', digits[c >> 4], digits[c & 15] }, 3);
    }
}

bool
door_gift_is_for(const struct door_entry *entry)
{
    bool hidden = entry->record == &door_venue_record && ((const struct door_venue *)entry)->hide_address;

    return !hidden && !door_sensitive_is(entry);
}

/* How much of an entry is in a language, in the words of whoever gives it away. */
static enum door_phrase_id
state_of(const struct door_language *language, const struct door_entry *entry)
{
    size_t missing = 0, stale = 0;
    uint32_t i;

    for (i = entry->first_piece; i < entry->piece_end; i++) {
        missing += language->pieces[i].state == DOOR_STATE_MISSING;
        stale += language->pieces[i].state == DOOR_STATE_STALE;
    }
    if (missing && missing == entry->piece_end - entry->first_piece)
        return DOOR_PHRASE_GIFT_FACTS;
    if (missing || !language->worded)
        return DOOR_PHRASE_GIFT_PART;
    return stale ? DOOR_PHRASE_GIFT_OLDER : DOOR_PHRASE_GIFT_WHOLE;
}

/* A sentence that is not translated is English as a whole, with the English name of the language in it. */
static const struct door_said *
say_state(const struct door_visit *visit, const struct door_language *language, const struct door_entry *entry)
{
    enum door_phrase_id phrase = state_of(language, entry);
    const struct door_language *source = &visit->languages->items[0];
    const struct door_language *reader = visit->language->phrases[phrase].missing ? source : visit->language;
    struct door_hole holes[] = {
        { "language", door_say_language(visit->worker, reader, language->code) },
        { "source", door_say_language(visit->worker, reader, source->code) },
    };

    return door_visit_said(visit, door_say_phrase(visit->worker, reader, phrase, holes, 2), reader->index);
}

/* An address that begins a message: how it begins, the title, what parts the two, the page's address. */
static const char *
message(const struct door_visit *visit, const char *start, const char *title, const char *between, const char *url,
        struct door_buf *room)
{
    door_buf_clear(room);
    door_buf_text(room, start);
    write_escaped(room, title);
    door_buf_text(room, between);
    write_escaped(room, url);
    return door_arena_copy(&visit->worker->scratch, room->data, room->size);
}

static void
fill(const struct door_visit *visit, const struct door_entry *entry, const struct door_language *language,
        struct door_gift_view *view, struct door_buf *room)
{
    struct door_arena *scratch = &visit->worker->scratch;
    struct door_visit theirs = *visit;
    struct door_code_address address;
    const char *title;

    theirs.language = language;
    address = door_code_address(&theirs, entry, NULL);
    view->name = language->own_name;
    view->language = door_say_language(visit->worker, visit->language, language->code);
    view->code = language->code;
    view->direction = language->right_to_left ? "rtl" : "ltr";
    view->state = say_state(visit, language, entry);
    view->href = door_arena_format(scratch, "/%s%s", language->path, entry->path);
    view->picture = door_arena_format(scratch, "/%s" DOOR_GIFT_CODES "#%s", entry->path, language->code);
    view->typed = address.typed;
    view->current = language == visit->language;
    title = door_visit_name(&theirs, entry)->text;
    /* One kind of phone looks for the "?", the other for the "&". On a line of its own an address can be tapped. */
    view->text = message(visit, "sms:?&body=", title, "%0A", address.url, room);
    view->mail = message(visit, "mailto:?subject=", title, "&body=", address.url, room);
}

struct door_list
door_gift_build(const struct door_visit *visit, const struct door_entry *entry)
{
    size_t i, count = visit->gives && door_gift_is_for(entry) ? visit->languages->count : 0;
    struct door_gift_view *views = door_arena_array(&visit->worker->scratch, count, sizeof *views);
    struct door_buf room = { 0 };

    for (i = 0; i < count; i++)
        fill(visit, entry, &visit->languages->items[i], &views[i], &room);
    door_buf_release(&room);
    return (struct door_list){ views, count };
}

const char *
door_wrong_address(const struct door_visit *visit, const struct door_entry *entry)
{
    return door_arena_format(&visit->worker->scratch, "mailto:%s?subject=%s%%3A%s%%20%s",
            visit->offer->publisher->email, entry->record->name, entry->id, visit->language->code);
}
