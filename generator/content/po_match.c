#include "content/po_match.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/map.h"
#include "content/po.h"
#include "content/po_file.h"

#define NEAR 0.4    /* share of words in common; msgmerge asks for 0.6 of the letters, which a moved clause fails */

/* The words of a text as sorted hashes, to count what two texts share. */
struct bag {
    uint64_t *words;
    size_t count;
};

/* One side of a context: wanted messages without a translation, or earlier ones that nobody wants. */
struct loose {
    size_t number;      /* of the match, or of the message */
    struct bag bag;
    struct loose *next;
};

struct group {          /* all that has one context */
    struct loose *wanted, *vanished;
    size_t wanted_count, message_count;     /* with this context at all */
    struct group *next;
};

struct matcher {
    struct door_arena *arena;
    const struct door_po *po;
    struct door_po_match *matches;
    bool *used;
    struct door_map groups;     /* context to group */
    struct group *first;
};

static int
compare_hashes(const void *a, const void *b)
{
    uint64_t p = *(const uint64_t *)a, q = *(const uint64_t *)b;

    return (p > q) - (p < q);
}

static bool
is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static struct bag
bag_of(struct door_arena *arena, const char *text)
{
    struct bag bag = { door_arena_array(arena, strlen(text) / 2 + 1, sizeof *bag.words), 0 };
    const char *start;

    while (*text) {
        for (start = text; is_word(*text); text++)
            ;
        if (text > start)
            bag.words[bag.count++] = door_hash(start, (size_t)(text - start));
        else
            text++;
    }
    if (bag.count)
        qsort(bag.words, bag.count, sizeof *bag.words, compare_hashes);
    return bag;
}

/* Dice's coefficient: 1 for the same words, 0 for none in common. */
static double
likeness(const struct bag *a, const struct bag *b)
{
    size_t i = 0, j = 0, common = 0;

    while (i < a->count && j < b->count) {
        if (a->words[i] == b->words[j])
            common++, i++, j++;
        else if (a->words[i] < b->words[j])
            i++;
        else
            j++;
    }
    return a->count + b->count ? 2.0 * (double)common / (double)(a->count + b->count) : 0;
}

static struct group *
group_of(struct matcher *matcher, const char *context)
{
    const char *key = door_po_key(matcher->arena, context, "");
    struct group *group = door_map_find(&matcher->groups, key);

    if (!group) {
        group = door_arena_alloc(matcher->arena, sizeof *group);
        group->next = matcher->first;
        matcher->first = group;
        door_map_put(&matcher->groups, matcher->arena, key, group);
    }
    return group;
}

static struct loose *
add_loose(struct matcher *matcher, struct loose *list, size_t number, const char *text)
{
    struct loose *loose = door_arena_alloc(matcher->arena, sizeof *loose);

    loose->number = number;
    loose->bag = bag_of(matcher->arena, text);
    loose->next = list;
    return loose;
}

static void
add_place(struct door_arena *arena, struct door_po_match *match, struct door_place place)
{
    if (!place.file)
        return;
    match->places = door_arena_grow(arena, match->places, match->place_count, &match->place_capacity, sizeof place);
    match->places[match->place_count++] = place;
}

/* List the wanted messages, each once, with the earlier message of the same context and id where there is one. */
static size_t
match_same(struct matcher *matcher, const struct door_po_wanted *wanted, size_t count)
{
    struct door_map earlier = { 0 }, listed = { 0 };
    size_t kept = 0, i;

    for (i = 0; i < matcher->po->count; i++) {
        const struct door_po_message *message = &matcher->po->messages[i];

        door_map_put(&earlier, matcher->arena, door_po_key(matcher->arena, message->context, message->id), message);
    }
    for (i = 0; i < count; i++) {
        const char *key = door_po_key(matcher->arena, wanted[i].context, wanted[i].id);
        struct door_po_match *match = door_map_find(&listed, key);

        if (!match) {
            match = &matcher->matches[kept++];
            *match = (struct door_po_match){ .wanted = &wanted[i], .from = door_map_find(&earlier, key) };
            door_map_put(&listed, matcher->arena, key, match);
            if (match->from)
                matcher->used[match->from - matcher->po->messages] = true;
        }
        add_place(matcher->arena, match, wanted[i].place);
    }
    return kept;
}

/* Put what found no partner into groups; from the back, so that each list is in order. */
static void
gather_loose(struct matcher *matcher, size_t match_count)
{
    size_t i;

    for (i = match_count; i-- > 0; ) {
        const struct door_po_match *match = &matcher->matches[i];
        struct group *group = group_of(matcher, match->wanted->context);

        group->wanted_count++;
        if (!match->from)
            group->wanted = add_loose(matcher, group->wanted, i, match->wanted->id);
    }
    for (i = matcher->po->count; i-- > 0; ) {
        const struct door_po_message *message = &matcher->po->messages[i];
        struct group *group;

        if (message->obsolete)
            continue;
        group = group_of(matcher, message->context);
        group->message_count++;
        if (!matcher->used[i])
            group->vanished = add_loose(matcher, group->vanished, i, message->id);
    }
}

/* A wanted message and a vanished one that are near enough to each other. */
struct pair {
    struct loose *wanted, *vanished;
    double score;
};

/* The most alike first; in the order of the lists where they are equally so. */
static int
compare_pairs(const void *a, const void *b)
{
    const struct pair *p = a, *q = b;

    if (p->score != q->score)
        return p->score > q->score ? -1 : 1;
    if (p->wanted != q->wanted)
        return p->wanted->number < q->wanted->number ? -1 : 1;
    return p->vanished->number < q->vanished->number ? -1 : p->vanished->number > q->vanished->number;
}

static struct pair *
list_pairs(struct matcher *matcher, const struct group *group, double near, size_t *count)
{
    struct loose *wanted, *vanished;
    struct pair *pairs = NULL;
    size_t capacity = 0;

    *count = 0;
    for (wanted = group->wanted; wanted; wanted = wanted->next)
        for (vanished = group->vanished; vanished; vanished = vanished->next) {
            double score = likeness(&wanted->bag, &vanished->bag);

            if (score < near)
                continue;
            pairs = door_arena_grow(matcher->arena, pairs, *count, &capacity, sizeof *pairs);
            pairs[(*count)++] = (struct pair){ wanted, vanished, score };
        }
    if (*count)
        qsort(pairs, *count, sizeof *pairs, compare_pairs);
    return pairs;
}

/* Pair the most alike of a group, then the most alike of what is left. */
static void
pair_group(struct matcher *matcher, const struct group *group)
{
    /* The only text of a field stays that field's text, however much it is rewritten. */
    bool only = group->wanted_count == 1 && group->message_count == 1;
    size_t count, i;
    struct pair *pairs = list_pairs(matcher, group, only ? 0 : NEAR, &count);

    for (i = 0; i < count; i++) {
        struct door_po_match *match = &matcher->matches[pairs[i].wanted->number];

        if (match->from || matcher->used[pairs[i].vanished->number])
            continue;
        matcher->used[pairs[i].vanished->number] = true;
        match->from = &matcher->po->messages[pairs[i].vanished->number];
        match->changed = true;
    }
}

size_t
door_po_match(struct door_arena *arena, const struct door_po *po, const struct door_po_wanted *wanted, size_t count,
        struct door_po_match *matches, bool *used)
{
    struct matcher matcher = { .arena = arena, .po = po, .matches = matches, .used = used };
    size_t kept = match_same(&matcher, wanted, count);
    struct group *group;

    gather_loose(&matcher, kept);
    for (group = matcher.first; group; group = group->next)
        pair_group(&matcher, group);
    return kept;
}
