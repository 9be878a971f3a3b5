/* nginx 1.22: a file for /etc/nginx/conf.d/, within its http block. */
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "publish/server.h"

/* Two texts between double quotes. A "$" in them would be a variable, and nginx has no way to write one. */
static void
quote(struct door_buf *out, const char *text, const char *end)
{
    door_buf_char(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            door_buf_char(out, '\\');
        door_buf_char(out, *text);
    }
    door_buf_format(out, "%s\"", end);
}

static void
write_maps(struct door_buf *out, const struct door_serving *serving)
{
    door_buf_format(out, "# Files whose names carry a hash of their bytes are kept for ever, all others for a moment.\n"
            "map $uri $frontdoor_cache {\n    default \"%s\";\n    \"~^%sassets/%s\" \"%s\";\n}\n\n",
            DOOR_CACHE_PAGE, serving->path, DOOR_HASHED_NAME, DOOR_CACHE_ASSET);
    door_buf_format(out, "# Open data may be read by other sites' programs.\n"
            "map $uri $frontdoor_readers {\n    default \"\";\n    \"~^%s(openreferral|calendar)/\" \"*\";\n"
            "    \"~/feed\\.atom$\" \"*\";\n}\n\n", serving->path);
}

/* Each once. text/html is always among them, and naming it would be a warning. */
static void
write_text_types(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    for (i = 0; (type = door_served_type(i)); i++)
        if (door_served_type_is_text(type) && strcmp(type->type, "text/html") != 0
                && (i == 0 || strcmp(door_served_type(i - 1)->type, type->type) != 0))
            door_buf_format(out, " %s", type->type);
}

static void
write_types(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    door_buf_text(out, "    types {\n");
    for (i = 0; (type = door_served_type(i)); i++)
        door_buf_format(out, "        %s %s;\n", type->type, type->ending);
    door_buf_text(out, "    }\n    default_type application/octet-stream;\n    charset utf-8;\n    charset_types");
    write_text_types(out);
    door_buf_text(out, ";\n\n    gzip on;\n    gzip_vary on;\n    gzip_comp_level 6;\n    gzip_min_length 512;\n"
            "    gzip_proxied any;\n    gzip_types");
    write_text_types(out);
    door_buf_text(out, ";\n\n");
}

/* A location with an add_header of its own would lose all of these, so none has one. */
static void
write_headers(struct door_buf *out, const struct door_serving *serving)
{
    struct door_header header;
    size_t i;

    for (i = 0; door_server_header(serving, i, &header); i++) {
        door_buf_format(out, "    add_header %s ", header.name);
        quote(out, header.value, "");
        door_buf_text(out, " always;\n");
    }
    door_buf_text(out, "    add_header Cache-Control $frontdoor_cache always;\n"
            "    add_header Access-Control-Allow-Origin $frontdoor_readers always;\n\n");
}

void
door_server_write_nginx(struct door_buf *out, const struct door_serving *serving)
{
    bool at_root = !serving->path[1];

    door_buf_text(out, "# For /etc/nginx/conf.d/, written by `frontdoor hosting nginx`. Write it again when \"url\" or "
            "\"allow\"\n# in offer.yaml change. Certificates are not its business: add them to the server below.\n\n");
    write_maps(out, serving);
    door_buf_format(out, "server {\n    listen 80;\n    listen [::]:80;\n    server_name %s;\n", serving->host);
    door_buf_text(out, "    server_tokens off;\n    absolute_redirect off;\n    autoindex off;\n\n");
    write_types(out);
    write_headers(out, serving);
    door_buf_format(out, "    error_page 403 404 %s404.html;\n\n    location %s {\n        %s ", serving->path,
            serving->path, at_root ? "root" : "alias");
    quote(out, serving->root, at_root ? "" : "/");
    door_buf_text(out, ";\n        index index.html;\n    }\n\n"
            "    # Settings of other servers, and whatever begins with a dot but for .well-known.\n"
            "    location ~ /(\\.(?!well-known/)|web\\.config$) {\n        return 404;\n    }\n}\n");
}
