/*
 * photo - a photo as a camera gave it, made ready for phones: small, upright, in the colours of screens, and without
 * where, when, by whom and with what it was taken.
 *
 * It is made anew from its pixels, so nothing that was written beside them can come along: EXIF, GPS, XMP, IPTC,
 * thumbnails, comments. Of all that, only two facts are used up on the way: which side is up, and which colours are
 * meant.
 *
 * Owns:   TurboJPEG's handles, in one function each.
 * Called: by pictures.c.
 * Never:  makes a photo larger.
 */
#ifndef DOOR_PUBLISH_PHOTO_H
#define DOOR_PUBLISH_PHOTO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"

enum {
    DOOR_PHOTO_SMALL = 320,             /* pixels of the longer side, for a screen with one a CSS pixel */
    DOOR_PHOTO_LARGE = 480,             /* for finer ones */
    DOOR_PHOTO_BYTES = 12 * 1024,       /* of either: with the rest of a first visit, less than 30 KB */
};

struct door_photo {
    struct door_buf small, large;       /* JPEG files; large is empty if it would look no better */
    int width, height, large_width, large_height;
};

/* False if it can't be read as a photo: reported at place. What is in `photo` is to be released either way. */
bool door_photo_make(struct door_photo *photo, const char *bytes, size_t size, struct door_place place,
        struct door_diag *diag);

void door_photo_release(struct door_photo *photo);

#endif
