#include "content/po_file.h"

#include <assert.h>
#include <errno.h>
#include <gettext-po.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/map.h"
#include "content/po.h"
#include "content/po_match.h"

/* --- libgettextpo --- */

/* Only writing can go wrong here, and only for want of memory or disk. */
static void
on_error(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
        const char *text)
{
    (void)message, (void)file, (void)line, (void)column, (void)multiline;
    if (severity != PO_SEVERITY_WARNING)
        door_fail("writing a catalogue: %s", text);
}

static void
on_error2(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
        const char *text, po_message_t message2, const char *file2, size_t line2, size_t column2, int multiline2,
        const char *text2)
{
    (void)message2, (void)file2, (void)line2, (void)column2, (void)multiline2, (void)text2;
    on_error(severity, message, file, line, column, multiline, text);
}

static const struct po_xerror_handler handler = { on_error, on_error2 };

/* --- what translators wrote in comments --- */

struct said {           /* by translators, about one message */
    const char *comments;   /* lines, each with \n; "" if none */
    const char *flags;      /* all but fuzzy, parted by ", "; "" if none */
};

static struct door_span
next_line(struct door_span *rest)
{
    const char *stop = memchr(rest->start, '\n', rest->size);
    struct door_span line = { rest->start, stop ? (size_t)(stop - rest->start) : rest->size };
    size_t step = line.size + (stop != NULL);

    rest->start += step;
    rest->size -= step;
    if (line.size && line.start[line.size - 1] == '\r')
        line.size--;
    return line;
}

static void
add_flags(struct door_buf *flags, struct door_span line)
{
    size_t i = 0, start;

    while (i < line.size) {
        struct door_span flag;

        for (start = i; i < line.size && line.start[i] != ','; i++)
            ;
        flag = door_text_trim((struct door_span){ line.start + start, i - start });
        i++;
        if (!flag.size || door_span_is(flag, "fuzzy"))
            continue;
        if (flags->size)
            door_buf_text(flags, ", ");
        door_buf_add(flags, flag.start, flag.size);
    }
}

static struct said
said_of(struct door_arena *arena, struct door_span rest)
{
    struct door_buf comments = { 0 }, flags = { 0 };
    struct said said;

    while (rest.size) {
        struct door_span line = next_line(&rest);

        if (!line.size || line.start[0] != '#')
            continue;
        line.start++, line.size--;
        if (line.size && line.start[0] == ',') {
            add_flags(&flags, (struct door_span){ line.start + 1, line.size - 1 });
        } else if (!line.size || !strchr(".:|~", line.start[0])) {
            if (line.size && line.start[0] == ' ')
                line.start++, line.size--;
            door_buf_add(&comments, line.start, line.size);
            door_buf_char(&comments, '\n');
        }
    }
    said.comments = door_arena_text(arena, door_buf_string(&comments));
    said.flags = door_arena_text(arena, door_buf_string(&flags));
    door_buf_release(&comments);
    door_buf_release(&flags);
    return said;
}

/* --- messages --- */

struct update {
    struct door_arena *arena;
    struct door_po po;              /* what was there */
    size_t forms;                   /* plural forms of the language */
    po_file_t file;
    po_message_iterator_t iterator;
    const char **flags;             /* of each message written, as libgettextpo drops those it does not know */
    size_t count;
};

static bool
is_translated(const struct door_po_message *message)
{
    size_t i;

    for (i = 0; i < message->text_count; i++)
        if (message->texts[i][0])
            return true;
    return false;
}

/* Give a message the translation of `from`, whose English may have had another number of forms. */
static void
set_texts(const struct update *update, po_message_t message, bool plural, const struct door_po_message *from)
{
    size_t i, forms = update->forms;

    if (!plural) {
        po_message_set_msgstr(message, from ? from->texts[0] : "");
        return;
    }
    if (from && from->text_count > forms)
        forms = from->text_count;
    for (i = 0; i < forms; i++)
        po_message_set_msgstr_plural(message, (int)i, from && i < from->text_count ? from->texts[i] : "");
}

