/*
 * laid_out - parts of a publication written as XML, laid out, and asked what stands where.
 */
#ifndef DOOR_TESTS_PAPER_LAID_OUT_H
#define DOOR_TESTS_PAPER_LAID_OUT_H

#include "paper_test.h"

#include <math.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

static const char style[] =
    "scripts:\n"
    "  nastaliq: {size: 1.1, leading: 1.5}\n"
    "booklet:\n"
    "  page: {top: 15 mm, bottom: 20 mm, inner: 20 mm, outer: 10 mm, foot: 10 mm, number: outer}\n"
    "  styles:\n"
    "    p: {space_after: 6}\n"
    "    h1: {size: 30}\n"
    "    h2: {size: 17, weight: bold, keep_with_next: yes}\n"
    "    strong: {weight: bold}\n"
    "    a: {colour: accent}\n"
    "    .topic: {page_break: if-spare}\n"
    "    .cover: {page: own, background: accent}\n"
    "    .back: {page: own}\n"
    "    .narrow: {width: 100}\n"
    "    .even: {balance: yes}\n"
    "    .band: {bleed: yes, background: accent, padding: 10}\n"
    "    .tall: {min_height: 100 mm}\n"
    "    .small: {code: 12 mm}\n"
    "    .pair: {columns: [30 mm, 1], gap: 10}\n"
    "    .facts: {columns: [30%, 1]}\n"
    "    .unseen: {show: no}\n"
    "    .huge: {size: 700}\n";

/* Parts are written as XML; an element's lang attribute says which language its text is in. */
static inline void
emit(struct fixture *f, struct door_paper *paper, const xmlNode *node, const struct door_language *language)
{
    struct door_attribute attributes[8];
    const xmlAttr *attribute;
    const xmlNode *child;
    size_t count = 0;

    if (node->type == XML_TEXT_NODE) {
        door_paper_sink.text(paper, (const char *)node->content, language);
        return;
    }
    for (attribute = node->properties; attribute; attribute = attribute->next) {
        attributes[count++] = (struct door_attribute){ (const char *)attribute->name,
                (const char *)attribute->children->content };
        if (strcmp((const char *)attribute->name, "lang") == 0)
            language = door_languages_find(&f->languages, attributes[count - 1].value);
    }
    /* <code> stands for <fd:code>, whose prefix would need declaring. */
    door_paper_sink.open(paper, strcmp((const char *)node->name, "code") ? (const char *)node->name : "fd:code",
            attributes, count);
    for (child = node->children; child; child = child->next)
        emit(f, paper, child, language);
    door_paper_sink.close(paper, strcmp((const char *)node->name, "code") ? (const char *)node->name : "fd:code");
}

static inline struct door_paper *
gather(struct fixture *f, const char *xml)
{
    struct door_paper *paper = door_paper_begin(&f->arena, &f->setup);
    xmlDoc *document = xmlReadMemory(xml, (int)strlen(xml), "parts", NULL, 0);

    assert_non_null(document);
    emit(f, paper, xmlDocGetRootElement(document), f->setup.language);
    xmlFreeDoc(document);
    return paper;
}

static inline const struct door_display *
lay_out(struct fixture *f, const char *xml)
{
    if (!f->press)
        f->press = door_press_open(NULL);
    return door_press_lay_out(f->press, &f->arena, gather(f, xml), f->diag);
}

static const char *const names[] = {
    [DOOR_STRUCTURE_DOCUMENT] = "Document", [DOOR_STRUCTURE_SECT] = "Sect", [DOOR_STRUCTURE_H1] = "H1",
    [DOOR_STRUCTURE_H2] = "H2", [DOOR_STRUCTURE_H3] = "H3", [DOOR_STRUCTURE_H4] = "H4", [DOOR_STRUCTURE_P] = "P",
    [DOOR_STRUCTURE_BLOCKQUOTE] = "BlockQuote", [DOOR_STRUCTURE_L] = "L", [DOOR_STRUCTURE_LI] = "LI",
    [DOOR_STRUCTURE_LBL] = "Lbl", [DOOR_STRUCTURE_LBODY] = "LBody", [DOOR_STRUCTURE_TABLE] = "Table",
    [DOOR_STRUCTURE_TR] = "TR", [DOOR_STRUCTURE_TH] = "TH", [DOOR_STRUCTURE_TD] = "TD",
    [DOOR_STRUCTURE_SPAN] = "Span", [DOOR_STRUCTURE_LINK] = "Link", [DOOR_STRUCTURE_FIGURE] = "Figure",
};

