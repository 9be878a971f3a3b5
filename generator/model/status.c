#include "model/check.h"
#include "model/service.h"

static const struct door_word states[] = {
    { "live", "Running" },
    { "planned", "Starting soon" },
    { "full", "Full at the moment" },
    { "paused", "Paused for now" },
    { "ended", "No longer running" },
};

const struct door_enumeration door_service_state_words = { "status", states, DOOR_COUNT(states) };

static const struct door_field fields[] = {
    { "is", DOOR_KIND_WORD, DOOR_REQUIRED, offsetof(struct door_status, is), .words = &door_service_state_words,
      .open_referral = "status", .help = "How things stand: live, planned, full, paused or ended." },
    { "from", DOOR_KIND_DATE, 0, offsetof(struct door_status, from),
      .help = "The first day on which this is so; where it is planned, the day on which it starts." },
    { "until", DOOR_KIND_DATE, 0, offsetof(struct door_status, until),
      .help = "The last day on which this is so." },
    { "why", DOOR_KIND_PROSE, 0, offsetof(struct door_status, why), .limit = 300, .open_referral = "alert",
      .help = "What happened, and what families can do instead." },
};

static bool
read_short(struct door_check *check, void *record, const struct door_node *node)
{
    return door_check_load(check, &door_status_record, "is", record, node);
}

static void
check_status(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_status *status = record;

    if (status->from.year && status->until.year && door_date_compare(status->until, status->from) < 0)
        door_check_error(check, node, "until", "date-order", "Check both dates, and their years.",
                "\"until\" is before \"from\"");
    else if (status->is == DOOR_SERVICE_PLANNED && status->from.year && status->until.year)
        door_check_error(check, node, "until", "status-planned", "Keep \"from\", the day on which it starts.",
                "\"until\" does not go with \"from\" where something is planned");
}

const struct door_record door_status_record = {
    .name = "status", .size = sizeof(struct door_status),
    .fields = fields, .field_count = DOOR_COUNT(fields), .shorthand = read_short,
    .short_words = &door_service_state_words, .check = check_status,
};
