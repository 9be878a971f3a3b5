#include "model/allowed.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/values.h"

static const struct door_field fields[] = {
    { "script", DOOR_KIND_TEXT, DOOR_LIST, offsetof(struct door_allowed, script), .limit = 255,
      .help = "Hosts that scripts may come from." },
    { "connect", DOOR_KIND_TEXT, DOOR_LIST, offsetof(struct door_allowed, connect), .limit = 255,
      .help = "Hosts that scripts may talk to." },
    { "frame", DOOR_KIND_TEXT, DOOR_LIST, offsetof(struct door_allowed, frame), .limit = 255,
      .help = "Hosts whose pages may be shown inside ours." },
    { "framed_by", DOOR_KIND_TEXT, DOOR_LIST, offsetof(struct door_allowed, framed_by), .limit = 255,
      .help = "Hosts that may show our pages inside theirs." },
};

/* Names between dots, RFC 1123: the last begins with a letter, so that no numeric address passes for a name. */
static bool
is_host(const char *text, size_t size)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz", digits[] = "0123456789";
    size_t at = 0, names = 0, length;

    for (;; at++, names++) {
        const char *name = text + at;

        length = 0;
        while (at + length < size && (strchr(letters, name[length]) || strchr(digits, name[length])
                || name[length] == '-'))
            length++;
        if (!length || length > 63 || name[0] == '-' || name[length - 1] == '-')
            return false;
        at += length;
        if (at == size)
            return names > 0 && strchr(letters, name[0]);
        if (text[at] != '.')
            return false;
    }
}

/* ":8443", or nothing. */
static bool
is_port(const char *text)
{
    size_t size;

    if (!*text)
        return true;
    size = strspn(text + 1, "0123456789");
    return *text == ':' && size && size <= 5 && !text[1 + size] && text[1] != '0';
}

/* What was meant by an address: its host in lower case, and its port. */
static char *
host_of(struct door_arena *arena, const char *text)
{
    const char *start = strstr(text, "://");
    char *host, *p;

    start = start ? start + 3 : text;
    host = door_arena_copy(arena, start, strcspn(start, "/?# "));
    for (p = host; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p += 'a' - 'A';
    return host;
}

/*
 * Only a bare host may go into the policy: a space or a semicolon would be a directive of its own, and a star would let
 * in hosts that nobody named.
 */
static void
check_host(struct door_check *check, const struct door_node *node, const char *text)
{
    const char *host = host_of(check->arena, text);
    bool ok = is_host(host, strcspn(host, ":")) && is_port(host + strcspn(host, ":"));

    if (!ok || strcmp(host, text) != 0)
        door_check_error(check, node, NULL, "allow-host", ok ? door_arena_format(check->arena, "Write %s", host)
                : "Write the name of one host alone, such as maps.council.gov.uk; no address, no star.",
                "\"%s\" is not the name of a host", text);
    else if (!check->sample && door_address_is_sample(door_arena_join(check->arena, "https://", host)))
        door_check_error(check, node, NULL, "sample-value", "Write the real one, or take it out.",
                "\"%s\" is only an example", text);
}

static void
check_hosts(struct door_check *check, const struct door_list *hosts, const struct door_node *node)
{
    const char *const *items = hosts->items;
    const struct door_node *item = node && node->type == DOOR_NODE_LIST ? node->children : node;
    size_t i;

    for (i = 0; item && i < hosts->count; i++, item = item->next)
        check_host(check, item, items[i]);
}

static void
check_allowed(struct door_check *check, void *record, const struct door_node *node)
{
    size_t i;

    for (i = 0; i < DOOR_COUNT(fields); i++)
        check_hosts(check, (const struct door_list *)((const char *)record + fields[i].offset),
                door_node_find(node, fields[i].name));
}

const struct door_record door_allowed_record = {
    .name = "list of allowed hosts", .size = sizeof(struct door_allowed),
    .fields = fields, .field_count = DOOR_COUNT(fields), .check = check_allowed,
};
