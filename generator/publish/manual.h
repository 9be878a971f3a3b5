/*
 * manual - what every field means, in the language of man, read off the tables of records and views.
 *
 * Owns:   nothing.
 * Called: by commands/ for the parts of generator/doc/ that the program writes.
 * Never:  knows a field by name.
 */
#ifndef DOOR_PUBLISH_MANUAL_H
#define DOOR_PUBLISH_MANUAL_H

struct door_buf;

/* A text as man wants it: a hyphen that is typed is a "\-", and no line begins with a request. */
void door_manual_text(struct door_buf *out, const char *text);

/* The files of an offer, and the parts that several of them have: for frontdoor-offer(5). */
void door_manual_write_offer(struct door_buf *out);

/* What each page's template can show, view by view: for frontdoor-theme(5). */
void door_manual_write_views(struct door_buf *out);

#endif
