/*
 * faults - loaded before the program's libraries (LD_PRELOAD), so that one call of the system fails.
 *
 *     FAULT_CALL=read     which call
 *     FAULT_NUMBER=3      the third of them fails; 0: none, and how often each was called is told at the end
 *     FAULT_ERROR=28      with this errno; 0: the program is killed there; -1: it is stopped there, and goes on well
 *
 * Only calls from the program's own code count, and each allocation.
 *     FAULT_LOG=FILE      gets a line when the fault happened
 *
 * Nothing of this is in the program: it does not know that it is tested.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum call {
    CALL_MALLOC, CALL_CALLOC, CALL_REALLOC, CALL_OPEN, CALL_OPENAT, CALL_FOPEN, CALL_OPENDIR, CALL_FDOPENDIR,
    CALL_READDIR, CALL_GETDENTS64,
    CALL_READ, CALL_WRITE, CALL_FWRITE, CALL_FFLUSH, CALL_FCLOSE, CALL_CLOSE, CALL_STAT, CALL_LSTAT, CALL_FSTAT,
    CALL_FSTATAT, CALL_ACCESS, CALL_RENAME, CALL_RENAMEAT, CALL_RENAMEAT2, CALL_LINKAT, CALL_UNLINK, CALL_UNLINKAT,
    CALL_MKDIR, CALL_MKDIRAT, CALL_SYNCFS, CALL_COUNT
};

static const char *const names[CALL_COUNT] = {
    "malloc", "calloc", "realloc", "open", "openat", "fopen", "opendir", "fdopendir",
    "readdir", "getdents64",
    "read", "write", "fwrite", "fflush", "fclose", "close", "stat", "lstat", "fstat",
    "fstatat", "access", "rename", "renameat", "renameat2", "linkat", "unlink", "unlinkat",
    "mkdir", "mkdirat", "syncfs",
};

static struct {
    uintptr_t begin, end;       /* the program's own code */
    enum call call;
    int number, error, log;
    bool ready;
    atomic_int counts[CALL_COUNT];
} plan;

static int
find_program(struct dl_phdr_info *info, size_t size, void *data)
{
    int i;

    (void)size;
    (void)data;
    for (i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_LOAD && info->dlpi_phdr[i].p_flags & PF_X) {
            plan.begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
            plan.end = plan.begin + info->dlpi_phdr[i].p_memsz;
        }
    return 1;       /* the first one is the program */
}

static const char *
setting(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

__attribute__((constructor))
static void
begin(void)
{
    int i;

    dl_iterate_phdr(find_program, NULL);
    plan.call = CALL_COUNT;
    for (i = 0; i < CALL_COUNT; i++)
        if (strcmp(setting("FAULT_CALL"), names[i]) == 0)
            plan.call = (enum call)i;
    plan.number = atoi(setting("FAULT_NUMBER"));
    plan.error = atoi(setting("FAULT_ERROR"));
    plan.log = (int)syscall(SYS_openat, AT_FDCWD, setting("FAULT_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    plan.ready = true;
}

static void
tell(const char *format, ...)
{
    char line[128];
    va_list arguments;
    int size;

    va_start(arguments, format);
    size = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (syscall(SYS_write, plan.log, line, (size_t)size) < 0)
        abort();
}

__attribute__((destructor))
static void
end(void)
{
    int i;

    for (i = 0; i < CALL_COUNT && plan.number == 0; i++)
        if (plan.counts[i])
            tell("%s %d\n", names[i], plan.counts[i]);
    plan.ready = false;
}

static bool
fails(enum call call, const void *caller)
{
    bool ours = (uintptr_t)caller >= plan.begin && (uintptr_t)caller < plan.end;

    if (!plan.ready || !ours || ++plan.counts[call] != plan.number || call != plan.call)
        return false;
    tell("%s fails\n", names[call]);
    if (plan.error == 0)
        kill(getpid(), SIGKILL);
    if (plan.error < 0) {
        kill(getpid(), SIGSTOP);
        return false;
    }
    errno = plan.error;
    return true;
}

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *piece, size_t size);

/* The call itself, as the C library has it; looked up without an allocation. */
#define NEXT(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))
#define CALL(which, failure, name, ...) \
    return fails(which, __builtin_return_address(0)) ? (failure) : NEXT(name)(__VA_ARGS__)

/*
 * The program stands in for malloc and its kin itself, for its libraries too (base/memory.c), and calls glibc's by their
 * second names: these are met here, so each allocation of the program counts, whoever asked for it.
 */
void *
__libc_malloc(size_t size)
{
    return fails(CALL_MALLOC, __builtin_return_address(0)) ? NULL : aligned_alloc(16, size);
}

void *
__libc_calloc(size_t count, size_t size)
{
    void *piece = NULL;

    if (!fails(CALL_CALLOC, __builtin_return_address(0)) && !__builtin_mul_overflow(count, size, &size))
        piece = aligned_alloc(16, size);
    return piece ? memset(piece, 0, size) : NULL;
}

void *
__libc_realloc(void *piece, size_t size)
{
    size_t had = piece ? malloc_usable_size(piece) : 0;
    void *other;

    if (fails(CALL_REALLOC, __builtin_return_address(0)))
        return NULL;
    other = aligned_alloc(16, size);
    if (other && piece) {
        memcpy(other, piece, had < size ? had : size);
        free(piece);
    }
    return other;
}

static mode_t
mode_of(int flags, va_list arguments)
{
    return flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
}

int
open(const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    CALL(CALL_OPEN, -1, open, path, flags, mode);
}

int
openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    CALL(CALL_OPENAT, -1, openat, folder, path, flags, mode);
}

FILE *
fopen(const char *path, const char *mode)
{
    CALL(CALL_FOPEN, NULL, fopen, path, mode);
}

DIR *
opendir(const char *path)
{
    CALL(CALL_OPENDIR, NULL, opendir, path);
}

DIR *
fdopendir(int descriptor)
{
    CALL(CALL_FDOPENDIR, NULL, fdopendir, descriptor);
}

struct dirent *
readdir(DIR *folder)
{
    CALL(CALL_READDIR, NULL, readdir, folder);
}

ssize_t
getdents64(int descriptor, void *names, size_t size)
{
    CALL(CALL_GETDENTS64, -1, getdents64, descriptor, names, size);
}

ssize_t
read(int descriptor, void *bytes, size_t size)
{
    CALL(CALL_READ, -1, read, descriptor, bytes, size);
}

ssize_t
write(int descriptor, const void *bytes, size_t size)
{
    CALL(CALL_WRITE, -1, write, descriptor, bytes, size);
}

size_t
fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    if (stream == stderr || stream == stdout)
        return NEXT(fwrite)(bytes, size, count, stream);
    CALL(CALL_FWRITE, 0, fwrite, bytes, size, count, stream);
}

