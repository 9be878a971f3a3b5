#include "views/picture.h"

#include "base/arena.h"
#include "language/worker.h"
#include "model/image.h"
#include "views/visit.h"

static const struct door_field fields[] = {
    { .name = "small", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_picture_view, small), .help = "The picture, for src." },
    { .name = "large", .kind = DOOR_KIND_HREF, .offset = offsetof(struct door_picture_view, large),
      .help = "A photo for fine screens: 1.5 times as wide, for srcset." },
    { .name = "width", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_picture_view, width), .help = "Its width in CSS pixels." },
    { .name = "height", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_picture_view, height), .help = "Its height in CSS pixels." },
    { .name = "alt", .kind = DOOR_KIND_PROSE, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct door_picture_view, alt), .help = "What it shows, in words." },
};

const struct door_record door_picture_view_record = {
    .name = "picture", .size = sizeof(struct door_picture_view), .fields = fields, .field_count = DOOR_COUNT(fields),
};

const struct door_picture_view *
door_picture_view(const struct door_visit *visit, const struct door_image *image)
{
    const struct door_picture *picture = image && visit->pictures
            ? door_map_find(&visit->pictures->files, image->file) : NULL;
    struct door_picture_view *view;

    if (!picture)
        return NULL;
    view = door_arena_alloc(&visit->worker->scratch, sizeof *view);
    *view = (struct door_picture_view){
        .small = picture->small, .large = picture->large, .width = picture->width, .height = picture->height,
        .alt = image->alt, .picture = picture,
    };
    return view;
}
