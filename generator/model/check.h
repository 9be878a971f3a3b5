/*
 * check - what the loading of one record knows and shares: where prose goes, what has to wait, how to report.
 *
 * Owns:   the list of what can only be done when every entry is loaded: references, rules across fields, links.
 * Called: by load.c, and by the shorthand and check functions of the record types.
 * Never:  knows a field by name.
 */
#ifndef DOOR_MODEL_CHECK_H
#define DOOR_MODEL_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"

struct door_content;
struct door_entry;
struct door_field;
struct door_node;
struct door_offer;
struct door_prose;
struct door_record;
struct door_waiting;

/* Things to do later, in order. */
struct door_later {
    struct door_waiting *first, **tail;
};

struct door_check {
    struct door_arena *arena;
    struct door_diag *diag;
    const struct door_content *content;
    struct door_offer *offer;
    struct door_entry *entry;   /* whose record this is */
    const char *context;        /* stands before a field's name: "services/x#", nested "services/x#sessions." */
    struct {
        const char *outer, *inner;
        const struct door_field *field;
    } nested;                   /* the context that was made last */
    const char *spoken;         /* the name an editor wrote, where a single value stands for a record; else NULL */
    bool sample;                /* the offer's address is .example: sample phones and hosts are welcome */
    struct door_map was;        /* "service:old-id" to the entry that says so */
    struct door_later references, rules, bodies;
    struct door_arena waiting;  /* holds them until the end */
    struct door_arena scratch;  /* for a function that empties it again */
};

/* Report at a field of node, or at node itself when field is NULL or not written. */
void door_check_error(struct door_check *check, const struct door_node *node, const char *field, const char *id,
        const char *hint, const char *format, ...) __attribute__((format(printf, 6, 7)));
void door_check_warn(struct door_check *check, const struct door_node *node, const char *field, const char *id,
        const char *hint, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Load what stands at node into one field of the record that lies at base: what shorthand functions are made of. */
bool door_check_load(struct door_check *check, const struct door_record *record, const char *field, void *base,
        const struct door_node *node);

/* Resolve the reference written at node into *slot when every entry is loaded. record NULL = any type. */
void door_check_reference(struct door_check *check, const struct door_record *record, const struct door_entry **slot,
        const struct door_node *node);

/* Run the record's check function when every reference is resolved. */
void door_check_rules(struct door_check *check, const struct door_record *record, void *base,
        const struct door_node *node);

/*
 * Will anybody ask for what translators see? Not in an offer of one language. While offer.yaml is read that is not
 * known yet, and the answer is yes.
 */
bool door_check_is_translated(const struct door_check *check);

/* The msgctxt of a field's words: what check->context says and its name, or the former alone where nobody will ask. */
const char *door_check_context(const struct door_check *check, const struct door_field *field);

/* Resolve the links of a body when every entry is loaded. */
void door_check_body(struct door_check *check, struct door_prose *body);

/* Every entry is loaded: do what had to wait, references first, and forget it. */
void door_check_finish(struct door_check *check);

/* Forget what waits, undone. */
void door_check_forget(struct door_check *check);

#endif
