/*
 * kinds - what editors call the types of entries on the command line.
 */
#ifndef DOOR_COMMANDS_KINDS_H
#define DOOR_COMMANDS_KINDS_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_record;

#define DOOR_PLAIN_KIND "plain"     /* plain.yaml: it has a schema, and is read off no table of fields */

/* The i-th kind: the types of entries, and (with the offer itself) what offer.yaml is. NULL behind the last. */
const struct door_record *door_kind(size_t i, bool with_offer);

/* Is this the record's name, or its folder's? "service" and "services", "publication" and "print". */
bool door_kind_is(const struct door_record *record, const char *word);

/* The kind of this name; NULL, with a message on stderr, if there is none. */
const struct door_record *door_kind_find(struct door_arena *arena, const char *command, const char *word,
        bool with_offer);

#endif
