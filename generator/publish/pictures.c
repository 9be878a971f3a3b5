#include "publish/pictures.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/text.h"
#include "content/svg.h"
#include "model/image.h"
#include "model/offer.h"
#include "model/page.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"
#include "publish/guard.h"
#include "publish/output.h"
#include "publish/photo.h"
#include "publish/png.h"
#include "publish/recipe.h"
#include "publish/shelf.h"
#include "publish/site.h"
#include "views/picture.h"

/* With these a first visit takes more than 30 KB: a drawing's text is sent compressed. */
#define HEAVY_PNG ((size_t)16 * 1024)
#define HEAVY_DRAWING ((size_t)48 * 1024)

enum {
    SIDE = DOOR_PHOTO_SMALL         /* the most that a page gives a picture, in CSS pixels */
};

struct gathering {
    struct door_arena *arena;       /* for what stays */
    struct door_arena bytes;        /* one file at a time */
    struct door_pictures *pictures;
    struct door_map seen;           /* files of media/: one that is damaged is told of once */
    struct door_map names;          /* assets that are handed over */
    struct door_shelf *shelf;       /* NULL until there is a photo */
    struct door_buf program;        /* its part of a photo's recipe */
    const char *offer;
    struct door_guard *guard;
    struct door_output *output;
    struct door_diag *diag;
};

/* What a page gives it: as large as it is, but no larger than a square of SIDE. */
static void
fit(struct door_picture *picture, double width, double height)
{
    double side = width > height ? width : height;
    double scale = side > SIDE ? SIDE / side : 1;

    picture->width = (int)(width * scale + 0.5);
    picture->height = (int)(height * scale + 0.5);
    if (picture->width < 1)
        picture->width = 1;
    if (picture->height < 1)
        picture->height = 1;
}

/* "/assets/hall.1a2b3c4d.png": the name changes with the bytes, so that browsers may keep it for ever. */
static const char *
hand_over(struct gathering *gathering, const char *file, const struct door_buf *bytes, const char *ending)
{
    const char *base = strrchr(file, '/') + 1, *dot = strrchr(base, '.'), *name;
    char digits[9];

    door_hash_digits(door_hash(bytes->data, bytes->size), 8, digits);
    name = door_arena_format(gathering->arena, "/assets/%.*s.%s.%s", (int)(dot - base), base, digits, ending);
    if (door_map_find(&gathering->names, name))     /* the same picture, in two folders of media/ */
        return name;
    door_map_put(&gathering->names, gathering->arena, name, name);
    door_guard_look(gathering->guard, name + 1, bytes->data, bytes->size);
    door_output_file(gathering->output, name + 1, bytes->data, bytes->size);
    return name;
}

static void
tell_heavy(struct gathering *gathering, struct door_place place, size_t size, size_t most)
{
    if (size > most)
        door_diag_warn(gathering->diag, place, "media-heavy",
                "Save a photo as JPEG: it is made small by itself. Let a drawing have fewer shapes or pixels.",
                "this picture has %zu kilobytes, which take long on a poor connection", size / 1024);
}

static struct door_picture *
make_drawing(struct gathering *gathering, const char *file, struct door_place place, const struct door_buf *bytes)
{
    struct door_picture *picture = door_arena_alloc(gathering->arena, sizeof *picture);
    double width, height;

    door_svg_measure(bytes->data, bytes->size, &width, &height);
    fit(picture, width * SIDE, height * SIDE);      /* it has no size of its own, only a form */
    tell_heavy(gathering, place, bytes->size, HEAVY_DRAWING);
    picture->small = hand_over(gathering, file, bytes, "svg");
    return picture;
}

static struct door_picture *
make_png(struct gathering *gathering, const char *file, struct door_place place, const struct door_buf *bytes)
{
    struct door_picture *picture = door_arena_alloc(gathering->arena, sizeof *picture);
    struct door_buf bare = { 0 };

    door_png_write_bare(&bare, bytes->data, bytes->size, &picture->preview_width, &picture->preview_height);
    fit(picture, picture->preview_width, picture->preview_height);
    tell_heavy(gathering, place, bare.size, HEAVY_PNG);
    picture->small = picture->preview = hand_over(gathering, file, &bare, "png");
    door_buf_release(&bare);
    return picture;
}

/* --- photos --- */

/* What is kept of a finished photo: this, and then both files. */
struct kept {
    int32_t width, height, large_width, large_height;
    uint32_t small, large;          /* bytes */
};

static void
write_recipe(struct gathering *gathering, struct door_buf *recipe, const struct door_buf *bytes)
{
    char digits[13];

    if (!gathering->program.size)
        door_recipe_write_program(&gathering->program);
    door_hash_digits(door_hash(bytes->data, bytes->size), 12, digits);
    door_buf_add(recipe, gathering->program.data, gathering->program.size);
    door_buf_format(recipe, "%s %zu", digits, bytes->size);
}

static void
keep(struct gathering *gathering, const struct door_buf *recipe, const struct door_photo *photo)
{
    struct kept kept = { photo->width, photo->height, photo->large_width, photo->large_height,
        (uint32_t)photo->small.size, (uint32_t)photo->large.size };
    struct door_buf file = { 0 };

    door_buf_add(&file, (const char *)&kept, sizeof kept);
    door_buf_add(&file, photo->small.data, photo->small.size);
    door_buf_add(&file, photo->large.data, photo->large.size);
    door_shelf_put(gathering->shelf, recipe, &file);
    door_buf_release(&file);
}

