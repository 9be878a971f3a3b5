/*
 * libxml2's HTML parser is called here alone. It knows HTML 4, so what it says of newer elements is passed over; how
 * elements nest is what it is asked for.
 */
#include "publish/audit_page.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/text.h"

struct element {
    const char *name;
    struct door_place place;
    const struct naming *naming;    /* it needs words; NULL: it does not */
    bool named;
    bool hidden, svg, label;        /* it, or what it lies in, is */
};

/* Another element of the page that an attribute names. */
struct reference {
    const char *attribute, *id;
    struct door_place place;
};

struct page {
    struct door_audit *audit;
    struct door_arena *arena;
    const char *name, *bytes;
    size_t size;
    htmlParserCtxtPtr parser;
    size_t known, column;           /* how far places were counted */
    int line;
    struct element *open;
    size_t depth, capacity;
    struct reference *references;
    size_t reference_count, reference_capacity;
    struct reference *fields;       /* that no words around them or on them name; id may be NULL */
    size_t field_count, field_capacity;
    int level;                      /* of the last heading */
    size_t main_headings, mains;
    bool title, policy, styled;
};

/* --- places --- */

/* Where offset stands. Offsets are asked for in order. */
static struct door_place
place_at(struct page *page, size_t offset)
{
    for (; page->known < offset; page->known++) {
        if (page->bytes[page->known] == '\n') {
            page->line++;
            page->column = 0;
        } else if (((unsigned char)page->bytes[page->known] & 0xC0) != 0x80) {
            page->column++;
        }
    }
    return (struct door_place){ page->name, page->line, (int)page->column + 1 };
}

/* The "<" of the tag that libxml2 has just read up to its end. */
static struct door_place
place_of_tag(struct page *page)
{
    long consumed = xmlByteConsumed(page->parser);
    size_t offset = consumed < 0 ? 0 : (size_t)consumed < page->size ? (size_t)consumed : page->size;

    while (offset > page->known && page->bytes[offset] != '<')
        offset--;
    return place_at(page, offset);
}

/* --- what needs words --- */

static const struct naming {
    const char *element, *id, *message, *hint;
} namings[] = {
    { "a", "audit-link-text", "a link has no words",
      "Say inside of it where it leads; a picture alone needs its alt." },
    { "button", "audit-link-text", "a button has no words", "Say inside of it what it does." },
    { "summary", "audit-link-text", "a summary has no words", "Say inside of it what it opens." },
    { "title", "audit-title", "the title of the page is empty", "Put the name of the page into <title>." },
    { "label", "audit-label", "a label has no words", "Say inside of it what to write into its field." },
    { "h1", "audit-heading", "a heading has no words", "Put fd:if around it, or give it words." },
    { "h2", "audit-heading", "a heading has no words", "Put fd:if around it, or give it words." },
    { "h3", "audit-heading", "a heading has no words", "Put fd:if around it, or give it words." },
    { "h4", "audit-heading", "a heading has no words", "Put fd:if around it, or give it words." },
    { "h5", "audit-heading", "a heading has no words", "Put fd:if around it, or give it words." },
    { "h6", "audit-heading", "a heading has no words", "Put fd:if around it, or give it words." },
    { "svg", "audit-image", "a drawing has no words",
      "Give it an aria-label, or aria-hidden=\"true\" if it only decorates." },
};

static const char *
attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (strcmp((const char *)attributes[0], name) == 0)
            return attributes[1] ? (const char *)attributes[1] : "";
    return NULL;
}

static bool
has_words(const char *text)
{
    return text && text[strspn(text, " \t\r\n")];
}

static bool
is_named_by_attribute(const xmlChar **attributes)
{
    return has_words(attribute(attributes, "aria-label")) || has_words(attribute(attributes, "aria-labelledby"))
            || has_words(attribute(attributes, "title"));
}

