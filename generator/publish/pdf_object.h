/*
 * pdf_object - a PDF file as numbered objects, and the writers for numbers and texts inside them.
 *
 * Objects are written as plain text with their references ("7 0 R"). At the end qpdf reads them once, which checks
 * them, and writes the file: compressed, in object streams, with an id made from the content.
 *
 * Owns:   the objects' bytes, until door_pdf_file_release.
 * Called: by pdf.c and its parts. qpdf is known to pdf_object.c and pdf_words.c alone, so that it can be changed for
 *         something else.
 * Never:  knows what an object means.
 */
#ifndef DOOR_PUBLISH_PDF_OBJECT_H
#define DOOR_PUBLISH_PDF_OBJECT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct door_arena;

struct door_pdf_file {      /* begins with door_pdf_file_init */
    struct door_arena *arena;
    struct door_buf bytes;  /* between begin and end the object's body is added here */
    size_t *offsets;        /* of each object in bytes; 0 = not written yet */
    int count, capacity;    /* numbers 1 to count are taken */
};

void door_pdf_file_init(struct door_pdf_file *file, struct door_arena *arena);
void door_pdf_file_release(struct door_pdf_file *file);

/* Take this many numbers in a row; the first. Each must be written before the end. */
int door_pdf_reserve(struct door_pdf_file *file, int count);

void door_pdf_begin(struct door_pdf_file *file, int number);
void door_pdf_end(struct door_pdf_file *file);

/* A whole stream object. entries are what its dictionary holds besides the length: "/N 3", or "". */
void door_pdf_stream(struct door_pdf_file *file, int number, const char *entries, const void *bytes, size_t size);

/* Append the finished file to out. */
void door_pdf_finish(struct door_pdf_file *file, int catalog, int info, struct door_buf *out);

/* A number with at most three decimals, "-0.25", whatever the locale. */
void door_pdf_number(struct door_buf *out, double value);

/* Digits of base 16, most significant first. */
void door_pdf_hex(struct door_buf *out, unsigned value, int digits);

/* The UTF-16BE of clean text in hex, without brackets. */
void door_pdf_utf16(struct door_buf *out, const char *text);

/* A text string object: (...) for plain ASCII, else <FEFF...>. */
void door_pdf_text(struct door_buf *out, const char *text);

#endif
