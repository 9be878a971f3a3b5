#include "publish/server.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/offer.h"
#include "publish/guard.h"
#include "publish/output.h"
#include "views/policy.h"

static const struct door_server servers[] = {
    { "nginx", NULL, 0, door_server_write_nginx },
    { "apache", ".htaccess", DOOR_SERVER_APACHE, door_server_write_apache },
    { "caddy", NULL, 0, door_server_write_caddy },
    { "iis", "web.config", DOOR_SERVER_IIS, door_server_write_iis },
};

/* All that a build makes, and what councils put into content/files/. Servers differ in which of them they know. */
static const struct door_served_type types[] = {
    { "html", "text/html" },
    { "css", "text/css" },
    { "js", "text/javascript" },
    { "json", "application/json" },
    { "webmanifest", "application/manifest+json" },
    { "xml", "application/xml" },
    { "atom", "application/atom+xml" },
    { "ics", "text/calendar" },
    { "csv", "text/csv" },
    { "txt", "text/plain" },
    { "brf", "text/plain" },
    { "svg", "image/svg+xml" },
    { "png", "image/png" },
    { "jpg", "image/jpeg" },
    { "jpeg", "image/jpeg" },
    { "webp", "image/webp" },
    { "ico", "image/x-icon" },
    { "woff2", "font/woff2" },
    { "pdf", "application/pdf" },
    { "zip", "application/zip" },
};

const struct door_served_type *
door_served_type(size_t i)
{
    return i < DOOR_COUNT(types) ? &types[i] : NULL;
}

bool
door_served_type_is_text(const struct door_served_type *type)
{
    return door_text_starts(type->type, "text/") || door_text_ends(type->type, "json")
            || door_text_ends(type->type, "xml");
}

const struct door_server *
door_server(size_t i)
{
    return i < DOOR_COUNT(servers) ? &servers[i] : NULL;
}

/*
 * The pages' meta elements say the policy and the referrer too, for hosts whose headers nobody can set; the header
 * covers what is no page, and alone can say who may show a page in theirs.
 */
bool
door_server_header(const struct door_serving *serving, size_t i, struct door_header *header)
{
    const struct door_header headers[] = {
        { "Content-Security-Policy", serving->policy },
        { "X-Content-Type-Options", "nosniff" },
        { "Referrer-Policy", "no-referrer" },
        { "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), "
          "browsing-topics=()" },
        { "Cross-Origin-Opener-Policy", "same-origin" },
        { "Strict-Transport-Security", "max-age=31536000" },
    };

    if (i >= DOOR_COUNT(headers))
        return false;
    *header = headers[i];
    return true;
}

void
door_server_write(struct door_buf *out, struct door_arena *arena, const struct door_server *server,
        const struct door_offer *offer, const char *root)
{
    const char *host = strstr(offer->url, "://") + 3;
    size_t size = strcspn(host, "/");
    struct door_serving serving = {
        .offer = offer, .host = door_arena_copy(arena, host, size), .root = root,
        .path = host[size] ? door_arena_join(arena, host + size, door_text_ends(host, "/") ? "" : "/") : "/",
        .policy = door_policy_of_site(arena, offer),
    };

    server->write(out, &serving);
}

static bool
is_served_by(const struct door_offer *offer, int known)
{
    size_t i;

    for (i = 0; i < offer->servers.count; i++)
        if (((const int *)offer->servers.items)[i] == known)
            return true;
    return false;
}

void
door_servers_publish(struct door_arena *arena, const struct door_offer *offer, struct door_guard *guard,
        struct door_output *output)
{
    struct door_buf out = { 0 };
    size_t i;

    for (i = 0; i < DOOR_COUNT(servers); i++) {
        if (!servers[i].file || !is_served_by(offer, servers[i].known))
            continue;
        door_buf_clear(&out);
        door_server_write(&out, arena, &servers[i], offer, NULL);
        door_guard_look(guard, servers[i].file, out.data, out.size);
        door_output_file(output, servers[i].file, out.data, out.size);
    }
    door_buf_release(&out);
}
