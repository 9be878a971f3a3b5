/* Downloaded data: JSON as GOV.UK gives its bank holidays, read as a file that offer.yaml names. */
#include "offer.h"

#include "model/check.h"
#include "model/holidays.h"

/* The way up from content/ to the root of the file system, whose top is its own parent. */
#define UP "../../../../../../../../../../../../.."

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    struct door_content content = { .root = FUZZ_OFFER };
    struct door_check check = { .arena = &arena, .diag = diag, .content = &content };
    struct door_list dates = { 0 };
    const struct door_date *days;
    char path[32];
    int memory = offer_file((const char *)data, size, path);
    size_t i;

    door_holidays_load(&check, door_arena_format(&arena, UP "%s", path), &dates);
    close(memory);
    assert(dates.items || door_diag_errors(diag));
    days = dates.items;
    for (i = 0; i < dates.count; i++)
        assert(door_date_compare(days[i], door_date_of(door_date_number(days[i]))) == 0);
    fuzz_check_problems(diag, fuzz_lines(data, size) + 1);
    door_diag_close(diag);
    door_arena_release(&arena);
    return 0;
}
