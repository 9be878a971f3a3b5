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

    door_buf_format(&text, "%s:%s:%s:%s", entry ? entry->record->name : "home", entry ? entry->id : "",
            language->code, venue ? venue->id : "");
    door_hash_digits(door_hash(text.data, text.size), DOOR_CODE_DIGITS, code);
    door_buf_release(&text);
}

struct door_code_address
door_code_address(const struct door_visit *visit, const struct door_entry *entry, const struct door_entry *venue)
{
    const char *base = visit->offer->codes ? visit->offer->codes : visit->offer->url;
    const char *name = strstr(base, "://");
    struct door_code_address address;
    size_t size = strlen(base);

    while (size && base[size - 1] == '/')
        size--;
    door_code_of(entry, visit->language, venue, address.code);
    address.url = door_arena_format(&visit->worker->scratch, "%.*s/go/%s/", (int)size, base, address.code);
    name = name ? name + 3 : base;
    address.typed = door_arena_format(&visit->worker->scratch, "%.*s/go/%s", (int)(base + size - name), name,
            address.code);
    return address;
}
