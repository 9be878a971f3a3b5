/* What stands in the page for a value: words for people, words for machines, addresses. One table of kinds. */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/worker.h"
#include "model/entry.h"
#include "model/service.h"
#include "theme/template_program.h"

/* What can be done with a kind: be read, be read as a list, stand in an attribute for machines, be an address. */
enum {
    TEXT = 1, LIST = 2, MACHINE = 4, ADDRESS = 8, LANGUAGE = 16
};

static const unsigned char kinds[] = {
    [DOOR_KIND_PROSE] = TEXT | MACHINE | LANGUAGE,
    [DOOR_KIND_BODY] = 0,
    [DOOR_KIND_TEXT] = TEXT | MACHINE | LANGUAGE,
    [DOOR_KIND_WORD] = TEXT | LIST | MACHINE | LANGUAGE,
    [DOOR_KIND_YES] = MACHINE,
    [DOOR_KIND_NUMBER] = TEXT | LIST | MACHINE,
    [DOOR_KIND_DATE] = TEXT | LIST | MACHINE,
    [DOOR_KIND_DATES] = TEXT | LIST,
    [DOOR_KIND_TIMES] = TEXT | LIST | MACHINE,
    [DOOR_KIND_DAY] = TEXT | LIST,
    [DOOR_KIND_AGE] = TEXT | LIST,
    [DOOR_KIND_DAYS] = TEXT,
    [DOOR_KIND_PERIOD] = TEXT | LIST | MACHINE,
    [DOOR_KIND_MONEY] = TEXT | LIST | MACHINE,
    [DOOR_KIND_LENGTH] = MACHINE,
    [DOOR_KIND_DEGREES] = MACHINE,
    [DOOR_KIND_PHONE] = TEXT | MACHINE | ADDRESS | LANGUAGE,
    [DOOR_KIND_EMAIL] = TEXT | MACHINE | ADDRESS | LANGUAGE,
    [DOOR_KIND_URL] = TEXT | MACHINE | ADDRESS | LANGUAGE,
    [DOOR_KIND_POSTCODE] = TEXT | MACHINE | LANGUAGE,
    [DOOR_KIND_LANGUAGE] = TEXT | LIST | MACHINE,
    [DOOR_KIND_FILE] = MACHINE,
    [DOOR_KIND_ID] = TEXT | MACHINE,
    [DOOR_KIND_REF] = ADDRESS,
    [DOOR_KIND_OPENING] = 0,
    [DOOR_KIND_RECORD] = 0,
    [DOOR_KIND_WORDED] = TEXT | LIST | MACHINE,
    [DOOR_KIND_SAID] = TEXT | MACHINE | LANGUAGE,
    [DOOR_KIND_HREF] = ADDRESS,
};

bool
door_kind_has_text(enum door_kind kind)
{
    return kinds[kind] & TEXT;
}

bool
door_kind_has_text_as_list(enum door_kind kind)
{
    return kinds[kind] & LIST;
}

bool
door_kind_is_for_machines(enum door_kind kind)
{
    return kinds[kind] & MACHINE;
}

bool
door_kind_is_address(enum door_kind kind)
{
    return kinds[kind] & ADDRESS;
}

bool
door_kind_has_language(enum door_kind kind)
{
    return kinds[kind] & LANGUAGE;
}

static struct door_value
say_word(const struct door_drawing *drawing, const struct door_path *path, int word)
{
    const struct door_language *language = drawing->language;
    const struct door_phrase *phrase;

    if (word < 1 || (size_t)word > path->field->words->count)
        return (struct door_value){ "", language, false };
    phrase = &language->phrases[path->first_word + (size_t)word - 1];
    return (struct door_value){ phrase->forms[0], phrase->missing ? &drawing->languages->items[0] : language, false };
}

static const char *
say_dates(const struct door_drawing *drawing, const struct door_dates *dates)
{
    struct door_worker *worker = drawing->worker;
    const char *from = door_say_date(worker, drawing->language, dates->from, DOOR_DATE_LONG);

    if (door_date_compare(dates->from, dates->until) == 0)
        return from;
    return door_say_phrase(worker, drawing->language, DOOR_PHRASE_DAYS_RANGE, (struct door_hole[]){ { "from", from },
            { "to", door_say_date(worker, drawing->language, dates->until, DOOR_DATE_LONG) } }, 2);
}

static struct door_value
of_said(const struct door_drawing *drawing, const struct door_said *said)
{
    if (!said)
        return (struct door_value){ "", drawing->language, false };
    return (struct door_value){ said->text ? said->text : "", &drawing->languages->items[said->language], false };
}

static struct door_value
say_piece(const struct door_drawing *drawing, uint32_t piece)
{
    if (!piece)
        return (struct door_value){ "", drawing->language, false };
    return of_said(drawing, door_language_piece(drawing->language, piece));
}

