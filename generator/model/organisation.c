#include "model/organisation.h"

#include "model/contact.h"

static const struct door_field fields[] = {
    { "name", DOOR_KIND_TEXT, DOOR_REQUIRED, offsetof(struct door_organisation, name), .limit = 255,
      .open_referral = "name", .help = "The organisation's name as it writes it itself." },
    { "summary", DOOR_KIND_PROSE, 0, offsetof(struct door_organisation, summary), .limit = 200,
      .open_referral = "description",
      .help = "What the organisation does for families, in one or two short sentences." },
    { "contacts", DOOR_KIND_RECORD, DOOR_LIST, offsetof(struct door_organisation, contacts),
      .record = &door_contact_record, .open_referral = "contacts", .help = "How to reach the organisation." },
    { "body", DOOR_KIND_BODY, 0, offsetof(struct door_organisation, body),
      .help = "More about the organisation." },
};

const struct door_record door_organisation_record = {
    .name = "organisation", .folder = "organisations", .size = sizeof(struct door_organisation),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
};
