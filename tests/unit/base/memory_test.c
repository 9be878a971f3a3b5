/* base/memory.c: no library, and nobody else, ever meets an allocation that failed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void *volatile piece;

static void
ask_malloc(size_t size)
{
    piece = malloc(size);
}

static void
ask_calloc(size_t size)
{
    piece = calloc(size / 2, 2);
}

static void
ask_realloc(size_t size)
{
    piece = realloc(malloc(8), size);
}

static void
an_allocation_that_fails_ends_the_program_with_2_and_one_line(void **state)
{
    void (*const asks[])(size_t) = { ask_malloc, ask_calloc, ask_realloc };
    size_t i;

    (void)state;
#ifdef DOOR_ARENA_SPREAD
    skip();     /* sanitisers have allocations of their own */
#endif
    for (i = 0; i < sizeof asks / sizeof *asks; i++) {
        char said[64] = "";
        int pipes[2], status;
        pid_t child;

        assert_int_equal(pipe(pipes), 0);
        child = fork();
        if (child == 0) {
            dup2(pipes[1], STDERR_FILENO);
            asks[i](SIZE_MAX / 4);
            _exit(0);
        }
        close(pipes[1]);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(read(pipes[0], said, sizeof said - 1) > 0);
        close(pipes[0]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 2);
        assert_string_equal(said, "frontdoor: out of memory\n");
    }
}

static void
allocations_of_no_bytes_are_none_of_its_business(void **state)
{
    (void)state;
    piece = malloc(0);
    free(piece);
    piece = realloc(malloc(1), 0);
    piece = calloc(0, 8);
    free(piece);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_allocation_that_fails_ends_the_program_with_2_and_one_line),
        cmocka_unit_test(allocations_of_no_bytes_are_none_of_its_business),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
