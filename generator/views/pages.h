/*
 * pages - every kind of page there is: its template, its address, what it shows.
 *
 * A new kind of page is one file (such as topic_page.c), one row of the table in pages.c, and one template.
 *
 * Owns:   nothing.
 * Called: by publish/site.c, which compiles the templates and draws the pages; by publish/sitemap.c.
 */
#ifndef DOOR_VIEWS_PAGES_H
#define DOOR_VIEWS_PAGES_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_entry;
struct door_list;
struct door_offer;
struct door_record;
struct door_visit;

struct door_page_kind {
    const char *template;           /* "pages/service.html" */
    /* Of a single page, below a language's root: "" or "places/"; NULL: one per entry. */
    const char *path;
    const struct door_record *view;
    /* The entries that have such a page, or NULL for a single page. */
    const struct door_list *(*entries)(const struct door_offer *offer);
    /* The view of one page at `path`, in the worker's scratch arena. entry is NULL for a single page. */
    const void *(*build)(const struct door_visit *visit, const char *path, const struct door_entry *entry);
    /* Of a page that comes in several: how many parts there are, and the path of each but the first. */
    size_t (*parts)(const struct door_offer *offer);
    const char *(*part_path)(struct door_arena *arena, size_t part);
    /* Of a single page: the id of the page in the offer whose words are part of it, if an editor wrote one; or NULL. */
    const char *written;
    bool is_file;                   /* path is a file's ("404.html"), one for all languages; not in the sitemap */
};

/* Each is in the file of its name. */
extern const struct door_page_kind door_home_page, door_service_page, door_place_page, door_places_page,
        door_topic_page, door_stage_page, door_organisation_page, door_written_page, door_question_page,
        door_notice_page, door_notices_page, door_paper_page, door_lost_page,
        door_former_page, door_az_page, door_search_page, door_on_page, door_audience_page, door_statement_page,
        door_privacy_page;

extern const struct door_page_kind *const door_page_kinds[];
extern const size_t door_page_kind_count;

/* One page that every language has. */
struct door_page_at {
    size_t kind;                    /* in door_page_kinds */
    const char *path;               /* below a language's root */
    const struct door_entry *entry; /* NULL for a single page */
    size_t part;                    /* of a single page that comes in several */
};

/* All of them, a list of struct door_page_at in the order of the table and of the entries. */
struct door_list door_pages_of(struct door_arena *arena, const struct door_offer *offer);

/* The page behind a short code: it leads on to the entry's page (NULL: the front door). It is drawn once a code. */
extern const struct door_page_kind door_go_page;

#endif
