#include "publish/pdf.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "paper/display.h"
#include "publish/pdf_content.h"
#include "publish/pdf_font.h"
#include "publish/pdf_object.h"
#include "publish/pdf_srgb.h"
#include "publish/pdf_tags.h"
#include "theme/escape.h"

#define PRODUCER "frontdoor"

struct document {
    const struct door_display *display;
    struct door_date date;
    struct door_arena *arena;
    struct door_pdf_file file;
    struct door_pdf_fonts fonts;
    struct door_pdf_tags tags;
    int catalog, pages, first_page, resources;
};

static void
write_rectangle(struct door_buf *out, double left, double bottom, double right, double top)
{
    const double corners[4] = { left, bottom, right, top };
    int i;

    door_buf_char(out, '[');
    for (i = 0; i < 4; i++) {
        door_pdf_number(out, corners[i]);
        door_buf_char(out, i < 3 ? ' ' : ']');
    }
}

/* An address in PDF is 7-bit: what an editor wrote beyond that is percent-encoded (RFC 3986, 2.1). */
static void
write_address(struct door_buf *out, const char *address)
{
    door_buf_char(out, '(');
    for (; *address; address++) {
        if (*address <= ' ' || *address > '~') {
            door_buf_char(out, '%');
            door_pdf_hex(out, (unsigned char)*address, 2);
            continue;
        }
        if (*address == '(' || *address == ')' || *address == '\\')
            door_buf_char(out, '\\');
        door_buf_char(out, *address);
    }
    door_buf_char(out, ')');
}

/* What a link says: its own text, or the first text below it, or its address. */
static const char *
link_words(const struct door_display *display, int link)
{
    const struct door_element *elements = display->elements;
    size_t i;

    if (elements[link].text)
        return elements[link].text;
    for (i = (size_t)link + 1; i < display->element_count; i++)
        if (elements[i].parent == link && elements[i].text)
            return elements[i].text;
    return elements[link].href;
}

static void
write_link(struct document *document, const struct door_mark *mark, int page, int number)
{
    const struct door_display *display = document->display;
    const struct door_element *element = &display->elements[mark->element];
    struct door_buf *out = &document->file.bytes;
    int key = door_pdf_tags_link(&document->tags, mark->element, page, number);
    double top = display->height - mark->y;

    assert(element->href);
    door_pdf_begin(&document->file, number);
    door_buf_text(out, "<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect");     /* F 4: printed, PDF/A-2, 6.3.2 */
    write_rectangle(out, mark->x, top - mark->height, mark->x + mark->width, top);
    door_buf_format(out, "/StructParent %d/Contents", key);
    door_pdf_text(out, link_words(display, mark->element));
    door_buf_text(out, "/A<</S/URI/URI");
    write_address(out, element->href);
    door_buf_text(out, ">>>>");
    door_pdf_end(&document->file);
}

/* The page's links; references to them are added to list. */
static void
write_links(struct document *document, int page, struct door_buf *list)
{
    const struct door_display_page *drawn = &document->display->pages[page];
    size_t i;

    for (i = 0; i < drawn->count; i++) {
        int number;

        if (drawn->marks[i].type != DOOR_MARK_LINK)
            continue;
        number = door_pdf_reserve(&document->file, 1);
        write_link(document, &drawn->marks[i], page, number);
        door_buf_format(list, "%d 0 R ", number);
    }
}

static void
write_page(struct document *document, int page)
{
    const struct door_display *display = document->display;
    struct door_buf *out = &document->file.bytes;
    struct door_buf content = { 0 }, links = { 0 };
    int content_number = door_pdf_reserve(&document->file, 1);

    door_pdf_content_write(display, page, &document->fonts, &document->tags, &content);
    door_pdf_stream(&document->file, content_number, "", content.data, content.size);
    write_links(document, page, &links);
    door_pdf_begin(&document->file, document->first_page + page);
    door_buf_format(out, "<</Type/Page/Parent %d 0 R/MediaBox", document->pages);
    write_rectangle(out, 0, 0, display->width, display->height);
    door_buf_text(out, "/TrimBox");
    write_rectangle(out, 0, 0, display->width, display->height);
    door_buf_format(out, "/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S", document->resources,
            content_number, page);
    if (links.size)
        door_buf_format(out, "/Annots[%s]", links.data);
    door_buf_text(out, ">>");
    door_pdf_end(&document->file);
    door_buf_release(&content);
    door_buf_release(&links);
}

