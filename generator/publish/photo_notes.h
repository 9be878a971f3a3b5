/*
 * photo_notes - the few facts of a JPEG file that its pixels need: size, colours, which side is up, colour profile.
 *
 * Owns:   nothing.
 * Called: by photo.c.
 * Never:  believes a length: a note that does not fit into the file is as good as none.
 */
#ifndef DOOR_PUBLISH_PHOTO_NOTES_H
#define DOOR_PUBLISH_PHOTO_NOTES_H

#include <stddef.h>

struct door_arena;

struct door_photo_notes {
    int width, height;          /* as stored; 0: there is no frame */
    int colours;                /* 1 grey, 3 colours of screens, 4 colours of printers */
    int side;                   /* EXIF's orientation, 1 to 8; 1: it is upright */
    const char *profile;        /* ICC, in the arena; NULL: none */
    size_t profile_size;
};

struct door_photo_notes door_photo_notes_read(struct door_arena *arena, const char *bytes, size_t size);

#endif
