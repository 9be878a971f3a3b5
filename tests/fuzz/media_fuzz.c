/* Pictures: PNG, JPEG and SVG, each under every name that an editor may give it. */
#include "fuzz.h"

#include <string.h>
#include <strings.h>

#include "content/media.h"

/* A drawing that is taken runs nothing: "<scripts>" or "<script7>" would be another element. */
static void
check_drawing(const char *bytes, size_t size)
{
    size_t i;

    for (i = 0; i + 8 <= size; i++) {
        assert(strncasecmp(bytes + i, "<script", 7) != 0 || !strchr(" \t\r\n/>", bytes[i + 7]));
        assert(strncasecmp(bytes + i, "<!entit", 7) != 0);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "content/media/x.png", "content/media/x.jpg", "content/media/x.svg" };
    char *bytes = fuzz_file(data, size);
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        struct door_diag *diag = door_diag_open();
        bool taken = door_media_check_bytes(names[i], bytes, size, diag);

        assert(taken == (door_diag_errors(diag) == 0));
        if (taken && door_text_ends(names[i], ".svg"))
            check_drawing(bytes, size);
        fuzz_check_problems(diag, 0);
        door_diag_close(diag);
    }
    free(bytes);
    return 0;
}
