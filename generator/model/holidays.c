#include "model/holidays.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/yaml.h"
#include "content/data.h"
#include "model/check.h"
#include "model/schema.h"
#include "model/values.h"

static const struct door_node *
find_events(const struct door_node *root)
{
    const struct door_node *division = root ? door_node_find(root, "england-and-wales") : NULL;
    const struct door_node *events = division ? door_node_find(division, "events") : NULL;

    return events && events->type == DOOR_NODE_LIST ? events : NULL;
}

void
door_holidays_load(struct door_check *check, const char *file, struct door_list *dates)
{
    const struct door_node *root = door_data_load(check->arena, check->content, file, check->diag);
    const struct door_node *events = find_events(root), *event;
    struct door_date *days;
    size_t count = 0;

    if (!events) {
        if (root)
            door_diag_error(check->diag, root->place, "holidays",
                    "Download it from https://www.gov.uk/bank-holidays.json.",
                    "this is not GOV.UK's list of bank holidays: \"england-and-wales\" has no \"events\"");
        return;
    }
    for (event = events->children; event; event = event->next)
        count++;
    days = door_arena_array(check->arena, count, sizeof *days);
    for (event = events->children, count = 0; event; event = event->next) {
        const struct door_node *date = door_node_find(event, "date");
        struct door_mistake mistake = { 0 };

        if (date && date->text && door_date_parse(check->arena, date->text, &days[count], &mistake))
            count++;
        else
            door_diag_error(check->diag, event->place, "holidays", NULL, "this bank holiday has no date");
    }
    *dates = (struct door_list){ days, count };
}
