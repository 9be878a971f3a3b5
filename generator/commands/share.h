/*
 * share - where the program's own themes, interface words, sample offer and starter lie.
 */
#ifndef DOOR_COMMANDS_SHARE_H
#define DOOR_COMMANDS_SHARE_H

struct door_arena;

/*
 * The folder that holds themes/, translations/, content/ and generator/starter/: the tree the program runs from, or
 * share/frontdoor beside the bin/ that it lies in, or the one below the PREFIX that it was compiled with.
 */
const char *door_share_find(struct door_arena *arena);

#endif
