#include "model/image.h"

#include "base/text.h"
#include "model/check.h"

static const struct door_field fields[] = {
    { "file", DOOR_KIND_FILE, DOOR_REQUIRED, offsetof(struct door_image, file),
      .help = "The picture's file, such as media/massage.svg." },
    { "alt", DOOR_KIND_PROSE, DOOR_REQUIRED, offsetof(struct door_image, alt), .limit = 200,
      .help = "What the picture shows, for people who cannot see it." },
};

/* What lies in media/ was looked at; another file may be no picture. */
static void
check_image(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_image *image = record;

    if (!door_text_starts(image->file, "media/"))
        door_check_error(check, node, "file", "file-outside",
                "Put the picture into content/media/, and name it with the folder: media/massage.svg.",
                "\"%s\" does not lie in content/media/", image->file);
}

const struct door_record door_image_record = {
    .name = "image", .size = sizeof(struct door_image),
    .fields = fields, .field_count = DOOR_COUNT(fields), .check = check_image,
};
