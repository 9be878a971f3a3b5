/* PO: what our scanner takes, libgettextpo reads as the same messages. */
#include "fuzz.h"

#include <gettext-po.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "content/po.h"

/* How many errors libgettextpo has told of the file it reads: its handler gets no context. */
static size_t error_count;

static void
on_error(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
        const char *text)
{
    (void)message, (void)file, (void)line, (void)column, (void)multiline, (void)text;
    error_count += severity != PO_SEVERITY_WARNING;
}

static void
on_error2(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
        const char *text, po_message_t message2, const char *file2, size_t line2, size_t column2, int multiline2,
        const char *text2)
{
    (void)message2, (void)file2, (void)line2, (void)column2, (void)multiline2, (void)text2;
    on_error(severity, message, file, line, column, multiline, text);
}

static void
assert_same_text(const char *ours, const char *theirs)
{
    assert(!ours == !theirs);
    if (ours && strcmp(ours, theirs) != 0) {
        fprintf(stderr, "ours: %s\ntheirs: %s\n", ours, theirs);
        assert(!"the same text");
    }
}

static void
assert_same_message(const struct door_po_message *ours, po_message_t theirs)
{
    size_t i;

    assert_same_text(ours->context, po_message_msgctxt(theirs));
    assert_same_text(ours->id, po_message_msgid(theirs));
    assert_same_text(ours->plural_id, po_message_msgid_plural(theirs));
    assert_same_text(ours->previous_context, po_message_prev_msgctxt(theirs));
    assert_same_text(ours->previous_id, po_message_prev_msgid(theirs));
    assert_same_text(ours->previous_plural_id, po_message_prev_msgid_plural(theirs));
    assert(ours->fuzzy == (po_message_is_fuzzy(theirs) != 0));
    assert(ours->obsolete == (po_message_is_obsolete(theirs) != 0));
    for (i = 0; i < ours->text_count && ours->plural_id; i++)
        assert_same_text(ours->texts[i], po_message_msgstr_plural(theirs, (int)i));
    if (ours->plural_id)
        assert(!po_message_msgstr_plural(theirs, (int)i));
    else
        assert_same_text(ours->texts[0], po_message_msgstr(theirs));
}

static void
compare(const struct door_po *po, po_file_t file)
{
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    const char *header = po_file_domain_header(file, NULL);
    po_message_t message;
    size_t i = 0;

    assert(strcmp(po->header, header ? header : "") == 0);
    while ((message = po_next_message(iterator))) {
        if (!po_message_msgid(message)[0] && !po_message_msgctxt(message) && !po_message_is_obsolete(message))
            continue;
        assert(i < po->count);
        assert_same_message(&po->messages[i++], message);
    }
    assert(i == po->count);
    po_message_iterator_free(iterator);
}

static void
check_against_gettext(const struct door_po *po, const char *bytes, size_t size)
{
    const struct po_xerror_handler handler = { on_error, on_error2 };
    int memory = memfd_create("x.po", 0);
    char path[32];
    po_file_t file;

    assert(memory >= 0 && write(memory, bytes, size) == (ssize_t)size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
    error_count = 0;
    file = po_file_read(path, &handler);
    if (file && !error_count)
        compare(po, file);
    if (file)
        po_file_free(file);
    close(memory);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    char *bytes = fuzz_file(data, size);
    struct door_po po;
    bool taken = door_po_parse(&arena, "x.po", bytes, size, &po, diag);

    assert(taken == (door_diag_errors(diag) == 0));
    /* Without the charset libgettextpo takes what is not ASCII for something else. */
    if (taken && strstr(po.header, "Content-Type: text/plain; charset=UTF-8\n"))
        check_against_gettext(&po, bytes, size);
    fuzz_check_problems(diag, fuzz_lines(data, size));
    free(bytes);
    door_diag_close(diag);
    door_arena_release(&arena);
    return 0;
}
