/*
 * visit - one reader on one page: in which language, on which day, drawn by which worker.
 *
 * Owns:   nothing.
 * Called: by publish/ to make it; every view is built for a visit, in its worker's scratch arena.
 */
#ifndef DOOR_VIEWS_VISIT_H
#define DOOR_VIEWS_VISIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/values.h"

struct door_calendar;
struct door_entry;
struct door_language;
struct door_languages;
struct door_logo_view;
struct door_mentions;
struct door_offer;
struct door_order;
struct door_pictures;
struct door_said;
struct door_worker;

struct door_visit {
    const struct door_offer *offer;
    const struct door_mentions *mentions;   /* which services name what */
    const struct door_calendar *calendar;   /* what is on in the next weeks */
    const struct door_order *order; /* the services by name, in this language */
    const struct door_languages *languages;
    const struct door_language *language;
    struct door_worker *worker;
    struct door_date today;         /* in Europe/London */
    size_t part;                    /* of a page that comes in several: which, from 0 */
    const struct door_pictures *pictures;   /* what entries show; NULL: nothing */
    const char *style;              /* where the stylesheet lies, from the site's root: "/assets/style.1a2b.css" */
    const char *icon;               /* what browsers show beside the title; NULL: the theme has none */
    const char *search, *search_script; /* what the search page looks in, and the script that does; NULL: none */
    const struct door_logo_view *logo;      /* the theme's; NULL: it has none */
    bool fonts;                     /* the theme brings fonts of its own */
    const char *exit;               /* and the script of pages that must be left at once; NULL: the theme has none */
    bool gives;                     /* the page's template shows how to give it to somebody (views/gift.h) */
};

/* The words of a piece in the visit's language; NULL for no piece. */
const struct door_said *door_visit_piece(const struct door_visit *visit, uint32_t piece);

/* An interface phrase as a text that knows its language: English where it is not translated. */
const struct door_said *door_visit_phrase(const struct door_visit *visit, size_t phrase);

/* A fact in the language of the content; NULL for none. */
const struct door_said *door_visit_fact(const struct door_visit *visit, const char *text);

/* What an entry is called: its name, or what a question asks. */
const struct door_said *door_visit_name(const struct door_visit *visit, const struct door_entry *entry);

/* A text in the language of that index. */
const struct door_said *door_visit_said(const struct door_visit *visit, const char *text, int language);

#endif
