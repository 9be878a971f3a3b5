#include "model/pieces.h"

#include "base/arena.h"

uint32_t
door_pieces_add(struct door_pieces *pieces, struct door_arena *arena, struct door_piece piece)
{
    if (!pieces->count)
        pieces->count = 1;      /* the blank that stands for "no prose" */
    pieces->items = door_arena_grow(arena, pieces->items, pieces->count, &pieces->capacity, sizeof piece);
    pieces->items[pieces->count] = piece;
    return (uint32_t)pieces->count++;
}
