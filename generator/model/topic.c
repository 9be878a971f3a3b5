#include "model/topic.h"

#include "model/image.h"
#include "model/service.h"

static const struct door_word strands[] = {
    { "midwifery", "Midwifery" },
    { "health-visiting", "Health visiting" },
    { "parent-infant-relationships", "Parent and baby relationships" },
    { "infant-feeding", "Feeding your baby" },
    { "early-language", "Talking and early learning" },
    { "parenting", "Parenting" },
    { "send", "Special educational needs and disabilities" },
    { "safeguarding", "Keeping children safe" },
    { "wider", "More help for families" },
};

static const struct door_enumeration strand_words = { "strand", strands, DOOR_COUNT(strands) };

static const struct door_word looks[] = {
    { "baby", "Babies" },
    { "child", "Children" },
    { "teen", "Young people" },
};

const struct door_enumeration door_look_words = { "look", looks, DOOR_COUNT(looks) };

static const struct door_field topic_fields[] = {
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_topic, name), .limit = 255, .open_referral = "name",
      .help = "What families call it, such as Feeding your baby." },
    { "summary", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_topic, summary), .limit = 200,
      .open_referral = "description", .help = "What help there is, in one short sentence." },
    { "strand", DOOR_KIND_WORD, 0, offsetof(struct door_topic, strand), .words = &strand_words,
      .help = "The part of the national programme that this topic belongs to." },
    { "order", DOOR_KIND_NUMBER, 0, offsetof(struct door_topic, order),
      .help = "A number: topics with smaller ones come first." },
    { "look", DOOR_KIND_WORD, 0, offsetof(struct door_topic, look), .words = &door_look_words,
      .help = "The set of colours and type for this topic: baby, child or teen." },
    DOOR_IMAGE_ROW(struct door_topic),
    { "body", DOOR_KIND_BODY, 0, offsetof(struct door_topic, body),
      .help = "More about the topic." },
};

const struct door_record door_topic_record = {
    .name = "topic", .folder = "topics", .size = sizeof(struct door_topic),
    .fields = topic_fields, .field_count = DOOR_COUNT(topic_fields), .base = &door_entry_record, .has_page = true,
};

/* Stages lie in one file, stages.yaml, so each says its id itself. */
static const struct door_field stage_fields[] = {
    { "id", DOOR_KIND_ID, DOOR_REQUIRED, offsetof(struct door_stage, entry.id),
      .help = "A short name for the address of its page, such as pregnancy; it never changes." },
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_stage, name), .limit = 255,
      .help = "What families call it, such as Your new baby." },
    { "ages", DOOR_KIND_RECORD, DOOR_REQUIRED, offsetof(struct door_stage, ages), .record = &door_ages_record,
      .help = "The ages that belong to it, such as {from: birth, to: 12 months}." },
    { "summary", DOOR_KIND_PROSE, 0, offsetof(struct door_stage, summary), .limit = 200,
      .help = "What families find here, in one short sentence." },
    DOOR_IMAGE_ROW(struct door_stage),
};

const struct door_record door_stage_record = {
    .name = "stage", .folder = "stages", .size = sizeof(struct door_stage),
    .fields = stage_fields, .field_count = DOOR_COUNT(stage_fields), .base = &door_entry_record, .has_page = true,
};
