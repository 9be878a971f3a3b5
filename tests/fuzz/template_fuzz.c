/* Templates: compiled against a toy view (tests/unit/theme/workshop.h), drawn as HTML and for paper. */
#include "fuzz.h"

#include <unistd.h>

#include "theme/workshop.h"

/* What a template has drawn for paper: tags that are open, words. */
struct drawn {
    const char *open[256];
    size_t depth;
};

static void
on_open(void *to, const char *name, const struct door_attribute *attributes, size_t count)
{
    struct drawn *drawn = to;
    size_t i, bad;

    for (i = 0; i < count; i++)
        assert(door_text_is_clean(attributes[i].value, strlen(attributes[i].value), &bad));
    assert(drawn->depth < DOOR_COUNT(drawn->open));
    drawn->open[drawn->depth++] = name;
}

static void
on_text(void *to, const char *text, const struct door_language *language)
{
    size_t bad;

    (void)to;
    assert(language && door_text_is_clean(text, strlen(text), &bad));
}

static void
on_close(void *to, const char *name)
{
    struct drawn *drawn = to;

    assert(drawn->depth > 0 && strcmp(drawn->open[--drawn->depth], name) == 0);
}

static void
draw(struct workshop *workshop, const struct door_template *template)
{
    static const struct door_sink sink = { on_open, on_text, on_close };
    struct drawn drawn = { .depth = 0 };
    size_t i, bad;

    for (i = 0; i < 2; i++) {
        struct door_drawing drawing = drawing_of(workshop, i ? "ur" : "en");

        door_buf_clear(&workshop->out);
        door_template_write(template, &drawing, &workshop->out);
        assert(door_text_is_clean(door_buf_string(&workshop->out), workshop->out.size, &bad));
        door_template_emit(template, &drawing, &sink, &drawn);
        assert(drawn.depth == 0);
        door_arena_empty(&workshop->worker.scratch);
    }
}

/* A workshop with words and memory of its own; the people in it are those of the one it was made from. */
static void
work(const struct workshop *usual, const char *file, const char *page)
{
    struct workshop workshop = *usual;
    struct door_template *template;

    workshop.arena = (struct door_arena){ 0 };
    workshop.words = (struct door_words){ 0 };
    workshop.worker.scratch = (struct door_arena){ 0 };
    workshop.languages.items = workshop.items;
    workshop.source.folders = workshop.folders;
    workshop.source.names = workshop.names;
    workshop.out = (struct door_buf){ 0 };
    workshop.diag = door_diag_open();
    door_phrases_add(&workshop.words, &workshop.arena);
    /* A new file costs a tenth of one that is written over: file systems bring the latter to disk at once. */
    unlink(door_path_join(&workshop.arena, workshop.folder, file));
    template = compile(&workshop, file, page);
    assert(!template == (door_diag_errors(workshop.diag) > 0));
    if (template)
        draw(&workshop, template);
    fuzz_check_problems(workshop.diag, 0);
    door_diag_close(workshop.diag);
    door_buf_release(&workshop.out);
    door_arena_release(&workshop.worker.scratch);
    door_arena_release(&workshop.arena);
}

/* One for the life of the program: its folder goes with it. */
static struct workshop usual;

static void
close_usual(void)
{
    workshop_close(&usual);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = fuzz_file(data, size);

    if (!usual.diag) {
        workshop_open(&usual);
        workshop_write(&usual, "components/card/template.html", "<div class=\"card\"><h3 fd:text=\"who.town\"/>"
                "<fd:slot/><fd:slot name=\"end\"><p fd:t=\"\">Hello</p></fd:slot></div>");
        atexit(close_usual);
    }
    if (strlen(bytes) == size) {
        work(&usual, "pages/x.html", bytes);
        work(&usual, "print/x.html", bytes);
    }
    free(bytes);
    return 0;
}
