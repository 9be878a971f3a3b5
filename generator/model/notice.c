#include "model/notice.h"

#include "model/check.h"

#define DAYS_BEFORE 14

static const struct door_field fields[] = {
    { "name", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_notice, name), .limit = 150,
      .help = "What happens, in one line, such as Thornleigh hub is closed for repairs." },
    { "about", DOOR_KIND_REF, DOOR_REQUIRED | DOOR_LIST, offsetof(struct door_notice, about),
      .help = "The ids of what it is about, such as [place:thornleigh-hub]; it is shown on their pages." },
    { "from", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_notice, from),
      .help = "The first day on which it applies." },
    { "until", DOOR_KIND_DATE, DOOR_REQUIRED, offsetof(struct door_notice, until),
      .help = "The last day on which it applies; the day after, it is gone from all other pages." },
    { "show_from", DOOR_KIND_DATE, 0, offsetof(struct door_notice, show_from),
      .help = "The first day on which families are told; 14 days before, if you leave it out." },
    { "urgent", DOOR_KIND_YES, 0, offsetof(struct door_notice, urgent),
      .help = "Write yes to show it on the front door too." },
    { "body", DOOR_KIND_BODY, 0, offsetof(struct door_notice, body),
      .help = "What families can do instead." },
};

static void
check_notice(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_notice *notice = record;

    if (door_date_compare(notice->until, notice->from) < 0)
        door_check_error(check, node, "until", "date-order", "Check both dates, and their years.",
                "\"until\" is before \"from\"");
    else if (notice->show_from.year && door_date_compare(notice->until, notice->show_from) < 0)
        door_check_error(check, node, "show_from", "date-order", "Check both dates, and their years.",
                "\"show_from\" is after \"until\", so nobody would be told");
    if (!notice->show_from.year)
        notice->show_from = door_date_of(door_date_number(notice->from) - DAYS_BEFORE);
}

const struct door_record door_notice_record = {
    .name = "notice", .folder = "notices", .size = sizeof(struct door_notice),
    .fields = fields, .field_count = DOOR_COUNT(fields), .base = &door_entry_record, .has_page = true,
    .check = check_notice,
};

bool
door_notice_is_shown(const struct door_notice *notice, struct door_date day)
{
    return door_date_compare(notice->show_from, day) <= 0 && !door_notice_is_over(notice, day);
}

bool
door_notice_is_over(const struct door_notice *notice, struct door_date day)
{
    return door_date_compare(notice->until, day) < 0;
}
