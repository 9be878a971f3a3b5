#include "views/visit.h"

#include <assert.h>

#include "base/arena.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/audience.h"
#include "model/entry.h"
#include "model/schema.h"
#include "views/audience.h"

const struct door_said *
door_visit_piece(const struct door_visit *visit, uint32_t piece)
{
    return piece ? door_language_piece(visit->language, piece) : NULL;
}

const struct door_said *
door_visit_said(const struct door_visit *visit, const char *text, int language)
{
    struct door_said *said = door_arena_alloc(&visit->worker->scratch, sizeof *said);

    said->text = text;
    said->language = (unsigned short)language;
    return said;
}

const struct door_said *
door_visit_phrase(const struct door_visit *visit, size_t phrase)
{
    const struct door_phrase *words = &visit->language->phrases[phrase];

    return door_visit_said(visit, words->forms[0], words->missing ? 0 : visit->language->index);
}

const struct door_said *
door_visit_fact(const struct door_visit *visit, const char *text)
{
    return text ? door_visit_said(visit, text, 0) : NULL;
}

const struct door_said *
door_visit_name(const struct door_visit *visit, const struct door_entry *entry)
{
    const struct door_field *field = door_record_find(entry->record, "name");
    const void *at;

    if (entry->record == &door_audience_record)
        return door_audience_name(visit, (const struct door_audience_entry *)entry);
    if (!field)
        field = door_record_find(entry->record, "ask");
    if (!field)
        field = door_record_find(entry->record, "title");
    assert(field && (field->kind == DOOR_KIND_PROSE || field->kind == DOOR_KIND_TEXT));
    at = (const char *)entry + field->offset;
    return field->kind == DOOR_KIND_PROSE ? door_visit_piece(visit, *(const uint32_t *)at)
            : door_visit_fact(visit, *(const char *const *)at);
}
