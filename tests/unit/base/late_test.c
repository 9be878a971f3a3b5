#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/late.h"

static void
a_function_is_found_and_remembered(void **state)
{
    struct door_late late = { .library = "libm.so.6", .name = "floor" };
    void *function = door_late_bind(&late);

    (void)state;
    assert_ptr_equal(function, late.function);
    assert_true(((double (*)(double))function)(3.7) == 3.0);
}

/* What a program says that binds this, and how it ends. */
static int
ending(struct door_late late, char *said, size_t size)
{
    int ends[2], status;
    size_t done = 0;
    ssize_t got;
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        door_late_bind(&late);
        _exit(0);
    }
    close(ends[1]);
    while ((got = read(ends[0], said + done, size - 1 - done)) > 0)
        done += (size_t)got;
    said[done] = '\0';
    close(ends[0]);
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

static void
a_library_that_is_not_there_ends_the_program_by_its_name(void **state)
{
    char said[512];

    (void)state;
    assert_int_equal(ending((struct door_late){ .library = "libnosuch.so.7", .name = "x" }, said, sizeof said), 2);
    assert_non_null(strstr(said, "frontdoor: libnosuch.so.7: can't be loaded: "));
    assert_non_null(strstr(said, "hint: Install the Debian package that has it."));
}

static void
a_function_that_a_library_lacks_ends_the_program(void **state)
{
    char said[512];

    (void)state;
    assert_int_equal(ending((struct door_late){ .library = "libm.so.6", .name = "no_such_root" }, said, sizeof said), 2);
    assert_non_null(strstr(said, "no_such_root"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_is_found_and_remembered),
        cmocka_unit_test(a_library_that_is_not_there_ends_the_program_by_its_name),
        cmocka_unit_test(a_function_that_a_library_lacks_ends_the_program),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
