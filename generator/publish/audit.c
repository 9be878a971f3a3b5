#include "publish/audit.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/map.h"
#include "base/text.h"
#include "model/allowed.h"
#include "publish/audit_page.h"

#define FOLDER "output/site/"       /* where people find the page, unless they build elsewhere */

/* One mistake, however many pages it stands on. */
struct report {
    struct door_place place;        /* the first */
    const char *id, *hint, *message;
    const char *page;               /* the last */
    size_t pages, here;             /* pages it stands on; how often on the last */
};

/* An address inside the site, where it was first met. */
struct target {
    const char *file, *fragment;    /* fragment NULL: none */
    const char *address;            /* as written */
    struct door_place place;
};

struct door_audit {
    struct door_arena *arena, scratch;
    struct door_diag *diag;
    const struct door_allowed *allow;   /* or NULL */
    const char *url;                /* without a "/" at its end */
    const char *path;               /* of the url, "/" or "/families/" */
    struct door_map files, anchors, told, addressed;
    struct report **reports;
    size_t report_count, report_capacity;
    struct target *targets;
    size_t target_count, target_capacity;
};

struct door_audit *
door_audit_begin(struct door_arena *arena, const char *url, const struct door_allowed *allow, struct door_diag *diag)
{
    struct door_audit *audit = door_arena_alloc(arena, sizeof *audit);
    size_t size = strlen(url);
    const char *host = strstr(url, "://"), *path;

    while (size && url[size - 1] == '/')
        size--;
    *audit = (struct door_audit){ .arena = arena, .diag = diag, .allow = allow,
        .url = door_arena_copy(arena, url, size) };
    path = host ? strchr(audit->url + (host + 3 - url), '/') : NULL;
    audit->path = path ? door_arena_join(arena, path, "/") : "/";
    return audit;
}

static struct report *
new_report(struct door_audit *audit, struct door_place place, const char *id, const char *hint, const char *message)
{
    struct report *report = door_arena_alloc(audit->arena, sizeof *report);

    place.file = door_arena_text(audit->arena, place.file);
    *report = (struct report){ place, id, door_arena_text(audit->arena, hint), message, "", 0, 0 };
    audit->reports = door_arena_grow(audit->arena, audit->reports, audit->report_count, &audit->report_capacity,
            sizeof *audit->reports);
    audit->reports[audit->report_count++] = report;
    return report;
}

/* The second time on one page is another mistake than the first; on the next page it is the first again. */
static void
count(struct door_audit *audit, struct door_place place, const char *id, const char *hint, const char *message,
        size_t time)
{
    const char *key = door_arena_format(&audit->scratch, "%zu %s %s", time, id, message);
    struct report *report = door_map_find(&audit->told, key);

    if (!report) {
        report = new_report(audit, place, id, hint, door_arena_text(audit->arena, message));
        door_map_put(&audit->told, audit->arena, door_arena_text(audit->arena, key), report);
    }
    if (strcmp(report->page, place.file) != 0) {
        report->page = door_arena_text(audit->arena, place.file);
        report->pages++;
        report->here = 1;
    } else if (time == 1) {
        count(audit, place, id, hint, message, ++report->here);
    }
}

void
door_audit_tell(struct door_audit *audit, struct door_place place, const char *id, const char *hint,
        const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    count(audit, place, id, hint, door_arena_format_list(&audit->scratch, format, arguments), 1);
    va_end(arguments);
}

/* --- addresses --- */

static int
hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 'a' - 'A' : c) : NULL;

    return at ? (int)(at - digits) : -1;
}

/* "%C3%A9" to its bytes. */
static char *
unescape(struct door_arena *arena, const char *text, size_t size)
{
    char *plain = door_arena_copy(arena, text, size), *to = plain;
    const char *from = plain;

    for (; *from; from++, to++) {
        int high = *from == '%' ? hex(from[1]) : -1, low = high >= 0 ? hex(from[2]) : -1;

        *to = *from;
        if (low >= 0) {
            *to = (char)(high * 16 + low);
            from += 2;
        }
    }
    *to = '\0';
    return plain;
}

/* The file that a path leads to from a page, both below the site; NULL if it leads out of the site. */
static const char *
resolve(struct door_arena *arena, const char *page, const char *path)
{
    const char *slash = strrchr(page, '/');
    struct door_buf file = { 0 };
    const char *result;
    bool inside = true;

    door_buf_add(&file, page, slash && *path != '/' ? (size_t)(slash + 1 - page) : 0);
    while (*path && inside) {
        size_t size = strcspn(path, "/");
        bool last = !path[size];

        if (size == 2 && strncmp(path, "..", 2) == 0) {
            inside = file.size > 0;
            while (file.size > 0 && (file.size--, file.size > 0 && file.data[file.size - 1] != '/'))
                continue;
        } else if (size && !(size == 1 && *path == '.')) {
            door_buf_add(&file, path, size);
            if (!last)
                door_buf_char(&file, '/');
        }
        path += size + !last;
    }
    if (file.size == 0 || file.data[file.size - 1] == '/')
        door_buf_add(&file, "index.html", strlen("index.html"));
    result = inside ? door_arena_copy(arena, file.data, file.size) : NULL;
    door_buf_release(&file);
    return result;
}

