#include "language/format.h"

#include <assert.h>
#include <string.h>

#include <unicode/ustring.h>

#include "language/language.h"
#include "language/phrases.h"
#include "language/plural.h"
#include "language/speech.h"
#include "language/worker.h"
#include "model/service.h"

/* ---- numbers ---- */

static const char *
say_formatted(struct door_worker *worker, const UFormattedNumber *formatted)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[128];
    int32_t size = unumf_resultToString(formatted, text, 128, &status);

    door_locale_expect(status, "a number");
    return door_locale_utf8(&worker->scratch, text, size);
}

const char *
door_say_money(struct door_worker *worker, const struct door_language *language, int pence)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    UNumberFormatter *formatter = door_speaker_money(speaker);
    uint64_t key = door_kept_key(DOOR_KEPT_MONEY, 0, pence);
    const char *kept = door_kept_find(&speaker->kept, key);
    UErrorCode status = U_ZERO_ERROR;

    if (kept)
        return kept;
    unumf_formatDouble(formatter, pence / 100.0, speaker->formatted, &status);
    door_locale_expect(status, "a sum of money");
    return door_speaker_keep(worker, speaker, key, say_formatted(worker, speaker->formatted));
}

const char *
door_say_number(struct door_worker *worker, const struct door_language *language, long number)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    UNumberFormatter *formatter = door_speaker_number(speaker);
    uint64_t key = door_kept_key(DOOR_KEPT_NUMBER, 0, number);
    const char *kept = door_kept_find(&speaker->kept, key);
    UErrorCode status = U_ZERO_ERROR;

    if (kept)
        return kept;
    unumf_formatInt(formatter, number, speaker->formatted, &status);
    door_locale_expect(status, "a number");
    return door_speaker_keep(worker, speaker, key, say_formatted(worker, speaker->formatted));
}

/* ---- lists and names ---- */

static const char *
say_list(struct door_worker *worker, struct door_speaker *speaker, const char *const *items, size_t count)
{
    const UChar **texts = door_arena_array(&worker->scratch, count, sizeof *texts);
    int32_t *sizes = door_arena_array(&worker->scratch, count, sizeof *sizes), size, room = 64;
    UErrorCode status = U_ZERO_ERROR;
    UChar *out;
    size_t i;

    for (i = 0; i < count; i++) {
        texts[i] = door_locale_utf16(&worker->scratch, items[i], &sizes[i]);
        room += sizes[i] + 16;      /* no language puts more than a short word between two items */
    }
    out = door_arena_array(&worker->scratch, (size_t)room, sizeof *out);
    size = ulistfmt_format(door_speaker_list(speaker), texts, sizes, (int32_t)count, out, room, &status);
    door_locale_expect(status, "a list");
    return door_locale_utf8(&worker->scratch, out, size);
}

/* Lists of languages, days and features of buildings: there are few, and they stand on page after page. */
const char *
door_say_list(struct door_worker *worker, const struct door_language *language, const char *const *items, size_t count)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    struct door_arena *arena = &worker->speech->arena;
    struct door_buf *key = &worker->speech->text;
    const char *said;
    size_t i;

    if (count < 2)
        return count ? items[0] : "";
    door_buf_clear(key);
    for (i = 0; i < count; i++) {
        door_buf_text(key, items[i]);
        door_buf_char(key, '\n');
    }
    said = door_map_find(&speaker->lists, door_buf_string(key));
    if (said)
        return said;
    said = door_arena_text(arena, say_list(worker, speaker, items, count));
    door_map_put(&speaker->lists, arena, door_arena_text(arena, door_buf_string(key)), said);
    return said;
}

const char *
door_say_language(struct door_worker *worker, const struct door_language *language, const char *code)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    int64_t letters = 0;
    const char *kept, *name, *p;
    uint64_t key;

    for (p = code; *p && p - code < 7; p++)
        letters = letters << 8 | (unsigned char)*p;
    key = door_kept_key(DOOR_KEPT_LANGUAGE, 0, letters);
    kept = p - code < 7 ? door_kept_find(&speaker->kept, key) : NULL;
    if (kept)
        return kept;
    name = door_locale_language_name(&worker->scratch, door_speaker_names(speaker), worker->speech->languages, code);
    return p - code < 7 ? door_speaker_keep(worker, speaker, key, name) : name;
}

const char *
door_say_capital(struct door_worker *worker, const struct door_language *language, const char *text)
{
    return door_locale_capital(&worker->scratch, door_speaker_capitals(door_speaker_of(worker, language)), text);
}

/* ---- sentences ---- */

static const struct door_hole *
find_hole(const struct door_hole *holes, size_t count, const char *name, size_t size)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (strlen(holes[i].name) == size && memcmp(holes[i].name, name, size) == 0)
            return &holes[i];
    return NULL;
}

/* A hole that nobody fills stays as it is written: a view that forgets one is seen at once. */
static const char *
fill(struct door_worker *worker, const char *text, const struct door_hole *holes, size_t count)
{
    struct door_buf *out = &worker->speech->text;

    door_buf_clear(out);
    while (*text) {
        size_t plain = strcspn(text, "{");
        const char *end = text[plain] ? strchr(text + plain, '}') : NULL;
        const struct door_hole *hole = NULL;

        door_buf_add(out, text, plain);
        text += plain;
        if (end)
            hole = find_hole(holes, count, text + 1, (size_t)(end - text) - 1);
        if (hole) {
            door_buf_text(out, hole->value);
            text = end + 1;
        } else if (*text) {
            door_buf_char(out, *text++);
        }
    }
    return door_arena_copy(&worker->scratch, door_buf_string(out), out->size);
}

