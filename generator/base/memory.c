/*
 * memory - malloc, calloc and realloc for the whole program, its libraries too: one that fails ends the program.
 *
 * HarfBuzz and Pango go on without what they could not allocate, and would print wrong letters without a word; libyaml
 * and libxml2 call a sound file broken. Here no library ever meets a NULL: glibc lets a program stand in for these
 * functions ("Replacing malloc" in its manual) and has its own under a second name. Nothing is freed or flushed at the
 * end, since the library that asked may hold a lock; the old site stands, as after a kill.
 *
 * Sanitised builds have functions of their own for this, and another C library keeps its own: there libraries fail as
 * they do. No header: whoever calls malloc comes here.
 */
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#if defined(__GLIBC__) && !defined(DOOR_ARENA_SPREAD)

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *piece, size_t size);

static void *
there(void *piece)
{
    static const char message[] = "frontdoor: out of memory\n";

    if (piece)
        return piece;
    (void)!write(STDERR_FILENO, message, sizeof message - 1);       /* perhaps nobody listens */
    _exit(2);
}

void *
malloc(size_t size)
{
    return there(__libc_malloc(size));
}

void *
calloc(size_t count, size_t size)
{
    return there(__libc_calloc(count, size));
}

/* To no bytes at all means to free, and gives NULL. */
void *
realloc(void *piece, size_t size)
{
    void *larger = __libc_realloc(piece, size);

    return size || !piece ? there(larger) : larger;
}

#else

typedef int door_memory_is_left_to_the_libraries;   /* a file must hold something */

#endif
