#include "model/page.h"

#include "model/image.h"

static const struct door_field faq_fields[] = {
    { "ask", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_faq, ask), .limit = 200,
      .help = "A question that families ask, in their words." },
    { "answer", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_faq, answer),
      .help = "The answer, in a few short sentences." },
};

static const struct door_record faq_record = {
    .name = "question", .size = sizeof(struct door_faq),
    .fields = faq_fields, .field_count = DOOR_COUNT(faq_fields),
};

static const struct door_field fields[] = {
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_page, name), .limit = 255,
      .help = "The page's heading, such as About us." },
    { "summary", DOOR_KIND_PROSE, 0, offsetof(struct door_page, summary), .limit = 200,
      .help = "What the page is for, in one short sentence." },
    { "faq", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_page, faq), .record = &faq_record,
      .help = "Questions that families ask, each with its answer." },
    DOOR_IMAGE_ROW(struct door_page),
    { "body", DOOR_KIND_BODY, 0, offsetof(struct door_page, body),
      .help = "The text of the page." },
};

const struct door_record door_page_record = {
    .name = "page", .folder = "pages", .size = sizeof(struct door_page),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
};
