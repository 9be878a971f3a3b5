/*
 * witness - check an offer as frontdoor does, and keep what passes from layout to painter on the way.
 *
 *     witness OFFER TODAY FOLDER
 *
 * Linked with --wrap=door_pdf_write, so that the program itself needs no hook: for each publication in each language it
 * writes FOLDER/<n>.tsv, the words that the layout meant to say, and FOLDER/<n>.pdf, the file that was made of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "commands/commands.h"
#include "commands/options.h"
#include "paper/display.h"
#include "publish/pdf.h"

void __real_door_pdf_write(const struct door_display *display, struct door_date date, struct door_buf *out);
void __wrap_door_pdf_write(const struct door_display *display, struct door_date date, struct door_buf *out);

static const char *folder;
static int count;

static void
keep(const char *ending, const char *bytes, size_t size)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%d.%s", folder, count, ending);
    file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}

void
__wrap_door_pdf_write(const struct door_display *display, struct door_date date, struct door_buf *out)
{
    struct door_buf words = { 0 };
    size_t before = out->size;

    __real_door_pdf_write(display, date, out);
    door_display_write_text(display, &words);
    keep("tsv", words.data, words.size);
    keep("pdf", out->data + before, out->size - before);
    count++;
    door_buf_release(&words);
}

int
main(int argument_count, char **arguments)
{
    struct door_options options = { .quiet = true };
    struct door_arena arena = { 0 };
    struct door_mistake mistake = { 0 };
    int status;

    if (argument_count != 4 || !door_date_parse(&arena, arguments[2], &options.today, &mistake)) {
        fprintf(stderr, "witness OFFER TODAY FOLDER\n");
        return 2;
    }
    options.offer = arguments[1];
    folder = arguments[3];
    status = door_command_check(&options);
    door_arena_release(&arena);
    return status;
}
