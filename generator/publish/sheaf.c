#include "publish/sheaf.h"

#include "publish/output.h"

struct door_sheaf_page {
    const char *name;
    size_t start, size;
};

void
door_sheaf_end(struct door_sheaf *sheaf, const char *name)
{
    sheaf->pages = door_arena_grow(&sheaf->arena, sheaf->pages, sheaf->count, &sheaf->capacity, sizeof *sheaf->pages);
    sheaf->pages[sheaf->count++] = (struct door_sheaf_page){
        door_arena_text(&sheaf->arena, name), sheaf->begun, sheaf->bytes.size - sheaf->begun,
    };
    sheaf->begun = sheaf->bytes.size;
}

void
door_sheaf_publish(struct door_sheaf *sheaf, struct door_output *output)
{
    size_t i;

    for (i = 0; i < sheaf->count; i++)
        door_output_file(output, sheaf->pages[i].name, sheaf->bytes.data + sheaf->pages[i].start, sheaf->pages[i].size);
    door_buf_clear(&sheaf->bytes);
    door_arena_empty(&sheaf->arena);
    sheaf->pages = NULL;
    sheaf->count = sheaf->capacity = sheaf->begun = 0;
}

void
door_sheaf_release(struct door_sheaf *sheaf)
{
    door_buf_release(&sheaf->bytes);
    door_arena_release(&sheaf->arena);
    *sheaf = (struct door_sheaf){ 0 };
}
