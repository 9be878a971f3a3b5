#include "commands/kinds.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "model/offer.h"
#include "model/schema.h"

#define MOST_KINDS 32        /* with the list of plain words, which is no record */

const struct door_record *
door_kind(size_t i, bool with_offer)
{
    if (with_offer)
        return i == 0 ? &door_offer_record : door_offer_type(i - 1);
    return door_offer_type(i);
}

bool
door_kind_is(const struct door_record *record, const char *word)
{
    return strcmp(record->name, word) == 0 || (record->folder && strcmp(record->folder, word) == 0);
}

const struct door_record *
door_kind_find(struct door_arena *arena, const char *command, const char *word, bool with_offer)
{
    const struct door_record *record;
    const char *names[MOST_KINDS], *hint;
    size_t count, i;

    for (i = 0; (record = door_kind(i, with_offer)); i++)
        if (door_kind_is(record, word))
            return record;
    for (count = 0; count < MOST_KINDS - 1 && (record = door_kind(count, with_offer)); count++)
        names[count] = record->name;
    if (with_offer)
        names[count++] = DOOR_PLAIN_KIND;
    hint = door_text_did_you_mean(arena, word, names, count);
    fprintf(stderr, "frontdoor %s: nothing is called \"%s\"; ", command, word);
    if (hint) {
        fprintf(stderr, "%s\n", hint);
        return NULL;
    }
    fputs("there are", stderr);
    for (i = 0; i < count; i++)
        fprintf(stderr, "%s %s", i ? "," : "", names[i]);
    fputc('\n', stderr);
    return NULL;
}
