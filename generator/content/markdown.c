#include "content/markdown.h"

#include <cmark.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clean.h"
#include "base/prose.h"
#include "base/text.h"
#include "content/link.h"
#include "content/marks.h"
#include "content/emphasis.h"

#define DEEPEST 32

struct reader {
    struct door_arena *arena;
    struct door_diag *diag;
    struct door_place place;    /* where the text begins */
    bool fixed;                 /* all of it is said to stand at place: the words of a catalogue or of a field */
    const char *text;
    size_t size;
    const char **lines;         /* where each line begins; made in index when first asked for */
    int line_count;
    struct door_buf index;
    const char *counted;        /* how far the columns of a line are counted: nodes come in order */
    int counted_line, counted_byte, counted_column;
    struct door_place leaf_place;   /* of the leaf block being read */
    int leaf_line, leaf_byte;       /* the same as cmark counts it */
    int heading;                /* level of the last heading, 1 before the first */
    struct door_buf words;      /* text not yet put into the tree */
    struct door_place words_place;
    bool failed;
};

/* A list of siblings being made. */
struct run {
    struct door_prose **tail, *last;
    bool at_edge;               /* the ends of this list are the ends of a leaf block */
};

/* The line behind this one, or NULL. Lines end with a line feed, a carriage return, or both. */
static const char *
next_line(const char *line, const char *end)
{
    const char *feed = memchr(line, '\n', (size_t)(end - line));
    const char *back = memchr(line, '\r', (size_t)((feed ? feed : end) - line));

    if (back && back + 1 != feed)
        return back + 1;
    return feed ? feed + 1 : NULL;
}

static void
index_lines(struct reader *reader)
{
    const char *end = reader->text + reader->size, *p;

    for (p = reader->text; p; p = next_line(p, end), reader->line_count++)
        door_buf_add(&reader->index, (const char *)&p, sizeof p);
    reader->lines = (const char **)(void *)reader->index.data;
}

/* cmark counts columns in bytes, and forgets the spaces that indent a later line of a leaf block. */
static int
column_of(struct reader *reader, int line, int byte)
{
    const char *p, *end = reader->text + reader->size;
    int i;

    if (!reader->lines)
        index_lines(reader);
    if (line > reader->line_count)
        return 1;
    p = reader->lines[line - 1];
    if (line > reader->leaf_line && reader->leaf_line) {
        for (i = 1; i < reader->leaf_byte && p + i < end && p[i - 1] != '\n'; i++)
            ;
        byte += (int)strspn(p + i - 1, " \t");
    }
    if (line != reader->counted_line || byte < reader->counted_byte) {
        reader->counted = p;
        reader->counted_line = line;
        reader->counted_byte = reader->counted_column = 1;
    }
    for (; reader->counted + 1 < end && reader->counted_byte < byte; reader->counted_byte++)
        reader->counted_column += (*++reader->counted & 0xC0) != 0x80;
    return reader->counted_column;
}

static struct door_place
place_of(struct reader *reader, cmark_node *node)
{
    int line = cmark_node_get_start_line(node), byte = cmark_node_get_start_column(node);
    struct door_place place = reader->place;

    if (reader->fixed)
        return place;
    if (line < 1)
        return reader->leaf_place;      /* cmark does not say where a break stands */
    place.line += line - 1;
    place.column = byte <= 1 && line <= reader->leaf_line ? 1 : column_of(reader, line, byte);
    return place;
}

static void
refuse(struct reader *reader, struct door_place place, const char *id, const char *message, const char *hint)
{
    door_diag_error(reader->diag, place, id, hint, "%s", message);
    reader->failed = true;
}

static void
refuse_at(struct reader *reader, const struct door_prose *prose, const char *id, const char *message, const char *hint)
{
    refuse(reader, door_prose_place(prose, reader->place.file), id, message, hint);
}

static struct door_prose *
new_prose(struct reader *reader, enum door_prose_type type, struct door_place place)
{
    struct door_prose *prose = door_arena_alloc(reader->arena, sizeof *prose);

    prose->type = type;
    prose->line = place.line;
    prose->column = (unsigned)place.column;
    return prose;
}

