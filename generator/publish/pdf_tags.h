/*
 * pdf_tags - what the marks on the pages mean: the structure tree, and the way back from marks to it.
 *
 *     page content  /P <</MCID 3>> BDC ...       annotation /StructParent 9
 *            |  ^                                         |  ^
 *       ParentTree  K                                ParentTree  OBJR
 *            v  |                                         v  |
 *            structure element <----------------------- Link element
 *
 * Owns:   which content each element has, in the arena.
 * Called: by pdf_content.c for each piece of content, by pdf.c for each link, then once to write the tree.
 * Never:  draws.
 */
#ifndef DOOR_PUBLISH_PDF_TAGS_H
#define DOOR_PUBLISH_PDF_TAGS_H

#include <stddef.h>

struct door_arena;
struct door_display;
struct door_pdf_file;
struct door_pdf_kid;
struct door_pdf_kids;

struct door_pdf_tags {
    struct door_arena *arena;
    const struct door_display *display;
    struct door_pdf_kids *elements;     /* the content of each element, in the order it is drawn */
    struct door_pdf_kids *pages;        /* the content of each page, by its MCID */
    struct door_pdf_kids *links;        /* one list: annotations in the order they are made */
    int drawn;                          /* how many pieces there are */
};

void door_pdf_tags_init(struct door_pdf_tags *tags, struct door_arena *arena, const struct door_display *display);

/* A new piece of content of the element: its MCID on the page. */
int door_pdf_tags_content(struct door_pdf_tags *tags, int element, int page);

/* An annotation, with the number of its object, that opens the link's address: its StructParent key. */
int door_pdf_tags_link(struct door_pdf_tags *tags, int element, int page, int object);

/* Write the structure tree; the number of its root. Page n is the object first_page + n. */
int door_pdf_tags_write(const struct door_pdf_tags *tags, struct door_pdf_file *file, int first_page);

#endif
