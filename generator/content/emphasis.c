#include "content/emphasis.h"

#include <string.h>

#include "base/buf.h"
#include "base/prose.h"
#include "content/markdown.h"

static bool
is_emphasis(const struct door_prose *prose)
{
    return prose->type == DOOR_PROSE_EMPHASIS || prose->type == DOOR_PROSE_STRONG;
}

static bool
is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Stars around a text that begins and ends with a letter, with white space or the like outside. */
static bool
is_plain(const struct door_prose *before, const struct door_prose *emphasis)
{
    const struct door_prose *inside = emphasis->children, *next = emphasis->next;
    size_t last;

    if (before && (before->type != DOOR_PROSE_TEXT || !strchr(" (", before->text[strlen(before->text) - 1])))
        return false;
    if (next && (next->type != DOOR_PROSE_TEXT || !strchr(" .,;:!?)", next->text[0])))
        return false;
    if (!inside || inside->next || inside->type != DOOR_PROSE_TEXT)
        return false;
    last = strlen(inside->text) - 1;
    return is_word(inside->text[0]) && is_word(inside->text[last]);
}

/* Signs that were meant as themselves: content/marks.c may take them for marks when it reads them again. */
static bool
has_signs(const struct door_prose *prose)
{
    return prose->type == DOOR_PROSE_TEXT && strpbrk(prose->text, "*~[]");
}

/* The first emphasis below parent that is not plain, or text with signs. */
static const struct door_prose *
find_odd(const struct door_prose *parent)
{
    const struct door_prose *child, *before = NULL, *odd;

    for (child = parent->children; child; before = child, child = child->next) {
        if ((is_emphasis(child) && !is_plain(before, child)) || has_signs(child))
            return child;
        odd = find_odd(child);
        if (odd)
            return odd;
    }
    return NULL;
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

const struct door_prose *
door_emphasis_find_tangle(struct door_arena *arena, const struct door_prose *leaf)
{
    const struct door_prose *odd = find_odd(leaf), *again;
    struct door_buf words = { 0 };
    struct door_diag *unheard;

    if (!odd)
        return NULL;
    unheard = door_diag_open();
    door_prose_write_markdown(&words, leaf);
    again = door_markdown_inline(arena, (struct door_place){ 0 }, door_buf_string(&words), unheard);
    if (again && is_same(leaf->children, again->children))
        odd = NULL;
    door_diag_close(unheard);
    door_buf_release(&words);
    return odd;
}