static const struct naming *
naming_of(const struct element *element, const xmlChar **attributes)
{
    const char *role = attribute(attributes, "role");
    size_t i;

    if (element->hidden)
        return NULL;
    if (strcmp(element->name, "a") == 0 && !attribute(attributes, "href"))
        return NULL;
    if (element->svg && strcmp(element->name, "svg") != 0)
        return NULL;
    if (strcmp(element->name, "svg") == 0 && (!role || strcmp(role, "img") != 0))
        return NULL;
    for (i = 0; i < sizeof namings / sizeof *namings; i++)
        if (strcmp(namings[i].element, element->name) == 0)
            return &namings[i];
    return NULL;
}

/* There are words here: each element around them is named. */
static void
name_open(struct page *page)
{
    size_t i;

    for (i = page->depth; i-- > 0 && !page->open[i].named; )
        page->open[i].named = true;
}

/* --- what one element may be wrong about --- */

static void
check_language(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *language = attribute(attributes, "lang"), *direction = attribute(attributes, "dir");
    bool html = strcmp(element->name, "html") == 0;

    if (html ? !has_words(language) : language && !has_words(language))
        door_audit_tell(page->audit, element->place, "audit-language",
                "Take lang from the view: fd:lang=\"page.language\".",
                "<%s> does not say its language", element->name);
    if (html ? !direction : direction != NULL)
        if (!direction || (strcmp(direction, "ltr") != 0 && strcmp(direction, "rtl") != 0
                && strcmp(direction, "auto") != 0))
            door_audit_tell(page->audit, element->place, "audit-language", "Take dir from the view, beside lang.",
                    "<%s> does not say its direction", element->name);
}

static void
check_heading(struct page *page, const struct element *element)
{
    int level;

    if (element->name[0] != 'h' || element->name[1] < '1' || element->name[1] > '6' || element->name[2])
        return;
    level = element->name[1] - '0';
    if (level == 1)
        page->main_headings++;
    if (level > page->level + 1)
        door_audit_tell(page->audit, element->place, "audit-heading", "Headings go one level deeper at a time.",
                "<%s> follows <h%d>", element->name, page->level);
    page->level = level;
}

static void
refer(struct page *page, const char *attribute_name, const char *id, size_t size, struct door_place place)
{
    page->references = door_arena_grow(page->arena, page->references, page->reference_count,
            &page->reference_capacity, sizeof *page->references);
    page->references[page->reference_count++] = (struct reference){
        attribute_name, door_arena_copy(page->arena, id, size), place };
}

/* Attributes that name other elements of the page, some of them several. */
static void
check_references(struct page *page, const struct element *element, const xmlChar **attributes)
{
    static const char *const naming[] = { "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
            "headers", "list" };
    size_t i;

    for (i = 0; i < sizeof naming / sizeof *naming; i++) {
        const char *ids = attribute(attributes, naming[i]);

        while (ids && *ids) {
            size_t size = strcspn(ids, " ");

            if (size)
                refer(page, naming[i], ids, size, element->place);
            ids += size + (ids[size] == ' ');
        }
    }
}

static void
check_id(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *id = attribute(attributes, "id");

    if (!id)
        return;
    if (!*id || strpbrk(id, " \t\r\n"))
        door_audit_tell(page->audit, element->place, "audit-id", "An id is one word.", "\"%s\" is not an id", id);
    else if (!door_audit_anchor(page->audit, page->name, id))
        door_audit_tell(page->audit, element->place, "audit-id",
                "Give each its own; in a loop, take it from the item: fd:id=\"item.id\".",
                "two elements have the id \"%s\"", id);
}

