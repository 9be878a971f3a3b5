/*
 * sitemap - sitemap.xml (sitemaps.org 0.9, each address with its translations) and robots.txt.
 */
#ifndef DOOR_PUBLISH_SITEMAP_H
#define DOOR_PUBLISH_SITEMAP_H

struct door_list;
struct door_output;
struct door_site;
struct door_worker;

/* pages: a list of struct door_page_at. */
void door_sitemap_publish(const struct door_site *site, const struct door_list *pages, struct door_worker *worker,
        struct door_output *output);

#endif
