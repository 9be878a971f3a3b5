/* Themes: theme.yaml as colours and tokens, and as a stylesheet. The same bytes are read as CSS too. */
#include "fuzz.h"

#include "base/buf.h"
#include "base/yaml.h"
#include "theme/tokens.h"

static void
check_tokens(struct door_arena *arena, const struct door_node *theme, struct door_diag *diag)
{
    struct door_tokens *tokens = door_arena_alloc(arena, sizeof *tokens);
    struct door_buf css = { 0 };
    size_t bad;

    door_tokens_add(tokens, arena, theme, diag);
    door_tokens_add(tokens, arena, theme, diag);    /* a child over its parent */
    door_tokens_check_pairs(tokens, arena, theme, false, diag);
    door_tokens_check_pairs(tokens, arena, theme, true, diag);
    door_tokens_write(tokens, &css);
    assert(!door_clean_find(door_buf_string(&css), css.size, &bad));
    /* No value ends the rule that it stands in, or the style that it is written to. */
    if (!door_diag_errors(diag))
        assert(!strchr(door_buf_string(&css), '<'));
    door_buf_release(&css);
}

/* What is left of a stylesheet once it is as short as it gets. */
static void
check_style(const char *bytes)
{
    struct door_buf once = { 0 }, twice = { 0 };

    door_style_write(&once, bytes);
    door_style_write(&twice, door_buf_string(&once));
    assert(once.size <= strlen(bytes) + 1);
    assert(strcmp(door_buf_string(&once), door_buf_string(&twice)) == 0);
    door_buf_release(&once);
    door_buf_release(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    char *bytes = fuzz_file(data, size);
    const struct door_node *theme;

    if (door_clean_check("theme.yaml", bytes, size, diag)) {
        theme = door_yaml_parse(&arena, "theme.yaml", bytes, size, 0, diag);
        if (theme && theme->type == DOOR_NODE_MAP)
            check_tokens(&arena, theme, diag);
        check_style(bytes);
    }
    fuzz_check_problems(diag, fuzz_lines(data, size) + 1);
    free(bytes);
    door_diag_close(diag);
    door_arena_release(&arena);
    return 0;
}