/* Values that are said in the page's language, by language/. */
static const char *
say_fact(const struct door_drawing *drawing, const struct door_path *path, const void *at)
{
    struct door_worker *worker = drawing->worker;
    const struct door_language *language = drawing->language;

    switch (path->field->kind) {
    case DOOR_KIND_NUMBER:
        return door_say_number(worker, language, *(const int *)at);
    case DOOR_KIND_DATE:
        return door_say_date(worker, language, *(const struct door_date *)at, DOOR_DATE_LONG);
    case DOOR_KIND_DATES:
        return say_dates(drawing, at);
    case DOOR_KIND_TIMES:
        return door_say_times(worker, language, *(const struct door_times *)at);
    case DOOR_KIND_DAY:
        return door_say_day_list(worker, language, &(struct door_list){ at, 1 });
    case DOOR_KIND_DAYS:
        return door_say_days(worker, language, *(const unsigned char *)at);
    case DOOR_KIND_AGE:
        return door_say_age(worker, language, *(const struct door_age *)at);
    case DOOR_KIND_PERIOD:
        return door_say_plural(worker, language, DOOR_PHRASE_DAYS, *(const int *)at, NULL, 0);
    case DOOR_KIND_MONEY:
        return door_say_money(worker, language, *(const int *)at);
    case DOOR_KIND_LANGUAGE:
        return door_say_language(worker, language, *(const char *const *)at);
    default:    /* these alone are asked for: see say_one */
        return "";
    }
}

static struct door_value
say_one(const struct door_drawing *drawing, const struct door_path *path, const void *at)
{
    struct door_value value = { "", drawing->language, false };

    switch (path->field->kind) {
    case DOOR_KIND_PROSE:
        return say_piece(drawing, *(const uint32_t *)at);
    case DOOR_KIND_SAID:
        return of_said(drawing, *(const struct door_said *const *)at);
    case DOOR_KIND_WORD:
        return say_word(drawing, path, *(const int *)at);
    case DOOR_KIND_TEXT:
        value.language = &drawing->languages->items[0];
        value.text = *(const char *const *)at;
        break;
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
        value.left_to_right = true;
        value.text = *(const char *const *)at;
        break;
    case DOOR_KIND_ID:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_HREF:
    case DOOR_KIND_FILE:
        value.text = *(const char *const *)at;
        break;
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_DATE:
    case DOOR_KIND_DATES:
    case DOOR_KIND_TIMES:
    case DOOR_KIND_DAY:
    case DOOR_KIND_DAYS:
    case DOOR_KIND_AGE:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
    case DOOR_KIND_LANGUAGE:
        value.text = say_fact(drawing, path, at);
        break;
    case DOOR_KIND_BODY:
    case DOOR_KIND_YES:
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
    case DOOR_KIND_REF:
    case DOOR_KIND_OPENING:
    case DOOR_KIND_RECORD:
        break;
    }
    if (!value.text)
        value.text = "";
    return value;
}

static struct door_value
say_list(const struct door_drawing *drawing, const struct door_path *path, const struct door_list *list)
{
    const char **texts;
    size_t i, size = door_field_item_size(path->field);

    if (path->field->kind == DOOR_KIND_DAY)
        return (struct door_value){ list->count ? door_say_day_list(drawing->worker, drawing->language, list) : "",
            drawing->language, false };
    texts = door_arena_array(&drawing->worker->scratch, list->count + 1, sizeof *texts);
    for (i = 0; i < list->count; i++)
        texts[i] = say_one(drawing, path, (const char *)list->items + i * size).text;
    return (struct door_value){ list->count ? door_say_list(drawing->worker, drawing->language, texts, list->count)
            : "", drawing->language, false };
}

struct door_value
door_value_say(const struct door_drawing *drawing, const struct door_path *path, const void *at)
{
    if (!at)
        return (struct door_value){ "", drawing->language, false };
    return door_path_is_list(path) ? say_list(drawing, path, at) : say_one(drawing, path, at);
}

static const char *
direction_of(const struct door_drawing *drawing, const char *code)
{
    const struct door_language *language = door_languages_find(drawing->languages, code);

    return !language ? "auto" : language->right_to_left ? "rtl" : "ltr";
}

/* "54.12346", "210", "-1.5": seven digits at most, none that says nothing. printf takes two microseconds for it. */
static const char *
number_text(const struct door_drawing *drawing, double number)
{
    char text[32], *p = text + sizeof text;
    double rest = fabs(number), scale = 1e7, limit = 1;
    long long digits;
    int decimals = 7;

    if (isnan(number))
        return NULL;
    for (; decimals && rest >= limit; limit *= 10, scale /= 10)
        decimals--;
    digits = llround(rest * scale);
    for (; decimals && digits % 10 == 0; decimals--)
        digits /= 10;
    if (decimals) {
        for (; decimals; decimals--, digits /= 10)
            *--p = (char)('0' + digits % 10);
        *--p = '.';
    }
    do
        *--p = (char)('0' + digits % 10);
    while (digits /= 10);
    if (number < 0)
        *--p = '-';
    return door_arena_copy(&drawing->worker->scratch, p, (size_t)(text + sizeof text - p));
}

