/*
 * serve - a plain server on loopback for looking at a built site. libmicrohttpd does the talking.
 */
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/options.h"
#include "publish/server.h"

enum { TYPE_SIZE = 64 };        /* "application/manifest+json; charset=utf-8" */

static void
type_of(const char *path, char *out)
{
    const struct door_served_type *type;
    const char *dot = strrchr(path, '.');
    size_t i;

    snprintf(out, TYPE_SIZE, "application/octet-stream");
    for (i = 0; dot && (type = door_served_type(i)); i++)
        if (strcmp(dot + 1, type->ending) == 0)
            snprintf(out, TYPE_SIZE, "%s%s", type->type, door_served_type_is_text(type) ? "; charset=utf-8" : "");
}

static enum MHD_Result
answer_with(struct MHD_Connection *connection, unsigned status, const char *header, const char *value,
        struct MHD_Response *response)
{
    enum MHD_Result result;

    MHD_add_response_header(response, header, value);
    result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result
answer_text(struct MHD_Connection *connection, unsigned status, const char *header, const char *value, const char *text)
{
    return answer_with(connection, status, header, value,
            MHD_create_response_from_buffer(strlen(text), (void *)(uintptr_t)text, MHD_RESPMEM_MUST_COPY));
}

/* Send a file of the site; false if there is none. */
static bool
send_file(struct MHD_Connection *connection, unsigned status, const char *path, enum MHD_Result *result)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    char type[TYPE_SIZE];
    struct stat file;

    if (descriptor < 0)
        return false;
    if (fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode)) {
        close(descriptor);
        return false;
    }
    type_of(path, type);
    *result = answer_with(connection, status, "Content-Type", type,
            MHD_create_response_from_fd((uint64_t)file.st_size, descriptor));
    return true;
}

/*
 * A path with "..", a hidden name or a backslash in it is not one of ours, nor one with an empty part: "//host" in a
 * redirect would lead to that host. The daemon has turned %2e and the like into characters already, and cut at a NUL.
 */
static bool
is_safe(const char *url)
{
    const char *part;

    if (url[0] != '/' || strchr(url, '\\'))
        return false;
    for (part = url; part; part = strchr(part + 1, '/'))
        if (part[1] == '.' || part[1] == '/')
            return false;
    return true;
}

static enum MHD_Result
answer(void *folder, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
        const char *upload, size_t *upload_size, void **state)
{
    struct door_arena arena = { 0 };
    enum MHD_Result result = MHD_NO;
    struct stat status;
    const char *path;

    (void)version;
    (void)upload;
    (void)upload_size;
    (void)state;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return answer_text(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "Allow", "GET, HEAD", "");
    if (is_safe(url)) {
        path = door_arena_format(&arena, "%s%s%s", (const char *)folder, url,
                door_text_ends(url, "/") ? "index.html" : "");
        if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
            result = answer_text(connection, MHD_HTTP_MOVED_PERMANENTLY, "Location",
                    door_arena_format(&arena, "%s/", url), "");
            goto out;
        }
        if (send_file(connection, MHD_HTTP_OK, path, &result))
            goto out;
    }
    path = door_arena_format(&arena, "%s/404.html", (const char *)folder);
    if (!send_file(connection, MHD_HTTP_NOT_FOUND, path, &result))
        result = answer_text(connection, MHD_HTTP_NOT_FOUND, "Content-Type", "text/plain", "not found\n");
out:
    door_arena_release(&arena);
    return result;
}

int
door_command_serve(const struct door_options *options)
{
    struct door_arena arena = { 0 };
    const char *folder = options->output ? options->output : door_path_join(&arena, options->offer, "output/site");
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)options->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    struct MHD_Daemon *daemon;
    sigset_t stop;
    struct stat status;
    int signal;

    if (stat(folder, &status) != 0)
        door_fail("%s: nothing is built yet; run `frontdoor build` first", folder);
    if (!S_ISDIR(status.st_mode))
        door_fail("%s: is not a folder", folder);
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, (uint16_t)options->port, NULL, NULL, answer,
            (void *)(uintptr_t)folder, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_END);
    if (!daemon)
        door_fail("port %d: %s", options->port, strerror(errno));
    fprintf(stderr, "http://127.0.0.1:%d/ shows %s; Ctrl-C stops\n", options->port, folder);
    sigwait(&stop, &signal);
    MHD_stop_daemon(daemon);
    door_arena_release(&arena);
    return 0;
}
