/*
 * server - the settings that a web server needs to serve the site well: types of files, the page for addresses that are
 * not there, how long browsers may keep what, the headers that keep readers safe, compression.
 *
 * Two servers read theirs from the site's own folder (.htaccess, web.config): a build puts it there where the offer's
 * `server` asks for it, and never otherwise, since elsewhere it would be a file that everybody can read and no one
 * needs. The settings of the others lie outside of the site; `frontdoor hosting NAME` writes them.
 *
 * Owns:   nothing.
 * Called: by commands/hosting.c, and by publish/site.c for the files within the site.
 * Never:  redirects: the site's addresses are folders, which all servers know.
 */
#ifndef DOOR_PUBLISH_SERVER_H
#define DOOR_PUBLISH_SERVER_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_buf;
struct door_guard;
struct door_offer;
struct door_output;

/* What the settings are written for. */
struct door_serving {
    const struct door_offer *offer;
    const char *host;               /* of `url`: "families.council.gov.uk" */
    const char *path;               /* of `url`: "/" or "/families/" */
    const char *root;               /* the folder of the finished site, or NULL where the settings lie in it */
    const char *policy;             /* Content-Security-Policy */
};

struct door_server {
    const char *name;               /* "nginx" */
    const char *file;               /* in the site's folder, or NULL: it lies elsewhere */
    int known;                      /* of one with a file: enum door_server_known */
    void (*write)(struct door_buf *out, const struct door_serving *serving);
};

/* The i-th server that is known, NULL behind the last. */
const struct door_server *door_server(size_t i);

/* The settings for one server; root: the folder of the finished site. */
void door_server_write(struct door_buf *out, struct door_arena *arena, const struct door_server *server,
        const struct door_offer *offer, const char *root);

/* Hand over the files that the offer's servers read from the site's folder. */
void door_servers_publish(struct door_arena *arena, const struct door_offer *offer, struct door_guard *guard,
        struct door_output *output);

/* --- what the files of servers share --- */

struct door_served_type {
    const char *ending, *type;      /* "ics", "text/calendar" */
};

/* The i-th type of file that a site may hold; NULL behind the last. Those of text are UTF-8. */
const struct door_served_type *door_served_type(size_t i);
bool door_served_type_is_text(const struct door_served_type *type);

struct door_header {
    const char *name, *value;
};

/* The i-th header that goes with every file, but for caching; false behind the last. */
bool door_server_header(const struct door_serving *serving, size_t i, struct door_header *header);

#define DOOR_CACHE_PAGE "max-age=300"       /* seconds: a notice is seen by all within five minutes */
#define DOOR_CACHE_ASSET "public, max-age=31536000, immutable"      /* its name changes with its bytes */
/* The names of assets that carry a hash (publish/site.c), as a regular expression behind "assets/". */
#define DOOR_HASHED_NAME "[^/]+\\.[0-9a-hjkmnp-tv-z]{8}\\.[0-9a-z]+$"

void door_server_write_apache(struct door_buf *out, const struct door_serving *serving);
void door_server_write_caddy(struct door_buf *out, const struct door_serving *serving);
void door_server_write_iis(struct door_buf *out, const struct door_serving *serving);
void door_server_write_nginx(struct door_buf *out, const struct door_serving *serving);

#endif