/* A number whose last digit stands before end; there are zeros in front. Each page has dozens of dates and times. */
static void
write_digits(char *end, int number)
{
    for (; number > 0; number /= 10)
        *--end = (char)('0' + number % 10);
}

/* Times for datetime="": the time it begins. */
static const char *
clock_text(const struct door_drawing *drawing, struct door_times times)
{
    char *text;

    if (times.from < 0)
        return NULL;
    text = door_arena_copy(&drawing->worker->scratch, "00:00", 5);
    write_digits(text + 2, times.from / 60 % 24);
    write_digits(text + 5, times.from % 60);
    return text;
}

/* "2026-10-01", as datetime="" wants it. */
static const char *
date_text(const struct door_drawing *drawing, struct door_date date)
{
    char *text = door_arena_copy(&drawing->worker->scratch, "0000-00-00", 10);

    write_digits(text + 4, date.year);
    write_digits(text + 7, date.month);
    write_digits(text + 10, date.day);
    return text;
}

const char *
door_value_machine(const struct door_drawing *drawing, const struct door_path *path, const void *at,
        const char *attribute)
{
    struct door_arena *scratch = &drawing->worker->scratch;
    const struct door_date *date;
    int number;

    if (!at)
        return NULL;
    switch (path->field->kind) {
    case DOOR_KIND_WORD:
        number = *(const int *)at;
        return number < 1 ? NULL : path->field->words->words[number - 1].word;
    case DOOR_KIND_YES:
        return *(const bool *)at ? "" : NULL;
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_PERIOD:
        number = *(const int *)at;
        return number == DOOR_NO_NUMBER ? NULL : door_arena_format(scratch, "%d", number);
    case DOOR_KIND_MONEY:
        number = *(const int *)at;
        return number == DOOR_NO_NUMBER ? NULL : door_arena_format(scratch, "%d.%02d", number / 100, number % 100);
    case DOOR_KIND_DATE:
        date = at;
        return !date->year ? NULL : date_text(drawing, *date);
    case DOOR_KIND_TIMES:
        return clock_text(drawing, *(const struct door_times *)at);
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
        return number_text(drawing, *(const double *)at);
    case DOOR_KIND_LANGUAGE:
        return strcmp(attribute, "dir") == 0 ? direction_of(drawing, *(const char *const *)at)
                : *(const char *const *)at;
    case DOOR_KIND_PROSE:
    case DOOR_KIND_SAID:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_FILE:
    case DOOR_KIND_ID:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_HREF:
        return say_one(drawing, path, at).text;
    case DOOR_KIND_BODY:
    case DOOR_KIND_DATES:
    case DOOR_KIND_DAY:
    case DOOR_KIND_DAYS:
    case DOOR_KIND_AGE:
    case DOOR_KIND_REF:
    case DOOR_KIND_OPENING:
    case DOOR_KIND_RECORD:
        break;      /* the compiler lets none of them come here */
    }
    return NULL;
}

/* "services/x/#when" to "services/x/index.html#when". */
static const char *
with_index(const struct door_drawing *drawing, const char *href)
{
    size_t size = strcspn(href, "?#");

    if (size && href[size - 1] != '/')
        return href;
    return door_arena_format(&drawing->worker->scratch, "%.*sindex.html%s", (int)size, href, href + size);
}

const char *
door_href(const struct door_drawing *drawing, const char *href)
{
    const char *before = href[0] == '/' ? drawing->assets : drawing->root;

    if (href[0] == '#' || href[0] == '?')
        return href;
    href += href[0] == '/';
    if (drawing->from_disk)
        href = with_index(drawing, href);
    if (!before[0])
        return href[0] ? href : "./";
    return door_arena_join(&drawing->worker->scratch, before, href);
}

const char *
door_value_address(const struct door_drawing *drawing, const struct door_path *path, const void *at,
        const char *scheme)
{
    const struct door_entry *entry;
    const char *text;

    if (!at)
        return NULL;
    if (path->field->kind == DOOR_KIND_REF) {
        entry = *(const struct door_entry *const *)at;
        return entry && entry->path ? door_href(drawing, entry->path) : NULL;
    }
    text = *(const char *const *)at;
    if (!text)
        return NULL;
    if (path->field->kind == DOOR_KIND_HREF)
        return door_href(drawing, text);
    if (path->field->kind == DOOR_KIND_PHONE)
        return door_arena_join(&drawing->worker->scratch, scheme ? scheme : "tel:",
                door_phone_dialled(&drawing->worker->scratch, text));
    if (path->field->kind == DOOR_KIND_EMAIL)
        return door_arena_format(&drawing->worker->scratch, "mailto:%s", text);
    return text;
}

long
door_value_count(const struct door_path *path, const void *at)
{
    if (!at)
        return 0;
    if (door_path_is_list(path))
        return (long)((const struct door_list *)at)->count;
    return *(const int *)at == DOOR_NO_NUMBER ? 0 : *(const int *)at;
}
