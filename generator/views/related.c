/*
 * Help is related that shares topics and ages. Of an offer with thousands of services a topic has hundreds, and each
 * page would look at them all; so a page looks at no more than NEAR of a topic, those around it in the order of ids.
 * A council's topic has fewer, and is looked at whole.
 */
#include "views/related.h"

#include <string.h>

#include "base/arena.h"
#include "language/worker.h"
#include "model/recurrence.h"
#include "model/service.h"
#include "views/mentions.h"
#include "views/visit.h"

enum {
    NEAR = 64
};

struct found {
    const struct door_service *service;
    int worth;
};

static bool
has_topic(const struct door_service *service, const struct door_entry *topic)
{
    const struct door_entry *const *topics = service->topics.items;
    size_t i;

    for (i = 0; i < service->topics.count; i++)
        if (topics[i] == topic)
            return true;
    return false;
}

static bool
is_shared(const struct door_list *a, const struct door_list *b)
{
    const char *const *left = a->items, *const *right = b->items;
    size_t i, j;

    for (i = 0; i < a->count; i++)
        for (j = 0; j < b->count; j++)
            if (strcmp(left[i], right[j]) == 0)
                return true;
    return false;
}

/* Each topic they share, most of all the home of both; the same children; the same parents; and help for everybody. */
static int
worth_of(const struct door_service *service, const struct door_service *other)
{
    const struct door_entry *const *topics = service->topics.items, *const *others = other->topics.items;
    int worth = topics[0] == others[0] ? 2 : 0;
    size_t i;

    for (i = 0; i < service->topics.count; i++)
        worth += has_topic(other, topics[i]) ? 2 : 0;
    worth += is_shared(&service->audiences, &other->audiences) ? 2 : 0;
    return worth + (other->level == DOOR_LEVEL_UNIVERSAL ? 1 : 0);
}

static bool
may_be_named(const struct door_visit *visit, const struct door_service *service, const struct door_service *other)
{
    return other != service && !other->sensitive && door_ages_overlap(service->ages, other->ages)
            && door_status_on(other->status, visit->today) == DOOR_SERVICE_LIVE;
}

/* Keep it if it is among the best so far. Of equals the one that was found first stays before. */
static void
keep(struct found best[DOOR_RELATED_MOST], size_t *count, struct found new)
{
    size_t i, at;

    for (i = 0; i < *count; i++)
        if (best[i].service == new.service)
            return;
    for (at = *count; at > 0 && best[at - 1].worth < new.worth; at--)
        ;
    if (at == DOOR_RELATED_MOST)
        return;
    if (*count < DOOR_RELATED_MOST)
        ++*count;
    for (i = *count - 1; i > at; i--)
        best[i] = best[i - 1];
    best[at] = new;
}

/* Where the service stands among those of a topic (they are in the order of ids). */
static size_t
position(const struct door_list *among, const struct door_service *service)
{
    const struct door_service *const *services = among->items;
    size_t low = 0, high = among->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(services[middle]->entry.id, service->entry.id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
look_at_topic(const struct door_visit *visit, const struct door_service *service, const struct door_entry *topic,
        struct found best[DOOR_RELATED_MOST], size_t *count)
{
    const struct door_list *among = door_mentions_find(visit->mentions, topic);
    const struct door_service *const *services = among->items;
    size_t looked = among->count < NEAR ? among->count : NEAR, i;
    size_t at = among->count > NEAR ? position(among, service) + among->count - NEAR / 2 : 0;

    for (i = 0; i < looked; i++) {
        const struct door_service *other = services[(at + i) % among->count];

        if (may_be_named(visit, service, other))
            keep(best, count, (struct found){ other, worth_of(service, other) });
    }
}

struct door_list
door_related_to(const struct door_visit *visit, const struct door_service *service)
{
    const struct door_entry *const *topics = service->topics.items;
    const struct door_service **related = door_arena_array(&visit->worker->scratch, DOOR_RELATED_MOST, sizeof *related);
    struct found best[DOOR_RELATED_MOST];
    size_t i, count = 0;

    for (i = 0; i < service->topics.count; i++)
        look_at_topic(visit, service, topics[i], best, &count);
    for (i = 0; i < count; i++)
        related[i] = best[i].service;
    return (struct door_list){ related, count };
}
