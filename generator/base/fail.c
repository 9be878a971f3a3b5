#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
door_fail(const char *format, ...)
{
    va_list arguments;

    fputs("frontdoor: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(2);
}

void
door_fail_path(const char *path, int error)
{
    door_fail("%s: %s", path, strerror(error));
}