static void
write_pages(struct document *document)
{
    struct door_buf *out = &document->file.bytes;
    struct door_buf fonts = { 0 };
    int i, count = (int)document->display->page_count;

    document->pages = door_pdf_reserve(&document->file, 1);
    document->resources = door_pdf_reserve(&document->file, 1);
    document->first_page = door_pdf_reserve(&document->file, count);
    for (i = 0; i < count; i++)
        write_page(document, i);
    door_pdf_begin(&document->file, document->pages);
    door_buf_text(out, "<</Type/Pages/Kids[");
    for (i = 0; i < count; i++)
        door_buf_format(out, "%d 0 R ", document->first_page + i);
    door_buf_format(out, "]/Count %d>>", count);
    door_pdf_end(&document->file);
    door_pdf_fonts_write(&document->fonts, &document->file, &fonts);
    door_pdf_begin(&document->file, document->resources);
    door_buf_format(out, "<</Font<<%s>>>>", door_buf_string(&fonts));
    door_pdf_end(&document->file);
    door_buf_release(&fonts);
}

/* One bookmark: headings of a deeper level that follow are below it. Numbers count from 1; 0 = none, or the root. */
struct bookmark {
    size_t parent, previous, next, first, last, count;
};

static struct bookmark *
nest_bookmarks(struct door_arena *arena, const struct door_heading_mark *headings, size_t count)
{
    struct bookmark *marks = door_arena_array(arena, count + 1, sizeof *marks);
    size_t i, above;

    for (i = 1; i <= count; i++) {
        struct bookmark *parent;

        for (above = i - 1; above && headings[above - 1].level >= headings[i - 1].level; above = marks[above].parent)
            ;
        parent = &marks[above];
        marks[i].parent = above;
        marks[i].previous = parent->last;
        if (parent->last)
            marks[parent->last].next = i;
        else
            parent->first = i;
        parent->last = i;
        for (; above; above = marks[above].parent)
            marks[above].count++;
        marks[0].count++;
    }
    return marks;
}

static void
write_reference(struct door_buf *out, const char *key, int root, size_t bookmark)
{
    if (bookmark)
        door_buf_format(out, "/%s %d 0 R", key, root + (int)bookmark);
}

static void
write_bookmark(struct document *document, int root, const struct bookmark *mark,
        const struct door_heading_mark *heading)
{
    struct door_buf *out = &document->file.bytes;
    const struct door_element *element = &document->display->elements[heading->element];

    door_buf_text(out, "<</Title");
    door_pdf_text(out, element->text ? element->text : "");
    door_buf_format(out, "/Parent %d 0 R", root + (int)mark->parent);
    write_reference(out, "Prev", root, mark->previous);
    write_reference(out, "Next", root, mark->next);
    write_reference(out, "First", root, mark->first);
    write_reference(out, "Last", root, mark->last);
    if (mark->count)
        door_buf_format(out, "/Count %zu", mark->count);
    door_buf_format(out, "/Dest[%d 0 R/XYZ 0 ", document->first_page + heading->page);
    door_pdf_number(out, document->display->height - heading->y);
    door_buf_text(out, " 0]>>");
}

/* The bookmarks, all open; the number of their root, or 0 if there are no headings. */
static int
write_outlines(struct document *document)
{
    const struct door_display *display = document->display;
    size_t i, count = display->heading_count;
    const struct bookmark *marks;
    int root;

    if (!count)
        return 0;
    marks = nest_bookmarks(document->arena, display->headings, count);
    root = door_pdf_reserve(&document->file, 1 + (int)count);
    door_pdf_begin(&document->file, root);
    door_buf_format(&document->file.bytes, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %zu>>",
            root + (int)marks[0].first, root + (int)marks[0].last, marks[0].count);
    door_pdf_end(&document->file);
    for (i = 1; i <= count; i++) {
        door_pdf_begin(&document->file, root + (int)i);
        write_bookmark(document, root, &marks[i], &display->headings[i - 1]);
        door_pdf_end(&document->file);
    }
    return root;
}