static bool
find_kept(struct gathering *gathering, const struct door_buf *recipe, struct door_photo *photo)
{
    struct door_buf file = { 0 };
    struct kept kept;
    bool found = door_shelf_find(gathering->shelf, recipe, &file) && file.size >= sizeof kept;

    if (found) {
        memcpy(&kept, file.data, sizeof kept);
        found = file.size == sizeof kept + kept.small + kept.large;
    }
    if (found) {
        *photo = (struct door_photo){ .width = kept.width, .height = kept.height, .large_width = kept.large_width,
            .large_height = kept.large_height };
        door_buf_add(&photo->small, file.data + sizeof kept, kept.small);
        door_buf_add(&photo->large, file.data + sizeof kept + kept.small, kept.large);
    }
    door_buf_release(&file);
    return found;
}

static struct door_picture *
hand_over_photo(struct gathering *gathering, const char *file, const struct door_photo *photo)
{
    struct door_picture *picture = door_arena_alloc(gathering->arena, sizeof *picture);

    picture->width = photo->width;
    picture->height = photo->height;
    picture->small = picture->preview = hand_over(gathering, file, &photo->small, "jpg");
    picture->preview_width = photo->width;
    picture->preview_height = photo->height;
    if (photo->large.size) {
        picture->large = picture->preview = hand_over(gathering, file, &photo->large, "jpg");
        picture->preview_width = photo->large_width;
        picture->preview_height = photo->large_height;
    }
    return picture;
}

/* NULL if it can't be read. */
static struct door_picture *
make_photo(struct gathering *gathering, const char *file, struct door_place place, const struct door_buf *bytes)
{
    struct door_buf recipe = { 0 };
    struct door_photo photo = { 0 };
    struct door_picture *picture = NULL;
    bool found, made = false;

    if (!gathering->shelf)
        gathering->shelf = door_shelf_open(gathering->offer, "photos");
    write_recipe(gathering, &recipe, bytes);
    found = find_kept(gathering, &recipe, &photo);
    if (!found)
        made = door_photo_make(&photo, bytes->data, bytes->size, place, gathering->diag);
    if (made)
        keep(gathering, &recipe, &photo);
    if (found || made)
        picture = hand_over_photo(gathering, file, &photo);
    door_photo_release(&photo);
    door_buf_release(&recipe);
    return picture;
}

/* --- all of them --- */

/* What an entry shows, by the ending of its name, which was found to be true (content/media.c). */
static struct door_picture *
make(struct gathering *gathering, const char *file, struct door_place place, const struct door_buf *bytes)
{
    const char *ending = strrchr(file, '.');

    if (door_text_same(ending, ".svg"))
        return make_drawing(gathering, file, place, bytes);
    if (door_text_same(ending, ".png"))
        return make_png(gathering, file, place, bytes);
    return make_photo(gathering, file, place, bytes);
}

static void
add(struct gathering *gathering, const struct door_image *image)
{
    struct door_place place;
    const char *path, *read;
    struct door_buf bytes = { 0 };
    struct door_picture *picture;
    size_t size;

    if (!image || door_map_find(&gathering->seen, image->file))
        return;
    door_map_put(&gathering->seen, gathering->arena, image->file, image);
    place = (struct door_place){ door_arena_join(gathering->arena, "content/", image->file), 0, 0 };
    path = door_path_join(&gathering->bytes, gathering->offer, place.file);
    read = door_file_read(&gathering->bytes, path, &size);
    if (!read)
        door_fail_path(path, errno);
    door_buf_add(&bytes, read, size);
    picture = make(gathering, image->file, place, &bytes);
    if (picture)
        door_map_put(&gathering->pictures->files, gathering->arena, image->file, picture);
    door_buf_release(&bytes);
    door_arena_empty(&gathering->bytes);
}

#define ADD_ALL(list, type) \
    for (i = 0; i < (list).count; i++) \
        add(gathering, ((const struct type *const *)(list).items)[i]->image)

/* In one order, so that messages have one. */
static void
gather(struct gathering *gathering, const struct door_offer *offer)
{
    const struct door_service *const *services = offer->services.items;
    size_t i;

    add(gathering, offer->image);
    ADD_ALL(offer->stages, door_stage);
    ADD_ALL(offer->topics, door_topic);
    ADD_ALL(offer->places, door_venue);
    ADD_ALL(offer->pages, door_page);
    for (i = 0; i < offer->services.count; i++)
        if (!services[i]->sensitive)        /* its page shows none */
            add(gathering, services[i]->image);
}

const struct door_pictures *
door_pictures_publish(struct door_arena *arena, const struct door_site *site, const char *offer,
        struct door_output *output, struct door_diag *diag)
{
    struct gathering gathering = {
        .arena = arena, .pictures = door_arena_alloc(arena, sizeof *gathering.pictures), .offer = offer,
        .guard = site->guard, .output = output, .diag = diag,
    };

    gather(&gathering, site->offer);
    if (!gathering.shelf && door_file_exists(door_path_join(&gathering.bytes, offer, ".frontdoor/photos")))
        gathering.shelf = door_shelf_open(offer, "photos");     /* the last photo is gone: so is what was kept of it */
    if (gathering.shelf)
        door_shelf_close(gathering.shelf);
    door_buf_release(&gathering.program);
    door_arena_release(&gathering.bytes);
    return gathering.pictures;
}
