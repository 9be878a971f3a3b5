/*
 * publication - something printed: a booklet, a poster, a leaflet, a screen. The record of print/.
 */
#ifndef DOOR_MODEL_PUBLICATION_H
#define DOOR_MODEL_PUBLICATION_H

#include <stdbool.h>
#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"

enum door_publication_kind {
    DOOR_PUBLICATION_BOOKLET = 1,
    DOOR_PUBLICATION_POSTER,
    DOOR_PUBLICATION_LEAFLET,
    DOOR_PUBLICATION_SCREEN,
};

struct door_sheet_size {
    double width, height;           /* mm */
};

enum door_section_kind {
    DOOR_SECTION_COVER = 1,
    DOOR_SECTION_CONTENTS,
    DOOR_SECTION_URGENT,
    DOOR_SECTION_STAGES,
    DOOR_SECTION_TOPIC,
    DOOR_SECTION_SERVICES,
    DOOR_SECTION_PLACES,
    DOOR_SECTION_SESSIONS,
    DOOR_SECTION_PAGE,
    DOOR_SECTION_FORMATS,
    DOOR_SECTION_BACK,
};

struct door_places_wish {           /* one of them is written */
    int kind;                       /* enum door_venue_kind: all places of this kind */
    struct door_list list;          /* refs to struct door_venue */
};

struct door_section {               /* exactly one of them is written */
    int kind;                       /* enum door_section_kind */
    const struct door_entry *topic, *sessions, *page;
    struct door_list services;      /* refs */
    const struct door_places_wish *places;
};

struct door_publication {
    struct door_entry entry;
    int kind;                       /* enum door_publication_kind */
    uint32_t title;                 /* prose */
    const struct door_sheet_size *size;
    int pages;
    struct door_list languages;     /* const char *; empty = all */
    struct door_list venues;        /* `for`: refs to struct door_venue */
    const struct door_entry *about;
    struct door_list sections;      /* struct door_section */
    const char *bilingual;
    double bleed;                   /* mm */
    bool marks, sheets, large_print, braille, text;
};

extern const struct door_record door_publication_record;
extern const struct door_record door_section_record;
extern const struct door_enumeration door_publication_kind_words;
extern const struct door_enumeration door_section_words;       /* in the order of enum door_section_kind */

/* Is it made in the language with this code? */
bool door_publication_has_language(const struct door_publication *publication, const char *code);

#endif
