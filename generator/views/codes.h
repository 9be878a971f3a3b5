/*
 * codes - the short addresses behind QR codes: go/<code>/.
 *
 * A code is 8 characters of a hash of kind, id, language and venue, never of the offer's url, so that it can be
 * printed on paper and outlive a move.
 */
#ifndef DOOR_VIEWS_CODES_H
#define DOOR_VIEWS_CODES_H

struct door_arena;
struct door_entry;
struct door_language;
struct door_visit;

#define DOOR_CODE_DIGITS 8

struct door_code_address {
    char code[DOOR_CODE_DIGITS + 1];
    const char *url;            /* what the QR code says: "https://codes.example/go/1a2b3c4d/" */
    const char *typed;          /* the same as people type it: "codes.example/go/1a2b3c4d" */
};

/* The code of an entry (NULL: the front door) in a language, for a venue (NULL: for no venue). */
void door_code_of(const struct door_entry *entry, const struct door_language *language, const struct door_entry *venue,
        char code[DOOR_CODE_DIGITS + 1]);

/* The code in the visit's language with its addresses, in the worker's scratch arena. */
struct door_code_address door_code_address(const struct door_visit *visit, const struct door_entry *entry,
        const struct door_entry *venue);

#endif
