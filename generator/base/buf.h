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
#include <string.h>

struct door_buf {       /* starts as { 0 } */
    char *data;         /* NULL until something is written; then size bytes and a NUL */
    size_t size, capacity;
};

/* Every writer calls these again and again, so what is done each time stands here. */
static inline void door_buf_add(struct door_buf *buf, const char *bytes, size_t size);
static inline void door_buf_text(struct door_buf *buf, const char *text);
static inline void door_buf_char(struct door_buf *buf, char c);
void door_buf_format(struct door_buf *buf, const char *format, ...)
        __attribute__((format(printf, 2, 3)));

/* Make room for size more bytes and a NUL, so that a hot loop may write them itself. */
static inline void door_buf_reserve(struct door_buf *buf, size_t size);

/* The text so far; "" if nothing was written. Valid until the next write. */
const char *door_buf_string(const struct door_buf *buf);

/* Forget the text, keep the room. */
void door_buf_clear(struct door_buf *buf);

void door_buf_release(struct door_buf *buf);

/* For door_buf_reserve alone: there is too little room. */
void door_buf_enlarge(struct door_buf *buf, size_t size);

static inline void
door_buf_reserve(struct door_buf *buf, size_t size)
{
    if (size >= buf->capacity - buf->size)
        door_buf_enlarge(buf, size);
}

static inline void
door_buf_add(struct door_buf *buf, const char *bytes, size_t size)
{
    door_buf_reserve(buf, size);
    if (size)
        memcpy(buf->data + buf->size, bytes, size);
    buf->size += size;
    buf->data[buf->size] = '\0';
}

static inline void
door_buf_text(struct door_buf *buf, const char *text)
{
    door_buf_add(buf, text, strlen(text));
}

static inline void
door_buf_char(struct door_buf *buf, char c)
{
    door_buf_add(buf, &c, 1);
}

#endif
