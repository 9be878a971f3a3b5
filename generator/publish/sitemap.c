#include "publish/sitemap.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/notice.h"
#include "model/offer.h"
#include "model/sensitive.h"
#include "publish/guard.h"
#include "publish/output.h"
#include "publish/site.h"
#include "theme/escape.h"
#include "views/frame.h"
#include "views/pages.h"

/* Addresses but for the offer's url need no escape: paths are made of ids. */
static void
write_address(struct door_buf *out, const char *root, const char *path)
{
    door_html_attribute(out, root);
    door_buf_text(out, path);
}

static void
write_page(struct door_buf *out, const struct door_languages *languages, const char *const *roots, const char *path)
{
    size_t i, j;

    for (i = 0; i < languages->count; i++) {
        door_buf_text(out, "<url><loc>");
        write_address(out, roots[i], path);
        door_buf_text(out, "</loc>");
        for (j = 0; j < languages->count; j++) {
            door_buf_format(out, "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"", languages->items[j].code);
            write_address(out, roots[j], path);
            door_buf_text(out, "\"/>");
        }
        door_buf_text(out, "</url>\n");
    }
}

/*
 * Search engines are not told of drafts, sensitive entries, notices of other days and addresses that lead on, nor of
 * files that are no pages of their own.
 */
static bool
is_told(const struct door_page_at *page, struct door_date today)
{
    const struct door_entry *entry = page->entry;

    if (!entry)
        return !door_page_kinds[page->kind]->is_file;
    if (entry->record == &door_notice_record && !door_notice_is_shown((const struct door_notice *)entry, today))
        return false;
    return !entry->draft && !entry->now && !door_sensitive_is(entry);
}

static void
write_pages(struct door_buf *out, const struct door_site *site, const struct door_list *pages,
        struct door_arena *scratch)
{
    const struct door_page_at *all = pages->items;
    const char **roots = door_arena_array(scratch, site->languages->count, sizeof *roots);
    size_t i;

    for (i = 0; i < site->languages->count; i++)
        roots[i] = door_frame_root(scratch, site->offer, &site->languages->items[i]);
    for (i = 0; i < pages->count; i++)
        if (is_told(&all[i], site->today))
            write_page(out, site->languages, roots, all[i].path);
}

void
door_sitemap_publish(const struct door_site *site, const struct door_list *pages, struct door_worker *worker,
        struct door_output *output)
{
    struct door_buf *out = &worker->page;

    door_buf_clear(out);
    door_buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    write_pages(out, site, pages, &worker->scratch);
    door_buf_text(out, "</urlset>\n");
    door_guard_look(site->guard, "sitemap.xml", out->data, out->size);
    door_output_file(output, "sitemap.xml", out->data, out->size);

    door_buf_clear(out);
    door_buf_format(out, "User-agent: *\nAllow: /\nSitemap: %ssitemap.xml\n",
            door_frame_root(&worker->scratch, site->offer, &site->languages->items[0]));
    door_guard_look(site->guard, "robots.txt", out->data, out->size);
    door_output_file(output, "robots.txt", out->data, out->size);
    door_arena_empty(&worker->scratch);
}