/* PDF/A-2, 6.6.2.3: a property that XMP does not know, such as PDF/UA's, is described in the file that uses it. */
static const char extension_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Which part of ISO 14289 the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

static void
write_xmp_dates(struct door_buf *out, struct door_date date)
{
    static const char *const names[] = { "CreateDate", "ModifyDate", "MetadataDate" };
    size_t i;

    for (i = 0; date.year && i < sizeof names / sizeof *names; i++)
        door_buf_format(out, "<xmp:%s>%04d-%02d-%02dT00:00:00Z</xmp:%s>\n", names[i], date.year, date.month, date.day,
                names[i]);
}

static void
write_title(struct door_buf *out, const char *language, const char *title)
{
    door_buf_format(out, "<rdf:li xml:lang=\"%s\">", language);
    door_html_text(out, title);
    door_buf_text(out, "</rdf:li>");
}

static int
write_metadata(struct document *document)
{
    const struct door_display *display = document->display;
    int number = door_pdf_reserve(&document->file, 1);
    struct door_buf xmp = { 0 };

    door_buf_text(&xmp, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
            " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
            "<dc:title><rdf:Alt>");
    write_title(&xmp, "x-default", display->title);
    write_title(&xmp, display->language->code, display->title);
    door_buf_format(&xmp, "</rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
            display->language->code);
    write_xmp_dates(&xmp, document->date);
    door_buf_text(&xmp, "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n"
            "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    door_buf_text(&xmp, extension_schema);
    door_buf_text(&xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    door_pdf_stream(&document->file, number, "/Type/Metadata/Subtype/XML", xmp.data, xmp.size);
    door_buf_release(&xmp);
    return number;
}

/* The same as the metadata says: PDF/A-2, 6.6.2.2 has them agree. */
static int
write_info(struct document *document)
{
    struct door_buf *out = &document->file.bytes;
    struct door_date date = document->date;
    int number = door_pdf_reserve(&document->file, 1);

    door_pdf_begin(&document->file, number);
    door_buf_text(out, "<</Producer(" PRODUCER ")/Title");
    door_pdf_text(out, document->display->title);
    if (date.year)
        door_buf_format(out, "/CreationDate(D:%04d%02d%02d000000Z)/ModDate(D:%04d%02d%02d000000Z)", date.year,
                date.month, date.day, date.year, date.month, date.day);
    door_buf_text(out, ">>");
    door_pdf_end(&document->file);
    return number;
}

static void
write_catalog(struct document *document)
{
    int profile = door_pdf_reserve(&document->file, 1);
    int tree = door_pdf_tags_write(&document->tags, &document->file, document->first_page);
    int outlines = write_outlines(document), metadata = write_metadata(document);
    const struct door_language *language = document->display->language;
    struct door_buf *out = &document->file.bytes;

    door_pdf_stream(&document->file, profile, "/N 3", door_pdf_srgb, sizeof door_pdf_srgb);
    door_pdf_begin(&document->file, document->catalog);
    door_buf_format(out, "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Metadata %d 0 R",
            document->pages, tree, metadata);
    if (outlines)
        door_buf_format(out, "/Outlines %d 0 R", outlines);
    door_buf_text(out, "/Lang");
    door_pdf_text(out, language->code);
    door_buf_format(out, "/ViewerPreferences<</DisplayDocTitle true%s>>",
            language->right_to_left ? "/Direction/R2L" : "");
    door_buf_format(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]>>", profile);
    door_pdf_end(&document->file);
}

void
door_pdf_write(const struct door_display *display, struct door_date date, struct door_buf *out)
{
    struct door_arena arena = { 0 };
    struct document document = { .display = display, .date = date, .arena = &arena, .fonts = { .arena = &arena } };
    int info;

    door_pdf_file_init(&document.file, &arena);
    door_pdf_tags_init(&document.tags, &arena, display);
    document.catalog = door_pdf_reserve(&document.file, 1);
    write_pages(&document);
    write_catalog(&document);
    info = write_info(&document);
    door_pdf_finish(&document.file, document.catalog, info, out);
    door_pdf_fonts_release(&document.fonts);
    door_pdf_file_release(&document.file);
    door_arena_release(&arena);
}
