#include "content/po.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clean.h"
#include "base/map.h"

/*
 * The grammar is gettext's (gettext-tools/src/po-lex.c and po-gram-gen.y): words and strings in any layout, "#" begins
 * a comment, "#~" and "#|" mark the rest of a line as obsolete and as previous.
 */

enum token {
    TOKEN_END,
    TOKEN_COMMENT,
    TOKEN_CONTEXT,
    TOKEN_ID,
    TOKEN_PLURAL,
    TOKEN_TEXT,
    TOKEN_NUMBER,       /* [0] */
    TOKEN_STRING,
    TOKEN_BROKEN,       /* reported, or any other word */
};

struct scanner {
    struct door_arena *arena;
    struct door_diag *diag;
    const char *file, *p, *end;
    const char *line_start;
    int line;
    const char *counted;            /* so far the columns of the line are counted */
    int column;                     /* of counted */
    char *pool;                     /* where decoded text goes: it never outgrows the file */
    enum token token;               /* the one read last */
    const char *token_start;
    const char *token_line;         /* where its line begins */
    struct door_place token_place;
    int number;                     /* of NUMBER */
    bool obsolete, previous;        /* the line is marked so */
    bool odd;                       /* a string held an escape that can spell unclean text */
    bool told;                      /* the message being read is broken, and that was told */
    bool failed;
};

static struct door_place
here(struct scanner *scanner)
{
    for (; scanner->counted < scanner->p; scanner->counted++)
        scanner->column += ((unsigned char)*scanner->counted & 0xC0) != 0x80;
    return (struct door_place){ scanner->file, scanner->line, scanner->column };
}

static void
refuse(struct scanner *scanner, struct door_place place, const char *message, const char *hint)
{
    if (!scanner->told)
        door_diag_error(scanner->diag, place, "po-syntax", hint, "%s", message);
    scanner->told = scanner->failed = true;
}

/* --- tokens --- */

static int
digit(char c, int base)
{
    int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
            : c >= 'A' && c <= 'F' ? c - 'A' + 10 : base;

    return value < base ? value : -1;
}

/* \101 or \x41, which goes on as long as there are digits; p is at its first. What is more than a byte is refused. */
static bool
decode_number(struct scanner *scanner, int base, int most)
{
    int value = 0, digits = 0;

    while (scanner->p < scanner->end && digits < most && digit(*scanner->p, base) >= 0) {
        if (value < 256)
            value = value * base + digit(*scanner->p, base);
        scanner->p++;
        digits++;
    }
    *scanner->pool++ = (char)value;
    scanner->odd = true;
    return digits > 0 && value < 256;
}

/* The backslash is read; p is at the character behind it. */
static bool
decode_escape(struct scanner *scanner)
{
    static const char letters[] = "nt\"\\rabfv", meant[] = "\n\t\"\\\r\a\b\f\v";
    char c = scanner->p < scanner->end ? *scanner->p : 0;
    const char *known = c ? strchr(letters, c) : NULL;

    if (known) {
        scanner->odd = scanner->odd || known - letters > 4;
        *scanner->pool++ = meant[known - letters];
        scanner->p++;
        return true;
    }
    if (c == 'x') {
        scanner->p++;
        return decode_number(scanner, 16, INT_MAX);
    }
    return digit(c, 8) >= 0 && decode_number(scanner, 8, 3);
}

/* A string, decoded into the pool; p is at its opening quotation mark. */
static enum token
scan_string(struct scanner *scanner)
{
    scanner->p++;
    while (scanner->p < scanner->end && *scanner->p != '\n') {
        char c = *scanner->p++;

        if (c == '"')
            return TOKEN_STRING;
        if (c != '\\') {
            *scanner->pool++ = c;
        } else if (!decode_escape(scanner)) {
            refuse(scanner, here(scanner), "a backslash before a character that it does not go with",
                    "Write \\\\ for a backslash, \\n for a new line and \\\" for a quotation mark.");
            return TOKEN_BROKEN;
        }
    }
    refuse(scanner, scanner->token_place, "a quotation mark that is not closed on its line",
            "End each line's text with a quotation mark.");
    return TOKEN_BROKEN;
}

