#include "views/lettered.h"

#include "base/arena.h"
#include "language/alphabet.h"
#include "language/format.h"
#include "language/language.h"
#include "language/worker.h"
#include "views/visit.h"

size_t
door_lettered_parts(size_t count, size_t a_part)
{
    return count ? (count + a_part - 1) / a_part : 1;
}

const char *
door_lettered_path(struct door_arena *arena, const char *folder, size_t part)
{
    return part ? door_arena_format(arena, "%s/%zu/", folder, part + 1) : door_arena_join(arena, folder, "/");
}

size_t
door_lettered_begin(const struct door_lettered_list *list, size_t part)
{
    return list->count * part / list->parts;
}

/* The letters of what stands from `first` to before `end`, with its lines where it is on this page. */
static struct door_list
letters_between(const struct door_visit *visit, const struct door_lettered_list *list, size_t first, size_t end,
        bool here)
{
    struct door_arena *arena = &visit->worker->scratch;
    struct door_letter_view *letters = NULL;
    size_t part = 0, count = 0, capacity = 0, i, next;

    for (i = first; i < end; i = next) {
        uint16_t letter = list->letter_of(visit, list->items, i);

        for (next = i + 1; next < end && list->letter_of(visit, list->items, next) == letter; next++)
            ;
        while (part + 1 < list->parts && door_lettered_begin(list, part + 1) <= i)
            part++;
        letters = door_arena_grow(arena, letters, count, &capacity, sizeof *letters);
        letters[count++] = (struct door_letter_view){ .number = letter,
            .name = door_letter_name(visit->worker, visit->language, letter),
            .href = door_lettered_path(arena, list->folder, part) };
        if (here)
            letters[count - 1].lines = list->lines_of(visit, list->items, i, next);
    }
    return (struct door_list){ letters, count };
}

void
door_lettered_fill(const struct door_visit *visit, const struct door_lettered_list *list,
        struct door_lettered *lettered)
{
    struct door_arena *arena = &visit->worker->scratch;

    lettered->letters = letters_between(visit, list, 0, list->count, false);
    lettered->here = letters_between(visit, list, door_lettered_begin(list, visit->part),
            door_lettered_begin(list, visit->part + 1), true);
    lettered->split = list->parts > 1;
    if (visit->part)
        lettered->before = door_lettered_path(arena, list->folder, visit->part - 1);
    if (visit->part + 1 < list->parts)
        lettered->after = door_lettered_path(arena, list->folder, visit->part + 1);
}

const struct door_said *
door_lettered_title(const struct door_visit *visit, const struct door_lettered *lettered, bool whole,
        size_t all_phrase, size_t part_phrase)
{
    const struct door_letter_view *letters = lettered->here.items;
    const char *text;

    if (whole || !lettered->here.count)
        return door_visit_phrase(visit, all_phrase);
    text = door_say_phrase(visit->worker, visit->language, part_phrase, (struct door_hole[]){
            { "from", letters[0].name }, { "to", letters[lettered->here.count - 1].name } }, 2);
    return door_visit_said(visit, text, door_visit_phrase(visit, part_phrase)->language);
}
