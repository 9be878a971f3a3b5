/* A body as HTML elements. The blocks are the English ones; each leaf's words are the page's or English. */
#include "base/prose.h"

#include "base/arena.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/entry.h"
#include "theme/template_drawer.h"
#include "theme/template_program.h"

static void draw_inlines(struct door_drawer *drawer, const struct door_prose *inlines,
        const struct door_language *language);

static void
open_plain(struct door_drawer *drawer, const char *name)
{
    door_drawer_start(drawer, name);
    door_drawer_start_end(drawer);
}

static void
draw_wrapped(struct door_drawer *drawer, const char *name, const struct door_prose *prose,
        const struct door_language *language)
{
    open_plain(drawer, name);
    draw_inlines(drawer, prose->children, language);
    door_drawer_end(drawer, name);
}

/* An entry without a page of its own (a draft's link is an error long before) is only named. */
static void
draw_link(struct door_drawer *drawer, const struct door_prose *link, const struct door_language *language)
{
    const char *address = link->url;

    if (link->entry)
        address = link->entry->path ? door_href(drawer->drawing, link->entry->path) : NULL;
    if (!address) {
        draw_inlines(drawer, link->children, language);
        return;
    }
    door_drawer_start(drawer, "a");
    door_drawer_attribute(drawer, "href", address);
    door_drawer_start_end(drawer);
    draw_inlines(drawer, link->children, language);
    door_drawer_end(drawer, "a");
}

static void
draw_inlines(struct door_drawer *drawer, const struct door_prose *inlines, const struct door_language *language)
{
    for (; inlines; inlines = inlines->next) {
        switch (inlines->type) {
        case DOOR_PROSE_TEXT:
            door_drawer_text(drawer, inlines->text, language);
            break;
        case DOOR_PROSE_EMPHASIS:
            draw_wrapped(drawer, "em", inlines, language);
            break;
        case DOOR_PROSE_STRONG:
            draw_wrapped(drawer, "strong", inlines, language);
            break;
        case DOOR_PROSE_LINK:
            draw_link(drawer, inlines, language);
            break;
        case DOOR_PROSE_BREAK:
            open_plain(drawer, "br");
            if (drawer->sink)
                door_drawer_end(drawer, "br");
            break;
        case DOOR_PROSE_BODY:
        case DOOR_PROSE_HEADING:
        case DOOR_PROSE_PARAGRAPH:
        case DOOR_PROSE_LIST:
        case DOOR_PROSE_ITEM:
        case DOOR_PROSE_QUOTE:
        case DOOR_PROSE_RULE:
            break;      /* no block stands inside a leaf */
        }
    }
}

/*
 * A leaf with the best words there are. Without a name (in a tight list) it has no element, unless its language needs
 * one. id may be NULL.
 */
static void
draw_leaf(struct door_drawer *drawer, const struct door_prose *leaf, const char *name, const char *id)
{
    const struct door_drawing *drawing = drawer->drawing;
    const struct door_said *said = leaf->piece ? door_language_piece(drawing->language, leaf->piece) : NULL;
    const struct door_language *language = &drawing->languages->items[said ? said->language : 0];
    bool other = language != drawing->language;

    if (!name && other)
        name = "span";
    if (name) {
        door_drawer_start(drawer, name);
        if (id)
            door_drawer_attribute(drawer, "id", id);
        if (other)
            door_drawer_language(drawer, language);
        door_drawer_start_end(drawer);
    }
    draw_inlines(drawer, said && said->leaf ? said->leaf->children : leaf->children, language);
    if (name)
        door_drawer_end(drawer, name);
}

static void draw_blocks(struct door_drawer *drawer, const struct door_prose *blocks, int shift, bool tight);

static void
draw_list(struct door_drawer *drawer, const struct door_prose *list, int shift)
{
    const char *name = list->ordered ? "ol" : "ul";
    const struct door_prose *item;

    door_drawer_start(drawer, name);
    if (list->ordered && list->level != 1)
        door_drawer_attribute(drawer, "start", door_arena_format(&drawer->drawing->worker->scratch, "%d",
                list->level));
    door_drawer_start_end(drawer);
    for (item = list->children; item; item = item->next) {
        open_plain(drawer, "li");
        draw_blocks(drawer, item->children, shift, list->tight);
        door_drawer_end(drawer, "li");
    }
    door_drawer_end(drawer, name);
}

static const char *
heading_name(int level)
{
    static const char *const names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

    return names[level < 1 ? 0 : level > 6 ? 5 : level - 1];
}

static void
draw_blocks(struct door_drawer *drawer, const struct door_prose *blocks, int shift, bool tight)
{
    for (; blocks; blocks = blocks->next) {
        switch (blocks->type) {
        case DOOR_PROSE_HEADING:
            draw_leaf(drawer, blocks, heading_name(blocks->level + shift), NULL);
            break;
        case DOOR_PROSE_PARAGRAPH:
            draw_leaf(drawer, blocks, tight ? NULL : "p", NULL);
            break;
        case DOOR_PROSE_LIST:
            draw_list(drawer, blocks, shift);
            break;
        case DOOR_PROSE_QUOTE:
            open_plain(drawer, "blockquote");
            draw_blocks(drawer, blocks->children, shift, false);
            door_drawer_end(drawer, "blockquote");
            break;
        case DOOR_PROSE_RULE:
            open_plain(drawer, "hr");
            if (drawer->sink)
                door_drawer_end(drawer, "hr");
            break;
        case DOOR_PROSE_BODY:
        case DOOR_PROSE_ITEM:
            draw_blocks(drawer, blocks->children, shift, false);
            break;
        case DOOR_PROSE_TEXT:
        case DOOR_PROSE_EMPHASIS:
        case DOOR_PROSE_STRONG:
        case DOOR_PROSE_LINK:
        case DOOR_PROSE_BREAK:
            break;      /* inline content lies in leaves */
        }
    }
}

/* On a web page a body's headings can be led to: "part-1". On paper nothing leads there. */
static void
draw_body(struct door_drawer *drawer, const struct door_prose *body, int shift)
{
    const struct door_prose *block;
    int part = 0;

    for (block = body->children; block; block = block->next) {
        struct door_prose alone = *block;

        alone.next = NULL;
        if (block->type == DOOR_PROSE_HEADING && !drawer->sink)
            draw_leaf(drawer, block, heading_name(block->level + shift),
                    door_arena_format(&drawer->drawing->worker->scratch, DOOR_PART_ID, ++part));
        else
            draw_blocks(drawer, &alone, shift, false);
    }
}

void
door_drawer_prose(struct door_drawer *drawer, const struct door_path *path, int shift)
{
    const struct door_prose *const *body = door_path_value(path, drawer->slots);

    if (body && *body)
        draw_body(drawer, *body, shift);
}