/* The number of a plural form: [0]. */
static enum token
scan_number(struct scanner *scanner)
{
    scanner->number = 0;
    for (scanner->p++; scanner->p < scanner->end && digit(*scanner->p, 10) >= 0; scanner->p++)
        if (scanner->number < 1000)
            scanner->number = scanner->number * 10 + digit(*scanner->p, 10);
    if (scanner->p == scanner->end || *scanner->p != ']')
        return TOKEN_BROKEN;
    scanner->p++;
    return TOKEN_NUMBER;
}

static enum token
scan_word(struct scanner *scanner)
{
    static const struct {
        const char *word;
        enum token token;
    } words[] = {
        { "msgid", TOKEN_ID }, { "msgstr", TOKEN_TEXT }, { "msgctxt", TOKEN_CONTEXT }, { "msgid_plural", TOKEN_PLURAL },
    };
    struct door_span word = { scanner->p, 0 };
    size_t i;

    while (scanner->p < scanner->end && !strchr(" \t\r\n\f\v\"[#", *scanner->p))
        scanner->p++, word.size++;
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (door_span_is(word, words[i].word))
            return words[i].token;
    if (!word.size)
        scanner->p++;       /* a stray bracket */
    return TOKEN_BROKEN;
}

static enum token
scan_comment(struct scanner *scanner)
{
    const char *stop = memchr(scanner->p, '\n', (size_t)(scanner->end - scanner->p));

    scanner->p = stop ? stop : scanner->end;
    return TOKEN_COMMENT;
}

static void
next_line(struct scanner *scanner)
{
    scanner->counted = scanner->line_start = ++scanner->p;
    scanner->column = 1;
    scanner->line++;
    scanner->obsolete = scanner->previous = false;
}

/* Step over white space and the marks of a line. */
static void
skip(struct scanner *scanner)
{
    for (; scanner->p < scanner->end; ) {
        if (*scanner->p == '\n')
            next_line(scanner);
        else if (*scanner->p == ' ' || (*scanner->p >= '\t' && *scanner->p <= '\r'))
            scanner->p++;
        else if (scanner->p[0] == '#' && scanner->p + 1 < scanner->end && scanner->p[1] == '~')
            scanner->p += 2, scanner->obsolete = true;
        else if (scanner->p[0] == '#' && scanner->p + 1 < scanner->end && scanner->p[1] == '|')
            scanner->p += 2, scanner->previous = true;
        else if (scanner->p[0] == '|' && scanner->obsolete)
            scanner->p++, scanner->previous = true;
        else
            return;
    }
}

static void
advance(struct scanner *scanner)
{
    skip(scanner);
    scanner->token_start = scanner->p;
    scanner->token_line = scanner->line_start;
    scanner->token_place = here(scanner);
    if (scanner->p == scanner->end)
        scanner->token = TOKEN_END;
    else if (*scanner->p == '"')
        scanner->token = scan_string(scanner);
    else if (*scanner->p == '#')
        scanner->token = scan_comment(scanner);
    else
        scanner->token = *scanner->p == '[' ? scan_number(scanner) : scan_word(scanner);
}

/* --- messages --- */