/* What the Content-Security-Policy would not let run, or what would need a weaker one. */
static void
check_inline(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *type = attribute(attributes, "type");
    const xmlChar **at;

    if (strcmp(element->name, "style") == 0)
        door_audit_tell(page->audit, element->place, "audit-inline", "Put it into style.css of its component.",
                "a style sheet stands in the page");
    if (strcmp(element->name, "script") == 0 && !attribute(attributes, "src")
            && (!type || strcmp(type, "application/ld+json") != 0))
        door_audit_tell(page->audit, element->place, "audit-inline", "Put it into a file.",
                "a script stands in the page");
    for (at = attributes; at && at[0]; at += 2) {
        const char *name = (const char *)at[0];

        if (strcmp(name, "style") == 0 || (name[0] == 'o' && name[1] == 'n'))
            door_audit_tell(page->audit, element->place, "audit-inline",
                    "Put styles into style.css, and what scripts do into a file.", "<%s> has the attribute \"%s\"",
                    element->name, name);
    }
}

static void
check_image(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *alt = attribute(attributes, "alt");

    if (strcmp(element->name, "img") == 0 && !alt)
        door_audit_tell(page->audit, element->place, "audit-image",
                "Write alt=\"\" if it only decorates, else fd:alt with the picture's alt.", "a picture has no alt");
    if (has_words(alt) && !element->hidden)
        name_open(page);
    if (strcmp(element->name, "iframe") == 0 && !is_named_by_attribute(attributes))
        door_audit_tell(page->audit, element->place, "audit-image", "Give it a title.", "a frame has no title");
}

static bool
is_field(const char *name, const xmlChar **attributes)
{
    static const char *const not_asked[] = { "hidden", "submit", "reset", "button", "image" };
    const char *type = attribute(attributes, "type");
    size_t i;

    if (strcmp(name, "select") == 0 || strcmp(name, "textarea") == 0)
        return true;
    if (strcmp(name, "input") != 0)
        return false;
    for (i = 0; i < sizeof not_asked / sizeof *not_asked; i++)
        if (type && strcmp(type, not_asked[i]) == 0)
            return false;
    return true;
}

/* A field without words of its own is remembered until all labels were seen. */
static void
check_field(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *id = attribute(attributes, "id");

    if (!is_field(element->name, attributes) || element->label || is_named_by_attribute(attributes))
        return;
    page->fields = door_arena_grow(page->arena, page->fields, page->field_count, &page->field_capacity,
            sizeof *page->fields);
    page->fields[page->field_count++] = (struct reference){
        "for", id ? door_arena_text(page->arena, id) : NULL, element->place };
}

/* --- addresses --- */

static const struct {
    const char *element, *attribute;
    enum door_audit_use use;
} addresses[] = {
    { "a", "href", DOOR_AUDIT_LINK },
    { "area", "href", DOOR_AUDIT_LINK },
    { "form", "action", DOOR_AUDIT_RESOURCE },
    { "img", "src", DOOR_AUDIT_RESOURCE },
    { "image", "href", DOOR_AUDIT_RESOURCE },
    { "image", "xlink:href", DOOR_AUDIT_RESOURCE },
    { "use", "href", DOOR_AUDIT_RESOURCE },
    { "use", "xlink:href", DOOR_AUDIT_RESOURCE },
    { "input", "src", DOOR_AUDIT_RESOURCE },
    { "source", "src", DOOR_AUDIT_RESOURCE },
    { "video", "src", DOOR_AUDIT_RESOURCE },
    { "video", "poster", DOOR_AUDIT_RESOURCE },
    { "audio", "src", DOOR_AUDIT_RESOURCE },
    { "track", "src", DOOR_AUDIT_RESOURCE },
    { "script", "src", DOOR_AUDIT_SCRIPT },
    { "iframe", "src", DOOR_AUDIT_FRAME },
    { "embed", "src", DOOR_AUDIT_RESOURCE },
    { "object", "data", DOOR_AUDIT_RESOURCE },
};

/* "a.png 1x, b.png 2x" */
static void
check_srcset(struct page *page, const struct element *element, const char *set)
{
    while (set && *set) {
        size_t size;

        set += strspn(set, " ,\t\r\n");
        size = strcspn(set, " ,\t\r\n");
        if (size)
            door_audit_address(page->audit, element->place, page->name, door_arena_copy(page->arena, set, size),
                    DOOR_AUDIT_RESOURCE);
        set += size;
        set += strcspn(set, ",");
    }
}

