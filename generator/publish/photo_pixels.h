/*
 * photo_pixels - what is done to the pixels of a photo: fewer of them, upright, in the colours of screens.
 *
 * Owns:   Little CMS's transform, in one function.
 * Called: by photo.c.
 * Never:  rounds in floating point where the same photo could give other bytes elsewhere, but for colour profiles.
 */
#ifndef DOOR_PUBLISH_PHOTO_PIXELS_H
#define DOOR_PUBLISH_PHOTO_PIXELS_H

#include <stddef.h>

struct door_arena;

struct door_pixels {
    unsigned char *bytes;       /* red, green, blue; rows without gaps */
    int width, height;
};

/* Each pixel is the mean of those it stands for. width and height are no larger than what is there. */
struct door_pixels door_pixels_shrink(struct door_arena *arena, struct door_pixels from, int width, int height);

/* Upright, where `side` is EXIF's orientation. */
struct door_pixels door_pixels_turn(struct door_arena *arena, struct door_pixels from, int side);

/* From the colours of an ICC profile to sRGB, in place. A profile that is none, or not for screens, changes nothing. */
void door_pixels_to_srgb(struct door_pixels *pixels, const char *profile, size_t size);

#endif
