#include "model/sample.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/prose.h"
#include "model/offer.h"
#include "model/prose_fact.h"
#include "model/values.h"

/* What a host or an e-mail address is made of. */
static bool
is_of_address(char c)
{
    return isalnum((unsigned char)c) || strchr("-.@_+", c);
}

static bool
find_address(const char *text, struct door_span *value)
{
    static const char domain[] = ".example";
    const char *at = text;

    while ((at = strstr(at, domain))) {
        const char *start = at, *end = at + strlen(domain);

        while (start > text && is_of_address(start[-1]))
            start--;
        at = end;
        if (start == end - strlen(domain) || isalnum((unsigned char)*end) || *end == '-'
                || (*end == '.' && isalnum((unsigned char)end[1])))
            continue;
        *value = (struct door_span){ start, (size_t)(end - start) };
        return true;
    }
    return false;
}

static bool
find_phone(const char *text, struct door_span *value)
{
    enum door_prose_fact kind;
    char phone[40];

    while (door_prose_fact_find(text, &kind, value)) {
        text = value->start + value->size;
        if (kind != DOOR_PROSE_FACT_PHONE || value->size >= sizeof phone)
            continue;
        memcpy(phone, value->start, value->size);
        phone[value->size] = '\0';
        if (door_phone_is_sample(phone))
            return true;
    }
    return false;
}

bool
door_sample_find(const char *text, struct door_span *value)
{
    return find_address(text, value) || find_phone(text, value);
}

static bool
is_real(const struct door_offer *offer)
{
    return offer->url && !door_address_is_sample(offer->url);
}

bool
door_sample_refuse(const struct door_offer *offer, const char *text, struct door_place place, struct door_diag *diag)
{
    struct door_span value;

    if (!is_real(offer) || !door_sample_find(text, &value))
        return false;
    door_diag_error(diag, place, "sample-value", "Write the real one, or take it out.", "\"%.*s\" is only an example",
            (int)value.size, value.start);
    return true;
}

void
door_sample_check(const struct door_offer *offer, struct door_diag *diag)
{
    struct door_buf written = { 0 };
    size_t i;

    if (!is_real(offer))
        return;
    for (i = 1; i < offer->pieces.count; i++) {
        const struct door_piece *piece = &offer->pieces.items[i];

        door_buf_clear(&written);
        if (!piece->text)
            door_prose_write_markdown(&written, piece->leaf);
        door_sample_refuse(offer, piece->text ? piece->text : door_buf_string(&written), piece->place, diag);
    }
    door_buf_release(&written);
}
