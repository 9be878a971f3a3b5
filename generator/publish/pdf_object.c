#include "publish/pdf_object.h"

#include <assert.h>
#include <math.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/text.h"

void
door_pdf_file_init(struct door_pdf_file *file, struct door_arena *arena)
{
    *file = (struct door_pdf_file){ .arena = arena };
    door_buf_text(&file->bytes, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");  /* the bytes above 127 mark it as binary */
}

void
door_pdf_file_release(struct door_pdf_file *file)
{
    door_buf_release(&file->bytes);
}

int
door_pdf_reserve(struct door_pdf_file *file, int count)
{
    int first = file->count + 1;

    if (file->count + count >= file->capacity) {
        int capacity = 2 * (file->count + count) + 64;
        size_t *offsets = door_arena_array(file->arena, (size_t)capacity, sizeof *offsets);

        if (file->offsets)
            memcpy(offsets, file->offsets, (size_t)file->capacity * sizeof *offsets);
        file->offsets = offsets;
        file->capacity = capacity;
    }
    file->count += count;
    return first;
}

void
door_pdf_begin(struct door_pdf_file *file, int number)
{
    assert(number >= 1 && number <= file->count && !file->offsets[number]);
    file->offsets[number] = file->bytes.size;
    door_buf_format(&file->bytes, "%d 0 obj\n", number);
}

void
door_pdf_end(struct door_pdf_file *file)
{
    door_buf_text(&file->bytes, "\nendobj\n");
}

void
door_pdf_stream(struct door_pdf_file *file, int number, const char *entries, const void *bytes, size_t size)
{
    door_pdf_begin(file, number);
    door_buf_format(&file->bytes, "<<%s/Length %zu>>\nstream\n", entries, size);
    door_buf_add(&file->bytes, bytes, size);
    door_buf_text(&file->bytes, "\nendstream");
    door_pdf_end(file);
}

static void
write_xref(struct door_pdf_file *file, int catalog, int info)
{
    size_t start = file->bytes.size;
    int i;

    door_buf_format(&file->bytes, "xref\n0 %d\n0000000000 65535 f \n", file->count + 1);
    for (i = 1; i <= file->count; i++) {
        assert(file->offsets[i]);
        door_buf_format(&file->bytes, "%010zu 00000 n \n", file->offsets[i]);
    }
    door_buf_format(&file->bytes, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%zu\n%%%%EOF\n",
            file->count + 1, catalog, info, start);
}

/* What qpdf has to say is a mistake of ours or a lack of memory: it has seen nothing that an editor wrote as PDF. */
static void
require(qpdf_data qpdf, QPDF_ERROR_CODE code)
{
    qpdf_error error = NULL;

    if (qpdf_has_error(qpdf))
        error = qpdf_get_error(qpdf);
    else if (qpdf_more_warnings(qpdf))
        error = qpdf_next_warning(qpdf);
    if (error || code != QPDF_SUCCESS)
        door_fail("cannot write a PDF: %s", error ? qpdf_get_error_full_text(qpdf, error) : "qpdf failed");
}

void
door_pdf_finish(struct door_pdf_file *file, int catalog, int info, struct door_buf *out)
{
    qpdf_data qpdf = qpdf_init();

    write_xref(file, catalog, info);
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);    /* they are still counted */
    require(qpdf, qpdf_read_memory(qpdf, "booklet", file->bytes.data, file->bytes.size, NULL));
    /* Options come after init_write, which resets them. */
    require(qpdf, qpdf_init_write_memory(qpdf));
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);     /* PDF/A-2, 6.1.7.1 */
    qpdf_force_pdf_version(qpdf, "1.7");
    require(qpdf, qpdf_write(qpdf));
    door_buf_add(out, (const char *)qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
    qpdf_cleanup(&qpdf);
}

void
door_pdf_number(struct door_buf *out, double value)
{
    long thousandths = lround(fabs(value) * 1000);
    char digits[24];
    int at = (int)sizeof digits, place;
    bool fraction = false;

    if (value < 0 && thousandths)
        door_buf_char(out, '-');
    for (place = 0; place < 3; place++, thousandths /= 10) {
        fraction = fraction || thousandths % 10;
        if (fraction)
            digits[--at] = (char)('0' + thousandths % 10);
    }
    if (fraction)
        digits[--at] = '.';
    do
        digits[--at] = (char)('0' + thousandths % 10);
    while (thousandths /= 10);
    door_buf_add(out, digits + at, sizeof digits - (size_t)at);
}

void
door_pdf_hex(struct door_buf *out, unsigned value, int digits)
{
    char text[8];
    int i;

    assert(digits >= 1 && digits <= 8);
    for (i = digits - 1; i >= 0; i--, value >>= 4)
        text[i] = "0123456789ABCDEF"[value & 15];
    door_buf_add(out, text, (size_t)digits);
}

void
door_pdf_utf16(struct door_buf *out, const char *text)
{
    while (*text) {
        unsigned c = (unsigned)door_text_next(&text);

        if (c >= 0x10000) {
            door_pdf_hex(out, 0xD800 + ((c - 0x10000) >> 10), 4);
            c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        door_pdf_hex(out, c, 4);
    }
}

void
door_pdf_text(struct door_buf *out, const char *text)
{
    const char *p;

    for (p = text; *p >= ' ' && *p <= '~'; p++)
        ;
    if (*p) {
        door_buf_text(out, "<FEFF");
        door_pdf_utf16(out, text);
        door_buf_char(out, '>');
        return;
    }
    door_buf_char(out, '(');
    for (p = text; *p; p++) {
        if (*p == '(' || *p == ')' || *p == '\\')
            door_buf_char(out, '\\');
        door_buf_char(out, *p);
    }
    door_buf_char(out, ')');
}