static void
set_previous(po_message_t message, const struct door_po_message *from, bool changed)
{
    if (from->previous_id || !changed) {
        po_message_set_prev_msgctxt(message, from->previous_context);
        po_message_set_prev_msgid(message, from->previous_id);
        po_message_set_prev_msgid_plural(message, from->previous_plural_id);
    } else {
        po_message_set_prev_msgid(message, from->id);
        po_message_set_prev_msgid_plural(message, from->plural_id);
    }
}

static po_message_t
new_message(struct update *update, const char *context, const char *id, const char *plural_id)
{
    po_message_t message = po_message_create();

    if (context)
        po_message_set_msgctxt(message, context);
    po_message_set_msgid(message, id);
    if (plural_id)
        po_message_set_msgid_plural(message, plural_id);
    update->flags[update->count++] = "";
    return message;
}

/* Take over what translators said of `from`. */
static void
set_said(struct update *update, po_message_t message, struct door_span comments)
{
    struct said said = said_of(update->arena, comments);

    po_message_set_comments(message, said.comments);
    update->flags[update->count - 1] = said.flags;
}

/* A text that has lost its plural keeps its first form; what the others said is kept in words. */
static void
keep_forms(struct update *update, po_message_t message, const struct door_po_message *from)
{
    const char *comments = po_message_comments(message);
    size_t i;

    for (i = 1; i < from->text_count; i++)
        if (from->texts[i][0])
            comments = door_arena_format(update->arena, "%smsgstr[%zu] was: %s\n", comments, i, from->texts[i]);
    po_message_set_comments(message, comments);
}

static void
set_source(struct update *update, po_message_t message, const struct door_po_match *match)
{
    const struct door_po_wanted *wanted = match->wanted;
    const char *note = wanted->note ? door_arena_format(update->arena, "%s\n", wanted->note) : "";
    size_t i;

    if (wanted->limit)
        note = door_arena_format(update->arena, "%sAt most %zu characters.\n", note, wanted->limit);
    po_message_set_extracted_comments(message, note);
    for (i = 0; i < match->place_count; i++)
        po_message_add_filepos(message, match->places[i].file,
                match->places[i].line ? (size_t)match->places[i].line : (size_t)-1);
}

static void
add_wanted(struct update *update, const struct door_po_match *match)
{
    const struct door_po_wanted *wanted = match->wanted;
    const struct door_po_message *from = match->from;
    po_message_t message = new_message(update, wanted->context, wanted->id, wanted->plural_id);
    bool changed = from && (match->changed || !from->plural_id != !wanted->plural_id
            || (from->plural_id && strcmp(from->plural_id, wanted->plural_id) != 0));

    set_source(update, message, match);
    set_texts(update, message, wanted->plural_id != NULL, from);
    if (from) {
        set_said(update, message, from->comments);
        if (!wanted->plural_id)
            keep_forms(update, message, from);
        if (is_translated(from) && (from->fuzzy || changed)) {
            po_message_set_fuzzy(message, 1);
            set_previous(message, from, changed);
        }
    }
    po_message_insert(update->iterator, message);
}

/* The first form that has words. */
static const char *
some_text(const struct door_po_message *message)
{
    size_t i = 0;

    while (!message->texts[i][0])
        i++;
    return message->texts[i];
}

/*
 * Keep what is not wanted any more, if a translator put words into it. libgettextpo writes no obsolete message whose
 * first form is empty, so that one is given the words of another.
 */
static void
add_obsolete(struct update *update, const struct door_po_message *from)
{
    po_message_t message;

    if (!is_translated(from))
        return;
    message = new_message(update, from->context, from->id, from->plural_id);
    set_texts(update, message, from->plural_id != NULL, from);
    if (from->plural_id)
        po_message_set_msgstr_plural(message, 0, some_text(from));
    set_said(update, message, from->comments);
    po_message_set_obsolete(message, 1);
    po_message_set_fuzzy(message, from->fuzzy);
    set_previous(message, from, false);
    po_message_insert(update->iterator, message);
}