static inline void
write_element(const struct door_display *display, int element, int depth, struct door_buf *out)
{
    const struct door_element *e = &display->elements[element];
    size_t i;

    door_buf_format(out, "%*s%s", depth * 2, "", names[e->type]);
    if (e->row_heading)
        door_buf_text(out, " row");
    if (e->text)
        door_buf_format(out, " \"%s\"", e->text);
    if (e->alt)
        door_buf_format(out, " alt \"%s\"", e->alt);
    if (e->href)
        door_buf_format(out, " to %s", e->href);
    if (e->language != display->language)
        door_buf_format(out, " in %s", e->language->code);
    if (e->right_to_left)
        door_buf_text(out, " turns");
    door_buf_char(out, '\n');
    for (i = 0; i < display->element_count; i++)
        if (display->elements[i].parent == element)
            write_element(display, (int)i, depth + 1, out);
}

/* The structure tree, an element a line. */
static inline const char *
structure_of(struct fixture *f, const struct door_display *display)
{
    struct door_buf out = { 0 };
    const char *text;

    assert_non_null(display);
    write_element(display, 0, 0, &out);
    text = door_arena_text(&f->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

/* What the glyphs of an element say, in the order in which they stand on the pages. */
static inline const char *
said_by(struct fixture *f, const struct door_display *display, int element)
{
    struct door_buf out = { 0 };
    const char *text;
    size_t page, i, k;

    for (page = 0; page < display->page_count; page++)
        for (i = 0; i < display->pages[page].count; i++) {
            const struct door_mark *mark = &display->pages[page].marks[i];

            if (mark->type != DOOR_MARK_RUN || mark->element != element)
                continue;
            for (k = 0; k < mark->glyph_count; k++)
                if (mark->glyphs[k].text)
                    door_buf_text(&out, mark->glyphs[k].text);
        }
    text = door_arena_text(&f->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

/* The page on which an element's text begins, from 1; 0 if nowhere. */
static inline size_t
page_of(const struct door_display *display, const char *text)
{
    size_t page, i;

    for (page = 0; page < display->page_count; page++)
        for (i = 0; i < display->pages[page].count; i++) {
            const struct door_mark *mark = &display->pages[page].marks[i];
            const char *said = mark->element >= 0 ? display->elements[mark->element].text : NULL;

            if (said && strncmp(said, text, strlen(text)) == 0)
                return page + 1;
        }
    return 0;
}

static inline const struct door_mark *
first_mark(const struct door_display *display, size_t page, enum door_mark_type type)
{
    size_t i;

    for (i = 0; i < display->pages[page].count; i++)
        if (display->pages[page].marks[i].type == type)
            return &display->pages[page].marks[i];
    return NULL;
}

/* "<p>word word ...</p>" with this many words of one line each: narrow enough that Pango cannot join two. */
static inline const char *
paragraph_of_lines(struct fixture *f, size_t lines)
{
    struct door_buf out = { 0 };
    const char *text;

    door_buf_text(&out, "<p>");
    while (lines--)
        door_buf_text(&out, lines ? "line<br/>" : "line");
    door_buf_text(&out, "</p>");
    text = door_arena_text(&f->arena, door_buf_string(&out));
    door_buf_release(&out);
    return text;
}

/* How many lines of text stand on a page. */
static inline size_t
lines_on(const struct door_display *display, size_t page)
{
    double before = -1;
    size_t i, lines = 0;

    for (i = 0; i < display->pages[page].count; i++) {
        const struct door_mark *mark = &display->pages[page].marks[i];

        if (mark->type != DOOR_MARK_RUN || mark->element == DOOR_ARTIFACT)
            continue;
        lines += mark->y > before + 0.1;
        before = mark->y;
    }
    return lines;
}

/* How far down the page the element's first line stands. */
static inline double
baseline_of(const struct door_display *display, const char *text)
{
    size_t i;

    for (i = 0; i < display->pages[0].count; i++) {
        const struct door_mark *mark = &display->pages[0].marks[i];

        if (mark->type == DOOR_MARK_RUN && mark->element >= 0
                && strcmp(display->elements[mark->element].text, text) == 0)
            return mark->y;
    }
    return -1;
}

#endif