/* The strings behind the word that was just read, joined. NULL after an error was told. */
static const char *
read_text(struct scanner *scanner, const char *word)
{
    bool obsolete = scanner->obsolete, previous = scanner->previous;
    struct door_place place = scanner->token_place;
    char *text = scanner->pool;
    size_t size, bad;

    scanner->odd = false;
    advance(scanner);
    if (scanner->token != TOKEN_STRING)
        refuse(scanner, place, door_arena_format(scanner->arena, "no text behind %s", word),
                "Write the text in double quotes, or \"\" for none.");
    for (; scanner->token == TOKEN_STRING; advance(scanner))
        if (scanner->obsolete != obsolete || scanner->previous != previous)
            refuse(scanner, scanner->token_place, "a line without the mark (#~ or #|) of the line above",
                    "Begin it with the same mark.");
    size = (size_t)(scanner->pool - text);
    *scanner->pool++ = '\0';
    if (scanner->odd && door_clean_find(text, size, &bad)) {
        if (!scanner->told)
            door_clean_report(text + bad, place, scanner->diag);
        scanner->told = scanner->failed = true;
    }
    return scanner->told ? NULL : text;
}

static bool
has_flag(struct door_span line, const char *flag)
{
    static const char between[] = " \t\r,";
    size_t i = 2, start;        /* behind "#," */

    while (i < line.size) {
        for (; i < line.size && strchr(between, line.start[i]); i++)
            ;
        for (start = i; i < line.size && !strchr(between, line.start[i]); i++)
            ;
        if (door_span_is((struct door_span){ line.start + start, i - start }, flag))
            return true;
    }
    return false;
}

static void
read_comment(struct scanner *scanner, struct door_po_message *message)
{
    struct door_span line = { scanner->token_start, (size_t)(scanner->p - scanner->token_start) };
    struct door_span said = { line.start + 1, line.size - 1 };

    if (line.size > 1 && line.start[1] == ',')
        message->fuzzy = has_flag(line, "fuzzy");       /* of several lines the last counts, as to libgettextpo */
    else if (line.size > 1 && (line.start[1] == ' ' || line.start[1] == '\t'))
        message->machine = message->machine || door_span_is(door_text_trim(said), "frontdoor: machine");
}

static void
read_previous(struct scanner *scanner, struct door_po_message *message)
{
    switch (scanner->token) {
    case TOKEN_CONTEXT:
        message->previous_context = read_text(scanner, "#| msgctxt");
        break;
    case TOKEN_ID:
        message->previous_id = read_text(scanner, "#| msgid");
        break;
    case TOKEN_PLURAL:
        message->previous_plural_id = read_text(scanner, "#| msgid_plural");
        break;
    case TOKEN_END:
    case TOKEN_COMMENT:
    case TOKEN_TEXT:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_BROKEN:
        refuse(scanner, scanner->token_place, "a line of #| that is neither msgctxt nor msgid", NULL);
        break;
    }
}

/* Where the line of the token begins, or the token itself if a text of the message before stands on that line too. */
static const char *
line_of_token(const struct scanner *scanner)
{
    return memchr(scanner->token_line, '"', (size_t)(scanner->token_start - scanner->token_line))
            ? scanner->token_start : scanner->token_line;
}

/* Read what stands before a message; the token is then its first word, or the end. */
static void
read_before(struct scanner *scanner, struct door_po_message *message)
{
    const char *start = NULL, *stop;

    while (!scanner->told && (scanner->token == TOKEN_COMMENT || (scanner->previous && scanner->token != TOKEN_END))) {
        if (!start)
            start = line_of_token(scanner);
        if (scanner->token == TOKEN_COMMENT) {
            read_comment(scanner, message);
            advance(scanner);
        } else {
            read_previous(scanner, message);
        }
    }
    stop = scanner->token == TOKEN_END ? scanner->end : scanner->token_line;
    if (!start)
        start = stop;
    message->comments = (struct door_span){ start, stop > start ? (size_t)(stop - start) : 0 };
}

/* A token that begins no message. A quotation mark inside a text is the usual reason. */
static void
refuse_token(struct scanner *scanner)
{
    if (scanner->token == TOKEN_TEXT || scanner->token == TOKEN_PLURAL)
        refuse(scanner, scanner->token_place, "no msgid above this line", NULL);
    else
        refuse(scanner, scanner->token_place, "text outside the quotation marks",
                "Write \\\" for a quotation mark inside a text, and # before a comment.");
}

