/*
 * schema - what one table row says of a field, and everything that is read off it.
 *
 * A record type is a struct and one `static const struct door_field` table beside it. Loading, checking, messages,
 * translation, the templates' type check, open data and the format's manual read the table; no other code names fields.
 * Views describe themselves with the same rows, so a template walks from a view into the model without a seam.
 *
 * Owns:   nothing.
 * Called: by every room from model/ on.
 * Never:  knows a particular record type.
 */
#ifndef DOOR_MODEL_SCHEMA_H
#define DOOR_MODEL_SCHEMA_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/values.h"

struct door_check;      /* one record being checked: see model/check.h */
struct door_node;

/* What a value is, and so the type of the struct's member. Lists of any of them are struct door_list. */
enum door_kind {
    /* prose: translated piece by piece */
    DOOR_KIND_PROSE,        /* uint32_t: the number of a piece (model/pieces.h), 0 = absent */
    DOOR_KIND_BODY,         /* const struct door_prose *: its leaf blocks are pieces */
    /* facts: typed, never translated */
    DOOR_KIND_TEXT,         /* const char *: a name or an address line, in the language of the content */
    DOOR_KIND_WORD,         /* int: a word of an enumeration, counted from 1; 0 = absent */
    DOOR_KIND_YES,          /* bool; absent = false */
    DOOR_KIND_NUMBER,       /* int; DOOR_NO_NUMBER = absent */
    DOOR_KIND_DATE,         /* struct door_date */
    DOOR_KIND_DATES,        /* struct door_dates: "a to b", both days included */
    DOOR_KIND_TIMES,        /* struct door_times: "9:30am to 11am" */
    DOOR_KIND_DAY,          /* struct door_day: "Tuesday", "first Tuesday" */
    DOOR_KIND_AGE,          /* struct door_age */
    DOOR_KIND_PERIOD,       /* int: days ("90 days", "2 weeks"); DOOR_NO_NUMBER = absent */
    DOOR_KIND_MONEY,        /* int: pence; DOOR_NO_NUMBER = absent */
    DOOR_KIND_LENGTH,       /* double: millimetres; NAN = absent */
    DOOR_KIND_DEGREES,      /* double: WGS 84 latitude or longitude; NAN = absent */
    DOOR_KIND_PHONE,        /* const char *: as printed, "01632 960 123" */
    DOOR_KIND_EMAIL,        /* const char * */
    DOOR_KIND_URL,          /* const char *: absolute, https: or http: */
    DOOR_KIND_POSTCODE,     /* const char *: "YO1 7HH" */
    DOOR_KIND_LANGUAGE,     /* const char *: a BCP 47 tag, "en-GB" */
    DOOR_KIND_FILE,         /* const char *: below content/, "media/massage.svg" */
    DOOR_KIND_ID,           /* const char *: an id that is declared here */
    DOOR_KIND_REF,          /* const struct door_entry *: of type row->record, or any if that is NULL */
    DOOR_KIND_DAYS,         /* unsigned char: days of a week, bit 0 = Monday, as in struct door_opening */
    DOOR_KIND_OPENING,      /* struct door_list of struct door_opening: {Monday to Friday: 9am to 5pm} */
    DOOR_KIND_RECORD,       /* const struct ... *: row->record; NULL = absent. In a list they lie inline */
    /* chosen or worded by a view */
    DOOR_KIND_WORDED,       /* const char *: text in the page's language */
    DOOR_KIND_SAID,         /* const struct door_said *: text that knows its language (language/language.h) */
    DOOR_KIND_HREF,         /* const char *: an address below the page's root, "services/x/" */
};

enum {
    DOOR_REQUIRED = 1 << 0, /* must be written, or (in a view) is always there */
    DOOR_LIST     = 1 << 1, /* zero or more; a single value stands for a list of one */
    DOOR_SECRET   = 1 << 2, /* never published: no template may read it */
    DOOR_INHERIT  = 1 << 3, /* in a view: names this table lacks are looked up in the record this row leads to */
    DOOR_ASKED    = 1 << 4, /* nearly always written: a new entry has a blank for it */
};

#define DOOR_NO_NUMBER INT_MIN

struct door_list {
    const void *items;      /* count values of the row's kind, side by side; records lie inline */
    size_t count;
};

/* One word of an enumeration: as typed in files, and as families read it (English; translated as an interface word). */
struct door_word {
    const char *word, *label;
};

struct door_enumeration {
    const char *name;       /* msgctxt of the labels */
    const struct door_word *words;
    size_t count;
};

struct door_field {
    const char *name;
    enum door_kind kind;
    unsigned flags;
    size_t offset;          /* offsetof in the record's struct */
    size_t limit;           /* most code points of a text or prose; 0 = no limit */
    const struct door_enumeration *words;   /* of a WORD */
    const struct door_record *record;       /* of a RECORD or REF */
    const char *fallback;   /* what stands here when nothing is written, as an editor would write it; NULL = absent */
    const char *open_referral;  /* its name in the ORUK 3.0 feed, or NULL */
    const char *help;       /* one sentence for editors */
};

struct door_record {
    const char *name;       /* "service" */
    const char *folder;     /* where its entries lie, "services"; NULL if it has no files of its own */
    size_t size;
    const struct door_field *fields;
    size_t field_count;
    const struct door_record *base; /* whose rows (and struct, at offset 0) this one begins with, or NULL */
    bool has_page;          /* its entries have an address, <folder>/<id>/ */
    /*
     * A scalar (or list) written where the record is expected: fill the record from it and return true, or report and
     * return false. NULL: only a map will do.
     */
    bool (*shorthand)(struct door_check *check, void *record, const struct door_node *node);
    /* For schemas and the manual, of a shorthand: the words it takes, and whether it takes other texts too. */
    const struct door_enumeration *short_words;
    bool short_others;
    /* Rules across fields, after all references are resolved. It may fill members that no row describes. */
    void (*check)(struct door_check *check, void *record, const struct door_node *node);
};

/* The row of that name, looked up in the base's rows too, or NULL. */
const struct door_field *door_record_find(const struct door_record *record, const char *name);

/* Is it one of the record's own rows? */
bool door_record_has(const struct door_record *record, const struct door_field *field);

/* The i-th row, the base's first; NULL behind the last. */
const struct door_field *door_record_field(const struct door_record *record, size_t i);

/* Bytes of one value of this kind (of one item, for a list). */
size_t door_field_item_size(const struct door_field *field);

/* Is anything there? base is the struct that holds the field. A list is set when it has items. */
bool door_field_is_set(const struct door_field *field, const void *base);

/*
 * A word's number (from 1) in its enumeration; 0 if it is none of them. ASCII case is ignored, and a space is as good
 * as a hyphen: "Drop in" is drop-in.
 */
int door_enumeration_find(const struct door_enumeration *words, const char *text);

/* "a" or "an", as it stands before this word in a message. */
const char *door_article(const char *noun);

#define DOOR_COUNT(array) (sizeof(array) / sizeof *(array))

#endif
