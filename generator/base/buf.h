/*
 * buf - text that grows.
 *
 * Owns:   its bytes, until door_buf_release.
 * Called: by every writer.
 * Never:  fails: a machine without memory ends the program in door_fail.
 */
#ifndef DOOR_BASE_BUF_H
#define DOOR_BASE_BUF_H

#include <stddef.h>

struct door_buf {       /* starts as { 0 } */
    char *data;         /* NULL until something is written; then size bytes and a NUL */
    size_t size, capacity;
};

void door_buf_add(struct door_buf *buf, const char *bytes, size_t size);
void door_buf_text(struct door_buf *buf, const char *text);
void door_buf_char(struct door_buf *buf, char c);
void door_buf_format(struct door_buf *buf, const char *format, ...)
        __attribute__((format(printf, 2, 3)));

/* Make room for size more bytes and a NUL, so that a hot loop may write them itself. */
void door_buf_reserve(struct door_buf *buf, size_t size);

/* The text so far; "" if nothing was written. Valid until the next write. */
const char *door_buf_string(const struct door_buf *buf);

/* Forget the text, keep the room. */
void door_buf_clear(struct door_buf *buf);

void door_buf_release(struct door_buf *buf);

#endif
