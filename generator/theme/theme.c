#include "theme/theme.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clean.h"
#include "base/files.h"
#include "base/map.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/schema.h"
#include "theme/tokens.h"

enum {
    GENERATIONS = 8     /* most themes that extend each other */
};

/* A theme and those it extends, nearest first. */
struct family {
    struct door_arena *arena;
    const char *root, *built_in;
    struct door_diag *diag;
    const char *folders[GENERATIONS], *names[GENERATIONS];
    const struct door_node *nodes[GENERATIONS];
    size_t count;
};

/* A file of a theme folder, or NULL: it need not be there. What is no clean text is told, and as good as not there. */
static char *
read_file(struct family *family, size_t i, const char *file)
{
    const char *shown = door_path_join(family->arena, family->names[i], file);
    size_t size;
    char *bytes = door_file_read(family->arena, door_path_join(family->arena, family->folders[i], file), &size);

    if (!bytes && errno != ENOENT && errno != ENOTDIR)
        door_diag_error(family->diag, (struct door_place){ shown, 0, 0 }, "theme-missing", NULL,
                "this file cannot be read: %s", strerror(errno));
    return bytes && door_clean_check(shown, bytes, size, family->diag) ? bytes : NULL;
}

static const struct door_node *
read_yaml(struct family *family, size_t i, const char *file)
{
    char *bytes = read_file(family, i, file);

    if (!bytes)
        return NULL;
    return door_yaml_parse(family->arena, door_path_join(family->arena, family->names[i], file), bytes, strlen(bytes),
            0, family->diag);
}

static bool
has_theme(struct family *family, const char *folder)
{
    return door_file_exists(door_path_join(family->arena, folder, "theme.yaml"));
}

/* Where the theme lies: in the offer, else with the program. One that is in the family is passed over. */
static const char *
find_folder(struct family *family, const char *name)
{
    const char *places[2] = {
        door_path_join(family->arena, door_path_join(family->arena, family->root, "themes"), name),
        door_path_join(family->arena, family->built_in, name),
    };
    size_t i, j;

    for (i = 0; i < 2; i++) {
        for (j = 0; j < family->count && strcmp(family->folders[j], places[i]) != 0; j++)
            ;
        if (j == family->count && has_theme(family, places[i]))
            return places[i];
    }
    return NULL;
}

static bool
join_family(struct family *family, const char *name, struct door_place place)
{
    const char *folder = door_text_is_id(name) ? find_folder(family, name) : NULL;
    const struct door_node *node;

    if (!folder) {
        door_diag_error(family->diag, place, "theme-missing",
                "Themes lie in themes/<name>/ of the offer, or come with the program: default.",
                family->count ? "there is no other theme \"%s\" to extend" : "there is no theme \"%s\"", name);
        return false;
    }
    if (family->count == GENERATIONS) {
        door_diag_error(family->diag, place, "theme-missing", NULL, "more than %d themes extend each other",
                GENERATIONS);
        return false;
    }
    family->folders[family->count] = folder;
    family->names[family->count] = door_arena_format(family->arena, "themes/%s", name);
    family->nodes[family->count] = read_yaml(family, family->count, "theme.yaml");
    node = family->nodes[family->count++];
    if (node && node->type != DOOR_NODE_MAP) {
        door_diag_error(family->diag, node->place, "theme-token", "Write colours: and fonts:.",
                "theme.yaml is a list of names and values");
        return false;
    }
    if (node && !node->children) {
        door_diag_error(family->diag, node->place, "theme-missing",
                "Write \"extends: default\" into it, and below that what is to be different.",
                "this theme has nothing in it");
        return false;
    }
    return node != NULL;
}

