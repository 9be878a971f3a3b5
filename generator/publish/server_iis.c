/*
 * IIS 10: web.config in the site's folder. It keeps to the sections that a site may set as IIS is installed; one that
 * is locked (httpCompression, say) would make every request an error. A type is removed before it is added, since IIS
 * refuses one that is there twice.
 */
#include "base/buf.h"
#include "publish/server.h"
#include "theme/escape.h"

static void
write_types(struct door_buf *out)
{
    const struct door_served_type *type;
    size_t i;

    door_buf_text(out, "    <staticContent>\n");
    for (i = 0; (type = door_served_type(i)); i++)
        door_buf_format(out, "      <remove fileExtension=\".%s\"/>\n"
                "      <mimeMap fileExtension=\".%s\" mimeType=\"%s%s\"/>\n", type->ending, type->ending, type->type,
                door_served_type_is_text(type) ? "; charset=utf-8" : "");
    door_buf_text(out, "      <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"00:05:00\"/>\n"
            "    </staticContent>\n");
}

static void
write_headers(struct door_buf *out, const struct door_serving *serving)
{
    struct door_header header;
    size_t i;

    door_buf_text(out, "    <httpProtocol>\n      <customHeaders>\n        <remove name=\"X-Powered-By\"/>\n");
    for (i = 0; door_server_header(serving, i, &header); i++) {
        door_buf_format(out, "        <remove name=\"%s\"/>\n        <add name=\"%s\" value=\"", header.name,
                header.name);
        door_html_attribute(out, header.value);
        door_buf_text(out, "\"/>\n");
    }
    door_buf_text(out, "      </customHeaders>\n    </httpProtocol>\n");
}

/* A page in File mode keeps the status; its path is relative to the site, so that it may lie anywhere. */
static void
write_errors(struct door_buf *out)
{
    door_buf_text(out, "    <httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n"
            "      <remove statusCode=\"403\"/>\n"
            "      <error statusCode=\"403\" path=\"404.html\" responseMode=\"File\"/>\n"
            "      <remove statusCode=\"404\"/>\n"
            "      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\"/>\n    </httpErrors>\n");
}

/* How long browsers may keep what lies at a path. */
static void
write_cache(struct door_buf *out, const char *path, const char *mode)
{
    door_buf_format(out, "  <location path=\"%s\">\n    <system.webServer>\n      <staticContent>\n"
            "        <clientCache %s/>\n      </staticContent>\n    </system.webServer>\n  </location>\n", path, mode);
}

/* Open data may be read by other sites' programs. */
static void
write_readers(struct door_buf *out, const char *path)
{
    door_buf_format(out, "  <location path=\"%s\">\n    <system.webServer>\n      <httpProtocol>\n"
            "        <customHeaders>\n          <add name=\"Access-Control-Allow-Origin\" value=\"*\"/>\n"
            "        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n", path);
}

void
door_server_write_iis(struct door_buf *out, const struct door_serving *serving)
{
    door_buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<!-- For IIS, as web.config in the site's folder: \"server: iis\" in offer.yaml puts it there. -->\n"
            "<configuration>\n  <system.webServer>\n    <directoryBrowse enabled=\"false\"/>\n    <defaultDocument>\n"
            "      <files>\n        <clear/>\n        <add value=\"index.html\"/>\n      </files>\n"
            "    </defaultDocument>\n");
    write_types(out);
    write_errors(out);
    write_headers(out, serving);
    door_buf_text(out, "    <urlCompression doStaticCompression=\"true\"/>\n  </system.webServer>\n");
    write_cache(out, "assets", "cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" "
            "cacheControlCustom=\"public, immutable\"");
    write_cache(out, "assets/build.json", "cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"00:05:00\" "
            "cacheControlCustom=\"\"");
    write_readers(out, "openreferral");
    write_readers(out, "calendar");
    door_buf_text(out, "</configuration>\n");
}