const char *
door_say_phrase(struct door_worker *worker, const struct door_language *language, size_t word,
        const struct door_hole *holes, size_t count)
{
    return fill(worker, door_language_word(language, word), holes, count);
}

size_t
door_plural_form(struct door_worker *worker, const struct door_language *language, size_t word, long number)
{
    const struct door_phrase *phrase = &language->phrases[word];
    size_t form;

    if (phrase->missing)
        form = number == 1 || number == -1 ? 0 : 1;
    else
        form = door_plural_choose(door_speaker_plural(door_speaker_of(worker, language)), number);
    return form < phrase->form_count ? form : phrase->form_count - 1;
}

const char *
door_say_plural(struct door_worker *worker, const struct door_language *language, size_t word, long number,
        const struct door_hole *holes, size_t count)
{
    const struct door_phrase *phrase = &language->phrases[word];
    struct door_hole *all = door_arena_array(&worker->scratch, count + 1, sizeof *all);

    assert(word < language->phrase_count);
    if (count)
        memcpy(all, holes, count * sizeof *all);
    all[count] = (struct door_hole){ "count", door_say_number(worker, language, number) };
    return fill(worker, phrase->forms[door_plural_form(worker, language, word, number)], all, count + 1);
}

/* ---- ages ---- */

static const char *
name_age(struct door_worker *worker, const struct door_language *language, struct door_age age)
{
    switch (age.unit) {
    case DOOR_AGE_NONE:
        return "";
    case DOOR_AGE_PREGNANCY:
        return door_language_word(language, DOOR_PHRASE_AGE_PREGNANCY);
    case DOOR_AGE_BIRTH:
        return door_language_word(language, DOOR_PHRASE_AGE_BIRTH);
    case DOOR_AGE_WEEKS:
        return door_say_plural(worker, language, DOOR_PHRASE_AGE_WEEKS, age.count, NULL, 0);
    case DOOR_AGE_MONTHS:
        return door_say_plural(worker, language, DOOR_PHRASE_AGE_MONTHS, age.count, NULL, 0);
    case DOOR_AGE_YEARS:
        return door_say_plural(worker, language, DOOR_PHRASE_AGE_YEARS, age.count, NULL, 0);
    }
    return "";
}

static const char *
name_ages_from(struct door_worker *worker, const struct door_language *language, struct door_age from)
{
    switch (from.unit) {
    case DOOR_AGE_NONE:
        return "";
    case DOOR_AGE_PREGNANCY:
        return door_language_word(language, DOOR_PHRASE_AGES_FROM_PREGNANCY);
    case DOOR_AGE_BIRTH:
        return door_language_word(language, DOOR_PHRASE_AGES_FROM_BIRTH);
    case DOOR_AGE_WEEKS:
        return door_say_plural(worker, language, DOOR_PHRASE_AGES_FROM_WEEKS, from.count, NULL, 0);
    case DOOR_AGE_MONTHS:
        return door_say_plural(worker, language, DOOR_PHRASE_AGES_FROM_MONTHS, from.count, NULL, 0);
    case DOOR_AGE_YEARS:
        return door_say_plural(worker, language, DOOR_PHRASE_AGES_FROM_YEARS, from.count, NULL, 0);
    }
    return "";
}

const char *
door_say_age(struct door_worker *worker, const struct door_language *language, struct door_age age)
{
    return door_say_capital(worker, language, name_age(worker, language, age));
}

static const char *
say_ages(struct door_worker *worker, const struct door_language *language, const struct door_ages *ages)
{
    const char *text;

    if (ages->to.unit == DOOR_AGE_NONE)
        text = name_ages_from(worker, language, ages->from);
    else if (ages->from.unit == DOOR_AGE_PREGNANCY && ages->to.unit == DOOR_AGE_BIRTH)
        text = name_age(worker, language, ages->from);      /* all of it and no more: "Pregnancy" */
    else
        text = door_say_phrase(worker, language, DOOR_PHRASE_AGES_RANGE, (struct door_hole[]){
                { "from", name_age(worker, language, ages->from) }, { "to", name_age(worker, language, ages->to) },
            }, 2);
    return door_say_capital(worker, language, text);
}

const char *
door_say_ages(struct door_worker *worker, const struct door_language *language, const struct door_ages *ages)
{
    struct door_speaker *speaker = door_speaker_of(worker, language);
    bool small = (unsigned)ages->from.count < 1 << 16 && (unsigned)ages->to.count < 1 << 16;
    uint64_t key = door_kept_key(DOOR_KEPT_AGES, (unsigned)ages->from.unit << 4 | (unsigned)ages->to.unit,
            (int64_t)ages->from.count << 16 | ages->to.count);
    const char *kept = small ? door_kept_find(&speaker->kept, key) : NULL;

    if (kept || !small)
        return kept ? kept : say_ages(worker, language, ages);
    return door_speaker_keep(worker, speaker, key, say_ages(worker, language, ages));
}

/* ---- sorting ---- */

int
door_collate(struct door_worker *worker, const struct door_language *language, const char *a, const char *b)
{
    UErrorCode status = U_ZERO_ERROR;
    UCollationResult order = ucol_strcollUTF8(door_speaker_collator(door_speaker_of(worker, language)), a, -1, b, -1,
            &status);

    door_locale_expect(status, "sorting");
    /* Texts that readers would call the same still need one order, or a sort could give two. */
    return order == UCOL_EQUAL ? strcmp(a, b) : order == UCOL_LESS ? -1 : 1;
}
