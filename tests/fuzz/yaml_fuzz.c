/* YAML: a tree with places, or a problem that says why there is none. */
#include "fuzz.h"

#include "base/yaml.h"

static size_t
count_nodes(const struct door_node *node, size_t lines, int depth)
{
    const struct door_node *child;
    size_t count = 1, bad;

    assert(depth <= 64);
    assert(node->place.line >= 1 && (size_t)node->place.line <= lines && node->place.column >= 1);
    assert((node->type == DOOR_NODE_SCALAR) == (node->text != NULL));
    if (node->text)
        assert(!door_clean_find(node->text, strlen(node->text), &bad));
    for (child = node->children; child; child = child->next) {
        assert((node->type == DOOR_NODE_MAP) == (child->key != NULL));
        if (child->key)
            assert(child->key_line >= 1 && door_node_find(node, child->key)
                    && !door_clean_find(child->key, strlen(child->key), &bad));
        count += count_nodes(child, lines, depth + 1);
    }
    return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    char *bytes = fuzz_file(data, size);
    size_t lines = fuzz_lines(data, size);
    const struct door_node *node;

    /* libyaml tells of a sudden end on the line behind it. */
    if (door_clean_check("x.yaml", bytes, size, diag)) {
        node = door_yaml_parse(&arena, "x.yaml", bytes, size, 0, diag);
        assert(node || door_diag_errors(diag));
        if (node)
            assert(count_nodes(node, lines + 1, 0) <= 2 * size + 1);
    } else {
        assert(door_diag_errors(diag));
    }
    fuzz_check_problems(diag, lines + 1);
    free(bytes);
    door_diag_close(diag);
    door_arena_release(&arena);
    return 0;
}
