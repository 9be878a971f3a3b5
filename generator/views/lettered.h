/*
 * lettered - a long list under the letters of the language, in parts: A to Z, and the index of words to look for.
 *
 * Each letter links into the part that it begins in. Languages have the same parts, with other letters in them.
 *
 * Owns:   nothing; what it fills lives in the worker's scratch arena.
 * Called: by the pages that are such lists.
 * Never:  knows what is listed.
 */
#ifndef DOOR_VIEWS_LETTERED_H
#define DOOR_VIEWS_LETTERED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/schema.h"

struct door_arena;
struct door_visit;

struct door_letter_view {
    const char *name;
    int number;
    const char *href;               /* the part that it begins in */
    struct door_list lines;         /* those on this page */
};

struct door_lettered {
    struct door_list letters;       /* struct door_letter_view: all of them, without lines */
    struct door_list here;          /* those on this page */
    bool split;                     /* the list comes in several parts */
    const char *before, *after;     /* the parts beside this one */
};

/* What a page lists. */
struct door_lettered_list {
    const char *folder;             /* "a-z" */
    const void *items;
    size_t count, parts;
    uint16_t (*letter_of)(const struct door_visit *visit, const void *items, size_t i);
    struct door_list (*lines_of)(const struct door_visit *visit, const void *items, size_t first, size_t end);
};

/* How many parts of so many lines at most; one for an empty list. */
size_t door_lettered_parts(size_t count, size_t a_part);

/* "a-z/", "a-z/2/" ...; part counts from 0. */
const char *door_lettered_path(struct door_arena *arena, const char *folder, size_t part);

/* The parts share the list out evenly, so that none is empty as long as there are as many lines as parts. */
size_t door_lettered_begin(const struct door_lettered_list *list, size_t part);

/* Fill it for the part that the visit is about. */
void door_lettered_fill(const struct door_visit *visit, const struct door_lettered_list *list,
        struct door_lettered *lettered);

/* The heading of a part, "A to Z: B to D"; of an empty one, and where `whole`, the phrase for all of it. */
const struct door_said *door_lettered_title(const struct door_visit *visit, const struct door_lettered *lettered,
        bool whole, size_t all_phrase, size_t part_phrase);

/* Rows of a letter whose lines are of this record, and of the page that holds a struct door_lettered as `list`. */
#define DOOR_LETTER_ROWS(line) \
    { .name = "name", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, \
      .offset = offsetof(struct door_letter_view, name), .help = "The letter." }, \
    { .name = "number", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED, \
      .offset = offsetof(struct door_letter_view, number), \
      .help = "Its place in the alphabet, for the id of its heading." }, \
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, \
      .offset = offsetof(struct door_letter_view, href), .help = "The page that it begins on." }, \
    { .name = "lines", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, \
      .offset = offsetof(struct door_letter_view, lines), .record = (line), \
      .help = "What stands under it on this page." }

#define DOOR_LETTERED_ROWS(type, letter) \
    { .name = "letters", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(type, list.letters), \
      .record = (letter), .help = "All letters that something stands under." }, \
    { .name = "here", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(type, list.here), \
      .record = (letter), .help = "The letters on this page, with their lines." }, \
    { .name = "split", .kind = DOOR_KIND_YES, .offset = offsetof(type, list.split), \
      .help = "Does the list come in several parts?" }, \
    { .name = "before", .kind = DOOR_KIND_HREF, .offset = offsetof(type, list.before), \
      .help = "The part before this one." }, \
    { .name = "after", .kind = DOOR_KIND_HREF, .offset = offsetof(type, list.after), \
      .help = "The part behind this one." }

#endif
