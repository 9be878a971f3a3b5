/*
 * paper - a publication as one reader holds it: which sections, which services, which code.
 *
 * Owns:   nothing.
 * Called: by publish/print.c.
 * Never:  knows how anything looks: themes/<name>/print/ does.
 */
#ifndef DOOR_VIEWS_PAPER_H
#define DOOR_VIEWS_PAPER_H

#include <stdbool.h>

#include "model/schema.h"
#include "model/values.h"

struct door_entry;
struct door_offer;
struct door_publication;
struct door_said;
struct door_service;
struct door_visit;

struct door_paper_section {
    int kind;                       /* enum door_section_kind */
    const struct door_entry *topic; /* of TOPIC */
    const struct door_entry *page;  /* of PAGE */
    struct door_list services;      /* struct door_service_view: of TOPIC and SERVICES */
    struct door_list places;        /* struct door_venue_view: of PLACES and SESSIONS */
    struct door_list stages;        /* refs: of STAGES */
};

struct door_paper_view {
    const struct door_offer *offer;
    const struct door_publication *publication;
    const struct door_said *about_name, *about_summary;     /* of what its code opens */
    const char *about_phone;
    bool all_free, most_free;
    struct door_list urgent;        /* struct door_urgent_view */
    struct door_list sections;      /* struct door_paper_section */
    const char *languages;          /* the other languages it can be had in, by their own names; or NULL */
    const char *code;               /* the address in its QR code */
    const char *typed;              /* the same, as people type it */
    bool draft;                     /* it is a draft, or shows one */
    struct door_date checked;       /* the newest check among what it shows; year 0 = none */
};

extern const struct door_record door_paper_view_record;

/* Sensitive services, and those that asked for it, are left out of print. */
bool door_paper_may_show(const struct door_service *service);

/* Can this kind be made yet? Leaflets and screens are read and checked, and come with a later edition. */
bool door_paper_is_made(const struct door_publication *publication);

/* The view of a publication in the visit's language; venue is the place whose copy this is, or NULL. */
const struct door_paper_view *door_paper_view_build(const struct door_visit *visit,
        const struct door_publication *publication, const struct door_entry *venue);

#endif