/* The theme, and as long as one says `extends`, the next. */
static bool
gather(struct family *family, const char *name)
{
    static const char *const known[] = { "name", "extends", "colours", "dark", "pairs", "fonts", "space", "corner",
        "logo", "faces" };
    struct door_place place = { "content/offer.yaml", 0, 0 };
    const struct door_node *extends, *node;

    while (join_family(family, name, place)) {
        for (node = family->nodes[family->count - 1]->children; node; node = node->next) {
            size_t i;

            for (i = 0; i < DOOR_COUNT(known) && strcmp(known[i], node->key) != 0; i++)
                ;
            if (i == DOOR_COUNT(known))
                door_diag_error(family->diag, door_node_key_place(node), "theme-token",
                        door_text_did_you_mean(family->arena, node->key, known, DOOR_COUNT(known)),
                        "a theme has no \"%s\"", node->key);
        }
        extends = door_node_find(family->nodes[family->count - 1], "extends");
        if (!extends)
            return true;
        name = extends->text ? extends->text : "";
        place = extends->place;
    }
    return false;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *
door_theme_components(const struct door_template_source *source, struct door_arena *arena, size_t *count)
{
    struct door_file *files[GENERATIONS];
    size_t counts[GENERATIONS] = { 0 }, all = 0, i, j;
    const char **names;

    for (i = 0; i < source->count; i++) {
        files[i] = door_files_list(arena, door_path_join(arena, source->folders[i], "components"), &counts[i]);
        all += counts[i];
    }
    names = door_arena_array(arena, all + 1, sizeof *names);
    *count = 0;
    for (i = 0; i < source->count; i++)
        for (j = 0; files[i] && j < counts[i]; j++)
            if (files[i][j].type == DOOR_FILE_FOLDER)
                names[(*count)++] = files[i][j].name;
    qsort(names, *count, sizeof *names, compare_names);
    for (all = *count, *count = 0, i = 0; i < all; i++)
        if (!i || strcmp(names[i], names[*count - 1]) != 0)
            names[(*count)++] = names[i];
    return names;
}

/* The base of each generation, oldest first; then each component's, the nearest there is. */
static const char *
build_style(struct family *family, const struct door_tokens *tokens, struct door_brand *brand)
{
    struct door_buf out = { 0 };
    struct door_template_source source = { family->folders, family->names, family->count, NULL };
    const char *const *names, *style;
    size_t count, i, j;

    door_tokens_write(tokens, &out);
    door_brand_load(brand, family->arena, &source, family->nodes, &out, family->diag);
    for (i = family->count; i-- > 0;) {
        const char *base = read_file(family, i, "style.css");

        if (base)
            door_style_write(&out, base);
    }
    names = door_theme_components(&source, family->arena, &count);
    for (i = 0; i < count; i++) {
        const char *file = door_arena_format(family->arena, "components/%s/style.css", names[i]), *css = NULL;

        for (j = 0; j < family->count && !css; j++)
            css = read_file(family, j, file);
        if (css)
            door_style_write(&out, css);
    }
    style = door_arena_text(family->arena, door_buf_string(&out));
    door_buf_release(&out);
    return style;
}

/* The nearest file of this name, or NULL. */
static const char *
find_text(struct family *family, const char *file)
{
    const char *text = NULL;
    size_t i;

    for (i = 0; i < family->count && !text; i++)
        text = read_file(family, i, file);
    return text;
}

static const struct door_node *
find_print(struct family *family)
{
    const struct door_node *print = NULL;
    size_t i;

    for (i = 0; i < family->count && !print; i++)
        print = read_yaml(family, i, "print/style.yaml");
    return print;
}

static const char *const *
keep(struct door_arena *arena, const char *const *texts, size_t count)
{
    const char **kept = door_arena_array(arena, count, sizeof *kept);

    memcpy(kept, texts, count * sizeof *kept);
    return kept;
}

const struct door_theme *
door_theme_load(struct door_arena *arena, const char *root, const char *built_in, const char *name,
        struct door_diag *diag)
{
    struct family family = { .arena = arena, .root = root, .built_in = built_in, .diag = diag };
    struct door_tokens *tokens = door_arena_alloc(arena, sizeof *tokens);
    struct door_theme *theme = door_arena_alloc(arena, sizeof *theme);
    size_t errors = door_diag_errors(diag), i;

    if (!gather(&family, name))
        return NULL;
    for (i = family.count; i-- > 0;)
        door_tokens_add(tokens, arena, family.nodes[i], diag);
    for (i = 0; i < family.count; i++)
        door_tokens_check_pairs(tokens, arena, family.nodes[i], i > 0, diag);
    theme->name = door_arena_text(arena, name);
    theme->source = (struct door_template_source){ keep(arena, family.folders, family.count),
        keep(arena, family.names, family.count), family.count, door_arena_alloc(arena, sizeof(struct door_map)) };
    theme->colours = tokens->light;
    theme->colour_count = tokens->light_count;
    theme->style = build_style(&family, tokens, &theme->brand);
    theme->exit = find_text(&family, "exit.js");
    theme->icon = find_text(&family, "icon.svg");
    theme->search = find_text(&family, "search.js");
    theme->print = find_print(&family);
    return door_diag_errors(diag) > errors ? NULL : theme;
}

const struct door_colour *
door_theme_colour(const struct door_theme *theme, const char *name)
{
    size_t i;

    for (i = 0; i < theme->colour_count; i++)
        if (strcmp(theme->colours[i].name, name) == 0)
            return &theme->colours[i];
    return NULL;
}
