#include "publish/feed.h"

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "publish/guard.h"
#include "publish/output.h"
#include "publish/site.h"
#include "theme/escape.h"
#include "views/frame.h"
#include "views/news.h"
#include "views/visit.h"

/* Text in an element; where it is in another language than the feed, it says so. */
static void
write_said(struct door_buf *out, const struct door_visit *visit, const char *element, const struct door_said *said)
{
    door_buf_format(out, "<%s type=\"text\"", element);
    if (said->language != visit->language->index)
        door_buf_format(out, " xml:lang=\"%s\"", visit->languages->items[said->language].code);
    door_buf_char(out, '>');
    door_html_text(out, said->text);
    door_buf_format(out, "</%s>\n", element);
}

/* A day has no hour; RFC 3339 wants one. */
static void
write_date(struct door_buf *out, struct door_date date)
{
    door_buf_format(out, "<updated>%04d-%02d-%02dT00:00:00Z</updated>\n", date.year, date.month, date.day);
}

/* A second change of the same entry is another piece of news, so its id holds the day. */
static void
write_news(struct door_buf *out, const struct door_visit *visit, const char *root, const struct door_news *news)
{
    door_buf_text(out, "<entry>\n<id>");
    door_html_text(out, root);
    door_buf_text(out, news->path);
    if (news->changed)
        door_buf_format(out, "#changed-%04d-%02d-%02d", news->date.year, news->date.month, news->date.day);
    door_buf_text(out, "</id>\n");
    write_said(out, visit, "title", news->title);
    write_date(out, news->date);
    door_buf_text(out, "<link rel=\"alternate\" type=\"text/html\" href=\"");
    door_html_attribute(out, root);
    door_buf_format(out, "%s\"/>\n", news->path);
    write_said(out, visit, "summary", news->text);
    door_buf_text(out, "</entry>\n");
}

static void
write_feed(struct door_buf *out, const struct door_visit *visit)
{
    const char *root = door_frame_root(&visit->worker->scratch, visit->offer, visit->language);
    struct door_list news = door_news_build(visit);
    size_t i;

    door_buf_format(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n<id>", visit->language->code);
    door_html_text(out, root);
    door_buf_text(out, "</id>\n");
    write_said(out, visit, "title", door_visit_piece(visit, visit->offer->name));
    write_date(out, door_news_date(visit, &news));
    door_buf_text(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"");
    door_html_attribute(out, root);
    door_buf_text(out, "feed.atom\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"");
    door_html_attribute(out, root);
    door_buf_text(out, "\"/>\n<author><name>");
    door_html_text(out, visit->offer->publisher->name);
    door_buf_text(out, "</name></author>\n");
    for (i = 0; i < news.count; i++)
        write_news(out, visit, root, &((const struct door_news *)news.items)[i]);
    door_buf_text(out, "</feed>\n");
}

void
door_feeds_publish(const struct door_site *site, struct door_worker *worker, struct door_output *output)
{
    size_t i;

    for (i = 0; i < site->languages->count; i++) {
        const struct door_language *language = &site->languages->items[i];
        const struct door_visit visit = { .offer = site->offer, .mentions = &site->mentions,
                .languages = site->languages, .language = language, .worker = worker, .today = site->today };
        const char *name = door_arena_join(&worker->scratch, language->path, "feed.atom");

        door_buf_clear(&worker->page);
        write_feed(&worker->page, &visit);
        door_guard_look(site->guard, name, worker->page.data, worker->page.size);
        door_output_file(output, name, worker->page.data, worker->page.size);
        door_arena_empty(&worker->scratch);
    }
}
