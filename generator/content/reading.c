#include "content/reading.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/threads.h"
#include "content/folder.h"
#include "content/source.h"

enum {
    FILES_A_PIECE = 16
};

struct batch {              /* in a slot: what became of a piece */
    struct door_diag *diag;
    bool failed;
};

struct reading {
    struct door_source *sources;
    const char *const *paths;
    size_t count;
    struct door_tray *trays;     /* one a worker */
    struct batch *batches;          /* one a slot */
    struct door_diag *diag;
    bool failed;
};

static void
read_piece(void *context, size_t worker, size_t piece, size_t slot)
{
    struct reading *reading = context;
    struct batch *batch = &reading->batches[slot];
    size_t i = piece * FILES_A_PIECE, end = i + FILES_A_PIECE;

    *batch = (struct batch){ .diag = door_diag_open() };
    for (; i < end && i < reading->count; i++)
        if (!door_source_read(&reading->trays[worker], reading->paths[i], &reading->sources[i], batch->diag))
            batch->failed = true;
}

static void
tell_all(struct door_diag *from, struct door_diag *to)
{
    size_t count, i;
    const struct door_problem *problems = door_diag_problems(from, &count);

    for (i = 0; i < count; i++) {
        const struct door_problem *problem = &problems[i];

        if (problem->severity == DOOR_SEVERITY_ERROR)
            door_diag_error(to, problem->place, problem->id, problem->hint, "%s", problem->message);
        else
            door_diag_warn(to, problem->place, problem->id, problem->hint, "%s", problem->message);
    }
}

static void
take_piece(void *context, size_t piece, size_t slot)
{
    struct reading *reading = context;
    struct batch *batch = &reading->batches[slot];

    (void)piece;
    tell_all(batch->diag, reading->diag);
    door_diag_close(batch->diag);
    reading->failed |= batch->failed;
}

bool
door_sources_read(struct door_arena *arena, struct door_arena *fronts, struct door_source *sources,
        const char *const *paths, size_t count, size_t workers, struct door_diag *diag)
{
    struct door_arena scratch = { 0 };
    struct reading reading = {
        .sources = sources, .paths = paths, .count = count, .diag = diag,
        .trays = door_arena_array(&scratch, workers, sizeof *reading.trays),
        .batches = door_arena_array(&scratch, door_threads_slots(workers), sizeof *reading.batches),
    };
    struct door_work work = {
        .count = (count + FILES_A_PIECE - 1) / FILES_A_PIECE, .workers = workers,
        .make = read_piece, .take = take_piece, .context = &reading,
    };
    size_t i;

    door_threads_run(&work);
    for (i = 0; i < workers; i++) {
        door_arena_adopt(arena, &reading.trays[i].kept);
        door_arena_adopt(fronts, &reading.trays[i].fronts);
        door_arena_release(&reading.trays[i].file);
        door_arena_release(&reading.trays[i].known.arena);
    }
    door_arena_release(&scratch);
    return !reading.failed;
}
