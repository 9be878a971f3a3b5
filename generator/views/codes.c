#include "views/codes.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "views/visit.h"

void
door_code_of(const struct door_entry *entry, const struct door_language *language, const struct door_entry *venue,
        char code[DOOR_CODE_DIGITS + 1])
{
    struct door_buf text = { 0 };

    door_buf_text(&text, entry ? entry->record->name : "home");
    door_buf_char(&text, ':');
    door_buf_text(&text, entry ? entry->id : "");
    door_buf_char(&text, ':');
    door_buf_text(&text, language->code);
    door_buf_char(&text, ':');
    door_buf_text(&text, venue ? venue->id : "");
    door_hash_digits(door_hash(text.data, text.size), DOOR_CODE_DIGITS, code);
    door_buf_release(&text);
}

struct door_code_address
door_code_address(const struct door_visit *visit, const struct door_entry *entry, const struct door_entry *venue)
{
    const char *base = visit->offer->codes ? visit->offer->codes : visit->offer->url;
    const char *name = strstr(base, "://");
    struct door_code_address address;
    struct door_arena *scratch = &visit->worker->scratch;
    const char *start;
    size_t size = strlen(base);

    while (size && base[size - 1] == '/')
        size--;
    door_code_of(entry, visit->language, venue, address.code);
    start = door_arena_join(scratch, door_arena_copy(scratch, base, size), "/go/");
    start = door_arena_join(scratch, start, address.code);
    address.url = door_arena_join(scratch, start, "/");
    address.typed = name ? start + (name + 3 - base) : start;
    return address;
}