/* --- the header --- */

struct header_field {
    const char *name, *value;
};

static bool
is_placeholder(const char *value)
{
    return !value[0] || strstr(value, "CHARSET") || strstr(value, "INTEGER");
}

/* libgettextpo takes what stands behind the header's first "charset=" for the file's encoding, and none for ASCII. */
static bool
says_utf_8(const char *header)
{
    const char *charset = strstr(header, "charset=");

    return charset && strncasecmp(charset + strlen("charset="), "UTF-8", 5) == 0;
}

static const char *
write_header(struct door_arena *arena, const char *old, const char *language)
{
    char *code = door_arena_text(arena, language), *hyphen;
    enum { CONTENT_TYPE = 2 };
    const struct header_field fields[] = {
        { "Language", code },
        { "MIME-Version", "1.0" },
        { "Content-Type", "text/plain; charset=UTF-8" },
        { "Content-Transfer-Encoding", "8bit" },
        { "Plural-Forms", door_po_plural_forms(language) },
    };
    size_t i;

    for (hyphen = code; (hyphen = strchr(hyphen, '-')); )
        *hyphen = '_';      /* gettext's way of writing "pt-BR" */
    for (i = 0; i < sizeof fields / sizeof *fields; i++) {
        char *value = po_header_field(old, fields[i].name), *changed;

        if (!value || is_placeholder(value) || (i == CONTENT_TYPE && !says_utf_8(value))) {
            changed = po_header_set_field(old, fields[i].name, fields[i].value);
            old = door_arena_text(arena, changed);
            free(changed);
        }
        free(value);
    }
    return says_utf_8(old) ? old : write_header(arena, "", language);
}

static void
add_header(struct update *update, const char *language)
{
    const char *header = write_header(update->arena, update->po.header, language), *forms;
    po_message_t message = po_message_create();
    char *value = po_header_field(header, "Plural-Forms");
    struct said said = said_of(update->arena, update->po.header_comments);

    forms = value ? strstr(value, "nplurals=") : NULL;
    update->forms = forms ? (size_t)strtoul(forms + strlen("nplurals="), NULL, 10) : 2;
    if (update->forms < 1 || update->forms > DOOR_PO_FORMS)
        update->forms = 2;
    free(value);
    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header);
    po_message_set_comments(message, said.comments);
    po_message_insert(update->iterator, message);
}

/* --- the file's text --- */

/* po_file_write knows only names of files. */
static const char *
print_file(struct door_arena *arena, po_file_t file, size_t *size)
{
    int descriptor = memfd_create("catalogue", MFD_CLOEXEC);
    const char *path = door_arena_format(arena, "/proc/self/fd/%d", descriptor);
    char *bytes;

    if (descriptor < 0)
        door_fail("out of memory");
    po_file_write(file, path, &handler);
    bytes = door_file_read(arena, path, size);
    if (!bytes)
        door_fail_path(path, errno);
    close(descriptor);
    return bytes;
}

/* Put flags into the comments of a message: on its line of flags, or on a new one before the earlier English. */
static void
write_flags(struct door_buf *out, struct door_span comments, const char *flags)
{
    const char *stop = comments.start + comments.size;
    struct door_span rest = comments, line;
    bool done = false;

    while (rest.start < stop) {
        const char *start = rest.start;

        line = next_line(&rest);
        if (!done && line.size > 1 && (line.start[1] == '|' || line.start[1] == '~')) {
            door_buf_format(out, "#, %s\n", flags);
            done = true;
        }
        door_buf_add(out, line.start, line.size);
        if (!done && line.size > 1 && line.start[1] == ',') {
            door_buf_format(out, ", %s", flags);
            done = true;
        }
        door_buf_add(out, line.start + line.size, (size_t)(rest.start - start) - line.size);
    }
    if (!done)
        door_buf_format(out, "#, %s\n", flags);
}

