#include "publish/pdf_words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/text.h"

#define DEEPEST 100             /* arrays and dictionaries in each other */

struct reading {
    qpdf_data qpdf;
    struct door_arena arena;
    struct door_map meanings;   /* "12 0041": the text of a code of the font that is object 12 */
    struct door_map fonts;      /* object numbers whose map was read */
    struct door_buf *out;
};

/* One page's content while it is read. */
struct content {
    struct reading *reading;
    qpdf_oh fonts;              /* the page's, by name */
    const char *at, *end;
    const char *name;           /* the last one: a font's, or what the next string is */
    int font;                   /* an object number */
    int depth, hidden;          /* of marked content; where text stands for the glyphs, that depth */
    const char *instead;        /* that text, from its string to its BDC */
};

/* --- text --- */

static void
add_code_point(struct door_buf *out, uint32_t c)
{
    if (c < 0x80) {
        door_buf_char(out, (char)c);
    } else if (c < 0x800) {
        door_buf_char(out, (char)(0xC0 | c >> 6));
        door_buf_char(out, (char)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        door_buf_char(out, (char)(0xE0 | c >> 12));
        door_buf_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
        door_buf_char(out, (char)(0x80 | (c & 0x3F)));
    } else {
        door_buf_char(out, (char)(0xF0 | c >> 18));
        door_buf_char(out, (char)(0x80 | (c >> 12 & 0x3F)));
        door_buf_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
        door_buf_char(out, (char)(0x80 | (c & 0x3F)));
    }
}

/* Four hexadecimal digits, or -1. */
static long
read_unit(struct door_span hex)
{
    char digits[5] = { 0 }, *stop;
    long unit;

    if (hex.size < 4)
        return -1;
    memcpy(digits, hex.start, 4);
    unit = strtol(digits, &stop, 16);
    return stop == digits + 4 ? unit : -1;
}

/* "FEFF00480069", with or without its mark, as text. */
static const char *
read_utf16(struct reading *reading, struct door_span hex)
{
    struct door_buf text = { 0 };
    const char *kept;
    long unit, low;

    for (; (unit = read_unit(hex)) >= 0; hex.start += 4, hex.size -= 4) {
        low = unit >= 0xD800 && unit < 0xDC00 ? read_unit((struct door_span){ hex.start + 4, hex.size - 4 }) : -1;
        if (low >= 0xDC00 && low < 0xE000) {
            hex.start += 4, hex.size -= 4;
            unit = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
        }
        if (unit != 0xFEFF && unit != 0x200B)   /* no character; one that stands for no text */
            add_code_point(&text, (uint32_t)unit);
    }
    kept = door_arena_text(&reading->arena, door_buf_string(&text));
    door_buf_release(&text);
    return kept;
}

/* --- fonts --- */

/* The next string of digits between < and >, from *at on; false behind the last. */
static bool
next_hex(const char **at, const char *end, struct door_span *hex)
{
    const char *open = memchr(*at, '<', (size_t)(end - *at));
    const char *close = open ? memchr(open, '>', (size_t)(end - open)) : NULL;

    if (!close)
        return false;
    *hex = (struct door_span){ open + 1, (size_t)(close - open - 1) };
    *at = close + 1;
    return true;
}

/* "<0041> <0048>": each line between beginbfchar and endbfchar. */
static void
read_map(struct reading *reading, int font, const char *at, const char *end)
{
    static const char begin[] = "beginbfchar", stop[] = "endbfchar";
    const char *last;
    struct door_span code, text;

    while ((at = memmem(at, (size_t)(end - at), begin, strlen(begin)))
            && (last = memmem(at, (size_t)(end - at), stop, strlen(stop)))) {
        while (next_hex(&at, last, &code) && next_hex(&at, last, &text)) {
            const char *key = door_arena_format(&reading->arena, "%d %.*s", font, (int)code.size, code.start);

            door_map_put(&reading->meanings, &reading->arena, key, read_utf16(reading, text));
        }
        at = last;
    }
}

static void
read_font(struct reading *reading, qpdf_oh font, int number)
{
    const char *key = door_arena_format(&reading->arena, "%d", number);
    qpdf_oh map = qpdf_oh_get_key(reading->qpdf, font, "/ToUnicode");
    unsigned char *data = NULL;
    size_t size = 0;

    if (door_map_find(&reading->fonts, key))
        return;
    door_map_put(&reading->fonts, &reading->arena, key, key);
    if (qpdf_oh_get_stream_data(reading->qpdf, map, qpdf_dl_generalized, NULL, &data, &size) == QPDF_SUCCESS && data)
        read_map(reading, number, (const char *)data, (const char *)data + size);
    free(data);
}

static void
choose_font(struct content *content)
{
    qpdf_data qpdf = content->reading->qpdf;
    qpdf_oh font = qpdf_oh_get_key_if_dict(qpdf, content->fonts, door_arena_join(&content->reading->arena, "/",
            content->name));

    content->font = qpdf_oh_get_object_id(qpdf, font);
    if (qpdf_oh_is_dictionary(qpdf, font))
        read_font(content->reading, font, content->font);
}

/* --- the words of a page --- */

static void
take_hex(struct content *content, struct door_span hex)
{
    struct reading *reading = content->reading;
    const char *text;

    if (strcmp(content->name, "ActualText") == 0) {
        content->instead = read_utf16(reading, hex);
        return;
    }
    for (; !content->hidden && hex.size >= 4; hex.start += 4, hex.size -= 4) {
        text = door_map_find(&reading->meanings, door_arena_format(&reading->arena, "%d %.4s", content->font,
                hex.start));
        if (text)
            door_buf_text(reading->out, text);
    }
}

static void
begin_marked(struct content *content)
{
    content->depth++;
    if (content->instead && !content->hidden) {
        door_buf_text(content->reading->out, content->instead);
        content->hidden = content->depth;
    }
    content->instead = NULL;
    content->name = "";
}

static void
end_marked(struct content *content)
{
    if (content->hidden == content->depth)
        content->hidden = 0;
    content->depth--;
}

static void
take_operator(struct content *content, struct door_span word)
{
    const char *operator = door_arena_copy(&content->reading->arena, word.start, word.size);

    if (strcmp(operator, "Tf") == 0)
        choose_font(content);
    else if (strcmp(operator, "Tm") == 0)
        door_buf_char(content->reading->out, '\n');     /* a run of its own, as at the end of a line */
    else if (strcmp(operator, "BDC") == 0 || strcmp(operator, "BMC") == 0)
        begin_marked(content);
    else if (strcmp(operator, "EMC") == 0)
        end_marked(content);
}

static struct door_span
read_word(struct content *content)
{
    const char *start = content->at;

    while (content->at < content->end && !memchr("/<>[]() \n\r\t", *content->at, 12))
        content->at++;
    return (struct door_span){ start, (size_t)(content->at - start) };
}

static void
read_token(struct content *content)
{
    struct door_span hex, word;

    switch (*content->at) {
    case '/':
        content->at++;
        word = read_word(content);
        content->name = door_arena_copy(&content->reading->arena, word.start, word.size);
        break;
    case '<':
        if (content->at + 1 < content->end && content->at[1] == '<')
            content->at += 2;
        else if (next_hex(&content->at, content->end, &hex))
            take_hex(content, hex);
        else
            content->at = content->end;
        break;
    case '(':       /* the one that is written so is empty */
        content->at++;
        if (strcmp(content->name, "ActualText") == 0)
            content->instead = "";
        break;
    case '>': case '[': case ']': case ')': case ' ': case '\n': case '\r': case '\t':
        content->at++;
        break;
    default:
        take_operator(content, read_word(content));
        break;
    }
}

static bool
read_page(struct reading *reading, qpdf_oh page)
{
    struct content content = { .reading = reading, .name = "" };
    unsigned char *data = NULL;
    size_t size = 0;

    if (qpdf_oh_get_page_content_data(reading->qpdf, page, &data, &size) != QPDF_SUCCESS)
        return false;
    content.fonts = qpdf_oh_get_key_if_dict(reading->qpdf, qpdf_oh_get_key(reading->qpdf, page, "/Resources"), "/Font");
    content.at = (const char *)data;
    content.end = content.at + size;
    while (content.at < content.end)
        read_token(&content);
    free(data);
    door_buf_char(reading->out, '\n');
    return true;
}

/* --- everything else --- */

static void read_object(struct reading *reading, qpdf_oh object, int depth);

/* What an object only points to has its own turn. */
static void
read_part(struct reading *reading, qpdf_oh object, int depth)
{
    if (!qpdf_oh_is_indirect(reading->qpdf, object))
        read_object(reading, object, depth + 1);
}

/* qpdf goes through one dictionary at a time, so its keys are gathered before what is in it is read. */
static void
read_dictionary(struct reading *reading, qpdf_oh dictionary, int depth)
{
    const char **keys = NULL;
    size_t count = 0, capacity = 0, i;

    for (qpdf_oh_begin_dict_key_iter(reading->qpdf, dictionary); qpdf_oh_dict_more_keys(reading->qpdf);) {
        keys = door_arena_grow(&reading->arena, keys, count, &capacity, sizeof *keys);
        keys[count++] = door_arena_text(&reading->arena, qpdf_oh_dict_next_key(reading->qpdf));
    }
    for (i = 0; i < count; i++)
        read_part(reading, qpdf_oh_get_key(reading->qpdf, dictionary, keys[i]), depth);
}

static void
read_object(struct reading *reading, qpdf_oh object, int depth)
{
    qpdf_data qpdf = reading->qpdf;
    int i, count;

    if (depth > DEEPEST)
        return;
    if (qpdf_oh_is_string(qpdf, object)) {
        door_buf_text(reading->out, qpdf_oh_get_utf8_value(qpdf, object));
        door_buf_char(reading->out, '\n');
    } else if (qpdf_oh_is_dictionary(qpdf, object)) {
        read_dictionary(reading, object, depth);
    } else if (qpdf_oh_is_array(qpdf, object)) {
        for (i = 0, count = qpdf_oh_get_array_n_items(qpdf, object); i < count; i++)
            read_part(reading, qpdf_oh_get_array_item(qpdf, object, i), depth);
    }
}

/* Titles, addresses of links, alternatives: whatever is a text. The XMP says nothing that the title does not. */
static void
read_objects(struct reading *reading)
{
    qpdf_oh size = qpdf_oh_get_key(reading->qpdf, qpdf_get_trailer(reading->qpdf), "/Size");
    int i, count = qpdf_oh_get_int_value_as_int(reading->qpdf, size);

    for (i = 1; i < count; i++)
        read_object(reading, qpdf_get_object_by_id(reading->qpdf, i, 0), 0);
}

bool
door_pdf_words_read(const char *bytes, size_t size, struct door_buf *out)
{
    struct reading reading = { .qpdf = qpdf_init(), .out = out };
    bool ok;
    int i, pages;

    qpdf_silence_errors(reading.qpdf);
    qpdf_set_suppress_warnings(reading.qpdf, QPDF_TRUE);    /* they are still counted */
    ok = qpdf_read_memory(reading.qpdf, "kept", bytes, size, NULL) == QPDF_SUCCESS;
    pages = ok ? qpdf_get_num_pages(reading.qpdf) : 0;
    for (i = 0; ok && i < pages; i++)
        ok = read_page(&reading, qpdf_get_page_n(reading.qpdf, (size_t)i));
    if (ok)
        read_objects(&reading);
    ok = ok && pages > 0 && !qpdf_more_warnings(reading.qpdf);
    if (qpdf_has_error(reading.qpdf)) {
        qpdf_get_error(reading.qpdf);       /* else qpdf tells of it on standard error */
        ok = false;
    }
    qpdf_cleanup(&reading.qpdf);
    door_arena_release(&reading.arena);
    return ok;
}
