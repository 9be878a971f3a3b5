/*
 * replay - hands a harness the inputs that are kept of it, without a fuzzer: tests/fuzz/corpus/<name>/ for the program
 * <name>, or the files it is told. Prints TAP.
 *
 * Each harness is linked with it for `make test`. It runs the inputs in a child, so that the one it dies of can be
 * named.
 */
#include "fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.h"

enum {
    SECONDS = 10    /* most for one input, sanitised and on a busy machine */
};

struct replay {
    struct door_arena arena;
    const char *name;
    const char **paths;
    size_t count;
};

static void
gather(struct replay *replay, int argc, char **argv)
{
    const char *slash = strrchr(argv[0], '/'), *folder;
    struct door_file *files;
    size_t i;

    replay->name = slash ? slash + 1 : argv[0];
    if (argc > 1) {
        replay->paths = (const char **)argv + 1;
        replay->count = (size_t)argc - 1;
        return;
    }
    folder = door_arena_format(&replay->arena, "tests/fuzz/corpus/%s", replay->name);
    files = door_files_list(&replay->arena, folder, &replay->count);
    if (!files)
        return;
    replay->paths = door_arena_array(&replay->arena, replay->count, sizeof *replay->paths);
    for (i = 0; i < replay->count; i++)
        replay->paths[i] = door_path_join(&replay->arena, folder, files[i].name);
}

static void
run_all(const struct replay *replay, volatile size_t *current)
{
    for (*current = 0; *current < replay->count; ++*current) {
        struct door_arena arena = { 0 };
        size_t size;
        char *bytes = door_file_read(&arena, replay->paths[*current], &size);

        assert(bytes);
        alarm(SECONDS);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, size);
        alarm(0);
        door_arena_release(&arena);
    }
}

int
main(int argc, char **argv)
{
    struct replay replay = { .count = 0 };
    size_t *current = mmap(NULL, sizeof *current, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status = 0;
    pid_t child;

    gather(&replay, argc, argv);
    assert(current != MAP_FAILED);
    printf("1..1\n");
    fflush(stdout);
    child = fork();
    if (child == 0) {
        run_all(&replay, current);
        door_arena_release(&replay.arena);
        exit(0);
    }
    assert(child > 0 && waitpid(child, &status, 0) == child);
    if (replay.count && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        printf("ok - %s stands its %zu kept inputs\n", replay.name, replay.count);
    else if (*current < replay.count)
        printf("not ok - %s stands %s\n", replay.name, replay.paths[*current]);
    else
        printf("not ok - %s stands its kept inputs: it ended badly, or there are none\n", replay.name);
    door_arena_release(&replay.arena);
    return 0;
}
