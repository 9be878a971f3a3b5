/*
 * notice_page - one closure or change, and the list of those that families are told of today.
 */
#include "language/phrases.h"
#include "model/notice.h"
#include "model/offer.h"
#include "views/notice.h"
#include "views/pages.h"
#include "views/view.h"

struct notice_page {
    struct door_frame *page;
    struct door_notice_view *notice;
};

static const struct door_field notice_page_fields[] = {
    FRAME_ROW(struct notice_page),
    { .name = "notice", .kind = DOOR_KIND_RECORD, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct notice_page, notice), .record = &door_notice_view_record,
      .help = "The notice this page is about." },
};

static const struct door_record notice_page_record = VIEW(struct notice_page, notice_page_fields);

static const struct door_list *
notices(const struct door_offer *offer)
{
    return &offer->notices;
}

/* Its page is there before and after, so that no link to it breaks; only search engines are kept from it. */
static const void *
build_notice(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_notice *notice = (const struct door_notice *)entry;
    struct notice_page *view = door_view_new(visit, sizeof *view);

    view->page = door_frame_build(visit, path, entry, door_visit_piece(visit, notice->name), NULL);
    view->page->noindex |= !door_notice_is_shown(notice, visit->today);
    view->notice = door_view_new(visit, sizeof *view->notice);
    door_notice_view_fill(visit, notice, view->notice);
    return view;
}

struct notices_page {
    struct door_frame *page;
    struct door_list notices;       /* struct door_notice_view */
};

static const struct door_field notices_page_fields[] = {
    FRAME_ROW(struct notices_page),
    { .name = "notices", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct notices_page, notices),
      .record = &door_notice_view_record, .help = "What families are told of today." },
};

static const struct door_record notices_page_record = VIEW(struct notices_page, notices_page_fields);

static const void *
build_notices(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    struct notices_page *view = door_view_new(visit, sizeof *view);

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, door_visit_phrase(visit, DOOR_PHRASE_NOTICES), NULL);
    view->notices = door_notice_views(visit, NULL, false);
    view->page->partly |= door_notices_partly(visit, &view->notices);
    return view;
}

const struct door_page_kind door_notice_page = {
    .template = "pages/notice.html", .view = &notice_page_record, .entries = notices, .build = build_notice,
};

const struct door_page_kind door_notices_page = {
    .template = "pages/notices.html", .path = "notices/", .view = &notices_page_record, .build = build_notices,
};