static void
append(struct run *run, struct door_prose *prose)
{
    *run->tail = prose;
    run->tail = &prose->next;
    run->last = prose;
}

/* --- words --- */

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Add text to the words that wait, each run of white space as one space: an editor's line breaks carry no meaning. */
static void
gather(struct reader *reader, cmark_node *node, const char *text)
{
    struct door_buf *words = &reader->words;

    if (!words->size || (words->size == 1 && words->data[0] == ' '))
        reader->words_place = place_of(reader, node);
    while (*text) {
        /* up to white space that is not one space, which the words of most texts do not have */
        size_t words_size = strcspn(text, "\t\n\v\f\r");
        const char *wide = strstr(text, "  ");

        if (wide && (size_t)(wide - text) < words_size)
            words_size = (size_t)(wide - text);
        if (text[0] == ' ' && words->size && words->data[words->size - 1] == ' ')
            text++, words_size -= words_size > 0;
        door_buf_add(words, text, words_size);
        text += words_size;
        if (!*text)
            break;
        for (; is_space(*text); text++)
            ;
        if (!words->size || words->data[words->size - 1] != ' ')
            door_buf_char(words, ' ');
    }
}

/* Put the waiting words into the list. at_end: a leaf block or a line ends behind them. */
static void
settle(struct reader *reader, struct run *run, bool at_end)
{
    struct door_span span = { door_buf_string(&reader->words), reader->words.size };
    struct door_prose *last = run->last, *text;
    bool starts = last ? last->type == DOOR_PROSE_BREAK : run->at_edge;

    if (span.size && span.start[0] == ' ' && (starts || (last && last->type == DOOR_PROSE_TEXT
            && door_text_ends(last->text, " "))))
        span.start++, span.size--;
    if (at_end && span.size && span.start[span.size - 1] == ' ')
        span.size--;
    if (span.size && last && last->type == DOOR_PROSE_TEXT) {
        last->text = door_arena_format(reader->arena, "%s%.*s", last->text, (int)span.size, span.start);
    } else if (span.size) {
        text = new_prose(reader, DOOR_PROSE_TEXT, reader->words_place);
        text->text = door_arena_copy(reader->arena, span.start, span.size);
        append(run, text);
    }
    door_buf_clear(&reader->words);
}

/* A character that a file may not hold can still be written as "&#8238;". */
static void
check_words(struct reader *reader, cmark_node *node, const char *text)
{
    size_t bad;

    if (door_clean_find(text, strlen(text), &bad) && !reader->failed) {
        door_clean_report(text + bad, place_of(reader, node), reader->diag);
        reader->failed = true;
    }
}

/* --- inline content --- */

static void read_inlines(struct reader *reader, cmark_node *parent, struct run *run, unsigned inside, int depth);

static struct run
run_into(struct door_prose *prose)
{
    struct run run = { &prose->children, NULL, false };

    while (*run.tail) {
        run.last = *run.tail;
        run.tail = &run.last->next;
    }
    return run;
}

/*
 * Emphasis inside emphasis says nothing more, and two that touch are one: folding both leaves one way to write a
 * tree down, so that the words of a leaf block come back as they were (base/prose.c).
 */
static void
read_emphasis(struct reader *reader, cmark_node *node, struct run *run, enum door_prose_type type, unsigned inside,
        int depth)
{
    struct door_prose *prose;
    struct run children;

    if (inside & 1u << type) {
        read_inlines(reader, node, run, inside, depth + 1);
        return;
    }
    settle(reader, run, false);
    if (!run->last || run->last->type != type)
        append(run, new_prose(reader, type, place_of(reader, node)));
    prose = run->last;
    children = run_into(prose);
    read_inlines(reader, node, &children, inside | 1u << type, depth + 1);
    settle(reader, &children, false);
}