static void
check_addresses(struct page *page, const struct element *element, const xmlChar **attributes)
{
    size_t i;

    for (i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        const char *address = strcmp(element->name, addresses[i].element) == 0
                ? attribute(attributes, addresses[i].attribute) : NULL;

        if (address)
            door_audit_address(page->audit, element->place, page->name, address, addresses[i].use);
    }
    check_srcset(page, element, attribute(attributes, "srcset"));
}

/* <link>: what browsers fetch by themselves is a resource; pages of the same meaning are links. */
static void
check_link(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *rel = attribute(attributes, "rel"), *href = attribute(attributes, "href");

    if (strcmp(element->name, "link") != 0 || !href)
        return;
    if (rel && strcmp(rel, "stylesheet") == 0 && !page->policy && !page->styled) {
        page->styled = true;
        door_audit_tell(page->audit, element->place, "audit-policy", "Put the meta element with the policy before it.",
                "a style sheet stands before the Content-Security-Policy");
    }
    door_audit_address(page->audit, element->place, page->name, href,
            rel && (strcmp(rel, "alternate") == 0 || strcmp(rel, "canonical") == 0) ? DOOR_AUDIT_LINK
            : DOOR_AUDIT_RESOURCE);
}

static void
check_meta(struct page *page, const struct element *element, const xmlChar **attributes)
{
    const char *equivalent = attribute(attributes, "http-equiv"), *content = attribute(attributes, "content");
    const char *url;

    if (strcmp(element->name, "meta") != 0 || !equivalent || !content)
        return;
    if (door_text_same(equivalent, "content-security-policy")) {
        page->policy = true;
        if (!strstr(content, "default-src") || strstr(content, "unsafe-") || strstr(content, "*"))
            door_audit_tell(page->audit, element->place, "audit-policy", "Begin with default-src 'none' and add what "
                    "the page needs of its own host.", "the Content-Security-Policy \"%s\" lets anything in", content);
    }
    if (door_text_same(equivalent, "refresh") && (url = strstr(content, "url=")))
        door_audit_address(page->audit, element->place, page->name, url + 4, DOOR_AUDIT_LINK);
}

/* --- what libxml2 calls --- */

static void
start_element(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct page *page = context;
    struct element *element;
    const char *hidden = attribute(attributes, "aria-hidden");

    page->open = door_arena_grow(page->arena, page->open, page->depth, &page->capacity, sizeof *page->open);
    element = &page->open[page->depth];
    *element = (struct element){ .name = (const char *)name, .place = place_of_tag(page) };
    if (page->depth > 0) {
        const struct element *parent = element - 1;

        element->hidden = parent->hidden;
        element->svg = parent->svg;
        element->label = parent->label;
    }
    element->hidden = element->hidden || (hidden && strcmp(hidden, "true") == 0);
    element->svg = element->svg || strcmp(element->name, "svg") == 0;
    element->label = element->label || strcmp(element->name, "label") == 0;
    element->naming = naming_of(element, attributes);
    page->depth++;
    if (is_named_by_attribute(attributes) && !element->hidden)
        name_open(page);
    page->title = page->title || (strcmp(element->name, "title") == 0 && !element->svg);
    page->mains += strcmp(element->name, "main") == 0;
    check_language(page, element, attributes);
    check_heading(page, element);
    check_references(page, element, attributes);
    check_id(page, element, attributes);
    check_inline(page, element, attributes);
    check_image(page, element, attributes);
    check_field(page, element, attributes);
    check_meta(page, element, attributes);
    check_link(page, element, attributes);
    check_addresses(page, element, attributes);
}

static void
end_element(void *context, const xmlChar *name)
{
    struct page *page = context;
    const struct element *element;

    (void)name;
    if (!page->depth)
        return;
    element = &page->open[--page->depth];
    if (element->naming && !element->named)
        door_audit_tell(page->audit, element->place, element->naming->id, element->naming->hint, "%s",
                element->naming->message);
}

