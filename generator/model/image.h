/*
 * image - the picture of an entry: a file below content/media/, and what it shows, in words.
 */
#ifndef DOOR_MODEL_IMAGE_H
#define DOOR_MODEL_IMAGE_H

#include <stdint.h>

#include "model/schema.h"

struct door_image {
    const char *file;               /* "media/massage.svg" */
    uint32_t alt;                   /* prose */
};

extern const struct door_record door_image_record;

/* The row that a record with a picture has; its member is `image`. */
#define DOOR_IMAGE_ROW(type) \
    { .name = "image", .kind = DOOR_KIND_RECORD, .offset = offsetof(type, image), .record = &door_image_record, \
      .help = "A picture, such as {file: media/massage.svg, alt: ...}." }

#endif
