/* Caddy 2.6: a Caddyfile. */
#include <string.h>

#include "base/buf.h"
#include "publish/server.h"

static void
quote(struct door_buf *out, const char *text)
{
    door_buf_char(out, '"');
    for (; *text; text++) {
        if (*text == '"')
            door_buf_char(out, '\\');
        door_buf_char(out, *text);
    }
    door_buf_char(out, '"');
}

/* Errors are answered apart and lose what was set before, so both ways read the same lines. */
static void
write_headers(struct door_buf *out, const struct door_serving *serving)
{
    struct door_header header;
    size_t i;

    door_buf_text(out, "(frontdoor_headers) {\n\theader {\n");
    for (i = 0; door_server_header(serving, i, &header); i++) {
        door_buf_format(out, "\t\t%s ", header.name);
        quote(out, header.value);
        door_buf_char(out, '\n');
    }
    door_buf_format(out, "\t\tCache-Control \"%s\"\n\t}\n}\n\n", DOOR_CACHE_PAGE);
}

/* Which types Caddy knows depends on the machine, so all are told. */
static void
write_types(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    for (i = 0; (type = door_served_type(i)); i++)
        door_buf_format(out, "\t\t@%s path *.%s\n\t\theader @%s Content-Type \"%s%s\"\n", type->ending, type->ending,
                type->ending, type->type, door_served_type_is_text(type) ? "; charset=utf-8" : "");
    door_buf_text(out, "\t\t@folder path */\n\t\theader @folder Content-Type \"text/html; charset=utf-8\"\n");
}

static void
write_compression(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    door_buf_text(out, "\tencode zstd gzip {\n\t\tmatch {\n");
    for (i = 0; (type = door_served_type(i)); i++)
        if (door_served_type_is_text(type) && (i == 0 || strcmp(door_served_type(i - 1)->type, type->type) != 0))
            door_buf_format(out, "\t\t\theader Content-Type %s*\n", type->type);
    door_buf_text(out, "\t\t}\n\t}\n");
}

/* Within "route" the lines hold in this order; elsewhere Caddy has an order of its own. */
static void
write_route(struct door_buf *out)
{
    door_buf_format(out, "\n\troute {\n\t\timport frontdoor_headers\n"
            "\t\t# Files whose names carry a hash of their bytes are kept for ever.\n"
            "\t\t@hashed path_regexp ^/assets/%s\n\t\theader @hashed Cache-Control \"%s\"\n", DOOR_HASHED_NAME,
            DOOR_CACHE_ASSET);
    door_buf_text(out, "\t\t# Open data may be read by other sites' programs.\n"
            "\t\t@data path /openreferral/* /calendar/* /feed.atom /*/feed.atom\n"
            "\t\theader @data Access-Control-Allow-Origin *\n");
    write_types(out);
    door_buf_text(out, "\t\t# Settings of other servers, and whatever begins with a dot but for .well-known.\n"
            "\t\t@hidden {\n\t\t\tpath_regexp /(\\.|web\\.config$)\n\t\t\tnot path /.well-known/*\n\t\t}\n"
            "\t\terror @hidden 404\n\t\tfile_server {\n\t\t\tindex index.html\n\t\t}\n\t}\n");
}

static void
write_errors(struct door_buf *out)
{
    door_buf_text(out, "\n\thandle_errors {\n\t\trewrite * /404.html\n\t\timport frontdoor_headers\n"
            "\t\theader {\n\t\t\tContent-Type \"text/html; charset=utf-8\"\n\t\t\t-Access-Control-Allow-Origin\n"
            "\t\t}\n\t\tfile_server\n\t}\n");
}

void
door_server_write_caddy(struct door_buf *out, const struct door_serving *serving)
{
    door_buf_text(out, "# A Caddyfile, written by `frontdoor hosting caddy`. Write it again when \"url\" or \"allow\" "
            "in offer.yaml\n# change. Caddy fetches the certificate for this name by itself.\n\n");
    write_headers(out, serving);
    door_buf_format(out, "%s {\n", serving->host);
    if (serving->path[1])
        door_buf_format(out, "\turi strip_prefix %.*s\n", (int)strlen(serving->path) - 1, serving->path);
    door_buf_text(out, "\troot * ");
    quote(out, serving->root);
    door_buf_text(out, "\n\theader -Server\n");
    write_compression(out);
    write_route(out);
    write_errors(out);
    door_buf_text(out, "}\n");
}
