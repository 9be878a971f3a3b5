#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
door_fail(const char *format, ...)
{
    va_list arguments;

    /* Two workers may fail at once: the first to get the stream speaks, the other waits for the end. */
    flockfile(stderr);
    fputs("frontdoor: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    fflush(stdout);
    fflush(stderr);     /* it may be a file */
    _exit(2);       /* exit would take down libraries that other workers are still in */
}

void
door_fail_path(const char *path, int error)
{
    door_fail("%s: %s", path, strerror(error));
}