static void
read_link(struct reader *reader, cmark_node *node, struct run *run, unsigned inside, int depth)
{
    struct door_prose *link;
    struct run children;

    if (inside & 1u << DOOR_PROSE_LINK)     /* cmark lets an address between < and > through */
        refuse(reader, place_of(reader, node), "markdown-link-text", "a link inside the words of another link",
                "Take one of them out of the other's [ ].");
    settle(reader, run, false);
    link = new_prose(reader, DOOR_PROSE_LINK, place_of(reader, node));
    link->url = door_arena_text(reader->arena, cmark_node_get_url(node));
    append(run, link);
    children = run_into(link);
    read_inlines(reader, node, &children, inside | 1u << DOOR_PROSE_LINK, depth + 1);
    settle(reader, &children, false);
    if (!door_link_check(reader->arena, link, reader->place.file, reader->diag))
        reader->failed = true;
    if (cmark_node_get_title(node)[0])
        door_diag_warn(reader->diag, door_prose_place(link, reader->place.file), "markdown-link-title",
                "Say it in the sentence around the link.", "a link's title is not shown");
}

static void
read_inline(struct reader *reader, cmark_node *node, struct run *run, unsigned inside, int depth)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        check_words(reader, node, cmark_node_get_literal(node));
        gather(reader, node, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        gather(reader, node, " ");
        break;
    case CMARK_NODE_LINEBREAK:
        settle(reader, run, true);
        append(run, new_prose(reader, DOOR_PROSE_BREAK, place_of(reader, node)));
        break;
    case CMARK_NODE_EMPH:
        read_emphasis(reader, node, run, DOOR_PROSE_EMPHASIS, inside, depth);
        break;
    case CMARK_NODE_STRONG:
        read_emphasis(reader, node, run, DOOR_PROSE_STRONG, inside, depth);
        break;
    case CMARK_NODE_LINK:
        read_link(reader, node, run, inside, depth);
        break;
    case CMARK_NODE_IMAGE:
        refuse(reader, place_of(reader, node), "markdown-image", "a picture in the text",
                "Use the image field: image: {file: media/name.jpg, alt: What it shows}.");
        break;
    case CMARK_NODE_CODE:
        refuse(reader, place_of(reader, node), "markdown-code", "text between backticks",
                "Take the backticks (`) away.");
        break;
    default:
        refuse(reader, place_of(reader, node), "markdown-html", "HTML in the text",
                "Write it in Markdown; put a backslash before a < that is meant as itself.");
        break;
    }
}

