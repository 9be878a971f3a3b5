/*
 * page - about, contact, accessibility, privacy, anything else an editor writes.
 */
#ifndef DOOR_MODEL_PAGE_H
#define DOOR_MODEL_PAGE_H

#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"

struct door_image;
struct door_prose;

struct door_faq {
    uint32_t ask, answer;           /* prose */
};

struct door_page {
    struct door_entry entry;
    uint32_t name, summary;         /* prose */
    struct door_list faq;           /* struct door_faq */
    const struct door_image *image;
    const struct door_prose *body;
};

extern const struct door_record door_page_record;

#endif
