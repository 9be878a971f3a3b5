#include "model/schema.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/text.h"

const struct door_field *
door_record_find(const struct door_record *record, const char *name)
{
    size_t i;

    for (i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];
    return record->base ? door_record_find(record->base, name) : NULL;
}

bool
door_record_has(const struct door_record *record, const struct door_field *field)
{
    return field >= record->fields && field < record->fields + record->field_count;
}

const struct door_field *
door_record_field(const struct door_record *record, size_t i)
{
    size_t inherited = record->base ? record->base->field_count : 0;

    assert(!record->base || !record->base->base);
    if (i < inherited)
        return &record->base->fields[i];
    i -= inherited;
    return i < record->field_count ? &record->fields[i] : NULL;
}

size_t
door_field_item_size(const struct door_field *field)
{
    switch (field->kind) {
    case DOOR_KIND_PROSE:
        return sizeof(uint32_t);
    case DOOR_KIND_YES:
        return sizeof(bool);
    case DOOR_KIND_WORD:
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
        return sizeof(int);
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
        return sizeof(double);
    case DOOR_KIND_DATE:
        return sizeof(struct door_date);
    case DOOR_KIND_DATES:
        return sizeof(struct door_dates);
    case DOOR_KIND_TIMES:
        return sizeof(struct door_times);
    case DOOR_KIND_DAY:
        return sizeof(struct door_day);
    case DOOR_KIND_AGE:
        return sizeof(struct door_age);
    case DOOR_KIND_DAYS:
        return sizeof(unsigned char);
    case DOOR_KIND_OPENING:
        return sizeof(struct door_opening);
    case DOOR_KIND_RECORD:
        return field->flags & DOOR_LIST ? field->record->size : sizeof(void *);
    case DOOR_KIND_BODY:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_LANGUAGE:
    case DOOR_KIND_FILE:
    case DOOR_KIND_ID:
    case DOOR_KIND_REF:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        return sizeof(void *);
    }
    return 0;
}

static bool
is_number_set(const struct door_field *field, const char *at)
{
    if (field->kind == DOOR_KIND_LENGTH || field->kind == DOOR_KIND_DEGREES)
        return !isnan(*(const double *)at);
    if (field->kind == DOOR_KIND_WORD)
        return *(const int *)at != 0;
    return *(const int *)at != DOOR_NO_NUMBER;
}

bool
door_field_is_set(const struct door_field *field, const void *base)
{
    const char *at = (const char *)base + field->offset;

    if (field->flags & DOOR_LIST)
        return ((const struct door_list *)at)->count > 0;
    switch (field->kind) {
    case DOOR_KIND_PROSE:
        return *(const uint32_t *)at != 0;
    case DOOR_KIND_YES:
        return *(const bool *)at;
    case DOOR_KIND_WORD:
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
        return is_number_set(field, at);
    case DOOR_KIND_DATE:
        return ((const struct door_date *)at)->year != 0;
    case DOOR_KIND_DATES:
        return ((const struct door_dates *)at)->from.year != 0;
    case DOOR_KIND_TIMES:
        return ((const struct door_times *)at)->from >= 0;
    case DOOR_KIND_DAY:
        return ((const struct door_day *)at)->weekday != 0;
    case DOOR_KIND_AGE:
        return ((const struct door_age *)at)->unit != DOOR_AGE_NONE;
    case DOOR_KIND_DAYS:
        return *(const unsigned char *)at != 0;
    case DOOR_KIND_OPENING:
        return ((const struct door_list *)at)->count > 0;
    case DOOR_KIND_BODY:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_LANGUAGE:
    case DOOR_KIND_FILE:
    case DOOR_KIND_ID:
    case DOOR_KIND_REF:
    case DOOR_KIND_RECORD:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        return *(const void *const *)at != NULL;
    }
    return false;
}

static char
plain(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c + 'a' - 'A');
    return c == ' ' ? '-' : c;
}

static bool
is_word(const char *word, const char *text)
{
    while (*word && plain(*word) == plain(*text))
        word++, text++;
    return !*word && !*text;
}

int
door_enumeration_find(const struct door_enumeration *words, const char *text)
{
    size_t i;

    for (i = 0; i < words->count; i++)
        if (is_word(words->words[i].word, text))
            return (int)i + 1;
    return 0;
}

const char *
door_article(const char *noun)
{
    return strchr("aeiou", noun[0]) ? "an" : "a";
}
