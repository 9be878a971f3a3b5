#include "views/standing.h"

#include "model/recurrence.h"
#include "model/service.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "state", .kind = DOOR_KIND_WORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_standing_view, state), .words = &door_service_state_words,
      .help = "Live, planned, full, paused or ended on this day." },
    { .name = "open", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_standing_view, open),
      .help = "Is it live?" },
    { .name = "told", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_standing_view, told),
      .help = "Is there anything to say: is it not live, or will it change?" },
    { .name = "opens", .kind = DOOR_KIND_DATE, .offset = offsetof(struct door_standing_view, opens),
      .help = "When it opens again after a pause." },
    { .name = "frees", .kind = DOOR_KIND_DATE, .offset = offsetof(struct door_standing_view, frees),
      .help = "When there are places again." },
    { .name = "starts", .kind = DOOR_KIND_DATE, .offset = offsetof(struct door_standing_view, starts),
      .help = "When it starts, if it is planned." },
    { .name = "changes", .kind = DOOR_KIND_DATE, .offset = offsetof(struct door_standing_view, changes),
      .help = "The day on which it will pause, be full or end." },
    { .name = "then", .kind = DOOR_KIND_WORD, .offset = offsetof(struct door_standing_view, then),
      .words = &door_service_state_words, .help = "What it will be then." },
    { .name = "why", .kind = DOOR_KIND_PROSE, .offset = offsetof(struct door_standing_view, why),
      .help = "What happened, and what to do instead." },
};

const struct door_record door_standing_view_record = {
    .name = "standing", .size = sizeof(struct door_standing_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

static struct door_date
day_after(struct door_date day)
{
    return day.year ? door_date_of(door_date_number(day) + 1) : day;
}

struct door_standing_view
door_standing_of(const struct door_visit *visit, const struct door_status *status)
{
    struct door_standing_view view = { .state = door_status_on(status, visit->today) };

    view.open = view.state == DOOR_SERVICE_LIVE;
    if (!view.open) {
        view.why = status->why;
        if (view.state == DOOR_SERVICE_PAUSED)
            view.opens = day_after(status->until);
        if (view.state == DOOR_SERVICE_FULL)
            view.frees = day_after(status->until);
        if (view.state == DOOR_SERVICE_PLANNED)
            view.starts = status->from.year ? status->from : day_after(status->until);
    } else if (status && status->from.year && door_date_compare(visit->today, status->from) < 0) {
        view.changes = status->from;
        view.then = status->is;
        view.why = status->why;
    }
    view.told = !view.open || view.then;
    return view;
}