int
fflush(FILE *stream)
{
    CALL(CALL_FFLUSH, EOF, fflush, stream);
}

/* A file whose closing fails is closed all the same. */
int
fclose(FILE *stream)
{
    bool failing = fails(CALL_FCLOSE, __builtin_return_address(0));
    int error = errno, result = NEXT(fclose)(stream);

    errno = failing ? error : errno;
    return failing ? EOF : result;
}

int
close(int descriptor)
{
    bool failing = fails(CALL_CLOSE, __builtin_return_address(0));
    int error = errno, result = NEXT(close)(descriptor);

    errno = failing ? error : errno;
    return failing ? -1 : result;
}

int
stat(const char *path, struct stat *status)
{
    CALL(CALL_STAT, -1, stat, path, status);
}

int
lstat(const char *path, struct stat *status)
{
    CALL(CALL_LSTAT, -1, lstat, path, status);
}

int
fstat(int descriptor, struct stat *status)
{
    CALL(CALL_FSTAT, -1, fstat, descriptor, status);
}

int
fstatat(int folder, const char *path, struct stat *status, int flags)
{
    CALL(CALL_FSTATAT, -1, fstatat, folder, path, status, flags);
}

int
access(const char *path, int mode)
{
    CALL(CALL_ACCESS, -1, access, path, mode);
}

int
rename(const char *from, const char *to)
{
    CALL(CALL_RENAME, -1, rename, from, to);
}

int
renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    CALL(CALL_RENAMEAT, -1, renameat, from_folder, from, to_folder, to);
}

int
renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    CALL(CALL_RENAMEAT2, -1, renameat2, from_folder, from, to_folder, to, flags);
}

int
linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    CALL(CALL_LINKAT, -1, linkat, from_folder, from, to_folder, to, flags);
}

int
unlink(const char *path)
{
    CALL(CALL_UNLINK, -1, unlink, path);
}

int
unlinkat(int folder, const char *path, int flags)
{
    CALL(CALL_UNLINKAT, -1, unlinkat, folder, path, flags);
}

int
mkdir(const char *path, mode_t mode)
{
    CALL(CALL_MKDIR, -1, mkdir, path, mode);
}

int
mkdirat(int folder, const char *path, mode_t mode)
{
    CALL(CALL_MKDIRAT, -1, mkdirat, folder, path, mode);
}

int
syncfs(int descriptor)
{
    CALL(CALL_SYNCFS, -1, syncfs, descriptor);
}
