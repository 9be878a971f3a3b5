/*
 * threads - the same work on many things, done by several threads and taken in order.
 *
 *     worker 0   make 0 ---- make 2 ---------- make 5 ...
 *     worker 1   make 1 -------- make 3 - make 4 ...
 *     caller        take 0 - take 1 --- take 2 - take 3 ...
 *
 * What is made waits in one of a few slots until it is taken, so a fast worker cannot run far ahead of a slow taker and
 * memory stays small. The order of taking, and so every output, is the same whatever the number of workers; with one
 * worker no thread is started.
 *
 * Owns:   the threads, from door_threads_run to its return.
 * Called: by content/ to read files, by publish/ to draw pages.
 * Never:  shares anything between workers: `make` works in what belongs to its worker and its slot.
 */
#ifndef DOOR_BASE_THREADS_H
#define DOOR_BASE_THREADS_H

#include <stddef.h>

struct door_work {
    size_t count;           /* pieces of work, numbered from 0 */
    size_t workers;         /* how many may make at once; at least 1 */
    /* Make piece number `piece` into its slot. On any thread; a worker makes one at a time. */
    void (*make)(void *context, size_t worker, size_t piece, size_t slot);
    /* Take it from its slot. On the caller's thread, piece after piece. */
    void (*take)(void *context, size_t piece, size_t slot);
    void *context;
};

/* How many slots there are for so many workers. */
size_t door_threads_slots(size_t workers);

void door_threads_run(const struct door_work *work);

/* As many workers as the machine has processors, at most 256. */
size_t door_threads_processors(void);

#endif
