#include "publish/search.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/json.h"
#include "language/language.h"
#include "model/offer.h"
#include "model/page.h"
#include "model/question.h"
#include "model/recurrence.h"
#include "model/schema.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"
#include "publish/site.h"
#include "views/order.h"

struct writing {
    struct door_buf *out;
    const struct door_site *site;
    const struct door_language *language;
    bool begun;
};

static const struct door_said *
piece(const struct writing *writing, uint32_t number)
{
    return door_language_piece(writing->language, number);
}

/* The code of a language that is not the page's; "" for the page's own. */
static const char *
foreign(const struct writing *writing, int language)
{
    return language == writing->language->index ? "" : writing->site->languages->items[language].code;
}

static void
begin(struct writing *writing, const char *name, const struct door_entry *entry, const char *where)
{
    door_buf_text(writing->out, writing->begun ? ",\n[" : "\n[");
    writing->begun = true;
    door_json_text(writing->out, name);
    door_buf_char(writing->out, ',');
    door_buf_format(writing->out, "\"%s%s\",", entry->path, writing->site->from_disk ? "index.html" : "");
    door_json_text(writing->out, where);
}

/* The words that lead here, and the languages of name and where: as few of the three as have something to say. */
static void
end(struct writing *writing, const char *words, const char *name_language, const char *where_language)
{
    const char *const parts[] = { words, name_language, where_language };
    size_t count = DOOR_COUNT(parts), i;

    while (count && !*parts[count - 1])
        count--;
    for (i = 0; i < count; i++) {
        door_buf_char(writing->out, ',');
        door_json_text(writing->out, parts[i]);
    }
    door_buf_char(writing->out, ']');
}

static void
add_words(struct door_buf *words, const struct door_service *service)
{
    size_t i;

    for (i = 0; i < service->words.count; i++)
        door_buf_format(words, "%s%s", i ? " " : "", ((const char *const *)service->words.items)[i]);
}

static void
write_service(struct writing *writing, const struct door_service *service)
{
    const struct door_said *name = piece(writing, service->name);
    const struct door_topic *topic = ((const struct door_topic *const *)service->topics.items)[0];
    const struct door_said *where = piece(writing, topic->name);
    struct door_buf words = { 0 };

    if (service->sensitive || door_status_on(service->status, writing->site->today) == DOOR_SERVICE_ENDED)
        return;
    add_words(&words, service);
    if (name->language)     /* what a neighbour or a health visitor calls it */
        door_buf_format(&words, " %s", door_language_piece(&writing->site->languages->items[0], service->name)->text);
    begin(writing, name->text, &service->entry, where->text);
    end(writing, door_buf_string(&words), foreign(writing, name->language), foreign(writing, where->language));
    door_buf_release(&words);
}

/* Places and towns keep the names they have, which are written in the language of the content. */
static void
write_venue(struct writing *writing, const struct door_venue *venue)
{
    const char *town = venue->address && venue->address->town ? venue->address->town : "";

    if (venue->hide_address || !venue->entry.path
            || door_status_on(venue->status, writing->site->today) == DOOR_SERVICE_ENDED)
        return;
    begin(writing, venue->name, &venue->entry, town);
    end(writing, "", foreign(writing, 0), *town ? foreign(writing, 0) : "");
}

/* Found by its name, and by these words. */
static void
write_named(struct writing *writing, const struct door_entry *entry, uint32_t number, const struct door_buf *words)
{
    const struct door_said *name = piece(writing, number);

    begin(writing, name->text, entry, "");
    end(writing, words ? door_buf_string(words) : "", foreign(writing, name->language), "");
}

/* A sensitive service is not named: what people type for it leads to its topic. */
static void
write_topic(struct writing *writing, const struct door_topic *topic)
{
    const struct door_service *const *services = writing->site->offer->services.items;
    struct door_buf words = { 0 };
    size_t i;

    for (i = 0; i < writing->site->offer->services.count; i++)
        if (services[i]->sensitive && ((const struct door_topic *const *)services[i]->topics.items)[0] == topic) {
            door_buf_text(&words, words.size ? " " : "");
            add_words(&words, services[i]);
        }
    write_named(writing, &topic->entry, topic->name, &words);
    door_buf_release(&words);
}

/* A question is found by what a parent can answer. */
static void
write_question(struct writing *writing, const struct door_question *question)
{
    const struct door_answer *answers = question->answers.items;
    struct door_buf words = { 0 };
    size_t i;

    for (i = 0; i < question->answers.count; i++)
        door_buf_format(&words, "%s%s", i ? " " : "", piece(writing, answers[i].say)->text);
    write_named(writing, &question->entry, question->ask, &words);
    door_buf_release(&words);
}

void
door_search_write(struct door_buf *out, const struct door_site *site, const struct door_language *language)
{
    const struct door_offer *offer = site->offer;
    const struct door_order *order = &site->orders[language->index];
    struct writing writing = { out, site, language, false };
    size_t i;

    door_buf_text(out, "doorSearch=[");
    for (i = 0; i < offer->topics.count; i++)
        write_topic(&writing, ((const struct door_topic *const *)offer->topics.items)[i]);
    for (i = 0; i < offer->questions.count; i++)
        write_question(&writing, ((const struct door_question *const *)offer->questions.items)[i]);
    for (i = 0; i < offer->services.count; i++)
        write_service(&writing, order->services[i]);
    for (i = 0; i < offer->places.count; i++)
        write_venue(&writing, ((const struct door_venue *const *)offer->places.items)[i]);
    for (i = 0; i < offer->pages.count; i++) {
        const struct door_page *page = ((const struct door_page *const *)offer->pages.items)[i];

        write_named(&writing, &page->entry, page->name, NULL);
    }
    door_buf_text(out, "\n];\n");
}
