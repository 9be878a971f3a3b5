/*
 * view - what the files of page views share.
 */
#ifndef DOOR_VIEWS_VIEW_H
#define DOOR_VIEWS_VIEW_H

#include <stddef.h>

#include "base/arena.h"
#include "language/worker.h"
#include "model/schema.h"
#include "views/frame.h"
#include "views/visit.h"

/* Each page's view begins with the frame, so each page's table begins with this row. */
#define FRAME_ROW(type) \
    { .name = "page", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED, .offset = offsetof(type, page), \
      .record = &door_frame_record, .help = "What stands around every page." }

#define VIEW(type, rows) { .name = "view", .size = sizeof(type), .fields = rows, .field_count = DOOR_COUNT(rows) }

/* Room for a view, all zero, in the worker's scratch arena. */
static inline void *
door_view_new(const struct door_visit *visit, size_t size)
{
    return door_arena_alloc(&visit->worker->scratch, size);
}

#endif
