#include "model/pieces.h"

#include <string.h>

#include "base/arena.h"

uint32_t
door_pieces_add(struct door_pieces *pieces, struct door_arena *arena, struct door_piece piece)
{
    if (!pieces->count)
        pieces->count = 1;      /* the blank that stands for "no prose" */
    if (pieces->count >= pieces->capacity) {
        size_t capacity = pieces->capacity ? pieces->capacity * 2 : 64;
        struct door_piece *items = door_arena_array(arena, capacity, sizeof *items);

        if (pieces->items)
            memcpy(items, pieces->items, pieces->count * sizeof *items);
        pieces->items = items;
        pieces->capacity = capacity;
    }
    pieces->items[pieces->count] = piece;
    return (uint32_t)pieces->count++;
}