static void
read_forms(struct scanner *scanner, struct door_po_message *message)
{
    while (!scanner->told && scanner->token == TOKEN_TEXT && scanner->obsolete == message->obsolete
            && !scanner->previous) {
        struct door_place place = scanner->token_place;

        advance(scanner);
        if (scanner->token != TOKEN_NUMBER || scanner->number != (int)message->text_count)
            refuse(scanner, place, door_arena_format(scanner->arena, "this is not msgstr[%zu]", message->text_count),
                    "Plural forms are numbered in order, from msgstr[0].");
        else if (message->text_count == DOOR_PO_FORMS)
            refuse(scanner, place, "more plural forms than any language has", NULL);
        else
            message->texts[message->text_count++] = read_text(scanner, "msgstr");
    }
    if (!message->text_count)
        refuse(scanner, scanner->token_place, "no msgstr[0] below msgid_plural", "Write msgstr[0] \"\" below it.");
}

static void
read_texts(struct scanner *scanner, struct door_po_message *message)
{
    if (scanner->token == TOKEN_PLURAL)
        message->plural_id = read_text(scanner, "msgid_plural");
    message->text_place = scanner->token_place;
    if (scanner->told)
        return;
    if (scanner->token == TOKEN_BROKEN) {
        refuse_token(scanner);
    } else if (scanner->token != TOKEN_TEXT || scanner->obsolete != message->obsolete) {
        refuse(scanner, scanner->token_place, "no msgstr below msgid", "Write msgstr \"\" for what is not translated.");
    } else if (message->plural_id) {
        read_forms(scanner, message);
    } else {
        message->texts[0] = read_text(scanner, "msgstr");
        message->text_count = 1;
    }
}

/* Does the token begin the next message? A comment does if an empty line stands before it. */
static bool
begins_message(const struct scanner *scanner)
{
    const char *line = scanner->token_line;

    if (scanner->token == TOKEN_COMMENT)
        return scanner->token_place.line > 2 && line[-1] == '\n' && (line[-2] == '\n' || line[-2] == '\r');
    return scanner->token == TOKEN_CONTEXT || scanner->token == TOKEN_ID;
}

/* After a mistake: go on behind the next empty line, unless the next message has begun already. */
static void
recover(struct scanner *scanner)
{
    const char *p;

    scanner->told = false;
    if (begins_message(scanner))
        return;
    for (;;) {
        const char *stop = memchr(scanner->p, '\n', (size_t)(scanner->end - scanner->p));

        if (!stop) {
            scanner->p = scanner->end;
            break;
        }
        scanner->p = stop;
        next_line(scanner);
        for (p = scanner->p; p < scanner->end && (*p == ' ' || *p == '\t' || *p == '\r'); p++)
            ;
        if (p == scanner->end || *p == '\n')
            break;
    }
    advance(scanner);
}

/* Read one message. False at the end of the file, or when it was broken (then the scanner stands behind it). */
static bool
read_message(struct scanner *scanner, struct door_po_message *message)
{
    read_before(scanner, message);
    if (scanner->token == TOKEN_END && !scanner->told)
        return false;
    message->obsolete = scanner->obsolete;
    message->place = scanner->token_place;
    if (scanner->token == TOKEN_CONTEXT && !scanner->told)
        message->context = read_text(scanner, "msgctxt");
    if (scanner->token == TOKEN_ID && !scanner->told) {
        message->place = scanner->token_place;
        if (scanner->obsolete != message->obsolete)
            refuse(scanner, scanner->token_place, "a line without the mark (#~) of the line above",
                    "Begin it with the same mark.");
        message->id = read_text(scanner, "msgid");
    } else if (message->context) {
        refuse(scanner, scanner->token_place, "no msgid below msgctxt", NULL);
    } else {
        refuse_token(scanner);
    }
    if (!scanner->told)
        read_texts(scanner, message);
    if (!scanner->told)
        return true;
    recover(scanner);
    return false;
}

