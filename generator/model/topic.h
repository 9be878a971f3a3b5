/*
 * topic - what help is about: infant feeding, money, SEND. And stages, the steps of family life.
 */
#ifndef DOOR_MODEL_TOPIC_H
#define DOOR_MODEL_TOPIC_H

#include <stdint.h>

#include "model/entry.h"
#include "model/schema.h"

struct door_ages;
struct door_image;
struct door_prose;

struct door_topic {
    struct door_entry entry;
    uint32_t name, summary;         /* prose */
    int strand, order, look;
    const struct door_image *image;
    const struct door_prose *body;
};

struct door_stage {
    struct door_entry entry;
    uint32_t name, summary;         /* prose */
    const struct door_ages *ages;
    const struct door_image *image;
};

extern const struct door_record door_topic_record;
extern const struct door_enumeration door_look_words;
extern const struct door_record door_stage_record;

#endif
