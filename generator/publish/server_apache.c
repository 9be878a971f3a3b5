/*
 * Apache httpd 2.4: .htaccess in the site's folder. It keeps to what AllowOverride FileInfo Indexes permits: one line
 * more, and a host that permits no more would answer every request with an error. So "Options -Indexes" is not there:
 * a folder without a page shows 404.html in place of a list of its files.
 */
#include "base/buf.h"
#include "model/offer.h"
#include "publish/server.h"

/* A header's value holds no double quote. */
static void
write_headers(struct door_buf *out, const struct door_serving *serving)
{
    struct door_header header;
    size_t i;

    door_buf_format(out,
            "\n# Files whose names carry a hash of their bytes are kept for ever, all others for a moment.\n"
            "SetEnvIf Request_URI \"/assets/%s\" frontdoor_hashed\n"
            "SetEnvIf Request_URI \"/(openreferral|calendar)/|/feed\\.atom$\" frontdoor_data\n"
            "<IfModule mod_headers.c>\n", DOOR_HASHED_NAME);
    for (i = 0; door_server_header(serving, i, &header); i++)
        door_buf_format(out, "    Header always set %s \"%s\"\n", header.name, header.value);
    door_buf_format(out, "    Header always set Cache-Control \"%s\"\n"
            "    Header always set Cache-Control \"%s\" env=frontdoor_hashed\n"
            "    Header always set Access-Control-Allow-Origin \"*\" env=frontdoor_data\n"
            "</IfModule>\n", DOOR_CACHE_PAGE, DOOR_CACHE_ASSET);
}

static void
write_types(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    door_buf_char(out, '\n');
    for (i = 0; (type = door_served_type(i)); i++)
        door_buf_format(out, "AddType %s .%s\n", type->type, type->ending);
    door_buf_text(out, "AddCharset utf-8");
    for (i = 0; (type = door_served_type(i)); i++)
        if (door_served_type_is_text(type))
            door_buf_format(out, " .%s", type->ending);
    door_buf_char(out, '\n');
}

/*
 * Apache looks at every part of a name between dots: where .pl is Perl, the Polish booklet would be run as a program;
 * and a file in another language than the browser asks for may be refused or renamed.
 */
static void
write_languages(struct door_buf *out, const struct door_serving *serving)
{
    const struct door_list *languages = &serving->offer->languages;
    size_t i;

    door_buf_text(out, "\n# In names such as booklet.pl.pdf the language is no kind of file.\n"
            "RemoveHandler .pl .py .cgi");
    for (i = 0; i < languages->count; i++)
        door_buf_format(out, " .%s", ((const char *const *)languages->items)[i]);
    door_buf_char(out, '\n');
}

static void
write_compression(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    door_buf_text(out, "\n<IfModule mod_deflate.c>\n    <IfModule mod_filter.c>\n"
            "        AddOutputFilterByType DEFLATE");
    for (i = 0; (type = door_served_type(i)); i++)
        if (door_served_type_is_text(type))
            door_buf_format(out, " %s", type->type);
    door_buf_text(out, "\n    </IfModule>\n</IfModule>\n");
}

void
door_server_write_apache(struct door_buf *out, const struct door_serving *serving)
{
    door_buf_format(out,
            "# For Apache, as .htaccess in the site's folder: \"server: apache\" in offer.yaml puts it there.\n"
            "# It wants AllowOverride FileInfo Indexes.\n\n"
            "DirectoryIndex index.html %s404.html\nErrorDocument 403 %s404.html\nErrorDocument 404 %s404.html\n",
            serving->path, serving->path, serving->path);
    write_types(out);
    write_languages(out, serving);
    write_headers(out, serving);
    write_compression(out);
    door_buf_text(out, "\n# The settings of another server.\nRedirectMatch 404 /web\\.config$\n");
}