static void
read_inlines(struct reader *reader, cmark_node *parent, struct run *run, unsigned inside, int depth)
{
    cmark_node *node;

    if (depth > DEEPEST) {
        refuse(reader, place_of(reader, parent), "markdown-deep", "nested too deeply", NULL);
        return;
    }
    for (node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        read_inline(reader, node, run, inside, depth);
}

static void
drop_last(struct door_prose *parent, struct run *run)
{
    struct door_prose **last = &parent->children;

    while ((*last)->next)
        last = &(*last)->next;
    *last = NULL;
    *run = run_into(parent);
}

/* A body's leaf blocks are handed to translators. What comes back from them is not handed on, and may be tangled. */
static void
check_emphasis(struct reader *reader, const struct door_prose *leaf)
{
    const struct door_prose *tangle = reader->fixed || reader->failed ? NULL
            : door_emphasis_find_tangle(reader->arena, leaf);

    if (tangle && tangle->type == DOOR_PROSE_TEXT)
        refuse_at(reader, tangle, "markdown-stars", "the stars or brackets among these words could be marks",
                "Say it without them.");
    else if (tangle)
        refuse_at(reader, tangle, "markdown-stars", "bold and italic words run into each other here",
                "Put the stars around whole words, with a space between bold and italic ones.");
}

/* The lines of a leaf block as they were written, from where it begins. */
static struct door_span
source_of(struct reader *reader, cmark_node *node)
{
    int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
    const char *start, *end = reader->text + reader->size;

    if (!reader->lines)
        index_lines(reader);
    start = reader->lines[first - 1] + cmark_node_get_start_column(node) - 1;
    if (last < reader->line_count)
        end = reader->lines[last];
    return (struct door_span){ start, (size_t)(end - start) };
}

static void
check_marks(struct reader *reader, cmark_node *node, const struct door_prose *leaf)
{
    size_t count, i;
    const struct door_mark *marks = door_marks_find(reader->arena, leaf, source_of(reader, node), &count);

    for (i = 0; i < count; i++) {
        struct door_place place = door_prose_place(leaf, reader->place.file);

        if (!reader->fixed) {
            place.line += marks[i].line;
            place.column = marks[i].column + (marks[i].line ? 1 : place.column);
        }
        refuse(reader, place, marks[i].id, marks[i].message, marks[i].hint);
    }
}

/* Breaks at the end of a leaf block part nothing. */
static void
read_leaf(struct reader *reader, cmark_node *node, struct door_prose *leaf)
{
    struct run run = { &leaf->children, NULL, true };

    reader->leaf_place = door_prose_place(leaf, reader->place.file);
    reader->leaf_line = cmark_node_get_start_line(node);
    reader->leaf_byte = cmark_node_get_start_column(node);
    read_inlines(reader, node, &run, 0, 0);
    reader->leaf_line = 0;
    settle(reader, &run, true);
    while (run.last && run.last->type == DOOR_PROSE_BREAK)
        drop_last(leaf, &run);
    check_marks(reader, node, leaf);
    check_emphasis(reader, leaf);
}

/* --- blocks --- */

/* The row below a pipe table's headings: "|---|:--:|". */
static bool
is_table_row(cmark_node *node)
{
    bool pipe = false, dash = false;

    for (; node && cmark_node_get_type(node) == CMARK_NODE_TEXT; node = cmark_node_next(node)) {
        const char *text = cmark_node_get_literal(node);

        if (text[strspn(text, "|-: \t")])
            return false;
        pipe = pipe || strchr(text, '|');
        dash = dash || strchr(text, '-');
    }
    return pipe && dash && (!node || cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK);
}

static bool
is_table(cmark_node *paragraph)
{
    cmark_node *node;

    for (node = cmark_node_first_child(paragraph); node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK && is_table_row(cmark_node_next(node)))
            return true;
    return false;
}

static void
check_heading(struct reader *reader, const struct door_prose *heading)
{
    int before = reader->heading;

    reader->heading = heading->level;
    if (heading->level == 1) {
        refuse_at(reader, heading, "markdown-heading-1", "a heading of level 1",
                "Begin with ##; the page's own heading is the name.");
    } else if (heading->level > before + 1) {
        refuse_at(reader, heading, "markdown-heading-skip",
                door_arena_format(reader->arena, before == 1 ? "the first heading is of level %d"
                    : "a heading of level %d below one of level %d", heading->level, before),
                door_arena_format(reader->arena, "Begin it with %.*s.", before + 1, "######"));
    }
    if (!heading->children)
        refuse_at(reader, heading, "markdown-heading-empty", "a heading without words",
                "Write the heading behind the #, or take the line away.");
}

/* "Some words", and "---" below them: hardly anybody knows that this is a heading. */
static void
check_underline(struct reader *reader, cmark_node *node, const struct door_prose *heading)
{
    if (cmark_node_get_end_line(node) > cmark_node_get_start_line(node) && !reader->failed)
        refuse_at(reader, heading, "markdown-underline", "the line of hyphens below this makes a heading of it",
                "Leave an empty line above the hyphens; a heading begins with ## and a space.");
}

static void read_blocks(struct reader *reader, cmark_node *parent, struct door_prose *prose, int depth);

static struct door_prose *
read_container(struct reader *reader, cmark_node *node, enum door_prose_type type, int depth)
{
    struct door_prose *prose = new_prose(reader, type, place_of(reader, node));

    if (type == DOOR_PROSE_LIST) {
        prose->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        prose->level = prose->ordered ? cmark_node_get_list_start(node) : 0;
        prose->tight = cmark_node_get_list_tight(node) != 0;
    }
    read_blocks(reader, node, prose, depth + 1);
    return prose;
}

static struct door_prose *
read_heading(struct reader *reader, cmark_node *node)
{
    struct door_prose *heading = new_prose(reader, DOOR_PROSE_HEADING, place_of(reader, node));

    heading->level = cmark_node_get_heading_level(node);
    read_leaf(reader, node, heading);
    check_heading(reader, heading);
    check_underline(reader, node, heading);
    return heading;
}

/* NULL for a paragraph that says nothing: a catalogue could not hold its empty words. */
static struct door_prose *
read_paragraph(struct reader *reader, cmark_node *node)
{
    struct door_prose *paragraph = new_prose(reader, DOOR_PROSE_PARAGRAPH, place_of(reader, node));

    if (is_table(node)) {
        refuse_at(reader, paragraph, "markdown-table", "a table",
                "Write a list instead: tables do not fit phones and are hard to hear read out.");
        return NULL;
    }
    read_leaf(reader, node, paragraph);
    return paragraph->children ? paragraph : NULL;
}

static struct door_prose *
read_block(struct reader *reader, cmark_node *node, int depth)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        return read_paragraph(reader, node);
    case CMARK_NODE_HEADING:
        return read_heading(reader, node);
    case CMARK_NODE_LIST:
        return read_container(reader, node, DOOR_PROSE_LIST, depth);
    case CMARK_NODE_ITEM:
        return read_container(reader, node, DOOR_PROSE_ITEM, depth);
    case CMARK_NODE_BLOCK_QUOTE:
        return read_container(reader, node, DOOR_PROSE_QUOTE, depth);
    case CMARK_NODE_THEMATIC_BREAK:
        return new_prose(reader, DOOR_PROSE_RULE, place_of(reader, node));
    case CMARK_NODE_CODE_BLOCK:
        refuse(reader, place_of(reader, node), "markdown-code", "a block of code",
                "Begin the line at the left: four spaces or ``` in front of text make it code.");
        return NULL;
    default:
        refuse(reader, place_of(reader, node), "markdown-html", "HTML in the text",
                "Write it in Markdown; put a backslash before a < that is meant as itself.");
        return NULL;
    }
}

