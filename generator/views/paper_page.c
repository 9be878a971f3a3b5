/*
 * paper_page - what there is on paper: each booklet and poster in each language.
 */
#include "language/language.h"
#include "language/phrases.h"
#include "model/offer.h"
#include "model/publication.h"
#include "views/pages.h"
#include "views/paper.h"
#include "views/view.h"

struct paper_file {
    const char *language, *code, *direction, *href;
};

struct paper_item {
    const struct door_publication *publication;
    struct door_list files;         /* struct paper_file */
};

struct paper_page {
    struct door_frame *page;
    struct door_list items;         /* struct paper_item */
};

static const struct door_field paper_file_fields[] = {
    { .name = "language", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct paper_file, language), .help = "The language's name in itself." },
    { .name = "code", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, .offset = offsetof(struct paper_file, code),
      .help = "Its BCP 47 tag." },
    { .name = "direction", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED,
      .offset = offsetof(struct paper_file, direction), .help = "ltr or rtl." },
    { .name = "href", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, .offset = offsetof(struct paper_file, href),
      .help = "The PDF." },
};

static const struct door_record paper_file_record = {
    .name = "file", .size = sizeof(struct paper_file), .fields = paper_file_fields,
    .field_count = DOOR_COUNT(paper_file_fields),
};

static const struct door_field paper_item_fields[] = {
    { .name = "publication", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT,
      .offset = offsetof(struct paper_item, publication), .record = &door_publication_record,
      .help = "The publication as the editor wrote it." },
    { .name = "files", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct paper_item, files),
      .record = &paper_file_record, .help = "One PDF a language." },
};

static const struct door_record paper_item_record = {
    .name = "publication", .size = sizeof(struct paper_item), .fields = paper_item_fields,
    .field_count = DOOR_COUNT(paper_item_fields),
};

static const struct door_field paper_page_fields[] = {
    FRAME_ROW(struct paper_page),
    { .name = "items", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .offset = offsetof(struct paper_page, items),
      .record = &paper_item_record, .help = "Booklets and posters." },
};

static const struct door_record paper_page_record = VIEW(struct paper_page, paper_page_fields);

static struct door_list
paper_files(const struct door_visit *visit, const struct door_publication *publication)
{
    struct door_arena *arena = &visit->worker->scratch;
    struct paper_file *files = door_arena_array(arena, visit->languages->count, sizeof *files);
    size_t i, count = 0;

    for (i = 0; i < visit->languages->count; i++) {
        const struct door_language *language = &visit->languages->items[i];

        if (door_publication_has_language(publication, language->code))
            files[count++] = (struct paper_file){ language->own_name, language->code,
                    language->right_to_left ? "rtl" : "ltr",
                    door_arena_format(arena, "/print/%s.%s.pdf", publication->entry.id, language->code) };
    }
    return (struct door_list){ files, count };
}

static const void *
build_paper(const struct door_visit *visit, const char *path, const struct door_entry *entry)
{
    const struct door_list *all = &visit->offer->prints;
    const struct door_publication *const *publications = all->items;
    struct paper_page *view = door_view_new(visit, sizeof *view);
    struct paper_item *items = door_arena_array(&visit->worker->scratch, all->count, sizeof *items);
    size_t i, count = 0;

    (void)entry;
    view->page = door_frame_build(visit, path, NULL, door_visit_phrase(visit, DOOR_PHRASE_ON_PAPER), NULL);
    for (i = 0; i < all->count; i++)
        if (door_paper_is_made(publications[i]))
            items[count++] = (struct paper_item){ publications[i], paper_files(visit, publications[i]) };
    view->items = (struct door_list){ items, count };
    return view;
}

const struct door_page_kind door_paper_page = {
    .template = "pages/paper.html", .path = "print/", .view = &paper_page_record, .build = build_paper,
};