static void
characters(void *context, const xmlChar *text, int size)
{
    struct page *page = context;
    int i;

    if (!page->depth || page->open[page->depth - 1].hidden)
        return;
    for (i = 0; i < size; i++) {
        if (!strchr(" \t\r\n", text[i])) {
            name_open(page);
            return;
        }
    }
}

static void
parser_error(void *context, xmlErrorPtr error)
{
    struct page *page = context;
    size_t size = strcspn(error->message, "\n");

    if (error->code == XML_ERR_NO_MEMORY)
        door_fail("out of memory");
    if (error->code == XML_HTML_UNKNOWN_TAG)
        return;
    door_audit_tell(page->audit, place_of_tag(page), "audit-html",
            "Browsers would guess what is meant: mend the template.",
            "the page is not well-formed: %.*s", (int)size, error->message);
}

static bool
is_labelled(const struct page *page, const struct reference *field)
{
    size_t i;

    for (i = 0; field->id && i < page->reference_count; i++)
        if (strcmp(page->references[i].attribute, "for") == 0 && strcmp(page->references[i].id, field->id) == 0)
            return true;
    return false;
}

/* What can only be said when the whole page was read. */
static void
check_whole(struct page *page)
{
    struct door_place top = { page->name, 1, 1 };
    size_t i;

    if (!door_text_starts(page->bytes, "<!doctype html>") && !door_text_starts(page->bytes, "<!DOCTYPE html>"))
        door_audit_tell(page->audit, top, "audit-html", "Begin the layout with <html>.", "the page has no doctype");
    if (!page->title)
        door_audit_tell(page->audit, top, "audit-title", "Put the name of the page into <title>.",
                "the page has no title");
    if (!page->policy)
        door_audit_tell(page->audit, top, "audit-policy", "Copy the meta element from the default theme's layout.",
                "the page has no Content-Security-Policy");
    if (page->main_headings != 1)
        door_audit_tell(page->audit, top, "audit-heading", "A page has one <h1>, its name.", page->main_headings
                ? "the page has more than one <h1>" : "the page has no <h1>");
    if (page->mains != 1)
        door_audit_tell(page->audit, top, "audit-main", "Put what the page is about into one <main>.", page->mains
                ? "the page has more than one <main>" : "the page has no <main>");
    for (i = 0; i < page->reference_count; i++)
        if (!door_audit_has_anchor(page->audit, page->name, page->references[i].id))
            door_audit_tell(page->audit, page->references[i].place, "audit-id",
                    "Name the id of an element of the page.",
                    "%s names \"%s\", which is not there", page->references[i].attribute, page->references[i].id);
    for (i = 0; i < page->field_count; i++)
        if (!is_labelled(page, &page->fields[i]))
            door_audit_tell(page->audit, page->fields[i].place, "audit-label",
                    "Put it into a <label>, or name it in the label's for.", "a field has no label");
}

void
door_audit_page(struct door_audit *audit, struct door_arena *scratch, const char *name, const char *bytes, size_t size)
{
    struct page page = { .audit = audit, .arena = scratch, .name = name, .bytes = bytes, .size = size, .line = 1 };
    xmlSAXHandler handler = {
        .startElement = start_element, .endElement = end_element, .characters = characters, .cdataBlock = characters,
        .initialized = XML_SAX2_MAGIC, .serror = parser_error,
    };

    page.parser = htmlCreateMemoryParserCtxt(bytes, (int)size);
    if (!page.parser)
        door_fail("out of memory");
    *page.parser->sax = handler;
    page.parser->userData = &page;
    htmlCtxtUseOptions(page.parser, HTML_PARSE_NONET);
    *page.parser->sax = handler;
    htmlParseDocument(page.parser);
    check_whole(&page);
    htmlFreeParserCtxt(page.parser);
}
