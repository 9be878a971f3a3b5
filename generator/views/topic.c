#include "views/topic.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "language/format.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/service.h"
#include "model/topic.h"
#include "views/frame.h"
#include "views/service.h"
#include "views/visit.h"

static const struct door_field topic_fields[] = {
    { .name = "topic", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct door_topic_view, topic), .record = &door_topic_record,
      .help = "The topic as the editor wrote it." },
    { .name = "services", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST,
      .offset = offsetof(struct door_topic_view, services), .record = &door_service_view_record,
      .help = "The services about it." },
    { .name = "more", .kind = DOOR_KIND_YES, .offset = offsetof(struct door_topic_view, more),
      .help = "Are there more on the topic's own page?" },
};

const struct door_record door_topic_view_record = {
    .name = "topic", .size = sizeof(struct door_topic_view), .fields = topic_fields,
    .field_count = DOOR_COUNT(topic_fields),
};

static int
compare(const void *a, const void *b, void *context)
{
    const struct door_topic *p = *(const struct door_topic *const *)a, *q = *(const struct door_topic *const *)b;
    const struct door_visit *visit = context;
    int x = p->order == DOOR_NO_NUMBER ? INT_MAX : p->order, y = q->order == DOOR_NO_NUMBER ? INT_MAX : q->order;

    if (x != y)
        return x < y ? -1 : 1;
    x = door_collate(visit->worker, visit->language, door_visit_piece(visit, p->name)->text,
            door_visit_piece(visit, q->name)->text);
    return x ? x : strcmp(p->entry.id, q->entry.id);
}

struct door_list
door_topics_in_order(const struct door_visit *visit)
{
    const struct door_list *all = &visit->offer->topics;
    const struct door_topic **topics = door_arena_array(&visit->worker->scratch, all->count, sizeof *topics);

    if (all->count) {
        memcpy(topics, all->items, all->count * sizeof *topics);
        qsort_r(topics, all->count, sizeof *topics, compare, (void *)(uintptr_t)visit);
    }
    return (struct door_list){ topics, all->count };
}

bool
door_services_partly(const struct door_visit *visit, const struct door_list *services)
{
    size_t i;

    for (i = 0; i < services->count; i++) {
        const struct door_service *service = ((const struct door_service_view *)services->items)[i].service;

        if (door_visit_piece(visit, service->name)->state != DOOR_STATE_FRESH
                || door_visit_piece(visit, service->summary)->state != DOOR_STATE_FRESH)
            return true;
    }
    return false;
}
