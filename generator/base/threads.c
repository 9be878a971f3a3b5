#include "base/threads.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fail.h"

enum {
    SLOTS_A_WORKER = 4, MOST_WORKERS = 256
};

/* One run. Everything below the lock is guarded by it. */
struct crew {
    const struct door_work *work;
    size_t slots;
    pthread_mutex_t lock;
    pthread_cond_t made, taken;
    size_t next, done;      /* pieces begun; pieces taken */
    bool *ready;            /* by slot: made and not yet taken */
};

struct hand {               /* one worker */
    struct crew *crew;
    size_t number;
    pthread_t thread;
};

size_t
door_threads_slots(size_t workers)
{
    return workers < 2 ? 1 : workers * SLOTS_A_WORKER;
}

size_t
door_threads_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count < 1 ? 1 : count > MOST_WORKERS ? MOST_WORKERS : (size_t)count;
}

/* The next piece, once there is a slot for it; false when there are no more. */
static bool
begin_piece(struct crew *crew, size_t *piece)
{
    bool more;

    pthread_mutex_lock(&crew->lock);
    while (crew->next < crew->work->count && crew->next >= crew->done + crew->slots)
        pthread_cond_wait(&crew->taken, &crew->lock);
    more = crew->next < crew->work->count;
    if (more)
        *piece = crew->next++;
    pthread_mutex_unlock(&crew->lock);
    return more;
}

static void
end_piece(struct crew *crew, size_t piece)
{
    pthread_mutex_lock(&crew->lock);
    crew->ready[piece % crew->slots] = true;
    if (piece == crew->done)
        pthread_cond_signal(&crew->made);
    pthread_mutex_unlock(&crew->lock);
}

static void *
work(void *argument)
{
    struct hand *hand = argument;
    struct crew *crew = hand->crew;
    size_t piece;

    while (begin_piece(crew, &piece)) {
        crew->work->make(crew->work->context, hand->number, piece, piece % crew->slots);
        end_piece(crew, piece);
    }
    return NULL;
}

static void
take_all(struct crew *crew)
{
    const struct door_work *all = crew->work;
    size_t piece;

    for (piece = 0; piece < all->count; piece++) {
        size_t slot = piece % crew->slots;

        pthread_mutex_lock(&crew->lock);
        while (!crew->ready[slot])
            pthread_cond_wait(&crew->made, &crew->lock);
        pthread_mutex_unlock(&crew->lock);
        all->take(all->context, piece, slot);
        pthread_mutex_lock(&crew->lock);
        crew->ready[slot] = false;
        crew->done++;
        pthread_cond_broadcast(&crew->taken);
        pthread_mutex_unlock(&crew->lock);
    }
}

static void
run_alone(const struct door_work *all)
{
    size_t piece;

    for (piece = 0; piece < all->count; piece++) {
        all->make(all->context, 0, piece, 0);
        all->take(all->context, piece, 0);
    }
}

void
door_threads_run(const struct door_work *all)
{
    struct door_arena arena = { 0 };
    struct crew crew = { .work = all, .slots = door_threads_slots(all->workers) };
    size_t workers = all->workers < all->count ? all->workers : all->count, i;
    struct hand *hands;
    int error;

    if (workers < 2) {
        run_alone(all);
        return;
    }
    crew.ready = door_arena_array(&arena, crew.slots, sizeof *crew.ready);
    hands = door_arena_array(&arena, workers, sizeof *hands);
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.made, NULL);
    pthread_cond_init(&crew.taken, NULL);
    for (i = 0; i < workers; i++) {
        hands[i] = (struct hand){ .crew = &crew, .number = i };
        error = pthread_create(&hands[i].thread, NULL, work, &hands[i]);
        if (error)
            door_fail("no thread can be started: %s", strerror(error));
    }
    take_all(&crew);
    for (i = 0; i < workers; i++)
        pthread_join(hands[i].thread, NULL);
    pthread_cond_destroy(&crew.taken);
    pthread_cond_destroy(&crew.made);
    pthread_mutex_destroy(&crew.lock);
    door_arena_release(&arena);
}
