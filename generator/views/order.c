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

struct keyed {
    struct door_order_line line;
    const char *key;
};

static int
compare_lines(const void *a, const void *b)
{
    const struct keyed *p = a, *q = b;
    int order = strcmp(p->key, q->key);

    if (!order)
        order = (p->line.word > 0) - (q->line.word > 0);    /* a name before a word that is the same */
    return order ? order : p->line.service < q->line.service ? -1 : p->line.service > q->line.service;
}

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

static const char *
text_of(const struct door_language *language, const struct door_service *service, size_t word)
{
    return word ? ((const char *const *)service->words.items)[word - 1]
            : door_language_piece(language, service->name)->text;
}

/* A service cannot have more words than a number here can count; what lies beyond is not listed. */
static size_t
words_of(const struct door_service *service)
{
    return service->words.count < UINT16_MAX ? service->words.count : UINT16_MAX;
}

static void
make_lines(const struct ordering *ordering, const struct door_language *language, struct door_worker *worker,
        struct door_order *order)
{
    const struct door_service *const *services = ordering->offer->services.items;
    struct keyed *keyed = door_arena_array(&worker->scratch, order->line_count, sizeof *keyed);
    size_t i, j, count = 0;

    for (i = 0; i < ordering->offer->services.count; i++)
        for (j = 0; !services[i]->sensitive && j <= words_of(services[i]); j++) {
            const char *text = text_of(language, services[i], j);

            const char *key = door_sort_key(&worker->scratch, worker, language, text);

            keyed[count++] = (struct keyed){ { (uint32_t)i, (uint16_t)j,
                (uint16_t)door_letter_of(worker, language, key, text) }, key };
        }
    if (count)
        qsort(keyed, count, sizeof *keyed, compare_lines);
    for (i = 0; i < count; i++)
        order->lines[i] = keyed[i].line;
}

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
    make_lines(ordering, language, worker, order);
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
    size_t count = offer->services.count, lines = door_order_lines(offer), i;
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
            .lines = door_arena_array(arena, lines, sizeof *ordering.orders->lines), .line_count = lines,
        };
    door_threads_run(&work);
    return ordering.orders;
}

int
door_order_compare(const struct door_order *order, const struct door_service *a, const struct door_service *b)
{
    return order->ranks[a->entry.number] < order->ranks[b->entry.number] ? -1 : 1;
}

size_t
door_order_lines(const struct door_offer *offer)
{
    const struct door_service *const *services = offer->services.items;
    size_t count = 0, i;

    for (i = 0; i < offer->services.count; i++)
        count += services[i]->sensitive ? 0 : 1 + words_of(services[i]);
    return count;
}
