/*
 * offer - every entry in one build, and the ways to find them.
 *
 * Owns:   the entries, their pieces and their index, in the build's arena.
 * Called: by commands/ to build it, by language/ and views/ to read it.
 * Never:  opens files or words anything for a reader.
 */
#ifndef DOOR_MODEL_OFFER_H
#define DOOR_MODEL_OFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "model/accessibility.h"
#include "model/allowed.h"
#include "model/entry.h"
#include "model/pieces.h"
#include "model/contact.h"
#include "model/schema.h"
#include "model/values.h"

struct door_arena;
struct door_content;
struct door_diag;
struct door_image;
struct door_node;
struct door_prose;

struct door_publisher {
    const char *name, *email, *phone;
};

struct door_urgent {
    uint32_t name, when;            /* prose */
    const char *phone, *text;
    struct door_list hours;         /* struct door_opening */
    struct door_list languages;     /* const char * */
};

struct door_term {
    uint32_t name;                  /* prose */
    struct door_date from, until;
    struct door_dates half_term;
};

struct door_audience {
    const char *id;
    uint32_t name;                  /* prose */
};

struct door_translation_order {
    struct door_list first;         /* const char * */
};

struct door_gone {
    const char *was;
    const struct door_entry *see;
};

struct door_left_out {          /* a draft that this build leaves out: half written perhaps, so nothing in it is read */
    const struct door_record *record;
    const char *id;
    const struct door_node *front;
};

enum door_strictness {
    DOOR_STRICTNESS_OFF = 1,
    DOOR_STRICTNESS_WARN,
    DOOR_STRICTNESS_ERROR,
};

enum door_stale {
    DOOR_STALE_SHOW = 1,
    DOOR_STALE_SOURCE,
};

enum door_server_known {
    DOOR_SERVER_APACHE = 1,
    DOOR_SERVER_IIS,
};

struct door_offer {
    struct door_entry entry;
    /* offer.yaml */
    int format;
    uint32_t name, national_name;   /* prose */
    const char *area;
    const struct door_image *image;
    const struct door_publisher *publisher;
    const char *url, *codes;        /* codes = url when not written */
    int lost_addresses, plain;      /* enum door_strictness */
    struct door_list languages;     /* const char *; the first is the one content is written in */
    const char *theme, *map;
    struct door_list servers;       /* int, enum door_server_known: those that read settings from the site's folder */
    struct door_list urgent;        /* struct door_urgent */
    struct door_list terms;         /* struct door_term */
    const char *holidays, *postcodes;   /* files */
    int review_every;               /* days */
    int stale_translations;         /* enum door_stale */
    const struct door_translation_order *translations;
    const struct door_allowed *allow;
    const struct door_accessibility *accessibility;
    struct door_list audiences;     /* struct door_audience */
    struct door_list gone;          /* struct door_gone */
    /* everything else in content/, each list of pointers in the order of ids (stages: of the file) */
    struct door_list stages, topics, services, places, organisations, questions, notices, pages, prints;
    struct door_list groups;        /* pointers to struct door_audience_entry: those that services are for */
    struct door_list formers;       /* pointers: addresses that lead on (model/former.h) */
    struct door_list bank_holidays; /* struct door_date, sorted: read from the file `holidays` */
    struct door_pieces pieces;
    struct door_map index;          /* "service:baby-massage" and the like, to struct door_entry * */
    struct door_map drafts;         /* the same for drafts that were left out, so that a link to one can say so */
    struct door_list left_out;      /* struct door_left_out: those drafts one by one */
    bool previews;                  /* drafts are in it: this site is for those who work on it */
    struct door_map unread;         /* and for files with mistakes so bad that nothing could be read */
};

extern const struct door_record door_offer_record;
extern const struct door_record door_urgent_record;

/*
 * Check what content/ holds and index it. Every problem is reported, not just the first, so that an editor mends a
 * file in one sitting. NULL if any was an error. Drafts are left out unless wanted.
 */
const struct door_offer *door_offer_build(struct door_arena *arena, const struct door_content *content, bool drafts,
        struct door_diag *diag);

/* The record types that editors write entries of: the i-th, NULL behind the last. */
const struct door_record *door_offer_type(size_t i);

/* What a link means by a type's name, size bytes long: one of those types, or the audiences; NULL if it is none. */
const struct door_record *door_offer_type_named(const char *name, size_t size);

/*
 * All entries of a type, pointers in the order of ids (stages: of the file). The place "online", which always exists,
 * is only in the list when the offer has a file for it.
 */
const struct door_list *door_offer_list(const struct door_offer *offer, const struct door_record *record);

/*
 * Find what the links of a tree lead to ("place:thornleigh-hub") and write it into them; a link that leads nowhere is
 * an error. Translated trees need it too. The tree was written in that file.
 */
void door_offer_resolve_links(const struct door_offer *offer, struct door_prose *prose, const char *file,
        struct door_diag *diag);

/* The entry of this type with this id, or NULL. Asking for an absent one is no mistake. */
const struct door_entry *door_offer_find(const struct door_offer *offer, const char *type, const char *id);

#endif
