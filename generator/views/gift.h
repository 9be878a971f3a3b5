/*
 * gift - "Give this to someone": one entry in each language, for somebody who hands over a page that she can't read.
 *
 * Owns:   nothing.
 * Called: by the views of pages that are worth giving; by publish/ for their codes.
 * Never:  gives a sensitive entry or a hidden place: it would stand, named, in the messages of a phone.
 */
#ifndef DOOR_VIEWS_GIFT_H
#define DOOR_VIEWS_GIFT_H

#include <stdbool.h>

#include "model/schema.h"

struct door_entry;
struct door_said;
struct door_visit;

struct door_gift_view {
    const char *name;               /* of the language, in itself */
    const char *language;           /* the same in the reader's language */
    const char *code, *direction;   /* "ur", "rtl" */
    const struct door_said *state;  /* in the reader's language: "all in Urdu" */
    const char *href;               /* the page in that language, from the site's root */
    const char *picture;            /* its QR code, from the site's root */
    const char *typed;              /* its short address, as people type it */
    const char *text, *mail;        /* addresses that begin a message with its title and short address */
    bool current;                   /* it is the language of this page */
};

extern const struct door_record door_gift_view_record;

/* Beside an entry's page: a picture that holds the codes of all languages, each a view by the language's tag. */
#define DOOR_GIFT_CODES "codes.svg"

/* May this entry be given to somebody? */
bool door_gift_is_for(const struct door_entry *entry);

/* A list of struct door_gift_view, one a language; empty where the visit's template shows none. */
struct door_list door_gift_build(const struct door_visit *visit, const struct door_entry *entry);

/* The address of a mail to the publisher that says which entry is wrong, and in which language it was read. */
const char *door_wrong_address(const struct door_visit *visit, const struct door_entry *entry);

#endif
