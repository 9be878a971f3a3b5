/* Postcodes and the other values that are no dates: phones, addresses, languages, money and numbers. */
#include "value.h"

#include <math.h>

static const char *
read_yes(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    bool yes;

    return door_yes_parse(arena, text, &yes, mistake) ? yes ? "yes" : "no" : NULL;
}

static const char *
read_number(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    int number;

    return door_number_parse(arena, text, &number, mistake) ? door_arena_format(arena, "%d", number) : NULL;
}

static const char *
read_money(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    int pence;

    if (!door_money_parse(arena, text, &pence, mistake))
        return NULL;
    assert(pence >= 0);
    return door_arena_format(arena, "%d.%02d", pence / 100, pence % 100);
}

static const char *
read_length(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    double mm;

    if (!door_length_parse(arena, text, &mm, mistake))
        return NULL;
    assert(isfinite(mm) && mm >= 0);
    return door_arena_format(arena, "%.3f mm", mm);
}

static const char *
read_degrees(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    double degrees;

    if (!door_degrees_parse(arena, text, &degrees, mistake))
        return NULL;
    assert(isfinite(degrees) && degrees >= -180 && degrees <= 180);
    return door_arena_format(arena, "%.7f", degrees);
}

/* Every value that is kept as text. */
#define TEXT_READER(name, parse) \
    static const char * \
    name(struct door_arena *arena, const char *text, struct door_mistake *mistake) \
    { \
        const char *value; \
        return parse(arena, text, &value, mistake) ? value : NULL; \
    }

TEXT_READER(read_phone, door_phone_parse)
TEXT_READER(read_email, door_email_parse)
TEXT_READER(read_url, door_url_parse)
TEXT_READER(read_postcode, door_postcode_parse)
TEXT_READER(read_language, door_language_parse)

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const value_reader readers[] = {
        read_postcode, read_phone, read_email, read_url, read_language, read_yes, read_number, read_money,
        read_length, read_degrees,
    };

    return check_values(readers, sizeof readers / sizeof *readers, data, size);
}
