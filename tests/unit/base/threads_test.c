#include <setjmp.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/threads.h"

enum { MOST = 2000 };

struct squares {
    size_t slots[64], workers_seen[8];
    size_t taken[MOST], count;
    bool uneven;
};

static void
make_square(void *context, size_t worker, size_t piece, size_t slot)
{
    struct squares *squares = context;

    squares->workers_seen[worker]++;
    if (squares->uneven && piece % 7 == 0)
        usleep(200);
    squares->slots[slot] = piece * piece;
}

static void
take_square(void *context, size_t piece, size_t slot)
{
    struct squares *squares = context;

    assert_int_equal(piece, squares->count);
    squares->taken[squares->count++] = squares->slots[slot];
}

static void
run(struct squares *squares, size_t workers, size_t count)
{
    struct door_work work = {
        .count = count, .workers = workers, .make = make_square, .take = take_square, .context = squares,
    };

    door_threads_run(&work);
}

static void
everything_is_made_once_and_taken_in_order(void **state)
{
    static const size_t workers[] = { 1, 2, 3, 8 }, counts[] = { 0, 1, 2, 5, 33, MOST };
    size_t w, c, i;

    (void)state;
    for (w = 0; w < 4; w++) {
        for (c = 0; c < 6; c++) {
            struct squares squares = { .uneven = c == 4 };

            assert_true(door_threads_slots(workers[w]) <= 64);
            run(&squares, workers[w], counts[c]);
            assert_int_equal(squares.count, counts[c]);
            for (i = 0; i < counts[c]; i++)
                assert_int_equal(squares.taken[i], i * i);
        }
    }
}

static void
one_worker_does_it_all_when_there_is_one(void **state)
{
    struct squares squares = { 0 };

    (void)state;
    run(&squares, 1, 50);
    assert_int_equal(squares.workers_seen[0], 50);
}

static void
there_is_a_processor(void **state)
{
    (void)state;
    assert_in_range(door_threads_processors(), 1, 256);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_made_once_and_taken_in_order),
        cmocka_unit_test(one_worker_does_it_all_when_there_is_one),
        cmocka_unit_test(there_is_a_processor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
