#include "views/visit.h"

#include "base/arena.h"
#include "language/language.h"
#include "language/worker.h"

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
