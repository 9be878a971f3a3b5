#include "model/opening.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/schema.h"
#include "model/values.h"

#define EVERY_DAY 0x7F
#define END_OF_DAY (24 * 60)

static bool
refuse(struct door_check *check, struct door_place place, const struct door_mistake *mistake)
{
    door_diag_error(check->diag, place, mistake->id, mistake->hint, "%s", mistake->message);
    return false;
}

/* How many lines of opening hours a value gives: a list of times is several. */
static size_t
count_openings(const struct door_node *map)
{
    const struct door_node *line, *item;
    size_t count = 0;

    for (line = map->children; line; line = line->next) {
        count += line->type != DOOR_NODE_LIST;
        if (line->type == DOOR_NODE_LIST)
            for (item = line->children; item; item = item->next)
                count++;
    }
    return count;
}

/* One time, or "closed", or "always", behind the days of a line. */
static bool
load_opening(struct door_check *check, unsigned char days, const struct door_node *node,
        struct door_opening *opening)
{
    struct door_mistake mistake = { 0 };

    *opening = (struct door_opening){ days, { -1, -1 } };
    if (node->type != DOOR_NODE_SCALAR) {
        door_diag_error(check->diag, node->place, "field-type", "Write times as 9am to 5pm.", "a time is wanted here");
        return false;
    }
    if (!node->text[0]) {
        door_diag_error(check->diag, node->place, "field-empty", "Write 9am to 5pm, or closed.",
                "a day without times");
        return false;
    }
    if (door_text_same(node->text, "closed"))
        return true;
    if (door_text_same(node->text, "always")) {
        opening->times = (struct door_times){ 0, END_OF_DAY };
        return true;
    }
    if (!door_times_parse(check->arena, door_text_folded(check->arena, node->text), &opening->times, &mistake))
        return refuse(check, node->place, &mistake);
    if (opening->times.to >= 0)
        return true;
    door_diag_error(check->diag, node->place, "time", "Write when it opens and when it closes: 9am to 5pm.",
            "\"%s\" does not say when it closes", node->text);
    return false;
}

/* The lines of one key, "Monday to Friday: [9am to midday, 1pm to 5pm]"; *seen gathers the days so far. */
static bool
load_opening_line(struct door_check *check, const struct door_node *line, unsigned char *seen,
        struct door_opening *openings, size_t *count)
{
    struct door_mistake mistake = { 0 };
    const struct door_node *item;
    unsigned char days;
    bool ok = true;

    if (!door_days_parse(check->arena, door_text_fold_space(check->arena, line->key), &days, &mistake))
        return refuse(check, door_node_key_place(line), &mistake);
    if (*seen & days) {
        door_diag_error(check->diag, door_node_key_place(line), "day-twice", "Keep one line for each day.",
                "\"%s\" names a day that another line has", line->key);
        return false;
    }
    *seen |= days;
    if (line->type != DOOR_NODE_LIST)
        return load_opening(check, days, line, &openings[(*count)++]);
    for (item = line->children; item; item = item->next)
        ok = load_opening(check, days, item, &openings[(*count)++]) && ok;
    return ok;
}

bool
door_opening_load(struct door_check *check, const struct door_field *field, struct door_list *list,
        const struct door_node *node)
{
    static const char hint[] = "Write {Monday to Friday: 9am to 5pm}, or always.";
    struct door_opening *openings;
    const struct door_node *line;
    unsigned char seen = 0;
    size_t count = 0;
    bool ok = true;

    if (node->type == DOOR_NODE_MAP) {
        openings = door_arena_array(check->arena, count_openings(node), sizeof *openings);
        for (line = node->children; line; line = line->next)
            /* A key that stands there twice has been told by base/yaml.c. */
            ok = door_node_find(node, line->key) == line
                    && load_opening_line(check, line, &seen, openings, &count) && ok;
        *list = (struct door_list){ openings, count };
        return ok;
    }
    if (node->type == DOOR_NODE_SCALAR && door_text_same(node->text, "always")) {
        openings = door_arena_alloc(check->arena, sizeof *openings);
        *openings = (struct door_opening){ EVERY_DAY, { 0, END_OF_DAY } };
        *list = (struct door_list){ openings, 1 };
        return true;
    }
    if (node->type == DOOR_NODE_SCALAR && !node->text[0])
        door_diag_error(check->diag, node->place, "field-empty", hint, "\"%s\" is empty", field->name);
    else
        door_diag_error(check->diag, node->place, "field-type", hint, "\"%s\" takes days and times", field->name);
    return false;
}