/* The scheme of an address, such as "tel:"; 0 bytes if it has none. */
static size_t
scheme_size(const char *address)
{
    size_t size = strspn(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    return size && address[size] == ':' ? size + 1 : 0;
}

static bool
is_one_of(const char *address, const char *const *schemes, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (strncmp(address, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

/* Is it an https: address of one of these hosts? */
static bool
is_allowed(const char *address, const struct door_list *hosts)
{
    size_t i, size = strlen("https://");

    for (i = 0; strncmp(address, "https://", size) == 0 && i < hosts->count; i++) {
        const char *host = ((const char *const *)hosts->items)[i];

        if (strcspn(address + size, "/?#") == strlen(host) && strncmp(address + size, host, strlen(host)) == 0)
            return true;
    }
    return false;
}

/* An address with a scheme or a host that is not ours. */
static void
check_elsewhere(struct door_audit *audit, struct door_place place, const char *address, enum door_audit_use use)
{
    static const char *const followed[] = { "https://", "http://", "tel:", "sms:", "mailto:" };

    if (audit->allow && use == DOOR_AUDIT_SCRIPT && is_allowed(address, &audit->allow->script))
        return;
    if (audit->allow && use == DOOR_AUDIT_FRAME && is_allowed(address, &audit->allow->frame))
        return;
    if (use != DOOR_AUDIT_LINK)
        door_audit_tell(audit, place, "audit-host", "Put it into the theme, or into content/files/.",
                "the page fetches \"%s\" from another host", address);
    else if (!is_one_of(address, followed, sizeof followed / sizeof *followed))
        door_audit_tell(audit, place, "audit-link", "Links are pages, https:, tel:, sms: and mailto:.",
                "\"%s\" is not an address to follow", address);
}

static void
keep_target(struct door_audit *audit, struct door_place place, const char *name, const char *address,
        const char *inside)
{
    size_t size = strcspn(inside, "?#");
    const char *fragment = strchr(inside, '#'), *path = unescape(&audit->scratch, inside, size), *file, *key;

    fragment = fragment && fragment[1] ? unescape(&audit->scratch, fragment + 1, strlen(fragment + 1)) : NULL;
    if (*path == '/') {
        bool ours = door_text_starts(path, audit->path);

        file = ours ? resolve(&audit->scratch, "", path + strlen(audit->path)) : NULL;
    } else {
        file = *path ? resolve(&audit->scratch, name, path) : name;
    }
    if (!file) {
        door_audit_tell(audit, place, "audit-link", "Addresses in the site come from the view.",
                "\"%s\" leads out of the site", address);
        return;
    }
    key = door_arena_format(&audit->scratch, "%s#%s", file, fragment ? fragment : "");
    if (door_map_find(&audit->addressed, key))
        return;
    key = door_arena_text(audit->arena, key);
    door_map_put(&audit->addressed, audit->arena, key, key);
    audit->targets = door_arena_grow(audit->arena, audit->targets, audit->target_count, &audit->target_capacity,
            sizeof *audit->targets);
    place.file = door_arena_text(audit->arena, place.file);
    audit->targets[audit->target_count++] = (struct target){ door_arena_text(audit->arena, file),
            fragment ? door_arena_text(audit->arena, fragment) : NULL, door_arena_text(audit->arena, address), place };
}

void
door_audit_address(struct door_audit *audit, struct door_place place, const char *name, const char *address,
        enum door_audit_use use)
{
    size_t size = strlen(audit->url);

    if (strncmp(address, audit->url, size) == 0 && (!address[size] || strchr("/?#", address[size])))
        keep_target(audit, place, name, address, door_arena_join(&audit->scratch, audit->path,
                address + size + (address[size] == '/')));
    else if (scheme_size(address) || strncmp(address, "//", 2) == 0)
        check_elsewhere(audit, place, address, use);
    else
        keep_target(audit, place, name, address, address);
}

static const char *
anchor_key(struct door_arena *arena, const char *name, const char *id)
{
    return door_arena_format(arena, "%s#%s", name, id);
}

bool
door_audit_has_anchor(const struct door_audit *audit, const char *name, const char *id)
{
    struct door_buf key = { 0 };
    bool found;

    door_buf_format(&key, "%s#%s", name, id);
    found = door_map_find(&audit->anchors, key.data) != NULL;
    door_buf_release(&key);
    return found;
}

bool
door_audit_anchor(struct door_audit *audit, const char *name, const char *id)
{
    const char *key;

    if (door_audit_has_anchor(audit, name, id))
        return false;
    key = anchor_key(audit->arena, name, id);
    door_map_put(&audit->anchors, audit->arena, key, key);
    return true;
}

/* --- files --- */

static void
ignore(void *context, xmlErrorPtr error)
{
    (void)context;
    if (error->code == XML_ERR_NO_MEMORY)
        door_fail("out of memory");
}

/* Addresses may lead to parts of a picture, such as the view of one code among several. */
static void
keep_ids(struct door_audit *audit, const char *name, const xmlNode *node)
{
    for (; node; node = node->next) {
        xmlChar *id = node->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(node, (const xmlChar *)"id") : NULL;

        if (id)
            door_audit_anchor(audit, name, (const char *)id);
        xmlFree(id);
        keep_ids(audit, name, node->children);
    }
}

static void
check_xml(struct door_audit *audit, const char *name, const char *bytes, size_t size)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr document;
    xmlErrorPtr error;

    if (!parser)
        door_fail("out of memory");
    parser->sax->serror = ignore;
    document = xmlCtxtReadMemory(parser, bytes, (int)size, NULL, NULL, XML_PARSE_NONET);
    error = xmlCtxtGetLastError(parser);
    if (!document || error)
        door_audit_tell(audit, (struct door_place){ name, error ? error->line : 0, error ? error->int2 : 0 },
                "audit-html", "Readers of feeds and maps of the site refuse it.", "the file is not well-formed: %.*s",
                error ? (int)strcspn(error->message, "\n") : 0, error ? error->message : "");
    keep_ids(audit, name, document ? xmlDocGetRootElement(document) : NULL);
    xmlFreeDoc(document);
    xmlFreeParserCtxt(parser);
}

/* A style sheet fetches through url() and @import. */
static void
check_style(struct door_audit *audit, const char *name, const char *bytes)
{
    static const char *const calls[] = { "url(", "@import" };
    size_t i;

    for (i = 0; i < sizeof calls / sizeof *calls; i++) {
        const char *at = bytes;

        while ((at = strcasestr(at, calls[i]))) {
            size_t size;

            at += strlen(calls[i]);
            at += strspn(at, " '\"");
            size = strcspn(at, " '\");\n");
            if (scheme_size(at) || strncmp(at, "//", 2) == 0)
                check_elsewhere(audit, (struct door_place){ name, 0, 0 },
                        door_arena_copy(&audit->scratch, at, size), DOOR_AUDIT_RESOURCE);
        }
    }
}

void
door_audit_file(struct door_audit *audit, const char *name, const char *bytes, size_t size)
{
    const char *kept = door_arena_text(audit->arena, name);

    door_map_put(&audit->files, audit->arena, kept, kept);
    if (door_text_ends(name, ".html"))
        door_audit_page(audit, &audit->scratch, kept, bytes, size);
    else if (door_text_ends(name, ".xml") || door_text_ends(name, ".atom") || door_text_ends(name, ".svg"))
        check_xml(audit, kept, bytes, size);
    else if (door_text_ends(name, ".css"))
        check_style(audit, kept, door_arena_copy(&audit->scratch, bytes, size));
    door_arena_empty(&audit->scratch);
}

/* --- the end --- */

static void
follow(struct door_audit *audit, const struct target *target)
{
    if (!door_map_find(&audit->files, target->file))
        door_audit_tell(audit, target->place, "audit-link", "Name a page or file of the site; fd:href takes a path.",
                "\"%s\" leads to %s, which is not there", target->address, target->file);
    else if (target->fragment && !door_audit_has_anchor(audit, target->file, target->fragment))
        door_audit_tell(audit, target->place, "audit-link", "Give that element the id, or mend the link.",
                "\"%s\" leads to \"%s\", which no element of %s has as its id", target->address, target->fragment,
                target->file);
}

void
door_audit_finish(struct door_audit *audit)
{
    size_t i;

    for (i = 0; i < audit->target_count; i++)
        follow(audit, &audit->targets[i]);
    for (i = 0; i < audit->report_count; i++) {
        const struct report *report = audit->reports[i];
        struct door_place place = report->place;

        place.file = door_arena_join(audit->arena, FOLDER, place.file);
        if (report->pages > 1)
            door_diag_error(audit->diag, place, report->id, report->hint, "%s (and %zu more pages)", report->message,
                    report->pages - 1);
        else
            door_diag_error(audit->diag, place, report->id, report->hint, "%s", report->message);
    }
    door_arena_release(&audit->scratch);
}
