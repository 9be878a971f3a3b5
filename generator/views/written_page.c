/*
 * written_page - a page that an editor wrote: about, contact, privacy.
 */
#include "model/offer.h"
#include "model/page.h"
#include "views/pages.h"
#include "views/view.h"

struct written_page {
    struct door_frame *page;
    const struct door_page *text;
};

static const struct door_field written_page_fields[] = {
    FRAME_ROW(struct written_page),
    { .name = "text", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED, .offset = offsetof(struct written_page, text),
      .record = &door_page_record, .help = "The page as the editor wrote it." },
};

static const struct door_record written_page_record = VIEW(struct written_page, written_page_fields);

static const struct door_list *
pages(const struct door_offer *offer)
{
    return &offer->pages;
}

static const void *
build_written(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_page *text = (const struct door_page *)entry;
    struct written_page *view = door_view_new(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, text->name),
            door_visit_piece(visit, text->summary));
    door_frame_show(visit, view->page, text->image);
    view->text = text;
    return view;
}

const struct door_page_kind door_written_page = {
    .template = "pages/page.html", .view = &written_page_record, .entries = pages, .build = build_written,
};
