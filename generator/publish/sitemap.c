#include "publish/sitemap.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/service.h"
#include "publish/output.h"
#include "publish/site.h"
#include "theme/escape.h"
#include "views/pages.h"

/* An absolute address: the offer's url, the language's folder, the page's path; all but the url need no escape. */
static void
write_address(struct door_buf *out, const char *url, const char *language_path, const char *path)
{
    size_t size = strlen(url);

    door_html_attribute(out, url);
    if (!size || url[size - 1] != '/')
        door_buf_char(out, '/');
    door_buf_text(out, language_path);
    door_buf_text(out, path);
}

static void
write_page(struct door_buf *out, const struct door_site *site, const char *path)
{
    size_t i, j;

    for (i = 0; i < site->languages->count; i++) {
        door_buf_text(out, "<url><loc>");
        write_address(out, site->offer->url, site->languages->items[i].path, path);
        door_buf_text(out, "</loc>");
        for (j = 0; j < site->languages->count; j++) {
            door_buf_format(out, "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"",
                    site->languages->items[j].code);
            write_address(out, site->offer->url, site->languages->items[j].path, path);
            door_buf_text(out, "\"/>");
        }
        door_buf_text(out, "</url>\n");
    }
}

/* Search engines are not told of sensitive entries. */
static bool
is_told(const struct door_entry *entry)
{
    return entry->path && !(entry->record == &door_service_record && ((const struct door_service *)entry)->sensitive);
}

static void
write_pages(struct door_buf *out, const struct door_site *site)
{
    size_t kind, i;

    for (kind = 0; kind < door_page_kind_count; kind++) {
        const struct door_page_kind *row = door_page_kinds[kind];
        const struct door_list *entries = row->entries ? row->entries(site->offer) : NULL;

        if (row->path && !row->is_file)
            write_page(out, site, row->path);
        for (i = 0; entries && i < entries->count; i++) {
            const struct door_entry *entry = ((const struct door_entry *const *)entries->items)[i];

            if (is_told(entry))
                write_page(out, site, entry->path);
        }
    }
}

void
door_sitemap_publish(const struct door_site *site, struct door_worker *worker, struct door_output *output)
{
    struct door_buf *out = &worker->page;

    door_buf_clear(out);
    door_buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    write_pages(out, site);
    door_buf_text(out, "</urlset>\n");
    door_output_file(output, "sitemap.xml", out->data, out->size);

    door_buf_clear(out);
    door_buf_text(out, "User-agent: *\nAllow: /\nSitemap: ");
    write_address(out, site->offer->url, "", "sitemap.xml");
    door_buf_char(out, '\n');
    door_output_file(output, "robots.txt", out->data, out->size);
}
