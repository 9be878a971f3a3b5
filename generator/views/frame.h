/*
 * frame - what stands around every page: names, urgent lines, the languages it can be read in.
 */
#ifndef DOOR_VIEWS_FRAME_H
#define DOOR_VIEWS_FRAME_H

#include <stdbool.h>

#include "model/schema.h"
#include "model/values.h"

struct door_arena;
struct door_entry;
struct door_image;
struct door_language;
struct door_offer;
struct door_picture_view;
struct door_said;
struct door_visit;

struct door_language_link {
    const char *name;               /* in its own language */
    const char *code, *direction;   /* "ur", "rtl" */
    const char *href;               /* this page in that language, from the site's root */
    const char *address;            /* the same from anywhere, for search engines */
    bool current;
};

/* A page that is there although no editor wrote one. */
struct door_own_page {
    const struct door_said *name;
    const char *href;
};

struct door_urgent_view {
    const struct door_urgent *urgent;
    const char *hours;              /* worded, or NULL */
    const char *languages;          /* worded, or NULL */
    const char *speaks;             /* the page's language by its name, if it is spoken there; or NULL */
};

struct door_printed_view {          /* what the foot of a printed page says, for those who can't read the page */
    const struct door_said *title;  /* in the language that content is written in; NULL on a sensitive page */
    const char *typed;              /* the short address of this page */
    const struct door_said *checked;    /* the day of the newest check among what it shows, likewise; NULL: none */
};

struct door_logo_view {
    const char *href;               /* from the site's root */
    int width, height;              /* CSS pixels in the head of a page */
};

struct door_frame {
    const struct door_offer *offer;
    const char *language, *direction;
    const char *locale;             /* "ur_PK", or NULL */
    const struct door_said *title;  /* of this page, without the offer's name */
    const struct door_said *description;
    const char *address;            /* absolute, of this page */
    const char *style;
    const char *icon;               /* what browsers show beside the title; NULL: none */
    const struct door_logo_view *logo;
    const char *policy;             /* Content-Security-Policy: what browsers may let it do */
    struct door_list languages;     /* struct door_language_link */
    struct door_list urgent;        /* struct door_urgent_view */
    struct door_list pages;         /* refs to struct door_page: for the foot */
    struct door_list own_pages;     /* struct door_own_page: likewise */
    struct door_list notices;       /* struct door_notice_view: what to know before anything else on this page */
    const char *preview;            /* whole address of a picture that chat programs can show, or NULL */
    int preview_width, preview_height;
    const struct door_picture_view *picture;    /* of what it is about, or NULL */
    struct door_list prints;        /* struct door_print_link: what there is on paper about it */
    bool news;                      /* there are notices today, wherever they are shown */
    bool partly;                    /* some of it is in English */
    bool draft;                     /* what it is about is not meant for families yet */
    bool noindex;
    int look;                       /* the set of colours of its topic: a word of door_look_words; 0 = none */
    struct door_list gifts;         /* struct door_gift_view: this page in each language, to give to somebody */
    const char *wrong;              /* a mail that says which page is wrong; NULL: it is about no entry */
    const struct door_printed_view *printed;    /* NULL: it is about no entry, or in the language of the content */
    const char *exit;               /* a page that tells nothing: where to go when somebody comes in; or NULL */
    const char *exit_script;        /* it makes that quicker; NULL: none */
};

extern const struct door_record door_frame_record;
extern const struct door_record door_urgent_view_record;

/* The address of a language's front door, which begins those of all its pages: "https://families.example/ur/". */
char *door_frame_root(struct door_arena *arena, const struct door_offer *offer, const struct door_language *language);

/*
 * The frame of the page at `path` (below a language's root, "services/x/"). entry is what the page is about, or NULL;
 * title and description may be NULL.
 */
struct door_frame *door_frame_build(const struct door_visit *visit, const char *path, const struct door_entry *entry,
        const struct door_said *title, const struct door_said *description);

/* The page shows this picture (NULL: none). */
void door_frame_show(const struct door_visit *visit, struct door_frame *frame, const struct door_image *image);

/* The page can be left by one tap: who reads on may come to one that it is dangerous to be seen on. */
void door_frame_leave(const struct door_visit *visit, struct door_frame *frame);

/* The page is one that it may be dangerous to be seen on. */
void door_frame_hide(const struct door_visit *visit, struct door_frame *frame);

/* The urgent lines, worded: a list of struct door_urgent_view. */
struct door_list door_urgent_build(const struct door_visit *visit);

/* Opening hours worded line by line: a list of struct door_opening_view. */
struct door_opening_view {
    const char *days, *times;
};
extern const struct door_record door_opening_view_record;
struct door_list door_opening_build(const struct door_visit *visit, const struct door_list *opening);

/* The names of languages (a list of codes) in the visit's language: "Urdu and Polish"; NULL if there are none. */
const char *door_language_names(const struct door_visit *visit, const struct door_list *codes);

#endif
