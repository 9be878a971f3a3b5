/*
 * site - the website: every page in every language, the stylesheet, the codes, the sitemap.
 *
 * Owns:   the compiled page templates.
 * Called: by commands/ to compile and to publish.
 * Never:  decides what a page shows: views/pages.c does.
 */
#ifndef DOOR_PUBLISH_SITE_H
#define DOOR_PUBLISH_SITE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/values.h"
#include "views/mentions.h"

struct door_arena;
struct door_calendar;
struct door_diag;
struct door_guard;
struct door_languages;
struct door_offer;
struct door_order;
struct door_output;
struct door_pictures;
struct door_template;
struct door_theme;
struct door_words;
struct door_worker;

/* Everything a build knows before it draws: const from then on. */
struct door_site {
    const struct door_offer *offer;
    struct door_mentions mentions;  /* which services name what */
    const struct door_order *orders;    /* the services by name, one order a language */
    const struct door_calendar *calendar;   /* what is on */
    const struct door_languages *languages;
    const struct door_theme *theme;
    struct door_template **pages;   /* one per row of door_page_kinds */
    bool *gives;                    /* which of them show how to give the page to somebody */
    struct door_template *go;
    struct door_template *booklet, *poster;
    const struct door_pictures *pictures;   /* what pages show: publish/pictures.h */
    struct door_guard *guard;       /* what must not be published; NULL: nothing */
    struct door_date today;
    bool from_disk;                 /* its links name index.html, so that it opens without a server */
};

/* Compile the theme's templates and collect their words. False if anything was an error. */
bool door_site_compile(struct door_arena *arena, struct door_site *site, struct door_words *words,
        struct door_diag *diag);

/* Give the templates the words of all languages, once those are loaded. */
void door_site_bind(struct door_arena *arena, struct door_site *site);

/*
 * Draw the website with so many workers at once, and hand it over on this thread, in one order whatever their number.
 * Returns how many pages that were. Two entries with one code are an error.
 */
size_t door_site_publish(const struct door_site *site, struct door_worker *workers, size_t worker_count,
        struct door_output *output, struct door_diag *diag);

#endif
