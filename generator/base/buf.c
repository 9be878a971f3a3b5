#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

void
door_buf_enlarge(struct door_buf *buf, size_t size)
{
    size_t capacity = buf->capacity ? buf->capacity : 128;
    char *data;

    if (size > SIZE_MAX / 4 || buf->size > SIZE_MAX / 4)
        door_fail("out of memory");
    while (capacity <= buf->size + size)
        capacity *= 2;
    data = realloc(buf->data, capacity);
    if (!data)
        door_fail("out of memory");
    buf->data = data;
    buf->capacity = capacity;
}

void
door_buf_format(struct door_buf *buf, const char *format, ...)
{
    va_list arguments;
    int size;

    va_start(arguments, format);
    size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        door_fail("out of memory");
    door_buf_reserve(buf, (size_t)size);
    va_start(arguments, format);
    vsnprintf(buf->data + buf->size, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buf->size += (size_t)size;
}

const char *
door_buf_string(const struct door_buf *buf)
{
    return buf->data ? buf->data : "";
}

void
door_buf_clear(struct door_buf *buf)
{
    buf->size = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void
door_buf_release(struct door_buf *buf)
{
    free(buf->data);
    *buf = (struct door_buf){ 0 };
}
