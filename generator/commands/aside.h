/*
 * aside - what a build goes on without, for once: a broken translation, or a broken publication whose files stay.
 *
 * Owns:   nothing.
 * Called: by edition.c, build.c and check.c.
 * Never:  sets the offer's own facts aside.
 */
#ifndef DOOR_COMMANDS_ASIDE_H
#define DOOR_COMMANDS_ASIDE_H

struct door_arena;
struct door_diag;
struct door_edition;
struct door_options;
struct door_output;

/* Before anything is read. What names no file ends the program with exit 2. */
void door_aside_take(struct door_arena *arena, const struct door_options *options, struct door_diag *diag);

/*
 * When all is handed over: keep the standing files of publications that were set aside. One that tells what the offer
 * hides now is an error.
 */
void door_aside_keep(const struct door_edition *edition, const struct door_options *options,
        struct door_output *output);

/* Say with the first error of each file that can be set aside how to publish without it. */
void door_aside_advise(struct door_arena *arena, struct door_diag *diag);

#endif
