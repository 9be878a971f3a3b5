#include "views/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/threads.h"
#include "language/alphabet.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/service.h"

struct named {
    const struct door_service *service;
    const char *name, *key;
};

static int
compare(const void *a, const void *b)
{
    const struct named *p = a, *q = b;
    int order = strcmp(p->key, q->key);

    return order ? order : strcmp(p->service->entry.id, q->service->entry.id);
}

struct ordering {
    const struct door_offer *offer;
    const struct door_languages *languages;
    struct door_worker *workers;
    struct door_order *orders;
};

static void
make(void *context, size_t which, size_t piece, size_t slot)
{
    const struct ordering *ordering = context;
    const struct door_language *language = &ordering->languages->items[piece];
    const struct door_list *all = &ordering->offer->services;
    struct door_worker *worker = &ordering->workers[which];
    struct door_order *order = &ordering->orders[piece];
    struct named *named = door_arena_array(&worker->scratch, all->count, sizeof *named);
    size_t i;

    (void)slot;
    for (i = 0; i < all->count; i++) {
        named[i].service = ((const struct door_service *const *)all->items)[i];
        named[i].name = door_language_piece(language, named[i].service->name)->text;
        named[i].key = door_sort_key(&worker->scratch, worker, language, named[i].name);
    }
    if (all->count)
        qsort(named, all->count, sizeof *named, compare);
    for (i = 0; i < all->count; i++) {
        order->services[i] = named[i].service;
        order->ranks[named[i].service->entry.number] = (uint32_t)i;
        order->letters[i] = (uint16_t)door_letter_of(worker, language, named[i].key, named[i].name);
    }
    door_arena_empty(&worker->scratch);
}

static void
take(void *context, size_t piece, size_t slot)
{
    (void)context;
    (void)piece;
    (void)slot;
}

const struct door_order *
door_orders_build(struct door_arena *arena, const struct door_offer *offer, const struct door_languages *languages,
        struct door_worker *workers, size_t worker_count)
{
    size_t count = offer->services.count, i;
    struct ordering ordering = {
        .offer = offer, .languages = languages, .workers = workers,
        .orders = door_arena_array(arena, languages->count, sizeof *ordering.orders),
    };
    struct door_work work = {
        .count = languages->count, .workers = worker_count, .make = make, .take = take, .context = &ordering,
    };

    for (i = 0; i < languages->count; i++)
        ordering.orders[i] = (struct door_order){
            .services = door_arena_array(arena, count, sizeof *ordering.orders->services),
            .letters = door_arena_array(arena, count, sizeof *ordering.orders->letters),
            .ranks = door_arena_array(arena, count, sizeof *ordering.orders->ranks),
        };
    door_threads_run(&work);
    return ordering.orders;
}

int
door_order_compare(const struct door_order *order, const struct door_service *a, const struct door_service *b)
{
    return order->ranks[a->entry.number] < order->ranks[b->entry.number] ? -1 : 1;
}
