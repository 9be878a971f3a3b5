#include "model/far.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "model/offer.h"
#include "model/scan.h"
#include "model/schema.h"

#define MOST_YEARS 10

struct far {
    struct door_arena scratch;      /* for parsing: hardly any date is looked at twice */
    struct door_date today;
    struct door_diag *diag;
};

/* How many years lie between today and the farther end of a date or range; 0 if the text is none. */
static int
years_away(struct far *far, const char *text)
{
    struct door_mistake mistake = { 0 };
    struct door_dates dates;
    int from, until;

    if (!door_dates_parse(&far->scratch, text, &dates, &mistake))
        return 0;
    from = dates.from.year - far->today.year;
    until = dates.until.year - far->today.year;
    return abs(from) > abs(until) ? from : until;
}

/* Four digits of a year that is far: most texts have none, and are not parsed. */
static bool
has_far_year(const struct far *far, const char *text)
{
    const char *p = text;
    int year;

    while (*p) {
        if (!door_scan_is_digit(*p)) {
            p++;
            continue;
        }
        if (door_scan_digits(&p, 4, &year) == 4 && abs(year - far->today.year) > MOST_YEARS)
            return true;
        while (door_scan_is_digit(*p))
            p++;
    }
    return false;
}

static void
look(struct far *far, const struct door_node *node)
{
    int years;

    for (; node; node = node->next) {
        /* When an entry was checked is looked at by due.c. */
        if (node->type != DOOR_NODE_SCALAR) {
            if (!node->key || strcmp(node->key, "checked") != 0)
                look(far, node->children);
            continue;
        }
        years = has_far_year(far, node->text) ? years_away(far, node->text) : 0;
        if (abs(years) > MOST_YEARS)
            door_diag_warn(far->diag, node->place, "date-far", "Check the year.", "\"%s\" is %d years %s", node->text,
                    abs(years), years > 0 ? "away" : "ago");
    }
}

void
door_far_tell(const struct door_offer *offer, struct door_date today, struct door_diag *diag)
{
    struct far far = { .today = today, .diag = diag };
    const struct door_record *record;
    size_t i, j;

    look(&far, offer->entry.source);
    for (i = 0; (record = door_offer_type(i)); i++) {
        const struct door_list *list = door_offer_list(offer, record);
        const struct door_entry *const *entries = list->items;

        for (j = 0; j < list->count; j++)
            if (entries[j]->source)
                look(&far, entries[j]->source->children);
    }
    door_arena_release(&far.scratch);
}