static bool
is_twice(struct scanner *scanner, struct door_map *seen, const struct door_po_message *message)
{
    const char *key = door_po_key(scanner->arena, message->context, message->id);
    const struct door_po_message *earlier = door_map_find(seen, key);

    if (!earlier) {
        door_map_put(seen, scanner->arena, key, message);
        return false;
    }
    door_diag_error(scanner->diag, message->place, "po-twice", door_arena_format(scanner->arena,
            "It is already on line %d; keep one of them.", earlier->place.line), "this message is in the file twice");
    scanner->failed = true;
    return true;
}

/* The header's charset; what is not ASCII has been checked to be UTF-8 already. */
static void
check_header(struct scanner *scanner, const struct door_po_message *message)
{
    const char *charset = strstr(message->texts[0], "charset=");
    size_t size;

    if (!charset)
        return;
    charset += strlen("charset=");
    size = strcspn(charset, " \t\r\n;");
    charset = door_arena_copy(scanner->arena, charset, size);
    if (door_text_same(charset, "UTF-8") || door_text_same(charset, "UTF8") || door_text_same(charset, "CHARSET"))
        return;
    door_diag_error(scanner->diag, message->text_place, "text-encoding",
            "Save the file as UTF-8, and write charset=UTF-8 here.", "the header says charset \"%s\"", charset);
    scanner->failed = true;
}

static size_t
count_ids(const char *p, const char *end)
{
    size_t count = 0;

    while ((p = memmem(p, (size_t)(end - p), "msgid", 5))) {
        count++;
        p += 5;
    }
    return count;
}

static void
read_all(struct scanner *scanner, struct door_po *po)
{
    struct door_po_message *messages = door_arena_array(scanner->arena, count_ids(scanner->p, scanner->end) + 1,
            sizeof *messages);
    struct door_po_message header;
    struct door_map seen = { 0 };

    advance(scanner);
    while (scanner->token != TOKEN_END || scanner->told) {
        struct door_po_message *message = &messages[po->count];

        *message = (struct door_po_message){ 0 };
        if (!read_message(scanner, message)) {
            po->tail = message->comments;
        } else if (!message->id[0] && !message->context && !message->obsolete) {
            if (!po->header[0])
                header = *message;
            if (is_twice(scanner, &seen, po->header[0] ? message : &header))
                continue;
            check_header(scanner, message);
            po->header = message->texts[0];
            po->header_place = message->text_place;
            po->header_comments = message->comments;
        } else if (!is_twice(scanner, &seen, message)) {
            po->count++;
        }
    }
    po->messages = messages;
}

const char *
door_po_key(struct door_arena *arena, const char *context, const char *id)
{
    size_t before = context ? strlen(context) : 0, size = strlen(id);
    char *key = door_arena_alloc(arena, before + size + 2);

    if (context)
        memcpy(key, context, before);
    key[before] = context ? '\4' : '\5';
    memcpy(key + before + 1, id, size);
    return key;
}

void
door_po_write_key(struct door_buf *out, const char *context, const char *id)
{
    door_buf_text(out, context ? context : "");
    door_buf_char(out, context ? '\4' : '\5');
    door_buf_text(out, id);
}

bool
door_po_parse(struct door_arena *arena, const char *file, const char *bytes, size_t size, struct door_po *po,
        struct door_diag *diag)
{
    struct scanner scanner = { .arena = arena, .diag = diag, .file = file, .line = 1, .column = 1 };

    *po = (struct door_po){ .file = file, .header = "" };
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        bytes += 3, size -= 3;
    if (!door_clean_check(file, bytes, size, diag))
        return false;
    scanner.p = scanner.line_start = scanner.counted = bytes;
    scanner.end = bytes + size;
    scanner.pool = door_arena_alloc(arena, size + 1);
    read_all(&scanner, po);
    return !scanner.failed;
}