/* Copy the printed file to out and put back the flags and last comments that libgettextpo has dropped. */
static void
finish(const struct update *update, const char *bytes, size_t size, struct door_buf *out, struct door_diag *diag)
{
    struct door_po written;
    const char *done = bytes;
    size_t i;
    bool ok = door_po_parse(update->arena, update->po.file, bytes, size, &written, diag);

    assert(ok && written.count == update->count);
    for (i = 0; i < written.count; i++) {
        struct door_span comments = written.messages[i].comments;

        if (!update->flags[i][0])
            continue;
        door_buf_add(out, done, (size_t)(comments.start - done));
        write_flags(out, comments, update->flags[i]);
        done = comments.start + comments.size;
    }
    door_buf_add(out, done, (size_t)(bytes + size - done));
    if (door_text_trim(update->po.tail).size) {
        door_buf_char(out, '\n');
        door_buf_add(out, update->po.tail.start, update->po.tail.size);
    }
}

static void
add_messages(struct update *update, const struct door_po_wanted *wanted, size_t count)
{
    struct door_po_match *matches = door_arena_array(update->arena, count, sizeof *matches);
    bool *used = door_arena_array(update->arena, update->po.count, sizeof *used);
    size_t kept = door_po_match(update->arena, &update->po, wanted, count, matches, used), i;

    update->flags = door_arena_array(update->arena, kept + update->po.count, sizeof *update->flags);
    for (i = 0; i < kept; i++)
        add_wanted(update, &matches[i]);
    for (i = 0; i < update->po.count; i++)
        if (!used[i])
            add_obsolete(update, &update->po.messages[i]);
}

/* Messages of entries that have moved get their new contexts; words that stand there already are newer. */
static void
follow(struct door_arena *arena, struct door_po *po, const struct door_map *moved)
{
    struct door_po_message *messages = door_arena_array(arena, po->count, sizeof *messages);
    struct door_map there = { 0 };
    size_t i;

    for (i = 0; i < po->count; i++) {
        messages[i] = po->messages[i];
        door_map_put(&there, arena, door_po_key(arena, messages[i].context, messages[i].id), &messages[i]);
    }
    for (i = 0; i < po->count; i++) {
        const char *field = messages[i].context ? strchr(messages[i].context, '#') : NULL;
        const char *entry = !field ? NULL : door_map_find(moved,
                door_arena_copy(arena, messages[i].context, (size_t)(field - messages[i].context)));
        const char *context = entry ? door_arena_format(arena, "%s%s", entry, field) : NULL;

        if (context && !door_map_find(&there, door_po_key(arena, context, messages[i].id)))
            messages[i].context = context;
    }
    po->messages = messages;
}

bool
door_po_update(struct door_arena *arena, const char *path, const char *file, const char *language,
        const struct door_po_wanted *wanted, size_t count, const struct door_map *moved, struct door_buf *out,
        struct door_diag *diag)
{
    struct update update = { .arena = arena, .po = { .file = file, .header = "" } };
    const char *bytes;
    size_t size;

    if (door_file_exists(path)) {
        bytes = door_file_read(arena, path, &size);
        if (!bytes)
            door_fail_path(path, errno);
        if (!door_po_parse(arena, file, bytes, size, &update.po, diag))
            return false;
        if (moved)
            follow(arena, &update.po, moved);
    }
    update.file = po_file_create();
    update.iterator = po_message_iterator(update.file, NULL);
    add_header(&update, language);
    add_messages(&update, wanted, count);
    po_message_iterator_free(update.iterator);
    bytes = print_file(arena, update.file, &size);
    po_file_free(update.file);
    finish(&update, bytes, size, out, diag);
    return true;
}
