/*
 * feed - feed.atom (RFC 4287), one a language: notices, and changes that editors wrote down.
 */
#ifndef DOOR_PUBLISH_FEED_H
#define DOOR_PUBLISH_FEED_H

struct door_output;
struct door_site;
struct door_worker;

void door_feeds_publish(const struct door_site *site, struct door_worker *worker, struct door_output *output);

#endif
