/*
 * phone - phone numbers in groups that can be read out and typed: 01632 960 123.
 *
 * Owns:   nothing.
 * Called: by plain.c for the fields of an entry, by rules.c for the words of a link.
 * Never:  says that a number is wrong (model/reach.c does), nor tells of one typed into a text (model/prose_fact.c).
 */
#ifndef DOOR_PLAIN_PHONE_H
#define DOOR_PLAIN_PHONE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

struct door_node;
struct door_record;
struct door_rules;

/* In groups of five digits at most, parted by spaces alone; brackets only in "+44 (0)". */
bool door_phone_is_grouped(struct door_span number);

/* The way to write a British number: "01632 960 123". False: it is not one of a known length. */
bool door_phone_group(struct door_span number, char out[20]);

/* The first run of digits and what parts them, 9 digits or more; else empty. */
struct door_span door_phone_find(const char *text);

void door_phone_tell(struct door_rules *rules, struct door_span number, struct door_place place);

/* Tell of the numbers in the fields of a record, and of the records in it. */
void door_phone_tell_all(struct door_rules *rules, const struct door_record *record, const struct door_node *node);

#endif
