/*
 * picture - the picture at the head of a page.
 *
 * Owns:   nothing; publish/pictures.c fills the map, before pages are drawn.
 * Called: by each page's builder, through door_frame_show.
 */
#ifndef DOOR_VIEWS_PICTURE_H
#define DOOR_VIEWS_PICTURE_H

#include <stdint.h>

#include "base/map.h"
#include "model/schema.h"

struct door_image;
struct door_visit;

/* A finished picture, as it lies in the site. */
struct door_picture {
    const char *small;              /* from the site's root: "/assets/hall.1a2b3c4d.jpg" */
    const char *large;              /* the same, 1.5 times as wide; or NULL */
    int width, height;              /* what it takes on a page at most, in CSS pixels */
    const char *preview;            /* one that chat programs can show (no drawing), or NULL */
    int preview_width, preview_height;
};

struct door_pictures {
    struct door_map files;          /* "media/hall.jpg" to struct door_picture * */
};

struct door_picture_view {
    const char *small, *large;
    int width, height;
    uint32_t alt;                   /* prose */
    const struct door_picture *picture;     /* no row: for whoever asks more */
};

extern const struct door_record door_picture_view_record;

/* The view of this image (NULL: of none), or NULL where there is no finished picture of it. */
const struct door_picture_view *door_picture_view(const struct door_visit *visit, const struct door_image *image);

#endif
