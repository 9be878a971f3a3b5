/*
 * order - the services by name, as the readers of each language look for them, and under which letters.
 *
 * Found once a build and language: each list of services is put in order by numbers, and ICU is not asked again.
 *
 * Owns:   the orders, in the build's arena.
 * Called: by commands/ to build them; by the views that list services.
 * Never:  leaves a service out of `services`: which of them are shown is for each view to say.
 */
#ifndef DOOR_VIEWS_ORDER_H
#define DOOR_VIEWS_ORDER_H

#include <stddef.h>
#include <stdint.h>

struct door_arena;
struct door_languages;
struct door_offer;
struct door_service;
struct door_worker;

/* Something that people look for: a service's name, or one of its `words`. */
struct door_order_line {
    uint32_t service;                       /* its entry.number */
    uint16_t word;                          /* 0: the name; else the word of this number, from 1 */
    uint16_t letter;
};

struct door_order {                         /* of one language */
    const struct door_service **services;   /* all of the offer's, by name; two of one name by their ids */
    uint16_t *letters;                      /* the letter of each of these (language/alphabet.h) */
    uint32_t *ranks;                        /* by a service's entry.number: where it stands in `services` */
    struct door_order_line *lines;          /* names and words together; none of sensitive services */
    size_t line_count;
};

/* One order a language, side by side; the workers share the languages out among them. */
const struct door_order *door_orders_build(struct door_arena *arena, const struct door_offer *offer,
        const struct door_languages *languages, struct door_worker *workers, size_t worker_count);

/* How many lines each order has. */
size_t door_order_lines(const struct door_offer *offer);

/* <0 or >0, as the order has them. */
int door_order_compare(const struct door_order *order, const struct door_service *a, const struct door_service *b);

#endif