static void
read_blocks(struct reader *reader, cmark_node *parent, struct door_prose *prose, int depth)
{
    struct run run = run_into(prose);
    struct door_prose *block;
    cmark_node *node;

    if (depth > DEEPEST) {
        refuse_at(reader, prose, "markdown-deep", "nested too deeply", NULL);
        return;
    }
    for (node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
        block = read_block(reader, node, depth);
        if (block)
            append(&run, block);
    }
}

struct door_prose *
door_markdown_parse(struct door_arena *arena, struct door_place place, const char *text, size_t size,
        struct door_diag *diag)
{
    struct reader reader = {
        .arena = arena, .diag = diag, .place = place, .text = text, .size = size, .heading = 1,
    };
    cmark_node *document = cmark_parse_document(text, size, CMARK_OPT_DEFAULT);
    struct door_prose *body = new_prose(&reader, DOOR_PROSE_BODY, place);

    read_blocks(&reader, document, body, 0);
    cmark_node_free(document);
    door_buf_release(&reader.words);
    door_buf_release(&reader.index);
    return reader.failed ? NULL : body;
}

/* Is this one paragraph? HTML passes: read_block has better words for it. */
static bool
is_inline(cmark_node *document)
{
    cmark_node *first = cmark_node_first_child(document);

    return first && !cmark_node_next(first) && (cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH
            || cmark_node_get_type(first) == CMARK_NODE_HTML_BLOCK);
}

struct door_prose *
door_markdown_inline(struct door_arena *arena, struct door_place place, const char *text, struct door_diag *diag)
{
    struct reader reader = {
        .arena = arena, .diag = diag, .place = place, .fixed = true, .text = text, .size = strlen(text),
    };
    cmark_node *document = cmark_parse_document(text, reader.size, CMARK_OPT_DEFAULT);
    struct door_prose body = { .type = DOOR_PROSE_BODY, .line = place.line, .column = (unsigned)place.column };

    if (is_inline(document))
        read_blocks(&reader, document, &body, 0);
    if (!body.children && !reader.failed)
        refuse(&reader, place, "po-markdown", "these words are not one paragraph",
                "Leave out empty lines, and put a backslash before a # - + > or \"1.\" that begins a line.");
    cmark_node_free(document);
    door_buf_release(&reader.words);
    door_buf_release(&reader.index);
    return reader.failed ? NULL : body.children;
}
