/*
 * go_page - behind a short code, and at an address that an entry had before: it leads on to the page that is meant.
 */
#include "language/language.h"
#include "model/offer.h"
#include "views/pages.h"
#include "views/view.h"

struct go_page {
    struct door_frame *page;
    const char *target;
};

static const struct door_field go_page_fields[] = {
    FRAME_ROW(struct go_page),
    { .name = "target", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct go_page, target),
      .help = "Where the code leads." },
};

static const struct door_record go_page_record = VIEW(struct go_page, go_page_fields);

static const void *
build_go(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_entry *target = entry && entry->now ? entry->now : entry;
    struct go_page *view = door_view_new(visit, sizeof *view);

    (void)path;
    view->page = door_frame_build(visit, target ? target->path : "", NULL, NULL, NULL);
    view->page->noindex = true;
    view->target = ((const struct door_language_link *)view->page->languages.items)[visit->language->index].href;
    return view;
}

static const struct door_list *
formers(const struct door_offer *offer)
{
    return &offer->formers;
}

const struct door_page_kind door_go_page = {
    .template = "pages/go.html", .view = &go_page_record, .build = build_go,
};

const struct door_page_kind door_former_page = {
    .template = "pages/go.html", .view = &go_page_record, .entries = formers, .build = build_go,
};
