/* Markdown: a tree, whose leaf blocks written as a translator's msgid and read again give the same words. */
#include "fuzz.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/prose.h"
#include "content/markdown.h"

static bool
is_leaf(const struct door_prose *prose)
{
    return prose->type == DOOR_PROSE_HEADING || prose->type == DOOR_PROSE_PARAGRAPH;
}

static bool
is_same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
is_same(const struct door_prose *a, const struct door_prose *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (a->type != b->type || !is_same_text(a->text, b->text) || !is_same(a->children, b->children))
            return false;
    return a == b;
}

/* parse(write(parse(x))) == parse(x), and what is written stays as it is. */
static void
check_leaf(struct door_arena *arena, const struct door_prose *leaf)
{
    struct door_diag *diag = door_diag_open();
    struct door_buf first = { 0 }, second = { 0 }, plain = { 0 };
    struct door_prose *again;

    door_prose_write_markdown(&first, leaf);
    again = door_markdown_inline(arena, door_prose_place(leaf, "x.md"), door_buf_string(&first), diag);
    if (!again || !is_same(leaf->children, again->children)) {
        fprintf(stderr, "written as: %s\n", door_buf_string(&first));
        door_diag_print(diag, stderr, false);
        assert(!"the same words");
    }
    door_prose_write_markdown(&second, again);
    assert(strcmp(door_buf_string(&first), door_buf_string(&second)) == 0);
    door_prose_write_plain(&plain, leaf);
    assert(!strpbrk(door_buf_string(&plain), "\r\n"));
    door_buf_release(&first);
    door_buf_release(&second);
    door_buf_release(&plain);
    door_diag_close(diag);
}

static void
check_tree(struct door_arena *arena, const struct door_prose *prose, size_t lines, int depth)
{
    const struct door_prose *child;
    struct door_place place = door_prose_place(prose, "x.md");
    size_t bad;

    assert(depth <= 128);
    assert(place.line >= 1 && (size_t)place.line <= lines && place.column >= 1);
    /* A link's address lies where a text's words do. */
    assert((prose->type == DOOR_PROSE_TEXT || prose->type == DOOR_PROSE_LINK) == (prose->text != NULL));
    if (prose->type == DOOR_PROSE_TEXT)
        assert(prose->text[0] && !door_clean_find(prose->text, strlen(prose->text), &bad));
    if (is_leaf(prose))
        check_leaf(arena, prose);
    for (child = prose->children; child; child = child->next)
        check_tree(arena, child, lines, depth + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct door_place place = { "x.md", 1, 1 };
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    char *bytes = fuzz_file(data, size);
    size_t lines = fuzz_lines(data, size);
    struct door_prose *body;

    if (door_clean_check("x.md", bytes, size, diag)) {
        body = door_markdown_parse(&arena, place, bytes, size, diag);
        assert(!body == (door_diag_errors(diag) > 0));
        if (body)
            check_tree(&arena, body, lines, 0);
    }
    fuzz_check_problems(diag, lines);
    free(bytes);
    door_diag_close(diag);
    door_arena_release(&arena);
    return 0;
}
